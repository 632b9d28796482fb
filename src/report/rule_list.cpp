#include "report/rule_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "text/utf8.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string_view> languages_of(const Rule& rule) {
  std::vector<std::string_view> languages;
  for (const auto& [language, options] : rule.definition.sections) languages.push_back(language.code());
  // A rule without sections needs no words.
  if (languages.empty()) languages.emplace_back("any");
  return languages;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  return std::string(text) + std::string(length < width ? width - length : 0, ' ');
}

}  // namespace

std::string rules_as_table(std::span<const Rule> rules, Locale locale) {
  std::size_t name_width = 0;
  std::size_t severity_width = 0;
  std::size_t language_width = 0;
  for (const Rule& rule : rules) {
    name_width = std::max(name_width, rule.name.size());
    severity_width = std::max(severity_width, severity_name(rule.severity).size());
    language_width = std::max(language_width, fmt::format("{}", fmt::join(languages_of(rule), " ")).size());
  }
  std::string out;
  std::string_view group;
  for (const Rule& rule : rules) {
    if (!group.empty() && group != rule.group()) out += '\n';
    group = rule.group();
    out += fmt::format(
        "{}  {}  {}  {}\n", padded(rule.name, name_width), padded(severity_name(rule.severity), severity_width),
        padded(fmt::format("{}", fmt::join(languages_of(rule), " ")), language_width), rule.messages.at("").in(locale));
  }
  return out;
}

std::string rules_as_json(std::span<const Rule> rules, Locale locale) {
  Json list = Json::array();
  for (const Rule& rule : rules) {
    list.push_back({{"name", rule.name},
                    {"group", rule.group()},
                    {"kind", rule.kind->name},
                    {"severity", severity_name(rule.severity)},
                    {"languages", languages_of(rule)},
                    {"message", rule.messages.at("").in(locale)},
                    {"was", rule.was}});
  }
  return Json{{"version", 1}, {"rules", list}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
