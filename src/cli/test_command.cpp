#include "cli/test_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
#include "engine/rule_test.h"
#include "rule/ruleset.h"

namespace stet {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

int finish(const RuleTestReport& report) {
  for (const std::string& failure : report.failures) print(failure + "\n");
  print(fmt::format("{}, {}, {} failed\n", counted(report.rules, "rule"), counted(report.examples, "example"),
                    report.failed));
  return report.failed == 0 ? kExitClean : kExitFindings;
}

std::vector<std::string> names_of(const std::vector<Rule>& rules) {
  std::vector<std::string> names;
  for (const Rule& rule : rules) names.push_back(rule.name);
  return names;
}

int run(const std::vector<std::string>& paths) {
  RuleSource complete = builtin_source();
  if (paths.empty()) return finish(test_rules(complete.rules, RuleSet::builtin(), names_of(complete.rules)));

  auto tried = load_rule_files(paths, complete.lexicon);
  if (!tried.ok()) return fail(tried.error());
  if (tried->rules.empty()) return fail(fmt::format("no rules in {}", fmt::join(paths, ", ")));
  const std::vector<std::string> names = names_of(tried->rules);
  std::erase_if(complete.rules,
                [&](const Rule& rule) { return std::find(names.begin(), names.end(), rule.name) != names.end(); });
  complete.rules.insert(complete.rules.end(), tried->rules.begin(), tried->rules.end());
  const auto set = RuleSet::extend_builtin(std::move(*tried));
  if (!set.ok()) return fail(set.error());
  return finish(test_rules(complete.rules, *set, names));
}

}  // namespace

void add_test_command(CLI::App& app, int& exit_code) {
  auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("test", "run the examples inside rules");
  command->add_option("path", *paths, "rule files and folders (default: the built-in rules)")->type_name("PATH");
  command->callback([paths, &exit_code] { exit_code = run(*paths); });
}

}  // namespace stet
