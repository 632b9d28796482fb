#include "engine/git_files.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "engine/paths.h"

extern char** environ;

namespace stet {
namespace {

// The environment without what a hook sets for its own repository: the folder at hand may be of another.
std::vector<char*> own_environment() {
  std::vector<char*> result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    bool foreign = false;
    for (const std::string_view name : {"GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX="}) {
      foreign = foreign || text.starts_with(name);
    }
    if (!foreign) result.push_back(*entry);
  }
  result.push_back(nullptr);
  return result;
}

// A program's standard output when it ends with status 0.
std::optional<std::string> output_of(std::vector<std::string> command) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  std::vector<char*> environment = own_environment();

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);

  std::string output;
  if (failed == 0) {
    std::array<char, 1 << 16> buffer{};
    for (;;) {
      const ssize_t got = ::read(ends[0], buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      output.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }
  ::close(ends[0]);
  if (failed != 0) return std::nullopt;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return output;
}

}  // namespace

std::string repository_root(const std::string& directory) {
  for (std::string at = directory;; at = parent_path(at)) {
    struct stat status {};
    if (::stat(join_path(at, ".git").c_str(), &status) == 0) return at;
    if (at == "/" || at == ".") return {};
  }
}

std::optional<std::vector<std::string>> git_list_files(const std::string& directory) {
  const std::optional<std::string> output =
      output_of({"git", "-C", directory, "ls-files", "-z", "--cached", "--others", "--exclude-standard"});
  if (!output) return std::nullopt;
  std::vector<std::string> files;
  for (std::string_view rest = *output; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    files.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return files;
}

}  // namespace stet
