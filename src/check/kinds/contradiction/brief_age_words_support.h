// Ages that are no number with a unit: words that hold one ("the octogenarian"), phrases ("in her sixties"), birthdays.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/kinds/contradiction/brief_age_reader_support.h"

namespace stet {

// `listed` are the entries of the key "age-words", `hashes` those of their words.
void add_worded_ages(const Document& document, std::uint32_t number, const RuleWords::Tries& lists,
                     std::span<const std::string> listed, const std::unordered_set<std::uint32_t>& hashes,
                     std::vector<BriefAge>& ages);

// "In her sixties", "Mitte fünfzig".
void add_phrased_ages(const Document& document, std::uint32_t number, const RuleWords::Tries& lists,
                      std::vector<BriefAge>& ages);

// "Her 60th birthday", "seinen 70. Geburtstag".
void add_birthdays(const Document& document, std::uint32_t number, const RuleWords::Tries& lists,
                   std::vector<BriefAge>& ages);

}  // namespace stet
