// The command line's front door: gathers the commands, parses, and turns what happened into an exit status.
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/check_command.h"
#include "cli/commands.h"
#include "cli/completion_command.h"
#include "cli/explain_command.h"
#include "cli/facts_command.h"
#include "cli/init_command.h"
#include "cli/output.h"
#include "cli/rules_command.h"
#include "cli/test_command.h"
#include "cli/usage_error.h"

int main(int argc, char** argv) {
  int exit_code = stet::kExitClean;
  CLI::App app("stet, a linter for the quality and truthfulness of articles", "stet");
  app.set_version_flag("-V,--version", "stet " STET_VERSION);
  app.require_subcommand(1);
  // One line a command, in the order of `stet --help`; its file has a header that declares the function.
  stet::add_check_command(app, exit_code);
  stet::add_facts_command(app, exit_code);
  stet::add_rules_command(app, exit_code);
  stet::add_explain_command(app, exit_code);
  stet::add_test_command(app, exit_code);
  stet::add_init_command(app, exit_code);
  stet::add_completion_command(app, exit_code);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help and --version come here too.
    if (error.get_exit_code() == 0) {
      exit_code = app.exit(error);
      std::cout.flush();
      return stet::after_printing(exit_code);
    }
    stet::complain(stet::usage_error(app, error));
    return stet::kExitError;
  }
  return stet::after_printing(exit_code);
}
