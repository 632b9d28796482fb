// The score of one match told again in a short article: "won 3-1", "after the 3-2"; "6-4, 6-2", "the 6-4, 6-3 win".
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// A pair of numbers, or several that belong together: the sets of a match.
struct ReadScore {
  std::uint32_t block = 0;
  TextSpan span;
  std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
};

// The scores of a block, those in a row as one. None are times of day, longer rows of numbers, or single pairs in
// brackets, which tell of half time, unless these are asked for too.
std::vector<ReadScore> read_scores(const Document& document, std::uint32_t block, bool bracketed = false);

inline constexpr std::int32_t kHighestGoals = 9;
inline constexpr std::int32_t kHighestScore = 199;  // of basketball

// Whether the document tells a score of single digits, or of numbers up to another one: "3-2". Then a place is one in a
// table, and no place in a race.
bool tells_low_score(const Document& document, const Definition& definition, std::int32_t highest = kHighestGoals);

// The keys of a section that it is read from.
inline constexpr Key kScoreKeys[] = {
    {"score-definite", KeyType::kStrings, "stand before a score that the reader knows: \"the\", \"nach dem\""},
    {"score-progress", KeyType::kStrings, "stand before a score that is not the last: \"made it\""},
    {"score-against", KeyType::kStrings, "stand before the other side: \"against\""},
    {"score-unless", KeyType::kStrings, "silence a score near them: \"first leg\""},
    {"score-again", KeyType::kStrings, "before a score: its match was told of: \"the win\""},
    {"score-rounds", KeyType::kStrings, "rounds of a cup, the words for one parted by |"},
    {"score-total", KeyType::kStrings, "behind the score of two legs: \"on aggregate\""},
    {"half-time", KeyType::kStrings, "beside the score of the first half: \"at the break\""},
    {"score-nouns", KeyType::kStrings, "behind a score: they tell that it was the last: \"win\""},
};

// The definition must outlive it.
class ScoresToldAgain {
 public:
  // `first_cue` to `last_cue`: the rule's lists of phrases that tell of a last score.
  ScoresToldAgain(const Definition& definition, std::uint8_t first_cue, std::uint8_t last_cue);
  void find(const Document& document, const Facts& facts, Sink& sink) const;

 private:
  [[nodiscard]] bool are_of_other_rounds(const Document& document, const ReadScore& first,
                                         const ReadScore& second) const;
  // "Down 27-10 at the break, they won 24-20": what one side had at half time, nobody has at the end.
  bool find_half(const Document& document, Sink& sink) const;
  [[nodiscard]] bool has_noun_behind(const Block& block, std::uint32_t end) const;

  const Definition* definition_;
  RuleWords words_;
  std::uint8_t first_cue_;
  std::uint8_t last_cue_;
};

}  // namespace stet
