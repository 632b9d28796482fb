// What the headline of a short article counts, and its text otherwise: "Entry fee to rise to £6", "will cost £8".
#pragma once

#include <map>

#include "check/check.h"
#include "check/kinds/context_support.h"

namespace stet {

// The first number that the text gives for what the headline's is of, where none of the text's numbers is that one, nor
// makes it with another one: a sum, a difference. Nothing in long articles, or where the text gives more than two.
// `cues`, the key of a list, stand beside years that something has been there: "seit", "ago".
const Quantity* number_instead(const Document& document, const Facts& facts, const Definition& definition,
                               const Quantity& number, std::uint8_t cues);

}  // namespace stet
