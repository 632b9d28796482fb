#include "engine/settings.h"

#include <sys/stat.h>

#include <algorithm>
#include <tuple>

#include "engine/file_io.h"
#include "engine/paths.h"
#include "engine/rule_glob.h"

namespace stet {
namespace {

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

void choose(const RuleChoice& choice, const std::vector<Rule>& rules, CheckOptions& options) {
  const auto named = [](const std::vector<RuleGlob>& globs, const Rule& rule) {
    return std::any_of(globs.begin(), globs.end(), [&](const RuleGlob& g) { return names_rule(g.text, rule); });
  };
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (choice.select) options.enabled[i] = named(*choice.select, rules[i]);
    if (named(choice.ignore, rules[i])) options.enabled[i] = false;
    // The most exact name wins: the rule's own before a longer pattern before a shorter one.
    std::tuple<bool, std::size_t> best;
    for (const auto& [glob, severity] : choice.severity) {
      const std::tuple exactness(glob.text == rules[i].name, glob.text.size());
      if (!names_rule(glob.text, rules[i]) || exactness < best) continue;
      best = exactness;
      options.severity[i] = severity;
    }
  }
}

}  // namespace

Settings::Settings(Overrides overrides, LoadRules load_rules)
    : overrides_(std::move(overrides)), load_rules_(std::move(load_rules)) {}

Settings::Loaded& Settings::config_of(const std::string& directory) {
  if (overrides_.isolated) return load("", overrides_.working_directory);
  if (!overrides_.config_file.empty()) {
    const std::string file = absolute_path(overrides_.config_file, overrides_.working_directory);
    return load(file, parent_path(file));
  }
  const auto known = by_directory_.find(directory);
  if (known != by_directory_.end()) return *known->second;
  const std::string file = join_path(directory, kConfigName);
  const bool top = directory == "/" || exists(join_path(directory, ".git"));
  Loaded& loaded = exists(file) ? load(file, directory)
                   : top        ? load("", overrides_.working_directory)
                                : config_of(parent_path(directory));
  by_directory_.emplace(directory, &loaded);
  return loaded;
}

Settings::Loaded& Settings::load(const std::string& file, const std::string& directory) {
  std::unique_ptr<Loaded>& slot = by_file_[file];
  if (slot) return *slot;
  slot = std::make_unique<Loaded>();
  Loaded& loaded = *slot;
  loaded.config.directory = directory;
  if (!file.empty()) {
    const std::string shown(path_below(file, overrides_.working_directory));
    Result<std::string> text = read_file(file);
    if (!text) {
      text.error().path = shown;
      errors_.push_back(text.error());
      loaded.broken = true;
      return loaded;
    }
    Errors errors;
    loaded.config = parse_config(shown, directory, std::move(*text), errors);
    loaded.broken = !errors.empty();
    errors_.insert(errors_.end(), errors.begin(), errors.end());
  }
  prepare(loaded);
  return loaded;
}

void Settings::prepare(Loaded& loaded) {
  std::vector<std::string> directories = loaded.config.rule_directories;
  directories.insert(directories.end(), overrides_.rule_directories.begin(), overrides_.rule_directories.end());
  loaded.rules = rules_of(std::move(directories));
  if (loaded.rules != nullptr) {
    const Errors unknown = unknown_rules(loaded.config, *loaded.rules);
    loaded.broken = loaded.broken || !unknown.empty();
    errors_.insert(errors_.end(), unknown.begin(), unknown.end());
  }
  const std::string& baseline = overrides_.baseline.empty() ? loaded.config.baseline : overrides_.baseline;
  if (overrides_.use_baseline && !baseline.empty()) {
    loaded.baseline = baseline_of(absolute_path(baseline, overrides_.working_directory));
    loaded.broken = loaded.broken || loaded.baseline == nullptr;
  }
  loaded.broken = loaded.broken || loaded.rules == nullptr;
}

const RuleSet* Settings::rules_of(std::vector<std::string> directories) {
  const auto known = rule_sets_.find(directories);
  if (known != rule_sets_.end()) return known->second ? &*known->second : nullptr;
  std::optional<RuleSet>& slot = rule_sets_[directories];
  Result<RuleSet, Errors> loaded = load_rules_(directories);
  if (!loaded) {
    errors_.insert(errors_.end(), loaded.error().begin(), loaded.error().end());
    return nullptr;
  }
  return &slot.emplace(std::move(*loaded));
}

const Baseline* Settings::baseline_of(const std::string& file) {
  const auto known = baselines_.find(file);
  if (known != baselines_.end()) return known->second ? &*known->second : nullptr;
  std::optional<Baseline>& slot = baselines_[file];
  Result<Baseline> loaded = Baseline::read(file);
  if (!loaded) {
    loaded.error().path = std::string(path_below(file, overrides_.working_directory));
    errors_.push_back(loaded.error());
    return nullptr;
  }
  return &slot.emplace(std::move(*loaded));
}

const FileSettings* Settings::of(const std::string& path) {
  Loaded& loaded = config_of(parent_path(path));
  if (loaded.broken) return nullptr;
  const std::string_view below = path_below(path, loaded.config.directory);
  // The patterns of `formats` and of [[paths]], one after the other.
  std::vector<bool> fitting;
  for (const auto& [pattern, format] : loaded.config.formats) {
    IgnoreList list;
    list.add(pattern);
    fitting.push_back(list.ignores_file(below));
  }
  for (const PathSettings& paths : loaded.config.paths) fitting.push_back(paths.files.ignores_file(below));
  std::unique_ptr<FileSettings>& slot = loaded.by_paths[fitting];
  if (!slot) slot = layer(loaded, fitting);
  return slot.get();
}

std::unique_ptr<FileSettings> Settings::layer(const Loaded& loaded, const std::vector<bool>& fitting) const {
  const Config& config = loaded.config;
  const std::vector<Rule>& rules = loaded.rules->rules();
  auto result = std::make_unique<FileSettings>();
  result->rules = loaded.rules;
  result->baseline = loaded.baseline;
  result->config = &config;
  result->fail_on = overrides_.fail_on.value_or(config.fail_on.value_or(Severity::kWarning));

  CheckOptions& check = result->check;
  check.enabled.assign(rules.size(), true);
  check.severity.assign(rules.size(), std::nullopt);
  check.fingerprints = loaded.baseline != nullptr || !overrides_.use_baseline;
  check.locale = overrides_.locale.value_or(config.locale.value_or(Locale::kEnglish));
  check.read.language = overrides_.language;
  check.read.default_language = config.language;
  check.read.as_of = overrides_.as_of;
  choose(config.rules, rules, check);
  std::size_t number = 0;
  for (const auto& [pattern, format] : config.formats) {
    if (fitting[number++]) check.read.format = format;
  }
  for (const PathSettings& paths : config.paths) {
    if (!fitting[number++]) continue;
    choose(paths.rules, rules, check);
    if (paths.format) check.read.format = paths.format;
    if (paths.language.known()) check.read.default_language = paths.language;
  }
  choose(overrides_.rules, rules, check);
  if (overrides_.format) check.read.format = overrides_.format;
  return result;
}

bool Settings::wanted(const std::string& path) {
  const Config& config = config_of(parent_path(path)).config;
  const std::string_view below = path_below(path, config.directory);
  if (config.exclude.ignores_file(below)) return false;
  if (format_of_path(path)) return true;
  return std::any_of(config.formats.begin(), config.formats.end(), [&](const auto& entry) {
    IgnoreList list;
    list.add(entry.first);
    return list.ignores_file(below);
  });
}

}  // namespace stet
