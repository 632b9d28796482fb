#include "support/findings.h"

#include <gtest/gtest.h>

#include "engine/fix.h"

namespace stet {
namespace {

const RuleSet& builtin_rules() {
  static const RuleSet rules = RuleSet::builtin();
  return rules;
}

CheckOptions only(std::string_view rule, Format format, std::string_view language) {
  CheckOptions options;
  options.read.format = format;
  options.read.language = Language(language);
  bool known = false;
  for (const Rule& each : builtin_rules().rules()) {
    options.enabled.push_back(each.name == rule);
    known = known || each.name == rule;
  }
  if (!known) ADD_FAILURE() << "no rule " << rule;
  return options;
}

std::string line(const Place& place, std::string text) {
  for (std::size_t pos = 0; (pos = text.find('\n', pos)) != std::string::npos;) text.replace(pos, 1, "⏎");
  return std::to_string(place.start.line) + ":" + std::to_string(place.start.column) + " “" + text + "” ";
}

}  // namespace

FileReport check_only(std::string_view rule, std::string_view text, Format format, std::string_view language) {
  return check_source("draft", SourceText::from_bytes(std::string(text)).value(), builtin_rules(),
                      only(rule, format, language));
}

std::string findings(std::string_view rule, std::string_view text, Format format, std::string_view language) {
  std::string out;
  const auto report = check_only(rule, text, format, language);
  for (const Diagnostic& d : report.diagnostics) {
    out += line(d.place, d.excerpt) + d.message + "\n";
    for (const Related& related : d.related) {
      const Snippet& snippet = related.place.snippet;
      out += "  " + line(related.place, snippet.text.substr(snippet.begin, snippet.end - snippet.begin)) +
             related.message + "\n";
    }
  }
  return out;
}

const std::string kParagraphBefore =
    "The council closed the bridge over the canal on Monday because two of its beams had rusted through, and nobody "
    "could say when it would open again to the buses that cross it forty times a day.";
const std::string kParagraphBehind =
    "Drivers have to take the long way round by the mill until then, said the mayor, who had crossed it that very "
    "morning on her bicycle and had noticed nothing at all but a slight humming in the rails.";

std::string findings_between_paragraphs(std::string_view rule, const std::string& lines) {
  return findings(rule, kParagraphBefore + "\n\n" + lines + "\n\n" + kParagraphBehind, Format::kPlain, "en");
}

std::string fixed(std::string_view rule, std::string_view text, Format format, std::string_view language) {
  return fix_file("draft", std::string(text), builtin_rules(), only(rule, format, language), false, [](FileReport&) {})
      .bytes;
}

}  // namespace stet
