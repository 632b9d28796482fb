// Which offices and parties of rules/lexicon/role.toml exclude each other, by a rule's lines.
#pragma once

#include <cstdint>
#include <set>
#include <utility>

#include "check/check.h"

namespace stet {

// What a section says of offices and parties, as the keys of their lists.
struct RoleRules {
  std::set<std::pair<std::uint8_t, std::uint8_t>> exclusive;
  std::set<std::pair<std::uint8_t, std::uint8_t>> in_country;
  std::set<std::pair<std::uint8_t, std::uint8_t>> one_party;
  std::set<std::pair<std::uint8_t, std::uint8_t>> always;
  std::set<std::uint8_t> of_state;
  std::set<std::uint8_t> in_full;
  std::set<std::uint8_t> single;
};

RoleRules read_role_rules(const Definition& definition, const Facts& facts, Language language);

}  // namespace stet
