// What the checks share that compute a number from its neighbours: their words, and which numbers are its neighbours.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"
#include "facts/quantities.h"
#include "text/sentences.h"

namespace stet {

inline constexpr auto kResultKeys = std::to_array<Key>({
    {"rest", KeyType::kStrings, "stand before what is left of a whole: \"remaining\""},
    {"rest-behind", KeyType::kStrings, "the same, behind it: \"restantes\""},
    {"of-whole", KeyType::kStrings, "stand before a whole whose part follows: \"of the\""},
    {"of-it", KeyType::kStrings, "stand behind a part whose whole stands before: \"of them\""},
    {"go-on", KeyType::kStrings, "stand behind a number that counts what was counted before: \"are\""},
    {"that-is", KeyType::kStrings, "stand before a number that follows from those before: \"that is\""},
    {"more", KeyType::kStrings, "make a number a difference: \"more\""},
    {"than-before", KeyType::kStrings, "say that it is one to the time before: \"than last year\""},
    {"rise", KeyType::kStrings, "stand before a rise in percent: \"an increase of\""},
    {"fall", KeyType::kStrings, "stand before a fall: \"a drop of\""},
    {"half", KeyType::kStrings, "say that a number is half the other: \"half as many\""},
    {"twice", KeyType::kStrings, "twice"},
    {"thrice", KeyType::kStrings, "three times"},
    {"each", KeyType::kStrings, "stand behind a price of one: \"apiece\""},
    {"each-before", KeyType::kStrings, "begin what costs that: \"jedes\""},
    {"in-all", KeyType::kStrings, "stand in the sentence with the price of all: \"in total\""},
    {"average", KeyType::kStrings, "stand before an average: \"an average of\""},
    {"per", KeyType::kStrings, "stand behind it, before what it is taken over: \"a\", \"per\""},
    {"gives", KeyType::kStrings, "say that somebody bears a part of a sum: \"pays\""},
    {"unless", KeyType::kStrings, "silence the sentences: \"including\", \"among others\""},
    {"from", KeyType::kStrings, "stand before the old value: \"from\""},
    {"to", KeyType::kStrings, "stand before the new one: \"to\""},
    {"by", KeyType::kStrings, "stand before what parts the two: \"by\""},
    {"points", KeyType::kStrings, "what a number that parts two shares may be of: \"points\""},
    {"differs", KeyType::kStrings, "stand behind what parts two values: \"taller than\""},
    {"table-points", KeyType::kStrings, "what a team has in a table: \"points\""},
    {"gap", KeyType::kStrings, "stand behind what parts two teams: \"behind\""},
    {"gap-before", KeyType::kStrings, "the same, before it: \"trail by\""},
    {"share-of", KeyType::kStrings, "stand behind a share, before its whole: \"of the\""},
    {"wins", KeyType::kStrings, "say that games were won"},
    {"losses", KeyType::kStrings, "lost"},
    {"draws", KeyType::kStrings, "drawn"},
    {"games", KeyType::kStrings, "name all of them: \"matches\""},
    {"equally", KeyType::kStrings, "say that all get the same: \"in equal parts\""},
    {"thus", KeyType::kStrings, "say that a number follows from the one before: \"or\", \"so\""},
    {"nightly", KeyType::kStrings, "stand behind the price of a day or night: \"a night\""},
    {"monthly", KeyType::kStrings, "behind that of a month"},
    {"for-week", KeyType::kStrings, "say that a price is that of seven days: \"for a week\""},
    {"over", KeyType::kStrings, "make a factor one that is passed: \"more than\""},
    {"for-year", KeyType::kStrings, "that of twelve months: \"a year\""},
});
inline constexpr auto kResultLists = [] {
  constexpr std::string_view kBehind[] = {"rest",    "of-whole", "that-is", "rise", "fall",
                                          "average", "from",     "to",      "by",   "gap-before"};
  std::array<WordList, kResultKeys.size()> lists{};
  for (std::size_t i = 0; i < lists.size(); ++i) {
    lists[i].key = kResultKeys[i].name;
    for (const std::string_view key : kBehind) {
      if (key == lists[i].key) lists[i].direction = PhraseTrie::Direction::kBackward;
    }
  }
  return lists;
}();
// By number, as the lists of the rule's words.
enum ResultList : std::uint8_t {
  kRest,
  kRestBehind,
  kOfWhole,
  kOfIt,
  kGoOn,
  kThatIs,
  kMore,
  kThanBefore,
  kRise,
  kFall,
  kHalf,
  kTwice,
  kThrice,
  kEach,
  kEachBefore,
  kInAll,
  kAverage,
  kPer,
  kGives,
  kUnless,
  kFrom,
  kTo,
  kBy,
  kPoints,
  kDiffers,
  kTablePoints,
  kGap,
  kGapBefore,
  kShareOf,
  kWins,
  kLosses,
  kDraws,
  kGames,
  kEqually,
  kThus,
  kNightly,
  kMonthly,
  kForWeek,
  kOverWords,
  kForYear
};

using Operands = std::vector<const Quantity*>;

// A block's numbers, with its language's words.
struct Scene {
  const Block& block;
  std::span<const Quantity> numbers;
  const RuleWords::Tries& words;

  [[nodiscard]] bool holds(ResultList list, TextSpan span) const { return stet::holds(words[list], block.text, span); }
  [[nodiscard]] bool before(ResultList list, const Quantity& q) const {
    if (words_before(words[list], block.text, q.hedge_begin)) return true;
    // "that is, 40", "es decir, 40"
    const std::size_t comma = skip_blanks_back(block.text, q.hedge_begin);
    return list == kThatIs && comma > 0 && block.text[comma - 1] == ',' &&
           words_before(words[list], block.text, comma - 1);
  }
  [[nodiscard]] bool behind(ResultList list, const Quantity& q) const {
    const std::string_view text = block.text;
    return words_at(words[list], text, skip_blanks(text, q.span.end)) ||
           (!q.noun.empty() && words_at(words[list], text, skip_blanks(text, q.noun.end)));
  }
  // "an average of 180 km/h", which a hedge may hold.
  [[nodiscard]] bool is_average(const Quantity& q) const {
    return before(kAverage, q) || static_cast<bool>(words_before(words[kAverage], block.text, q.span.begin));
  }
  // From the begin of the sentence before that of `pos`.
  [[nodiscard]] std::uint32_t window(std::uint32_t pos) const {
    const TextSpan own = sentence_at(block.text, pos);
    const std::size_t end = skip_blanks_back(block.text, own.begin);
    return end == 0 ? own.begin : sentence_at(block.text, static_cast<std::uint32_t>(end - 1)).begin;
  }
};

// Time, shares and the like: no operand of a sum.
bool is_measured_otherwise(const Quantity& q);

// The numbers of a unit that stand in the window before a claim; nothing when one of them is no plain number.
std::optional<Operands> operands(const Scene& scene, std::size_t claim, UnitId unit);

// Whether a number counts what another one counts, as far as the word behind it tells.
bool counts_the_same(const Scene& scene, const Quantity& whole, const Quantity& part);

// With what its rounding may hide.
Interval careful(const Quantity& q);

// Whether the two are so far apart that they are of different things.
bool is_far(double said, double right);

Finding wrong_result(const Quantity& claim, std::string_view wording, double right, const Operands& from);

// Each looks at one number of the scene as a claim, and computes it from those before.
using ResultCheck = std::optional<Finding> (*)(const Scene& scene, std::size_t claim);
std::span<const ResultCheck> share_checks();
std::span<const ResultCheck> rate_checks();
std::span<const ResultCheck> step_checks();

}  // namespace stet
