// Kind `swapped-digits`: 1,870 spectators here, 1,780 there: two numbers of one thing whose digits changed places.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/contradiction/number_sorts_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "part two sentences of which only one holds them: \"Vorjahr\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"apart", KeyType::kStrings, "part two sentences that hold different ones: \"Monday\""},
    {"audience", KeyType::kStrings, "words for those who watched, of whom an article has one number: \"crowd\""},
    {"other-audience", KeyType::kStrings, "tell that an audience is that of another day: \"last season\""},
    {"determiners", KeyType::kStrings, "stand before a number that the reader knows: \"the\""},
    {"roads", KeyType::kStrings, "letters before the number of a road: \"A\""},
    {"posts", KeyType::kStrings, "words before the number of a place beside a road: \"kilometre\""},
    {"numbered", KeyType::kStrings,
     "words before the number of one thing of many, those for one parted by |: \"flight|flights\""},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"audience", kForward},
                               {"other-audience", kForward},
                               {"determiners", kBackward},
                               {"posts", kForward},
                               {"numbered", kForward, true}};
enum List : std::uint8_t { kAudience, kOtherAudience, kDeterminers, kPosts, kNumbered };
constexpr std::size_t kFewestDigits = 2;  // zeros at the end left out
constexpr std::size_t kFew = 2;           // 64 and 46 may be two numbers: more must tell that they are one
constexpr std::size_t kFewShared = 2;
constexpr std::size_t kManyShared = 3;
constexpr std::size_t kMostRoads = 60;     // of an article; one with more is a list of roads
constexpr std::size_t kReach = 12;         // words to each side that tell what the number is of
constexpr std::size_t kSharedPart = 4;     // of shares: a fourth of the words must be the same
constexpr std::size_t kMostNumbers = 200;  // of an article; one with more is a table of figures

// "A 614", "kilometre 43"
constexpr std::string_view kAttendance = "attendance";
struct Numbered {
  std::uint32_t block = 0;
  TextSpan span;    // of the number
  TextSpan whole;   // with what it is the number of
  std::string key;  // what it is the number of
  std::string digits;
};

// A number with its digits alone: "14500".
struct Figure {
  const Quantity* quantity = nullptr;
  std::string digits;
};

class SwappedDigits final : public Check {
 public:
  explicit SwappedDigits(const Definition& definition)
      : definition_(definition),
        small_(definition, read_small),
        apart_(definition, [](const Definition& rule, Language language) { return forms_of(rule, language, "apart"); }),
        words_(definition_, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    compare_numbered(document, facts, sink);
    // By their digits in order: only anagrams can be swapped.
    std::map<std::string, std::vector<Figure>> anagrams;
    std::size_t count = 0;
    for (const Quantity& quantity : facts.quantities()) {
      const Block& block = document.block(quantity.block);
      if (!is_figure(quantity) || !definition_.looks_at(block.role) || !small_.contains(block.language) ||
          is_label(block, quantity))
        continue;
      std::string digits = digits_of(block.text.substr(quantity.number.begin, quantity.number.size()));
      if (digits.find_last_not_of('0') + 1 < kFewestDigits || ++count > kMostNumbers) continue;
      std::string sorted = digits;
      std::ranges::sort(sorted);
      anagrams[sorted].push_back({&quantity, std::move(digits)});
    }
    for (const auto& [digits, figures] : anagrams) {
      for (std::size_t j = 1; j < figures.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
          if (are_swapped(figures[i].digits, figures[j].digits) &&
              !is_sum(facts, *figures[i].quantity, *figures[j].quantity) &&
              of_one_thing(document, facts, *figures[i].quantity, *figures[j].quantity) &&
              !speak_of_others(document, facts, place_of(facts, *figures[i].quantity),
                               place_of(facts, *figures[j].quantity))) {
            Finding finding = clash_of(document, {figures[i].quantity->block, counted_span(*figures[i].quantity)},
                                       {figures[j].quantity->block, counted_span(*figures[j].quantity)});
            finding.covers = true;
            sink.report(std::move(finding));
            break;
          }
        }
      }
    }
  }

 private:
  static SmallWords read_small(const Definition& definition, Language language) {
    SmallWords small = small_words(definition).at(language);
    small.concepts = false;  // who wrote a number anew repeated the words beside it too
    return small;
  }

  static bool is_figure(const Quantity& q) {
    return !q.spelled && !q.fraction && !q.rate && !q.dimension && !q.ambiguous &&
           q.range == Quantity::Range::kSingle && q.dimension_of() != Dimension::kTime;
  }

  static ToldNumber place_of(const Facts& facts, const Quantity& q) {
    return {q.block, facts.sentences().at(q.block, q.span.begin), q.span};
  }

  // 120 here and 90 there, together 210.
  static bool is_sum(const Facts& facts, const Quantity& a, const Quantity& b) {
    const double difference = std::abs(a.value - b.value);
    return std::ranges::any_of(facts.quantities(), [&](const Quantity& q) {
      return q.unit == a.unit && std::abs(q.value - difference) < 1e-6 * difference;
    });
  }

  bool of_one_thing(const Document& document, const Facts& facts, const Quantity& a, const Quantity& b) const {
    if (a.unit != b.unit || a.decimals != b.decimals || a.scale != b.scale) return false;
    if (are_of_other_chapters(document, a.block, b.block)) return false;
    const Context here = context(document, facts, a);
    const Context there = context(document, facts, b);
    // Two numbers of one sentence, or of two cells, are compared with each other.
    if (a.block == b.block && here.sentence == there.sentence) return false;
    if (document.block(a.block).table != kNone || document.block(b.block).table != kNone) return false;
    if (guards_of(document, facts, a, here) != guards_of(document, facts, b, there)) return false;
    if (are_parted(document, facts, {a, here}, {b, there})) return false;
    const Likeness likeness = compare(here, there);
    const auto shares_name = [&] {
      return std::ranges::any_of(here.words, [&](const ContextWord& word) { return word.name && there.has(word); });
    };
    const bool known = is_known(document, b, here);
    if (likeness.other_names && !shares_name() && !(known && likeness.shared >= kFewShared)) return false;
    // Of shares there are so many that a word which two sentences have in common tells little.
    if (a.is_percent() && likeness.shared * kSharedPart < likeness.smaller) return false;
    // Of money there are many.
    if (!has_few_digits(document, a)) {
      const bool nouns = a.unit == kNoUnit && !a.noun.empty() && !b.noun.empty();
      if (nouns && counted_key(document, a) == counted_key(document, b))
        return known || likeness.shared > 1;  // more than the noun
      // "The club lost £148,000 … the missing £184,000": of the few sums of a short article.
      if (money_is_rare(facts, a, b) && (known || is_known_sum(document, b))) return true;
      // "She wrote 1,296 poems, her brother wrote 1,269 letters."
      return likeness.shared >= (nouns ? kFewShared : 1U);
    }
    return likeness.shared >= kManyShared || (likeness.shared >= 1 && known);
  }

  // "The missing £184,000", "den erbeuteten 184.000 Euro"
  bool is_known_sum(const Document& document, const Quantity& q) const {
    const Block& block = document.block(q.block);
    const std::span<const Word> words = document.words(block);
    const auto own = std::ranges::lower_bound(words, q.span.begin, {}, &Word::begin);
    if (own == words.begin()) return false;
    const Word& before = *std::prev(own);
    if (skip_blanks(block.text, before.end) != q.span.begin) return false;
    return words_before((*words_.in(block.language))[kDeterminers], block.text, before.begin).found;
  }

  // Whether the article has few sums of the currency, and tells the second one once: who wrote it twice meant it.
  static bool money_is_rare(const Facts& facts, const Quantity& a, const Quantity& b) {
    constexpr std::ptrdiff_t kMost = 6;
    if (a.dimension_of() != Dimension::kCurrency) return false;
    const auto again = [&](const Quantity& q) { return q.unit == b.unit && q.value == b.value; };
    return std::ranges::count(facts.quantities(), a.unit, &Quantity::unit) <= kMost &&
           std::ranges::count_if(facts.quantities(), again) == 1;
  }

  static bool has_few_digits(const Document& document, const Quantity& q) {
    const std::string digits = digits_of(document.block(q.block).text.substr(q.number.begin, q.number.size()));
    return digits.find_last_not_of('0') + 1 <= kFew;
  }

  // "The 46 kilos", "the damage of £420,000"
  bool is_known(const Document& document, const Quantity& q, const Context& other) const {
    const Block& block = document.block(q.block);
    const PhraseTable& determiners = (*words_.in(block.language))[kDeterminers];
    if (!q.is_percent() && words_before(determiners, block.text, q.span.begin)) return true;
    return is_of_known(document, q, other, determiners, small_.at(block.language).of);
  }

  // Roads and places beside them, by the words: they are no quantities.
  void compare_numbered(const Document& document, const Facts& facts, Sink& sink) const {
    std::vector<Numbered> found;
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      if (!definition_.looks_at(block.role) || block.table != kNone || !small_.contains(block.language)) continue;
      read_numbered(document, i, found);
      if (found.size() > kMostRoads) return;
    }
    for (const Quantity& q : facts.quantities()) {
      const Block& block = document.block(q.block);
      if (!is_figure(q) || q.unit != kNoUnit || !definition_.looks_at(block.role) || !small_.contains(block.language))
        continue;
      if (words_at((*words_.in(block.language))[kAudience], block.text, q.span.end)) {
        found.push_back({q.block, q.number, q.number, std::string(kAttendance),
                         digits_of(block.text.substr(q.number.begin, q.number.size()))});
      }
    }
    std::ranges::stable_sort(found, {}, [](const Numbered& one) { return std::pair(one.block, one.span.begin); });
    for (std::size_t j = 1; j < found.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        const Numbered& a = found[i];
        const Numbered& b = found[j];
        if (a.key != b.key || !are_swapped(a.digits, b.digits) || !is_one_place(document, facts, found, a, b)) continue;
        const auto place = [&](const Numbered& n) {
          return ToldNumber{n.block, facts.sentences().at(n.block, n.span.begin), n.span};
        };
        if (are_set_apart(document, facts, place(a), place(b))) continue;
        sink.report(clash_of(document, {a.block, a.whole}, {b.block, b.whole}));
        return;
      }
    }
  }

  void read_numbered(const Document& document, std::uint32_t number, std::vector<Numbered>& found) const {
    const Block& block = document.block(number);
    if (!block.others.has(CharSet::kDigit)) return;
    const std::span<const Word> words = document.words(block);
    const RuleWords::Tries& lists = *words_.in(block.language);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (const auto audience = lists[kAudience].longest(block.text, words[i].begin)) {
        if (const TextSpan number_span = number_behind(block.text, audience.position); !number_span.empty()) {
          found.push_back({number, number_span, number_span, std::string(kAttendance),
                           digits_of(block.text.substr(number_span.begin, number_span.size()))});
        }
        continue;
      }
      if (read_thing(block, words, i, lists, number, found)) continue;
      const std::string_view word = word_text(block, words[i]);
      const auto digit = std::ranges::find_if(word, [](char c) { return c >= '0' && c <= '9'; });
      const auto letters = static_cast<std::size_t>(digit - word.begin());
      if (letters == 0) continue;
      TextSpan digits{words[i].begin + static_cast<std::uint32_t>(letters), words[i].end};
      const std::string_view key = word.substr(0, letters);
      const bool post = letters == word.size() && lists[kPosts].longest(block.text, words[i].begin).found;
      if (!post) {
        constexpr std::size_t kLongest = 3;
        const bool upper = letters <= kLongest && key.front() >= 'A' && key.front() <= 'Z';
        if (!upper) continue;
        const auto* roads = definition_.option<std::vector<std::string>>(block.language, "roads");
        if (roads == nullptr || std::ranges::find(*roads, key) == roads->end()) continue;
      }
      if (letters == word.size()) {
        const std::size_t begin = word_end_joined(block.text, words[i].end);
        if (i + 1 == words.size() || words[i + 1].begin != begin) continue;
        digits = {words[i + 1].begin, words[i + 1].end};
      }
      const std::string_view written = block.text.substr(digits.begin, digits.size());
      constexpr std::size_t kMostDigits = 4;
      const bool plain = written.size() >= kFew && written.size() <= kMostDigits &&
                         std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
      if (!plain || followed_by_decimals(block.text, digits.end)) continue;
      found.push_back(
          {number, digits, {words[i].begin, digits.end}, post ? "post" : std::string(key), std::string(written)});
    }
  }

  // "Flight AF 1842", "file number 6183": whether a number of four digits or more stands behind such words.
  static bool read_thing(const Block& block, std::span<const Word> words, std::size_t i, const RuleWords::Tries& lists,
                         std::uint32_t number, std::vector<Numbered>& found) {
    const auto thing = lists[kNumbered].longest(block.text, words[i].begin);
    if (!thing) return false;
    std::string key = "thing " + std::to_string(thing.payload);
    std::size_t next = i + 1;
    const auto begins_at = [&](std::size_t pos) {
      return next < words.size() && words[next].begin == skip_blanks(block.text, pos);
    };
    while (next < words.size() && words[next].begin < thing.position) ++next;
    std::size_t end = thing.position;
    // "File number", "flight AF".
    for (int more = 0; more < 2 && begins_at(end); ++more) {
      const std::string_view word = word_text(block, words[next]);
      constexpr std::size_t kLongestCode = 4;
      const bool code =
          word.size() <= kLongestCode && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
      const auto again = lists[kNumbered].longest(block.text, words[next].begin);
      if (!code && !again) break;
      if (code) key += word;
      end = again ? again.position : words[next].end;
      while (next < words.size() && words[next].begin < end) ++next;
    }
    if (!begins_at(end)) return false;
    const std::string_view written = word_text(block, words[next]);
    constexpr std::size_t kFewestOfThing = 4;
    constexpr std::size_t kMostOfThing = 7;
    const bool plain = written.size() >= kFewestOfThing && written.size() <= kMostOfThing &&
                       std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
    if (!plain || followed_by_decimals(block.text, words[next].end)) return false;
    const TextSpan digits{words[next].begin, words[next].end};
    found.push_back({number, digits, {words[i].begin, digits.end}, std::move(key), std::string(written)});
    return true;
  }

  // "Attendance: 2,341.", "a crowd of 2,314": it need not be a quantity, since "824. Red" may be an ordinal.
  static TextSpan number_behind(std::string_view text, std::size_t pos) {
    while (pos < text.size() && (text[pos] == ':' || text[pos] == '*')) ++pos;
    pos = skip_blanks(text, pos);
    std::size_t end = pos;
    const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    while (is_digit(end) || (end > pos && (text[end] == '.' || text[end] == ',') && is_digit(end + 1))) ++end;
    return {static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(end)};
  }

  // Behind a blank or a hyphen.
  static std::size_t word_end_joined(std::string_view text, std::size_t end) {
    if (end < text.size() && text[end] == '-') return end + 1;
    return skip_blanks(text, end);
  }

  static bool followed_by_decimals(std::string_view text, std::size_t end) {
    return end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && text[end + 1] >= '0' &&
           text[end + 1] <= '9';
  }

  bool is_one_place(const Document& document, const Facts& facts, const std::vector<Numbered>& all, const Numbered& a,
                    const Numbered& b) const {
    const auto context = [&](const Numbered& n) {
      return context_of(document, facts, n.block, n.whole, kReach, small_.at(document.block(n.block).language));
    };
    // Two roads that one sentence names are two.
    const auto sentence = [&](const Numbered& n) { return sentence_at(document.block(n.block).text, n.span.begin); };
    for (const Numbered& one : all) {
      if (one.key != a.key || one.digits != a.digits) continue;
      for (const Numbered& other : all) {
        if (other.key == b.key && other.digits == b.digits && one.block == other.block &&
            sentence(one) == sentence(other)) {
          return false;
        }
      }
    }
    const Context here = context(a);
    const Context there = context(b);
    if (a.key == kAttendance) {
      const auto is_other = [&](const Numbered& n, const Context& c) {
        const Block& block = document.block(n.block);
        return holds((*words_.in(block.language))[kOtherAudience], block.text, c.sentence);
      };
      return !is_other(a, here) && !is_other(b, there);
    }
    if (!facts.matches().in(definition_.slot, a.block, here.sentence).empty() ||
        !facts.matches().in(definition_.slot, b.block, there.sentence).empty()) {
      return false;
    }
    if (a.key != "post" && a.digits.size() > kFew) return true;
    const Likeness likeness = compare(here, there);
    const auto is_shared = [&](const ContextWord& word) {
      constexpr std::size_t kShort = 3;  // "she"
      return word.form.size() > kShort && there.has(word);
    };
    return !likeness.other_names && std::ranges::any_of(here.words, is_shared);
  }

  Context context(const Document& document, const Facts& facts, const Quantity& quantity) const {
    return context_of(document, facts, quantity.block, quantity.span, kReach,
                      small_.at(document.block(quantity.block).language));
  }

  // What sets the number's sentence apart from others: "last season", a quotation.
  std::vector<std::string> guards_of(const Document& document, const Facts& facts, const Quantity& q,
                                     const Context& context) const {
    std::vector<std::string> guards;
    const Block& block = document.block(q.block);
    for (const Hit& hit : facts.matches().in(definition_.slot, q.block, context.sentence)) {
      guards.push_back(context_form(block.text.substr(hit.span.begin, hit.span.size())));
    }
    if (is_quoted(quoted_passages(block.text), q.span)) guards.emplace_back("\"");
    std::ranges::sort(guards);
    guards.erase(std::unique(guards.begin(), guards.end()), guards.end());
    return guards;
  }

  // Whether both sentences name a day, a year or a kind of people, and not the same.
  bool are_parted(const Document& document, const Facts& facts, std::pair<const Quantity&, const Context&> a,
                  std::pair<const Quantity&, const Context&> b) const {
    const auto marks = [&](const Quantity& own, const Context& context) {
      std::vector<std::string> found;
      const Block& block = document.block(context.block);
      const auto& apart = apart_.at(block.language);
      for (const Word& word : words_in(document.words(block), context.sentence)) {
        std::string form = context_form(word_text(block, word));
        if (std::ranges::binary_search(apart, form)) found.push_back(std::move(form));
      }
      const auto& years = facts.time().years;
      auto year = std::ranges::lower_bound(years, std::pair(context.block, context.sentence.begin), {},
                                           [](const YearMention& each) { return std::pair(each.block, each.begin); });
      for (; year != years.end() && year->block == context.block && year->begin < context.sentence.end; ++year) {
        if (year->begin != own.number.begin) found.push_back(std::to_string(year->year));  // "1780 Zuschauer"
      }
      std::ranges::sort(found);
      return found;
    };
    const auto here = marks(a.first, a.second);
    const auto there = marks(b.first, b.second);
    return !here.empty() && !there.empty() && here != there;
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  BySection<std::vector<std::string>> apart_;  // sorted
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<SwappedDigits>(definition);
}

}  // namespace

namespace kinds {
extern const Kind swapped_digits;
const Kind swapped_digits{
    "swapped-digits", "two numbers of one thing whose digits changed places", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
