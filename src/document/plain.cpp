// Plain text as it is pasted from a browser or a mail: what is a heading, a list, a table is told by shape.
#include <algorithm>
#include <vector>

#include "document/builder.h"
#include "document/plain_lines.h"

namespace stet {
namespace {

constexpr std::size_t kLongestPassage = 4096;  // lines
constexpr std::size_t kTelling = 256;          // lines that show whether a passage is wrapped
constexpr std::uint32_t kHeadingWidth = 100;
constexpr std::uint32_t kTitleWidth = 160;

class PlainReader {
 public:
  PlainReader(DocumentBuilder& builder, std::uint32_t begin)
      : builder_(builder), text_(builder.source()), pos_(begin), wrapping_(measure_wrapping(text_, begin)) {}

  void read() {
    while (read_passage()) {
      for (std::size_t i = 0; i < lines_.size();) i = read_block(i);
    }
    end_lists(0);
  }

 private:
  struct OpenList {
    std::uint32_t indent;
    bool ordered;
    char marker;
    std::uint32_t number;
  };

  std::string_view content(const Line& line) const { return text_.substr(line.content, line.text_end - line.content); }

  // The lines up to the next blank one, and the line behind it.
  bool read_passage() {
    lines_.clear();
    Line line;
    while (pos_ < text_.size()) {
      line = line_at(text_, pos_);
      if (line.kind == LineKind::kBlank && !lines_.empty()) break;
      pos_ = line.next;
      if (line.kind != LineKind::kBlank) lines_.push_back(line);
      if (lines_.size() == kLongestPassage) break;
    }
    after_ = Line{};
    for (std::uint32_t pos = pos_; pos < text_.size() && after_.kind == LineKind::kBlank;) {
      pos_ = pos;
      after_ = line_at(text_, pos);
      pos = after_.next;
    }
    return !lines_.empty();
  }

  const Line& line_or_after(std::size_t i) const { return i < lines_.size() ? lines_[i] : after_; }

  // Reads the block that begins with line i; gives the first line behind it.
  std::size_t read_block(std::size_t i) {
    Line& line = lines_[i];
    const bool first = first_;
    first_ = false;
    if (line.kind == LineKind::kItem || (line.kind == LineKind::kOrdered && is_ordered_item(i))) return read_item(i);
    if (line.kind == LineKind::kOrdered) {  // the number is part of the text
      line.kind = LineKind::kText;
      line.content = line.text;
    }
    if (line.text == line.begin || line.kind != LineKind::kText) end_lists(0);
    switch (line.kind) {
      case LineKind::kHeading:
        put(i, i + 1, Role::kHeading, line.level);
        return i + 1;
      case LineKind::kPipeRow:
      case LineKind::kPipeRule:
        return read_table(i);
      case LineKind::kRule:
        return i + 1;
      case LineKind::kFence:
        return read_fence(i);
      case LineKind::kQuote:
        return read_running(i, Role::kQuote);
      default:
        break;
    }
    if (line.has_tabs && i + 1 < lines_.size() && lines_[i + 1].has_tabs) return read_table(i);
    if (i + 1 < lines_.size() && lines_[i + 1].kind == LineKind::kRule &&
        (lines_[i + 1].marker == '=' || lines_[i + 1].marker == '-')) {
      put(i, i + 1, Role::kHeading, lines_[i + 1].marker == '=' ? 1 : 2);
      return i + 2;
    }
    const std::size_t end = paragraph_end(i);
    Role role = Role::kParagraph;
    std::uint8_t level = 0;
    if (end == i + 1) {
      if (first && is_title(i)) {
        role = Role::kTitle;
        level = 1;
      } else if (is_heading(i)) {
        role = Role::kHeading;
        level = 2;
      }
    }
    put(i, end, role, level);
    return end;
  }

  bool is_title(std::size_t i) const {
    const std::string_view line = content(lines_[i]);
    if (line_width(line) > kTitleWidth) return false;
    const char last = line.back();
    return last != '.' && last != ',' && last != ';' && last != ':' && line_or_after(i + 1).kind != LineKind::kBlank;
  }

  bool is_heading(std::size_t i) const {
    const std::string_view line = content(lines_[i]);
    const std::uint32_t width = line_width(line);
    if (width > kHeadingWidth || ends_with_stop(line)) return false;
    const Line& next = line_or_after(i + 1);
    if (next.kind == LineKind::kItem || next.kind == LineKind::kPipeRow) return true;
    if (next.kind != LineKind::kText && next.kind != LineKind::kQuote) return false;
    const std::string_view below = content(next);
    const std::uint32_t width_below = line_width(below);
    return width_below * 2 >= width * 3 && width_below >= 50 &&
           (width_below > 120 || wrapping_.hard || ends_with_stop(below));
  }

  // Where the paragraph ends that begins with line i.
  std::size_t paragraph_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < lines_.size() && lines_[end].kind == lines_[i].kind && !lines_[end].has_tabs) ++end;
    if (end == i + 1) return end;
    std::uint32_t width = wrapping_.width;
    if (!wrapping_.hard && !is_wrapped(i, std::min(end, i + kTelling), width)) return i + 1;
    std::size_t last = i;
    while (last + 1 < end && is_soft_break(last, width)) ++last;
    return last + 1;
  }

  // Whether the lines of one passage are wrapped although the whole text is not.
  bool is_wrapped(std::size_t begin, std::size_t end, std::uint32_t& width) const {
    width = 0;
    std::size_t lower = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      width = std::max(width, line_width(content(lines_[i])));
      if (begins_lower(content(lines_[i + 1]))) ++lower;
    }
    if (width < 40 || width > 110) return false;
    const std::size_t breaks = end - begin - 1;
    if (lower * 10 < breaks * 3) return false;
    std::size_t soft = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) soft += is_soft_break(i, width) ? 1U : 0U;
    return soft * 10 >= breaks * 8;
  }

  // Whether the sentence goes on behind line i: the line is full, or the next one goes on in lower case.
  bool is_soft_break(std::size_t i, std::uint32_t width) const {
    const Line& line = lines_[i];
    const Line& next = lines_[i + 1];
    const std::string_view below = content(next);
    const std::uint32_t here = line_width(content(line));
    if (here > width + 20 && here >= 120) return false;
    if (next.text - next.begin >= line.text - line.begin + 2 && line.kind == LineKind::kText) return false;
    if (begins_lower(below) && here * 2 >= width && !ends_with_stop(content(line))) return true;
    const std::uint32_t word = line_width(below.substr(0, below.find_first_of(" \t")));
    return here + 1 + word >= width;
  }

  std::size_t read_running(std::size_t i, Role role) {
    const std::size_t end = paragraph_end(i);
    put(i, end, role, 0);
    return end;
  }

  // The lines [begin, end) as one block.
  void put(std::size_t begin, std::size_t end, Role role, std::uint8_t level) {
    builder_.open_block(role, level, lines_[begin].text);
    copy_lines(begin, end);
    last_end_ = lines_[end - 1].text_end;
    builder_.close_block(last_end_);
  }

  void copy_lines(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin && !ends_with_hyphen(lines_[i - 1])) {
        builder_.soft_break({lines_[i - 1].text_end, lines_[i].content});
      }
      builder_.copy({lines_[i].content, lines_[i].text_end});
    }
  }

  // A word that is broken with a hyphen goes on without a space; a dash stands behind one.
  bool ends_with_hyphen(const Line& line) const {
    const std::string_view s = content(line);
    return s.size() >= 2 && s.back() == '-' && s[s.size() - 2] != ' ' && s[s.size() - 2] != '-';
  }

  // A number alone does not make a list: "1. FC Köln", "8. April 2025". Its neighbours must be numbered too.
  bool is_ordered_item(std::size_t i) const {
    const Line& line = lines_[i];
    if (is_day_of_month(line.number, content(line))) return false;
    if (!lists_.empty() && lists_.back().ordered && lists_.back().number + 1 == line.number) return true;
    for (std::size_t j = i + 1; j < lines_.size() && j < i + 20; ++j) {
      if (lines_[j].kind == LineKind::kOrdered) return lines_[j].number == line.number + 1;
    }
    return after_.kind == LineKind::kOrdered && after_.number == line.number + 1;
  }

  std::size_t read_item(std::size_t i) {
    const Line& line = lines_[i];
    const bool ordered = line.kind == LineKind::kOrdered;
    const std::uint32_t indent = line.text - line.begin;
    while (!lists_.empty() && lists_.back().indent > indent + 1) end_lists(lists_.size() - 1);
    if (!lists_.empty() && lists_.back().indent + 1 >= indent &&
        (lists_.back().ordered != ordered || lists_.back().marker != line.marker)) {
      end_lists(lists_.size() - 1);
    }
    if (lists_.empty() || lists_.back().indent + 1 < indent) {
      builder_.begin_list(ordered, line.text);
      lists_.push_back({indent, ordered, line.marker, 0});
    } else {
      builder_.end_item(last_end_);
    }
    lists_.back().number = line.number;
    std::size_t end = i + 1;
    while (end < lines_.size() && lines_[end].kind == LineKind::kText && !lines_[end].has_tabs &&
           (lines_[end].text > lines_[end].begin + indent ||
            (wrapping_.hard && is_soft_break(end - 1, wrapping_.width)))) {
      ++end;
    }
    builder_.begin_item(line.text);
    put(i, end, Role::kListItem, builder_.list_depth());
    return end;
  }

  void end_lists(std::size_t kept) {
    while (lists_.size() > kept) {
      builder_.end_item(last_end_);
      builder_.end_list(last_end_);
      lists_.pop_back();
    }
  }

  bool is_row(std::size_t i, LineKind kind) const {
    if (i >= lines_.size()) return false;
    const Line& line = lines_[i];
    if (kind == LineKind::kText) return line.kind == LineKind::kText && line.has_tabs;
    return line.kind == LineKind::kPipeRow || line.kind == LineKind::kPipeRule;
  }

  std::size_t read_table(std::size_t i) {
    const LineKind kind = lines_[i].kind == LineKind::kText ? LineKind::kText : LineKind::kPipeRow;
    builder_.begin_table(lines_[i].text);
    for (; is_row(i, kind); ++i) {
      if (lines_[i].kind == LineKind::kPipeRule) continue;
      const bool header = i + 1 < lines_.size() && lines_[i + 1].kind == LineKind::kPipeRule;
      read_row(lines_[i], header);
    }
    builder_.end_table(lines_[i - 1].text_end);
    return i;
  }

  void read_row(const Line& line, bool header) {
    const bool tabs = line.kind == LineKind::kText;
    const char separator = tabs ? '\t' : '|';
    builder_.begin_row(header, line.text);
    std::uint32_t pos = tabs ? line.text : line.text + 1;
    const std::uint32_t end = tabs ? std::max(line.text_end, line.next) : line.text_end;
    std::uint32_t row_end = end;
    while (row_end > line.text_end && (text_[row_end - 1] == '\n' || text_[row_end - 1] == '\r')) --row_end;
    while (pos <= row_end) {
      std::uint32_t stop = pos;
      while (stop < row_end && !(text_[stop] == separator && (tabs || text_[stop - 1] != '\\'))) ++stop;
      if (stop == row_end && pos == row_end && !tabs) break;  // behind the last pipe
      builder_.open_block(Role::kTableCell, 0, pos);
      copy_cell({pos, stop}, tabs);
      builder_.close_block(stop);
      pos = stop + 1;
    }
    builder_.end_row(line.text_end);
  }

  // In cells between pipes a pipe is written as \|.
  void copy_cell(SourceSpan cell, bool tabs) {
    for (std::uint32_t i = cell.begin; !tabs && i + 1 < cell.end; ++i) {
      if (text_[i] != '\\' || text_[i + 1] != '|') continue;
      builder_.copy({cell.begin, i});
      cell.begin = i + 1;
    }
    builder_.copy(cell);
  }

  std::size_t read_fence(std::size_t i) {
    std::size_t end = i + 1;
    while (end < lines_.size() && !(lines_[end].kind == LineKind::kFence && lines_[end].marker == lines_[i].marker))
      ++end;
    builder_.open_block(Role::kCode, 0, lines_[i].text);
    if (end > i + 1) builder_.copy({lines_[i + 1].begin, lines_[end - 1].text_end});
    const std::size_t behind = std::min(end + 1, lines_.size());
    builder_.close_block(lines_[behind - 1].text_end);
    return behind;
  }

  DocumentBuilder& builder_;
  std::string_view text_;
  std::uint32_t pos_;
  Wrapping wrapping_;
  std::vector<Line> lines_;
  Line after_;
  std::vector<OpenList> lists_;
  std::uint32_t last_end_ = 0;
  bool first_ = true;
};

}  // namespace

void read_plain(DocumentBuilder& builder, std::uint32_t begin) { PlainReader(builder, begin).read(); }

}  // namespace stet
