// `stet explain RULE`: what a rule looks for and why, with examples.
#pragma once

namespace CLI {
class App;
}

namespace stet {

void add_explain_command(CLI::App& app, int& exit_code);

}  // namespace stet
