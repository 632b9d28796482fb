#include "engine/rule_glob.h"

#include <algorithm>

#include "base/suggest.h"

namespace stet {
namespace {

bool names(std::string_view glob, std::string_view rule) {
  if (glob == rule) return true;
  if (glob.find('*') != std::string_view::npos) return matches_star(glob, rule);
  const std::string_view group = glob.ends_with('/') ? glob.substr(0, glob.size() - 1) : glob;
  return rule.size() > group.size() && rule.starts_with(group) && rule[group.size()] == '/' && !group.empty();
}

}  // namespace

bool matches_star(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last star seen, and what it has taken so far
  std::size_t taken = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool names_rule(std::string_view glob, const Rule& rule) {
  return names(glob, rule.name) ||
         std::any_of(rule.was.begin(), rule.was.end(), [glob](const std::string& was) { return names(glob, was); });
}

bool names_any_rule(std::string_view glob, const RuleSet& rules) {
  const std::vector<Rule>& all = rules.rules();
  return std::any_of(all.begin(), all.end(), [glob](const Rule& rule) { return names_rule(glob, rule); });
}

std::string probable_rule(std::string_view glob, const RuleSet& rules) {
  std::vector<std::string_view> candidates;
  for (const Rule& rule : rules.rules()) {
    candidates.push_back(rule.name);
    const std::string_view group = rule.group();
    if (std::find(candidates.begin(), candidates.end(), group) == candidates.end()) candidates.push_back(group);
  }
  // A name without its group, or in a wrong one: the part behind the slash decides.
  const std::string_view own = glob.substr(glob.rfind('/') + 1);
  for (const Rule& rule : rules.rules()) {
    if (!own.empty() && std::string_view(rule.name).substr(rule.name.rfind('/') + 1) == own) {
      return "did you mean \"" + rule.name + "\"?";
    }
  }
  const std::string_view stem = glob.substr(0, glob.find_last_not_of("/*") + 1);
  const std::string_view close = closest_name(stem, candidates);
  return close.empty() ? "`stet rules` lists them" : "did you mean \"" + std::string(close) + "\"?";
}

}  // namespace stet
