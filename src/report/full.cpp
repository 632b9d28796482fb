#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "report/reporter.h"
#include "report/summary_text.h"
#include "report/terminal.h"
#include "text/display.h"

namespace stet {
namespace {

constexpr std::uint32_t kLeastColumns = 40;
constexpr std::string_view kCut = "…";

// One source line on its way to the terminal, with the stretch that is marked.
struct MarkedLine {
  std::string_view text;
  std::uint32_t begin = 0;  // bytes of text
  std::uint32_t end = 0;
  bool cut_left = false;
  bool cut_right = false;
};

struct Columns {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The columns that the marked cells take: at least one, so that an invisible character shows, too.
Columns marked_columns(const std::vector<DisplayCell>& cells, const MarkedLine& line) {
  std::uint32_t column = 0;
  bool found = false;
  Columns result;
  for (const DisplayCell& cell : cells) {
    const bool marked = cell.begin < std::max(line.end, line.begin + 1) && line.begin < cell.end;
    if (marked && !found) result.begin = column;
    found = found || marked;
    column += cell.width;
    if (marked) result.end = column;
  }
  if (!found) result = {column, column};
  result.end = std::max(result.end, result.begin + 1);
  return result;
}

// The part of a line that is shown when it has more columns than there is room.
Columns window(Columns marked, std::uint32_t total, std::uint32_t room) {
  if (total <= room) return {0, total};
  const std::uint32_t length = marked.end - marked.begin;
  const std::uint32_t margin = length < room ? (room - length) / 2 : 0;
  std::uint32_t begin = marked.begin > margin ? marked.begin - margin : 0;
  begin = std::min(begin, total - room);
  return {begin, begin + room};
}

// A line of a snippet: the text between line ends.
std::vector<MarkedLine> split(const Snippet& snippet) {
  std::vector<MarkedLine> lines;
  const std::string_view text = snippet.text;
  for (std::uint32_t from = 0;;) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", from), text.size()));
    MarkedLine line;
    line.text = text.substr(from, end - from);
    line.begin = std::clamp(snippet.begin, from, end) - from;
    line.end = std::clamp(snippet.end, from, end) - from;
    lines.push_back(line);
    if (end == text.size()) break;
    from = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  lines.front().cut_left = snippet.cut_left;
  lines.back().cut_right = snippet.cut_right;
  return lines;
}

class FullReporter : public Reporter {
 public:
  explicit FullReporter(const ReportStyle& style) : style_(style), paint_(style.color) {}

  void render(const FileReport& report, Locale locale, std::string& out) const override {
    for (const Diagnostic& diagnostic : report.diagnostics) render(diagnostic, locale, out);
  }

  [[nodiscard]] std::string end(const Summary& summary) const override {
    return style_.quiet ? "" : summary_text(summary, style_.locale) + "\n";
  }

  [[nodiscard]] bool for_people() const override { return true; }

 private:
  void render(const Diagnostic& diagnostic, Locale locale, std::string& out) const {
    std::uint32_t last_line = shown_last(diagnostic.place.snippet);
    for (const Related& related : diagnostic.related)
      last_line = std::max(last_line, shown_last(related.place.snippet));
    const auto gutter = static_cast<std::uint32_t>(std::to_string(last_line).size());

    append_headline(out, diagnostic, paint_);
    out += '\n';
    frame(diagnostic.place, gutter, '^', paint_.severity(diagnostic.severity), out);
    for (const Related& related : diagnostic.related) {
      fmt::format_to(std::back_inserter(out), "{:{}}{}:::{} {}{}{}\n", "", gutter, paint_.frame(), paint_.reset(),
                     location(related.place), related.message.empty() ? "" : ": ", displayable(related.message));
      frame(related.place, gutter, '-', paint_.frame(), out);
    }
    const bool german = locale == Locale::kGerman;
    for (const Fix& fix : diagnostic.fixes) {
      fmt::format_to(std::back_inserter(out), "{:{}} {}= {}{}:{} {}{}\n", "", gutter, paint_.frame(), paint_.help(),
                     german ? "Hilfe" : "help", paint_.reset(), displayable(fix.title),
                     fix.safe ? "" : (german ? " (bitte prüfen)" : " (to be checked)"));
    }
    out += '\n';
  }

  static std::uint32_t shown_last(const Snippet& snippet) {
    return snippet.first_line + static_cast<std::uint32_t>(split(snippet).size()) - 1;
  }

  void frame(const Place& place, std::uint32_t gutter, char mark, std::string_view color, std::string& out) const {
    const std::vector<MarkedLine> lines = split(place.snippet);
    const auto bar = [&](std::string_view number) {
      fmt::format_to(std::back_inserter(out), "{}{:>{}} |{}", paint_.frame(), number, gutter, paint_.reset());
    };
    bar("");
    out += '\n';
    std::uint32_t number = place.snippet.first_line;
    for (const MarkedLine& line : lines) {
      bar(std::to_string(number));
      const bool only = lines.size() == 1;
      const Columns marked = source_line(line, gutter, out);
      if (only || line.begin < line.end) {
        bar("");
        fmt::format_to(std::back_inserter(out), " {:{}}{}{}{}\n", "", marked.begin, color,
                       std::string(marked.end - marked.begin, mark), paint_.reset());
      }
      ++number;
    }
    const std::uint32_t shown = number - 1;
    if (place.end.line > shown && place.end.column > 1) {
      bar("");
      fmt::format_to(std::back_inserter(out), " {}{}\n", kCut, place.end.line);
    }
  }

  // Prints the line, cut to the room there is; the columns of its mark.
  Columns source_line(const MarkedLine& line, std::uint32_t gutter, std::string& out) const {
    const DisplayLine display(line.text);
    const std::vector<DisplayCell>& cells = display.cells();
    std::uint32_t total = 0;
    for (const DisplayCell& cell : cells) total += cell.width;
    // The gutter, a space on either side of the bar, and the two signs of a cut.
    const std::uint32_t room = std::max(kLeastColumns, style_.columns > gutter + 5 ? style_.columns - gutter - 5 : 0);
    const Columns marked = marked_columns(cells, line);
    const Columns shown = window(marked, total, room);

    std::string text;
    std::uint32_t column = 0;
    std::uint32_t skipped = 0;
    for (const DisplayCell& cell : cells) {
      const std::uint32_t next = column + cell.width;
      if (column < shown.begin) {
        skipped = next;
      } else if (next <= shown.end) {
        text += cell.shown;
      }
      column = next;
    }
    const bool cut_left = line.cut_left || skipped > 0;
    const bool cut_right = line.cut_right || total > shown.end;
    if (!text.empty()) out += ' ';
    if (cut_left) out += kCut;
    out += text;
    if (cut_right) out += kCut;
    out += '\n';
    const std::uint32_t shift = cut_left ? 1 : 0;
    return {marked.begin - std::min(marked.begin, skipped) + shift,
            std::max(std::min(marked.end, shown.end), marked.begin + 1) - std::min(marked.begin, skipped) + shift};
  }

  ReportStyle style_;
  Paint paint_;
};

}  // namespace

std::unique_ptr<Reporter> make_full_reporter(const ReportStyle& style) { return std::make_unique<FullReporter>(style); }

}  // namespace stet
