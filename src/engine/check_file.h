// One draft through the whole program: from bytes to diagnostics.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "engine/across_files.h"
#include "engine/diagnostic.h"
#include "rule/ruleset.h"

namespace stet {

// Which rules run on a file and how their findings are worded; from the command line and stet.toml.
struct CheckOptions {
  ReadOptions read;
  Locale locale = Locale::kEnglish;
  std::vector<bool> enabled;                      // by rule number; empty: all
  std::vector<std::optional<Severity>> severity;  // by rule number, where configured; empty: none
  bool suppressions = true;                       // heed <!-- stet … --> comments
  const AcrossFiles* across = nullptr;            // of the whole run, where it has several files
  const std::vector<Clash>* clashes = nullptr;    // what this file's traces clash with, once that is known
  bool fingerprints = false;                      // fill Diagnostic::surroundings, which a baseline needs

  [[nodiscard]] bool runs(std::size_t rule) const { return enabled.empty() || enabled[rule]; }
};

struct FileReport {
  std::string path;
  std::vector<Diagnostic> diagnostics;  // by (begin, end, rule)
  std::vector<LeftTrace> traces;        // for the other files of the run; by rule, then as they were left
};

// Checks one draft. Deterministic: the same bytes and options give the same report.
//
// Where findings of one rule overlap, the longest stands; of those that name the same two places, one. A comment lets
// what it names stand; then the rule's limit counts. An edit that would not be an edit of the source byte for byte
// takes its fix with it. The files that clashes name are read; one that can't be read any more clashes with nothing.
FileReport check_source(std::string path, SourceText source, const RuleSet& rules, const CheckOptions& options);

}  // namespace stet
