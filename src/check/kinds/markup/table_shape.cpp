// Kind `table-shape`: rows with another number of cells than the header, and a header row in the middle.
#include <algorithm>

#include "check/check.h"
#include "text/phrase_form.h"

namespace stet {
namespace {

constexpr std::size_t kFewestRows = 2;

// Cells between pipes as GFM counts them: the pipes at both ends part nothing, \| is a pipe of the text. A row
// without pipes has none.
std::size_t piped_cells(std::string_view row) {
  while (!row.empty() && (row.back() == ' ' || row.back() == '\t')) row.remove_suffix(1);
  if (row.find('|') == std::string_view::npos) return 0;
  if (row.front() == '|') row.remove_prefix(1);
  std::size_t cells = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\') {
      ++i;
    } else if (row[i] == '|' && i + 1 < row.size()) {
      ++cells;
    }
  }
  return cells;
}

bool is_delimiter_row(std::string_view row) {
  return row.find("--") != std::string_view::npos && row.find_first_not_of("|-: \t") == std::string_view::npos;
}

class TableShapeCheck final : public Check {
 public:
  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    for (const Table& table : document.tables()) {
      if (table.rows.size() >= kFewestRows && table.rows.front().header) look_at(document, table, sink);
    }
  }

 private:
  static void look_at(const Document& document, const Table& table, Sink& sink) {
    const std::string_view source = document.raw().text;
    const auto written = [&](const TableRow& row) { return source.substr(row.source.begin, row.source.size()); };
    const std::size_t width = piped_cells(written(table.rows.front()));
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
      const TableRow& row = table.rows[i];
      const std::size_t cells = piped_cells(written(row));
      if (is_delimiter_row(written(row)) || is_second_header(table, i)) {
        report(row, "header", {}, sink);
      } else if (same_cells(document, table.rows.front(), row)) {
        report(row, "repeated", {}, sink);
      } else if (cells > width || (cells > 1 && cells < width)) {
        // One cell alone is a heading over the rows below it.
        report(row, "", {{"cells", number(cells)}, {"expected", number(width)}}, sink);
      }
    }
  }

  // The only other row with a rule under it, and not the one above a total: in plain text some rule every row.
  static bool is_second_header(const Table& table, std::size_t i) {
    if (!table.rows[i].header || i + 2 >= table.rows.size()) return false;
    return std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.header; }) == 2;
  }

  static NumberValue number(std::size_t n) { return {static_cast<double>(n)}; }

  static bool same_cells(const Document& document, const TableRow& a, const TableRow& b) {
    if (a.cells.size() != b.cells.size() || a.cells.size() < 2) return false;
    for (std::size_t i = 0; i < a.cells.size(); ++i) {
      const Block& one = document.block(a.cells[i]);
      const Block& other = document.block(b.cells[i]);
      if (one.word_count == 0 || one.word_count != other.word_count) return false;
      if (phrase_form(one.text) != phrase_form(other.text)) return false;
    }
    return true;
  }

  static void report(const TableRow& row, std::string_view wording, Values values, Sink& sink) {
    Finding finding;
    finding.place = {Document::kRawBlock, {row.source.begin, row.source.end}};
    finding.wording = wording;
    finding.values = std::move(values);
    sink.report(std::move(finding));
  }
};

std::unique_ptr<Check> make(const Definition& /*definition*/, Errors& /*errors*/) {
  return std::make_unique<TableShapeCheck>();
}

}  // namespace

namespace kinds {
extern const Kind table_shape;
const Kind table_shape{"table-shape", "rows of another width than the header, and a header in mid-table", {}, {}, make};
}  // namespace kinds
}  // namespace stet
