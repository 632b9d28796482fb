// Kind `count-mismatch`: a heading or a sentence that promises N things, and the list under it.
#include <array>
#include <cmath>
#include <optional>

#include "check/kinds/number/enumeration_support.h"
#include "check/kinds/number/number_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"nouns", KeyType::kStrings, "what a list may hold: \"Tipps\", \"Gründe\""},
    {"unless", KeyType::kStrings, "silence a promise: \"mindestens\", \"weitere\""},
    {"joining", KeyType::kStrings, "stand before the last thing of a list in running text: \"und\""},
    {"articles", KeyType::kStrings, "begin a thing that is surely one of its own: \"der\", \"ein\""},
    {"definite", KeyType::kStrings, "stand before a number that means all there are: \"die\""},
    {"examples", KeyType::kStrings, "say that a list in running text is not all: \"darunter\""},
    {"complete", KeyType::kStrings, "stand between a number and its list, which is all of them: \"nehmen teil\""},
    {"ordinals", KeyType::kStrings, "count things in running text, in order: \"erstens\", \"zweitens\""},
    {"lastly", KeyType::kStrings, "stand for the last ordinal: \"schließlich\""},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"nouns", kForward},    {"unless", kForward},    {"joining", kForward},
                               {"articles", kForward}, {"definite", kBackward}, {"examples", kForward},
                               {"complete", kForward}};
enum List : std::uint8_t { kNouns, kUnless, kJoining, kArticles, kDefinite, kExamples, kComplete };
constexpr double kMostCounted = 20;
constexpr std::size_t kMostBetween = 50;      // bytes from a number to the mark that opens its list
constexpr std::size_t kMostBeforeNames = 90;  // where full names are listed

struct Promise {
  Quantity quantity;
  TextSpan span;  // number and noun
  int count = 0;
};

class CountMismatchCheck final : public Check {
 public:
  explicit CountMismatchCheck(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (facts.quantities().empty()) return;
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      const bool heading = block.role == Role::kHeading || block.role == Role::kTitle;
      const bool leads = block.role == Role::kParagraph && block.text.ends_with(':');
      if ((!heading && !leads) || !definition_->looks_at(block.role)) continue;
      const RuleWords::Tries* words = words_.in(block.language);
      if (words == nullptr) continue;
      const auto promise = promised(block, facts.quantities(i), leads, *words);
      if (!promise) continue;
      const auto list = heading ? only_list_below(document, i) : list_behind(document, i);
      if (list) {
        compare(document, i, *promise, static_cast<int>(document.lists()[*list].items.size()), *list, sink);
      } else if (heading) {
        compare_headings(document, i, *promise, sink);
      }
    }
    for (const auto& [language, section] : definition_->sections) check_ordinals(document, facts, language, sink);
    for (const Quantity& q : facts.quantities()) {
      check_enumeration(document.block(q.block), facts, q, sink);
    }
  }

 private:
  // One count of things a list may hold, and no second one. In front of a list the last sentence counts.
  static std::optional<Promise> promised(const Block& block, std::span<const Quantity> quantities, bool leads,
                                         const RuleWords::Tries& words) {
    std::optional<Promise> found;
    std::size_t from = 0;
    if (leads) {
      const std::size_t stop = block.text.rfind(". ");
      if (stop != std::string_view::npos) from = stop;
    }
    for (const Quantity& q : quantities) {
      if (q.span.begin < from) continue;
      if (q.unit != kNoUnit || q.scale != 1 || q.decimals > 0 || q.range != Quantity::Range::kSingle) continue;
      if (q.hedge != Hedge::kExact || q.article || q.value < 2 || q.value > 60) continue;
      const auto end = noun_behind(block.text, q.span.end, words[kNouns]);
      if (!end) continue;
      if (found) return std::nullopt;
      found = Promise{q, {q.span.begin, static_cast<std::uint32_t>(*end)}, static_cast<int>(q.value)};
    }
    if (!found) return std::nullopt;
    const TextSpan rest{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(block.text.size())};
    return holds(words[kUnless], block.text, rest) ? std::nullopt : found;
  }

  // Where the noun ends: directly behind the number or behind up to two adjectives.
  static std::optional<std::size_t> noun_behind(std::string_view text, std::size_t pos, const PhraseTable& nouns) {
    for (int i = 0; i < 4; ++i) {
      const std::size_t begin = skip_blanks(text, pos);
      if (begin == pos || !word_char_at(text, begin)) return std::nullopt;
      if (const auto noun = nouns.longest(text, begin)) return noun.position;
      pos = begin;
      while (pos < text.size() && (word_char_at(text, pos) || text[pos] == '-')) pos += decode_at(text, pos).length;
    }
    return std::nullopt;
  }

  static bool outermost(const Document& document, std::uint32_t list) { return document.lists()[list].parent == kNone; }

  // The list that begins right behind the block.
  static std::optional<std::uint32_t> list_behind(const Document& document, std::uint32_t block) {
    if (block + 1 >= document.blocks().size()) return std::nullopt;
    std::uint32_t list = document.block(block + 1).list;
    if (list == kNone || list == document.block(block).list) return std::nullopt;
    while (document.lists()[list].parent != kNone && document.lists()[list].parent != document.block(block).list) {
      list = document.lists()[list].parent;
    }
    if (document.lists()[list].items.size() < 2) return std::nullopt;
    return broken_list(document, list) ? std::nullopt : std::optional(list);
  }

  // The only list between the heading and the next one of its level; nothing when there are several.
  static std::optional<std::uint32_t> only_list_below(const Document& document, std::uint32_t heading) {
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = heading + 1; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      // A heading of any level: what is below it belongs to that.
      if (block.role == Role::kHeading || block.role == Role::kTitle) break;
      if (block.list == kNone) continue;
      std::uint32_t list = block.list;
      while (!outermost(document, list)) list = document.lists()[list].parent;
      if (found && *found != list) return std::nullopt;
      found = list;
    }
    if (!found || document.lists()[*found].items.size() < 2 || broken_list(document, *found)) return std::nullopt;
    return found;
  }

  // A list whose counting can't be trusted: one that is followed by another with only paragraphs between is two
  // halves of one, which only_list_below() has refused; here, one that names a total or goes on ("…").
  static bool broken_list(const Document& document, std::uint32_t list) {
    for (const ListEntry& item : document.lists()[list].items) {
      if (item.blocks.empty()) return true;
      const std::string_view text = document.block(item.blocks.front()).text;
      if (text.ends_with("…") || text.ends_with("...")) return true;
    }
    return false;
  }

  void compare(const Document& document, std::uint32_t block, const Promise& promise, int items, std::uint32_t list,
               Sink& sink) const {
    if (items == promise.count) return;
    // Twice as many, or half: most likely another list than the promised one.
    if (items > 2 * promise.count || promise.count > 2 * items) return;
    const ListEntry& last = document.lists()[list].items.back();
    const std::uint32_t place = last.blocks.front();
    Finding finding;
    finding.place = {block, promise.span};
    if (document.block(block).role == Role::kParagraph) finding.wording = "sentence";
    finding.values = {{"count", NumberValue{static_cast<double>(promise.count), 0}},
                      {"items", NumberValue{static_cast<double>(items), 0}}};
    finding.related.push_back(
        {{place, {0, static_cast<std::uint32_t>(document.block(place).text.size())}}, "last", {}});
    sink.report(std::move(finding));
  }

  // "7 Tipps" and sub-headings 1. to 6.: the number a heading begins with, or 0.
  static int number_of(std::string_view text) {
    int value = 0;
    std::size_t i = 0;
    while (i < text.size() && i < 2 && text[i] >= '0' && text[i] <= '9') value = value * 10 + (text[i++] - '0');
    if (i == 0 || i >= text.size()) return 0;
    return text[i] == '.' || text[i] == ')' || text[i] == ':' ? value : 0;
  }

  void compare_headings(const Document& document, std::uint32_t heading, const Promise& promise, Sink& sink) const {
    int next = 1;
    std::uint32_t last = heading;
    for (std::uint32_t i = heading + 1; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      if (block.role != Role::kHeading) continue;
      const int number = number_of(block.text);
      if (number == 0) continue;
      if (number != next) return;
      ++next;
      last = i;
    }
    const int items = next - 1;
    if (items < 2 || items == promise.count) return;
    Finding finding;
    finding.place = {heading, promise.span};
    finding.wording = "headings";
    finding.values = {{"count", NumberValue{static_cast<double>(promise.count), 0}},
                      {"items", NumberValue{static_cast<double>(items), 0}}};
    finding.related.push_back({{last, {0, static_cast<std::uint32_t>(document.block(last).text.size())}}, "last", {}});
    sink.report(std::move(finding));
  }

  // "Drei Gründe: erstens …, zweitens …" and no third to the next heading.
  void check_ordinals(const Document& document, const Facts& facts, Language language, Sink& sink) const {
    const auto is_written_in = [&](const Block& block) { return block.language == language; };
    if (std::ranges::none_of(document.blocks(), is_written_in)) return;
    const auto hashes_of = [&](std::string_view key) {
      std::vector<std::uint32_t> hashes;
      if (const auto* list = definition_->option<std::vector<std::string>>(language, key)) {
        for (const std::string& word : *list) hashes.push_back(hash_word(word));
      }
      return hashes;
    };
    const auto& [hashes, lastly] = counting_.get(language, [&] {
      return CountingWords{hashes_of("ordinals"), hashes_of("lastly")};
    });
    if (hashes.empty()) return;
    std::optional<Promise> promise;
    TextPlace promised_at;
    TextPlace last;
    std::size_t next = 0;
    const auto end = [&] {
      const int items = static_cast<int>(next);
      if (promise && items >= 2 && items != promise->count && next < hashes.size()) {
        Finding finding;
        finding.place = promised_at;
        finding.wording = "ordinals";
        finding.values = {{"count", NumberValue{static_cast<double>(promise->count), 0}},
                          {"items", NumberValue{static_cast<double>(items), 0}}};
        finding.related.push_back({last, "last", {}});
        sink.report(std::move(finding));
      }
      promise.reset();
      next = 0;
    };
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      if (block.role == Role::kHeading || block.role == Role::kTitle) end();
      if (block.role != Role::kParagraph || block.language != language) continue;
      for (const Word& word : document.words(block)) {
        if (next < hashes.size() && word.hash == hashes[next] && (next == 0 || promise)) {
          if (next == 0) {
            promise = promise_before(block, facts.quantities(i), word.begin);
            if (!promise) continue;
            promised_at = {i, promise->span};
          }
          last = {i, {word.begin, word.end}};
          ++next;
        } else if (promise && static_cast<int>(next) + 1 == promise->count &&
                   std::ranges::find(lastly, word.hash) != lastly.end()) {
          ++next;
        } else if (next > 0 && word.hash == hashes[0]) {
          end();  // another count begins
        }
      }
    }
    end();
  }

  // "Die drei Etappen – Nord, Süd, West und Ost – …", "in two cities (Bern, Basel and Geneva)".
  void check_enumeration(const Block& block, const Facts& facts, const Quantity& q, Sink& sink) const {
    if (q.unit != kNoUnit || q.scale != 1 || q.decimals > 0 || q.hedge != Hedge::kExact || q.article || q.fraction ||
        q.range != Quantity::Range::kSingle || q.value < 2 || q.value > kMostCounted ||
        !definition_->looks_at(block.role)) {
      return;
    }
    const RuleWords::Tries* words = words_.in(block.language);
    if (words != nullptr && check_names(block, q, *words, sink)) return;
    const std::size_t mark = words == nullptr ? std::string_view::npos : opening_mark(block.text, q.span.end);
    if (mark == std::string_view::npos) return;
    const bool far = mark > q.span.end + kMostBetween;
    const std::size_t end = enumeration_end(block.text, mark);
    if (end == std::string_view::npos) return;
    const TextSpan sentence = sentence_at(block.text, q.span.begin);
    const TextSpan all{sentence.begin, static_cast<std::uint32_t>(end)};
    if (holds((*words)[kExamples], block.text, all)) return;
    const std::size_t begin = mark + decode_at(block.text, mark).length;
    const auto items = read_enumeration(block.text, begin, end, (*words)[kJoining]);
    const auto promised = static_cast<std::size_t>(q.value);
    if (!items || items->size() == promised) return;
    const TextSpan listed{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const auto numbers = facts.quantities(q.block, listed);
    const bool names = are_names(block.text, *items);
    const bool counted = std::ranges::any_of(numbers, [](const Quantity& number) { return !number.article; });
    const bool complete = is_complete(block.text, q, sentence, mark, *words);
    if (names ? is_counted_between(facts, q, begin, items->size()) : counted || (far && !complete)) return;
    // Farther apart, what is listed are kinds of the things, or what they are made of.
    if (items->size() == promised + 1) {
      // "A, B und C" may be two: "A" and "B und C".
      const bool short_ones = complete && promised > 2 && are_short(block.text, *items);
      if (!names && !short_ones && !have_articles(block.text, *items, (*words)[kArticles])) return;
    } else if (items->size() + 1 != promised || (!is_definite(block, q, *words) && !names && !complete)) {
      return;
    }
    report_listed(q, *items, sink);
  }

  // "Four towns take part: A, B and C": the number stands at the begin, and all of them are listed.
  static bool is_complete(std::string_view text, const Quantity& q, TextSpan sentence, std::size_t mark,
                          const RuleWords::Tries& words) {
    constexpr std::uint32_t kMostBefore = 12;  // bytes
    const TextSpan gap{q.span.end, static_cast<std::uint32_t>(mark)};
    return q.span.begin <= sentence.begin + kMostBefore && text[mark] == ':' && holds(words[kComplete], text, gap) &&
           text.substr(gap.begin, gap.size()).find(',') == std::string_view::npos;
  }

  static bool are_short(std::string_view text, const Enumeration& items) {
    return std::ranges::all_of(
        items, [&](TextSpan item) { return text.substr(item.begin, item.size()).find(' ') == std::string_view::npos; });
  }

  // "three children, Thomas, Clare, Judith and Simon": whether there is such a list.
  static bool check_names(const Block& block, const Quantity& q, const RuleWords::Tries& words, Sink& sink) {
    const std::size_t comma = q.noun.end;
    if (q.noun.empty() || comma >= block.text.size() || block.text[comma] != ',') return false;
    const auto names = read_names(block.text, skip_blanks(block.text, comma + 1), words[kJoining]);
    if (!names) return false;
    const TextSpan sentence = sentence_at(block.text, q.span.begin);
    if (holds(words[kExamples], block.text, {sentence.begin, names->back().end})) return true;
    if (names->size() != static_cast<std::size_t>(q.value)) report_listed(q, *names, sink);
    return true;
  }

  static void report_listed(const Quantity& q, const Enumeration& items, Sink& sink) {
    Finding finding;
    finding.place = {q.block, {q.span.begin, items.back().end}};
    finding.wording = "listed";
    finding.values = {{"count", NumberValue{q.value, 0}}, {"items", NumberValue{static_cast<double>(items.size()), 0}}};
    sink.report(std::move(finding));
  }

  // "three candidates for four seats: A, B, C and D": another number may count the names.
  static bool is_counted_between(const Facts& facts, const Quantity& q, std::size_t mark, std::size_t items) {
    const auto between = facts.quantities(q.block, {q.span.end, static_cast<std::uint32_t>(mark)});
    return std::ranges::any_of(between,
                               [&](const Quantity& other) { return other.value == static_cast<double>(items); });
  }

  // The colon, dash or bracket behind a number and a few words; npos when there is none.
  static std::size_t opening_mark(std::string_view text, std::size_t pos) {
    for (const std::size_t from = pos; pos < text.size() && pos < from + kMostBeforeNames;) {
      const CodePoint c = decode_at(text, pos);
      const bool spaced = pos > 0 && text[pos - 1] == ' ';
      if (c.value == ':' || c.value == '(' || (spaced && (c.value == U'–' || c.value == U'—'))) {
        return pos == from ? std::string_view::npos : pos;
      }
      if (!is_word_char(c.value) && !is_space(c.value) && c.value != '-') break;
      if (is_digit(c.value) || c.value == '\n') break;
      pos += c.length;
    }
    return std::string_view::npos;
  }

  // "the four lanes", "four reasons": all of them are meant.
  static bool is_definite(const Block& block, const Quantity& q, const RuleWords::Tries& words) {
    return words_before(words[kDefinite], block.text, q.span.begin) ||
           noun_behind(block.text, q.span.end, words[kNouns]).has_value();
  }

  // The promise in the text before the first ordinal.
  [[nodiscard]] std::optional<Promise> promise_before(const Block& block, std::span<const Quantity> quantities,
                                                      std::uint32_t end) const {
    const RuleWords::Tries* const words = words_.in(block.language);
    if (words == nullptr) return std::nullopt;
    while (!quantities.empty() && quantities.back().span.begin >= end)
      quantities = quantities.first(quantities.size() - 1);
    return promised(block, quantities, false, *words);
  }

  const Definition* definition_;
  // Of a language, as hashes: "first", "second"; "lastly".
  struct CountingWords {
    std::vector<std::uint32_t> ordinals;
    std::vector<std::uint32_t> lastly;
  };
  LazyMap<Language, CountingWords> counting_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<CountMismatchCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind count_mismatch;
const Kind count_mismatch{
    "count-mismatch", "a promised number of things and a list with another", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
