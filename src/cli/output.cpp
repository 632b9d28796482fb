#include "cli/output.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "base/error_text.h"
#include "cli/commands.h"
#include "text/utf8.h"

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

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out(indent, ' ');
  std::size_t column = indent;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t length = count_code_points(word);
    if (column > indent && column + 1 + length > width) {
      out += '\n';
      out.append(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
    begin = end + 1;
  }
  return out + '\n';
}

std::optional<Locale> choose_locale(std::string_view option) {
  if (!option.empty()) return locale_from_name(option);
  const char* environment = std::getenv("STET_LOCALE");
  if (environment == nullptr || *environment == '\0') return Locale::kEnglish;
  return locale_from_name(environment);
}

}  // namespace stet
