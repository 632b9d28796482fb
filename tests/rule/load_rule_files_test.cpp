#include <gtest/gtest.h>

#include "base/error_text.h"
#include "rule/ruleset.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

std::string rule_text(const std::string& phrase) {
  return "kind = \"phrase\"\nseverity = \"warning\"\nmessage = { en = \"m\" }\nwhy = { en = \"w\" }\n[en]\nphrases = "
         "[\"" +
         phrase + "\"]\n[[bad]]\nlanguage = \"en\"\ntext = \"⟦x⟧\"\n[[good]]\nlanguage = \"en\"\ntext = \"y\"\n";
}

std::string names_in(const Result<RuleSource, Errors>& source) {
  if (!source.ok()) return to_text(source.error());
  std::string all;
  for (const Rule& rule : source->rules) all += rule.name + " ";
  return all;
}

TEST(LoadRuleFiles, NamesCountFromTheRulesFolder) {
  const TemporaryFolder folder;
  folder.write("rules/ad/promo.toml", rule_text("x"));
  folder.write("rules/ad/label.toml", rule_text("x"));
  folder.write("rules/tone/filler.toml", rule_text("x"));
  EXPECT_EQ(names_in(load_rule_files({folder.path("rules/ad/promo.toml")}, {})), "ad/promo ");
  EXPECT_EQ(names_in(load_rule_files({folder.path("rules/ad")}, {})), "ad/label ad/promo ");
  EXPECT_EQ(names_in(load_rule_files({folder.path("rules")}, {})), "ad/label ad/promo tone/filler ");
  EXPECT_EQ(names_in(load_rule_files({folder.path("rules/ad/promo.toml"), folder.path("rules/ad")}, {})),
            "ad/promo ad/label ");
}

TEST(LoadRuleFiles, WithoutOneTheFileNamesTheRule) {
  const TemporaryFolder folder;
  folder.write("My Rules/my-rule.toml", rule_text("x"));
  folder.write("My Rules/group/other.toml", rule_text("x"));
  EXPECT_EQ(names_in(load_rule_files({folder.path("My Rules/my-rule.toml")}, {})), "my-rule ");
  EXPECT_EQ(names_in(load_rule_files({folder.path("My Rules")}, {})), "group/other my-rule ");
}

TEST(LoadRuleFiles, LexiconsBesideTheRulesComeFirst) {
  Lexicon builtin;
  builtin.add("people", Language("en"), "phrases", {"old"});
  builtin.add("known", Language("en"), "phrases", {"word"});
  const TemporaryFolder folder;
  folder.write("own/lexicon/people.toml", "[en]\nphrases = [\"new\"]\n");
  folder.write("own/a/b.toml", rule_text("{people} {known}"));
  const auto source = load_rule_files({folder.path("own/a/b.toml")}, builtin);
  EXPECT_EQ(names_in(source), "a/b ");
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(source->lexicon.find("people", Language("en"))[0], "new");
  EXPECT_FALSE(source->lexicon.has("known"));
}

TEST(LoadRuleFiles, MistakesInALexicon) {
  const TemporaryFolder folder;
  folder.write("own/lexicon/people.toml", "phrases = [\"new\"]\n");
  folder.write("own/a/b.toml", rule_text("x"));
  EXPECT_EQ(names_in(load_rule_files({folder.path("own")}, {})),
            folder.path("own/lexicon/people.toml") +
                ":1:1: unknown key \"phrases\"\n  1 | phrases = [\"new\"]\n    | ^\n"
                "  a lexicon holds a section for each language, as in [de], or [any]\n");
}

TEST(LoadRuleFiles, PathsThatAreNoRules) {
  const TemporaryFolder folder;
  folder.write("Bad Name.toml", rule_text("x"));
  EXPECT_EQ(names_in(load_rule_files({folder.path("none.toml")}, {})), folder.path("none.toml") + ": no such file\n");
  EXPECT_EQ(names_in(load_rule_files({folder.path("Bad Name.toml")}, {})),
            folder.path("Bad Name.toml") +
                ": \"Bad Name\" is no name for a rule\n  names are of small letters a to z, digits and hyphens\n");
}

}  // namespace
}  // namespace stet
