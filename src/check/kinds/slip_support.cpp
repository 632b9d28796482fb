#include "check/kinds/slip_support.h"

#include <cmath>
#include <string>

namespace stet {

bool is_slip(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a == b) return false;
  std::size_t first = 0;
  while (a[first] == b[first]) ++first;
  if (a.substr(first + 1) == b.substr(first + 1)) return true;
  return a[first] == b[first + 1] && a[first + 1] == b[first] && a.substr(first + 2) == b.substr(first + 2);
}

bool is_slip(double a, double b) { return is_slip(std::to_string(std::llround(a)), std::to_string(std::llround(b))); }

}  // namespace stet
