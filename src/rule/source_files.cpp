#include "rule/source_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace stet {

namespace fs = std::filesystem;

bool is_rule_name(std::string_view name) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/'; };
  return !name.empty() && std::all_of(name.begin(), name.end(), good);
}

Errors list_files(const std::string& directory, std::vector<SourceFile>& files) {
  std::error_code failure;
  fs::recursive_directory_iterator it(directory, failure);
  if (failure) return {{.message = fmt::format("can't read the rules: {}", failure.message()), .path = directory}};
  std::vector<SourceFile> found;
  for (; it != fs::recursive_directory_iterator(); it.increment(failure)) {
    const fs::path& path = it->path();
    if (path.filename().native().starts_with('.')) {
      if (it->is_directory(failure)) it.disable_recursion_pending();
    } else if (path.extension() == ".toml" && it->is_regular_file(failure)) {
      std::string name = path.lexically_relative(directory).replace_extension().generic_string();
      found.push_back({std::move(name), path.generic_string()});
    }
    failure.clear();
  }
  if (failure) return {{.message = fmt::format("can't read the rules: {}", failure.message()), .path = directory}};
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  files.insert(files.end(), found.begin(), found.end());
  return {};
}

Result<std::string> read_rule_file(const std::string& path) {
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (!fs::exists(status)) return Error{.message = "no such file", .path = path};
  if (fs::is_directory(status)) return Error{.message = "a folder, not a file", .path = path};
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.is_open() || stream.bad()) return Error{.message = "can't read the file", .path = path};
  return text;
}

void append(Errors& errors, const Errors& more) { errors.insert(errors.end(), more.begin(), more.end()); }

}  // namespace stet
