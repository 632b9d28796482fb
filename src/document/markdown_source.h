// What is put right in a Markdown text before md4c reads it, and the way back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

// The text that md4c parses: the source from `begin` on, but for three things that md4c 0.4.8 does not know.
// A delimiter row with short cells (|-|-|) gets the three characters per cell that it wants, footnote marks
// ([^1], and [^1]: at the beginning of a line) are overwritten where the text defines them, since md4c would read
// some as links, and so are NULs, behind which md4c repeats what it gave. Offsets are those of the source.
class MarkdownSource {
 public:
  MarkdownSource(std::string_view source, std::uint32_t begin);

  [[nodiscard]] std::string_view text() const { return text_; }
  // The source offset of a place in text().
  [[nodiscard]] std::uint32_t offset(const char* place) const;
  [[nodiscard]] bool holds(const char* place) const {
    return place >= text_.data() && place <= text_.data() + text_.size();
  }

  // Footnote marks, in order: no part of the prose.
  struct Footnote {
    SourceSpan span;
    bool definition = false;
  };
  [[nodiscard]] const std::vector<Footnote>& footnotes() const { return footnotes_; }

  // Whether some line opens more quotes and lists than any writer would (kDeepestNesting).
  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  struct Insertion {
    std::uint32_t source = 0;  // before this byte of the source
    std::uint32_t length = 0;
    std::uint32_t moved = 0;  // bytes inserted before this one
  };
  void look_at_line(std::uint32_t begin, std::uint32_t end);
  void widen_delimiters(std::uint32_t begin, std::uint32_t end);
  void collect_definition(std::uint32_t begin, std::uint32_t end);
  void collect_footnotes();
  void build();

  std::string_view source_;
  std::uint32_t begin_;
  std::string_view text_;
  std::string changed_;  // empty when the source can be parsed as it is
  std::vector<Insertion> insertions_;
  std::vector<std::string_view> labels_;  // of the footnotes that are defined, sorted
  std::vector<Footnote> footnotes_;
  bool has_nul_ = false;
  bool too_deep_ = false;
};

// Lists and quotes nested deeper than this make a text be read as plain text. md4c itself is linear in the depth
// (100,000 levels take 12 ms), but what works on the tree need not be.
inline constexpr std::size_t kDeepestNesting = 500;

// Whether a line is the delimiter row of a table: |---|:-:|, with at least one pipe and one dash a cell.
bool is_delimiter_row(std::string_view line);

// Where the line ends that holds `pos`: its LF, CR, or the text's end.
std::uint32_t line_end(std::string_view text, std::uint32_t pos);
// Where the next line begins.
std::uint32_t next_line(std::string_view text, std::uint32_t pos);
// Where the line begins that holds `pos`, but not before `from`.
std::uint32_t line_begin(std::string_view text, std::uint32_t pos, std::uint32_t from);

}  // namespace stet
