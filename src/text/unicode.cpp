#include "text/unicode.h"

#include <unicode/uchar.h>

#include "text/character_properties.h"
#include "text/utf8.h"

namespace stet {

CharacterInfo unicode_detail::rare_info(char32_t c) { return compute_info(c); }

Folding unicode_detail::rare_folding(char32_t c) {
  // Most characters beyond the table are ideographs and symbols that fold to themselves.
  if (c >= 0x2E80 && c < 0xA640) return {{c}, 1};
  return compute_folding(c);
}

char32_t lower_case(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t upper_case(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

std::size_t count_letters(std::string_view text, std::size_t most) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < text.size() && letters < most;) {
    const CodePoint c = decode_at(text, pos);
    if (is_letter(c.value)) ++letters;
    pos += c.length;
  }
  return letters;
}

namespace unicode_detail {

bool word_char_before(std::string_view text, std::size_t pos) {
  while (pos > 0) {
    const CodePoint c = decode_before(text, pos);
    const CharClass cls = char_class(c.value);
    if (cls != CharClass::kInvisible) return cls == CharClass::kWord;
    pos -= c.length;
  }
  return false;
}

bool word_char_at(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    const CharClass cls = char_class(c.value);
    if (cls != CharClass::kInvisible) return cls == CharClass::kWord;
    pos += c.length;
  }
  return false;
}

}  // namespace unicode_detail

}  // namespace stet
