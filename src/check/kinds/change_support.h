// What the kinds share that compare an old value with a new one: "from 40 to 60".
#pragma once

#include <cstddef>
#include <string_view>

#include "facts/quantities.h"

namespace stet {

// Whether a quantity is read beyond doubt, and no fraction or one side of a size.
bool is_plain_value(const Quantity& quantity);

// Gives both values one unit and one scale, as "3.2 to 4.1 million" has them; false when they measure different things.
bool align_values(Quantity& a, Quantity& b);

// The clause in front of `pos`: from the last comma on, but for one that stands right before: "doubled, from 40 to 60".
TextSpan clause_before(std::string_view text, TextSpan sentence, std::size_t pos);

}  // namespace stet
