// Which files a run looks at.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/glob.h"

namespace stet {

struct WalkOptions {
  std::string working_directory;  // absolute
  // Whether a file found in a folder is read, by its absolute path.
  std::function<bool(const std::string& path)> wanted;
  bool use_git = true;  // false: only our own reading of .gitignore
};

struct WalkResult {
  std::vector<std::string> files;  // tidy, in path order, each once
  Errors errors;                   // missing files, folders that can't be read
};

// Files are taken as they are named; folders are walked. Walks leave out hidden files and folders, do not
// follow links to folders, and respect .gitignore: in a git work tree git itself is asked (once a folder); where
// git is not there, and outside of work trees, the .gitignore files are read here.
WalkResult collect_files(const std::vector<std::string>& paths, const WalkOptions& options);

}  // namespace stet
