#include "check/kinds/slip_support.h"

#include <cmath>

namespace stet {
namespace {

std::string digits_of_whole(double whole) { return std::to_string(std::llround(whole)); }

}  // namespace

std::string digits_of(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool are_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t first = 0;
  while (first < a.size() && a[first] == b[first]) ++first;
  return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
         a.substr(first + 2) == b.substr(first + 2);
}

bool is_slip(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a == b) return false;
  std::size_t first = 0;
  while (a[first] == b[first]) ++first;
  return a.substr(first + 1) == b.substr(first + 1) || are_swapped(a, b);
}

bool is_slip(double a, double b) { return is_slip(digits_of_whole(a), digits_of_whole(b)); }
bool are_swapped(double a, double b) { return are_swapped(digits_of_whole(a), digits_of_whole(b)); }

}  // namespace stet
