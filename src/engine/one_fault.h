// One fault, one finding: what several rules say of the same two places.
#pragma once

#include <vector>

#include "engine/diagnostic.h"
#include "rule/ruleset.h"

namespace stet {

// Leaves out each diagnostic that names two places which another one names too: its own span and one of its related
// places overlap the other's, in either order. Of the two stands the more severe; of equally severe ones the one whose
// rule covers the other's, and otherwise the first by place and rule. Takes them sorted by place and rule, and keeps
// their order.
void keep_one_of_each_fault(std::vector<Diagnostic>& diagnostics, const RuleSet& rules);

}  // namespace stet
