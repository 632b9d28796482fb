// Slips of the fingers: in what two numbers differ that were meant to be one.
#pragma once

#include <string>
#include <string_view>

namespace stet {

// The digits of a number as it is written: "14500" of "14.500".
std::string digits_of(std::string_view number);

// Whether two neighbours of two runs of digits of one length changed places, and nothing else: "842", "824".
bool are_swapped(std::string_view a, std::string_view b);

// Whether two runs of digits of one length differ in one place, or by two neighbours that changed places.
bool is_slip(std::string_view a, std::string_view b);
// Both of two whole numbers.
bool is_slip(double a, double b);
bool are_swapped(double a, double b);

}  // namespace stet
