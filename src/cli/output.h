// What the commands share in printing.
#pragma once

#include <string_view>

#include "base/result.h"
#include "rule/rule.h"

namespace stet {

// To standard output, as it is.
void print(std::string_view text);
// To standard error: `stet: MESSAGE`, or the errors with their places. Gives kExitError.
int fail(std::string_view message);
int fail(const Errors& errors);

// Text broken at spaces into lines of at most `width` code points, each behind `indent` spaces; ends with a
// line feed.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

// The locale that `option` (may be empty) or else STET_LOCALE names; English when neither does. Nothing for
// an unknown one.
std::optional<Locale> choose_locale(std::string_view option);

}  // namespace stet
