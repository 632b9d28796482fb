#include "engine/rule_test.h"

#include <gtest/gtest.h>

#include "base/error_text.h"

namespace stet {
namespace {

constexpr std::string_view kHead =
    "kind = \"pattern\"\nseverity = \"warning\"\nmessage = { en = \"found {match}\", de = \"da {match}\" }\n"
    "why = { en = \"w\" }\n";

// A rule that finds small `letter`s, with these examples from line 7 on.
Rule rule(const std::string& name, const std::string& letter, const std::string& examples,
          const std::string& more = "") {
  const std::string toml = std::string(kHead) + "[any]\npatterns = [\"" + letter + "+\"]\n" + examples + more;
  auto parsed = parse_rule(name, "rules/" + name + ".toml", toml, Lexicon());
  if (!parsed.ok()) ADD_FAILURE() << to_text(parsed.error());
  return std::move(*parsed);
}

std::string example(std::string_view table, const std::string& text, const std::string& more = "") {
  return "[[" + std::string(table) + "]]\nlanguage = \"en\"\ntext = '''" + text + "'''\n" + more;
}

RuleTestReport test(std::vector<Rule> rules, const std::vector<std::string>& tested) {
  RuleSource source;
  source.rules = rules;
  const auto set = RuleSet::compile(std::move(source));
  if (!set.ok()) {
    ADD_FAILURE() << to_text(set.error());
    return {};
  }
  return test_rules(rules, *set, tested);
}

// The failures of one rule by itself.
std::string failures(const Rule& alone) {
  std::string all;
  for (const std::string& failure : test({alone}, {alone.name}).failures) all += failure;
  return all;
}

TEST(RuleTest, EverythingAsItShouldBe) {
  const RuleTestReport report =
      test({rule("a/x", "x", example("bad", "ä ⟦x⟧ and ⟦xxx⟧", "message = \"found x\"\n") + example("good", "none"))},
           {"a/x"});
  EXPECT_EQ(report.rules, 1U);
  EXPECT_EQ(report.examples, 2U);
  EXPECT_EQ(report.failed, 0U);
  EXPECT_TRUE(report.failures.empty());
}

TEST(RuleTest, SpansThatDiffer) {
  EXPECT_EQ(failures(rule("a/x", "x", example("bad", "⟦xx⟧ ⟦y⟧ ä xx ⟦xx-y⟧") + example("good", "none"))),
            "rules/a/x.toml:7: bad example in \"en\" of a/x\n"
            "  text: ⟦xx⟧ ⟦y⟧ ä xx ⟦xx-y⟧\n"
            "  expected 3-4 “y”\n"
            "  expected 11-15 “xx-y”\n"
            "  found    8-10 “xx”\n"
            "  found    11-13 “xx”\n");
}

TEST(RuleTest, AGoodExampleThatIsReported) {
  EXPECT_EQ(failures(rule("a/x", "x", example("bad", "⟦x⟧") + example("good", "line\n\none x two"))),
            "rules/a/x.toml:10: good example in \"en\" of a/x\n"
            "  text: line  one x two\n"
            "  found    10-11 “x”\n");
}

TEST(RuleTest, AnotherMessage) {
  EXPECT_EQ(failures(rule("a/x", "x", example("bad", "⟦x⟧", "message = \"found y\"\n") + example("good", "n"))),
            "rules/a/x.toml:7: bad example in \"en\" of a/x\n"
            "  text: ⟦x⟧\n"
            "  expected message: found y\n"
            "  found message:    found x\n");
}

TEST(RuleTest, FixedText) {
  EXPECT_EQ(failures(rule("a/x", "ab", example("bad", "one ⟦ab⟧", "fixed = 'one []'\n") + example("good", "n"),
                          "[fix]\ntitle = { en = \"t\" }\ntext = \"[]\"\n")),
            "");
  EXPECT_EQ(failures(rule("a/x", "ab", example("bad", "one ⟦ab⟧", "fixed = 'one'\n") + example("good", "n"),
                          "[fix]\ntitle = { en = \"t\" }\ntext = \"[]\"\nsafe = true\n")),
            "rules/a/x.toml:7: bad example in \"en\" of a/x\n"
            "  text: one ⟦ab⟧\n"
            "  expected after the fix: one\n"
            "  found after the fix:    one []\n");
}

TEST(RuleTest, EveryRuleRunsOverTheGoodExamplesOfOthers) {
  const std::vector<Rule> rules = {
      rule("a/x", "x", example("bad", "⟦x⟧") + example("good", "with a y inside")),
      rule("b/y", "y", example("bad", "⟦y⟧ x") + example("good", "none")),
      rule("c/z", "z", example("bad", "⟦z⟧ x y") + example("good", "none")),
  };
  const std::string failure =
      "rules/a/x.toml:10: good example in \"en\" of a/x\n"
      "  text: with a y inside\n"
      "  b/y reports 7-8 “y”: found y\n";
  // Whether the reporting rule is tested, or the one whose example it is.
  for (const auto& tested : {std::vector<std::string>{"a/x"}, {"b/y"}, {"a/x", "b/y", "c/z"}}) {
    const RuleTestReport report = test(rules, tested);
    EXPECT_EQ(report.failed, 1U);
    ASSERT_EQ(report.failures.size(), 1U);
    EXPECT_EQ(report.failures[0], failure);
    EXPECT_EQ(report.rules, tested.size());
    EXPECT_EQ(report.examples, tested.size() + 3);
  }
  EXPECT_TRUE(test(rules, {"c/z"}).failures.empty());
}

TEST(RuleTest, AnExampleHasItsFormat) {
  Rule plain_only = rule("a/x", "x", example("bad", "a ⟦x⟧", "format = \"plain\"\n") + example("good", "a x"));
  plain_only.formats = 1U << static_cast<unsigned>(Format::kPlain);
  EXPECT_EQ(failures(plain_only), "");
}

TEST(RuleTest, ANameThatNothingFills) {
  Rule broken = rule("a/x", "x", example("bad", "⟦x⟧") + example("good", "n"));
  broken.messages[""].text[0] = "found {match} {other}";
  EXPECT_EQ(failures(broken),
            "rules/a/x.toml:7: bad example in \"en\" of a/x\n"
            "  text: ⟦x⟧\n"
            "  nothing fills {other} in: found x {other}\n");
}

}  // namespace
}  // namespace stet
