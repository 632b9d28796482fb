#include "facts/line_shape.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongestLine = 300;  // bytes, of what fills a line

constexpr std::u32string_view kLineEnds = U"\n\t|>·•»›";

bool ends_line(char32_t c) { return kLineEnds.find(c) != std::u32string_view::npos; }

// Whether the mark that ends at `end` closes a quotation: «…», conta.
bool closes_quotation(char32_t mark, std::string_view text, std::size_t end) {
  return (mark == U'»' || mark == U'›') && end < text.size() &&
         std::string_view(",.;:!?)").find(text[end]) != std::string_view::npos;
}

// Whether a text that holds `others` may hold one of these characters.
bool has_one(const CharSet& others, std::u32string_view characters) {
  return std::any_of(characters.begin(), characters.end(), [&](char32_t c) { return others.has(CharSet::bucket(c)); });
}

// The length of a number in brackets at the begin of `text`: "(12)", "[1.204]"; 0 when there is none.
std::size_t bracketed_number(std::string_view text) {
  if (text.empty() || (text[0] != '(' && text[0] != '[')) return 0;
  std::size_t i = 1;
  while (i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == '.' || text[i] == ',')) ++i;
  return i > 1 && i < text.size() && (text[i] == ')' || text[i] == ']') ? i + 1 : 0;
}

// In a row of menu entries these part the entries too; in prose they do not: dashes and strokes between spaces, two
// spaces, symbols and emoji. Gives the length of the separator that begins at `pos`, or 0.
std::size_t row_separator(std::string_view text, std::size_t pos) {
  const CodePoint c = decode_at(text, pos);
  const bool after_space = pos > 0 && text[pos - 1] == ' ';
  const bool before_space = pos + c.length < text.size() && text[pos + c.length] == ' ';
  switch (c.value) {
    case ' ':
      return before_space ? 2 : 0;
    case '-':
    case '/':
    case 0x2013:
    case 0x2014:
      return after_space && before_space ? c.length : 0;
    default:
      return CharSet::is_symbol(c.value) && char_class(c.value) != CharClass::kWord ? c.length : 0;
  }
}

}  // namespace

bool has_short_line(std::string_view text, const CharSet& others) {
  if (text.size() <= kLongestLine) return true;
  return has_one(others, kLineEnds);
}

bool is_one_line(const CharSet& others) { return !has_one(others, kLineEnds) && !has_one(others, U"(["); }

std::vector<TextSpan> short_lines(std::string_view text) {
  std::vector<TextSpan> lines;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos <= text.size();) {
    const CodePoint c = pos < text.size() ? decode_at(text, pos) : CodePoint{'\n', 1};
    if (ends_line(c.value)) {
      if (pos - begin <= kLongestLine && pos > begin) {
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos)});
      }
      begin = pos + c.length;
    }
    pos += c.length;
  }
  return lines;
}

bool is_menu_row(std::string_view text) {
  constexpr std::size_t kFewestEntries = 3;
  constexpr std::size_t kMostWords = 4;
  if (text.size() > kLongestLine || text.ends_with('.')) return false;
  std::size_t entries = 0;
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t pos = 0; pos <= text.size();) {
    const std::size_t separator = pos < text.size() ? row_separator(text, pos) : 1;
    if (separator != 0) {
      entries += words > 0 ? 1U : 0U;
      words = 0;
      in_word = false;
      pos += separator;
      continue;
    }
    const CodePoint c = decode_at(text, pos);
    const bool is_word = char_class(c.value) == CharClass::kWord;
    if (is_word && !in_word && ++words > kMostWords) return false;
    in_word = is_word;
    pos += c.length;
  }
  return entries >= kFewestEntries;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end, bool menu_row) {
  while (begin > 0) {
    const CodePoint c = decode_before(text, begin);
    if ((ends_line(c.value) && !closes_quotation(c.value, text, begin)) ||
        (menu_row && row_separator(text, begin - c.length) != 0))
      break;
    if (char_class(c.value) == CharClass::kWord) return false;
    begin -= c.length;
  }
  while (end < text.size()) {
    if (const std::size_t number = bracketed_number(text.substr(end))) {
      end += number;
      continue;
    }
    const CodePoint c = decode_at(text, end);
    if (ends_line(c.value) || (menu_row && row_separator(text, end) != 0)) break;
    if (char_class(c.value) == CharClass::kWord) return false;
    end += c.length;
  }
  return true;
}

}  // namespace stet
