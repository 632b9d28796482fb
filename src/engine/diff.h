// What changed between two texts.
#pragma once

#include <string>
#include <string_view>

namespace stet {

// A unified diff with three lines of context, as `patch` and `git apply -p0` read it; empty when the texts are
// equal. Texts in UTF-16 are shown as UTF-8. Shortest edit script by E. W. Myers, "An O(ND) Difference
// Algorithm and Its Variations" (1986); past a thousand differences the rest counts as replaced.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace stet
