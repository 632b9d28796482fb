// stet.toml: what a project wants checked, and how.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "check/finding.h"
#include "document/document.h"
#include "engine/glob.h"
#include "rule/ruleset.h"
#include "rule/toml_tree.h"

namespace stet {

inline constexpr std::string_view kConfigName = "stet.toml";

// Rules as a user names them (see rule_glob.h), and where that was written.
struct RuleGlob {
  std::string text;
  TomlPlace place;
};

// One layer of choices: of stet.toml, of its [[paths]], or of the command line.
struct RuleChoice {
  std::optional<std::vector<RuleGlob>> select;  // exactly these, whatever the layers below say
  std::vector<RuleGlob> ignore;                 // these not
  std::vector<std::pair<RuleGlob, Severity>> severity;
};

// [[paths]]: other settings for some files.
struct PathSettings {
  IgnoreList files;
  RuleChoice rules;
  std::optional<Format> format;
  Language language;
};

struct Config {
  std::string file;       // as the user may find it, for errors
  std::string directory;  // absolute; the file's paths and patterns are relative to it
  std::optional<Locale> locale;
  Language language;
  std::vector<std::pair<std::string, Format>> formats;  // by path pattern
  RuleChoice rules;
  IgnoreList exclude;
  std::vector<std::string> rule_directories;  // absolute
  std::optional<Severity> fail_on;
  std::string baseline;  // absolute; empty when there is none
  std::vector<PathSettings> paths;
  std::string text;  // of the file, for errors found later
};

// Reads the file's text. Adds everything that is wrong with it to `errors`; what is right stands in the result.
Config parse_config(std::string file, std::string directory, std::string text, Errors& errors);

// Names of rules in it that no rule has.
Errors unknown_rules(const Config& config, const RuleSet& rules);

}  // namespace stet
