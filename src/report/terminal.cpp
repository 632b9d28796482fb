#include "report/terminal.h"

#include <fmt/format.h>

#include <iterator>

#include "text/display.h"
#include "text/utf8.h"

namespace stet {
namespace {

// A path may hold any bytes; what is printed must be UTF-8 without steering characters.
std::string displayable_path(std::string_view path) {
  std::string out;
  for (;;) {
    const InvalidUtf8 broken = find_invalid_utf8(path);
    out += displayable(path.substr(0, broken.begin));
    if (broken.begin >= path.size()) return out;
    out += "\xEF\xBF\xBD";
    path.remove_prefix(broken.begin + broken.length);
  }
}

}  // namespace

std::string_view Paint::severity(Severity severity) const {
  switch (severity) {
    case Severity::kError:
      return code("\x1b[1;31m");
    case Severity::kWarning:
      return code("\x1b[1;33m");
    case Severity::kInfo:
      return code("\x1b[1;36m");
  }
  return {};
}

std::string location(const Place& place) {
  return fmt::format("{}:{}:{}", displayable_path(place.path), place.start.line, place.start.column);
}

void append_headline(std::string& out, const Diagnostic& diagnostic, const Paint& paint) {
  fmt::format_to(std::back_inserter(out), "{}{}{}: {}{}[{}]{} {}", paint.bold(), location(diagnostic.place),
                 paint.reset(), paint.severity(diagnostic.severity), severity_name(diagnostic.severity),
                 diagnostic.rule, paint.reset(), displayable(diagnostic.message));
}

}  // namespace stet
