// What the kinds share that compare an old value with a new one: "from 40 to 60".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/document.h"
#include "facts/phrase_trie.h"
#include "facts/quantities.h"

namespace stet {

// Whether a quantity is read beyond doubt, and no fraction or one side of a size.
bool is_plain_value(const Quantity& quantity);

// Gives both values one unit and one scale, as "3.2 to 4.1 million" has them; false when they measure different things.
bool align_values(Quantity& a, Quantity& b);

inline constexpr std::size_t kMaxChangeGap = 60;  // bytes between two values of one statement

// "from 40 to 60": two neighbours among the quantities, aligned, with the words that say which is which before them.
struct FromTo {
  Quantity from;
  Quantity to;
  std::size_t begin = 0;  // where the word before the old value begins
};
// Nothing when the words (looked at backwards) do not stand there, or the two can't be compared.
std::optional<FromTo> read_from_to(const Block& block, const Quantity& first, const Quantity& second,
                                   const PhraseTable& from, const PhraseTable& to);

// The clause in front of `pos`: from the last comma on, but for one that stands right before: "doubled, from 40 to 60".
TextSpan clause_before(std::string_view text, TextSpan sentence, std::size_t pos);

}  // namespace stet
