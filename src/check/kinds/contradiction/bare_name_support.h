// Names as they stand, words with a capital side by side, and whether two of them are of one person.
#pragma once

#include <cstdint>
#include <vector>

#include "check/kinds/number/number_support.h"

namespace stet {

// The words by which names are read: the first lists of the rule that reads them.
enum NameMark : std::uint8_t {
  kRelatives,  // stand before a name: "brother"
  kOf,         // before the name of somebody whose relative it is
  kTitles,     // those of the first that say nothing of whose relative it is: "Dr"
  kNameMarks
};

// Words with a capital side by side, the last of which are a name.
struct BareName {
  std::uint32_t block = 0;
  TextSpan span;
  std::vector<std::uint32_t> words;  // hashes
};

// The names of a stretch: runs of words with a capital, without what somebody is before them; and those behind "of"
// only where `owned`.
std::vector<BareName> bare_names_in(const Document& document, std::uint32_t block, TextSpan stretch,
                                    const RuleWords::Tries& lists, bool owned = false);

// "Odile" and "Odile Vasseur", but not "Jean Vasseur"; nor "Vasseur" where others of that name are told of.
bool is_same_name(const Document& document, const BareName& dead, const BareName& alive, const RuleWords::Tries& lists);

}  // namespace stet
