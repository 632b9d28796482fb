// The list of rules that `stet rules` prints.
#pragma once

#include <span>
#include <string>

#include "rule/rule.h"

namespace stet {

// Name, severity, languages and message of each rule in aligned columns; a blank line between groups.
std::string rules_as_table(std::span<const Rule> rules, Locale locale);

// {"version": 1, "rules": [{"name", "group", "kind", "severity", "languages", "message", "was"}]}
std::string rules_as_json(std::span<const Rule> rules, Locale locale);

}  // namespace stet
