// The completion scripts, in the shells that are there.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "rule/ruleset.h"
#include "support/run_stet.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

// What bash offers for a command line, the last word being completed.
std::vector<std::string> bash_offers(const std::string& line, const std::string& folder = "") {
  const std::string script =
      "source <(stet completion bash); "
      "_test() { read -r -a COMP_WORDS <<<\"$1\"; [[ $1 == *' ' ]] && COMP_WORDS+=(''); "
      "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); compopt() { :; }; _stet; printf '%s\\n' \"${COMPREPLY[@]}\"; }; "
      "_test '" +
      line + "'";
  std::string quoted;
  for (const char c : script) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  const RunResult result = run_shell("bash -c '" + quoted + "'", folder);
  EXPECT_EQ(result.err, "") << line;
  std::vector<std::string> offers;
  std::istringstream stream(result.out);
  for (std::string offer; std::getline(stream, offer);) {
    if (!offer.empty()) offers.push_back(offer);
  }
  std::sort(offers.begin(), offers.end());
  return offers;
}

using Words = std::vector<std::string>;

TEST(Completion, BashOffersCommands) {
  EXPECT_EQ(bash_offers("stet c"), (Words{"check", "completion"}));
  EXPECT_EQ(bash_offers("stet exp"), (Words{"explain"}));
  EXPECT_EQ(bash_offers("stet --v"), (Words{"--version"}));
  EXPECT_GE(bash_offers("stet ").size(), 6U);
}

TEST(Completion, BashOffersTheOptionsOfTheCommand) {
  EXPECT_EQ(bash_offers("stet check --out"), (Words{"--output-file", "--output-format"}));
  EXPECT_EQ(bash_offers("stet explain --a"), (Words{"--all"}));
  EXPECT_EQ(bash_offers("stet init --out"), Words{});
}

TEST(Completion, BashOffersValues) {
  EXPECT_EQ(bash_offers("stet check --locale "), (Words{"de", "en"}));
  EXPECT_EQ(bash_offers("stet check --locale = d"), (Words{"de"}));  // as bash cuts --locale=d
  EXPECT_EQ(bash_offers("stet check --locale ="), (Words{"de", "en"}));
  EXPECT_EQ(bash_offers("stet rules --output-format j"), (Words{"json"}));
  EXPECT_EQ(bash_offers("stet check --fail-on w"), (Words{"warning"}));
  EXPECT_EQ(bash_offers("stet completion "), (Words{"bash", "fish", "zsh"}));
}

TEST(Completion, BashOffersRules) {
  const std::string first = RuleSet::builtin().rules().front().name;
  EXPECT_EQ(bash_offers("stet explain " + first), Words{first});
  EXPECT_EQ(bash_offers("stet check --select " + first), Words{first});
  EXPECT_EQ(bash_offers("stet check --ignore a/b," + first), Words{"a/b," + first});
}

TEST(Completion, BashOffersFiles) {
  const TemporaryFolder folder;
  folder.write("draft one.md", "x");
  folder.write("drafts/x.md", "x");
  EXPECT_EQ(bash_offers("stet check dra", folder.path()), (Words{"draft one.md", "drafts"}));
  EXPECT_EQ(bash_offers("stet check --rules dra", folder.path()), Words{"drafts"});
}

bool has_shell(const std::string& shell) { return run_shell("command -v " + shell).status == 0; }

TEST(Completion, ZshReadsItsScript) {
  if (!has_shell("zsh")) GTEST_SKIP() << "no zsh here";
  const RunResult result = run_shell(
      "zsh -fc 'autoload -Uz compinit && compinit -D -u && source <(stet completion zsh) "
      "&& (( $+functions[_stet] )) && print ${_comps[stet]}'");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out, "_stet\n");
}

TEST(Completion, FishReadsItsScript) {
  if (!has_shell("fish")) GTEST_SKIP() << "no fish here";
  const std::string first = RuleSet::builtin().rules().front().name;
  const auto offers = [](const std::string& line) {
    return run_shell("fish -N -c 'stet completion fish | source; complete -C \"" + line + "\"'").out;
  };
  EXPECT_NE(offers("stet expl").find("explain\t"), std::string::npos);
  EXPECT_NE(offers("stet check --outp").find("--output-format\t"), std::string::npos);
  EXPECT_NE(offers("stet check --locale ").find("de"), std::string::npos);
  EXPECT_NE(offers("stet explain ").find(first), std::string::npos);
}

TEST(Completion, AnUnknownShell) {
  const RunResult result = run_stet({"completion", "bsh"});
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "stet: no completion for the shell \"bsh\"\n  did you mean \"bash\"?\n");
}

}  // namespace
}  // namespace stet
