// A share that says in other words what stands before it, with the whole farther off: "Of the 120 employees some forty,
// a third, left", "there were 900 tonnes; 600 burned, two thirds".
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "check/kinds/number/number_support.h"
#include "document/document.h"
#include "facts/quantities.h"

namespace stet {

// Words of a rule, by what they are for.
struct ApposedWords {
  const PhraseTable& links;     // backward: between the part and the share
  const PhraseTable& part_of;   // forward: between a part and its whole
  const PhraseTable& of_whole;  // backward: before a whole whose part follows
  const PhraseTable& of_which;  // forward: between a whole and its part
  const PhraseTable& of_total;  // forward: behind a share of all there is
  const PhraseTable& steps;     // backward: before a value that another one changed to, or from
  const PhraseTable& not_even;  // backward: make a share one that is not reached
};

struct ApposedShare {
  const Quantity* part = nullptr;
  const Quantity* whole = nullptr;
  const Quantity* share = nullptr;
  double right = 0;  // in percent
  double said = 0;
};

// What the share's wording allows, in percent; `slack` is the part of it by which an exact one may be off.
Interval allowed_share(const Quantity& share, double slack);

// The share with this number in the block's quantities, its part and the whole, where the three do not fit and no other
// number of the block would make them fit.
std::optional<ApposedShare> wrong_apposed_share(const Block& block, std::span<const Quantity> numbers,
                                                std::size_t share, const ApposedWords& words,
                                                const NumberLanguage& language);

}  // namespace stet
