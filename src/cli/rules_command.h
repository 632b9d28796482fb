// `stet rules`: all rules, as a table or as JSON.
#pragma once

namespace CLI {
class App;
}

namespace stet {

void add_rules_command(CLI::App& app, int& exit_code);

}  // namespace stet
