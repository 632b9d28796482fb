// What can be wrong with files, folders, rules and configuration, through the binary.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "engine/file_io.h"
#include "support/run_stet.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

constexpr const char* kNothing = "nothing found in 1 file\n";

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string rule(const std::string& head, const std::string& pattern) {
  return head + "kind = \"pattern\"\nseverity = \"warning\"\nmessage = { en = \"m\" }\nwhy = { en = \"w\" }\n[any]\n" +
         "patterns = ['" + pattern + "']\n[[bad]]\nlanguage = \"en\"\ntext = \"⟦ab⟧\"\n" +
         "[[good]]\nlanguage = \"en\"\ntext = \"c\"\n";
}

TEST(BadInput, AMissingFile) {
  const TemporaryFolder folder;
  folder.write("there.md", "⟦x⟧ Jetzt Newsletter abonnieren!\n");
  const RunResult result = run_stet({"check", "--output-format", "concise", "missing.md", "there.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "missing.md: can't read it: No such file or directory\n");
  // The other file is checked all the same.
  EXPECT_EQ(
      result.out,
      "there.md:1:5: warning[boilerplate/newsletter] invitation to subscribe inside the article: “Jetzt Newsletter "
      "abonnieren”\n");
}

TEST(BadInput, AFolderWithoutPermission) {
  const TemporaryFolder folder;
  folder.write("closed/x.md", "Text.\n");
  std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::none);
  // Root may read everything, so it steps down to nobody.
  std::string command = "stet check closed";
  if (::geteuid() == 0) {
    std::filesystem::copy_file(STET_BINARY, folder.path("stet"));
    std::filesystem::permissions(folder.path("stet"), std::filesystem::perms(0755));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    command = "setpriv --reuid=65534 --clear-groups ./stet check closed";
  }
  const RunResult result = run_shell(command, folder.path());
  std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::owner_all);
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "closed: can't read the folder: Permission denied\n");
}

TEST(BadInput, AFolderThatHoldsItself) {
  const TemporaryFolder folder;
  folder.write("loop/a/y.md", "Ein Satz.\n");
  std::filesystem::create_directory_symlink("..", folder.path("loop/a/up"));
  const RunResult result = run_stet({"check", "loop"}, folder.path());
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, kNothing);
}

TEST(BadInput, ARuleWithABadExpressionAndAnUnknownKey) {
  const TemporaryFolder folder;
  folder.write("a.md", "x\n");
  folder.write("own/x.toml", rule("sevrity = 1\n", "a(b"));
  const RunResult result = run_stet({"check", "--rules", "own", "a.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err,
            "own/x.toml:1:1: unknown key \"sevrity\"\n  1 | sevrity = 1\n    | ^\n  did you mean \"severity\"?\n"
            "own/x.toml:7:15: '(' without ')'\n  7 | patterns = ['a(b']\n    |               ^\n");
}

TEST(BadInput, TwoRulesOfOneName) {
  const TemporaryFolder folder;
  folder.write("a.md", "x\n");
  folder.write("one/own/x.toml", rule("", "ab"));
  folder.write("two/own/x.toml", rule("", "ab"));
  const RunResult result = run_stet({"check", "--rules", "one", "--rules", "two", "a.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "two/own/x.toml: there is a rule \"own/x\" already, in one/own/x.toml\n");
}

TEST(BadInput, AConfigurationForARuleThatDoesNotExist) {
  const TemporaryFolder folder;
  folder.write("a.md", "x\n");
  folder.write("stet.toml", "ignore = [\"ad/promot\"]\n");
  const RunResult result = run_stet({"check", "a.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err,
            "stet.toml:1:11: no rule is called \"ad/promot\"\n  1 | ignore = [\"ad/promot\"]\n    |           ^\n"
            "  did you mean \"ad/promo\"?\n");
}

TEST(BadInput, ABaselineThatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("a.md", "x\n");
  folder.write("stet.toml", "baseline = \"b.json\"\n");
  RunResult result = run_stet({"check", "a.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "b.json: can't read it: No such file or directory\n");
  folder.write("b.json", "{\"version\": 1, \"fin");
  result = run_stet({"check", "a.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err,
            "b.json: this is no baseline: not JSON\n  `stet check --write-baseline FILE` writes a new one\n");
}

TEST(BadInput, ABaselineKnowsNamesThatAreNoText) {
  const TemporaryFolder folder;
  folder.write("a\xFF.md", "Am 31. April 2025 war Markt.\n");
  folder.write("b.md", "Am 31. April 2025 war Messe.\n");
  EXPECT_EQ(run_stet({"check", "--write-baseline", "b.json", "a\xFF.md"}, folder.path()).status, 0);
  const RunResult result = run_stet({"check", "--output-format", "concise", "--baseline", "b.json"}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out, "b.md:1:4: error[date/impossible] there is no 31 April 2025: the month has 30 days\n");
}

TEST(BadInput, AFolderWithoutRules) {
  const TemporaryFolder folder;
  folder.write("a.md", "x\n");
  folder.write("own/readme.txt", "none yet\n");
  const RunResult result = run_stet({"check", "--rules", "own", "a.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "own: no rules (*.toml) in this folder\n");
}

TEST(BadInput, AFileThatNeverEnds) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer needs more addresses than a limit leaves";
#endif
  const TemporaryFolder folder;
  folder.write("a.md", "x\n");
  const RunResult result = run_shell("ulimit -v 1000000; stet check --threads 1 /dev/zero a.md", folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "/dev/zero: there is not enough memory to check it\n");
  EXPECT_EQ(result.out, kNothing);
}

TEST(BadInput, ListsNestedAHundredThousandLevelsDeep) {
  const TemporaryFolder folder;
  folder.write("nest.md", repeated("- ", 100000) + "x\n");
  folder.write("quote.md", repeated("> ", 100000) + "x\n");
  EXPECT_EQ(run_stet({"check", "nest.md", "quote.md"}, folder.path()).out, "nothing found in 2 files\n");
}

// Fewer levels, since the library's time grows with their square.
TEST(BadInput, ElementsNestedDeeply) {
  const TemporaryFolder folder;
  folder.write("nest.html", repeated("<ul><li>", 4000) + "Jetzt Newsletter abonnieren");
  const RunResult result = run_stet({"check", "--output-format", "concise", "nest.html"}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out.substr(0, 49), "nest.html:1:32001: warning[boilerplate/newsletter");
}

// Deeper than any page: read as plain text, in linear time.
TEST(BadInput, ElementsNestedAHundredThousandLevelsDeep) {
  const TemporaryFolder folder;
  for (const char* tag : {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<svg>"}) {
    folder.write(std::string(1, tag[1]) + ".html", repeated(tag, 100000) + "\n\nAm 31. April 2025 war Markt.\n");
  }
  const RunResult result =
      run_stet({"check", "--output-format", "concise", "--quiet", "--select", "date", "."}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
  for (const char* name : {"b", "d", "s", "t", "u"}) {
    EXPECT_NE(result.out.find(std::string(name) + ".html:3:4: error[date/impossible] "), std::string::npos) << name;
  }
}

// One finding for each tag of one line: its column is not counted from the line's begin each time.
TEST(BadInput, ALineFullOfFindings) {
  const TemporaryFolder folder;
  folder.write("line.md", repeated("Text <div> ", 100000) + "\n");
  const RunResult result = run_stet({"check", "--output-format", "concise", "line.md"}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.out.find("line.md:1:1099995: "), std::string::npos) << result.out.substr(0, 200);
}

TEST(BadInput, ALineOfFiftyMegabytes) {
  const TemporaryFolder folder;
  folder.write("line.txt", repeated("Ein Satz über die Stadt und ihre Brücken. ", 1200000) + "Am 31. April 2025.");
  const RunResult result = run_stet({"check", "--output-format", "concise", "line.txt"}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out,
            "line.txt:1:50400004: error[date/impossible] there is no 31 April 2025: the month has 30 days\n");
}

TEST(BadInput, FiftyMegabytesOfOneMark) {
  const TemporaryFolder folder;
  for (const char* mark : {"*", "<", "&"}) {
    folder.write("mark.md", repeated(mark, 50000000));
    const RunResult result = run_stet({"check", "--quiet", "--exit-zero", "mark.md"}, folder.path());
    EXPECT_EQ(result.status, 0) << mark;
    EXPECT_EQ(result.err, "") << mark;
  }
}

// Inputs on which parsers with backtracking need quadratic time.
TEST(BadInput, EndlessRunsOfMarks) {
  const TemporaryFolder folder;
  int number = 0;
  for (const char* mark : {"[", "*", "_", "<", "`", "`a", "&", "![", "> ", "[a](", "|a", "\\", "<!--"}) {
    folder.write(std::to_string(++number) + ".md", repeated(mark, 200000));
    folder.write(std::to_string(number) + ".html", repeated(mark, 200000));
  }
  const RunResult result = run_stet({"check", "--quiet", "--exit-zero", "."}, folder.path());
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.err, "");
}

TEST(BadInput, FilesWithNothingToRead) {
  const TemporaryFolder folder;
  folder.write("empty.md", "");
  folder.write("mark.txt", "\xEF\xBB\xBF");
  folder.write("wide.txt", std::string("\xFF\xFE", 2));
  folder.write("zeros.md", std::string(1000, '\0'));
  const RunResult result = run_stet({"check", "."}, folder.path());
  EXPECT_EQ(result.status, 0) << result.out;
  EXPECT_EQ(result.out, "nothing found in 4 files\n");
}

TEST(BadInput, BytesOfAnotherEncodingKeepTheirPlaces) {
  const TemporaryFolder folder;
  folder.write("latin1.txt",
               "Sch\xF6ne Gr\xFC\xDF"
               "e. Am 31. April 2025.\n");
  const RunResult result = run_stet({"check", "--output-format", "concise", "latin1.txt"}, folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_NE(result.out.find("latin1.txt:1:4: "), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("latin1.txt:1:18: error[date/impossible]"), std::string::npos) << result.out;
}

TEST(BadInput, AClosedPipe) {
  const TemporaryFolder folder;
  folder.write("a.txt", repeated("Am 31. April 2025.\n\n", 20000));
  const RunResult result = run_shell("stet check a.txt | head -n 1", folder.path());
  EXPECT_EQ(result.err, "");
}

TEST(BadInput, AFullDisk) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const TemporaryFolder folder;
  folder.write("a.txt", "Ein Satz.\n");
  const RunResult result = run_shell("stet check a.txt >/dev/full", folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "can't write to standard output: No space left on device\n");
}

TEST(BadInput, AFullDiskUnderTheOtherCommands) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const TemporaryFolder folder;
  folder.write("a.txt", "Am 8. April 2025 war Markt.\n");
  for (const char* command : {"facts a.txt", "rules", "rules --schema", "explain date/impossible", "completion bash",
                              "--help", "--version", "check --help"}) {
    const RunResult result = run_shell("stet " + std::string(command) + " >/dev/full", folder.path());
    EXPECT_EQ(result.status, 2) << command;
    EXPECT_EQ(result.err.substr(0, 30), "can't write to standard output") << command;
  }
}

TEST(BadInput, ADraftIsNotLostToItsOwnReport) {
  const TemporaryFolder folder;
  const std::string text = "Am 31. April 2025 war Markt.\n";
  folder.write("a.txt", text);
  for (const char* option : {"--output-file", "--write-baseline"}) {
    const RunResult result = run_stet({"check", option, "./a.txt", "a.txt"}, folder.path());
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.err, "a.txt: this file can't be both checked and written\n");
    EXPECT_EQ(read_file(folder.path("a.txt")).value(), text);
  }
}

// The report of the run before lies in the folder.
TEST(BadInput, AReportIsNoDraft) {
  const TemporaryFolder folder;
  folder.write("a.txt", "Am 31. April 2025 war Markt.\n");
  for (int i = 0; i < 2; ++i) {
    const RunResult result =
        run_stet({"check", "--output-format", "concise", "--output-file", "report.txt", "."}, folder.path());
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(read_file(folder.path("report.txt")).value(),
              "a.txt:1:4: error[date/impossible] there is no 31 April 2025: the month has 30 days\n");
  }
}

// Each is read once, though lines that come back in several files are looked for.
TEST(BadInput, Pipes) {
  const TemporaryFolder folder;
  folder.write("a.txt", "Am 31. April 2025 war Markt.\n");
  folder.write("b.txt", "Am 31. Juni 2025 war der Markt geschlossen.\n");
  const RunResult result = run_shell(
      "mkfifo c.txt d.txt; cat a.txt >c.txt & cat b.txt >d.txt & stet check --output-format concise c.txt d.txt",
      folder.path());
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.out,
            "c.txt:1:4: error[date/impossible] there is no 31 April 2025: the month has 30 days\n"
            "d.txt:1:4: error[date/impossible] there is no 31 June 2025: the month has 30 days\n");
}

TEST(BadInput, WrongNumbersAndPaths) {
  const TemporaryFolder folder;
  folder.write("a.txt", "Ein Satz.\n");
  RunResult result = run_stet({"check", "--threads", "-1", "a.txt"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "stet: --threads: \"-1\" is no number of threads\n  `stet check --help` says more\n");
  result = run_stet({"check", "--lang", "dt", "a.txt"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "--lang: \"dt\" is not known\n  a code of ISO 639, as \"de\"\n");
  result = run_stet({"test", "."}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "stet: no rules in .\n");
  result = run_stet({"check", "", "a.txt"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "a path is empty\n");
}

// What was found is told as it is in the file, which stays as it was.
TEST(BadInput, AFixThatCannotBeWritten) {
  const TemporaryFolder folder;
  folder.write("a.txt", "Ein Satz &amp;amp; noch einer.\n");
  const RunResult result =
      run_shell("chmod 555 .; stet check --output-format concise --fix a.txt; status=$?; chmod 755 .; exit $status",
                folder.path());
  if (result.status != 2) GTEST_SKIP() << "nothing is forbidden here";
  EXPECT_EQ(result.err, "a.txt: can't write it: Permission denied\n");
  EXPECT_NE(result.out.find("markup/entity-residue"), std::string::npos) << result.out;
  EXPECT_EQ(result.out.find("fixed"), std::string::npos) << result.out;
}

// Its name is still there when the folder is read, and its content is not when the file is.
TEST(BadInput, AFileThatVanishes) {
  const TemporaryFolder folder;
  folder.write("a.md", "Ein Satz.\n");
  std::filesystem::create_symlink("gone.md", folder.path("b.md"));
  const RunResult result = run_stet({"check", "a.md", "b.md"}, folder.path());
  EXPECT_EQ(result.status, 2);
  EXPECT_EQ(result.err, "b.md: can't read it: No such file or directory\n");
}

// Neither is a draft, and reading the second would wait for ever.
TEST(BadInput, FoldersAndPipesNamedLikeDrafts) {
  const TemporaryFolder folder;
  folder.write("folder.md/a.md", "Ein Satz.\n");
  const RunResult result = run_shell("mkfifo pipe.md && stet check .", folder.path());
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out, kNothing);
}

TEST(BadInput, NothingReachesTheTerminalThatSteersIt) {
  const TemporaryFolder folder;
  folder.write("a.md", "\x1b[31m Am 31. April 2025 \x1b[0m \u202E\u009B2J.\n");
  folder.write("stet.toml", "sel\x1b[31mect\u202E = 1\n");
  for (const char* command : {"check --isolated a.md", "check --isolated --output-format concise a.md", "check a.md",
                              "facts --isolated a.md", "check 'b\x1b[31m\u202E.md'", "'\x1b[31m'"}) {
    const RunResult result = run_shell(std::string("stet ") + command, folder.path());
    EXPECT_NE(result.out + result.err, "") << command;
    for (const char* steering : {"\x1b", "\u202E", "\u009B"}) {
      EXPECT_EQ((result.out + result.err).find(steering), std::string::npos) << command;
    }
  }
}

TEST(BadInput, ColoursOnlyOnATerminal) {
  const TemporaryFolder folder;
  folder.write("a.md", "Am 31. April 2025.\n");
  const auto colored = [&](const std::string& command) {
    return run_shell(command, folder.path()).out.find('\x1b') != std::string::npos;
  };
  EXPECT_FALSE(colored("stet check a.md"));
  EXPECT_TRUE(colored("stet check --color always a.md"));
  // script(1) gives it a terminal.
  if (run_shell("command -v script").status != 0) GTEST_SKIP() << "no script(1) here";
  EXPECT_TRUE(colored("TERM=xterm script -qec 'stet check a.md' /dev/null"));
  EXPECT_FALSE(colored("TERM=xterm NO_COLOR=1 script -qec 'stet check a.md' /dev/null"));
  EXPECT_FALSE(colored("TERM=dumb script -qec 'stet check a.md' /dev/null"));
}

TEST(BadInput, ValuesOfOptions) {
  const TemporaryFolder folder;
  folder.write("a.md", "Ein Satz.\n");
  const auto error = [&](const std::string& option, const std::string& value) {
    const RunResult result = run_stet({"check", option, value, "a.md"}, folder.path());
    EXPECT_EQ(result.status, 2) << option;
    EXPECT_EQ(result.out, "") << option;
    return result.err;
  };
  EXPECT_EQ(error("--output-format", "jsn"), "--output-format: \"jsn\" is not known\n  did you mean \"json\"?\n");
  EXPECT_EQ(error("--fail-on", "eror"), "--fail-on: \"eror\" is not known\n  did you mean \"error\"?\n");
  EXPECT_EQ(error("--select", "boilerplte"),
            "--select: no rule is called \"boilerplte\"\n  did you mean \"boilerplate\"?\n");
  EXPECT_EQ(error("--ignore", "ad/promot"),
            "--ignore: no rule is called \"ad/promot\"\n  did you mean \"ad/promo\"?\n");
  EXPECT_EQ(error("--as-of", "2025-02-30"),
            "--as-of: \"2025-02-30\" is not known\n  a day of the calendar, as 2025-04-08\n");
  EXPECT_EQ(error("--locale", "fr"), "--locale: \"fr\" is not known\n  there are \"en\" and \"de\"\n");
  EXPECT_EQ(error("--rules", "none"), "none: can't read the rules: No such file or directory\n");
  EXPECT_EQ(error("--config", "none"), "none: can't read it: No such file or directory\n");
  EXPECT_EQ(error("--output-file", "none/x"), "none/x: can't write it: No such file or directory\n");
}

}  // namespace
}  // namespace stet
