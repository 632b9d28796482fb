// How a ballot was counted, as the sentences of an article tell it: "by 19 votes to 11", "66 of 120 delegates voted
// no".
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// The lists of words by which ballots are read, by their place in kBallotLists.
enum class BallotList : std::uint8_t {
  kBallots,
  kUnits,
  kVersus,
  kYes,
  kNo,
  kAbstained,
  kOutOf,
  kVoters,
  kKnown,
  kUnless,
  kAnaphors,
  kOpening,
  kOfWhom,
  kPassed,
  kRejected,
  kThen,
  kUnopposed
};
extern const std::span<const WordList> kBallotLists;

inline constexpr std::size_t kMostBallots = 6;  // counts of an article; one with more tells of many ballots

// What a sentence tells of a ballot.
struct BallotCount {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  std::optional<std::uint32_t> yes;
  std::optional<std::uint32_t> no;
  std::optional<std::uint32_t> abstained;
  std::optional<std::uint32_t> all;
  std::optional<double> share;  // per cent, the only one of its sentence
  int side = 0;                 // of the share: 1 those for it, -1 those against it
  TextSpan share_at;
  TextSpan abstained_at;
  bool pair = false;  // which of the two is yes is not told: "19-11"
  bool definite = false;
  bool again = false;       // of the ballot that was told of
  bool part_given = false;  // "the eight votes against": the only part that it tells
  bool in_table = false;
  bool passed = false;  // its sentence says how the ballot ended
  bool rejected = false;

  [[nodiscard]] bool whole() const { return yes.has_value() && no.has_value(); }
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> sorted() const { return std::minmax(*yes, *no); }
};

// The words of a language's section.
class BallotWords {
 public:
  explicit BallotWords(const RuleWords::Tries& tries) : tries_(&tries) {}
  [[nodiscard]] const PhraseTable& operator[](BallotList list) const {
    return (*tries_)[static_cast<std::size_t>(list)];
  }

 private:
  const RuleWords::Tries* tries_;
};

// A cheap look before a sentence is read: whether it has a number, in digits or in words.
bool has_ballot_number(const Document& document, const Facts& facts, std::uint32_t block, TextSpan sentence);

// Nothing where the sentence tells of no count, or of two ballots.
std::optional<BallotCount> read_ballot(const Document& document, const Facts& facts, std::uint32_t block,
                                       TextSpan sentence, const BallotWords& words);

// Adds what a cell of a table tells to the last count: "| Against | 7 |", the cells of a table are one count.
void read_ballot_cell(const Document& document, std::uint32_t block, const BallotWords& words,
                      std::vector<BallotCount>& counts);

}  // namespace stet
