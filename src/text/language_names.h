// Languages by name.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"

namespace stet {

// "French", "Französisch": the language's name in the language `locale` ("en", "de"), from CLDR; its code
// when CLDR has none.
std::string language_name(Language language, std::string_view locale);

// Whether this is a code of ISO 639 that ICU knows, in lower case.
bool is_language_code(std::string_view code);

}  // namespace stet
