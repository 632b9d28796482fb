// Steps of compiling rules. Internal to rule/.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "facts/matcher.h"
#include "rule/ruleset.h"

namespace stet {

// Sorts the rules by name and gives each its slot.
void number_rules(std::vector<Rule>& rules);

// Names and former names that more than one rule has.
Errors check_names(const std::vector<Rule>& rules);

// Adds everything in a numbered rule to the builder: Rule::patterns when it is there.
void add_patterns(const Rule& rule, MatcherBuilder& builder, Errors& errors);

// Adds a cue lexicon's lists to the builder.
void add_cues(const Lexicon& lexicon, const CueSource& source, MatcherBuilder& builder, Errors& errors);

// MatcherBuilder::serialize() over the numbered rules.
Result<std::string, Errors> matcher_image(const RuleSource& source);

}  // namespace stet
