// Parts and their whole in running text: votes, and lists that say how many of what.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "check/kinds/number/number_support.h"
#include "facts/quantities.h"

namespace stet {

inline constexpr auto kPartsKeys = std::to_array<Key>({
    {"totals", KeyType::kStrings, "begin the total row of a table: \"Summe\""},
    {"nested", KeyType::kStrings, "begin a row that is part of another: \"davon\""},
    {"of-which", KeyType::kStrings, "stand between a total and its parts: \"davon\""},
    {"first", KeyType::kStrings, "one of two kinds that make the whole: \"Frauen\""},
    {"second", KeyType::kStrings, "the other: \"Männer\""},
    {"third", KeyType::kStrings, "something else that the whole may hold: \"Enthaltungen\""},
    {"answers", KeyType::kStrings, "answers of which one may give one: \"dafür\", \"dagegen\""},
    {"no-answer", KeyType::kStrings, "those of them that leave nobody over: \"enthielten sich\""},
    {"versus", KeyType::kStrings, "part two answers of which one is not named: \"42 zu 31 Stimmen\""},
    {"of-all", KeyType::kStrings, "stand before a total whose answers follow: \"von den\""},
    {"of-these", KeyType::kStrings, "begin the sentence behind the one that gives the total: \"davon\""},
    {"voted", KeyType::kStrings, "say of a number that all of them answered: \"nahmen an der Wahl teil\""},
    {"makes-up", KeyType::kStrings, "part a whole into shares: \"entfallen\""},
    {"in-all", KeyType::kStrings, "stand beside a total and its parts: \"insgesamt\""},
    {"joining", KeyType::kStrings, "stand before the last part of a list: \"und\""},
    {"spread", KeyType::kStrings, "say of a sum that the list below parts it: \"hand out\""},
    {"placed", KeyType::kStrings, "follow the number of a part that is told apart by its place: \"in\""},
    {"thus", KeyType::kStrings, "say that a total follows from the parts before it: \"damit\""},
    {"among", KeyType::kStrings, "stand between a whole and a part of it, or behind the part: \"of them\""},
    {"collectives", KeyType::kStrings, "hold more people than are counted: \"families\""},
    {"seats", KeyType::kStrings, "those who vote in a council: \"councillors\""},
    {"has-seats", KeyType::kStrings, "say that a number of them is that of all: \"the council has\""},
    {"part-of-body", KeyType::kStrings, "say that it is that of a part of them: \"committee\""},
    {"unless", KeyType::kStrings, "silence the sentence or the table: several answers, rounding"},
});
// By number, as the lists of a rule's words.
enum PartsList : std::uint8_t {
  kTotals,
  kNested,
  kOfWhich,
  kFirst,
  kSecond,
  kThird,
  kAnswers,
  kNoAnswer,
  kVersus,
  kOfAll,
  kOfThese,
  kVoted,
  kMakesUp,
  kInAll,
  kJoining,
  kSpread,
  kPlaced,
  kThus,
  kAmong,
  kCollectives,
  kSeats,
  kHasSeats,
  kPartOfBody,
  kUnless
};
inline constexpr auto kPartsLists = [] {
  std::array<WordList, kPartsKeys.size()> lists{};
  for (std::size_t i = 0; i < lists.size(); ++i) lists[i].key = kPartsKeys[i].name;
  lists[kOfAll].direction = PhraseTrie::Direction::kBackward;
  return lists;
}();

// Whether as many answers are named beside the numbers as there are numbers, `within` being all of it.
bool are_answers(const Block& block, TextSpan within, std::span<const Quantity> numbers, const RuleWords::Tries& words);

// Whether the numbers follow each other in a list of short parts, the last behind a joining word.
bool is_list(const Block& block, TextSpan sentence, std::span<const Quantity> numbers, const RuleWords::Tries& words);

// Parts of a sentence that do not make what the text gives as their whole.
struct SaidParts {
  const Quantity* total = nullptr;
  double sum = 0;
  TextSpan span;      // of the parts, and of the total where it stands in their sentence
  bool over = false;  // one part is more than the whole
};

// `numbers` are from where to where the sentence's quantities stand in `all`, three at least of them or of the parts
// and a total in the sentence beside it.
std::optional<SaidParts> said_parts(const Block& block, TextSpan sentence, std::span<const Quantity> all,
                                    std::pair<std::size_t, std::size_t> numbers, const RuleWords::Tries& words);

}  // namespace stet
