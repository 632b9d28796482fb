#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/run_stet.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kBornA = "Anna Berg wurde 1956 in Kiel geboren und malte dort Häfen.\n";
constexpr const char* kBornB = "# Berg\n\nDie Malerin Anna Berg wurde 1965 in Kiel geboren.\n";

TEST(RunOfFiles, JsonNamesTheOtherFile) {
  const TemporaryFolder folder;
  folder.write("a.md", kBornA);
  folder.write("sub/b.md", kBornB);
  const RunResult run = run_stet({"check", "--select", "contradiction", "--output-format", "json"}, folder.path());
  EXPECT_EQ(run.status, 0);  // info
  EXPECT_THAT(run.out, HasSubstr(R"("path": "sub/b.md")"));
  EXPECT_THAT(run.out, HasSubstr(R"("rule": "contradiction/across-files")"));
  EXPECT_THAT(run.out, HasSubstr(R"("excerpt": "Anna Berg wurde 1965 in Kiel geboren")"));
  EXPECT_THAT(run.out, HasSubstr(R"("path": "a.md")"));
  EXPECT_THAT(run.out, HasSubstr("otherwise in sub/b.md"));
}

TEST(RunOfFiles, ThreadsAndTheOrderOfArgumentsChangeNothing) {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    folder.write("f" + number + ".md", (i % 3 == 0 ? kBornB : kBornA) +
                                           ("\nDort sprach Sergej " + std::string(i % 4 == 0 ? "Lawrow" : "Lavrov") +
                                            " über Haus " + number + ".\n"));
  }
  const std::vector<std::string> common = {"check", "--output-format", "json", "--threads"};
  std::string first;
  for (const std::vector<std::string>& rest :
       std::vector<std::vector<std::string>>{{"1", "."}, {"2", "."}, {"8", "."}, {"3", "f9.md", "f30.md", "."}}) {
    std::vector<std::string> arguments = common;
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    const RunResult run = run_stet(arguments, folder.path());
    if (first.empty()) first = run.out;
    EXPECT_EQ(run.out, first);
  }
  EXPECT_THAT(first, HasSubstr("contradiction/across-files"));
  EXPECT_THAT(first, HasSubstr("consistency/across-files"));
}

TEST(RunOfFiles, OneFileAndStandardInputHaveNoOthers) {
  const TemporaryFolder folder;
  folder.write("a.md", kBornA);
  folder.write("b.md", kBornB);
  const std::string rule = "--select contradiction/across-files --output-format concise -q";
  EXPECT_EQ(run_shell("stet check " + rule + " b.md", folder.path()).out, "");
  EXPECT_EQ(run_shell("stet check " + rule + " a.md - < b.md", folder.path()).out, "");
  EXPECT_THAT(run_shell("stet check " + rule + " a.md b.md", folder.path()).out, HasSubstr("b.md:3:13"));
}

TEST(RunOfFiles, APipeIsReadOnceAndComparedWithNothing) {
  const TemporaryFolder folder;
  folder.write("a.md", kBornA);
  folder.write("b.md", kBornB);
  const RunResult run = run_shell(
      "mkfifo p.md && (cat b.md > p.md & timeout 20 stet check -q --output-format concise --select contradiction a.md "
      "p.md)",
      folder.path());
  EXPECT_EQ(run.out + run.err, "");
  EXPECT_EQ(run.status, 0);
}

TEST(RunOfFiles, IgnoredRulesConfigurationAndBaseline) {
  const TemporaryFolder folder;
  folder.write("a.md", kBornA);
  folder.write("b.md", kBornB);
  const auto out = [&](const std::string& arguments) {
    return run_shell("stet check --output-format concise -q " + arguments + " .", folder.path()).out;
  };
  EXPECT_THAT(out(""), HasSubstr("contradiction/across-files"));
  EXPECT_THAT(out("--ignore contradiction/across-files"), Not(HasSubstr("across-files")));
  folder.write("stet.toml", "[severity]\n\"contradiction/across-files\" = \"error\"\n");
  EXPECT_THAT(out(""), HasSubstr("error"));
  folder.write("stet.toml", "[[paths]]\nfiles = [\"b.md\"]\nignore = [\"contradiction\"]\n");
  EXPECT_THAT(out(""), Not(HasSubstr("across-files")));
  folder.write("stet.toml", "");
  EXPECT_EQ(run_shell("stet check -q --exit-zero --write-baseline base.json . >/dev/null", folder.path()).status, 0);
  EXPECT_THAT(out("--baseline base.json"), Not(HasSubstr("across-files")));
}

TEST(RunOfFiles, FixingLeavesTheOtherFindings) {
  const TemporaryFolder folder;
  folder.write("a.md", kBornA);
  folder.write("b.md", std::string(kBornB) + "\nDas das&nbsp;Bad ist offen.\n\n\n\n\nEnde.\n");
  const RunResult diff = run_shell("stet check --diff .", folder.path());
  EXPECT_THAT(diff.out, HasSubstr("+++"));
  const RunResult fixed = run_shell("stet check --fix --output-format concise .", folder.path());
  EXPECT_THAT(fixed.out, HasSubstr("b.md:3:13"));
  EXPECT_EQ(run_shell("cat b.md", folder.path()).out, std::string(kBornB) + "\nDas das&nbsp;Bad ist offen.\n\nEnde.\n");
  EXPECT_THAT(run_shell("stet check --diff .", folder.path()).out, Not(HasSubstr("+++")));
}

}  // namespace
}  // namespace stet
