#include "text/plain_form.h"

#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {

std::string plain_form(std::string_view word) {
  std::string form = fold(word);
  std::size_t kept = 0;
  for (std::size_t pos = 0; pos < form.size();) {
    const CodePoint c = decode_at(form, pos);
    if (is_letter(c.value) || is_digit(c.value)) {
      for (std::size_t i = 0; i < c.length; ++i) form[kept++] = form[pos + i];
    }
    pos += c.length;
  }
  form.resize(kept);
  return form;
}

}  // namespace stet
