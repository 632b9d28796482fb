// Kind `headline-conflict`: a number in the headline that the text below never gives, while it gives another; or
// something that the text says the opposite of.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/headline_number_support.h"
#include "check/kinds/contradiction/headline_state_support.h"
#include "check/kinds/contradiction/retold_support.h"
#include "check/kinds/date/date_support.h"
#include "facts/speech.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"negation", KeyType::kPhrases, "turn a state into its opposite: \"not\"", true},
    {"one-thing", KeyType::kStrings, "words for one thing, or their endings: \"streit verhandlungen\""},
    {"no-names", KeyType::kStrings, "words that have a capital and name nobody: \"Monday\""},
    {"no-state", KeyType::kPhrases, "tell of another time, a wish or a part: silence a state in their sentence", true},
    {"approved", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"rejected", KeyType::kPhrases, "the opposite of the list before"},
    {"settled", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"unsettled", KeyType::kPhrases, "the opposite of the list before"},
    {"begun", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"planned", KeyType::kPhrases, "the opposite of the list before"},
    {"dead", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"alive", KeyType::kPhrases, "the opposite of the list before"},
    {"convicted", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"acquitted", KeyType::kPhrases, "the opposite of the list before"},
    {"resigned", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"stays", KeyType::kPhrases, "the opposite of the list before"},
    {"caught", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"at-large", KeyType::kPhrases, "the opposite of the list before"},
    {"released", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"held", KeyType::kPhrases, "the opposite of the list before"},
    {"found", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"missing", KeyType::kPhrases, "the opposite of the list before"},
    {"confirmed", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"denied", KeyType::kPhrases, "the opposite of the list before"},
    {"risen", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"fallen", KeyType::kPhrases, "the opposite of the list before"},
    {"opened", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"closed", KeyType::kPhrases, "the opposite of the list before"},
    {"won", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"lost", KeyType::kPhrases, "the opposite of the list before"},
    {"kept", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"ended", KeyType::kPhrases, "the opposite of the list before"},
    {"unhurt", KeyType::kPhrases, "say this, and the next list the opposite of it"},
    {"hurt", KeyType::kPhrases, "the opposite of the list before"},
    {"beats", KeyType::kPhrases, "say that who stands before has won, and who stands behind has lost"},
    {"standing", KeyType::kPhrases, "stand beside the years that something has been there: \"ago\"", true},
    {"joins", KeyType::kStrings, "join two clauses of a headline: \"and\""},
    {"negation-behind", KeyType::kBool, "true: \"not\" may stand behind the state that it turns, too"},
});
enum List : std::uint8_t { kNegation = 5, kNoState = 8, kFirstState };
constexpr auto kKeys = std::to_array<Key>({
    {"by-one-word", KeyType::kStrings, "lists of states for which one word of the headline is enough beside them"},
    {"by-no-word", KeyType::kStrings, "lists of states that need none of its words where the text denies them"},
    kRetoldKeys[0],
    kRetoldKeys[1],
    kRetoldKeys[2],
    kRetoldKeys[3],
    kRetoldKeys[4],
    kRetoldKeys[5],
    kRetoldKeys[6],
    kRetoldKeys[7],
    kRetoldKeys[8],
});
constexpr std::uint8_t key_number(std::string_view name) {
  const auto key = std::ranges::find(kSectionKeys, name, &Key::name);
  return static_cast<std::uint8_t>(key - kSectionKeys.begin());
}
constexpr std::size_t kReach = 40;      // words of a headline, and of the sentence that it sums up
constexpr unsigned kMostNumbers = 200;  // in headlines; a text with more is no article
constexpr std::size_t kMostOthers = 50;
constexpr double kFarthestRatio = 2.5;  // numbers farther apart are of different things

class HeadlineConflict final : public Check {
 public:
  explicit HeadlineConflict(const Definition& definition)
      : definition_(definition), small_(small_words(definition)), states_(definition) {
    states_.first_state = kFirstState;
    states_.states_end = states_.beats = key_number("beats");
    states_.contest = key_number("won");
    states_.negation = kNegation;
    states_.guard = kNoState;
    const auto read_pairs = [&](std::string_view key, std::vector<std::uint8_t>& pairs) {
      if (const auto* names = definition.option<std::vector<std::string>>(key)) {
        for (const std::string& name : *names) pairs.push_back(key_number(name));
      }
    };
    read_pairs("by-one-word", states_.by_one_word);
    read_pairs("by-no-word", states_.by_no_word);
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (!find_headline_states(document, facts, definition_, states_, small_, sink) && !tells_both(document, facts)) {
      retold_.find(document, facts, definition_, small_, sink);
    }
    unsigned numbers = 0;
    for (const Quantity& number : facts.quantities()) {
      const Block& block = document.block(number.block);
      if (!is_headline(block.role) || !small_.contains(block.language)) continue;
      if (++numbers > kMostNumbers) return;
      const Quantity* other = is_plain(number) ? other_number(document, facts, number) : nullptr;
      if (other == nullptr && is_first(document, number.block)) {
        other = number_instead(document, facts, definition_, number, key_number("standing"));
      }
      if (other != nullptr) report(document, number, *other, sink);
    }
  }

 private:
  static bool is_headline(Role role) { return role == Role::kTitle || role == Role::kHeading; }

  // "Rejected by the council, approved by the people": a headline that tells a state and its opposite.
  bool tells_both(const Document& document, const Facts& facts) const {
    const auto title =
        std::ranges::find_if(document.blocks(), [](const Block& block) { return is_headline(block.role); });
    if (title == document.blocks().end()) return false;
    const auto number = static_cast<std::uint32_t>(title - document.blocks().begin());
    std::uint64_t told = 0;  // a bit for each list
    for (const Hit& hit : facts.matches().in(definition_.slot, number, whole(*title))) {
      if (hit.key >= states_.first_state && hit.key < states_.states_end) {
        told |= std::uint64_t{1} << (hit.key - states_.first_state);
      }
    }
    constexpr std::uint64_t kFirstOfPair = 0x5555555555555555;
    return (told & (told >> 1U) & kFirstOfPair) != 0;
  }

  static TextSpan whole(const Block& block) { return {0, static_cast<std::uint32_t>(block.text.size())}; }

  // No prose stands above it.
  static bool is_first(const Document& document, std::uint32_t number) {
    return std::ranges::none_of(document.blocks().first(number), [](const Block& block) {
      return block.role == Role::kParagraph || is_headline(block.role);
    });
  }

  static bool is_plain(const Quantity& number) {
    return number.hedge == Hedge::kExact && is_single(number) &&
           (number.unit != kNoUnit || !number.noun.empty() || is_sum_of_money(number)) &&
           number.dimension_of() != Dimension::kTime;
  }

  static bool is_single(const Quantity& number) {
    return number.range == Quantity::Range::kSingle && !number.ambiguous && !number.article && !number.fraction &&
           !number.rate && number.value > 2;
  }

  // "3 Millionen": in a headline the currency goes without saying.
  static bool is_sum_of_money(const Quantity& number) {
    return number.unit == kNoUnit && number.noun.empty() && number.scale >= 1e6;
  }

  // The one other number that the text gives for what the headline counts. Nothing when the headline's number stands
  // anywhere below, in whatever unit, or when there are several others.
  const Quantity* other_number(const Document& document, const Facts& facts, const Quantity& number) const {
    const std::string key = counted_key(document, number);
    const Interval interval = number.interval(Rounding::kZeros, 0.2);
    std::vector<const Quantity*> others;
    for (const Quantity& quantity : facts.quantities()) {
      if (quantity.block <= number.block || quantity.value <= 0) continue;
      if (quantity.interval(Rounding::kZeros, 0.2).overlaps(interval)) return nullptr;
      const Role role = document.block(quantity.block).role;
      if (role != Role::kParagraph && role != Role::kListItem) continue;
      const bool money = is_sum_of_money(number) && quantity.dimension_of() == Dimension::kCurrency;
      if (!money && counted_key(document, quantity) != key && !count_one_thing(document, facts, number, quantity)) {
        continue;
      }
      if (others.size() < kMostOthers) others.push_back(&quantity);
    }
    // Of several, the one in whose sentence most of the headline stands.
    const Quantity* other = nullptr;
    std::size_t most = 0;
    for (const Quantity* quantity : others) {
      const std::size_t shared = shared_with_headline(document, facts, number, *quantity);
      if (shared == 0 || shared < most) continue;
      if (shared == most && other->value != quantity->value) return nullptr;
      if (shared > most) other = quantity;
      most = shared;
    }
    if (other == nullptr || !is_single(*other)) return nullptr;
    if (other->hedge != Hedge::kExact && other->hedge != Hedge::kAbout) return nullptr;
    const auto [low, high] = std::minmax(number.value, other->value);
    return high <= low * kFarthestRatio ? other : nullptr;
  }

  // "400 jobs", "340 positions".
  bool count_one_thing(const Document& document, const Facts& facts, const Quantity& a, const Quantity& b) const {
    if (a.unit != kNoUnit || b.unit != kNoUnit || a.noun.empty() || b.noun.empty()) return false;
    const Language language = document.block(a.block).language;
    if (document.block(b.block).language != language) return false;
    const Concepts& concepts = facts.knowledge().concepts[ConceptFamily::kConcepts].of(language);
    const auto named = [&](const Quantity& quantity) {
      return concepts.at(document.block(quantity.block).text, quantity.noun.begin, quantity.noun.end).concepts;
    };
    return named(a).meets(named(b));
  }

  // How many words of the headline stand in the sentence, beside the thing that is counted; 0 where something parts
  // the two.
  std::size_t shared_with_headline(const Document& document, const Facts& facts, const Quantity& number,
                                   const Quantity& other) const {
    const Block& block = document.block(other.block);
    if (block.language != document.block(number.block).language) return 0;
    const SmallWords& small = small_.at(block.language);
    const Context headline = context_of(document, facts, number.block, counted_span(number), kReach, small);
    const Context sentence = context_of(document, facts, other.block, counted_span(other), kReach, small);
    const std::size_t shared = compare(headline, sentence).shared;
    if (shared == 0 || is_quoted(quoted_passages(block.text), other.span)) return 0;
    const bool guarded = is_guarded(facts, definition_.slot, number.block, number.span) ||
                         is_guarded(facts, definition_.slot, other.block, other.span);
    return guarded ? 0 : shared;
  }

  static void report(const Document& document, const Quantity& number, const Quantity& other, Sink& sink) {
    const auto written = [&](const Quantity& quantity) {
      const TextSpan span = counted_span(quantity);
      return std::string(document.block(quantity.block).text.substr(span.begin, span.size()));
    };
    Finding finding;
    finding.place = {number.block, number.span};
    finding.values = {{"headline", written(number)}, {"text", written(other)}};
    finding.related.push_back({{other.block, other.span}, "text", {{"text", written(other)}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  HeadlineStates states_;
  Retold retold_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<HeadlineConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind headline_conflict;
const Kind headline_conflict{.name = "headline-conflict",
                             .doc = "a number or a state in the headline for which the text gives another",
                             .keys = kKeys,
                             .section_keys = kSectionKeys,
                             .make = make,
                             .tables = &kRetoldTables};
}  // namespace kinds
}  // namespace stet
