// Slips of the fingers: in what two numbers differ that were meant to be one.
#pragma once

#include <string_view>

namespace stet {

// Whether two runs of digits of one length differ in one place, or by two neighbours that changed places.
bool is_slip(std::string_view a, std::string_view b);
// The same of two whole numbers.
bool is_slip(double a, double b);

}  // namespace stet
