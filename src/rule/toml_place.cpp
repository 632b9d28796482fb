// Places inside TOML strings.
#include <algorithm>

#include "rule/toml_reader.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Walks over a TOML string as it is written, one code point of its value a step.
class StringWalker {
 public:
  StringWalker(std::string_view text, std::size_t pos, TomlPlace place) : text_(text), pos_(pos), place_(place) {
    const char quote = peek();
    literal_ = quote == '\'';
    const std::string_view triple = literal_ ? "'''" : "\"\"\"";
    multiline_ = text_.substr(pos_, 3) == triple;
    skip(multiline_ ? 3 : 1);
    if (!multiline_) return;
    // A line end directly behind the quotes does not belong to the value.
    if (peek() == '\r') skip(1);
    if (peek() == '\n') skip(1);
  }

  // The place of the next code point of the value.
  TomlPlace next_place() {
    skip_line_continuation();
    return place_;
  }

  void step() {
    skip_line_continuation();
    if (literal_ || peek() != '\\') {
      // toml++ gives a line end as it stands; CR and LF are two code points of the value.
      skip(1);
      return;
    }
    skip(1);
    const char escape = peek();
    skip(1);
    if (escape == 'u') skip(4);
    if (escape == 'U') skip(8);
    if (escape == 'x') skip(2);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return pos_ + ahead < text_.size() ? text_[pos_ + ahead] : '\0';
  }
  void skip(std::size_t code_points) {
    for (std::size_t i = 0; i < code_points && pos_ < text_.size(); ++i) {
      if (peek() == '\n') {
        ++place_.line;
        place_.column = 1;
      } else {
        ++place_.column;
      }
      ++pos_;
      while (!is_boundary(text_, pos_)) ++pos_;
    }
  }
  // A backslash at the end of a line swallows all white space that follows.
  void skip_line_continuation() {
    if (literal_ || !multiline_ || peek() != '\\') return;
    std::size_t ahead = 1;
    while (peek(ahead) == ' ' || peek(ahead) == '\t' || peek(ahead) == '\r') ++ahead;
    if (peek(ahead) != '\n') return;
    skip(1);
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') skip(1);
  }

  std::string_view text_;
  std::size_t pos_;
  TomlPlace place_;
  bool literal_ = false;
  bool multiline_ = false;
};

std::size_t byte_of(std::string_view text, TomlPlace place) {
  std::size_t pos = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    pos = text.find('\n', pos);
    if (pos == std::string_view::npos) return text.size();
    ++pos;
  }
  for (std::uint32_t column = 1; column < place.column && pos < text.size(); ++column) {
    ++pos;
    while (!is_boundary(text, pos)) ++pos;
  }
  return pos;
}

}  // namespace

TomlPlace TomlFile::place_in(const TomlValue& string, std::size_t offset) const {
  if (string.type != TomlValue::Type::kString || string.place.line == 0) return string.place;
  StringWalker walker(text_, byte_of(text_, string.place), string.place);
  for (std::size_t i = 0; i < offset; ++i) walker.step();
  return walker.next_place();
}

}  // namespace stet
