// Steps of compiling rules. Internal to rule/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rule/ruleset.h"

namespace stet {

// Sorts the rules by name and gives each its slot.
void number_rules(std::vector<Rule>& rules);

// MatcherBuilder::serialize() over everything in the numbered rules.
Result<std::string, Errors> matcher_image(const RuleSource& source);

}  // namespace stet
