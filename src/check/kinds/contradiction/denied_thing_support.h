// What a short article says that there is none of, and tells of elsewhere: "nobody called a witness", "no witness",
// "the two witnesses".
#pragma once

#include <optional>
#include <utility>

#include "check/kinds/contradiction/short_article_support.h"

namespace stet {

// The place that tells of it and the one that denies it, in the order of the text; nothing when all denials stand.
std::optional<std::pair<TextPlace, TextPlace>> find_denied_thing(const ShortArticle& article);

}  // namespace stet
