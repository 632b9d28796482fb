#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>

#include "document/front_matter.h"

namespace stet {
namespace {

bool add_values(const YAML::Node& node, const std::string& key, int depth, std::vector<HeaderValue>& out) {
  if (depth > kDeepestHeader || out.size() > kMostHeaderValues) return false;
  if (node.IsScalar()) {
    out.push_back({key, node.Scalar(), static_cast<std::uint32_t>(node.Mark().pos)});
    return true;
  }
  for (const auto& child : node) {
    if (node.IsSequence()) {
      if (!add_values(child, key, depth + 1, out)) return false;
    } else if (child.first.IsScalar()) {
      const std::string& name = child.first.Scalar();
      if (!add_values(child.second, key.empty() ? name : key + "." + name, depth + 1, out)) return false;
    }
  }
  return true;
}

// What stands at the beginning of a line of a mapping. yaml-cpp drops words between two keys without a murmur, and a
// text between two thematic breaks is not to be lost.
bool looks_like_mapping(std::string_view header) {
  for (std::size_t pos = 0; pos < header.size();) {
    const std::size_t end = std::min(header.find_first_of("\r\n", pos), header.size());
    const std::string_view line = header.substr(pos, end - pos);
    pos = end + 1;
    if (line.empty() || std::string_view(" \t#-]}{[").find(line[0]) != std::string_view::npos) continue;
    if (line.find(':') == std::string_view::npos) return false;
  }
  return true;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Headers are written by hand, and "title: Vote: the result" is no YAML. When every line is a key with a value,
// blank, indented, a comment or an item, the keys that have their value beside them are read.
std::optional<std::vector<HeaderValue>> parse_lines(std::string_view header) {
  std::vector<HeaderValue> out;
  for (std::size_t pos = 0; pos < header.size();) {
    const std::size_t end = std::min(header.find_first_of("\r\n", pos), header.size());
    std::string_view line = header.substr(pos, end - pos);
    const std::size_t begin = pos;
    pos = end + 1;
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (line.empty() || is_blank(line[0]) || line[0] == '#' || line.starts_with("- ")) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 40) return std::nullopt;
    const std::string_view key = line.substr(0, colon);
    if (key.find_first_of(" \t.,;!?\"'") != std::string_view::npos) return std::nullopt;
    if (colon + 1 < line.size() && !is_blank(line[colon + 1])) return std::nullopt;
    std::size_t value = line.find_first_not_of(" \t", colon + 1);
    if (value == std::string_view::npos) continue;
    const char quote = line[value];
    if ((quote == '"' || quote == '\'') && line.size() > value + 1 && line.back() == quote) {
      line.remove_suffix(1);
      ++value;
    }
    out.push_back({std::string(key), std::string(line.substr(value)), static_cast<std::uint32_t>(begin + value)});
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::vector<HeaderValue>> parse_yaml_header(std::string_view header) {
  if (!looks_like_mapping(header)) return std::nullopt;
  try {
    const YAML::Node root = YAML::Load(std::string(header));
    std::vector<HeaderValue> out;
    if (root.IsNull()) return out;
    if (!root.IsMap() || !add_values(root, "", 0, out)) return std::nullopt;
    return out;
  } catch (const std::exception&) {
    return parse_lines(header);
  }
}

}  // namespace stet
