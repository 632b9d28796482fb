// What the formats for people share: colours and the headline of a finding.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostic.h"

namespace stet {

// Colours, or none.
class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}

  [[nodiscard]] std::string_view bold() const { return code("\x1b[1m"); }
  [[nodiscard]] std::string_view dim() const { return code("\x1b[2m"); }
  [[nodiscard]] std::string_view frame() const { return code("\x1b[1;34m"); }
  [[nodiscard]] std::string_view help() const { return code("\x1b[1;36m"); }
  [[nodiscard]] std::string_view severity(Severity severity) const;
  [[nodiscard]] std::string_view reset() const { return code("\x1b[0m"); }

 private:
  [[nodiscard]] std::string_view code(std::string_view escape) const { return color_ ? escape : std::string_view(); }

  bool color_;
};

// Text of any bytes and lines, harmless to a terminal: U+FFFD for what is not UTF-8, steering characters spelled
// out as in text/display.h, line feeds kept.
std::string printable(std::string_view text);

// "draft.md:18:11"
std::string location(const Place& place);

// "draft.md:18:11: error[date/weekday-mismatch] 8 April 2025 was a Tuesday"
void append_headline(std::string& out, const Diagnostic& diagnostic, const Paint& paint);

}  // namespace stet
