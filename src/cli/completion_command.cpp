#include "cli/completion_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "cli/commands.h"
#include "cli/completion_script.h"
#include "cli/output.h"
#include "report/reporter.h"

namespace stet {
namespace {

constexpr std::string_view kShells[] = {"bash", "zsh", "fish"};

// What an option takes, by the word that stands for its value in --help.
ValueSort sort_of(const std::string& type) {
  if (type == "FILE" || type == "PATH") return ValueSort::kFile;
  if (type == "DIR") return ValueSort::kFolder;
  return type == "GLOB" || type == "RULE" ? ValueSort::kRule : ValueSort::kWord;
}

std::vector<std::string> choices_of(const std::string& command, const std::string& option) {
  if (option == "--locale") return {"en", "de"};
  if (option == "--lang") return {"de", "en", "fr", "es", "it"};
  if (option == "--fail-on") return {"error", "warning", "info"};
  if (option == "--color") return {"auto", "always", "never"};
  if (option == "--format") return {"markdown", "html", "plain"};
  if (option != "--output-format") return {};
  if (command == "rules") return {"table", "json"};
  std::vector<std::string> names;
  for (const ReportFormat& format : report_formats()) names.emplace_back(format.name);
  return names;
}

CompletionCommand describe(const CLI::App& command) {
  CompletionCommand result{.name = command.get_name(), .doc = command.get_description(), .options = {}, .choices = {}};
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_lnames().empty()) {
      if (option->get_positional()) result.argument = sort_of(option->get_type_name());
      continue;
    }
    CompletionOption described;
    described.name = "--" + option->get_lnames().front();
    described.doc = option->get_description();
    if (option->get_expected_max() > 0 && option->get_type_size() > 0) {
      // --exclude takes a pattern of file names.
      described.value = described.name == "--exclude" ? ValueSort::kFile : sort_of(option->get_type_name());
      described.choices = choices_of(result.name, described.name);
    }
    result.options.push_back(std::move(described));
  }
  if (result.name == "completion") {
    result.argument = ValueSort::kWord;
    result.choices.assign(std::begin(kShells), std::end(kShells));
  }
  return result;
}

int run(const CLI::App& app, const std::string& shell) {
  std::vector<CompletionCommand> commands;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back(describe(*command));
  }
  const auto script = completion_script(shell, commands);
  if (!script) return fail(fmt::format("no completion for the shell \"{}\"\n  {}", shell, suggestion(shell, kShells)));
  print(*script);
  return kExitClean;
}

}  // namespace

void add_completion_command(CLI::App& app, int& exit_code) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", "completion of commands, options and rules in a shell");
  command->add_option("shell", *shell, "bash, zsh or fish")->required()->type_name("SHELL");
  command->callback([shell, &app, &exit_code] { exit_code = run(app, *shell); });
}

}  // namespace stet
