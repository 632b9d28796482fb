#include "cli/explain_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/suggest.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "report/rule_explanation.h"
#include "rule/ruleset.h"

namespace stet {
namespace {

struct ExplainOptions {
  std::string rule;
  std::string locale;
  std::vector<std::string> directories;
  bool all = false;
};

const Rule* find_rule(const RuleSource& source, std::string_view name) {
  const auto by_name =
      std::find_if(source.rules.begin(), source.rules.end(), [&](const Rule& r) { return r.name == name; });
  if (by_name != source.rules.end()) return &*by_name;
  const auto by_former_name = std::find_if(source.rules.begin(), source.rules.end(), [&](const Rule& r) {
    return std::find(r.was.begin(), r.was.end(), name) != r.was.end();
  });
  return by_former_name == source.rules.end() ? nullptr : &*by_former_name;
}

// What may have been meant by a name that no rule has: a group, a rule's name without its group, or a misprint.
std::string hint_for(const RuleSource& source, std::string_view name) {
  std::vector<std::string_view> group;
  std::vector<std::string_view> names;
  std::vector<std::string_view> tails;
  for (const Rule& rule : source.rules) {
    names.push_back(rule.name);
    tails.push_back(names.back().substr(names.back().find('/') + 1));
    if (rule.group() == name) group.push_back(rule.name);
  }
  if (!group.empty()) return fmt::format("rules of this group: {}", fmt::join(group, ", "));
  const std::string_view tail = closest_name(name, tails);
  if (name.find('/') == std::string_view::npos && !tail.empty()) {
    const auto i = std::find(tails.begin(), tails.end(), tail) - tails.begin();
    return fmt::format("did you mean \"{}\"?", names[static_cast<std::size_t>(i)]);
  }
  const std::string_view close = closest_name(name, names);
  return close.empty() ? "`stet rules` lists them all" : fmt::format("did you mean \"{}\"?", close);
}

int run(const ExplainOptions& options) {
  const auto locale = choose_locale(options.locale);
  if (!locale) return fail("unknown locale; there are \"en\" and \"de\"");
  RuleSource source = builtin_source();
  for (const std::string& directory : options.directories) {
    auto more = load_rules(directory, &source);
    if (!more.ok()) return fail(more.error());
    source.add(std::move(*more));
  }
  const Rule* rule = find_rule(source, options.rule);
  if (rule == nullptr) {
    return fail(fmt::format("no rule is called \"{}\"\n  {}", options.rule, hint_for(source, options.rule)));
  }
  print(explain_rule(*rule, *locale, options.all));
  return kExitClean;
}

}  // namespace

void add_explain_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "what a rule looks for and why, with examples");
  command->add_option("rule", options->rule, "the rule's name, now or formerly")->required()->type_name("RULE");
  command->add_option("--locale", options->locale, "the language, en or de (default: STET_LOCALE, en)")
      ->type_name("CODE");
  command->add_flag("--all", options->all, "all examples, in every language");
  command->add_option("--rules", options->directories, "a folder with more rules; may be repeated")
      ->type_name("DIR")
      ->type_size(1)
      ->allow_extra_args(false);
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace stet
