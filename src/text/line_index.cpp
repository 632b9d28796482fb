#include "text/line_index.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kMarkDistance = 1024;

std::size_t find_byte(std::string_view text, std::size_t from, char c) {
  if (from >= text.size()) return text.size();
  const void* hit = std::memchr(text.data() + from, c, text.size() - from);
  return hit == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.reserve(text.size() / 64 + 1);
  starts_.push_back(0);
  std::size_t feed = find_byte(text, 0, '\n');
  std::size_t carriage = find_byte(text, 0, '\r');
  while (feed < text.size() || carriage < text.size()) {
    const std::size_t end = std::min(feed, carriage);
    const std::size_t next = feed == carriage + 1 && feed < text.size() ? feed + 1 : end + 1;
    if (end - starts_.back() > kMarkDistance) mark_long_line(starts_.back(), static_cast<std::uint32_t>(end));
    starts_.push_back(static_cast<std::uint32_t>(next));
    if (feed < next) feed = find_byte(text, next, '\n');
    if (carriage < next) carriage = find_byte(text, next, '\r');
  }
  if (text.size() - starts_.back() > kMarkDistance) {
    mark_long_line(starts_.back(), static_cast<std::uint32_t>(text.size()));
  }
}

void LineIndex::mark_long_line(std::uint32_t begin, std::uint32_t end) {
  Mark mark{begin, 0, 0};
  while (end - mark.offset > kMarkDistance) {
    std::uint32_t next = mark.offset + kMarkDistance;
    while (!is_boundary(text_, next)) --next;
    const std::string_view stretch = text_.substr(mark.offset, next - mark.offset);
    mark = {next, mark.code_points + static_cast<std::uint32_t>(count_code_points(stretch)),
            mark.utf16 + static_cast<std::uint32_t>(count_utf16(stretch))};
    marks_.push_back(mark);
  }
}

std::uint32_t LineIndex::line_of(std::uint32_t offset) const {
  const auto it = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(it - starts_.begin());
}

std::uint32_t LineIndex::text_end(std::uint32_t line) const {
  if (line >= line_count()) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t end = starts_[line] - 1;
  if (end > starts_[line - 1] && text_[end] == '\n' && text_[end - 1] == '\r') --end;
  return end;
}

std::string_view LineIndex::line(std::uint32_t line) const {
  return text_.substr(starts_[line - 1], text_end(line) - starts_[line - 1]);
}

LineIndex::Mark LineIndex::mark_before(std::uint32_t line, std::uint32_t Mark::*field, std::uint32_t value) const {
  const std::uint32_t begin = starts_[line - 1];
  const std::uint32_t end = line < line_count() ? starts_[line] : static_cast<std::uint32_t>(text_.size());
  const auto by_offset = [](const Mark& mark, std::uint32_t offset) { return mark.offset < offset; };
  const auto first = std::lower_bound(marks_.begin(), marks_.end(), begin, by_offset);
  const auto last = std::lower_bound(first, marks_.end(), end, by_offset);
  const auto past =
      std::upper_bound(first, last, value, [field](std::uint32_t v, const Mark& mark) { return v < mark.*field; });
  return past == first ? Mark{begin, 0, 0} : *std::prev(past);
}

Position LineIndex::position(std::uint32_t offset) const {
  std::uint32_t at = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  while (!is_boundary(text_, at)) --at;
  const std::uint32_t line = line_of(at);
  at = std::min(at, text_end(line));  // between CR and LF
  const Mark mark = mark_before(line, &Mark::offset, at);
  const std::string_view before = text_.substr(mark.offset, at - mark.offset);
  return {line, mark.code_points + static_cast<std::uint32_t>(count_code_points(before)) + 1,
          mark.utf16 + static_cast<std::uint32_t>(count_utf16(before)), at - starts_[line - 1]};
}

std::uint32_t LineIndex::offset(std::uint32_t line, std::uint32_t column) const {
  line = std::clamp(line, 1U, line_count());
  const std::uint32_t wanted = column == 0 ? 0 : column - 1;
  const Mark mark = mark_before(line, &Mark::code_points, wanted);
  const std::uint32_t end = text_end(line);
  std::uint32_t at = mark.offset;
  for (std::uint32_t seen = mark.code_points; seen < wanted && at < end; ++seen) {
    ++at;
    while (!is_boundary(text_, at)) ++at;
  }
  return at;
}

std::uint32_t LineIndex::offset_utf16(std::uint32_t line, std::uint32_t utf16) const {
  line = std::clamp(line, 1U, line_count());
  const Mark mark = mark_before(line, &Mark::utf16, utf16);
  const std::uint32_t end = text_end(line);
  std::uint32_t at = mark.offset;
  for (std::uint32_t seen = mark.utf16; seen < utf16 && at < end;) {
    const CodePoint c = decode_at(text_, at);
    seen += c.value >= 0x10000 ? 2 : 1;
    if (seen > utf16) break;
    at += c.length;
  }
  return at;
}

}  // namespace stet
