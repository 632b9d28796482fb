// Sets of word stems, in which topics, places and parties are compared.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace stet {

// Sorted, without duplicates.
using Stems = std::vector<std::string>;

inline bool contains(const Stems& set, const std::string& stem) {
  return std::binary_search(set.begin(), set.end(), stem);
}

inline void insert(Stems& set, std::string stem) {
  const auto at = std::lower_bound(set.begin(), set.end(), stem);
  if (at == set.end() || *at != stem) set.insert(at, std::move(stem));
}

// Whether every stem of `part` is in `whole`; true for an empty part.
inline bool is_subset(const Stems& part, const Stems& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

inline bool intersects(const Stems& a, const Stems& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& stem) { return contains(b, stem); });
}

}  // namespace stet
