#include "report/rule_explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rule/value_text.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kExamples = 3;  // as many of each sort as are shown without `all`

// The words around a rule's own, in each locale.
struct Labels {
  std::string_view error, warning, info;
  std::string_view languages, every_language, within, formats, limit, was;
  std::string_view bad, good, message, fixed, as_of, more;
};
constexpr Labels kLabels[kLocaleCount] = {
    {"error", "warning", "info", "Languages", "all", "Looks at", "Formats", "At most", "Once named", "Reported",
     "Let stand", "message", "fixed", "written on", "{} more with --all"},
    {"Fehler", "Warnung", "Hinweis", "Sprachen", "alle", "Betrachtet", "Formate", "Höchstens", "Früher", "Gemeldet",
     "Nicht gemeldet", "Meldung", "behoben", "geschrieben am", "{} weitere mit --all"}};

std::string_view severity_label(Severity severity, const Labels& labels) {
  if (severity == Severity::kError) return labels.error;
  return severity == Severity::kWarning ? labels.warning : labels.info;
}

// The lines of a text behind `indent` spaces; the first follows what stands there.
std::string indented(std::string_view text, std::size_t indent) {
  std::string out;
  while (text.ends_with('\n')) text.remove_suffix(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '\n' && text[i + 1] != '\n') out.append(indent, ' ');
  }
  return out + '\n';
}

std::string scope_lines(const Rule& rule, Locale locale, const Labels& labels) {
  std::vector<std::pair<std::string_view, std::string>> lines;
  std::vector<std::string> languages;
  for (const auto& [language, options] : rule.definition.sections) {
    languages.push_back(language == Language::any() ? std::string(labels.every_language)
                                                    : language_text(language, locale));
  }
  if (!languages.empty()) lines.emplace_back(labels.languages, fmt::format("{}", fmt::join(languages, ", ")));
  std::vector<std::string_view> roles;
  std::uint32_t prose = 0;
  for (std::size_t i = 0; i < kRoleCount; ++i) {
    const Role role = static_cast<Role>(i);
    if (is_prose(role)) prose |= 1U << i;
    if (rule.definition.looks_at(role)) roles.push_back(role_name(role));
  }
  if (rule.definition.roles != prose) lines.emplace_back(labels.within, fmt::format("{}", fmt::join(roles, ", ")));
  std::vector<std::string_view> formats;
  for (const Format format : {Format::kMarkdown, Format::kHtml, Format::kPlain}) {
    if ((rule.formats >> static_cast<unsigned>(format) & 1U) != 0) formats.push_back(format_name(format));
  }
  if (formats.size() < 3) lines.emplace_back(labels.formats, fmt::format("{}", fmt::join(formats, ", ")));
  if (rule.limit != 0) lines.emplace_back(labels.limit, fmt::format("{}", rule.limit));
  if (!rule.was.empty()) lines.emplace_back(labels.was, fmt::format("{}", fmt::join(rule.was, ", ")));

  std::size_t width = 0;
  for (const auto& [label, text] : lines) width = std::max(width, count_code_points(label));
  std::string out;
  for (const auto& [label, text] : lines) {
    const std::string wrapped = wrap(text, kWidth, width + 4);
    out += fmt::format("  {}{}", label, wrapped.substr(2 + count_code_points(label)));
  }
  return out;
}

// The language whose examples are shown: that of the messages, or else of the first example.
Language shown_language(const Rule& rule, Locale locale) {
  const Language own(locale_name(locale));
  const bool has = std::any_of(rule.examples.begin(), rule.examples.end(),
                               [&](const Example& example) { return example.bad && example.language == own; });
  return has || rule.examples.empty() ? own : rule.examples.front().language;
}

std::string example_text(const Example& example, Locale locale, const Labels& labels) {
  std::string out = fmt::format("  {:<3} {}", example.language.code(), indented(example.text, 6));
  if (example.as_of) out += fmt::format("      {}: {}\n", labels.as_of, date_text(*example.as_of, locale));
  if (!example.message.empty() && locale == Locale::kEnglish) {
    out += fmt::format("      {}: {}\n", labels.message, example.message);
  }
  if (example.fixed) out += fmt::format("      {}: {}", labels.fixed, indented(*example.fixed, 6));
  return out;
}

std::string examples_of(const Rule& rule, Locale locale, bool bad, bool all, std::size_t& left_out) {
  const Labels& labels = kLabels[static_cast<std::size_t>(locale)];
  const Language language = shown_language(rule, locale);
  std::string out;
  std::size_t count = 0;
  for (const Example& example : rule.examples) {
    if (example.bad != bad) continue;
    if (all || (example.language == language && count < kExamples)) {
      out += example_text(example, locale, labels);
      ++count;
    } else {
      ++left_out;
    }
  }
  return out.empty() ? "" : fmt::format("\n{}\n{}", bad ? labels.bad : labels.good, out);
}

}  // namespace

std::string explain_rule(const Rule& rule, Locale locale, bool all) {
  const Labels& labels = kLabels[static_cast<std::size_t>(locale)];
  std::string out = fmt::format("{} ({}, {})\n\n", rule.name, severity_label(rule.severity, labels), rule.kind->name);
  const auto message = rule.messages.find("");
  if (message != rule.messages.end()) out += wrap(message->second.in(locale), kWidth, 2);
  if (!rule.why.in(locale).empty()) out += '\n' + wrap(rule.why.in(locale), kWidth, 2);
  const std::string scope = scope_lines(rule, locale, labels);
  if (!scope.empty()) out += '\n' + scope;
  std::size_t left_out = 0;
  out += examples_of(rule, locale, true, all, left_out);
  out += examples_of(rule, locale, false, all, left_out);
  if (left_out > 0) out += '\n' + fmt::format(fmt::runtime(labels.more), left_out) + '\n';
  return out;
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out(indent, ' ');
  std::size_t column = indent;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const std::size_t length = count_code_points(word);
    const bool first = column == indent;
    if (!first && column + 1 + length > width) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
  }
  return out + '\n';
}

}  // namespace stet
