#include "cli/rules_command.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
#include "report/rule_list.h"
#include "report/rule_schema.h"
#include "rule/ruleset.h"

namespace stet {
namespace {

struct RulesOptions {
  std::string format = "table";
  std::string locale;
  std::vector<std::string> directories;
  bool schema = false;
};

int run(const RulesOptions& options) {
  if (options.schema) {
    print(rule_schema());
    return kExitClean;
  }
  const auto locale = choose_locale(options.locale);
  if (!locale) return fail("unknown locale; there are \"en\" and \"de\"");
  const auto rules = builtin_with(options.directories);
  if (!rules.ok()) return fail(rules.error());
  print(options.format == "json" ? rules_as_json(rules->rules(), *locale) : rules_as_table(rules->rules(), *locale));
  return kExitClean;
}

}  // namespace

void add_rules_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App* command = app.add_subcommand("rules", "all rules");
  command->add_option("--output-format", options->format, "table or json")->check(CLI::IsMember({"table", "json"}));
  command->add_option("--locale", options->locale, "the language of the messages, en or de (default: STET_LOCALE, en)");
  command->add_option("--rules", options->directories, "a folder with more rules; may be repeated")
      ->type_name("DIR")
      ->type_size(1)
      ->allow_extra_args(false);
  command->add_flag("--schema", options->schema, "print the JSON Schema of rule files instead");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace stet
