#include "document/markdown_addresses.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace stet {
namespace {

constexpr std::size_t kLeastBytes = 100'000;  // a smaller paragraph cannot hold as many
constexpr std::uint64_t kMostLooks = 1'000'000'000;

// Whether a block may begin with the line: then the one before is told apart, as items of a list are.
bool begins_block(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (line.empty() || line == "\r" || line[0] == '|' || line[0] == '#' || line[0] == '>') return true;
  const std::size_t mark = line.find_first_not_of("0123456789");
  if (mark == std::string_view::npos) return false;
  const bool bullet = mark == 0 && (line[0] == '-' || line[0] == '*' || line[0] == '+');
  const bool number = mark > 0 && (line[mark] == '.' || line[mark] == ')');
  return (bullet || number) && line.substr(mark + 1).starts_with(' ');
}

bool is_crowded(std::string_view paragraph) {
  if (paragraph.size() < kLeastBytes) return false;
  std::uint64_t addresses = 0;
  std::uint64_t marks = 0;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    switch (paragraph[i]) {
      case ':':
        addresses += paragraph.substr(i + 1, 2) == "//" ? 1 : 0;
        break;
      case '@':
        ++addresses;
        break;
      case '.':
        addresses += i >= 3 && paragraph.substr(i - 3, 3) == "www" ? 1 : 0;
        break;
      case '*':
      case '_':
      case '~':
      case '[':
      case ']':
      case '<':
        ++marks;
        break;
      default:
        break;
    }
  }
  return addresses * (addresses + marks) > kMostLooks;
}

}  // namespace

bool has_crowded_addresses(std::string_view markdown) {
  if (markdown.size() < kLeastBytes) return false;
  std::size_t begin = 0;  // of the paragraph
  for (std::size_t line = 0; line < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', line), markdown.size());
    if (begins_block(markdown.substr(line, end - line))) {
      if (is_crowded(markdown.substr(begin, line - begin))) return true;
      begin = line;
    }
    line = end + 1;
  }
  return is_crowded(markdown.substr(begin));
}

}  // namespace stet
