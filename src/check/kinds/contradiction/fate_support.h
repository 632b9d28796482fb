// Somebody in a short article who is dead in one clause and alive in a later one, though the people of the article
// could not be told apart for sure: the same word for whoever it is, the same number of the same animals, or the only
// one whom the article brought in before "he".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/contradiction/cast_support.h"

namespace stet {

// A clause that tells of somebody's fate.
struct Fate {
  std::uint32_t block = 0;
  TextSpan span;  // the words that tell it
  TextSpan clause;
  TextSpan sentence;
  bool dead = false;
  bool safe = false;  // alive, and through with it
};

// The first pair of one person, by their numbers; the dead one first. `fates` in the article's order.
std::optional<std::pair<std::size_t, std::size_t>> clashing_fates(const Document& document, const Facts& facts,
                                                                  const Cast& cast, std::span<const Fate> fates);

}  // namespace stet
