#include "check/kinds/contradiction/guard_support.h"

#include <algorithm>
#include <string_view>

namespace stet {

bool is_silenced(const Facts& facts, std::uint32_t slot, std::uint32_t number, const Block& block, TextSpan sentence,
                 TextSpan told, bool behind, TextSpan own) {
  return std::ranges::any_of(facts.matches().in(slot, number, sentence), [&](const Hit& hit) {
    if (own.contains(hit.span)) return false;
    if (hit.key != 1) return hit.key == 0;
    if (!behind && hit.span.begin >= told.end) return false;
    const TextSpan gap = hit.span.end <= told.begin   ? TextSpan{hit.span.end, told.begin}
                         : hit.span.begin >= told.end ? TextSpan{told.end, hit.span.begin}
                                                      : TextSpan{told.begin, told.begin};
    const std::string_view between = std::string_view(block.text).substr(gap.begin, gap.size());
    return between.find_first_of(",;:()") == std::string_view::npos;
  });
}

}  // namespace stet
