#include "base/error_text.h"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace stet {
namespace {

constexpr std::size_t kWindow = 100;  // code points of the offending line that are shown
constexpr std::size_t kBefore = 60;   // of them before the column

// The code points of valid UTF-8, each as its bytes.
std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    all.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return all;
}

bool is_control(std::string_view code_point) {
  return code_point.size() == 1 && (static_cast<unsigned char>(code_point[0]) < 0x20 || code_point[0] == 0x7F);
}

void append_excerpt(std::string& out, const Error& error) {
  const std::vector<std::string_view> line = code_points(error.excerpt);
  const std::size_t column = error.column == 0 ? 0 : error.column - 1;
  std::size_t first = 0;
  std::size_t last = line.size();
  if (line.size() > kWindow) {
    if (column > kBefore) first = std::min(column - kBefore, line.size() - kWindow);
    last = first + kWindow;
  }
  const std::string number = fmt::format("{}", error.line);
  out += fmt::format("  {} | {}", number, first > 0 ? "…" : "");
  for (std::size_t i = first; i < last; ++i) {
    // A control character would move the mark below, or do worse to a terminal.
    if (is_control(line[i])) {
      out += ' ';
    } else {
      out += line[i];
    }
  }
  out += last < line.size() ? "…\n" : "\n";
  if (error.column == 0) return;
  const std::size_t indent = (first > 0 ? 1 : 0) + (column < first ? 0 : column - first);
  out += fmt::format("  {:{}} | {:{}}^\n", "", number.size(), "", indent);
}

}  // namespace

std::string to_text(const Error& error) {
  std::string out = error.path;
  if (error.line != 0) out += fmt::format(":{}", error.line);
  if (error.line != 0 && error.column != 0) out += fmt::format(":{}", error.column);
  if (!out.empty()) out += ": ";
  out += error.message;
  out += '\n';
  if (error.line != 0 && !error.excerpt.empty()) append_excerpt(out, error);
  if (!error.hint.empty()) out += fmt::format("  {}\n", error.hint);
  return out;
}

std::string to_text(const Errors& errors) {
  std::string out;
  for (const Error& error : errors) out += to_text(error);
  return out;
}

}  // namespace stet
