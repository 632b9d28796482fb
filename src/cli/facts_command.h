// `stet facts`: the checkable facts of articles, as a table or as JSON.
#pragma once

namespace CLI {
class App;
}

namespace stet {

void add_facts_command(CLI::App& app, int& exit_code);

}  // namespace stet
