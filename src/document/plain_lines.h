// The lines of a plain text, told apart by their first bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet {

enum class LineKind : std::uint8_t {
  kBlank,
  kText,
  kItem,      // "- ", "* ", "• "
  kOrdered,   // "1. ", "2) "
  kPipeRow,   // "| a | b |"
  kPipeRule,  // "|---|---|"
  kQuote,     // "> "
  kHeading,   // "## "
  kRule,      // "---", "***", "___", "====": a line of nothing else
  kFence,     // "```"
};

// Offsets into the text, in bytes. [text, text_end) is the line without white space around it, [content, text_end)
// without its marker too.
struct Line {
  std::uint32_t begin = 0;
  std::uint32_t text = 0;
  std::uint32_t content = 0;
  std::uint32_t text_end = 0;
  std::uint32_t next = 0;    // where the next line begins
  std::uint32_t number = 0;  // of an ordered item
  LineKind kind = LineKind::kBlank;
  std::uint8_t level = 0;  // of a heading
  char marker = '\0';      // the first byte of an item's, a rule's or a fence's marker
  bool has_tabs = false;   // a tab between or behind cells
};

// The line that begins at `pos`. Lines end with LF, CRLF or a lone CR.
Line line_at(std::string_view text, std::uint32_t pos);

// Whether a line ends as a sentence or an enumeration does: . ! ? … : ; , also before closing quotes and brackets.
bool ends_with_stop(std::string_view line);

// Whether "N. word" at the beginning of a line is a date ("8. April 2025"), `rest` being what follows the number.
bool is_day_of_month(std::uint32_t number, std::string_view rest);

// How a text is broken into lines.
struct Wrapping {
  bool hard = false;        // line breaks stand within sentences throughout
  std::uint32_t width = 0;  // code points; where they do
};
// From the lines of the first megabytes: their widths, and how many go on in lower case.
Wrapping measure_wrapping(std::string_view text, std::uint32_t begin);

// Whether the lines of the Markdown paragraph around `pos` are lines of their own, as pasted menus, buttons and
// headlines are: no sentence goes on in the next one, few end with a stop, and they are not filled up to one width.
bool stands_by_lines(std::string_view text, std::uint32_t pos);

// Code points, no more than 255.
std::uint32_t line_width(std::string_view line);
// Whether the line begins with a lower-case letter.
bool begins_lower(std::string_view line);

}  // namespace stet
