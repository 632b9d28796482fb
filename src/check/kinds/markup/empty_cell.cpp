// Kind `empty-cell`: a label without its value in a table of two columns.
#include <algorithm>

#include "check/check.h"
#include "check/kinds/layout_support.h"

namespace stet {
namespace {

constexpr std::size_t kFewestRows = 3;

class EmptyCellCheck final : public Check {
 public:
  // One open row among at least two others. Where several are open, blanks are meant or the labels head groups.
  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    for (const Table& table : document.tables()) {
      if (!std::all_of(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.cells.size() == 2; }))
        continue;
      // Without a header the first row may be the table's title.
      const auto rows = std::span(table.rows).subspan(1);
      if (rows.size() < kFewestRows) continue;
      const auto open =
          std::find_if(rows.begin(), rows.end(), [&](const TableRow& row) { return is_open(document, row); });
      if (open == rows.end() ||
          std::any_of(open + 1, rows.end(), [&](const TableRow& row) { return is_open(document, row); }))
        continue;
      if (!is_label(document, open->cells[0])) continue;
      Finding finding;
      finding.place = {open->cells[0], whole_text(document.block(open->cells[0]))};
      sink.report(std::move(finding));
    }
  }

 private:
  static bool is_open(const Document& document, const TableRow& row) {
    return document.block(row.cells[0]).word_count > 0 && trimmed(document.block(row.cells[1]).text).empty();
  }

  // Words in bold type or before a colon head the rows below; a sentence over both columns is no label.
  static bool is_label(const Document& document, std::uint32_t number) {
    constexpr std::uint32_t kLongestLabel = 8;
    const Block& label = document.block(number);
    const std::string_view text = trimmed(label.text);
    return label.word_count <= kLongestLabel && !ends_sentence(text) && text.back() != ':' &&
           !is_strong(document, number);
  }
};

std::unique_ptr<Check> make(const Definition& /*definition*/, Errors& /*errors*/) {
  return std::make_unique<EmptyCellCheck>();
}

}  // namespace

namespace kinds {
extern const Kind empty_cell;
const Kind empty_cell{"empty-cell", "a label without its value in a table of two columns", {}, {}, make};
}  // namespace kinds
}  // namespace stet
