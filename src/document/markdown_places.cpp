// Where md4c's blocks, containers and table cells lie.
#include <algorithm>

#include "document/markdown_reader.h"

namespace stet {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// --- Where blocks begin and end ---

std::uint32_t MarkdownReader::leaf_begin(std::uint32_t first_text) const {
  if (first_text >= text_.size()) return last_end_;
  if (leaf_ == Leaf::kHtml) return first_text;
  if (leaf_ == Leaf::kCode) return fenced_ ? fence_begin(first_text) : first_text;
  std::uint32_t pos = first_text;
  while (pos > begin_ && kOpening.find(text_[pos - 1]) != std::string_view::npos) --pos;
  if (leaf_ != Leaf::kHeading) return pos;
  std::uint32_t marks = pos;
  while (marks > begin_ && is_blank(text_[marks - 1])) --marks;
  if (marks == begin_ || text_[marks - 1] != '#') return pos;
  while (marks > begin_ && text_[marks - 1] == '#') --marks;
  return marks;
}

std::uint32_t MarkdownReader::fence_begin(std::uint32_t first_text) const {
  // The fence stands on the line before the first text, but for blank lines.
  for (std::uint32_t line = line_begin(text_, first_text, begin_); line > begin_;) {
    line = line_begin(
        text_, line - (text_.substr(line - 1, 1) == "\n" && line >= begin_ + 2 && text_[line - 2] == '\r' ? 2 : 1),
        begin_);
    const std::string_view before = text_.substr(line, line_end(text_, line) - line);
    const std::size_t fence = std::min(before.find("```"), before.find("~~~"));
    if (fence != std::string_view::npos) return line + static_cast<std::uint32_t>(fence);
    if (before.find_first_not_of(" \t>") != std::string_view::npos) break;
  }
  return first_text;
}

std::uint32_t MarkdownReader::leaf_end() const {
  if (leaf_ == Leaf::kHtml) return last_end_;
  std::uint32_t end = line_end(text_, last_end_);
  const std::uint32_t below = next_line(text_, end);
  const std::string_view next = text_.substr(below, line_end(text_, below) - below);
  const std::size_t first = std::min(next.find_first_not_of(" \t>"), next.size());
  const std::string_view mark = next.substr(first);
  if (leaf_ == Leaf::kCode && fenced_ && (mark.starts_with("```") || mark.starts_with("~~~"))) {
    end = below + static_cast<std::uint32_t>(next.size());
  }
  if (leaf_ == Leaf::kHeading && level_ <= 2 && !mark.empty() &&
      mark.find_first_not_of(level_ == 1 ? "= \t" : "- \t") == std::string_view::npos) {
    // Only an underlined heading has no marks of its own.
    const std::uint32_t line = line_begin(text_, last_end_, begin_);
    const std::size_t own = text_.substr(line, last_end_ - line).find_first_not_of(" \t>");
    if (own == std::string_view::npos || text_[line + own] != '#')
      end = below + static_cast<std::uint32_t>(next.size());
  }
  while (end > last_end_ && is_blank(text_[end - 1])) --end;
  return end;
}

// Opens the containers that wait, with the places of their marks: those that stand directly before `first`.
void MarkdownReader::open_containers(std::uint32_t first) {
  std::uint32_t pos = first;
  for (std::size_t i = containers_.size(); i > opened_containers_;) {
    Container& container = containers_[--i];
    if (container.kind != Container::kList) {
      std::uint32_t mark = pos;
      if (container.task) {
        while (mark > begin_ && is_blank(text_[mark - 1])) --mark;
        if (mark >= begin_ + 3 && text_[mark - 1] == ']' && text_[mark - 3] == '[') mark -= 3;
      }
      while (mark > begin_ && is_blank(text_[mark - 1])) --mark;
      const char c = mark > begin_ ? text_[mark - 1] : '\0';
      if (container.kind == Container::kQuote) {
        if (c == '>') pos = mark - 1;
      } else if (c == '-' || c == '*' || c == '+') {
        pos = mark - 1;
      } else if (c == '.' || c == ')') {
        std::uint32_t digits = mark - 1;
        while (digits > begin_ && is_digit(text_[digits - 1])) --digits;
        if (digits < mark - 1) pos = digits;
      }
    }
    container.begin = pos;
  }
  for (; opened_containers_ < containers_.size(); ++opened_containers_) {
    const Container& container = containers_[opened_containers_];
    if (container.kind == Container::kList) builder_.begin_list(container.ordered, container.begin);
    if (container.kind == Container::kItem) builder_.begin_item(container.begin);
  }
}

void MarkdownReader::end_container() {
  const Container container = containers_.back();
  if (opened_containers_ < containers_.size()) open_containers(last_end_);  // an empty item
  containers_.pop_back();
  opened_containers_ = containers_.size();
  const std::uint32_t end = std::max(container.begin, line_end(text_, last_end_));
  if (container.kind == Container::kItem) builder_.end_item(end);
  if (container.kind == Container::kList) builder_.end_list(end);
}

// --- Tables ---

void MarkdownReader::set_row(std::uint32_t line) {
  row_ = {line, line_end(text_, line)};
  while (row_.end > row_.begin && is_blank(text_[row_.end - 1])) --row_.end;
  while (row_.begin < row_.end && (is_blank(text_[row_.begin]) || text_[row_.begin] == '>')) ++row_.begin;
  cell_begin_ = row_.begin;
  if (cell_begin_ < row_.end && text_[cell_begin_] == '|') ++cell_begin_;
}

void MarkdownReader::begin_row() {
  std::uint32_t line = next_line(text_, row_.end);
  if (rows_ == 0) {
    // The first line behind the last text that has a delimiter row under it.
    line = last_end_ > begin_ ? next_line(text_, last_end_) : begin_;
    while (line < text_.size()) {
      const std::uint32_t below = next_line(text_, line);
      if (is_delimiter_row(text_.substr(below, line_end(text_, below) - below))) break;
      line = below;
    }
  } else if (rows_ == 1) {
    line = next_line(text_, line);
  }
  set_row(line);
  open_containers(row_.begin);
  if (rows_++ == 0) builder_.begin_table(row_.begin);
  builder_.begin_row(header_, row_.begin);
}

std::uint32_t MarkdownReader::next_pipe(std::uint32_t pos) const {
  while (pos < row_.end && (text_[pos] != '|' || (pos > row_.begin && text_[pos - 1] == '\\'))) ++pos;
  return pos;
}

// An empty cell stands between two pipes; one behind the last pipe is none, md4c has added it.
void MarkdownReader::end_cell() {
  if (!opened_ && cell_begin_ >= row_.end && extras_.empty()) {
    leaf_ = Leaf::kClosed;
    waiting_.clear();
    return;
  }
  if (!opened_) builder_.open_block(Role::kTableCell, 0, cell_begin_);
  const std::uint32_t pipe = next_pipe(opened_ ? last_end_ : cell_begin_);
  std::uint32_t end = pipe;
  while (opened_ && end > last_end_ && is_blank(text_[end - 1])) --end;
  builder_.close_block(end);
  cell_begin_ = std::min(pipe + 1, std::max(row_.end, pipe));
  last_end_ = std::max(last_end_, end);
  leaf_ = Leaf::kClosed;
  opened_ = false;
  waiting_.clear();
  put_extras();
}

}  // namespace stet
