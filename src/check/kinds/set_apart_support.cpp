#include "check/kinds/set_apart_support.h"

#include "check/kinds/number/number_support.h"
#include "text/utf8.h"

namespace stet {

bool is_closed_at(std::string_view text, std::size_t pos) {
  pos = skip_blanks(text, pos);
  if (pos >= text.size() || std::string_view(".,;:)!?").find(text[pos]) != std::string_view::npos) return true;
  const char32_t c = decode_at(text, pos).value;
  return c == U'–' || c == U'—';
}

}  // namespace stet
