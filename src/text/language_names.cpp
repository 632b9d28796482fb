#include "text/language_names.h"

#include <unicode/uloc.h>

#include <array>

#include "text/utf8.h"

namespace stet {
namespace {

std::string to_utf8(const UChar* text, std::int32_t length) {
  std::string out;
  for (std::int32_t i = 0; i < length;) {
    char32_t c = text[i++];
    const bool is_pair = c >= 0xD800 && c < 0xDC00 && i < length;
    if (is_pair) c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(text[i++]) - 0xDC00);
    append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string language_name(Language language, std::string_view locale) {
  const std::string code(language.code());
  std::array<UChar, 100> name{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length = uloc_getDisplayLanguage(code.c_str(), std::string(locale).c_str(), name.data(),
                                                      static_cast<std::int32_t>(name.size()), &status);
  if (U_FAILURE(status) || length <= 0) return code;
  return to_utf8(name.data(), length);
}

bool is_language_code(std::string_view code) {
  for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

}  // namespace stet
