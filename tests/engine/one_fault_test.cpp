#include "engine/one_fault.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/error_text.h"

namespace stet {
namespace {

using ::testing::ElementsAre;

Place place(DiskSpan span, const std::string& path = "draft.md") {
  Place result;
  result.path = path;
  result.span = span;
  return result;
}

Diagnostic finding(const std::string& rule, Severity severity, DiskSpan span, const std::vector<Place>& related) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.place = place(span);
  for (const Place& each : related) result.related.push_back({each, "there"});
  return result;
}

Rule rule(const std::string& name, const std::string& keys = "") {
  const std::string toml = "kind = \"pattern\"\nseverity = \"warning\"\nmessage = { en = \"m\", de = \"m\" }\n" + keys +
                           "why = { en = \"w\" }\n[any]\npatterns = [\"x\"]\n"
                           "[[bad]]\nlanguage = \"en\"\ntext = \"⟦x⟧\"\n[[good]]\nlanguage = \"en\"\ntext = \"y\"\n";
  auto parsed = parse_rule(name, "rules/" + name + ".toml", toml, Lexicon());
  if (!parsed.ok()) ADD_FAILURE() << to_text(parsed.error());
  return std::move(*parsed);
}

// The rules that still report, in order. Of the rules only f/office covers another one, f/any.
std::vector<std::string> left(std::vector<Diagnostic> diagnostics) {
  RuleSource source;
  source.rules = {rule("f/any"), rule("f/office", "covers = [\"f/any\"]\n"), rule("f/other")};
  const auto set = RuleSet::compile(std::move(source));
  if (!set.ok()) ADD_FAILURE() << to_text(set.error());
  std::sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.span, a.rule) < std::tie(b.place.span, b.rule);
  });
  keep_one_of_each_fault(diagnostics, *set);
  std::vector<std::string> rules;
  for (const Diagnostic& each : diagnostics) rules.push_back(each.rule);
  return rules;
}

constexpr auto kInfo = Severity::kInfo;
constexpr auto kWarning = Severity::kWarning;

TEST(OneFault, TheMoreSevereStands) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/other", kWarning, {15, 18}, {place({40, 55})})}),
              ElementsAre("f/other"));
}

TEST(OneFault, TheOneThatCoversStands) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/office", kInfo, {15, 18}, {place({50, 60})})}),
              ElementsAre("f/office"));
}

TEST(OneFault, OtherwiseTheFirst) {
  EXPECT_THAT(left({finding("f/other", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/any", kInfo, {12, 20}, {place({50, 60})})}),
              ElementsAre("f/other"));
}

TEST(OneFault, ToldFromEitherEnd) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/other", kWarning, {50, 60}, {place({10, 20})})}),
              ElementsAre("f/other"));
  EXPECT_THAT(left({finding("f/other", kWarning, {10, 20}, {place({50, 60})}),
                    finding("f/other", kWarning, {50, 60}, {place({10, 20})})}),
              ElementsAre("f/other"));
}

TEST(OneFault, OneOfSeveralRelatedPlacesIsEnough) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({70, 80}), place({50, 60})}),
                    finding("f/office", kWarning, {10, 20}, {place({30, 40}), place({50, 60})})}),
              ElementsAre("f/office"));
}

// Both must be the same: a wrong number may clash with two others.
TEST(OneFault, AnotherPlaceIsAnotherFault) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/other", kWarning, {10, 20}, {place({70, 80})})}),
              ElementsAre("f/any", "f/other"));
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/other", kWarning, {30, 40}, {place({50, 60})})}),
              ElementsAre("f/any", "f/other"));
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60})}),
                    finding("f/other", kWarning, {50, 60}, {place({70, 80})})}),
              ElementsAre("f/any", "f/other"));
}

TEST(OneFault, AnotherFileIsAnotherPlace) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60}, "other.md")}),
                    finding("f/other", kWarning, {10, 20}, {place({50, 60})})}),
              ElementsAre("f/any", "f/other"));
}

TEST(OneFault, WithoutARelatedPlaceNothingIsCompared) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {}), finding("f/other", kWarning, {10, 20}, {})}),
              ElementsAre("f/any", "f/other"));
}

// What is dropped takes nothing with it.
TEST(OneFault, TheDroppedOneDropsNone) {
  EXPECT_THAT(left({finding("f/any", kInfo, {10, 20}, {place({50, 60}), place({70, 80})}),
                    finding("f/office", kWarning, {10, 20}, {place({50, 60})}),
                    finding("f/other", kInfo, {11, 20}, {place({70, 80})})}),
              ElementsAre("f/office", "f/other"));
}

}  // namespace
}  // namespace stet
