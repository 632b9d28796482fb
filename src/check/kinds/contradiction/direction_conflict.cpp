// Kind `direction-conflict`: the same thing is said to have risen and to have fallen.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"rises", KeyType::kPhrases, "say that something grew: \"stieg\""},
    {"falls", KeyType::kPhrases, "say that it shrank: \"sank\""},
    {"rises-now", KeyType::kPhrases, "say that it grows, or will: \"steigt\""},
    {"falls-now", KeyType::kPhrases, "say that it shrinks, or will: \"sinkt\""},
    {"times", KeyType::kStrings, "words that tell a time, or what is compared: \"Mai\", \"Vorjahr\""},
    {"not-so", KeyType::kStrings, "words of a sentence that does not say that it is so: \"nicht\""},
    {"short", KeyType::kStrings, "nouns of three letters or fewer: \"See\""},
    {"part", KeyType::kStrings, "words that lead to a part of what rose: \"für\", \"among\""},
    {"now", KeyType::kStrings, "words that make of `rises` what will be: \"wird\""},
});
enum List : std::uint8_t { kRises = 5, kFalls, kRisesNow, kFallsNow };
constexpr std::size_t kReach = 12;           // words to each side that tell what rose, and when
constexpr std::size_t kLeastShared = 2;      // words that both sides share
constexpr std::size_t kTelling = 9;          // letters of a word that is enough where both tell the time
constexpr std::size_t kLead = 2;             // words between "for" and what it leads to, and itself
constexpr std::uint32_t kLongestMove = 120;  // bytes
constexpr std::size_t kMostMoves = 40;       // in one article: more are a market report

struct Move {
  const Hit* hit = nullptr;
  Context context;                 // of its clause
  std::vector<std::string> times;  // sorted, as are those below
  std::vector<std::string> nouns;  // the short ones
  std::vector<std::int32_t> years;
  bool now = false;
  [[nodiscard]] bool falls() const { return hit->key == kFalls || hit->key == kFallsNow; }
};

// The words of a language that are looked for around a move.
struct Around {
  SmallWords small;
  std::vector<std::string> times;
  std::vector<std::string> not_so;
  std::vector<std::string> nouns;
  std::vector<std::string> part;
  std::vector<std::string> now;
};

class DirectionConflict final : public Check {
 public:
  explicit DirectionConflict(const Definition& definition) : definition_(definition) {
    for (auto& [language, small] : small_words(definition)) {
      around_[language] = {std::move(small),
                           forms_of(definition, language, "times"),
                           forms_of(definition, language, "not-so"),
                           forms_of(definition, language, "short"),
                           forms_of(definition, language, "part"),
                           forms_of(definition, language, "now")};
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Move> moves = collect(document, facts);
    if (moves.size() < 2 || moves.size() > kMostMoves) return;
    for (std::size_t j = 1; j < moves.size(); ++j) {
      const auto opposite = std::ranges::find_if(moves.begin(), moves.begin() + static_cast<std::ptrdiff_t>(j),
                                                 [&](const Move& move) { return conflict(document, move, moves[j]); });
      if (opposite == moves.begin() + static_cast<std::ptrdiff_t>(j)) continue;
      Finding finding;
      finding.place = {moves[j].hit->block, moves[j].hit->span};
      finding.wording = moves[j].falls() ? "falls" : "";
      finding.related.push_back({{opposite->hit->block, opposite->hit->span}, "opposite", {}});
      sink.report(std::move(finding));
      return;
    }
  }

 private:
  std::vector<Move> collect(const Document& document, const Facts& facts) const {
    std::vector<Move> moves;
    QuotedBlocks quoted(document);
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      const Block& block = document.block(hit.block);
      const auto around = around_.find(block.language);
      if (hit.key < kRises || !definition_.looks_at(block.role) || around == around_.end()) continue;
      if (is_inside_other(facts, hit) || quoted.hold(hit.block, hit.span)) continue;
      if (is_guarded(document, facts, definition_.slot, hit.block, hit.span)) continue;
      if (std::optional<Move> move = read(document, facts, hit, around->second)) moves.push_back(std::move(*move));
      if (moves.size() > kMostMoves) break;
    }
    return moves;
  }

  // "Will fall" holds "fall".
  bool is_inside_other(const Facts& facts, const Hit& hit) const {
    const TextSpan reach{hit.span.begin - std::min(hit.span.begin, kLongestMove), hit.span.begin + 1};
    return std::ranges::any_of(facts.matches().in(definition_.slot, hit.block, reach), [&](const Hit& other) {
      return other.key >= kRises && other.span != hit.span && other.span.contains(hit.span);
    });
  }

  static std::optional<Move> read(const Document& document, const Facts& facts, const Hit& hit, const Around& around) {
    const Block& block = document.block(hit.block);
    // "Nahm die Zahl der Gäste zu": what stands between tells what rose.
    const TextSpan first{hit.span.begin, hit.span.begin + 1};
    Move move{&hit, context_of(document, hit.block, first, kReach, around.small), {}, {}, {}, hit.key >= kRisesNow};
    std::erase_if(move.context.words, [&](const ContextWord& word) {
      return hit.span.contains(word.span) && !is_upper(decode_at(block.text, word.span.begin).value);
    });
    const TextSpan sentence = move.context.sentence;
    if (block.text.substr(sentence.begin, sentence.size()).ends_with('?')) return std::nullopt;
    const TextSpan clause = clause_of(block.text, hit.span);
    for (const Word& word : document.words(block)) {
      if (word.begin < sentence.begin || word.begin >= sentence.end) continue;
      std::string form = context_form(word_text(block, word));
      const bool near = word.begin >= clause.begin && word.end <= clause.end;
      if (near && std::ranges::binary_search(around.not_so, form)) return std::nullopt;
      if (near && std::ranges::binary_search(around.now, form)) move.now = true;
      if (near && std::ranges::binary_search(around.nouns, form)) move.nouns.push_back(form);
      if (std::ranges::binary_search(around.times, form)) move.times.push_back(std::move(form));
    }
    std::ranges::sort(move.times);
    std::ranges::sort(move.nouns);
    move.years = years_in(facts, hit.block, sentence);
    keep_clause(facts, clause, move.context);
    std::erase_if(move.context.words, [&](const ContextWord& word) {
      return std::ranges::binary_search(around.times, word.form) || std::ranges::binary_search(around.nouns, word.form);
    });
    return move;
  }

  static std::vector<std::int32_t> years_in(const Facts& facts, std::uint32_t block, TextSpan sentence) {
    std::vector<std::int32_t> found;
    const auto& years = facts.time().years;
    for (auto it = std::ranges::lower_bound(years, block, {}, &YearMention::block);
         it != years.end() && it->block == block; ++it) {
      if (it->begin >= sentence.begin && it->begin < sentence.end) found.push_back(it->year);
    }
    return found;
  }

  bool conflict(const Document& document, const Move& a, const Move& b) const {
    if (a.falls() == b.falls() || a.now != b.now || a.hit->block == b.hit->block) return false;
    if (a.years != b.years || a.times != b.times || a.nouns != b.nouns) return false;
    const Likeness likeness = compare(a.context, b.context);
    if (likeness.shared == 0 || likeness.other_names) return false;
    if (likeness.shared + a.nouns.size() < kLeastShared && !is_telling(a)) return false;
    // Each has a word that the other lacks: profit and turnover, two towns, two quarters.
    const Language language = document.block(a.hit->block).language;
    if (document.block(b.hit->block).language != language) return false;
    return is_held(document, language, a.context, b.context) || is_held(document, language, b.context, a.context);
  }

  // "Am Freitag stieg der Goldpreis": one word, and the time.
  static bool is_telling(const Move& move) {
    return !(move.times.empty() && move.years.empty()) &&
           std::ranges::any_of(move.context.words,
                               [](const ContextWord& word) { return word.form.size() >= kTelling; });
  }

  // Whether the one has all words of the other, and no more that tell of a part: "for children", "of the old town".
  bool is_held(const Document& document, Language language, const Context& part, const Context& whole) const {
    if (!std::ranges::all_of(part.words, [&](const ContextWord& word) { return whole.has(word.form); })) return false;
    const std::vector<std::string>& leads = around_.at(language).part;
    const Block& block = document.block(whole.block);
    const std::span<const Word> words = document.words(block);
    return std::ranges::none_of(whole.words, [&](const ContextWord& word) {
      if (part.has(word.form)) return false;
      if (word.attribute) return true;
      const auto own = std::ranges::lower_bound(words, word.span.begin, {}, &Word::begin);
      const std::span<const Word> before = words.first(static_cast<std::size_t>(own - words.begin()));
      for (const Word& lead : before | std::views::reverse | std::views::take(kLead)) {
        const std::string form = context_form(word_text(block, lead));
        if (lead.begin < whole.sentence.begin || form.empty()) return false;
        if (std::ranges::binary_search(leads, form)) return true;
      }
      return false;
    });
  }

  // Up to the marks that end a clause; "1,8" holds none.
  static TextSpan clause_of(std::string_view text, TextSpan cue) {
    std::size_t begin = cue.begin;
    while (begin > 0 && !ends_clause(text, begin - 1)) --begin;
    std::size_t end = cue.end;
    while (end < text.size() && !ends_clause(text, end)) ++end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  static bool ends_clause(std::string_view text, std::size_t pos) {
    constexpr std::string_view kMarks = ",;:()";
    const auto is_digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    return kMarks.find(text[pos]) != std::string_view::npos && !(pos > 0 && is_digit(pos - 1) && is_digit(pos + 1));
  }

  // Leaves only the words of the clause, without what is counted there: "by 300 hectares".
  static void keep_clause(const Facts& facts, TextSpan clause, Context& context) {
    std::erase_if(context.words, [&](const ContextWord& word) { return !clause.contains(word.span); });
    for (const Quantity& quantity : facts.quantities(context.block)) {
      if (quantity.article) continue;
      const TextSpan counted = counted_span(quantity);
      std::erase_if(context.words, [&](const ContextWord& word) { return counted.contains(word.span); });
    }
  }

  Definition definition_;
  std::map<Language, Around> around_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<DirectionConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind direction_conflict;
const Kind direction_conflict{
    "direction-conflict", "the same thing has risen here and fallen there", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
