#include "engine/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "engine/file_io.h"
#include "engine/git_files.h"
#include "engine/paths.h"

namespace stet {
namespace {

struct Ignores {
  std::string directory;  // absolute; its patterns are relative to it
  IgnoreList list;
};

enum class FileType : std::uint8_t { kMissing, kFile, kDirectory, kLinkedDirectory };

FileType type_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return FileType::kMissing;
  const bool link = S_ISLNK(status.st_mode);
  if (link && ::stat(path.c_str(), &status) != 0) return FileType::kMissing;
  if (S_ISDIR(status.st_mode)) return link ? FileType::kLinkedDirectory : FileType::kDirectory;
  // Pipes and devices inside a folder are not drafts, and reading one may never end.
  return S_ISREG(status.st_mode) ? FileType::kFile : FileType::kMissing;
}

bool hidden(std::string_view path) { return path.starts_with('.') || path.find("/.") != std::string_view::npos; }

class Walker {
 public:
  Walker(const WalkOptions& options, WalkResult& result) : options_(options), result_(result) {}

  void walk(const std::string& root) {
    const std::string absolute = absolute_path(root, options_.working_directory);
    const std::string repository = repository_root(absolute);
    if (options_.use_git && !repository.empty() && walk_with_git(root)) return;
    std::vector<Ignores> ignores;
    if (!repository.empty()) {
      add_ignores(ignores, repository, user_excludes());
      add_ignores(ignores, repository, join_path(repository, ".git/info/exclude"));
      // The folders above the root; its own file is read when it is entered.
      for (std::string at = repository; at != absolute;) {
        add_ignores(ignores, at, join_path(at, ".gitignore"));
        const std::string_view below = path_below(absolute, at);
        at = join_path(at, below.substr(0, below.find('/')));
        if (verdict(ignores, at, true) == IgnoreList::Verdict::kIgnored && at != absolute) return;
      }
    }
    walk_folder(root, absolute, ignores);
  }

 private:
  bool walk_with_git(const std::string& root) {
    const std::optional<std::vector<std::string>> listed = git_list_files(root);
    if (!listed) return false;
    // Git says nothing of a folder that it can't read.
    if (!readable(root)) return true;
    for (const std::string& entry : *listed) {
      if (hidden(entry)) continue;
      const std::string path = join_path(root, tidy_path(entry));
      if (entry.ends_with('/')) {
        walk(path);  // a repository inside this one
        continue;
      }
      if (!options_.wanted(absolute_path(path, options_.working_directory)) && !may_be_folder(entry)) continue;
      switch (type_of(path)) {
        case FileType::kDirectory:  // a submodule
          walk(path);
          break;
        case FileType::kFile:
          take(path);
          break;
        case FileType::kMissing:  // deleted, but still in the index
        case FileType::kLinkedDirectory:
          break;
      }
    }
    return true;
  }

  // A submodule is listed without a slash; asking the disk about every image would cost more than the walk.
  static bool may_be_folder(std::string_view entry) {
    return entry.substr(entry.rfind('/') + 1).find('.') == std::string_view::npos;
  }

  void take(const std::string& path) {
    if (options_.wanted(absolute_path(path, options_.working_directory))) result_.files.push_back(tidy_path(path));
  }

  bool readable(const std::string& folder) {
    DIR* handle = ::opendir(folder.c_str());
    if (handle == nullptr) {
      fail(folder, errno);
      return false;
    }
    ::closedir(handle);
    return true;
  }

  void fail(const std::string& path, int code) {
    Error error;
    error.message = "can't read the folder: " + std::generic_category().message(code);
    error.path = path;
    result_.errors.push_back(std::move(error));
  }

  void walk_folder(const std::string& folder, const std::string& absolute, std::vector<Ignores>& ignores) {
    struct Entry {
      std::string name;
      unsigned char type = DT_UNKNOWN;
    };
    std::vector<Entry> entries;
    {
      const std::unique_ptr<DIR, int (*)(DIR*)> handle(::opendir(folder.c_str()), &::closedir);
      if (!handle) return fail(folder, errno);
      while (const dirent* entry = ::readdir(handle.get())) {
        if (entry->d_name[0] != '.') entries.push_back({entry->d_name, entry->d_type});
      }
    }
    const std::size_t outer = ignores.size();
    add_ignores(ignores, absolute, join_path(folder, ".gitignore"));
    for (const Entry& entry : entries) {
      const std::string path = join_path(folder, entry.name);
      const std::string absolute_entry = join_path(absolute, entry.name);
      const FileType type = entry.type == DT_DIR   ? FileType::kDirectory
                            : entry.type == DT_REG ? FileType::kFile
                                                   : type_of(path);
      const bool directory = type == FileType::kDirectory;
      if (!directory && type != FileType::kFile) continue;
      if (verdict(ignores, absolute_entry, directory) == IgnoreList::Verdict::kIgnored) continue;
      if (directory) {
        walk_folder(path, absolute_entry, ignores);
      } else {
        take(path);
      }
    }
    ignores.erase(ignores.begin() + static_cast<std::ptrdiff_t>(outer), ignores.end());
  }

  static void add_ignores(std::vector<Ignores>& ignores, const std::string& directory, const std::string& file) {
    struct stat status {};
    if (file.empty() || ::stat(file.c_str(), &status) != 0) return;
    const Result<std::string> content = read_file(file);
    if (content) ignores.push_back({directory, IgnoreList::from_file(*content)});
  }

  // The nearest file that says anything decides.
  static IgnoreList::Verdict verdict(const std::vector<Ignores>& ignores, std::string_view path, bool directory) {
    for (auto it = ignores.rbegin(); it != ignores.rend(); ++it) {
      const auto said = it->list.verdict(path_below(path, it->directory), directory);
      if (said != IgnoreList::Verdict::kUnsaid) return said;
    }
    return IgnoreList::Verdict::kUnsaid;
  }

  // Where git keeps what one person wants ignored everywhere.
  static std::string user_excludes() {
    const char* configuration = std::getenv("XDG_CONFIG_HOME");
    if (configuration != nullptr && *configuration != '\0') return join_path(configuration, "git/ignore");
    const char* home = std::getenv("HOME");
    return home == nullptr ? "" : join_path(home, ".config/git/ignore");
  }

  const WalkOptions& options_;
  WalkResult& result_;
};

}  // namespace

WalkResult collect_files(const std::vector<std::string>& paths, const WalkOptions& options) {
  WalkResult result;
  for (const std::string& path : paths) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      Error error;
      error.message = "can't read it: " + std::generic_category().message(errno);
      error.path = path;
      result.errors.push_back(std::move(error));
    } else if (S_ISDIR(status.st_mode)) {
      Walker(options, result).walk(tidy_path(path));
    } else {
      result.files.push_back(tidy_path(path));
    }
  }
  std::sort(result.files.begin(), result.files.end(), path_less);
  result.files.erase(std::unique(result.files.begin(), result.files.end()), result.files.end());
  return result;
}

}  // namespace stet
