// Bytes to line and column and back; the only place where units other than bytes are made.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace stet {

// A place for people and protocols. `line` and `column` count from 1, the column in code points;
// `utf16` is the column from 0 in UTF-16 units, as the language server protocol counts;
// `byte_column` from 0 in bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t utf16 = 0;
  std::uint32_t byte_column = 0;
  bool operator==(const Position&) const = default;
};

// Lines end with LF, CRLF or a lone CR. Views the text, which must be valid UTF-8 and outlive it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

  // The place of a byte offset (clamped to the text's end, and back to a code-point boundary).
  [[nodiscard]] Position position(std::uint32_t offset) const;

  // The byte offset of a line and column, clamped to the line's end.
  [[nodiscard]] std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;
  // The same with a column from 0 in UTF-16 units. A column within a surrogate pair is its begin.
  [[nodiscard]] std::uint32_t offset_utf16(std::uint32_t line, std::uint32_t utf16) const;

  // The line (from 1) that holds the offset.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
  // A line's text without its line end. Lines count from 1.
  [[nodiscard]] std::string_view line(std::uint32_t line) const;
  // Where a line begins, in bytes.
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const { return starts_[line - 1]; }

 private:
  // A place inside a very long line, so that no look-up walks megabytes: columns there, counted from 0.
  struct Mark {
    std::uint32_t offset = 0;
    std::uint32_t code_points = 0;
    std::uint32_t utf16 = 0;
  };
  void mark_long_line(std::uint32_t begin, std::uint32_t end);
  // Where the line's text ends, before its line end.
  [[nodiscard]] std::uint32_t text_end(std::uint32_t line) const;
  // The last mark of the line that is not past the value of `field`, or the line's begin.
  [[nodiscard]] Mark mark_before(std::uint32_t line, std::uint32_t Mark::*field, std::uint32_t value) const;

  std::string_view text_;
  std::vector<std::uint32_t> starts_;
  std::vector<Mark> marks_;  // by offset
};

}  // namespace stet
