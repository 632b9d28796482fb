// How many were for or against, told by itself: "the eight who opposed it", "hanno votato contro in sette".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// A number of a sentence: "19", "nine".
struct BallotNumber {
  std::uint32_t value = 0;
  TextSpan span;
};

// In the sentence's order.
std::vector<BallotNumber> ballot_numbers(const Document& document, const Facts& facts, std::uint32_t block,
                                         TextSpan sentence);

struct BallotSide {
  std::uint32_t block = 0;
  TextSpan span;  // the number
  TextSpan sentence;
  std::uint32_t value = 0;
  bool against = false;
  bool given = false;  // "the eight": the reader knows them
};

class BallotSides {
 public:
  static constexpr Key kKeys[] = {
      {"for-it", KeyType::kStrings, "behind a number and voters: they were for it: \"voted in favour\""},
      {"against-it", KeyType::kStrings, "the same of those against: \"opponents\""},
      {"for-it-before", KeyType::kStrings, "before a number: so many were for it: \"dafür stimmten\""},
      {"against-it-before", KeyType::kStrings, "the same of those against: \"hanno votato contro in\""},
      {"who", KeyType::kStrings, "lead from voters to how they voted: \"who\""},
      {"side-voters", KeyType::kStrings, "voters who are all of a side, not a group's: \"councillors\""},
      {"side-definite", KeyType::kStrings, "stand before those that the reader knows: \"the\""},
      {"side-some", KeyType::kStrings, "tell in a sentence that not all of them are meant: \"also\", \"among them\""},
  };
  static constexpr std::size_t kKeyCount = std::size(kKeys);

  // The definition must outlive it.
  explicit BallotSides(const Definition& definition);

  // The first of a sentence; nothing where it tells of some of them only.
  [[nodiscard]] std::optional<BallotSide> read(const Document& document, const Facts& facts, std::uint32_t block,
                                               TextSpan sentence) const;

 private:
  RuleWords words_;
};

}  // namespace stet
