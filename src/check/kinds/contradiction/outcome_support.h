// The end of one match, race or election told in two ways that exclude each other: "6-4, 3-6, 7-5" and "in two sets",
// "a two-point win" and "the single point that split the teams", "third win in a row" and "first win after four
// defeats", 54 per cent and later 52.
#pragma once

#include <cstdint>

#include "check/check.h"
#include "check/kinds/context_support.h"

namespace stet {

// The lists of phrases that they are found by, in the order of Outcomes::Keys::first.
inline constexpr Key kOutcomeKeys[] = {
    {"streak", KeyType::kPhrases, "tell of a win after another: \"third win in a row\""},
    {"first-win", KeyType::kPhrases, "tell of a win after defeats: \"ended a run of four defeats\""},
    {"led", KeyType::kPhrases, "say that somebody led at half time or after the first run"},
    {"trailed", KeyType::kPhrases, "say that somebody did not lead then"},
    {"sprint", KeyType::kPhrases, "tell of a win among others: \"by half a wheel\""},
    {"solo", KeyType::kPhrases, "tell of a win alone: \"solo\""},
    {"by-one", KeyType::kPhrases, "tell of a margin of one: \"one-point win\""},
    {"by-number", KeyType::kPhrases, "tell of one with its number in them or right before: \"-point win\""},
    {"by-lead", KeyType::kPhrases, "the same, where it may be a lead in the table: \"points clear\""},
    {"two-sets", KeyType::kPhrases, "tell of a match of two sets"},
    {"three-sets", KeyType::kPhrases, "the same of three"},
    {"four-sets", KeyType::kPhrases, "the same of four"},
    {"five-sets", KeyType::kPhrases, "the same of five"},
    {"no-set-lost", KeyType::kPhrases, "say that the winner lost no set: \"straight sets\""},
    {"share", KeyType::kPhrases, "stand beside a share of the votes: \"of the vote\""},
    {"unless-outcome", KeyType::kPhrases, "silence these in their sentence", true},
};

class Outcomes {
 public:
  // Where the rule's lists stand among its section keys.
  struct Keys {
    std::uint8_t first = 0;  // of kOutcomeKeys
    std::uint8_t won = 0;    // the lists of who won, lost and drew: three
    std::uint8_t days = 0;   // days by which two matches are told from each other
  };
  // Further keys of a section: "ordinals" and "names-after". The definition must outlive it.
  Outcomes(const Definition& definition, Keys keys);

  // Reports with the wordings "outcome", "half", "manner", "margin", "sets", "share".
  void find(const Document& document, const Facts& facts, Sink& sink) const;

 private:
  const Definition* definition_;
  Keys keys_;
  FormLists names_after_;
  FormGroups ordinals_;
};

}  // namespace stet
