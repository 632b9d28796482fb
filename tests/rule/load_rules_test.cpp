#include <gtest/gtest.h>

#include <filesystem>

#include "base/error_text.h"
#include "rule/ruleset.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

// A rule that finds `phrase` in English.
std::string rule_text(const std::string& phrase, const std::string& more = "") {
  return "kind = \"phrase\"\nseverity = \"warning\"\nmessage = { en = \"m\" }\nwhy = { en = \"w\" }\n" + more +
         "[en]\nphrases = [\"" + phrase +
         "\"]\n[[bad]]\nlanguage = \"en\"\ntext = \"⟦x⟧\"\n[[good]]\nlanguage = \"en\"\ntext = \"y\"\n";
}

std::string names(const RuleSource& source) {
  std::string all;
  for (const Rule& rule : source.rules) all += rule.name + " ";
  return all;
}

TEST(LoadRules, NamesArePaths) {
  const TemporaryFolder folder;
  folder.write("tone/filler.toml", rule_text("x"));
  folder.write("ad/promo.toml", rule_text("y"));
  folder.write("own.toml", rule_text("z"));
  folder.write("README.md", "no rule");
  folder.write(".hidden/a.toml", "no rule");
  folder.write("ad/.promo.toml", "no rule");
  const auto source = load_rules(folder.path(), nullptr);
  ASSERT_TRUE(source.ok()) << to_text(source.error());
  EXPECT_EQ(names(*source), "ad/promo own tone/filler ");
  EXPECT_EQ(source->rules[0].file, folder.path("ad/promo.toml"));
}

TEST(LoadRules, LexiconsAreThereForAllRules) {
  const TemporaryFolder folder;
  folder.write("a/b.toml", rule_text("some {people}"));
  folder.write("lexicon/people.toml", "[en]\nphrases = [\"experts?\"]\nother = []\n[any]\nphrases = [\"VIP\"]\n");
  const auto source = load_rules(folder.path(), nullptr);
  ASSERT_TRUE(source.ok()) << to_text(source.error());
  EXPECT_EQ(names(*source), "a/b ");
  ASSERT_EQ(source->lexicon.find("people", Language("en")).size(), 1U);
  EXPECT_EQ(source->lexicon.find("people", Language("en"))[0], "experts?");
  EXPECT_EQ(source->lexicon.find("people", Language::any())[0], "VIP");
  EXPECT_EQ(source->lexicon.lists().count({"people", Language("en"), "other"}), 1U);
}

TEST(LoadRules, ErrorsOfAllFilesComeTogether) {
  const TemporaryFolder folder;
  folder.write("a/one.toml", "kind = 1");
  folder.write("a/Two.toml", rule_text("x"));
  folder.write("lexicon/people.toml", "[en]\nphrase = [\"a\"]\n[english]\nphrases = [\"x\"]\n");
  const auto source = load_rules(folder.path(), nullptr);
  ASSERT_FALSE(source.ok());
  const std::string errors = to_text(source.error());
  EXPECT_NE(errors.find(folder.path("a/one.toml") + ":1:8: \"kind\" must be a string, not a whole number\n"),
            std::string::npos)
      << errors;
  EXPECT_NE(errors.find(folder.path("a/Two.toml") + ": \"a/Two\" is no name for a rule or lexicon\n"
                                                    "  names are of small letters a to z, digits and hyphens\n"),
            std::string::npos)
      << errors;
  EXPECT_NE(errors.find(folder.path("lexicon/people.toml") +
                        ":2:1: unknown key \"phrase\"\n  2 | phrase = [\"a\"]\n    | ^\n  did you mean \"phrases\"?\n"),
            std::string::npos)
      << errors;
  EXPECT_NE(errors.find(folder.path("lexicon/people.toml") +
                        ":3:2: unknown key \"english\"\n  3 | [english]\n    |  ^\n"
                        "  a lexicon holds a section for each language, as in [de], or [any]\n"),
            std::string::npos)
      << errors;
}

TEST(LoadRules, ANameOfTheBaseIsTaken) {
  const TemporaryFolder first;
  first.write("a/b.toml", rule_text("x"));
  first.write("lexicon/people.toml", "[en]\nphrases = [\"a\"]\n");
  const TemporaryFolder folder;
  const auto base = load_rules(first.path(), nullptr);
  ASSERT_TRUE(base.ok());
  std::filesystem::create_directories(folder.path("own"));
  folder.write("own/a/b.toml", rule_text("x"));
  folder.write("own/lexicon/people.toml", "[en]\nphrases = [\"a\"]\n");
  const auto source = load_rules(folder.path("own"), &*base);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(to_text(source.error()), folder.path("own/lexicon/people.toml") +
                                         ": there is a lexicon \"people\" already\n" + folder.path("own/a/b.toml") +
                                         ": there is a rule \"a/b\" already, in " + first.path("a/b.toml") + "\n");
}

TEST(LoadRules, TheLexiconOfTheBaseMayBeUsed) {
  RuleSource base;
  base.lexicon.add("people", Language("en"), "phrases", {"experts"});
  const TemporaryFolder folder;
  folder.write("a/b.toml", rule_text("{people}"));
  const auto source = load_rules(folder.path(), &base);
  ASSERT_TRUE(source.ok()) << to_text(source.error());
  EXPECT_TRUE(source->lexicon.lists().empty());
}

TEST(LoadRules, NoSuchFolder) {
  const TemporaryFolder folder;
  const auto source = load_rules(folder.path("none"), nullptr);
  ASSERT_FALSE(source.ok());
  EXPECT_EQ(to_text(source.error()), folder.path("none") + ": can't read the rules: No such file or directory\n");
}

TEST(LoadRules, ALoopOfLinksIsNotFollowed) {
  const TemporaryFolder folder;
  folder.write("a/b.toml", rule_text("x"));
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/loop"));
  const auto source = load_rules(folder.path(), nullptr);
  ASSERT_TRUE(source.ok());
  EXPECT_EQ(names(*source), "a/b ");
}

Errors lexicon_errors(std::string_view toml) {
  Lexicon lexicon;
  return parse_lexicon("people", "l.toml", toml, lexicon);
}

// Expressions that respect case use them too.
TEST(ParseLexicon, CaseMakesAnotherWord) {
  EXPECT_EQ(to_text(lexicon_errors("[en]\nunits = [\"m 1\", \"M 2\"]\nphrases = [\"a\", \"A\"]\n")), "");
  EXPECT_EQ(to_text(lexicon_errors("[en]\nunits = [\"m\", \"m\"]\n")),
            "l.toml:2:15: \"m\" stands twice in \"units\"\n  2 | units = [\"m\", \"m\"]\n    |               ^\n"
            "  first in line 2\n");
}

TEST(ParseLexicon, EmptyFilesAndLists) {
  EXPECT_EQ(to_text(lexicon_errors("")), "l.toml: a lexicon without words\n");
  EXPECT_EQ(to_text(lexicon_errors("[en]\nphrases = []\n")),
            "l.toml:2:11: \"phrases\" is empty\n  2 | phrases = []\n    |           ^\n");
  EXPECT_EQ(to_text(lexicon_errors("[en]\nof = []\n")), "");
  EXPECT_EQ(to_text(lexicon_errors("[en]\nof = [\"\"]\n")),
            "l.toml:2:7: \"of\" holds an empty string\n  2 | of = [\"\"]\n    |       ^\n");
}

TEST(ParseLexicon, APhraseThatCannotBeRead) {
  const Errors errors = lexicon_errors("[de]\nphrases = [\"gut\", \"ä (a|b\"]\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].line, 2U);
  EXPECT_GE(errors[0].column, 20U);
  EXPECT_LE(errors[0].column, 26U);
}

}  // namespace
}  // namespace stet
