// From a rule's lists to what the matcher takes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/lexicon.h"
#include "facts/matcher.h"
#include "rule/rule.h"

namespace stet {

// A list of strings under section key number `key`, as specs. The slot is the definition's.
std::vector<PatternSpec> pattern_specs(const Rule& rule, Language language, std::size_t key,
                                       const std::vector<std::string>& texts);

// Everything of a rule that goes to the matcher, by language, then key.
std::vector<PatternSpec> pattern_specs(const Rule& rule);

// What {name} stands for: the lexicon's `phrases` in that language and in [any]; in an [any] section those of
// every language. `lexicon` is a const Lexicon*; fits MatcherBuilder::set_lexicon().
std::vector<std::string> lexicon_words(const void* lexicon, std::string_view name, Language language);

}  // namespace stet
