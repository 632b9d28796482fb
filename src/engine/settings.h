// What holds for each file: defaults, the nearest stet.toml, its [[paths]], the command line; later ones win.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/baseline.h"
#include "engine/check_file.h"
#include "engine/config.h"

namespace stet {

// What the command line says.
struct Overrides {
  std::string working_directory;  // absolute
  std::string config_file;        // --config: instead of looking for one
  bool isolated = false;          // no stet.toml at all
  RuleChoice rules;
  std::vector<std::string> rule_directories;
  Language language;
  std::optional<Locale> locale;
  std::optional<CivilDate> as_of;
  std::optional<Format> format;
  std::optional<Severity> fail_on;
  std::string baseline;
  bool use_baseline = true;  // false while one is being written
};

// For one file. Lives as long as the Settings that made it.
struct FileSettings {
  CheckOptions check;
  Severity fail_on = Severity::kWarning;
  const RuleSet* rules = nullptr;
  const Baseline* baseline = nullptr;
  const Config* config = nullptr;
};

// Finds, reads and layers the configuration; loads rules and baselines. Everything is read once. Not for
// several threads; what it gives away is immutable.
//
// The stet.toml of a file is the nearest one in its folder or above, up to the root of its git repository (the
// folder that holds .git) or else of the file system: a stray file above a repository changes nothing in it.
class Settings {
 public:
  // The built-in rules together with those of some folders (absolute).
  using LoadRules = std::function<Result<RuleSet, Errors>(const std::vector<std::string>& directories)>;

  Settings(Overrides overrides, LoadRules load_rules);

  // For a file, by its absolute path. Null when its configuration has errors.
  const FileSettings* of(const std::string& path);

  // Whether a file found in a folder is read: it has a suffix of a draft, or one that the configuration gives
  // a format, and is not excluded.
  bool wanted(const std::string& path);

  // Everything wrong with configuration, rules and baselines so far, each once.
  [[nodiscard]] const Errors& errors() const { return errors_; }

 private:
  struct Loaded {
    Config config;
    bool broken = false;
    const RuleSet* rules = nullptr;
    const Baseline* baseline = nullptr;
    std::map<std::vector<bool>, std::unique_ptr<FileSettings>> by_paths;  // which [[paths]] fit
  };

  Loaded& config_of(const std::string& directory);
  Loaded& load(const std::string& file, const std::string& directory);
  void prepare(Loaded& loaded);
  const RuleSet* rules_of(std::vector<std::string> directories);
  const Baseline* baseline_of(const std::string& file);
  std::unique_ptr<FileSettings> layer(const Loaded& loaded, const std::vector<bool>& fitting) const;

  Overrides overrides_;
  LoadRules load_rules_;
  Errors errors_;
  std::map<std::string, std::unique_ptr<Loaded>> by_file_;  // "" is the empty configuration
  std::map<std::string, Loaded*> by_directory_;
  std::map<std::vector<std::string>, std::optional<RuleSet>> rule_sets_;
  std::map<std::string, std::optional<Baseline>> baselines_;
};

}  // namespace stet
