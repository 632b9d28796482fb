// Mending what can be mended.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/check_file.h"

namespace stet {

// The fix that a run would apply: the first safe one; with `unsafe`, when there is none, the only unsafe one.
// Null when there is none, or when a person has to choose.
const Fix* applicable_fix(const Diagnostic& diagnostic, bool unsafe);

// A file's bytes after one round of fixes, in its own encoding.
struct Applied {
  std::string bytes;
  std::size_t count = 0;  // fixes applied
};

// Applies what is applicable, in the order of the findings. A fix that touches what an earlier one changed is
// left out, whole.
Applied apply_fixes(const SourceText& source, const std::vector<Diagnostic>& diagnostics, bool unsafe);

struct FixedFile {
  std::string bytes;        // as they should lie on disk
  FileReport report;        // what is left
  std::size_t applied = 0;  // over all rounds
};

// Checks and fixes in turn until nothing changes, ten rounds at most. `let_stand` takes away the findings that
// must not be touched (a baseline's).
FixedFile fix_file(const std::string& path, std::string bytes, const RuleSet& rules, const CheckOptions& options,
                   bool unsafe, const std::function<void(FileReport&)>& let_stand);

}  // namespace stet
