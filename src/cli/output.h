// What the commands share in printing.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "rule/rule.h"

namespace stet {

// To standard output, as it is.
void print(std::string_view text);
// The same to standard error, for what a reporter made.
void print_aside(std::string_view text);
// To standard error, without what could steer a terminal: paths and quoted lines may hold anything.
void complain(std::string_view text);
void complain(const Errors& errors);
// To standard error: `stet: MESSAGE`, or the errors with their places. Gives kExitError.
int fail(std::string_view message);
int fail(const Errors& errors);

// What a command's exit status becomes when not all of its output could be written, which is said.
int after_printing(int exit_code);

// The locale that `option` (may be empty) or else STET_LOCALE names; English when neither does. Nothing for
// an unknown one.
std::optional<Locale> choose_locale(std::string_view option);

}  // namespace stet
