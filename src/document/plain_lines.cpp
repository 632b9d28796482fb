#include "document/plain_lines.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kMostWidth = 255;
constexpr std::uint32_t kWidestWrap = 110;
constexpr std::uint32_t kNarrowestWrap = 40;
constexpr std::size_t kMeasured = 4 << 20;

// The length of the white space at `pos`, or 0.
std::uint32_t blank_length(std::string_view text, std::size_t pos) {
  const char c = text[pos];
  if (c == ' ' || c == '\t' || c == '\v' || c == '\f') return 1;
  return c == '\xC2' && text.substr(pos, 2) == "\xC2\xA0" ? 2 : 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_only(std::string_view text, std::string_view chars) {
  return text.find_first_not_of(chars) == std::string_view::npos;
}

void classify(std::string_view text, Line& line) {
  const std::string_view s = text.substr(line.text, line.text_end - line.text);
  const auto marked = [&](LineKind kind, std::size_t length) {
    line.kind = kind;
    line.marker = s[0];
    line.content = line.text + static_cast<std::uint32_t>(length);
    while (line.content < line.text_end) {
      const std::uint32_t blank = blank_length(text, line.content);
      if (blank == 0) break;
      line.content += blank;
    }
  };
  const auto blank_at = [&](std::size_t i) { return i < s.size() && blank_length(s, i) > 0; };
  line.kind = LineKind::kText;
  switch (s[0]) {
    case '-':
    case '*':
    case '_':
    case '=':
    case '+':
      if (s[0] != '+' && s.size() >= 3 && is_only(s, std::string_view(&s[0], 1))) {
        marked(LineKind::kRule, s.size());
      } else if (s[0] != '_' && s[0] != '=' && blank_at(1)) {
        marked(LineKind::kItem, 1);
      }
      break;
    case '#': {
      const std::size_t level = std::min(s.find_first_not_of('#'), s.size());
      if (level <= 6 && blank_at(level)) {
        marked(LineKind::kHeading, level);
        line.level = static_cast<std::uint8_t>(level);
      }
      break;
    }
    case '>':
      marked(LineKind::kQuote, 1);
      while (line.content < line.text_end && text[line.content] == '>') {
        marked(LineKind::kQuote, line.content - line.text + 1);
      }
      break;
    case '|':
      if (s.size() > 1 && is_only(s, "|-: \t") && s.find('-') != std::string_view::npos) {
        marked(LineKind::kPipeRule, s.size());
      } else if (s.find('|', 1) != std::string_view::npos) {
        line.kind = LineKind::kPipeRow;
      }
      break;
    case '`':
    case '~':
      if (s.starts_with("```") || s.starts_with("~~~")) marked(LineKind::kFence, s.size());
      break;
    case '\xE2':
      for (const std::string_view bullet : {"\u2022", "\u25E6", "\u25AA", "\u2023", "\u25CF", "\u25A0", "\u2043"}) {
        if (s.starts_with(bullet) && s.size() > bullet.size()) {
          marked(LineKind::kItem, bullet.size());
          break;
        }
      }
      break;
    default:
      if (is_digit(s[0])) {
        std::size_t i = 0;
        while (i < s.size() && i < 4 && is_digit(s[i])) {
          line.number = line.number * 10 + static_cast<std::uint32_t>(s[i++] - '0');
        }
        if (i < 4 && i < s.size() && (s[i] == '.' || s[i] == ')') && blank_at(i + 1)) {
          marked(LineKind::kOrdered, i + 1);
          line.marker = s[i];
        }
      }
      break;
  }
}

// The width of a Markdown line as it is read: without the targets of its links.
std::uint32_t read_width(std::string_view line) {
  std::uint32_t width = line_width(line);
  for (std::size_t pos = line.find("]("); pos != std::string_view::npos; pos = line.find("](", pos + 2)) {
    const std::size_t end = std::min(line.find(')', pos), line.size());
    width -= std::min(width, static_cast<std::uint32_t>(end - pos) + 2);
    if (end == line.size()) break;  // no later one is closed either
  }
  return width;
}

}  // namespace

Line line_at(std::string_view text, std::uint32_t pos) {
  Line line;
  line.begin = pos;
  const std::size_t rest = text.size() - pos;
  const char* const from = text.data() + pos;
  const void* feed = std::memchr(from, '\n', rest);
  const auto to_feed = feed == nullptr ? rest : static_cast<std::size_t>(static_cast<const char*>(feed) - from);
  const void* carriage = std::memchr(from, '\r', to_feed);
  const auto length = static_cast<std::uint32_t>(
      carriage == nullptr ? to_feed : static_cast<std::size_t>(static_cast<const char*>(carriage) - from));
  const std::uint32_t end = pos + length;
  line.next = end;
  if (line.next < text.size()) line.next += text.substr(end, 2) == "\r\n" ? 2 : 1;
  line.text = pos;
  while (line.text < end) {
    const std::uint32_t blank = blank_length(text, line.text);
    if (blank == 0) break;
    line.text += blank;
  }
  line.text_end = end;
  while (line.text_end > line.text) {
    const char last = text[line.text_end - 1];
    if (last == ' ' || last == '\t' || last == '\v' || last == '\f') {
      line.has_tabs = line.has_tabs || last == '\t';
      --line.text_end;
    } else if (last == '\xA0' && line.text_end - line.text >= 2 && text[line.text_end - 2] == '\xC2') {
      line.text_end -= 2;
    } else {
      break;
    }
  }
  line.content = line.text;
  if (line.text == line.text_end) return line;
  line.has_tabs = line.has_tabs || std::memchr(text.data() + line.text, '\t', line.text_end - line.text) != nullptr;
  classify(text, line);
  return line;
}

bool ends_with_stop(std::string_view line) {
  while (!line.empty()) {
    const CodePoint c = decode_before(line, line.size());
    switch (c.value) {
      case '"':
      case '\'':
      case ')':
      case ']':
      case '*':
      case 0xAB:
      case 0xBB:
      case 0x2018:
      case 0x2019:
      case 0x201C:
      case 0x201D:
      case 0x2039:
      case 0x203A:
        line.remove_suffix(c.length);
        continue;
      case '.':
      case '!':
      case '?':
      case ':':
      case ';':
      case ',':
      case 0x2026:
      case 0x3002:
      case 0xFF01:
      case 0xFF1F:
        return true;
      default:
        return false;
    }
  }
  return false;
}

bool is_day_of_month(std::uint32_t number, std::string_view rest) {
  if (number < 1 || number > 31 || rest.empty() || !is_letter(decode_at(rest, 0).value)) return false;
  std::size_t pos = rest.find_first_of(" \t\r\n");
  if (pos == std::string_view::npos || pos > 24) return false;
  while (pos < rest.size() && (rest[pos] == ' ' || rest[pos] == '\t')) ++pos;
  std::size_t digits = 0;
  while (pos + digits < rest.size() && is_digit(rest[pos + digits])) ++digits;
  return digits == 4;
}

std::uint32_t line_width(std::string_view line) {
  if (line.size() > kMostWidth * 4) return kMostWidth;
  return static_cast<std::uint32_t>(std::min<std::size_t>(count_code_points(line), kMostWidth));
}

bool begins_lower(std::string_view line) {
  if (line.empty()) return false;
  if (static_cast<unsigned char>(line[0]) < 0x80) return line[0] >= 'a' && line[0] <= 'z';
  return is_lower(decode_at(line, 0).value);
}

bool stands_by_lines(std::string_view text, std::uint32_t pos) {
  constexpr std::uint32_t kFewestLines = 3;
  constexpr std::uint32_t kMostLines = 200;
  constexpr std::uint32_t kShort = 40;
  constexpr std::uint32_t kWide = 160;
  constexpr std::string_view kMarks = "*_~[!`";
  while (pos > 0 && text[pos - 1] != '\n') --pos;
  std::uint32_t lines = 0;
  std::uint32_t stops = 0;
  std::uint32_t widest = 0;
  std::uint32_t narrowest = kMostWidth;  // but for the last one, which may be short in wrapped prose too
  std::uint32_t last = kMostWidth;
  for (; pos < text.size() && lines < kMostLines; ++lines) {
    const Line line = line_at(text, pos);
    if (line.kind == LineKind::kBlank) break;
    std::string_view content = text.substr(line.text, line.text_end - line.text);
    narrowest = std::min(narrowest, last);
    last = read_width(content);
    widest = std::max(widest, last);
    if (widest > kWide) return false;
    stops += ends_with_stop(content) ? 1U : 0U;
    content.remove_prefix(std::min(content.find_first_not_of(kMarks), content.size()));
    if (lines > 0 && begins_lower(content)) return false;
    pos = line.next;
  }
  return lines >= kFewestLines && stops * 2 < lines && (widest <= kShort || narrowest * 5 <= widest * 3);
}

Wrapping measure_wrapping(std::string_view text, std::uint32_t begin) {
  std::array<std::uint32_t, kMostWidth + 1> widths{};
  std::uint32_t pairs = 0;
  std::uint32_t lower = 0;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), begin + kMeasured));
  Line last;
  for (std::uint32_t pos = begin; pos < end;) {
    const Line line = line_at(text, pos);
    pos = line.next;
    const bool running = line.kind == LineKind::kText || line.kind == LineKind::kQuote;
    // A signature or a source that is indented under a saying tells nothing of how the saying is wrapped.
    const bool hangs = line.text > line.begin && last.kind == line.kind && last.text == last.begin;
    const bool goes_on = running && !hangs && !line.has_tabs && !last.has_tabs &&
                         (last.kind == line.kind || (last.kind == LineKind::kItem && line.text > line.begin));
    if (goes_on) {
      ++pairs;
      ++widths[line_width(text.substr(last.text, last.text_end - last.text))];
      if (begins_lower(text.substr(line.content, line.text_end - line.content))) ++lower;
    }
    last = line;
  }
  Wrapping wrapping;
  if (pairs < 3 || lower * 10 < pairs * 3) return wrapping;
  // The width that all but one in twenty lines keep to: a long address may stick out.
  std::uint32_t seen = 0;
  while (wrapping.width < kMostWidth && (seen + widths[wrapping.width]) * 20 < pairs * 19) {
    seen += widths[wrapping.width++];
  }
  if (wrapping.width < kNarrowestWrap || wrapping.width > kWidestWrap) return wrapping;
  std::uint32_t full = 0;
  for (std::uint32_t w = wrapping.width * 7 / 10; w <= kMostWidth; ++w) full += widths[w];
  wrapping.hard = full * 10 >= pairs * 6;
  return wrapping;
}

}  // namespace stet
