// `stet test`: runs the examples inside rules.
#pragma once

namespace CLI {
class App;
}

namespace stet {

void add_test_command(CLI::App& app, int& exit_code);

}  // namespace stet
