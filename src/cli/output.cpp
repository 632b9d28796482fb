#include "cli/output.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "base/error_text.h"
#include "cli/commands.h"

namespace stet {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

int fail(std::string_view message) {
  std::fputs(fmt::format("stet: {}\n", message).c_str(), stderr);
  return kExitError;
}

int fail(const Errors& errors) {
  std::fputs(to_text(errors).c_str(), stderr);
  return kExitError;
}

std::optional<Locale> choose_locale(std::string_view option) {
  if (!option.empty()) return locale_from_name(option);
  const char* environment = std::getenv("STET_LOCALE");
  if (environment == nullptr || *environment == '\0') return Locale::kEnglish;
  return locale_from_name(environment);
}

}  // namespace stet
