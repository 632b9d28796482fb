// Kind `wrong-result`: a number that its neighbours give: "Of the 36 flats 21 are sold. The remaining 13 …".
//
// What is computed from is what the claim's sentence and the one before name of its kind, and nothing more: where there
// is another number, no one can tell what was computed.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/result_support.h"

namespace stet {
namespace {

constexpr std::int32_t kFirstYear = 1700;  // what is smaller may be a count
constexpr std::size_t kMostNumbers = 60;   // of a paragraph; one with more is a register

class WrongResult final : public Check {
 public:
  explicit WrongResult(const Definition& definition) : definition_(&definition), words_(definition, kResultLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      while (end < all.size() && all[end].block == all[begin].block) ++end;
      const Block& block = document.block(all[begin].block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words != nullptr && block.table == kNone && end - begin >= 2 && end - begin <= kMostNumbers) {
        const auto numbers = with_yearlike(block, all.subspan(begin, end - begin), facts);
        check_block({block, numbers, *words}, sink);
      }
      begin = end;
    }
  }

 private:
  // "Of the 4000 applications it has dealt with 1200": beside a share, a number that could be a year of the Middle Ages
  // is none.
  static std::vector<Quantity> with_yearlike(const Block& block, std::span<const Quantity> numbers,
                                             const Facts& facts) {
    std::vector<Quantity> all(numbers.begin(), numbers.end());
    const auto is_share = [](const Quantity& q) { return q.is_percent() || q.fraction; };
    if (std::ranges::none_of(numbers, is_share)) return all;
    const NumberLanguage& language = facts.numbers(block);
    const std::uint32_t id = numbers.front().block;
    const auto& years = facts.time().years;
    for (auto mention = std::ranges::lower_bound(years, id, {}, &YearMention::block);
         mention != years.end() && mention->block == id; ++mention) {
      const std::size_t before = skip_blanks_back(block.text, mention->begin);
      const TextSpan span{mention->begin, mention->begin + 4};
      if (mention->year >= kFirstYear || language.year_before.longest(block.text, before)) continue;
      if (std::ranges::any_of(all,
                              [&](const Quantity& q) { return q.span.begin < span.end && span.begin < q.span.end; }))
        continue;
      Quantity number{.block = id, .span = span, .number = span, .hedge_begin = span.begin};
      number.value = mention->year;
      all.push_back(number);
    }
    std::ranges::sort(all, {}, [](const Quantity& q) { return q.span.begin; });
    return all;
  }

  static void check_block(const Scene& scene, Sink& sink) {
    for (std::size_t i = 1; i < scene.numbers.size(); ++i) {
      for (const auto checks : {share_checks(), rate_checks(), step_checks()}) {
        std::optional<Finding> finding;
        for (const ResultCheck check : checks) {
          if (!finding) finding = check(scene, i);
        }
        if (!finding) continue;
        sink.report(std::move(*finding));
        break;
      }
    }
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<WrongResult>(definition);
}

}  // namespace

namespace kinds {
extern const Kind wrong_result;
const Kind wrong_result{"wrong-result", "a number that its neighbours do not give", {}, kResultKeys, make};
}  // namespace kinds
}  // namespace stet
