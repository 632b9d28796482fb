// Two numbers of a short article for one thing: "14 dead" in the headline, "nine were killed" in the text; "won 3-1",
// "the 2-1".
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/contradiction/short_article_support.h"

namespace stet {

class RetoldNumbers {
 public:
  explicit RetoldNumbers(const ShortArticle& article) : article_(article) {}

  // Both places. `slot` has the classes of what is counted, or of words beside a score.
  [[nodiscard]] std::optional<std::pair<TextPlace, TextPlace>> other_count(std::uint8_t slot, bool sums) const;
  [[nodiscard]] std::optional<std::pair<TextPlace, TextPlace>> other_score(std::uint8_t slot) const;

 private:
  struct Score {
    TextPlace place;
    std::string first;
    std::string second;
    [[nodiscard]] bool is_of(const Score& other) const {
      return (first == other.first && second == other.second) || (first == other.second && second == other.first);
    }
  };

  // The number that counts something, nearest to it in its clause.
  [[nodiscard]] const Quantity* count_beside(const Said& said) const;
  // Whether the text has the number somewhere.
  [[nodiscard]] bool is_told(const Quantity& counted) const;
  // Or two or three of the numbers below make it.
  [[nodiscard]] bool is_sum(const Quantity& counted) const;
  // "3-1", "3:1", not in brackets.
  [[nodiscard]] std::vector<Score> scores_in(std::uint32_t number, TextSpan span) const;

  const ShortArticle& article_;
};

}  // namespace stet
