#include "text/plain_form.h"

#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {

std::string plain_form(std::string_view word) {
  const std::string folded = fold(word);
  std::string plain;
  for (std::size_t pos = 0; pos < folded.size();) {
    const CodePoint c = decode_at(folded, pos);
    pos += c.length;
    if (is_letter(c.value) || is_digit(c.value)) append_utf8(plain, c.value);
  }
  return plain;
}

}  // namespace stet
