#include "rule/message.h"

#include <fmt/format.h>

#include <algorithm>

#include "rule/value_text.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// A piece of a template: a name, or text to be copied.
struct Piece {
  std::string_view text;
  bool is_name = false;
  bool broken = false;
};

// The piece that begins at `pos`, and moves on behind it.
Piece next_piece(std::string_view text, std::size_t& pos) {
  const std::size_t begin = pos;
  const char c = text[pos];
  if (c != '{' && c != '}') {
    pos = std::min(text.find_first_of("{}", pos), text.size());
    return {.text = text.substr(begin, pos - begin)};
  }
  ++pos;
  if (pos < text.size() && text[pos] == c) return {.text = text.substr(pos++, 1)};
  if (c == '}') return {.text = "}", .broken = true};
  std::size_t end = pos;
  while (end < text.size() && is_name_char(text[end])) ++end;
  if (end == pos || end == text.size() || text[end] != '}') return {.text = "{", .broken = true};
  const Piece name = {.text = text.substr(pos, end - pos), .is_name = true};
  pos = end + 1;
  return name;
}

}  // namespace

std::string value_text(const Value& value, Locale locale) {
  struct Writer {
    Locale locale;
    std::string operator()(const std::string& text) const { return one_line(text); }
    std::string operator()(CivilDate date) const { return date_text(date, locale); }
    std::string operator()(Weekday weekday) const { return std::string(weekday_text(weekday, locale)); }
    std::string operator()(NumberValue number) const { return number_text(number, locale); }
    std::string operator()(Language language) const { return language_text(language, locale); }
  };
  return std::visit(Writer{locale}, value);
}

std::string fill_template(std::string_view text, const Values& values, Locale locale) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const Piece piece = next_piece(text, pos);
    if (!piece.is_name) {
      out += piece.text;
      continue;
    }
    const auto it = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == piece.text; });
    out += it == values.end() ? fmt::format("{{{}}}", piece.text) : value_text(it->second, locale);
  }
  return out;
}

Result<std::vector<std::string>> template_names(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const Piece piece = next_piece(text, pos);
    if (piece.broken) {
      const auto column = static_cast<std::uint32_t>(count_code_points(text.substr(0, begin)) + 1);
      return Error{.message = fmt::format("\"{}\" begins or ends no {{name}}", piece.text),
                   .column = column,
                   .hint = "write {{ or }} for a brace"};
    }
    if (piece.is_name && std::find(names.begin(), names.end(), piece.text) == names.end()) {
      names.emplace_back(piece.text);
    }
  }
  return names;
}

}  // namespace stet
