// The lists of plain words of a language section, as checks look words up in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "check/check.h"

namespace stet {

// The hashes of the words, as Word::hash has them. Empty where the rule has no such list.
std::unordered_set<std::uint32_t> hashes_of_list(const Definition& definition, Language language, std::string_view key);

// The words folded, in their order: what a word may end in. Empty likewise.
std::vector<std::string> folded_list(const Definition& definition, Language language, std::string_view key);

}  // namespace stet
