// Ordinals of what happens once, told in other words (rules/lexicon/occurrence.toml).
#pragma once

#include "check/check.h"
#include "check/kinds/contradiction/ordinal_reader_support.h"

namespace stet {

// "The third fire", "the fourth blaze": whether their nouns are words for one happening.
bool name_one_thing(const Document& document, const Facts& facts, const Ordinal& a, const Ordinal& b);

// "For the second time the pool closes", "this third closure": whether the paragraph of the time tells of what is
// counted.
bool tells_of_noun(const Document& document, const Facts& facts, const Ordinal& time, const Ordinal& counted);

}  // namespace stet
