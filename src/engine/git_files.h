// What git says of a folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace stet {

// The nearest folder at or above `directory` (absolute) that holds a .git; empty when there is none.
std::string repository_root(const std::string& directory);

// The files below `directory` that git tracks or would not ignore, relative to it, as `git ls-files --cached
// --others --exclude-standard` lists them; nested repositories are single entries. Nothing when git is not
// there or refuses.
std::optional<std::vector<std::string>> git_list_files(const std::string& directory);

}  // namespace stet
