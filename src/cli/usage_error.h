// What is said of a command line that can't be understood.
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace stet {

// `stet: unknown option "--fixx"`, with what was probably meant; a line feed behind each line.
std::string usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace stet
