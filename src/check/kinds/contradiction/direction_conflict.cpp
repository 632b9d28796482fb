// Kind `direction-conflict`: the same thing is said to have risen and to have fallen.
#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "check/kinds/context_support.h"
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
    {"rises", KeyType::kPhrases, "say that something grew: \"stieg\""},
    {"falls", KeyType::kPhrases, "say that it shrank: \"sank\""},
});
enum List : std::uint8_t { kRises = 5, kFalls };
constexpr std::size_t kReach = 12;       // words to each side that tell what rose, and when
constexpr std::size_t kLeastShared = 2;  // words that both sides share
constexpr std::size_t kMostMoves = 40;   // in one article: more are a market report

struct Move {
  const Hit* hit = nullptr;
  Context context;
  std::vector<std::int32_t> years;
};

class DirectionConflict final : public Check {
 public:
  explicit DirectionConflict(const Definition& definition) : definition_(definition), small_(small_words(definition)) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Move> moves = collect(document, facts);
    if (moves.size() < 2 || moves.size() > kMostMoves) return;
    for (std::size_t j = 1; j < moves.size(); ++j) {
      const auto opposite = std::ranges::find_if(moves.begin(), moves.begin() + static_cast<std::ptrdiff_t>(j),
                                                 [&](const Move& move) { return conflict(move, moves[j]); });
      if (opposite == moves.begin() + static_cast<std::ptrdiff_t>(j)) continue;
      Finding finding;
      finding.place = {moves[j].hit->block, moves[j].hit->span};
      finding.wording = moves[j].hit->key == kFalls ? "falls" : "";
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
      const auto small = small_.find(block.language);
      if (hit.key < kRises || !definition_.looks_at(block.role) || small == small_.end()) continue;
      if (is_guarded(document, facts, definition_.slot, hit.block, hit.span)) continue;
      if (quoted.hold(hit.block, hit.span)) continue;
      Move move{&hit, context_of(document, hit.block, hit.span, kReach, small->second), {}};
      const TextSpan sentence = move.context.sentence;
      keep_clause(block.text, hit.span, move.context);
      if (block.text.substr(sentence.begin, sentence.size()).ends_with('?')) continue;
      const auto& years = facts.time().years;
      for (auto it = std::ranges::lower_bound(years, hit.block, {}, &YearMention::block);
           it != years.end() && it->block == hit.block; ++it) {
        if (it->begin >= sentence.begin && it->begin < sentence.end) move.years.push_back(it->year);
      }
      moves.push_back(std::move(move));
      if (moves.size() > kMostMoves) break;
    }
    return moves;
  }

  static bool conflict(const Move& a, const Move& b) {
    if (a.hit->key == b.hit->key || a.years != b.years || a.hit->block == b.hit->block) return false;
    const Likeness likeness = compare(a.context, b.context);
    if (likeness.shared < kLeastShared || likeness.other_names) return false;
    // Each has a word that the other lacks: profit and turnover, two towns, two quarters.
    return holds_all(a.context, b.context) || holds_all(b.context, a.context);
  }

  static bool holds_all(const Context& whole, const Context& part) {
    return std::ranges::all_of(part.words, [&](const ContextWord& word) { return whole.has(word.form); });
  }

  // Leaves only the words between the marks that end a clause.
  static void keep_clause(std::string_view text, TextSpan cue, Context& context) {
    constexpr std::string_view kMarks = ",;:()";
    const std::size_t before = cue.begin == 0 ? std::string_view::npos : text.find_last_of(kMarks, cue.begin - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before;
    const std::size_t end = std::min(text.find_first_of(kMarks, cue.end), text.size());
    std::erase_if(context.words,
                  [&](const ContextWord& word) { return word.span.begin < begin || word.span.end > end; });
  }

  Definition definition_;
  std::map<Language, SmallWords> small_;
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
