#include "engine/paths.h"

#include <algorithm>

namespace stet {
namespace {

// Calls use(part) for each part that is neither empty nor ".".
template <class Use>
void each_part(std::string_view path, Use use) {
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    if (!part.empty() && part != ".") use(part);
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
}

}  // namespace

std::string tidy_path(std::string_view path) {
  std::string out = path.starts_with('/') ? "/" : "";
  each_part(path, [&out](std::string_view part) {
    if (!out.empty() && !out.ends_with('/')) out += '/';
    out += part;
  });
  return out.empty() ? "." : out;
}

std::string join_path(std::string_view base, std::string_view path) {
  if (path.starts_with('/') || base.empty() || base == ".") return std::string(path);
  std::string out(base);
  if (!out.ends_with('/')) out += '/';
  return out += path;
}

std::string parent_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string absolute_path(std::string_view path, std::string_view working_directory) {
  std::string out;
  const auto add = [&out](std::string_view part) {
    if (part == "..") {
      out.resize(std::min(out.rfind('/'), out.size()));
    } else {
      out += '/';
      out += part;
    }
  };
  if (!path.starts_with('/')) each_part(working_directory, add);
  each_part(path, add);
  return out.empty() ? "/" : out;
}

std::string_view path_below(std::string_view path, std::string_view directory) {
  if (directory == "/") return path.starts_with('/') ? path.substr(1) : path;
  if (path.size() > directory.size() && path.starts_with(directory) && path[directory.size()] == '/') {
    return path.substr(directory.size() + 1);
  }
  return path;
}

bool path_less(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_b == b.end()) return false;
  if (in_a == a.end()) return true;
  if ((*in_a == '/') != (*in_b == '/')) return *in_a == '/';
  return static_cast<unsigned char>(*in_a) < static_cast<unsigned char>(*in_b);
}

}  // namespace stet
