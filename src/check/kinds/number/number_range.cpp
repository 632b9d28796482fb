// Kind `number-range`: "between 20 and 10 percent" runs backwards.
#include <array>

#include "check/kinds/number/number_support.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"between", KeyType::kStrings, "begin a range: \"zwischen\""},
    {"and", KeyType::kStrings, "stand between its ends: \"und\""},
    {"from", KeyType::kStrings, "begin a range whose ends a range word joins: \"von\" 50 \"bis\" 30"},
    {"unless", KeyType::kStrings, "silence the sentence: counting down, falling"},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"between", kBackward}, {"and", kForward}, {"from", kBackward}, {"unless", kForward}};
enum List : std::uint8_t { kBetween, kAnd, kFrom, kUnless };

class NumberRangeCheck final : public Check {
 public:
  explicit NumberRangeCheck(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    SentenceGuard guard(kUnless);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const Quantity& low = all[i];
      const Quantity& high = all[i + 1];
      if (low.block != high.block || mantissa(low) <= mantissa(high) || high.span.begin - low.span.end > 16) continue;
      const Block& block = document.block(low.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr || !comparable(low, high)) continue;
      const bool between = is_between(block.text, low, high, *words);
      const bool from = !between && is_from(block.text, low, high, *words);
      if (!between && !from) continue;
      if (guard.silences(block, *words, low.span.begin)) continue;
      report(block, low, high, between, sink);
    }
  }

 private:
  // Both ends measure the same, and the order of the ends is not free: weather goes from warm to cold, a clock over
  // midnight, and bare small numbers are times, grades, rooms.
  static bool comparable(const Quantity& low, const Quantity& high) {
    for (const Quantity* q : {&low, &high}) {
      if (q->ambiguous || q->dimension || q->fraction || q->value <= 0 || q->article) return false;
      const Dimension d = q->dimension_of();
      if (d == Dimension::kTemperature || unit_of(q->unit).key == "hour") return false;
    }
    if (low.unit != high.unit && low.unit != kNoUnit) return false;
    // "between 500 and 2 million": each has its own scale. "20 und 10 Millionen" share one.
    if (low.value <= high.value && (low.unit_span.size() > 0 || mantissa(low) > 20 * mantissa(high))) return false;
    if (high.unit == kNoUnit && (high.noun.empty() || (low.value <= 24 && high.value <= 24))) return false;
    // A noun of its own may count something else: "zwischen 20 Männern und 10 Frauen".
    return low.unit != kNoUnit || low.noun.empty() || low.shared_unit;
  }

  static bool is_between(std::string_view text, const Quantity& low, const Quantity& high,
                         const RuleWords::Tries& words) {
    if (!words_before(words[kBetween], text, low.hedge_begin)) return false;
    const auto joint = words_at(words[kAnd], text, low.span.end);
    return joint && skip_blanks(text, joint.position) == high.hedge_begin;
  }

  static bool is_from(std::string_view text, const Quantity& low, const Quantity& high, const RuleWords::Tries& words) {
    return low.range == Quantity::Range::kBegin && high.range == Quantity::Range::kEnd &&
           static_cast<bool>(words_before(words[kFrom], text, low.hedge_begin));
  }

  static void report(const Block& block, const Quantity& low, const Quantity& high, bool between, Sink& sink) {
    Finding finding;
    finding.place = {low.block, {low.span.begin, high.span.end}};
    finding.values = {{"low", printed(low)}, {"high", printed(high)}};
    if (!between) finding.severity = Severity::kInfo;
    const std::string first(block.text.substr(low.number.begin, low.number.size()));
    const std::string second(block.text.substr(high.number.begin, high.number.size()));
    finding.fixes.push_back({"swap",
                             {{"low", second}, {"high", first}},
                             false,
                             {{{low.block, low.number}, second}, {{high.block, high.number}, first}}});
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<NumberRangeCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind number_range;
const Kind number_range{"number-range", "a range of numbers that runs backwards", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
