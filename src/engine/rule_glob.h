// How a user names rules: on the command line, in stet.toml and in comments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rule/ruleset.h"

namespace stet {

// A rule's name or one of its former names, a group ("date", "date/"), or a pattern in which * stands for any
// characters ("date/*", "*-mismatch").
bool names_rule(std::string_view glob, const Rule& rule);

// Whether it names any rule of the set.
bool names_any_rule(std::string_view glob, const RuleSet& rules);

// For one that names none: `did you mean "date/impossible"?`, or nothing.
std::string probable_rule(std::string_view glob, const RuleSet& rules);

// Whether `text` is what a pattern with * describes.
bool matches_star(std::string_view pattern, std::string_view text);

}  // namespace stet
