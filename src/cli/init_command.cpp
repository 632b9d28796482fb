#include "cli/init_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/commands.h"
#include "cli/output.h"
#include "engine/config.h"
#include "engine/starter_config.h"

namespace stet {
namespace {

int run(const std::string& directory) {
  const std::string path = (std::filesystem::path(directory) / kConfigName).lexically_normal().string();
  // "x": an existing file is never touched, not even in a race.
  std::FILE* file = std::fopen(path.c_str(), "wx");
  if (file == nullptr) {
    if (errno == EEXIST) return fail(fmt::format("{} exists already, and is left as it is", path));
    return fail(fmt::format("{}: {}", path, std::generic_category().message(errno)));
  }
  const std::string_view text = starter_config();
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (std::fclose(file) != 0 || !written) return fail(fmt::format("{}: can't be written", path));
  print(fmt::format("{} written\n", path));
  return kExitClean;
}

}  // namespace

void add_init_command(CLI::App& app, int& exit_code) {
  auto directory = std::make_shared<std::string>(".");
  CLI::App* command = app.add_subcommand("init", "write a commented stet.toml");
  command->add_option("folder", *directory, "where (default: here)")->type_name("DIR");
  command->callback([directory, &exit_code] { exit_code = run(*directory); });
}

}  // namespace stet
