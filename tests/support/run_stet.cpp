#include "support/run_stet.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"

namespace stet {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string content(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

RunResult run_shell(const std::string& command, const std::string& folder) {
  const TemporaryFolder outputs;
  const std::string path = std::filesystem::path(STET_BINARY).parent_path().string();
  std::string line = "unset STET_LOCALE NO_COLOR; export PATH=" + quoted(path) + ":$PATH; ";
  if (!folder.empty()) line += "cd " + quoted(folder) + " && ";
  line += "{ " + command + "; } >" + quoted(outputs.path("out")) + " 2>" + quoted(outputs.path("err"));
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(outputs.path("out")), content(outputs.path("err"))};
}

RunResult run_stet(const std::vector<std::string>& arguments, const std::string& folder) {
  std::string command = quoted(STET_BINARY);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  return run_shell(command, folder);
}

}  // namespace stet
