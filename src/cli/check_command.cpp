#include "cli/check_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/check_arguments.h"
#include "cli/check_run.h"

namespace stet {

void add_check_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<CheckArguments>();
  CLI::App* command = app.add_subcommand("check", "find what is wrong in drafts");
  declare_check_options(*command, *arguments);
  command->callback([arguments, &exit_code] { exit_code = run_check(*arguments); });
}

}  // namespace stet
