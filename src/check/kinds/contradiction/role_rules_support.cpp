#include "check/kinds/contradiction/role_rules_support.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "facts/cues.h"

namespace stet {
namespace {

void add_keys(const CueSource& source, std::string_view names, std::string_view prefix, std::set<std::uint8_t>& keys) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    if (end > 0) keys.insert(source.key(std::string(prefix) + std::string(names.substr(0, end))));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

// Reads lines such as "finance foreign interior" as pairs of keys.
void add_pairs(const Definition& definition, const CueSource& source, Language language, std::string_view key,
               std::string_view prefix, std::set<std::pair<std::uint8_t, std::uint8_t>>& pairs) {
  const auto* lines = definition.option<std::vector<std::string>>(language, key);
  if (lines == nullptr) return;
  for (const std::string& line : *lines) {
    std::set<std::uint8_t> keys;
    add_keys(source, line, prefix, keys);
    for (const std::uint8_t one : keys) {
      for (const std::uint8_t other : keys) {
        if (one < other) pairs.emplace(one, other);
      }
    }
  }
}

}  // namespace

RoleRules read_role_rules(const Definition& definition, const Facts& facts, Language language) {
  RoleRules rules;
  const CueSource& source = *facts.cues("role").source;
  add_pairs(definition, source, language, "exclusive", "office-", rules.exclusive);
  add_pairs(definition, source, language, "exclusive-in-country", "office-", rules.in_country);
  add_pairs(definition, source, language, "one-party", "party-", rules.one_party);
  add_pairs(definition, source, language, "always", "office-", rules.always);
  const auto add_set = [&](std::string_view key, std::set<std::uint8_t>& keys) {
    const auto* lines = definition.option<std::vector<std::string>>(language, key);
    if (lines == nullptr) return;
    for (const std::string& line : *lines) add_keys(source, line, "office-", keys);
  };
  add_set("of-state", rules.of_state);
  add_set("named-in-full", rules.in_full);
  add_set("single", rules.single);
  return rules;
}

}  // namespace stet
