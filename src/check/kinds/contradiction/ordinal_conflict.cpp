// Kind `ordinal-conflict`: the same for the third and for the fourth time: "won it for the first time", "having won it
// for the third time"; "the 15th festival", "the 14th festival".
//
// An ordinal by itself is no claim: texts count through halves, attempts and novels. "For the … time" and editions of
// an event clash where their sentences share what was done, name nobody else and tell of no other year; other nouns
// must be the same ("the second woman to captain the boat", "the first woman to captain it") and share more, unless
// there is one for each ("her third child").
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"firsts", KeyType::kStrings, "words for first: \"first\""},
    {"at-first", KeyType::kStrings, "say \"for the first time\" in one word: \"erstmals\""},
    {"suffixes", KeyType::kStrings, "make an ordinal of digits: \"th\""},
    {"for-the", KeyType::kStrings, "stand before the ordinal of a time: \"for the\""},
    {"times", KeyType::kStrings, "stand behind it: \"time\""},
    {"editions", KeyType::kStrings, "events that are counted: \"festival\""},
    {"feats", KeyType::kStrings, "of which everybody has one of a number: \"woman\", \"title\", \"child\""},
    {"works", KeyType::kStrings, "have a title: \"novel\""},
    {"parts", KeyType::kStrings, "are counted through: \"half\", \"attempt\""},
    {"fillers", KeyType::kStrings, "may stand between an ordinal and its noun: \"annual\""},
    {"definite", KeyType::kStrings, "stand before what there is one of: \"the\", \"as\""},
    {"periods", KeyType::kStrings, "count from somewhere, those that mean the same parted by |: \"this year\""},
    {"planned", KeyType::kStrings, "stand before what is no fact yet: \"hopes\""},
    {"unless", KeyType::kStrings, "silence an ordinal near them: \"last year\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
using enum PhraseTrie::Direction;
constexpr WordList kLists[] = {{"firsts"},
                               {"at-first"},
                               {"suffixes"},
                               {"for-the", kBackward},
                               {"times"},
                               {"editions"},
                               {"feats"},
                               {"works"},
                               {"parts"},
                               {"fillers"},
                               {"definite", kBackward},
                               {"periods", kForward, true},
                               {"planned"},
                               {"unless"}};
enum List : std::uint8_t {
  kFirsts,
  kAtFirst,
  kSuffixes,
  kForThe,
  kTimes,
  kEditions,
  kFeats,
  kWorks,
  kParts,
  kFillers,
  kDefinite,
  kPeriods,
  kPlanned,
  kUnless
};
constexpr std::size_t kLongest = 1500;     // words of an article that is about one thing
constexpr std::size_t kShort = 320;        // of one that tells of nothing else
constexpr std::size_t kMostOrdinals = 12;  // of an article; one with more counts something through
constexpr std::size_t kMostBetween = 3;    // words between an ordinal and its noun: "the 14th Blackheath Kite Festival"
constexpr std::size_t kReach = 16;         // words to each side that tell what is counted
constexpr std::size_t kLeastShared = 2;    // of them in both sentences
constexpr std::size_t kLeastOfThings = 2;  // where the noun is any
constexpr std::uint32_t kNear = 60;        // bytes in which a word silences
constexpr std::uint32_t kMostDigits = 3;
constexpr std::uint32_t kFewestThings = 3;  // "the first train", "the second train"
constexpr std::size_t kShortestNoun = 3;    // bytes

enum class Sort : std::uint8_t { kTime, kEdition, kFeat, kWork, kThing };
bool has_noun(Sort sort) { return sort != Sort::kTime && sort != Sort::kEdition; }

struct Ordinal {
  std::uint32_t block = 0;
  TextSpan span;  // with its noun
  TextSpan sentence;
  std::uint32_t number = 0;
  Sort sort = Sort::kTime;
  std::string noun;    // where the sort has one
  std::string behind;  // of a time, the next word: "zum dritten Mal Vater"
  std::set<std::uint32_t> periods;
};

class OrdinalConflict final : public Check {
 public:
  explicit OrdinalConflict(const Definition& definition)
      : definition_(&definition), words_(definition, kLists), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<Ordinal> ordinals;
    const std::size_t length = words_looked_at(document, *definition_);
    if (length > kLongest) return;
    QuotedBlocks quoted(document);
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) continue;
      for (const Word& word : document.words(block)) {
        auto ordinal = read(document, facts, i, word, *words);
        if (!ordinal || quoted.hold(i, ordinal->span) || (ordinal->sort == Sort::kThing && length > kShort)) continue;
        if (ordinals.size() == kMostOrdinals) return;
        ordinals.push_back(std::move(*ordinal));
      }
    }
    for (std::size_t j = 1; j < ordinals.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!may_be_one(ordinals[i], ordinals[j]) || is_list(ordinals, ordinals[i], ordinals[j])) continue;
        if (!are_of_one(document, facts, ordinals[i], ordinals[j], length <= kShort)) continue;
        sink.report(clash_of(document, {ordinals[i].block, ordinals[i].span}, {ordinals[j].block, ordinals[j].span}));
        return;
      }
    }
  }

 private:
  struct Number {
    std::uint32_t value = 0;
    std::size_t end = 0;
  };

  static std::optional<Number> number_at(const Block& block, const Word& word, const NumberLanguage& numbers,
                                         const RuleWords::Tries& words) {
    const std::string_view text = block.text;
    if (const auto first = words[kFirsts].longest(text, word.begin)) return Number{1, first.position};
    if (const auto known = numbers.ordinals.longest(text, word.begin)) {
      return Number{static_cast<std::uint32_t>(numbers.values[known.payload]), known.position};
    }
    std::uint32_t value = 0;
    const char* const begin = text.data() + word.begin;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value);
    const auto digits = static_cast<std::uint32_t>(end - begin);
    if (error != std::errc() || digits == 0 || digits > kMostDigits || value == 0) return std::nullopt;
    const std::size_t behind = word.begin + digits;
    if (numbers.dotted_ordinals && text.substr(behind).starts_with(". ")) return Number{value, behind + 1};
    for (const std::string_view suffix : {text.substr(behind, word.end - std::min<std::size_t>(behind, word.end))}) {
      if (!suffix.empty() && words[kSuffixes].longest(suffix, 0)) return Number{value, word.end};
    }
    return std::nullopt;
  }

  std::optional<Ordinal> read(const Document& document, const Facts& facts, std::uint32_t number, const Word& word,
                              const RuleWords::Tries& words) const {
    const Block& block = document.block(number);
    Ordinal ordinal;
    ordinal.block = number;
    if (const auto once = words[kAtFirst].longest(block.text, word.begin)) {
      ordinal.number = 1;
      ordinal.span = {word.begin, static_cast<std::uint32_t>(once.position)};
    } else {
      const auto read = number_at(block, word, facts.numbers(block), words);
      if (!read) return std::nullopt;
      ordinal.number = read->value;
      ordinal.span = {word.begin, static_cast<std::uint32_t>(read->end)};
      if (is_in_date(facts, ordinal)) return std::nullopt;
      if (!read_noun(document, words, ordinal)) return std::nullopt;
    }
    ordinal.sentence = sentence_at(block.text, word.begin);
    const TextSpan near{std::max(ordinal.sentence.begin, ordinal.span.begin - std::min(ordinal.span.begin, kNear)),
                        std::min(ordinal.sentence.end, ordinal.span.end + kNear)};
    if (holds(words[kUnless], block.text, near) || is_of_a_year(facts, ordinal)) return std::nullopt;
    // "Hopes to win for the third time"; a verb behind may tell of something else, but for a time: "gewinnen will".
    const TextSpan before{near.begin, ordinal.sort == Sort::kTime ? near.end : ordinal.span.begin};
    if (holds(words[kPlanned], block.text, before)) return std::nullopt;
    for (const Word& other : words_in(document.words(block), ordinal.sentence)) {
      if (const auto period = words[kPeriods].longest(block.text, other.begin)) ordinal.periods.insert(period.payload);
    }
    return ordinal;
  }

  // What is counted; false where it is nothing of which there is one.
  bool read_noun(const Document& document, const RuleWords::Tries& words, Ordinal& ordinal) const {
    const Block& block = document.block(ordinal.block);
    const std::string_view text = block.text;
    const std::size_t next = skip_blanks(text, ordinal.span.end);
    const auto before = words_before(words[kForThe], text, ordinal.span.begin);
    if (const auto time = words[kTimes].longest(text, next); time && before) {
      ordinal.span = {static_cast<std::uint32_t>(before.position), static_cast<std::uint32_t>(time.position)};
      const auto all = document.words(block);
      const auto behind = std::ranges::lower_bound(all, ordinal.span.end, {}, &Word::begin);
      if (behind != all.end() && is_adjacent(text, ordinal.span.end, behind->begin)) {
        ordinal.behind = context_form(word_text(block, *behind));
      }
      return true;
    }
    const bool heads = block.role == Role::kTitle || block.role == Role::kHeading;
    const bool definite = words_before(words[kDefinite], text, ordinal.span.begin) ||
                          is_owned(text, ordinal.span.begin) || opens_clause(text, ordinal.span.begin);
    std::size_t pos = next;
    for (std::size_t between = 0; between <= kMostBetween; ++between) {
      if (const auto event = words[kEditions].longest(text, pos); event && (definite || heads)) {
        ordinal.sort = Sort::kEdition;
        ordinal.noun = context_form(text.substr(pos, event.position - pos));
        ordinal.span.end = static_cast<std::uint32_t>(event.position);
        return true;
      }
      if (words[kFeats].longest(text, pos) || words[kWorks].longest(text, pos) || words[kParts].longest(text, pos))
        break;
      // "Blackheath Kite", "annual", "wine": where nouns have capitals, names and such words only.
      const auto filler = words[kFillers].longest(text, pos);
      const auto all = document.words(block);
      const auto word = std::ranges::lower_bound(all, pos, {}, &Word::begin);
      if (word == all.end() || word->begin != pos || !may_stand_between(block, *word, static_cast<bool>(filler))) break;
      pos = skip_blanks(text, filler ? filler.position : word->end);
    }
    return definite && read_counted(document, words, next, ordinal);
  }

  bool may_stand_between(const Block& block, const Word& word, bool filler) const {
    const std::string_view text = word_text(block, word);
    const SmallWords& small = small_.at(block.language);
    return filler || is_capitalised(text) ||
           (small.names_after.empty() && !std::ranges::binary_search(small.plain, context_form(text)));
  }

  // "The couple's fourth child".
  static bool is_owned(std::string_view text, std::size_t pos) {
    const std::string_view before = text.substr(0, skip_blanks_back(text, pos));
    return before.ends_with("'s") || before.ends_with("’s");
  }

  // "The second woman", "her third novel", "the sixth bridge".
  static bool read_counted(const Document& document, const RuleWords::Tries& words, std::size_t pos, Ordinal& ordinal) {
    const Block& block = document.block(ordinal.block);
    const std::string_view text = block.text;
    constexpr std::pair<List, Sort> kSorts[] = {{kFeats, Sort::kFeat}, {kWorks, Sort::kWork}};
    const auto all = document.words(block);
    const auto noun = std::ranges::lower_bound(all, pos, {}, &Word::begin);
    if (noun == all.end() || noun->begin != pos || words[kParts].longest(text, pos)) return false;
    std::size_t end = noun->end;
    ordinal.sort = Sort::kThing;
    for (const auto& [list, sort] : kSorts) {
      const auto known = words[list].longest(text, pos);
      if (!known) continue;
      ordinal.sort = sort;
      end = known.position;
    }
    if (words[kEditions].longest(text, pos) || words[kFillers].longest(text, pos)) return false;
    ordinal.noun = context_form(text.substr(pos, end - pos));
    // "3. Press the button".
    const bool is_item =
        text.substr(ordinal.span.begin, ordinal.span.size()).ends_with('.') && opens_clause(text, ordinal.span.begin);
    ordinal.span.end = static_cast<std::uint32_t>(end);
    if (is_item) return false;
    if (ordinal.sort == Sort::kThing && ordinal.number < kFewestThings) return false;
    return ordinal.noun.size() >= kShortestNoun;
  }

  static bool is_in_date(const Facts& facts, const Ordinal& ordinal) {
    return std::ranges::any_of(facts.time().dates, [&](const DateFact& date) {
      return date.block == ordinal.block && date.span.overlaps(ordinal.span);
    });
  }

  static bool is_of_a_year(const Facts& facts, const Ordinal& ordinal) {
    return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
      return year.block == ordinal.block && ordinal.sentence.contains(TextSpan{year.begin, year.begin + 1});
    });
  }

  static bool may_be_one(const Ordinal& a, const Ordinal& b) {
    if (a.number == b.number || a.periods != b.periods) return false;
    if (a.block == b.block && a.sentence == b.sentence) return false;
    if (has_noun(a.sort) || has_noun(b.sort)) return a.sort == b.sort && is_same_word(a.noun, b.noun);
    return a.sort != Sort::kEdition || b.sort != Sort::kEdition || is_same_word(a.noun, b.noun);
  }

  // Three numbers: something is counted through. Both in one sentence: they are of two things.
  static bool is_list(const std::vector<Ordinal>& all, const Ordinal& a, const Ordinal& b) {
    return std::ranges::any_of(all, [&](const Ordinal& other) {
      const bool of_sort = other.sort == a.sort || other.sort == b.sort;
      const bool beside_a = other.number == b.number && other.block == a.block && other.sentence == a.sentence;
      const bool beside_b = other.number == a.number && other.block == b.block && other.sentence == b.sentence;
      return of_sort && (beside_a || beside_b || (other.number != a.number && other.number != b.number));
    });
  }

  bool are_of_one(const Document& document, const Facts& facts, const Ordinal& a, const Ordinal& b,
                  bool is_short) const {
    const Language language = document.block(a.block).language;
    if (document.block(b.block).language != language || !small_.contains(language)) return false;
    const SmallWords& small = small_.at(language);
    if (a.sort == Sort::kWork) return share_title(document, a, b);
    const auto context = [&](const Ordinal& ordinal) {
      Context around = context_of(document, facts, ordinal.block, ordinal.span, kReach, small);
      for (ContextWord& word : around.words) {
        // The sentence's first word has its capital for that.
        if (word.span.begin == ordinal.sentence.begin) word.name = false;
      }
      return around;
    };
    const Context one = context(a);
    const Context other = context(b);
    if (compare(one, other).other_names) return false;
    auto shared = static_cast<std::size_t>(
        std::ranges::count_if(one.words, [&](const ContextWord& word) { return other.has(word); }));
    // "Zum dritten Mal Vater": what was done stands right behind.
    const bool same_behind = !a.behind.empty() && a.behind == b.behind;
    if (same_behind) shared += std::ranges::binary_search(small.plain, a.behind) ? 0 : kLeastShared;
    // The event is one of the two words, as is that of which everybody has one.
    const bool early = std::min(a.number, b.number) < kFewestThings;  // "for the first time", "the second meeting"
    if ((a.sort == Sort::kEdition || b.sort == Sort::kEdition) && !early) ++shared;
    if (a.sort == Sort::kFeat) ++shared;
    // A short article is about one festival.
    if (a.sort == Sort::kEdition && b.sort == Sort::kEdition && is_short) ++shared;
    // "The first woman in office was Jo Reid."
    if (a.sort == Sort::kFeat && names_somebody_new(document, a, b)) return false;
    return shared >= (a.sort == Sort::kThing ? kLeastOfThings : kLeastShared);
  }

  // Two words with capitals side by side of which the other sentence has neither.
  static bool names_somebody_new(const Document& document, const Ordinal& a, const Ordinal& b) {
    const Block& block = document.block(b.block);
    const std::string_view known = document.block(a.block).text.substr(a.sentence.begin, a.sentence.size());
    const auto sentence = words_in(document.words(block), b.sentence);
    for (std::size_t i = 1; i < sentence.size(); ++i) {
      const auto is_new = [&](const Word& word) {
        const std::string_view text = word_text(block, word);
        return is_capitalised(text) && !opens_clause(block.text, word.begin) &&
               known.find(text) == std::string_view::npos;
      };
      const bool beside = is_adjacent(block.text, sentence[i - 1].end, sentence[i].begin);
      if (beside && is_new(sentence[i - 1]) && is_new(sentence[i])) return true;
    }
    return false;
  }

  // "»Salzlicht«, her second novel", "»Salzlicht« is her third novel".
  static bool share_title(const Document& document, const Ordinal& a, const Ordinal& b) {
    constexpr std::size_t kShortest = 2;  // code points
    const std::string_view text = document.block(a.block).text;
    const std::string_view other = document.block(b.block).text;
    for (const TextSpan title : quoted_passages(text, kShortest)) {
      if (!a.sentence.contains(title)) continue;
      const std::string_view words = text.substr(title.begin, title.size());
      for (const TextSpan same : quoted_passages(other, kShortest)) {
        if (b.sentence.contains(same) && other.substr(same.begin, same.size()) == words) return true;
      }
    }
    return false;
  }

  const Definition* definition_;
  RuleWords words_;
  std::map<Language, SmallWords> small_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OrdinalConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind ordinal_conflict;
const Kind ordinal_conflict{
    "ordinal-conflict", "the same for the third and for the fourth time", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
