#include "engine/config.h"

#include <array>

#include "engine/paths.h"
#include "engine/rule_glob.h"
#include "rule/toml_reader.h"
#include "text/language_names.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, 3> kFormats{"markdown", "html", "plain"};
constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "info"};

std::vector<RuleGlob> rule_globs(const TomlValue* list) {
  std::vector<RuleGlob> globs;
  if (list == nullptr) return globs;
  for (const TomlValue& item : list->items) globs.push_back({item.string, item.place});
  return globs;
}

IgnoreList patterns(const TomlValue* list) {
  IgnoreList result;
  if (list == nullptr) return result;
  for (const TomlValue& item : list->items) result.add(item.string);
  return result;
}

Language language(TableReader& table) {
  const TomlValue* value = table.string("language");
  if (value == nullptr) return {};
  const Language result(value->string);
  if (!is_language_code(result.code())) {
    table.file().error(value->place, "\"" + value->string + "\" is no language", "write a code of ISO 639, as \"de\"");
  }
  return result;
}

std::optional<Format> format(TableReader& table) {
  const std::optional<std::size_t> number = table.one_of("format", kFormats, "format");
  return number ? format_from_name(kFormats[*number]) : std::nullopt;
}

RuleChoice rule_choice(TableReader& table) {
  RuleChoice choice;
  if (const TomlValue* select = table.strings("select")) choice.select = rule_globs(select);
  choice.ignore = rule_globs(table.strings("ignore"));
  if (const TomlValue* severities = table.table("severity")) {
    TableReader reader(table.file(), *severities);
    for (const TomlEntry& entry : severities->entries) {
      const std::optional<std::size_t> number = reader.one_of(entry.key, kSeverities, "severity");
      if (!number) continue;
      choice.severity.emplace_back(RuleGlob{entry.key, entry.place}, *severity_from_name(kSeverities[*number]));
    }
  }
  return choice;
}

std::vector<std::pair<std::string, Format>> formats(TableReader& table) {
  std::vector<std::pair<std::string, Format>> result;
  const TomlValue* value = table.table("formats");
  if (value == nullptr) return result;
  TableReader reader(table.file(), *value);
  for (const TomlEntry& entry : value->entries) {
    const std::optional<std::size_t> number = reader.one_of(entry.key, kFormats, "format");
    if (number) result.emplace_back(entry.key, *format_from_name(kFormats[*number]));
  }
  return result;
}

PathSettings path_settings(TomlFile& file, const TomlValue& value) {
  TableReader table(file, value);
  PathSettings result;
  table.require("files");
  result.files = patterns(table.strings("files"));
  result.rules = rule_choice(table);
  result.format = format(table);
  result.language = language(table);
  table.finish();
  return result;
}

void read(Config& config, TomlFile& file) {
  TableReader table(file, *file.root());
  if (const TomlValue* locale = table.string("locale")) {
    config.locale = locale_from_name(locale->string);
    if (!config.locale) {
      file.error(locale->place, "no messages in \"" + locale->string + "\"", "there are \"en\" and \"de\"");
    }
  }
  config.language = language(table);
  config.formats = formats(table);
  config.rules = rule_choice(table);
  config.exclude = patterns(table.strings("exclude"));
  if (const TomlValue* directories = table.strings("rules")) {
    for (const TomlValue& item : directories->items) {
      config.rule_directories.push_back(absolute_path(item.string, config.directory));
    }
  }
  if (const auto number = table.one_of("fail-on", kSeverities, "severity")) {
    config.fail_on = severity_from_name(kSeverities[*number]);
  }
  if (const TomlValue* baseline = table.string("baseline")) {
    config.baseline = absolute_path(baseline->string, config.directory);
  }
  for (const TomlValue& value : table.tables("paths")) config.paths.push_back(path_settings(file, value));
  table.finish();
}

}  // namespace

Config parse_config(std::string file, std::string directory, std::string text, Errors& errors) {
  Config config;
  config.file = std::move(file);
  config.directory = std::move(directory);
  config.text = std::move(text);
  TomlFile toml(config.file, config.text);
  if (toml.root() != nullptr) read(config, toml);
  for (Error& error : toml.errors()) errors.push_back(std::move(error));
  return config;
}

Errors unknown_rules(const Config& config, const RuleSet& rules) {
  Errors errors;
  const auto check = [&](const RuleGlob& glob) {
    if (names_any_rule(glob.text, rules)) return;
    errors.push_back({"no rule is called \"" + glob.text + "\"", config.file, glob.place.line, glob.place.column,
                      line_of(config.text, glob.place.line), probable_rule(glob.text, rules)});
  };
  const auto check_all = [&](const RuleChoice& choice) {
    if (choice.select) {
      for (const RuleGlob& glob : *choice.select) check(glob);
    }
    for (const RuleGlob& glob : choice.ignore) check(glob);
    for (const auto& [glob, severity] : choice.severity) check(glob);
  };
  check_all(config.rules);
  for (const PathSettings& paths : config.paths) check_all(paths.rules);
  return errors;
}

}  // namespace stet
