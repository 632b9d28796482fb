// Kind `fact-across-files`: what two files of a run say of one person, one thing or one day, and can't both be true.
//
// Only what is explicit leaves a trace: a full name beside a birth, a death or an age; the name of a thing beside the
// date on which it was founded or opened; a count beside a full date and a place. Ages and counts are of the day on
// which they were written (see said_support.h), so that an update is no contradiction.
#include <algorithm>
#include <array>

#include "check/across_files.h"
#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/said_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"lives", KeyType::kPatterns, "a name and its life: the groups name, born, died and place (of birth)"},
    {"ages", KeyType::kPatterns, "a name and an age: the groups name and age"},
    {"begins", KeyType::kPatterns,
     "what was founded or opened: the groups when, event, and subject (up to the verb), before or behind"},
    {"more-begins", KeyType::kPatterns, "the same; expressions whose matches may overlap with those"},
    {"no-first", KeyType::kStrings, "words that stand before a name and are no first names: \"the\""},
    {"titles", KeyType::kStrings, "ends of words that stand before a surname: \"minister\""},
    {"adjectives", KeyType::kStrings, "ends of capitalised words that make no name of the noun behind them"},
    {"of", KeyType::kStrings, "make what follows an attribute: the club of Kiel"},
    {"place-before", KeyType::kStrings, "stand before the name of a place: \"in\""},
    {"dead", KeyType::kStrings, "tell that a sentence's number is of the dead"},
    {"hurt", KeyType::kStrings, "tell that it is of the hurt"},
    {"guests", KeyType::kStrings, "tell that it is of those who came"},
    {"people", KeyType::kStrings, "what may be counted there besides those words: \"people\""},
});
enum List : std::uint8_t { kLives = 2, kAges, kBegins, kMoreBegins };
constexpr std::array kCounted = {"dead", "hurt", "guests"};
constexpr std::size_t kEventLetters = 5;    // in which "founded" and "founding" agree
constexpr std::int32_t kShortestLife = 20;  // years
constexpr std::uint8_t kGuests = 2;         // in kCounted
constexpr std::uint32_t kLeastLetters = 6;  // bytes of a word that tells what people came to
constexpr std::size_t kLongestWritten = 120;

std::uint64_t add_hash(std::uint64_t hash, std::uint64_t with) {
  hash = (hash ^ with * 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL;
  return hash ^ hash >> 31U;
}

std::uint64_t add_text(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return add_hash(hash, text.size());
}

using Words = std::span<const Word>;

class FactAcrossFiles final : public Check {
 public:
  explicit FactAcrossFiles(const Definition& definition) : definition_(definition), lists_(definition, read_lists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (sink.lines_of_run() == nullptr) return;
    QuotedBlocks quoted(document);
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key < kLives || hit.key > kMoreBegins || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      if (quoted.hold(hit.block, hit.span)) continue;
      const std::string_view text = document.block(hit.block).text;
      const TextSpan sentence = sentence_at(text, hit.span.begin);
      if (!sentence.contains(hit.span) || text.substr(sentence.begin, sentence.size()).ends_with('?')) continue;
      const GroupValues groups(document, facts, hit);
      if (hit.key == kLives) leave_life(document, facts, hit, groups, sink);
      if (hit.key == kAges) leave_age(document, facts, hit, groups, sink);
      if (hit.key >= kBegins) leave_begin(document, facts, hit, groups, sink);
    }
    leave_counts(document, facts, quoted, sink);
  }

  [[nodiscard]] bool may_clash(std::uint64_t mine, std::uint64_t other) const override {
    return contradict(mine, other);
  }

  [[nodiscard]] std::optional<Finding> judge(const Document& document, const Facts& facts, const Trace& mine,
                                             const Elsewhere& other) const override {
    if (counted_in(mine.value) == kGuests && !share_word(document, facts, mine.place, other)) return std::nullopt;
    std::string written;
    for (const char c : other.written().substr(0, kLongestWritten)) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!space || !written.ends_with(' ')) written += space ? ' ' : c;
    }
    Finding finding;
    finding.place = mine.place;
    finding.values = {{"there", written}, {"path", other.document.path()}};
    finding.related.push_back({{}, "there", {{"path", document.path()}}, true});
    return finding;
  }

 private:
  struct Lists {
    std::vector<std::string> no_first;
    std::vector<std::string> titles;
    std::vector<std::string> adjectives;
    std::vector<std::string> of;
    std::vector<std::string> place_before;
    std::vector<std::string> people;
    std::array<std::vector<std::string>, kCounted.size()> counted;
  };

  static Lists read_lists(const Definition& definition, Language language) {
    Lists lists;
    for (const auto& [key, list] :
         {std::pair("no-first", &lists.no_first), std::pair("titles", &lists.titles),
          std::pair("adjectives", &lists.adjectives), std::pair("of", &lists.of),
          std::pair("place-before", &lists.place_before), std::pair("people", &lists.people)}) {
      *list = forms_of(definition, language, key);
    }
    for (std::size_t i = 0; i < kCounted.size(); ++i) lists.counted[i] = forms_of(definition, language, kCounted[i]);
    return lists;
  }

  const Lists* lists(const Block& block) const { return lists_.find(block.language); }

  static bool has(const std::vector<std::string>& sorted, const std::string& form) {
    return std::ranges::binary_search(sorted, form);
  }
  static bool has_end(const std::vector<std::string>& ends, std::string_view form) {
    return std::ranges::any_of(ends, [form](const std::string& end) { return form.ends_with(end); });
  }
  static std::string form_of(const Block& block, const Word& word) { return context_form(word_text(block, word)); }

  // The key of a person; 0 when the group is no full name.
  std::uint64_t person(const Document& document, const Hit& hit, const GroupValues& groups) const {
    const Block& block = document.block(hit.block);
    const auto span = groups.span("name");
    const Lists* const known = lists(block);
    if (!span || known == nullptr) return 0;
    const Words words = words_in(document.words(block), *span);
    if (words.size() < 2) return 0;
    const std::string given = form_of(block, words.front());
    if (!is_capitalised(word_text(block, words.front())) || !is_capitalised(word_text(block, words.back()))) return 0;
    if (given.size() < 2 || has(known->no_first, given) || has_end(known->titles, given)) return 0;
    return add_hash(add_hash(1, words.front().hash), words.back().hash);
  }

  void leave_life(const Document& document, const Facts& facts, const Hit& hit, const GroupValues& groups,
                  Sink& sink) const {
    const std::uint64_t key = person(document, hit, groups);
    if (key == 0) return;
    SaidLife life;
    for (const auto& [group, date] : {std::pair("born", &life.born), std::pair("died", &life.died)}) {
      const auto span = groups.span(group);
      if (!span) continue;
      const auto found = only_date_in(facts.time(), hit.block, *span);
      if (!found) return;
      *date = *found;
    }
    // Shorter ones are terms of office.
    if (life.born.year != 0 && life.died.year != 0 && life.died.year - life.born.year < kShortestLife) return;
    if (const std::string_view place = groups.text("place"); !place.empty()) life.place = hash_word(place);
    sink.leave({key, pack(life), {hit.block, hit.span}});
  }

  void leave_age(const Document& document, const Facts& facts, const Hit& hit, const GroupValues& groups,
                 Sink& sink) const {
    const auto age = groups.number("age");
    const auto& day = facts.time().context.reference;
    const std::uint64_t key = age && day && exists(*day) ? person(document, hit, groups) : 0;
    if (key != 0) sink.leave({add_text(key, "age"), pack(SaidAge{*age, *day}), {hit.block, hit.span}});
  }

  void leave_begin(const Document& document, const Facts& facts, const Hit& hit, const GroupValues& groups,
                   Sink& sink) const {
    const Block& block = document.block(hit.block);
    const auto when = groups.span("when");
    const auto date = when ? only_date_in(facts.time(), hit.block, *when) : std::nullopt;
    const Lists* const known = lists(block);
    if (!date || known == nullptr) return;
    SaidBegin begin{*date, 0};
    Words name;
    if (const auto subject = groups.span("subject")) {
      name = named_last(document, hit.block, *subject, true, begin.place);
    } else if (const auto before = groups.span("before")) {
      name = named_last(document, hit.block, *before, false, begin.place);
    } else if (const auto behind = groups.span("behind")) {
      name = named_first(document, hit.block, *behind, begin.place);
    }
    if (name.size() < 2) return;
    if (name.size() == 2 && begin.place == 0 && has_end(known->adjectives, form_of(block, name.front()))) return;
    std::uint64_t key = add_text(2, block.language.code());
    key = add_text(key, context_form(groups.text("event")).substr(0, kEventLetters));
    for (const Word& word : name) key = add_hash(key, word.hash);
    TextSpan place = when->joined({name.front().begin, name.back().end});
    if (const auto event = groups.span("event")) place = place.joined(*event);
    sink.leave({key, pack(begin), {hit.block, place}});
  }

  // Whether the word is part of a name: "Kiel", "FC", "1900".
  static bool is_name_word(const Block& block, const Word& word) {
    const std::string_view text = word_text(block, word);
    return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || has_capital_initials(text));
  }

  // The name at the end of a stretch, a place behind it left out: "die Brauerei Hansen in Kiel". Nothing when the
  // stretch is to be a clause's subject, and the name is only an attribute in it.
  Words named_last(const Document& document, std::uint32_t number, TextSpan span, bool whole,
                   std::uint32_t& place) const {
    const Block& block = document.block(number);
    const Lists& known = *lists(block);
    Words words = words_in(document.words(block), span);
    if (words.size() > 2 && is_name_word(block, words.back()) &&
        has(known.place_before, form_of(block, words[words.size() - 2]))) {
      place = words.back().hash;
      words = words.first(words.size() - 2);
    }
    std::size_t begin = words.size();
    while (begin > 0 && is_name_word(block, words[begin - 1]) &&
           (begin == words.size() || is_adjacent(block.text, words[begin - 1].end, words[begin].begin))) {
      --begin;
    }
    Words name = words.subspan(begin);
    name = without_article(block, name);
    for (std::size_t i = begin; i > 0; --i) {
      const std::string form = form_of(block, words[i - 1]);
      if (has(known.of, form) || (whole && is_name_word(block, words[i - 1]) && !is_small(block, words[i - 1])))
        return {};
      if (!whole) break;
    }
    return name;
  }

  Words named_first(const Document& document, std::uint32_t number, TextSpan span, std::uint32_t& place) const {
    const Block& block = document.block(number);
    const Words words = words_in(document.words(block), span);
    std::size_t end = 0;
    while (end < words.size() && is_name_word(block, words[end]) &&
           (end == 0 || is_adjacent(block.text, words[end - 1].end, words[end].begin))) {
      ++end;
    }
    if (end + 1 < words.size() && has(lists(block)->place_before, form_of(block, words[end])) &&
        is_name_word(block, words[end + 1])) {
      place = words[end + 1].hash;
    }
    return without_article(block, words.first(end));
  }

  bool is_small(const Block& block, const Word& word) const {
    return has(lists(block)->no_first, form_of(block, word));
  }
  Words without_article(const Block& block, Words name) const {
    return !name.empty() && is_small(block, name.front()) ? name.subspan(1) : name;
  }

  // A sentence with one full date, one place and one number of people.
  void leave_counts(const Document& document, const Facts& facts, QuotedBlocks& quoted, Sink& sink) const {
    const TimeFacts& time = facts.time();
    for (std::size_t i = 0; i < time.dates.size(); ++i) {
      const DateFact& date = time.dates[i];
      const Block& block = document.block(date.block);
      const Lists* const known = lists(block);
      if (known == nullptr || !definition_.looks_at(block.role) || !is_day(date)) continue;
      const TextSpan sentence = sentence_at(block.text, date.span.begin);
      const bool alone = (i == 0 || !is_inside(time.dates[i - 1], date.block, sentence)) &&
                         (i + 1 == time.dates.size() || !is_inside(time.dates[i + 1], date.block, sentence));
      if (!alone) continue;
      const Quantity* const quantity = only_count(facts, date.block, sentence);
      if (quantity == nullptr) continue;
      const Words words = words_in(document.words(block), sentence);
      const std::uint32_t place = only_place(block, *known, words, date.span);
      const std::optional<std::size_t> counted = what_is_counted(block, *known, words, *quantity);
      if (place == 0 || !counted) continue;
      const TextSpan span = counted_span(*quantity);
      if (quoted.hold(date.block, span)) continue;
      if (is_guarded(facts, definition_.slot, date.block, span)) continue;
      const std::uint64_t key =
          add_hash(add_hash(add_hash(3, *counted), place), static_cast<std::uint64_t>(to_days(date.date)));
      const auto& written = time.context.reference;
      SaidCount said{static_cast<std::uint8_t>(*counted), quantity->value, date.date, written};
      if (written && !exists(*written)) said.written.reset();
      sink.leave({key, pack(said), {date.block, span}});
    }
  }

  // Whether the sentence and the other file's block have a word in common, besides the day, the place and what is
  // counted: two matches may be played in one city on one day.
  bool share_word(const Document& document, const Facts& facts, const TextPlace& mine, const Elsewhere& other) const {
    const auto blocks = other.document.blocks();
    const auto there = std::ranges::find_if(blocks, [&](const Block& b) { return b.source.contains(other.span); });
    if (there == blocks.end()) return false;
    const Words others = other.document.words(*there);
    const Block& block = document.block(mine.block);
    const Words words = words_in(document.words(block), sentence_at(block.text, mine.span.begin));
    for (std::size_t i = 0; i < words.size(); ++i) {
      const TextSpan span{words[i].begin, words[i].end};
      if (span.size() < kLeastLetters || mine.span.contains(span)) continue;
      if (i > 0 && has(lists(block)->place_before, form_of(block, words[i - 1]))) continue;
      const auto is_date = [&](const DateFact& date) { return date.block == mine.block && date.span.contains(span); };
      if (std::ranges::any_of(facts.time().dates, is_date)) continue;
      if (std::ranges::find(others, words[i].hash, &Word::hash) != others.end()) return true;
    }
    return false;
  }

  static bool is_day(const DateFact& date) {
    return date.year_source == YearSource::kText && date.range_end == kNoDate && !date.before_christ &&
           exists(date.date);
  }
  static bool is_inside(const DateFact& date, std::uint32_t block, TextSpan sentence) {
    return date.block == block && sentence.contains(date.span);
  }

  // The only number of the sentence, if it counts something exactly.
  static const Quantity* only_count(const Facts& facts, std::uint32_t block, TextSpan sentence) {
    const Quantity* found = nullptr;
    for (const Quantity& quantity : facts.quantities(block)) {
      if (quantity.article || !sentence.contains(quantity.span)) continue;
      if (found != nullptr) return nullptr;
      found = &quantity;
    }
    const bool exact = found != nullptr && found->unit == kNoUnit && found->hedge == Hedge::kExact && !found->rate &&
                       !found->fraction && found->range == Quantity::Range::kSingle && !found->ambiguous;
    return exact && found->value >= 2 ? found : nullptr;
  }

  // The place that the sentence names; 0 when it names none, or several.
  static std::uint32_t only_place(const Block& block, const Lists& known, Words words, TextSpan date) {
    std::uint32_t place = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!has(known.place_before, form_of(block, words[i - 1])) || !is_capitalised(word_text(block, words[i])))
        continue;
      if (date.contains({words[i].begin, words[i].end})) continue;  // "in May 2024"
      if (place != 0) return 0;
      place = words[i].hash;
    }
    return place;
  }

  static std::optional<std::size_t> what_is_counted(const Block& block, const Lists& known, Words words,
                                                    const Quantity& quantity) {
    const std::string noun =
        context_form(block.text.substr(quantity.noun.begin, quantity.noun.end - quantity.noun.begin));
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < known.counted.size(); ++i) {
      const auto tells = [&](const Word& word) { return has(known.counted[i], form_of(block, word)); };
      const bool here = has(known.counted[i], noun) ||
                        ((noun.empty() || has(known.people, noun)) && std::ranges::any_of(words, tells));
      if (!here) continue;
      if (found) return std::nullopt;
      found = i;
    }
    return found;
  }

  const Definition& definition_;
  BySection<Lists> lists_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<FactAcrossFiles>(definition);
}

}  // namespace

namespace kinds {
extern const Kind fact_across_files;
const Kind fact_across_files{.name = "fact-across-files",
                             .doc = "facts of which another file of the run says otherwise",
                             .keys = {},
                             .section_keys = kSectionKeys,
                             .make = make,
                             .needs_bad_example = false,
                             .across_files = true};
}  // namespace kinds
}  // namespace stet
