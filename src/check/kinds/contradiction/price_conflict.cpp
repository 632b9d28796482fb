// Kind `price-conflict`: what a visit costs, told with two prices: "admission is 6 euros", "tickets are 8 euros at the
// door".
//
// Only where the article knows of no other price but the two: where there are more, they are of several things.
#include <algorithm>
#include <array>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/number/parts_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"tickets", KeyType::kStrings, "words for what is paid to get in: \"admission\""},
    {"costs", KeyType::kStrings, "stand beside its price: \"costs\""},
    {"apart", KeyType::kStrings, "tell a price from others: \"children\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
constexpr WordList kLists[] = {{"tickets"}, {"costs"}, {"apart"}};
enum List : std::uint8_t { kTickets, kCosts, kApart };
constexpr double kFarthest = 2.2;   // times as much: farther off, the prices are of different things
constexpr std::size_t kReach = 12;  // words around a price that tell whose it is
constexpr std::size_t kMostPrices = 8;

struct Price {
  const Quantity* quantity = nullptr;
  TextSpan sentence;
  bool apart = false;
};

class PriceConflict final : public Check {
 public:
  explicit PriceConflict(const Definition& definition)
      : definition_(&definition), words_(definition, kLists), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<Price> prices;
    QuotedBlocks quoted(document);
    TextPlace last{kNone, {}};  // the sentence of the price before
    bool of_tickets = false;
    for (const Quantity& q : facts.quantities()) {
      if (q.dimension_of() != Dimension::kCurrency || q.scale != 1) continue;
      const Block& block = document.block(q.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) continue;
      if (q.block != last.block || !last.span.contains(q.span)) {
        last = {q.block, sentence_at(block.text, q.span.begin).joined(q.span)};
        of_tickets = holds((*words)[kTickets], block.text, last.span);
      }
      if (!of_tickets) continue;
      const TextSpan sentence = last.span;
      // "More than", "per hour", "4 to 6": no one price.
      if (!is_usable_part(q) || prices.size() == kMostPrices || quoted.hold(q.block, q.span)) return;
      const bool apart = holds((*words)[kApart], block.text, clause_of(block.text, sentence, q.span));
      if (!apart && !holds((*words)[kCosts], block.text, sentence)) continue;
      prices.push_back({&q, sentence, apart});
    }
    std::erase_if(prices, [](const Price& price) { return price.apart; });
    if (prices.size() < 2) return;
    const Price& first = prices.front();
    const Price* other = nullptr;
    for (const Price& price : prices) {
      if (price.quantity->value == first.quantity->value) continue;
      if (other != nullptr && other->quantity->value != price.quantity->value) return;
      if (other == nullptr) other = &price;
    }
    if (other != nullptr && are_of_one(document, facts, first, *other)) report(document, first, *other, sink);
  }

 private:
  // From mark to mark.
  static TextSpan clause_of(std::string_view text, TextSpan sentence, TextSpan price) {
    constexpr std::string_view kMarks = ",;()";
    text = text.substr(0, sentence.end);
    const std::size_t before = text.substr(sentence.begin, price.begin - sentence.begin).find_last_of(kMarks);
    const std::size_t behind = text.find_first_of(kMarks, price.end);
    return {before != std::string_view::npos ? sentence.begin + static_cast<std::uint32_t>(before + 1) : sentence.begin,
            static_cast<std::uint32_t>(std::min<std::size_t>(behind, sentence.end))};
  }

  bool are_of_one(const Document& document, const Facts& facts, const Price& a, const Price& b) const {
    const auto [low, high] = std::minmax(a.quantity->value, b.quantity->value);
    if (a.quantity->unit != b.quantity->unit || high > low * kFarthest) return false;
    if (a.quantity->block == b.quantity->block && a.sentence == b.sentence) return false;
    const Language language = document.block(a.quantity->block).language;
    if (document.block(b.quantity->block).language != language || !small_.contains(language)) return false;
    const auto context = [&](const Price& price) {
      Context around =
          context_of(document, facts, price.quantity->block, price.quantity->span, kReach, small_.at(language));
      // The sentence's first word has its capital for that.
      std::erase_if(around.words, [&](const ContextWord& word) { return word.span.begin == price.sentence.begin; });
      return around;
    };
    const auto years = [&](const Price& price) {
      return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
        return year.block == price.quantity->block && year.begin >= price.sentence.begin &&
               year.begin < price.sentence.end;
      });
    };
    return !years(a) && !years(b) && !compare(context(a), context(b)).other_names;
  }

  static void report(const Document& document, const Price& there, const Price& here, Sink& sink) {
    Finding finding =
        clash_of(document, {there.quantity->block, there.quantity->span}, {here.quantity->block, here.quantity->span});
    finding.covers = true;
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
  BySection<SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<PriceConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind price_conflict;
const Kind price_conflict{"price-conflict", "an admission with two prices in one article", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
