// A goal told again with another minute of the match: "Rathje levelled in the 67th minute … Rathje's equaliser in the
// 76th minute". Only what a player does once in a match, or is told as the one goal, is compared.
#pragma once

#include "check/check.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// The keys of a section that it is read from; the first one's number in the section is that of the hits.
inline constexpr Key kGoalMinuteKeys[] = {
    {"minutes", KeyType::kPatterns, "minutes of a match, with the group minute"},
    {"goal-nouns", KeyType::kStrings,
     "what a player does in a match, parted by |: goals, equalisers, openers, winners, dismissals, substitutions"},
    {"goal-verbs", KeyType::kStrings, "the verbs for these, in the same order"},
    {"goal-of", KeyType::kStrings, "stand between such a noun and the player: \"of\""},
    {"goal-again", KeyType::kStrings, "tell that it is another one: \"second\""},
    {"goal-passes", KeyType::kStrings, "tell that a player only made it possible: \"cross\""},
};

// The definition must outlive it.
class GoalMinutes {
 public:
  // `key`: the number of "minutes" in the section.
  GoalMinutes(const Definition& definition, std::uint8_t key);
  void find(const Document& document, const Facts& facts, Sink& sink) const;

 private:
  const Definition* definition_;
  RuleWords words_;
  std::uint8_t key_;
};

}  // namespace stet
