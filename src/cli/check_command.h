// `stet check`: files in, findings out.
#pragma once

#include "cli/commands.h"

namespace stet {

// Adds the command to the app. When it runs, it leaves its exit status in `exit_code`.
void add_check_command(CLI::App& app, int& exit_code);

}  // namespace stet
