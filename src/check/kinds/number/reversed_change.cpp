// Kind `reversed-change`: a value that is said to rise from more to less, or to fall from less to more.
#include <array>

#include "check/kinds/number/change_support.h"
#include "check/kinds/number/number_support.h"
#include "text/sentences.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"from", KeyType::kStrings, "stand right before the old value: \"von\""},
    {"to", KeyType::kStrings, "stand right before the new value: \"auf\""},
    {"rises", KeyType::kStrings, "say that it became more: \"stieg\""},
    {"falls", KeyType::kStrings, "say that it became less: \"sank\""},
    {"unless", KeyType::kStrings, "silence the sentence: ranks, grades, rates of exchange"},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {
    {"from", kBackward}, {"to", kBackward}, {"rises", kForward}, {"falls", kForward}, {"unless", kForward}};
enum List : std::uint8_t { kFrom, kTo, kRises, kFalls, kUnless };

class ReversedChange final : public Check {
 public:
  explicit ReversedChange(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    SentenceGuard guard(kUnless);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      if (all[i].block == all[i + 1].block) check(document, all[i], all[i + 1], guard, sink);
    }
  }

 private:
  void check(const Document& document, const Quantity& first, const Quantity& second, SentenceGuard& guard,
             Sink& sink) const {
    const Block& block = document.block(first.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) return;
    const auto change = read_from_to(block, first, second, (*words)[kFrom], (*words)[kTo]);
    if (!change) return;
    const auto noun = [&](const Quantity& q) { return fold(block.text.substr(q.noun.begin, q.noun.size())); };
    if (!first.noun.empty() && !second.noun.empty() && noun(first) != noun(second)) return;
    // "A baissé de 12 %, à 4,4 millions": by that.
    if (first.dimension_of() == Dimension::kShare && second.dimension_of() != Dimension::kShare) return;
    const Interval old_value = change->from.interval(Rounding::kCareful);
    const Interval new_value = change->to.interval(Rounding::kCareful);
    if (old_value.overlaps(new_value)) return;
    const bool risen = new_value.low > old_value.high;
    const TextSpan sentence = sentence_at(block.text, first.span.begin);
    if (second.span.end > sentence.end) return;
    const TextSpan before = clause_before(block.text, sentence, change->begin);
    const std::size_t mark = block.text.substr(0, sentence.end).find_first_of(".,;:()", second.span.end);
    const TextSpan behind{second.span.end, static_cast<std::uint32_t>(std::min<std::size_t>(mark, sentence.end))};
    const auto said = [&](List list) {
      return holds((*words)[list], block.text, before) || holds((*words)[list], block.text, behind);
    };
    const bool rises = said(kRises);
    if (rises == said(kFalls) || rises == risen) return;
    if (guard.silences(block, *words, first.span.begin)) return;
    if (breaks_clause(block.text.substr(first.span.end, second.span.begin - first.span.end))) return;
    Finding finding;
    finding.place = {first.block, {static_cast<std::uint32_t>(change->begin), second.span.end}};
    finding.wording = rises ? "" : "falls";
    finding.values = {{"from", NumberValue{mantissa(change->from), change->from.decimals}},
                      {"to", NumberValue{mantissa(change->to), change->to.decimals}}};
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<ReversedChange>(definition);
}

}  // namespace

namespace kinds {
extern const Kind reversed_change;
const Kind reversed_change{"reversed-change", "a value that rises from more to less", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
