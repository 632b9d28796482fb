// Whose relatives are told of. `capital_nouns`: nouns of the language have a capital.
#pragma once

#include <string>
#include <vector>

#include "check/kinds/contradiction/kin_reader_support.h"

namespace stet {

// Whose relative it is: the owner told with it, or the last name before it with what stands before that ("the cellist
// Ann Reed … her sister"), or behind it where there is none. Empty: not known.
std::vector<std::string> owner_of(const Document& document, const Kin& kin, const RuleWords::Tries& lists,
                                  bool capital_nouns);
// Whether the words for two owners are for one: "Reed" and "the cellist Ann Reed".
bool is_one_owner(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Whether somebody new is named in full between two relatives told of with "his" or "the", whose the later may be.
bool names_another(const Document& document, const Kin& a, const Kin& b, bool capital_nouns);

}  // namespace stet
