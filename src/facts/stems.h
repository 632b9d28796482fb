// Content words brought to a form in which they can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stet {

// Sorted, without duplicates.
using Stems = std::vector<std::string>;

// A crude stem that needs no dictionary: folded without marks, the first six letters of a long word, a short one
// without its ending. "Ukraine", "ukrainische" and "Ukraine-" are "ukrain".
std::string stem(std::string_view word);

bool contains(const Stems& set, const std::string& stem);
void insert(Stems& set, std::string stem);
// Whether every stem of `part` is in `whole`; an empty part is in none.
bool is_subset(const Stems& part, const Stems& whole);
bool intersects(const Stems& a, const Stems& b);

}  // namespace stet
