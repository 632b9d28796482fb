// One person with two posts that nobody has at a time, and one post that two people have.
#pragma once

#include "check/check.h"
#include "check/kinds/contradiction/post_body_support.h"
#include "check/kinds/contradiction/post_words_support.h"

namespace stet {

// Reports the first of them in an article; whether there is one.
bool report_post_conflict(const Document& document, const Facts& facts, const Definition& definition,
                          const PostLanguages& languages, const PostBodies& bodies, Sink& sink);

}  // namespace stet
