// Kind `two-numbers`: an article has just two numbers of a sort – euros, hectares, jobs –, in two paragraphs, and
// nothing tells that they are of two things: "a loan of €2.8 million", "to raise the €3.8 million".
//
// Other kinds ask whether the words around two numbers agree. Here it is enough that the article has no third number of
// the sort and that nothing parts the two. What speaks for one thing is weighed: a slip of a digit, an article that
// makes the number a known one, words in common, a short text.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/contradiction/number_sorts_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/contradiction/two_numbers_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "part two numbers when in the clause of one of them only: \"originally\"", true},
    {"unless-sentence", KeyType::kPhrases, "the same in its sentence: \"instead of\"", true},
    {"unless-price", KeyType::kPhrases, "the same of prices: \"concessions\"", true},
    {"unless-open", KeyType::kPhrases, "the same of a number that is not told as known: \"in return\"", true},
    {"apart", KeyType::kStrings, "part two numbers in whose clauses different ones stand: \"Monday\""},
    kSortKeys[0],
    kSortKeys[1],
    {"summing-up", KeyType::kStrings, "begin a sentence that sums up, before its number: \"with\""},
    {"links", KeyType::kStrings, "stand between that and the number: \"for\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    kOtherThingKeys[0],
    kOtherThingKeys[1],
    kOtherThingKeys[2],
    kOtherThingKeys[3],
    kOtherThingKeys[4],
});
constexpr auto kKeys = std::to_array<Key>({kTellerListsKey});
enum Guard : std::uint8_t { kUnless, kUnlessSentence, kUnlessPrice, kUnlessOpen };
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"apart", kForward},
                               {"determiners", kBackward},
                               {"the-sum", kBackward},
                               {"links", kBackward},
                               {"summing-up", kBackward}};
enum List : std::uint8_t { kApart, kDeterminers, kTheSum, kLinks, kSummingUp };
static_assert(std::size(kLists) == kSummingUp + 1);

constexpr std::size_t kReach = 12;      // words to each side that tell what the number is of
constexpr double kFarthestRatio = 2.5;  // numbers farther apart are of different things
constexpr std::size_t kShort = 200;     // words of an article that tells of one thing
constexpr std::size_t kMiddle = 400;

using Item = SortedNumber;

class TwoNumbers final : public Check {
 public:
  explicit TwoNumbers(const Definition& definition)
      : definition_(definition),
        small_(small_words(definition)),
        words_(definition_, kLists),
        sorts_(definition_),
        other_thing_(definition_) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (facts.quantities().size() < 2) return;
    for (const std::vector<Item>& sort : sorts_.read(document, facts)) {
      if (sort.size() > 1) compare_sort(document, facts, sort, sink);
    }
  }

 private:
  // Of times and shares too: only a slip of a digit tells that two are one.
  static bool is_loose(const Quantity& q) {
    return q.dimension_of() == Dimension::kTime || q.dimension_of() == Dimension::kShare;
  }

  // The sort has two values, and one of them once.
  void compare_sort(const Document& document, const Facts& facts, const std::vector<Item>& sort, Sink& sink) const {
    const Item& first = sort.front();
    const Item* other = nullptr;
    std::size_t of_first = 0;
    for (const Item& item : sort) {
      if (!item.usable) return;
      if (item.interval.overlaps(first.interval)) {
        ++of_first;
      } else if (other == nullptr) {
        other = &item;
      } else if (!item.interval.overlaps(other->interval)) {
        return;
      }
    }
    if (other == nullptr || (of_first > 1 && sort.size() - of_first > 1)) return;
    // A sentence that has both compares them.
    for (const Item& a : sort) {
      for (const Item& b : sort) {
        if (a.quantity->block == b.quantity->block && a.sentence == b.sentence && !a.interval.overlaps(b.interval))
          return;
      }
    }
    const auto [weight, known] = weigh(document, facts, first, *other);
    const ToldNumber there{first.quantity->block, first.sentence, first.quantity->span};
    const ToldNumber told{other->quantity->block, other->sentence, other->quantity->span};
    if (weight < kEnough || is_of_new_owner(document, facts, told) || speak_of_others(document, facts, there, told)) {
      return;
    }
    Finding finding = clash_of(document, {first.quantity->block, counted_span(*first.quantity)},
                               {other->quantity->block, counted_span(*other->quantity)});
    if (weight < (known ? kMuch : kMuchOpen) || is_loose(*first.quantity)) finding.severity = Severity::kInfo;
    sink.report(std::move(finding));
  }

  static constexpr int kEnough = 2;
  static constexpr int kMuch = 5;
  static constexpr int kMuchOpen = 7;  // where the second is not told as known

  struct Weight {
    int weight = 0;
    bool known = false;
  };
  // What speaks for one thing; 0 when something parts the two.
  Weight weigh(const Document& document, const Facts& facts, const Item& a, const Item& b) const {
    const Quantity& p = *a.quantity;
    const Quantity& q = *b.quantity;
    if ((p.block == q.block && !is_text_between(document, a, b)) || are_of_other_chapters(document, p.block, q.block))
      return {};
    if (document.block(p.block).language != document.block(q.block).language) return {};
    if ((!a.exact && is_open(p, q)) || (!b.exact && is_open(q, p))) return {};
    const bool heads = heads_article(document, a);
    const bool slip = is_digit_slip(a, b) || (heads && lacks_zero(p, q));
    const auto [low, high] = std::minmax(p.value, q.value);
    if (!slip && high > low * kFarthestRatio) return {};
    if (is_computed(document, facts, p, q)) return {};
    const Context here = context(document, facts, a);
    const Context there = context(document, facts, b);
    const Likeness likeness = compare(here, there);
    const bool known = is_known(document, q, here);
    // Of two sentences that follow each other, most set one thing beside another.
    if (!known && !is_text_between(document, a, b)) return {};
    if (is_question(document, here) || is_question(document, there)) return {};
    const bool loose = is_loose(q);
    if (loose && (!slip || (likeness.shared == 0 && q.dimension_of() == Dimension::kShare))) return {};
    // "At the age of 83"
    constexpr double kOldest = 120;
    const bool of_somebody =
        q.dimension_of() == Dimension::kTime || (b.unit == kNoUnit && q.noun.empty() && q.value < kOldest);
    if (of_somebody && names_somebody_new(document, a, b)) return {};
    const bool parted = are_parted(document, a, b);
    if (parted && (!known || is_told_behind(document, b))) return {};
    const bool guarded = marks_of(document, facts, a, known) != marks_of(document, facts, b, known);
    const bool names = has_new_name(document, facts, there, b);
    if (!known && (guarded || names)) return {};
    const OtherThing::Sign other =
        other_thing_.of(document, facts, {&p, a.sentence, a.clause}, {&q, b.sentence, b.clause}, known);
    if (other == OtherThing::Sign::kClear) return {};
    int weight = static_cast<int>(std::min<std::size_t>(likeness.shared, 3));
    if (slip) weight += std::max(a.digits.size(), b.digits.size()) > 2 ? 3 : 2;
    if (known) weight += 2;
    const std::size_t words = words_looked_at(document, definition_);
    weight += words <= kShort ? 2 : words <= kMiddle ? 1 : 0;
    if (names) --weight;
    if (other == OtherThing::Sign::kSome) weight -= 2;
    if (other == OtherThing::Sign::kSame) weight += 2;
    // "With 4,800 visitors, the fair": told as the sum of it all.
    const bool sums_up = begins_sentence(document, b) && b.quantity->value >= 2;
    if (!known && !sums_up && !heads) weight -= 2;
    // "Evacuated on Monday … the 13 families will go home on Wednesday": a day parts less than a guard.
    if (guarded || parted) weight -= known && slip ? 1 : guarded ? 3 : 2;
    if (p.block == q.block) weight -= 3;
    if (loose ? !are_swapped(a.digits, b.digits) : !slip && !known) --weight;
    return {weight, known};
  }

  // In a headline, whose number the text tells again.
  static bool heads_article(const Document& document, const Item& item) {
    const Role role = document.block(item.quantity->block).role;
    return item.quantity->block == 0 && (role == Role::kTitle || role == Role::kHeading);
  }

  // "Twelve hectares", "120 hectares"
  static bool lacks_zero(const Quantity& p, const Quantity& q) {
    constexpr double kTen = 10;
    const auto [low, high] = std::minmax(p.value, q.value);
    return low >= kTen && high == low * kTen;
  }

  bool begins_sentence(const Document& document, const Item& item) const {
    const Block& block = document.block(item.quantity->block);
    const auto with = words_before((*words_.in(block.language))[kSummingUp], block.text, item.quantity->hedge_begin);
    return with && with.position == item.sentence.begin;
  }

  // "More than 100", and 113 elsewhere
  static bool is_open(const Quantity& q, const Quantity& other) {
    switch (q.hedge) {
      case Hedge::kOver:
      case Hedge::kAtLeast:
        return other.value >= q.value;
      case Hedge::kUnder:
      case Hedge::kUpTo:
        return other.value <= q.value;
      default:
        return false;
    }
  }

  static bool is_digit_slip(const Item& a, const Item& b) {
    if (a.quantity->spelled || b.quantity->spelled) return false;
    if (a.quantity->scale != b.quantity->scale || a.quantity->decimals != b.quantity->decimals) return false;
    return a.digits.find_last_not_of('0') > 0 && is_slip(a.digits, b.digits);
  }

  // "Two helicopters" are no difference of "four hikers" and "two hikers".
  static bool counts_same(const Document& document, const Quantity& a, const Quantity& b) {
    const auto noun = [&](const Quantity& q) {
      return context_form(document.block(q.block).text.substr(q.noun.begin, q.noun.size()));
    };
    return a.unit != kNoUnit || a.noun.empty() || b.noun.empty() || is_same_word(noun(a), noun(b));
  }

  // A third number of the article is their sum or difference, or the percentage by which they differ.
  static bool is_computed(const Document& document, const Facts& facts, const Quantity& p, const Quantity& q) {
    const double difference = std::abs(p.value - q.value);
    const double sum = p.value + q.value;
    const auto [low, high] = std::minmax(p.value, q.value);
    return std::ranges::any_of(facts.quantities(), [&, low = low, high = high](const Quantity& each) {
      if (&each == &p || &each == &q) return false;
      if (each.is_percent()) {
        const double up = 100 * difference / low;
        const double down = 100 * difference / high;
        constexpr double kPoint = 0.6;
        return std::abs(each.value - up) < kPoint || std::abs(each.value - down) < kPoint;
      }
      // "Nine people were treated, seven of them on the spot", "14 votes for and 11 against": the second is known.
      if (each.unit == kNoUnit && each.value == q.value && (each.noun.empty() || each.block == p.block)) return true;
      if (each.unit != p.unit || each.article) return false;
      if (!counts_same(document, each, p) && !counts_same(document, each, q)) return false;
      return each.interval(Rounding::kPrinted).contains(difference) || each.interval(Rounding::kPrinted).contains(sum);
    });
  }

  // What sets a number apart from others: guards and years.
  std::vector<std::string> marks_of(const Document& document, const Facts& facts, const Item& item, bool known) const {
    std::vector<std::string> marks;
    const std::string_view text = document.block(item.quantity->block).text;
    for (const Hit& hit : facts.matches().in(definition_.slot, item.quantity->block, item.sentence)) {
      if (hit.key != kUnlessSentence && !item.clause.contains(hit.span)) continue;
      if (hit.key == kUnlessPrice && !is_price(*item.quantity)) continue;
      if (hit.key == kUnlessOpen && known) continue;
      marks.push_back(context_form(text.substr(hit.span.begin, hit.span.size())));
    }
    const auto& years = facts.time().years;
    auto year = std::ranges::lower_bound(years, std::pair(item.quantity->block, item.clause.begin), {},
                                         [](const YearMention& each) { return std::pair(each.block, each.begin); });
    for (; year != years.end() && year->block == item.quantity->block && year->begin < item.clause.end; ++year) {
      if (year->begin != item.quantity->number.begin) marks.push_back(std::to_string(year->year));
    }
    std::ranges::sort(marks);
    return marks;
  }

  // As far as the amount tells.
  static bool is_price(const Quantity& q) {
    constexpr double kDear = 1000;
    return q.dimension_of() == Dimension::kCurrency && q.value < kDear;
  }

  bool are_parted(const Document& document, const Item& a, const Item& b) const {
    const auto marks = [&](const Item& item) {
      std::vector<std::string> found;
      const Block& block = document.block(item.quantity->block);
      const PhraseTable& apart = (*words_.in(block.language))[kApart];
      for (const Word& word : words_in(document.words(block), item.clause)) {
        if (apart.longest(block.text, word.begin).found) found.push_back(context_form(word_text(block, word)));
      }
      std::ranges::sort(found);
      return found;
    };
    const auto here = marks(a);
    const auto there = marks(b);
    return !here.empty() && !there.empty() && here != there;
  }

  // "The 180 visitors on Tuesday"
  bool is_told_behind(const Document& document, const Item& b) const {
    const Block& block = document.block(b.quantity->block);
    const TextSpan near = behind({b.quantity, b.sentence, b.clause}, document);
    return std::ranges::any_of(words_in(document.words(block), near), [&](const Word& word) {
      return (*words_.in(block.language))[kApart].longest(block.text, word.begin).found;
    });
  }

  // "The 46 kilos", "the damage of £420,000"
  bool is_known(const Document& document, const Quantity& q, const Context& other) const {
    const Block& block = document.block(q.block);
    const PhraseTable& determiners = (*words_.in(block.language))[kDeterminers];
    if (words_before(determiners, block.text, q.span.begin)) return true;
    // "The cheque for £1,480", "der Scheck über 1480 Euro"
    const auto link = words_before((*words_.in(block.language))[kLinks], block.text, q.hedge_begin);
    const auto sum = words_before((*words_.in(block.language))[kTheSum], block.text,
                                  link ? link.position : std::size_t{q.hedge_begin});
    if (sum && (link || q.hedge == Hedge::kOver) && words_before(determiners, block.text, sum.position)) return true;
    return is_of_known(document, q, other, determiners, small_.at(block.language).of);
  }

  // Whether beside the second number stands a name that the text before it lacks.
  static bool has_new_name(const Document& document, const Facts& facts, const Context& there, const Item& b) {
    return std::ranges::any_of(there.words, [&](const ContextWord& word) {
      return word.name && word.span.begin != b.sentence.begin &&
             !is_told_before(document, facts, {b.quantity, b.sentence, b.clause}, word.span);
    });
  }

  // Whether the text from the first number to the second brings a name that stands nowhere before: of another person.
  bool names_somebody_new(const Document& document, const Item& a, const Item& b) const {
    const bool capitals = !small_.at(document.block(a.quantity->block).language).names_after.empty();
    NamedPeople people(document, definition_.roles);
    Forms known;
    for (std::uint32_t i = 0; i <= b.quantity->block; ++i) {
      const Block& block = document.block(i);
      if (!definition_.looks_at(block.role)) continue;
      const bool last = i == b.quantity->block;
      const TextSpan part{0, last ? b.quantity->span.begin : static_cast<std::uint32_t>(block.text.size())};
      for (SentenceName& name : names_in(document, block, part, capitals)) {
        if (name.common || (capitals && !people.knows(name.form))) continue;
        const bool before = i <= a.quantity->block;
        if (before) {
          known.insert(std::move(name.form));
        } else if (!known.contains(name.form)) {
          return true;
        }
      }
    }
    return false;
  }

  static bool is_text_between(const Document& document, const Item& a, const Item& b) {
    const std::uint32_t from = a.quantity->block;
    const std::uint32_t to = b.quantity->block;
    if (to - from > 1) return true;
    if (to == from) return b.sentence.begin > a.sentence.end + 2;
    const auto has_words = [&](std::uint32_t number, std::uint32_t begin, std::uint32_t end) {
      const Block& block = document.block(number);
      return !words_in(document.words(block), {begin, end}).empty();
    };
    const auto size = static_cast<std::uint32_t>(document.block(from).text.size());
    return has_words(from, a.sentence.end, size) || has_words(to, 0, b.sentence.begin);
  }

  static bool is_question(const Document& document, const Context& context) {
    const std::string_view text = document.block(context.block).text;
    return text.substr(context.sentence.begin, context.sentence.size()).ends_with('?');
  }

  Context context(const Document& document, const Facts& facts, const Item& item) const {
    const Quantity& q = *item.quantity;
    return context_of(document, facts, q.block, counted_span(q), kReach, small_.at(document.block(q.block).language));
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  RuleWords words_;
  NumberSorts sorts_;
  OtherThing other_thing_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<TwoNumbers>(definition);
}

}  // namespace

namespace kinds {
extern const Kind two_numbers;
const Kind two_numbers{.name = "two-numbers",
                       .doc = "the only two numbers of a sort, which nothing parts",
                       .keys = kKeys,
                       .section_keys = kSectionKeys,
                       .make = make,
                       .tables = &kLimitTables};
}  // namespace kinds
}  // namespace stet
