// Whether a sentence of a short article tells again what an earlier one told, though no word for a happening says so:
// by the words that both have, or by how it takes up what the reader knows.
#pragma once

#include "check/check.h"
#include "check/kinds/contradiction/attached_support.h"

namespace stet {

// `b` stands behind `a`, in another sentence; `only`: the article has no other values of their sort than these two.
bool is_told_again(const Document& document, const Facts& facts, const Telling& a, const Telling& b, bool only);

}  // namespace stet
