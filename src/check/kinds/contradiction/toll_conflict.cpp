// Kind `toll-conflict`: how many people an event killed, hurt, got arrested or drew, in two numbers.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/counted_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/change_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "silence the number in whose sentence they stand: \"später\"", true},
    {"apart", KeyType::kPhrases, "part two numbers when each has another of them: \"Montag\"", true},
    {"unless-clause", KeyType::kPhrases, "silence the number in whose clause they stand: \"schwer\"", true},
    {"others", KeyType::kStrings, "words for people beside those who were told of before: \"weitere\""},
    {"auxiliaries", KeyType::kStrings, "begin what happened, where the people are left out: \"21 wurden verletzt\""},
    {"known", KeyType::kStrings, "stand before the number of those who were told of: \"the\""},
    {"ahead", KeyType::kStrings, "stand between those who are counted and their number: \"the injured number\""},
    {"at", KeyType::kStrings, "stand before the name of a place: \"in\""},
    {"people", KeyType::kStrings, "words for people that say no more of them: \"Menschen\""},
    {"dead", KeyType::kStrings, "count the dead: \"Tote\""},
    {"died", KeyType::kStrings, "say that people died: \"ums Leben\""},
    {"injured", KeyType::kStrings, "count the injured: \"Verletzte\""},
    {"hurt", KeyType::kStrings, "say that people were hurt: \"verletzt\""},
    {"missing", KeyType::kStrings, "count the missing: \"Vermisste\""},
    {"lost", KeyType::kStrings, "say that people are missing: \"vermisst\""},
    {"arrests", KeyType::kStrings, "count arrests: \"Festnahmen\""},
    {"arrested", KeyType::kStrings, "say that people were arrested: \"festgenommen\""},
    {"audience", KeyType::kStrings, "count those who watched: \"Zuschauer\""},
    {"watched", KeyType::kStrings, "say that people watched: \"sahen zu\""},
});
enum Guard : std::uint8_t { kUnless, kApart, kUnlessClause };
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {
    {"at", kBackward},     {"people", kForward},      {"dead", kForward},     {"died", kForward},
    {"injured", kForward}, {"hurt", kForward},        {"missing", kForward},  {"lost", kForward},
    {"arrests", kForward}, {"arrested", kForward},    {"audience", kForward}, {"watched", kForward},
    {"others", kForward},  {"auxiliaries", kForward}, {"known", kBackward},   {"ahead", kBackward}};
constexpr std::size_t kAt = 0;
constexpr std::size_t kPeople = 1;
constexpr std::size_t kOthers = 12;
constexpr std::size_t kAuxiliaries = 13;
constexpr std::size_t kKnown = 14;
constexpr std::size_t kAhead = 15;
constexpr std::size_t kTolls = 5;  // dead, injured, missing, arrested, audience: a list of nouns and one of verbs each
constexpr std::size_t nouns_of(std::size_t toll) { return 2 + 2 * toll; }
constexpr std::size_t verbs_of(std::size_t toll) { return 3 + 2 * toll; }

constexpr std::size_t kHeadBlocks = 4;      // title, lead and what stands between: they tell of the main event
constexpr double kFarthest = 6;             // times as many: of another event
constexpr std::uint32_t kHeadBytes = 1500;  // of a block: what is farther in is no lead

struct Mention {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  double value = 0;
  Interval interval;
  bool head = false;
  bool label = false;  // "Attendance: 2,400": several tell of several matches
};

class TollConflict final : public Check {
 public:
  explicit TollConflict(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::array<std::vector<Mention>, kTolls> tolls;
    collect(document, facts, tolls);
    for (const std::vector<Mention>& mentions : tolls) compare(document, facts, mentions, sink);
  }

 private:
  void collect(const Document& document, const Facts& facts, std::array<std::vector<Mention>, kTolls>& tolls) const {
    QuotedBlocks quoted(document);
    std::uint32_t prose = 0;  // blocks so far
    std::uint32_t last = kNone;
    for (const Quantity& q : facts.quantities()) {
      const Block& block = document.block(q.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr || !is_count(q)) continue;
      if (q.block != last) {
        prose = blocks_before(document, q.block);
        last = q.block;
      }
      const auto toll = toll_of(block, facts, q, *words);
      if (!toll || quoted.hold(q.block, q.span)) continue;
      const TextSpan sentence = sentence_at(block.text, q.span.begin);
      if (!guards(facts, q.block, sentence, kUnless).empty() || names_year(facts.time(), q.block, sentence)) continue;
      // "Eleven others": all of them, if none was told of before.
      const auto others = words_at((*words)[kOthers], block.text, q.span.end);
      if (others && !tolls[*toll].empty()) continue;
      const auto behind = static_cast<std::uint32_t>(others ? others.position : q.span.end);
      TextSpan clause = clause_around(block.text, sentence, q.span, 0);
      // "Of the 19 injured, five are in hospital": what follows is told of some of them.
      const auto noun = words_at((*words)[nouns_of(*toll)], block.text, q.span.end);
      if (noun && words_before((*words)[kKnown], block.text, q.hedge_begin)) {
        clause.end = std::min(clause.end, static_cast<std::uint32_t>(noun.position + 2));
      }
      if (is_part(facts, q, clause, behind)) continue;
      tolls[*toll].push_back({q.block, q.span, sentence, q.value, counted_interval(q),
                              prose < kHeadBlocks && q.span.begin < kHeadBytes,
                              toll_of_label(block, q, *words).has_value()});
    }
  }

  // "Six of them seriously": what the words up to `behind` say of others is no part.
  bool is_part(const Facts& facts, const Quantity& q, TextSpan clause, std::uint32_t behind) const {
    const auto hits = facts.matches().in(definition_->slot, q.block, clause);
    return std::ranges::any_of(hits, [&](const Hit& hit) {
      return hit.key == kUnlessClause && !(hit.span.begin >= q.span.end && hit.span.begin < behind);
    });
  }

  static bool is_count(const Quantity& q) {
    return q.unit == kNoUnit && is_plain_value(q) && !q.article && !q.rate && q.value >= 1 &&
           q.range == Quantity::Range::kSingle && q.decimals == 0;
  }

  std::uint32_t blocks_before(const Document& document, std::uint32_t block) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < block && count < kHeadBlocks; ++i) {
      if (definition_->looks_at(document.block(i).role)) ++count;
    }
    return count;
  }

  // What happened to those who are counted.
  static std::optional<std::size_t> toll_of(const Block& block, const Facts& facts, const Quantity& q,
                                            const RuleWords::Tries& words) {
    const std::size_t noun = skip_blanks(block.text, q.span.end);
    for (std::size_t toll = 0; toll < kTolls; ++toll) {
      if (words_at(words[nouns_of(toll)], block.text, noun)) return toll;
    }
    if (const auto toll = toll_ahead(block, facts, q, words)) return toll;
    const bool people = words_at(words[kPeople], block.text, noun) || words_at(words[kOthers], block.text, noun) ||
                        words_at(words[kAuxiliaries], block.text, noun);
    if (!people) return std::nullopt;
    // The verb stands behind, before the next number and mark, or else before.
    const TextSpan sentence = sentence_at(block.text, q.span.begin);
    std::uint32_t end = sentence.end;
    std::uint32_t begin = sentence.begin;
    for (const Quantity& other : facts.quantities(q.block, sentence)) {
      if (other.span.begin > q.span.begin) end = std::min(end, other.span.begin);
      if (other.span.end <= q.hedge_begin) begin = std::max(begin, other.span.end);
    }
    const std::size_t mark = block.text.substr(0, end).find_first_of(",;:()", q.span.end);
    end = static_cast<std::uint32_t>(std::min<std::size_t>(end, mark));
    const std::size_t comma = block.text.substr(begin, q.span.begin - begin).find_last_of(",;:()");
    if (comma != std::string_view::npos) begin += static_cast<std::uint32_t>(comma + 1);
    if (const auto behind = only_toll(block, {q.span.end, end}, words)) return behind;
    return begin < q.span.begin ? only_toll(block, {begin, q.span.begin}, words) : std::nullopt;
  }

  // "The injured are 14", "the number of dead was put at five"; but not "the injured are 14 and 16".
  static std::optional<std::size_t> toll_ahead(const Block& block, const Facts& facts, const Quantity& q,
                                               const RuleWords::Tries& words) {
    constexpr std::uint32_t kJoined = 6;  // bytes from a number to the next one beside it
    const std::string_view text = block.text;
    const std::string_view behind = text.substr(q.span.end, kJoined);
    const TextSpan joined{q.span.end,
                          q.span.end + static_cast<std::uint32_t>(std::min(behind.size(), behind.find(',')))};
    if (!facts.quantities(q.block, joined).empty()) return std::nullopt;
    if (const auto toll = toll_of_label(block, q, words)) return toll;
    const auto ahead = words_before(words[kAhead], text, q.hedge_begin);
    if (!ahead || !q.noun.empty()) return std::nullopt;
    return noun_before(text, sentence_at(text, q.span.begin).begin, skip_blanks_back(text, ahead.position), words);
  }

  // "Attendance: 2,400"; without the colon in a line or sentence of its own.
  static std::optional<std::size_t> toll_of_label(const Block& block, const Quantity& q,
                                                  const RuleWords::Tries& words) {
    const std::string_view text = block.text;
    const std::size_t end = skip_blanks_back(text, q.hedge_begin);
    const std::size_t begin = sentence_at(text, q.span.begin).begin;
    if (end > begin && text[end - 1] == ':') return noun_before(text, begin, skip_blanks_back(text, end - 1), words);
    return q.noun.empty() ? noun_up_to(text, begin, end, words) : std::nullopt;
  }

  // The noun that ends at `end`.
  static std::optional<std::size_t> noun_before(std::string_view text, std::size_t sentence, std::size_t end,
                                                const RuleWords::Tries& words) {
    constexpr std::size_t kMostWords = 3;
    std::size_t begin = end;
    for (std::size_t i = 0; i < kMostWords && begin > sentence; ++i) {
      while (begin > sentence && word_char_before(text, begin)) --begin;
      if (const auto toll = noun_up_to(text, begin, end, words)) return toll;
      begin = skip_blanks_back(text, begin);
    }
    return std::nullopt;
  }

  static std::optional<std::size_t> noun_up_to(std::string_view text, std::size_t begin, std::size_t end,
                                               const RuleWords::Tries& words) {
    for (std::size_t toll = 0; toll < kTolls; ++toll) {
      const auto noun = words_at(words[nouns_of(toll)], text, begin);
      if (noun && noun.position == end) return toll;
    }
    return std::nullopt;
  }

  static std::optional<std::size_t> only_toll(const Block& block, TextSpan span, const RuleWords::Tries& words) {
    std::optional<std::size_t> found;
    for (std::size_t toll = 0; toll < kTolls; ++toll) {
      if (!holds(words[verbs_of(toll)], block.text, span)) continue;
      if (found) return std::nullopt;
      found = toll;
    }
    return found;
  }

  // The guards of a list in a sentence, by number.
  std::vector<std::uint32_t> guards(const Facts& facts, std::uint32_t block, TextSpan sentence, Guard list) const {
    std::vector<std::uint32_t> found;
    for (const Hit& hit : facts.matches().in(definition_->slot, block, sentence)) {
      if (hit.key == list) found.push_back(hit.pattern);
    }
    std::ranges::sort(found);
    return found;
  }

  void compare(const Document& document, const Facts& facts, const std::vector<Mention>& mentions, Sink& sink) const {
    const Mention* first = nullptr;
    const Mention* other = nullptr;
    for (const Mention& mention : mentions) {
      if (first == nullptr) {
        first = &mention;
      } else if (!first->interval.overlaps(mention.interval)) {
        // A third number: several events, or a count that goes on.
        if (other != nullptr && !other->interval.overlaps(mention.interval)) return;
        if (other == nullptr) other = &mention;
      } else if (other != nullptr && other->interval.overlaps(mention.interval)) {
        return;
      }
    }
    if (other == nullptr || !first->head || (first->label && other->label)) return;
    if (first->block == other->block && (first->sentence == other->sentence || !other->head)) return;
    const auto [low, high] = std::minmax(first->value, other->value);
    if (high > low * kFarthest || in_other_section(document, *first, *other)) return;
    const auto one = guards(facts, first->block, first->sentence, kApart);
    const auto two = guards(facts, other->block, other->sentence, kApart);
    if (!one.empty() && !two.empty() && one != two) return;
    // A headline says "in Schwimmbad" of what the text calls "in a swimming pool in Elmsford".
    const bool headline = document.block(first->block).role != Role::kParagraph;
    if (!headline && are_apart(places(document, *first), places(document, *other))) return;
    const ToldNumber there{first->block, first->sentence, first->span};
    const ToldNumber here{other->block, other->sentence, other->span};
    if (headline ? are_set_apart(document, facts, there, here) : speak_of_others(document, facts, there, here)) return;
    sink.report(clash_of(document, {first->block, first->span}, {other->block, other->span}));
  }

  // The names of places in the sentence, hashed: what has a capital behind "in".
  std::vector<std::uint32_t> places(const Document& document, const Mention& mention) const {
    const Block& block = document.block(mention.block);
    const RuleWords::Tries& words = *words_.in(block.language);
    std::vector<std::uint32_t> found;
    for (const Word& word : words_in(document.words(block), mention.sentence)) {
      if (is_capitalised(word_text(block, word)) && words_before(words[kAt], block.text, word.begin)) {
        found.push_back(word.hash);
      }
    }
    return found;
  }

  static bool are_apart(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& two) {
    const bool shared =
        std::ranges::any_of(one, [&](std::uint32_t hash) { return std::ranges::find(two, hash) != two.end(); });
    return !one.empty() && !two.empty() && !shared;
  }

  // Whether a sub-heading stands between the two, and the first is not the title or under none.
  static bool in_other_section(const Document& document, const Mention& first, const Mention& other) {
    const auto is_heading = [&](std::uint32_t i) { return document.block(i).role == Role::kHeading; };
    std::uint32_t headings = 0;
    for (std::uint32_t i = first.block + 1; i <= other.block; ++i) headings += is_heading(i) ? 1U : 0U;
    return headings > 1;
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<TollConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind toll_conflict;
const Kind toll_conflict{
    "toll-conflict", "two numbers of people killed, hurt, arrested or watching", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
