// The parts of reading a rule file. Internal to rule/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "facts/lexicon.h"
#include "facts/matcher.h"
#include "rule/rule.h"
#include "rule/toml_reader.h"

namespace stet {

// A table of one text a language of messages, `{ en = "…", de = "…" }`. English must be there.
Wording read_wording(TomlFile& file, const TomlEntry& entry);
// As above, and the braces of {name} are checked. The names found go to `names` with their places.
struct NamePlace {
  std::string name;
  TomlPlace place;
};
Wording read_template(TomlFile& file, const TomlEntry& entry, std::vector<NamePlace>& names);
// The same for one string.
void read_names(TomlFile& file, const TomlValue& text, std::vector<NamePlace>& names);

// The kind's own keys of a table. Lists for the matcher are checked for phrases that stand twice.
Options read_options(TableReader& reader, std::span<const Key> keys);

// Gives the section's phrases and patterns to the matcher, and what it says of them, each error inside its string;
// unknown lexicons too. The builder has the lexicon.
void add_section(TomlFile& file, const Rule& rule, Language language, const TomlValue& section, const Lexicon& lexicon,
                 MatcherBuilder& builder);

// All [[bad]] and [[good]] of the file, in its order.
std::vector<Example> read_examples(TableReader& reader);
// Whether there are enough of them.
void check_examples(TomlFile& file, const TomlValue& root, const Rule& rule);

}  // namespace stet
