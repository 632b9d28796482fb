#include "cli/check_arguments.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <climits>
#include <cstdlib>

#include "base/suggest.h"
#include "engine/paths.h"
#include "engine/rule_glob.h"
#include "text/language_names.h"

namespace stet {
namespace {

Error usage(std::string message, std::string hint) {
  Error error;
  error.message = std::move(message);
  error.hint = std::move(hint);
  return error;
}

std::vector<RuleGlob> globs(const std::vector<std::string>& texts) {
  std::vector<RuleGlob> result;
  for (const std::string& text : texts) result.push_back({text, {}});
  return result;
}

// YYYY-MM-DD, a day that exists.
std::optional<CivilDate> parse_date(const std::string& text) {
  const auto digits = [&text](std::size_t from, std::size_t count) {
    std::int32_t value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const CivilDate date{digits(0, 4), digits(5, 2), digits(8, 2)};
  return date.year >= 0 && exists(date) ? std::optional(date) : std::nullopt;
}

// What is wrong with a number of threads; nothing when it is one.
std::string wrong_number(const std::string& text) {
  constexpr std::size_t kMostDigits = 6;
  const bool number = !text.empty() && text.size() <= kMostDigits &&
                      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number ? "" : "\"" + text + "\" is no number of threads";
}

std::string working_directory() {
  std::string buffer(PATH_MAX, '\0');
  const char* found = ::getcwd(buffer.data(), buffer.size());
  return found == nullptr ? "/" : found;
}

}  // namespace

void declare_check_options(CLI::App& command, CheckArguments& a) {
  const auto list = [&command](const char* name, std::vector<std::string>& values, const char* doc) {
    return command.add_option(name, values, doc)->type_size(1)->allow_extra_args(false);
  };
  command.add_option("path", a.paths, "files and folders (default: here); - reads standard input")->type_name("PATH");

  std::string formats;
  for (const ReportFormat& format : report_formats()) {
    formats += std::string(formats.empty() ? "" : "|") + std::string(format.name);
  }
  command.add_option("--output-format", a.output_format, "how findings are printed: " + formats)->type_name("NAME");
  command.add_option("--output-file", a.output_file, "print them into a file")->type_name("FILE");
  list("--select", a.select, "only these rules: names, groups (date), patterns (date/*); commas between several")
      ->delimiter(',')
      ->type_name("GLOB");
  list("--ignore", a.ignore, "not these rules")->delimiter(',')->type_name("GLOB");
  list("--exclude", a.exclude, "leave out files of folders, by .gitignore pattern")->type_name("GLOB");
  command.add_option("--lang", a.language, "the language of the drafts, whatever they say")->type_name("CODE");
  command.add_option("--locale", a.locale, "the language of messages, en or de (default: STET_LOCALE, stet.toml, en)")
      ->type_name("CODE");
  command.add_option("--as-of", a.as_of, "the day the drafts were written, for dates without a year")
      ->type_name("YYYY-MM-DD");
  command.add_option("--stdin-filename", a.stdin_filename, "the name of what comes through standard input")
      ->type_name("PATH");
  command.add_option("--format", a.format, "read all files as markdown, html or plain")->type_name("NAME");
  command.add_flag("--fix", a.fix, "apply safe fixes to the files");
  command.add_flag("--unsafe-fixes", a.unsafe_fixes, "apply those that should be looked at, too, where there is one");
  command.add_flag("--diff", a.diff, "print what --fix would change; write nothing");
  command.add_option("--baseline", a.baseline, "let the findings in this file stand")->type_name("FILE");
  command.add_option("--write-baseline", a.write_baseline, "write all findings into this file")->type_name("FILE");
  command.add_flag("--statistics", a.statistics, "count the findings of each rule");
  command.add_option("--fail-on", a.fail_on, "exit with 1 from this severity on: error, warning (default), info")
      ->type_name("LEVEL");
  command.add_flag("--exit-zero", a.exit_zero, "exit with 0 whatever is found (still 2 for errors)");
  list("--rules", a.rules, "a folder with more rules; may be repeated")->type_name("DIR");
  command.add_option("--config", a.config, "this file instead of the nearest stet.toml")->type_name("FILE");
  command.add_flag("--isolated", a.isolated, "heed no stet.toml");
  command.add_option("--threads", a.threads, "files checked at a time (default: one for each core)")
      ->check(CLI::Validator(wrong_number, ""))
      ->type_name("N");
  command.add_flag("--no-cache", a.no_cache, "accepted for scripts; nothing is cached yet");
  command.add_option("--color", a.color, "auto, always or never")->type_name("WHEN");
  command.add_flag("-q,--quiet", a.quiet, "print findings only, no summary");
}

Result<Overrides, Errors> make_overrides(const CheckArguments& a) {
  Errors errors;
  Overrides out;
  out.working_directory = working_directory();
  out.config_file = a.config;
  out.isolated = a.isolated;
  if (!a.select.empty()) out.rules.select = globs(a.select);
  out.rules.ignore = globs(a.ignore);
  out.rule_directories = a.rules;  // as given, so that errors name their files so
  out.baseline = a.baseline;
  out.use_baseline = a.write_baseline.empty();

  // Reads a text by `parse`, or says that it can't be read and which texts there are.
  const auto read = [&errors](std::string_view option, const std::string& text, auto parse, auto& target,
                              std::string hint) {
    if (text.empty()) return;
    const auto value = parse(text);
    if (value) {
      target = *value;
    } else {
      errors.push_back(usage(std::string(option) + ": \"" + text + "\" is not known", std::move(hint)));
    }
  };
  const auto language = [](const std::string& text) {
    const Language value(text);
    return is_language_code(value.code()) ? std::optional(value) : std::nullopt;
  };
  constexpr std::string_view kSeverities[] = {"error", "warning", "info"};
  constexpr std::string_view kFormats[] = {"markdown", "html", "plain"};
  constexpr std::string_view kColors[] = {"auto", "always", "never"};
  read("--lang", a.language, language, out.language, "a code of ISO 639, as \"de\"");
  read("--as-of", a.as_of, parse_date, out.as_of, "a day of the calendar, as 2025-04-08");
  read("--format", a.format, format_from_name, out.format, suggestion(a.format, kFormats));
  read("--fail-on", a.fail_on, severity_from_name, out.fail_on, suggestion(a.fail_on, kSeverities));
  const char* environment = std::getenv("STET_LOCALE");
  const bool from_environment = a.locale.empty() && environment != nullptr;
  read(from_environment ? "STET_LOCALE" : "--locale", from_environment ? environment : a.locale, locale_from_name,
       out.locale, "there are \"en\" and \"de\"");
  if (std::find(std::begin(kColors), std::end(kColors), a.color) == std::end(kColors)) {
    errors.push_back(usage("--color: \"" + a.color + "\" is not known", suggestion(a.color, kColors)));
  }
  std::vector<std::string_view> names;
  for (const ReportFormat& format : report_formats()) names.push_back(format.name);
  if (std::find(names.begin(), names.end(), a.output_format) == names.end()) {
    errors.push_back(
        usage("--output-format: \"" + a.output_format + "\" is not known", suggestion(a.output_format, names)));
  }
  if (std::find(a.paths.begin(), a.paths.end(), "") != a.paths.end()) errors.push_back(usage("a path is empty", ""));
  if (a.isolated && !a.config.empty()) errors.push_back(usage("--isolated and --config exclude each other", ""));
  if (!errors.empty()) return errors;
  return out;
}

Errors unknown_rule_arguments(const CheckArguments& a, const std::vector<const RuleSet*>& rule_sets) {
  Errors errors;
  const auto check = [&](std::string_view option, const std::string& glob) {
    const auto knows = [&glob](const RuleSet* rules) { return names_any_rule(glob, *rules); };
    if (std::any_of(rule_sets.begin(), rule_sets.end(), knows)) return;
    errors.push_back(usage(std::string(option) + ": no rule is called \"" + glob + "\"",
                           rule_sets.empty() ? "" : probable_rule(glob, *rule_sets.front())));
  };
  for (const std::string& glob : a.select) check("--select", glob);
  for (const std::string& glob : a.ignore) check("--ignore", glob);
  return errors;
}

}  // namespace stet
