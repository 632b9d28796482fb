// The command line's front door: gathers the commands, parses, and turns what happened into an exit status.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "cli/check_command.h"
#include "cli/commands.h"
#include "cli/explain_command.h"
#include "cli/facts_command.h"
#include "cli/rules_command.h"
#include "cli/test_command.h"

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

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 has a status for each kind of mistake; ours says "usage error" for all of them.
    return app.exit(error) == 0 ? stet::kExitClean : stet::kExitError;
  }
  return exit_code;
}
