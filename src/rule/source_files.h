// Rule and lexicon files on disk. Internal to rule/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/ruleset.h"

namespace stet {

// A rule or lexicon file, by its name.
struct SourceFile {
  std::string name;
  std::string path;
};

// Of names of lexicon files.
inline constexpr std::string_view kLexiconFolder = "lexicon/";

// Small letters, digits, hyphens, and slashes between them.
bool is_rule_name(std::string_view name);

// Adds every .toml file below `directory`, by name, which is its path from `directory` without the suffix. Hidden
// files and folders are left out.
Errors list_files(const std::string& directory, std::vector<SourceFile>& files);

Result<std::string> read_rule_file(const std::string& path);

void append(Errors& errors, const Errors& more);

}  // namespace stet
