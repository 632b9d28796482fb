// Kind `direction-conflict`: the same thing is said to have risen and to have fallen.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/parted_moves_support.h"
#include "check/kinds/contradiction/retold_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"

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
    {"rises-any", KeyType::kPhrases, "say it of whatever time: \"higher\", \"the rise of\""},
    {"falls-any", KeyType::kPhrases, "the opposite of the list before"},
    {"elsewhere", KeyType::kPhrases, "turn to another one, from their sentence to the paragraph's end: \"its rival\""},
    {"subset", KeyType::kPhrases, "name a part of what rises, in their sentence: \"women\", \"under the age of\""},
    {"times", KeyType::kStrings,
     "words for one time or for what is compared in each entry, the first of the year: \"Jahr Vorjahr\""},
    {"not-so", KeyType::kStrings, "words of a sentence that does not say that it is so: \"nicht\""},
    {"short", KeyType::kStrings, "nouns of three letters or fewer: \"See\""},
    {"part", KeyType::kStrings, "words that lead to a part of what rose: \"für\", \"among\""},
    {"now", KeyType::kStrings, "words that make of `rises` what will be: \"wird\""},
    {"counts", KeyType::kStrings, "words behind which stands what is counted: \"Zahl\", \"number\""},
    {"causes", KeyType::kStrings, "words that lead to why it rose, not to what rose: \"wegen\", \"despite\""},
    {"local", KeyType::kStrings, "words with which a sentence opens that tells of another place or group: \"among\""},
    {"idle-openings", KeyType::kStrings, "words that lead to none behind them: \"in fact\", \"in the city\""},
    {"owning", KeyType::kStrings, "words for whose it is, of which the sentence before tells: \"its\""},
    {"adjectives-behind", KeyType::kBool, "true where adjectives follow the noun"},
});
constexpr auto kKeys = std::to_array<Key>({
    {"measures", KeyType::kStrings, "lists of rules/lexicon/concept.toml: things that may rise and fall"},
    kRetoldKeys[0],
    kRetoldKeys[1],
    kRetoldKeys[2],
    kRetoldKeys[3],
    kRetoldKeys[4],
    kRetoldKeys[5],
    kRetoldKeys[6],
    kRetoldKeys[7],
    kRetoldKeys[8],
    {"says-of-what", KeyType::kBool, "what is told of another thing than the first one weighs as an info"},
});
constexpr std::uint8_t kUnlessNear = 1;
constexpr std::uint8_t kFirstMove = 5;
constexpr std::uint8_t kMovesEnd = 11;
constexpr PartingKeys kPartingKeys{.elsewhere = 11, .subset = 12};
constexpr std::uint32_t kOpening = 24;       // bytes in which a sentence says "later" or "after that"
constexpr std::size_t kLeastShared = 2;      // words that both sides share
constexpr std::size_t kTelling = 9;          // letters of a word that is enough where both tell the time
constexpr std::uint32_t kLongestMove = 120;  // bytes
constexpr std::size_t kMostMoves = 60;       // in one article: more are a market report

// Passes on what nothing parts.
class UnlessParted final : public Sink {
 public:
  UnlessParted(Sink& sink, std::function<bool(TextPlace, TextPlace)> parts) : sink_(sink), parts_(std::move(parts)) {}
  void report(Finding finding) override {
    const bool parted =
        std::ranges::any_of(finding.related, [&](const auto& related) { return parts_(related.place, finding.place); });
    if (!parted) sink_.report(std::move(finding));
  }

 private:
  Sink& sink_;
  std::function<bool(TextPlace, TextPlace)> parts_;
};

class DirectionConflict final : public Check {
 public:
  explicit DirectionConflict(const Definition& definition)
      : definition_(definition),
        words_(definition, read_words),
        parted_(definition, words_, kPartingKeys),
        measures_(std::make_unique<Measures>()),
        small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    if (find_moves(document, facts, sink)) return;
    UnlessParted told(
        sink, [&](TextPlace there, TextPlace here) { return parted_.are_parted(document, facts, there, here); });
    retold_.find(document, facts, definition_, small_, told);
  }

 private:
  static MoveWords read_words(const Definition& definition, Language language) {
    MoveWords words{small_words(definition).at(language),
                    {},
                    forms_of(definition, language, "not-so"),
                    forms_of(definition, language, "short"),
                    forms_of(definition, language, "part"),
                    forms_of(definition, language, "now"),
                    forms_of(definition, language, "counts"),
                    forms_of(definition, language, "causes"),
                    definition.option<bool>(language, "adjectives-behind") != nullptr};
    std::uint32_t number = 0;
    for (const auto& group : groups_of(definition, language, "times")) {
      for (const std::string& form : group) words.times.emplace_back(form, number);
      ++number;
    }
    std::ranges::sort(words.times);
    return words;
  }

  // Whether two of them clash; then they are reported.
  bool find_moves(const Document& document, const Facts& facts, Sink& sink) const {
    const std::vector<Hit> hits = moves_in(document, facts);
    if (hits.size() < 2 || hits.size() > kMostMoves) return false;
    const std::vector<Move> moves = read(document, facts, hits);
    for (std::size_t j = 1; j < moves.size(); ++j) {
      const auto end = moves.begin() + static_cast<std::ptrdiff_t>(j);
      const auto opposite = std::ranges::find_if(moves.begin(), end, [&](const Move& move) {
        return conflict(document, facts, move, moves[j]) &&
               !parted_.are_parted(document, facts, {move.hit->block, move.hit->span},
                                   {moves[j].hit->block, moves[j].hit->span});
      });
      if (opposite == end) continue;
      Finding finding;
      finding.place = {moves[j].hit->block, moves[j].hit->span};
      finding.wording = moves[j].falls() ? "falls" : "";
      finding.related.push_back({{opposite->hit->block, opposite->hit->span}, "opposite", {}});
      sink.report(std::move(finding));
      return true;
    }
    return false;
  }

  // Which concepts may rise, looked up once.
  struct Measures {
    std::once_flag once;
    std::vector<std::uint16_t> numbers;
  };

  static MoveList list_of(const Hit& hit) { return static_cast<MoveList>(hit.key - kFirstMove); }

  std::vector<Hit> moves_in(const Document& document, const Facts& facts) const {
    std::vector<Hit> found;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      const Block& block = document.block(hit.block);
      if (hit.key < kFirstMove || hit.key >= kMovesEnd || !definition_.looks_at(block.role)) continue;
      if (words_.contains(block.language) && !is_inside_other(facts, hit)) found.push_back(hit);
      if (found.size() > kMostMoves) break;
    }
    return found;
  }

  std::vector<Move> read(const Document& document, const Facts& facts, const std::vector<Hit>& hits) const {
    std::vector<Move> moves;
    QuotedBlocks quoted(document);
    MoveReader reader(document, facts, measures(facts));
    // What nouns and adjectives tell of is not what the verb beside them tells of.
    for (const bool any : {true, false}) {
      for (const Hit& hit : hits) {
        if ((list_of(hit) >= MoveList::kRisesAny) != any || quoted.hold(hit.block, hit.span)) continue;
        const MoveWords& words = words_.at(document.block(hit.block).language);
        std::optional<Move> move = reader.read(hit, list_of(hit), words);
        if (!move || (any && !move->subject)) continue;
        if (!is_silenced(facts, *move)) moves.push_back(std::move(*move));
      }
    }
    std::ranges::sort(moves, {}, [](const Move& move) { return std::pair(move.hit->block, move.hit->span.begin); });
    // "In Oldham they went down. The fall …": it takes up that one.
    for (Move& move : moves) {
      const auto place = [](const Hit& hit) { return std::pair(hit.block, hit.span.begin); };
      move.known = move.known && std::ranges::none_of(hits, [&](const Hit& hit) {
                     return place(hit) < place(*move.hit) && falls(list_of(hit)) == move.falls();
                   });
    }
    return moves;
  }

  // A guard in the clause; one elsewhere in the sentence where that tells of another move: "fell, but rose again
  // later".
  bool is_silenced(const Facts& facts, const Move& move) const {
    if (!is_guarded(facts, definition_.slot, move.hit->block, move.hit->span)) return false;
    const auto in_sentence = facts.matches().in(definition_.slot, move.hit->block, move.context.sentence);
    return std::ranges::any_of(in_sentence, [&](const Hit& hit) {
      if (hit.key < kFirstMove) {
        const bool opens = hit.span.begin < move.context.sentence.begin + kOpening;
        return hit.key <= kUnlessNear && (opens || move.clause.contains(hit.span));
      }
      return hit.key < kMovesEnd && !hit.span.contains(move.hit->span) && !move.hit->span.contains(hit.span);
    });
  }

  const std::vector<std::uint16_t>& measures(const Facts& facts) const {
    std::call_once(measures_->once, [&] {
      if (const auto* names = definition_.option<std::vector<std::string>>("measures")) {
        for (const std::string& name : *names) {
          measures_->numbers.push_back(facts.knowledge().concepts[ConceptFamily::kConcepts].number(name));
        }
      }
    });
    return measures_->numbers;
  }

  // "Will fall" holds "fall".
  bool is_inside_other(const Facts& facts, const Hit& hit) const {
    const TextSpan reach{hit.span.begin - std::min(hit.span.begin, kLongestMove), hit.span.begin + 1};
    return std::ranges::any_of(facts.matches().in(definition_.slot, hit.block, reach), [&](const Hit& other) {
      return other.key >= kFirstMove && other.key < kMovesEnd && other.span != hit.span &&
             other.span.contains(hit.span);
    });
  }

  bool conflict(const Document& document, const Facts& facts, const Move& a, const Move& b) const {
    if (a.falls() == b.falls() || a.hit->block == b.hit->block) return false;
    // "Has risen in the last five years", "goes on falling, as it has for five years".
    // A headline tells in the present what has been: "Crime is up in 2023".
    const bool headline = document.block(a.hit->block).role != Role::kParagraph;
    const bool telling = !a.times.empty() || (headline && !a.years.empty());
    const bool one_time = telling && a.times == b.times && a.years == b.years;
    if (!one_time && a.tense != b.tense && a.tense != MoveTense::kAny && b.tense != MoveTense::kAny) return false;
    const Language language = document.block(a.hit->block).language;
    if (document.block(b.hit->block).language != language) return false;
    const auto written = facts.time().context.written();
    if (share_time(a, b, written) && a.nouns == b.nouns && share_subject(document, a, b)) return true;
    return a.tense == b.tense && are_alike(document, a, b);
  }

  // In nearly the same words.
  bool are_alike(const Document& document, const Move& a, const Move& b) const {
    if (a.years != b.years || a.times != b.times || a.nouns != b.nouns) return false;
    const Likeness likeness = compare(a.context, b.context);
    if (likeness.shared == 0 || likeness.other_names) return false;
    if (likeness.shared + a.nouns.size() < kLeastShared && !is_telling(a)) return false;
    // Each has a word that the other lacks: profit and turnover, two towns, two quarters.
    return is_held(document, a.context, b.context) || is_held(document, b.context, a.context);
  }

  // "Am Freitag stieg der Goldpreis": one word, and the time.
  static bool is_telling(const Move& move) {
    return !(move.times.empty() && move.years.empty()) &&
           std::ranges::any_of(move.context.words,
                               [](const ContextWord& word) { return word.form.size() >= kTelling; });
  }

  // Whether the one has all words of the other, and no more that tell of a part: "for children", "of the old town".
  bool is_held(const Document& document, const Context& part, const Context& whole) const {
    if (!std::ranges::all_of(part.words, [&](const ContextWord& word) { return whole.has(word); })) return false;
    const std::vector<std::string>& leads = words_.at(document.block(whole.block).language).part;
    return std::ranges::none_of(whole.words, [&](const ContextWord& word) {
      if (part.has(word)) return false;
      return word.attribute || is_led_by(document, whole.block, whole.sentence, word.span, leads);
    });
  }

  const Definition& definition_;
  BySection<MoveWords> words_;
  PartedMoves parted_;
  std::unique_ptr<Measures> measures_;
  BySection<SmallWords> small_;
  Retold retold_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<DirectionConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind direction_conflict;
const Kind direction_conflict{.name = "direction-conflict",
                              .doc = "the same thing has risen here and fallen there",
                              .keys = kKeys,
                              .section_keys = kSectionKeys,
                              .make = make,
                              .tables = &kRetoldTables};
}  // namespace kinds
}  // namespace stet
