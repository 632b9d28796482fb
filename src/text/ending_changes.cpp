#include "text/ending_changes.h"

#include <algorithm>

namespace stet {

bool is_ending_change(std::u32string_view a, std::u32string_view b, unsigned home) {
  if (a.size() > kLongestEnding || b.size() > kLongestEnding) return true;
  return std::ranges::binary_search(kEndingChanges[home], ending_change_key(a, b));
}

}  // namespace stet
