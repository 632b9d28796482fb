// The commands about rules, through the binary.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/config.h"
#include "engine/starter_config.h"
#include "rule/ruleset.h"
#include "support/run_stet.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

constexpr const char* kOwnRule = R"(kind = "phrase"
severity = "error"
message = { en = "the own word", de = "das eigene Wort" }
why = { en = "Because.", de = "Darum." }
was = ["own/former"]
[en]
phrases = ["qwertzword"]
[[bad]]
language = "en"
text = "A ⟦qwertzword⟧."
[[good]]
language = "en"
text = "A word."
)";

TEST(RulesCommand, ListsEveryBuiltinRule) {
  const RunResult result = run_stet({"rules"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
  const RuleSet rules = RuleSet::builtin();
  for (const Rule& rule : rules.rules()) EXPECT_NE(result.out.find(rule.name + " "), std::string::npos) << rule.name;
}

TEST(RulesCommand, ListsOwnRulesInTheLocale) {
  const TemporaryFolder folder;
  folder.write("own/word.toml", kOwnRule);
  const RunResult english = run_stet({"rules", "--rules", "."}, folder.path());
  EXPECT_EQ(english.status, 0) << english.err;
  EXPECT_NE(english.out.find(" the own word\n"), std::string::npos);
  EXPECT_NE(run_shell("STET_LOCALE=de stet rules --rules .", folder.path()).out.find(" das eigene Wort\n"),
            std::string::npos);
  EXPECT_NE(run_shell("STET_LOCALE=de stet rules --rules . --locale en", folder.path()).out.find(" the own word\n"),
            std::string::npos);
  const RunResult json = run_stet({"rules", "--rules", ".", "--output-format", "json"}, folder.path());
  EXPECT_NE(json.out.find("\"name\": \"own/word\",\n      \"group\": \"own\",\n      \"kind\": \"phrase\""),
            std::string::npos);
}

TEST(RulesCommand, MistakesInOwnRulesAreToldWithTheirPlace) {
  const TemporaryFolder folder;
  folder.write("own/word.toml", std::string(kOwnRule) + "message = 1\nmesage = 2\n");
  const RunResult result = run_stet({"rules", "--rules", "."}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err.substr(0, 19), "./own/word.toml:14:");
}

TEST(RulesCommand, ADuplicateNameNamesBothFiles) {
  const std::string name = RuleSet::builtin().rules().front().name;
  const TemporaryFolder folder;
  folder.write(name + ".toml", kOwnRule);
  const RunResult result = run_stet({"rules", "--rules", "."}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "./" + name + ".toml: there is a rule \"" + name + "\" already, in rules/" + name + ".toml\n");
}

TEST(RulesCommand, UnknownLocale) {
  const RunResult result = run_stet({"rules", "--locale", "fr"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "stet: unknown locale; there are \"en\" and \"de\"\n");
}

TEST(RulesCommand, TheShippedSchemaIsTheGeneratedOne) {
  std::ifstream file(std::string(STET_SOURCE_DIR) + "/schema/rule.schema.json", std::ios::binary);
  const std::string shipped{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  // Not EXPECT_EQ: two schemas of 100 kB are no message.
  EXPECT_TRUE(run_stet({"rules", "--schema"}).out == shipped)
      << "write it anew: build/release/stet rules --schema > schema/rule.schema.json";
}

TEST(ExplainCommand, OwnRulesToo) {
  const TemporaryFolder folder;
  folder.write("own/word.toml", kOwnRule);
  const RunResult result = run_stet({"explain", "own/former", "--rules", ".", "--locale", "de"}, folder.path());
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(
      result.out,
      "own/word (Fehler, phrase)\n\n  das eigene Wort\n\n  Darum.\n\n  Sprachen  Englisch\n  Früher    own/former\n\n"
      "Gemeldet\n  en  A ⟦qwertzword⟧.\n\nNicht gemeldet\n  en  A word.\n");
}

TEST(ExplainCommand, AnUnknownRule) {
  const TemporaryFolder folder;
  folder.write("own/qwertzword.toml", kOwnRule);
  const auto error = [&](const std::string& name) {
    const RunResult result = run_stet({"explain", name, "--rules", "."}, folder.path());
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    return result.err;
  };
  EXPECT_EQ(error("own/qwertword"), "stet: no rule is called \"own/qwertword\"\n  did you mean \"own/qwertzword\"?\n");
  EXPECT_EQ(error("qwertzwort"), "stet: no rule is called \"qwertzwort\"\n  did you mean \"own/qwertzword\"?\n");
  EXPECT_EQ(error("own"), "stet: no rule is called \"own\"\n  rules of this group: own/qwertzword\n");
  EXPECT_EQ(error("%%%%%%%%"), "stet: no rule is called \"%%%%%%%%\"\n  `stet rules` lists them all\n");
}

TEST(TestCommand, RunsTheExamplesOfAFile) {
  const TemporaryFolder folder;
  folder.write("my-rule.toml", kOwnRule);
  const RunResult result = run_stet({"test", "my-rule.toml"}, folder.path());
  EXPECT_EQ(result.status, 0) << result.out << result.err;
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out.substr(0, 8), "1 rule, ");
  EXPECT_TRUE(result.out.ends_with(" examples, 0 failed\n")) << result.out;
}

TEST(TestCommand, SaysWhatFailed) {
  const TemporaryFolder folder;
  std::string rule = kOwnRule;
  rule.replace(rule.find("⟦qwertzword⟧."), std::string("⟦qwertzword⟧.").size(), "⟦qwertzword.⟧");
  folder.write("my-rule.toml", rule);
  const RunResult result = run_stet({"test", "my-rule.toml"}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_TRUE(
      result.out.starts_with("my-rule.toml:8: bad example in \"en\" of my-rule\n"
                             "  text: A ⟦qwertzword.⟧\n"
                             "  expected 2-13 “qwertzword.”\n"
                             "  found    2-12 “qwertzword”\n"
                             "\n"))
      << result.out;
  EXPECT_TRUE(result.out.ends_with(" examples, 1 failed\n")) << result.out;
}

TEST(TestCommand, BadFilesAreErrors) {
  const TemporaryFolder folder;
  folder.write("bad.toml", "kind = \"phrase\"\nseverity = \"warn\"\n");
  const RunResult bad = run_stet({"test", "bad.toml", "missing.toml"}, folder.path());
  EXPECT_EQ(bad.status, 2);
  EXPECT_EQ(bad.out, "");
  EXPECT_NE(bad.err.find("bad.toml:2:12: unknown severity \"warn\"\n"), std::string::npos) << bad.err;
  EXPECT_NE(bad.err.find("missing.toml: no such file\n"), std::string::npos) << bad.err;
  std::filesystem::create_directory(folder.path("empty"));
  const RunResult empty = run_stet({"test", "empty"}, folder.path());
  EXPECT_EQ(empty.status, 2);
  EXPECT_EQ(empty.err, "stet: no rules in empty\n");
}

TEST(InitCommand, WritesAConfigurationThatIsRead) {
  const TemporaryFolder folder;
  folder.write("draft.md", "A clean sentence stands here, and it is long enough.\n");
  const RunResult result = run_stet({"init"}, folder.path());
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "stet.toml written\n");
  EXPECT_EQ(run_stet({"check", "draft.md"}, folder.path()).err, "");
}

TEST(InitCommand, NeverTouchesAnExistingFile) {
  const TemporaryFolder folder;
  folder.write("stet.toml", "# mine\n");
  const RunResult result = run_stet({"init"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "stet: stet.toml exists already, and is left as it is\n");
  EXPECT_EQ(run_shell("cat stet.toml", folder.path()).out, "# mine\n");
}

TEST(InitCommand, NamesAFolderThatIsNotThere) {
  const TemporaryFolder folder;
  const RunResult result = run_stet({"init", "none"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "stet: none/stet.toml: No such file or directory\n");
}

// Every example in it can be switched on.
TEST(InitCommand, EveryExampleIsValid) {
  std::string text;
  for (std::size_t begin = 0; begin < starter_config().size();) {
    const std::size_t end = starter_config().find('\n', begin);
    std::string_view line = starter_config().substr(begin, end - begin);
    if (line.size() > 1 && line[0] == '#' && line[1] != ' ') line.remove_prefix(1);
    text += std::string(line) + "\n";
    begin = end + 1;
  }
  Errors errors;
  const Config config = parse_config("stet.toml", "/", text, errors);
  EXPECT_TRUE(errors.empty()) << errors[0].message << text;
  EXPECT_EQ(config.paths.size(), 1U);
  EXPECT_EQ(config.rule_directories.size(), 1U);
  const Errors unknown = unknown_rules(config, RuleSet::builtin());
  EXPECT_TRUE(unknown.empty()) << unknown[0].message;
}

TEST(UsageErrors, NameWhatWasProbablyMeant) {
  const auto error = [](const std::vector<std::string>& arguments) {
    const RunResult result = run_stet(arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    return result.err;
  };
  EXPECT_EQ(error({"chekc"}), "stet: unknown command \"chekc\"\n  did you mean \"check\"?\n");
  EXPECT_EQ(error({"rules", "--lokale=de"}), "stet: unknown option \"--lokale\"\n  did you mean \"--locale\"?\n");
  EXPECT_EQ(error({"rules", "--zzzzzz"}), "stet: unknown option \"--zzzzzz\"\n  `stet rules --help` lists them all\n");
  EXPECT_EQ(error({"rules", "more"}), "stet: unexpected argument \"more\"\n");
  EXPECT_EQ(error({"explain"}), "stet: rule is required\n  `stet explain --help` says more\n");
  EXPECT_EQ(error({"--versoin"}), "stet: unknown option \"--versoin\"\n  did you mean \"--version\"?\n");
  EXPECT_TRUE(error({}).starts_with("stet: a command is missing\n"));
}

TEST(UsageErrors, HelpAndVersionAreNone) {
  const RunResult help = run_stet({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* command : {"check", "rules", "explain", "test", "init", "completion"}) {
    EXPECT_NE(help.out.find(std::string("  ") + command + " "), std::string::npos) << command;
  }
  EXPECT_EQ(run_stet({"--version"}).status, 0);
  EXPECT_TRUE(run_stet({"--version"}).out.starts_with("stet "));
  EXPECT_EQ(run_stet({"test", "--help"}).status, 0);
}

}  // namespace
}  // namespace stet
