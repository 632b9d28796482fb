// `stet completion SHELL`: completion of commands, options and rules.
#pragma once

namespace CLI {
class App;
}

namespace stet {

// To be called last: it completes the commands that are there.
void add_completion_command(CLI::App& app, int& exit_code);

}  // namespace stet
