// Kind `table-prose-header`: a paragraph that became the header row of a table.
#include "check/check.h"
#include "check/kinds/layout_support.h"

namespace stet {
namespace {

// Units stand in headers too, and the question of a survey at any length; whole sentences of this length do not.
constexpr std::uint32_t kFewestWords = 20;

class TableProseHeaderCheck final : public Check {
 public:
  void run(const Document& document, const Facts& /*facts*/, Sink& sink) const override {
    for (const Table& table : document.tables()) {
      // A table of one row or one column is a box for layout.
      if (table.rows.size() < 2 || !table.rows.front().header || table.rows.front().cells.size() < 2) continue;
      for (const std::uint32_t cell : table.rows.front().cells) {
        const Block& block = document.block(cell);
        if (!is_prose_of(block, kFewestWords) || trimmed(block.text).back() == '?') continue;
        Finding finding;
        finding.place = {cell, whole_text(block)};
        finding.values = {{"words", NumberValue{static_cast<double>(block.word_count)}}};
        sink.report(std::move(finding));
      }
    }
  }
};

std::unique_ptr<Check> make(const Definition& /*definition*/, Errors& /*errors*/) {
  return std::make_unique<TableProseHeaderCheck>();
}

}  // namespace

namespace kinds {
extern const Kind table_prose_header;
const Kind table_prose_header{"table-prose-header", "a paragraph that became the header row of a table", {}, {}, make};
}  // namespace kinds
}  // namespace stet
