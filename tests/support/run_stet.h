// Runs the built binary as a user would.
#pragma once

#include <string>
#include <vector>

namespace stet {

struct RunResult {
  int status = -1;
  std::string out;
  std::string err;
};

// `stet ARGUMENTS…` in `folder` (empty: where the tests run), without STET_LOCALE and NO_COLOR.
RunResult run_stet(const std::vector<std::string>& arguments, const std::string& folder = "");

// A command of the shell, with the folder of the binary first in PATH.
RunResult run_shell(const std::string& command, const std::string& folder = "");

}  // namespace stet
