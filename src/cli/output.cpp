#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "base/error_text.h"
#include "cli/commands.h"
#include "report/terminal.h"

namespace stet {

namespace {

// An empty text may have no place to read from, which fwrite must not be given.
void put(std::string_view text, std::FILE* stream) {
  if (!text.empty()) std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace

void print(std::string_view text) { put(text, stdout); }

void print_aside(std::string_view text) { put(text, stderr); }

void complain(std::string_view text) {
  const std::string safe = printable(text);
  print_aside(safe);
}

void complain(const Errors& errors) { complain(to_text(errors)); }

int fail(std::string_view message) {
  complain(fmt::format("stet: {}\n", message));
  return kExitError;
}

int fail(const Errors& errors) {
  complain(errors);
  return kExitError;
}

int after_printing(int exit_code) {
  const bool flushed = std::fflush(stdout) == 0;
  if ((flushed && std::ferror(stdout) == 0) || exit_code == kExitError) return exit_code;
  Error error;
  error.message = "can't write to standard output";
  if (!flushed) error.message += ": " + std::generic_category().message(errno);
  return fail(Errors{error});
}

std::optional<Locale> choose_locale(std::string_view option) {
  if (!option.empty()) return locale_from_name(option);
  const char* environment = std::getenv("STET_LOCALE");
  if (environment == nullptr || *environment == '\0') return Locale::kEnglish;
  return locale_from_name(environment);
}

}  // namespace stet
