#include "engine/rule_test.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/check_file.h"
#include "engine/fix.h"
#include "engine/rule_glob.h"
#include "rule/example_marks.h"
#include "rule/message.h"
#include "rule/value_text.h"

namespace stet {
namespace {

constexpr std::size_t kMostSpans = 20;  // in one failure

std::string path_for(Format format) {
  if (format == Format::kHtml) return "example.html";
  return format == Format::kPlain ? "example.txt" : "example.md";
}

CheckOptions options_for(const Example& example) {
  CheckOptions options;
  options.read.format = example.format;
  options.read.language = example.language;
  options.read.as_of = example.as_of;
  return options;
}

// What the other names in a message than its own were left unfilled.
std::vector<std::string> unfilled(const Rule& rule, std::string_view message, std::string_view text) {
  std::vector<std::string> names;
  for (const auto& [wording, texts] : rule.messages) {
    const auto known = template_names(texts.in(Locale::kEnglish));
    if (!known.ok()) continue;
    for (const std::string& name : *known) {
      const std::string braced = fmt::format("{{{}}}", name);
      const bool left = message.find(braced) != std::string_view::npos && text.find(braced) == std::string_view::npos;
      if (left && std::find(names.begin(), names.end(), braced) == names.end()) names.push_back(braced);
    }
  }
  return names;
}

// One example run.
class ExampleRun {
 public:
  ExampleRun(const Rule& rule, const Example& example, const RuleSet& set, const CheckOptions& options)
      : rule_(rule), example_(example), set_(set), options_(options) {
    const MarkedText marked = take_marks(example.text);
    text_ = marked.text;
    for (const SourceSpan span : marked.spans) expected_.push_back({span.begin, span.end});
    check_with(options);
    // What another rule reports in this one's place is found all the same.
    if (example.bad && !wrong_spans().empty()) check_with(alone());
  }

  // What is wrong with the findings of the example's own rule; empty when nothing is.
  std::string own_failure() {
    std::string out = wrong_spans();
    if (!example_.bad || !out.empty()) return out;
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      if (diagnostic.rule != rule_.name) continue;
      const auto left = unfilled(rule_, diagnostic.message, text_);
      if (!left.empty()) out += fmt::format("  nothing fills {} in: {}\n", fmt::join(left, ", "), diagnostic.message);
    }
    out += wrong_message();
    out += wrong_fix();
    return out;
  }

  // What other rules report in a good example.
  std::string foreign_failure(const std::set<std::string, std::less<>>& rules) const {
    std::string out;
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      if (diagnostic.rule == rule_.name || rules.count(diagnostic.rule) == 0) continue;
      out += fmt::format("  {} reports {}: {}\n", diagnostic.rule, quoted(diagnostic.place.span), diagnostic.message);
    }
    return out;
  }

 private:
  void check_with(const CheckOptions& options) {
    auto source = SourceText::from_bytes(text_);
    if (source.ok()) report_ = check_source(path_for(example_.format), std::move(source).value(), set_, options);
  }

  [[nodiscard]] CheckOptions alone() const {
    CheckOptions options = options_;
    options.enabled.assign(set_.rules().size(), false);
    for (std::size_t i = 0; i < set_.rules().size(); ++i) options.enabled[i] = set_.rules()[i].name == rule_.name;
    return options;
  }

  [[nodiscard]] std::string quoted(DiskSpan span) const {
    return fmt::format("{}-{} “{}”", span.begin, span.end,
                       one_line(std::string_view(text_).substr(span.begin, span.size())));
  }

  std::string list(std::string_view label, const std::vector<DiskSpan>& spans) const {
    std::string out;
    for (std::size_t i = 0; i < spans.size() && i < kMostSpans; ++i) {
      out += fmt::format("  {} {}\n", label, quoted(spans[i]));
    }
    if (spans.size() > kMostSpans) out += fmt::format("  {} {} more\n", label, spans.size() - kMostSpans);
    return out;
  }

  std::string wrong_spans() const {
    std::vector<DiskSpan> found;
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      if (diagnostic.rule == rule_.name) found.push_back(diagnostic.place.span);
    }
    if (found == expected_) return "";
    std::vector<DiskSpan> missing;
    std::vector<DiskSpan> surplus;
    std::set_difference(expected_.begin(), expected_.end(), found.begin(), found.end(), std::back_inserter(missing));
    std::set_difference(found.begin(), found.end(), expected_.begin(), expected_.end(), std::back_inserter(surplus));
    return list("expected", missing) + list("found   ", surplus);
  }

  std::string wrong_message() const {
    if (example_.message.empty()) return "";
    const auto first = std::find_if(report_.diagnostics.begin(), report_.diagnostics.end(),
                                    [&](const Diagnostic& diagnostic) { return diagnostic.rule == rule_.name; });
    if (first == report_.diagnostics.end() || first->message == example_.message) return "";
    return fmt::format("  expected message: {}\n  found message:    {}\n", example_.message, first->message);
  }

  // Only this rule's fixes, until nothing changes, as `check --fix --unsafe-fixes` does.
  std::string wrong_fix() const {
    if (!example_.fixed) return "";
    const FixedFile fixed =
        fix_file(path_for(example_.format), text_, set_, alone(), true, [](FileReport&) { /* all may be fixed */ });
    if (fixed.bytes == *example_.fixed) return "";
    return fmt::format("  expected after the fix: {}\n  found after the fix:    {}\n", one_line(*example_.fixed),
                       one_line(fixed.bytes));
  }

  const Rule& rule_;
  const Example& example_;
  const RuleSet& set_;
  const CheckOptions& options_;
  std::string text_;
  std::vector<DiskSpan> expected_;
  FileReport report_;
};

}  // namespace

RuleTestReport test_rules(const std::vector<Rule>& complete, const RuleSet& set,
                          const std::vector<std::string>& tested) {
  RuleTestReport report;
  const std::set<std::string, std::less<>> names(tested.begin(), tested.end());
  std::set<std::string, std::less<>> all;
  for (const Rule& rule : set.rules()) all.insert(rule.name);
  for (const Rule& rule : complete) {
    const bool own = names.count(rule.name) != 0;
    report.rules += own ? 1 : 0;
    for (const Example& example : rule.examples) {
      if (!own && example.bad) continue;
      ++report.examples;
      const CheckOptions options = options_for(example);
      ExampleRun run(rule, example, set, options);
      std::string failure = own ? run.own_failure() : "";
      if (!example.bad) failure += run.foreign_failure(own ? all : names);
      if (failure.empty()) continue;
      ++report.failed;
      report.failures.push_back(fmt::format("{}:{}: {} example in \"{}\" of {}\n  text: {}\n{}", rule.file,
                                            example.line, example.bad ? "bad" : "good", example.language.code(),
                                            rule.name, one_line(example.text), failure));
    }
  }
  return report;
}

}  // namespace stet
