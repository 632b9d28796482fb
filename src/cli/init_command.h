// `stet init`: a commented stet.toml.
#pragma once

namespace CLI {
class App;
}

namespace stet {

void add_init_command(CLI::App& app, int& exit_code);

}  // namespace stet
