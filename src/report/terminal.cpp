#include "report/terminal.h"

#include <fmt/format.h>

#include <iterator>

#include "text/display.h"
#include "text/utf8.h"

namespace stet {

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

std::string printable(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t end = text.find('\n');
    out += displayable(valid_utf8(text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string location(const Place& place) {
  return fmt::format("{}:{}:{}", displayable(valid_utf8(place.path)), place.start.line, place.start.column);
}

void append_headline(std::string& out, const Diagnostic& diagnostic, const Paint& paint) {
  fmt::format_to(std::back_inserter(out), "{}{}{}: {}{}[{}]{} {}", paint.bold(), location(diagnostic.place),
                 paint.reset(), paint.severity(diagnostic.severity), severity_name(diagnostic.severity),
                 diagnostic.rule, paint.reset(), displayable(diagnostic.message));
}

}  // namespace stet
