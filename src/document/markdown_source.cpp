#include "document/markdown_source.h"

#include <algorithm>
#include <cstring>

namespace stet {
namespace {

constexpr std::size_t kLongestLabel = 100;
constexpr std::string_view kBlank = " \t";

std::string_view trimmed(std::string_view s) {
  const std::size_t first = s.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(kBlank) - first + 1);
}

// The line without the markers of quotes that it stands in.
std::string_view unquoted(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>");
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

// The marks of quotes and list items that a line opens with.
std::size_t count_markers(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size();) {
    const char c = line[i];
    if (c == ' ' || c == '\t') {
      ++i;
    } else if (c == '>') {
      ++count;
      ++i;
    } else if (c == '-' || c == '+' || c == '*') {
      if (i + 1 < line.size() && kBlank.find(line[i + 1]) == std::string_view::npos) break;
      ++count;
      ++i;
    } else if (c >= '0' && c <= '9') {
      while (i < line.size() && line[i] >= '0' && line[i] <= '9') ++i;
      if (i == line.size() || (line[i] != '.' && line[i] != ')')) break;
      ++count;
      ++i;
    } else {
      break;
    }
  }
  return count;
}

// The length of "[^label]" at the beginning of the text, or 0.
std::size_t mark_length(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const std::size_t end = text.substr(0, kLongestLabel).find_first_of("[]^ \t\r\n", 2);
  return end == std::string_view::npos || end == 2 || text[end] != ']' ? 0 : end + 1;
}

}  // namespace

std::uint32_t line_end(std::string_view text, std::uint32_t pos) {
  if (pos >= text.size()) return static_cast<std::uint32_t>(text.size());
  const char* const from = text.data() + pos;
  const std::size_t rest = text.size() - pos;
  const void* feed = std::memchr(from, '\n', rest);
  const auto length = feed == nullptr ? rest : static_cast<std::size_t>(static_cast<const char*>(feed) - from);
  const void* carriage = std::memchr(from, '\r', length);
  if (carriage == nullptr) return pos + static_cast<std::uint32_t>(length);
  return pos + static_cast<std::uint32_t>(static_cast<const char*>(carriage) - from);
}

std::uint32_t next_line(std::string_view text, std::uint32_t pos) {
  const std::uint32_t end = line_end(text, pos);
  if (end >= text.size()) return static_cast<std::uint32_t>(text.size());
  return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

std::uint32_t line_begin(std::string_view text, std::uint32_t pos, std::uint32_t from) {
  while (pos > from && text[pos - 1] != '\n' && text[pos - 1] != '\r') --pos;
  return pos;
}

bool is_delimiter_row(std::string_view line) {
  line = trimmed(unquoted(line));
  if (line.find_first_not_of("|:- \t") != std::string_view::npos) return false;
  if (line.find('|') == std::string_view::npos) return false;
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  while (true) {
    const std::size_t pipe = std::min(line.find('|'), line.size());
    std::string_view cell = trimmed(line.substr(0, pipe));
    if (cell.starts_with(':')) cell.remove_prefix(1);
    if (cell.ends_with(':')) cell.remove_suffix(1);
    if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return false;
    if (pipe == line.size()) return true;
    line.remove_prefix(pipe + 1);
  }
}

MarkdownSource::MarkdownSource(std::string_view source, std::uint32_t begin)
    : source_(source), begin_(begin), text_(source.substr(begin)) {
  for (std::uint32_t pos = begin; pos < source_.size() && !too_deep_;) {
    const std::uint32_t end = line_end(source_, pos);
    look_at_line(pos, end);
    pos = end == source_.size() ? end : end + (source_.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  if (too_deep_) return;
  if (!labels_.empty()) collect_footnotes();
  has_nul_ = text_.find('\0') != std::string_view::npos;
  if (has_nul_ || !insertions_.empty() || !footnotes_.empty()) build();
}

void MarkdownSource::look_at_line(std::uint32_t begin, std::uint32_t end) {
  const std::string_view line = source_.substr(begin, end - begin);
  std::size_t first = 0;
  while (first < line.size() && (line[first] == ' ' || line[first] == '\t' || line[first] == '>')) ++first;
  if (first == line.size()) {
    too_deep_ = too_deep_ || (first > kDeepestNesting && count_markers(line) > kDeepestNesting);
    return;
  }
  switch (line[first]) {
    case '|':
    case ':':
      widen_delimiters(begin, end);
      break;
    case '[':
      collect_definition(begin + static_cast<std::uint32_t>(first), end);
      break;
    case '-':
      widen_delimiters(begin, end);
      [[fallthrough]];
    case '*':
    case '+':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      too_deep_ = line.size() > kDeepestNesting && count_markers(line) > kDeepestNesting;
      break;
    default:
      too_deep_ = first > kDeepestNesting && count_markers(line) > kDeepestNesting;
      break;
  }
}

void MarkdownSource::widen_delimiters(std::uint32_t begin, std::uint32_t end) {
  // md4c takes any row whose cells have three characters: only then is there nothing to do.
  if (!is_delimiter_row(source_.substr(begin, end - begin))) return;
  for (std::uint32_t pos = begin; pos < end;) {
    if (source_[pos] != '-' && source_[pos] != ':') {
      ++pos;
      continue;
    }
    const std::uint32_t cell = pos;
    while (pos < end && (source_[pos] == '-' || source_[pos] == ':')) ++pos;
    if (pos - cell >= 3) continue;
    const std::uint32_t moved = insertions_.empty() ? 0 : insertions_.back().moved + insertions_.back().length;
    insertions_.push_back({source_[cell] == '-' ? cell : cell + 1, 3 - (pos - cell), moved});
  }
}

void MarkdownSource::collect_definition(std::uint32_t begin, std::uint32_t end) {
  const std::size_t length = mark_length(source_.substr(begin, end - begin));
  if (length == 0 || begin + length >= end || source_[begin + length] != ':') return;
  labels_.push_back(source_.substr(begin, length));
}

void MarkdownSource::collect_footnotes() {
  std::sort(labels_.begin(), labels_.end());
  labels_.erase(std::unique(labels_.begin(), labels_.end()), labels_.end());
  for (std::size_t pos = source_.find("[^", begin_); pos != std::string_view::npos; pos = source_.find("[^", pos + 1)) {
    const std::size_t length = mark_length(source_.substr(pos));
    if (length == 0 || !std::binary_search(labels_.begin(), labels_.end(), source_.substr(pos, length))) continue;
    const auto at = static_cast<std::uint32_t>(pos);
    const auto end = static_cast<std::uint32_t>(pos + length);
    std::uint32_t before = at;
    while (before > begin_ && (source_[before - 1] == ' ' || source_[before - 1] == '>')) --before;
    const bool opens_line = before == begin_ || source_[before - 1] == '\n' || source_[before - 1] == '\r';
    const bool definition = opens_line && end < source_.size() && source_[end] == ':';
    footnotes_.push_back({{at, definition ? end + 1 : end}, definition});
    pos = end - 1;
  }
}

void MarkdownSource::build() {
  changed_.reserve(text_.size() + insertions_.size() * 2);
  std::uint32_t pos = begin_;
  for (const Insertion& insertion : insertions_) {
    changed_.append(source_.substr(pos, insertion.source - pos)).append(insertion.length, '-');
    pos = insertion.source;
  }
  changed_.append(source_.substr(pos));
  // A brace is punctuation as the bracket was, so that emphasis beside it is read the same, and opens nothing.
  std::size_t inserted = 0;
  auto insertion = insertions_.begin();
  for (const Footnote& note : footnotes_) {
    while (insertion != insertions_.end() && insertion->source < note.span.begin) inserted += (insertion++)->length;
    std::fill_n(changed_.begin() + static_cast<std::ptrdiff_t>(note.span.begin - begin_ + inserted), note.span.size(),
                '{');
  }
  constexpr char kSubstitute = '\x1A';
  if (has_nul_) std::replace(changed_.begin(), changed_.end(), '\0', kSubstitute);
  text_ = changed_;
}

std::uint32_t MarkdownSource::offset(const char* place) const {
  auto at = static_cast<std::uint32_t>(place - text_.data()) + begin_;
  // The last insertion that begins before the place.
  const auto it = std::partition_point(insertions_.begin(), insertions_.end(), [at](const Insertion& insertion) {
    return insertion.source + insertion.moved < at;
  });
  if (it == insertions_.begin()) return at;
  const Insertion& last = *std::prev(it);
  return at - last.moved - std::min(last.length, at - (last.source + last.moved));
}

}  // namespace stet
