// Kind `placeholder`: expressions for what waits to be filled in, and rows of a template whose value says nothing.
#include <algorithm>
#include <array>

#include "check/guards.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {
    kGuardScopeKey,
    {"case", KeyType::kBool, "whether upper and lower case make a difference; false when not said"},
};
enum List : std::uint8_t { kPatterns, kFields, kUnfilled };
constexpr auto kSectionKeys = std::to_array<Key>({
    {"patterns", KeyType::kPatterns, "regular expressions"},
    {"fields", KeyType::kLines, "labels of a template, in the first cell of a row"},
    {"unfilled", KeyType::kLines, "what stands in the second cell of such a row when nobody has filled it in"},
    kGuardKeys[0],
    kGuardKeys[1],
    kGuardKeys[2],
    kGuardKeys[3],
});
constexpr std::uint8_t kFirstGuard = 3;

class PlaceholderCheck final : public Check {
 public:
  PlaceholderCheck(const Definition& definition, Errors& errors) : guards_(definition, kFirstGuard, errors) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Hit> hits = guards_.standing(document, facts);
    for (const Hit& hit : hits) {
      if (hit.key == kFields) continue;
      if (hit.key == kUnfilled && !has_field(document, hits, hit)) continue;
      Finding finding;
      finding.place = {hit.block, hit.span};
      sink.report(std::move(finding));
    }
  }

 private:
  // Whether the cell before, in the same row of two, is a template's label.
  static bool has_field(const Document& document, const std::vector<Hit>& hits, const Hit& value) {
    const std::uint32_t table = document.block(value.block).table;
    if (table == kNone || value.block == 0) return false;
    const std::uint32_t label = value.block - 1;
    const auto hit = std::lower_bound(hits.begin(), hits.end(), label,
                                      [](const Hit& h, std::uint32_t block) { return h.block < block; });
    if (hit == hits.end() || hit->block != label || hit->key != kFields) return false;
    const auto& rows = document.tables()[table].rows;
    const auto row = std::lower_bound(rows.begin(), rows.end(), label, [](const TableRow& r, std::uint32_t block) {
      return r.cells.empty() || r.cells.back() < block;
    });
    return row != rows.end() && row->cells.size() == 2 && row->cells[0] == label;
  }

  Guards guards_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<PlaceholderCheck>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind placeholder;
const Kind placeholder{
    "placeholder", "what waits to be filled in, and template rows without a value", kKeys, kSectionKeys, make, true,
    true};
}  // namespace kinds
}  // namespace stet
