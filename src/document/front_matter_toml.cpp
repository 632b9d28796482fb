#include <fmt/format.h>

#include "document/front_matter.h"
#include "document/toml_library.h"
#include "text/line_index.h"

namespace stet {
namespace {

std::string date_text(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string scalar_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return fmt::format("{}", number->get());
  if (const auto* number = node.as_floating_point()) return fmt::format("{}", number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (const auto* date = node.as_date()) return date_text(date->get());
  if (const auto* stamp = node.as_date_time()) return date_text(stamp->get().date);
  return {};
}

bool add_values(const toml::node& node, const std::string& key, int depth, const LineIndex& lines,
                std::vector<HeaderValue>& out) {
  if (depth > kDeepestHeader || out.size() > kMostHeaderValues) return false;
  if (const auto* table = node.as_table()) {
    for (const auto& [name, child] : *table) {
      const std::string path = key.empty() ? std::string(name.str()) : key + "." + std::string(name.str());
      if (!add_values(child, path, depth + 1, lines, out)) return false;
    }
  } else if (const auto* array = node.as_array()) {
    for (const toml::node& child : *array) {
      if (!add_values(child, key, depth + 1, lines, out)) return false;
    }
  } else {
    const toml::source_position at = node.source().begin;
    out.push_back({key, scalar_text(node), lines.offset(at.line, at.column)});
  }
  return true;
}

// toml++ goes down a dotted key by recursion: more dots than a line of any header has are not for it.
bool is_bearable(std::string_view header) {
  constexpr int kMostDots = 2000;
  int dots = 0;
  for (const char c : header) {
    if (c == '\n') dots = 0;
    if (c == '.' && ++dots > kMostDots) return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<HeaderValue>> parse_toml_header(std::string_view header) {
  if (!is_bearable(header)) return std::nullopt;
  const toml::parse_result result = toml::parse(header);
  if (!result) return std::nullopt;
  const LineIndex lines(header);
  std::vector<HeaderValue> out;
  if (!add_values(result.table(), "", 0, lines, out)) return std::nullopt;
  // toml++ sorts by key.
  std::sort(out.begin(), out.end(), [](const HeaderValue& a, const HeaderValue& b) { return a.begin < b.begin; });
  return out;
}

}  // namespace stet
