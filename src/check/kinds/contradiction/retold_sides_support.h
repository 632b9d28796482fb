// Whose end a word of a short article tells: of who has won, or of the other side.
#pragma once

#include <vector>

#include "check/kinds/contradiction/short_article_support.h"

namespace stet {

class RetoldSides {
 public:
  explicit RetoldSides(const ShortArticle& article) : article_(article) {}

  // In each: the first place, the second one, and all words of the slot.
  // A defeat of who has won, a win of who has lost, a draw.
  [[nodiscard]] bool is_of_other_end(const Said& first, const Said& second, const std::vector<const Said*>& told) const;
  // No name of another one stands in the sentence.
  [[nodiscard]] bool is_of_same_side(const Said& first, const Said& second) const;
  // "The winner, Anna Kern", where another one has won.
  [[nodiscard]] bool is_of_other_name(const Said& first, const Said& second,
                                      const std::vector<const Said*>& told) const;
  // The name behind a title: "Norris", ", el paceño Hugo Mamani"; or before it: "Norris, the winner".
  [[nodiscard]] Forms title_names(const Said& said) const;

 private:
  // "Kukuk gives away the money of his win in the Grand Prix"
  [[nodiscard]] bool has_own_subject(const Said& said) const;
  [[nodiscard]] bool is_told_apart(const Forms& named, const Said& second) const;
  [[nodiscard]] bool owns(const Said& first, const Said& second, const Forms& names) const;
  // Who ends so: named before the word, or "the win of Aurich".
  [[nodiscard]] Forms ends_with(const Said& said, const Sides& sides) const;
  // Two sides are named, or it has a score.
  [[nodiscard]] bool is_match(const Said& said) const;
  // Whether one of the names stands behind the verb in its clause.
  [[nodiscard]] bool is_behind_of(const Said& said, const Forms& names) const;
  // Two names side by side.
  [[nodiscard]] bool has_person(const Block& block, TextSpan span) const;

  const ShortArticle& article_;
};

}  // namespace stet
