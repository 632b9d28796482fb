#include "rule/example_marks.h"

namespace stet {

MarkedText take_marks(std::string_view marked) {
  constexpr std::string_view kOpen = "⟦";
  constexpr std::string_view kClose = "⟧";
  MarkedText result;
  const auto fail = [&](std::string_view what, std::size_t at) {
    result.error = what;
    result.error_at = at;
    return result;
  };
  bool open = false;
  std::size_t opened_at = 0;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < marked.size();) {
    const std::string_view rest = marked.substr(i);
    if (rest.starts_with(kOpen)) {
      if (open) return fail("⟦ inside ⟦…⟧", i);
      open = true;
      opened_at = i;
      begin = static_cast<std::uint32_t>(result.text.size());
      i += kOpen.size();
    } else if (rest.starts_with(kClose)) {
      if (!open) return fail("⟧ without ⟦", i);
      const auto end = static_cast<std::uint32_t>(result.text.size());
      if (begin == end) return fail("nothing between ⟦ and ⟧", opened_at);
      result.spans.push_back({begin, end});
      open = false;
      i += kClose.size();
    } else {
      result.text += marked[i++];
    }
  }
  if (open) return fail("⟦ without ⟧", opened_at);
  return result;
}

}  // namespace stet
