// Text as a terminal shows it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

// One character as a person sees it: a base with its marks, an emoji sequence, a pair of regional indicators.
struct DisplayCell {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t width = 0;  // terminal columns: 0, 1 or 2; more where a control character is spelled out
  std::string_view shown;   // what to print: a view of the text, or of static text for tabs and controls
};

// The cells of a line (valid UTF-8) in order. Widths follow East Asian Width (UAX #11) and emoji sequences
// (UTS #51). Nothing in what is shown can steer a terminal: control characters become control pictures,
// characters that change the writing direction or are invisible are spelled out (<U+202E>), tabs become spaces
// up to the next fourth column, and soft hyphens vanish.
class DisplayLine {
 public:
  explicit DisplayLine(std::string_view text);

  [[nodiscard]] const std::vector<DisplayCell>& cells() const { return cells_; }

 private:
  void add(std::uint32_t begin, std::uint32_t end, std::uint32_t width, std::string_view shown);
  void spell_out(std::uint32_t begin, std::uint32_t end, char32_t c);
  std::uint32_t cluster_end(std::uint32_t begin, char32_t first, std::uint32_t& width) const;

  std::string_view text_;
  std::vector<DisplayCell> cells_;
  std::vector<std::unique_ptr<std::string>> spelled_;
  std::uint32_t column_ = 0;
};

// The whole text on one line, safe to print; line ends are spelled out like other controls.
std::string displayable(std::string_view text);

// The columns that it takes.
std::uint32_t display_width(std::string_view text);

}  // namespace stet
