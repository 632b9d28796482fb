// Running the examples that stand inside rules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rule/ruleset.h"

namespace stet {

struct RuleTestReport {
  std::size_t rules = 0;
  std::size_t examples = 0;           // run, other rules' good ones included
  std::size_t failed = 0;             // examples with something wrong
  std::vector<std::string> failures;  // each some lines: FILE:LINE: what; expected and found, with their places
};

// Runs the examples of the rules called `tested` through check_source(), as `check` would, with all of `set`:
// a bad example must give this rule's findings exactly where it is marked, the message and the fixed text that it
// names; a good one nothing, from any rule. Then the tested rules over the good examples of all other rules.
//
// `complete` holds the rules of `set` with their examples; other rules in it are left alone.
RuleTestReport test_rules(const std::vector<Rule>& complete, const RuleSet& set,
                          const std::vector<std::string>& tested);

}  // namespace stet
