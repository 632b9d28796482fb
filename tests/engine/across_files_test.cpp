#include "engine/across_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/check_file.h"
#include "support/run_of_files.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kFirst =
    "Die Brücke bleibt bis zum Herbst gesperrt.\n\n- Unsere besten Rezepte für den Herbst!\n";
constexpr const char* kSecond =
    "Das Bad öffnet im Mai.\n\n**Unsere BESTEN Rezepte** für den Herbst\n\nDas Bad öffnet im Mai.\n";

std::vector<std::string> findings(const char* text, const AcrossFiles& across) {
  static const RuleSet rules = RuleSet::builtin();
  CheckOptions options;
  options.read.format = Format::kMarkdown;
  options.across = &across;
  std::vector<std::string> out;
  for (const Diagnostic& d : check_source("t.md", SourceText::from_bytes(text).value(), rules, options).diagnostics) {
    if (d.rule == "boilerplate/repeated-across-files") out.push_back(d.excerpt + ": " + d.message);
  }
  return out;
}

TEST(RepeatedLines, AreReportedInEachFileWhateverTheirSpelling) {
  AcrossFiles across;
  across.add_lines(file_lines(kFirst));
  across.add_lines(file_lines(kSecond));
  EXPECT_THAT(findings(kFirst, across),
              ElementsAre("Unsere besten Rezepte für den Herbst!: this line stands in 2 files of this run"));
}

TEST(RepeatedLines, TwiceInOneFileIsNotTwoFiles) {
  AcrossFiles across;
  across.add_lines(file_lines(kSecond));
  EXPECT_THAT(findings(kSecond, across), IsEmpty());
}

// A copy is reported as one; its lines say nothing of the others.
TEST(RepeatedLines, ACopyIsNoOtherFile) {
  AcrossFiles across;
  across.add_lines(file_lines(kFirst));
  across.add_lines(file_lines(kFirst));
  std::string other_breaks;
  for (const char c : std::string_view(kFirst)) other_breaks += c == '\n' ? std::string("\r\n\r\n") : std::string(1, c);
  across.add_lines(file_lines(other_breaks));
  EXPECT_THAT(findings(kFirst, across), IsEmpty());
  across.add_lines(file_lines(kSecond));
  EXPECT_THAT(findings(kFirst, across),
              ElementsAre("Unsere besten Rezepte für den Herbst!: this line stands in 2 files of this run"));
}

// The short lines are the same, the articles are not.
TEST(RepeatedLines, FilesThatDifferInALongLine) {
  AcrossFiles across;
  const std::string article(500, 'a');
  across.add_lines(file_lines("Unsere besten Rezepte für den Herbst!\n" + article));
  across.add_lines(file_lines("Unsere besten Rezepte für den Herbst!\n" + article + "b"));
  EXPECT_THAT(findings("Unsere besten Rezepte für den Herbst!\n", across),
              ElementsAre("Unsere besten Rezepte für den Herbst!: this line stands in 2 files of this run"));
}

TEST(RepeatedLines, ShortAndLongLinesHaveNoKey) {
  const auto key_of = [](std::string_view line) {
    std::vector<Word> words;
    cut_words(line, words);
    return line_key(line, words);
  };
  EXPECT_EQ(key_of("Mehr lesen"), 0U);
  EXPECT_EQ(key_of(std::string(100, 'a') + std::string(301, ' ') + "b c d"), 0U);
  EXPECT_NE(key_of("eins zwei drei"), key_of("eins drei zwei"));
}

constexpr std::string_view kFacts = "contradiction/across-files";
constexpr const char* kBorn = "Anna Berg wurde 1956 in Kiel geboren.\n";

std::vector<std::string> rules_of(const FileReport& report) {
  std::vector<std::string> rules;
  for (const Diagnostic& d : report.diagnostics) rules.push_back(d.rule);
  return rules;
}

TEST(AcrossFiles, ACommentTakesAPassageOutOfTheComparisonInEitherFile) {
  const std::string comment = "<!-- stet contradiction/across-files: as the parish register has it -->\n";
  const std::string other = "Anna Berg wurde 1965 in Kiel geboren.\n";
  EXPECT_EQ(marked_across(kFacts, kBorn, other, "de"), "Anna Berg wurde 1965 in Kiel geboren");
  EXPECT_EQ(marked_across(kFacts, kBorn, comment + other, "de"), "");
  EXPECT_EQ(marked_across(kFacts, comment + kBorn, other, "de"), "");
}

TEST(AcrossFiles, ACommentIsNotUnusedInAFileByItself) {
  static const RuleSet rules = RuleSet::builtin();
  const std::string text = std::string("<!-- stet contradiction/across-files -->\n") + kBorn;
  AcrossFiles across;
  CheckOptions options;
  options.read.language = Language("de");
  EXPECT_THAT(rules_of(check_source("t.md", SourceText::from_bytes(text).value(), rules, options)), IsEmpty());
  options.across = &across;
  const std::string idle = "<!-- stet contradiction/across-files -->\nAnna Berg malt.\n";
  EXPECT_THAT(rules_of(check_source("t.md", SourceText::from_bytes(text).value(), rules, options)), IsEmpty());
  EXPECT_THAT(rules_of(check_source("t.md", SourceText::from_bytes(idle).value(), rules, options)),
              ElementsAre("stet/unused-suppression"));
}

TEST(AcrossFiles, AFileThatIsGoneClashesWithNothing) {
  static const RuleSet rules = RuleSet::builtin();
  AcrossFiles across;
  CheckOptions options;
  options.across = &across;
  options.read.language = Language("de");
  const auto check = [&](const char* text) {
    return check_source("b.md", SourceText::from_bytes(text).value(), rules, options);
  };
  across.meet("no such file.md", check(kBorn).traces, rules);
  const char* second = "Anna Berg wurde 1965 in Kiel geboren.\n";
  const std::vector<Clash> clashes = across.meet("b.md", check(second).traces, rules);
  EXPECT_EQ(clashes.size(), 1U);
  options.clashes = &clashes;
  EXPECT_THAT(rules_of(check(second)), IsEmpty());
}

TEST(AcrossFiles, AFileByItselfLeavesNothing) {
  static const RuleSet rules = RuleSet::builtin();
  EXPECT_TRUE(check_source("t.md", SourceText::from_bytes(kBorn).value(), rules, {}).traces.empty());
}

TEST(AcrossFiles, LineCountsCountFiles) {
  LineCounts counts;
  EXPECT_EQ(counts.files(7), 0U);
  for (int file = 1; file <= 3; ++file) {
    std::vector<std::uint64_t> keys;
    for (std::uint64_t key = 1; key <= 5000; ++key) {
      if (key % static_cast<std::uint64_t>(file) == 0) keys.push_back(key << 32U | 1U);
    }
    counts.add({keys, static_cast<std::uint64_t>(file)});
  }
  for (std::uint64_t key = 1; key <= 5000; ++key) {
    EXPECT_EQ(counts.files(key << 32U | 1U), 1U + (key % 2 == 0 ? 1U : 0U) + (key % 3 == 0 ? 1U : 0U));
  }
  EXPECT_EQ(counts.files(5001ULL << 32U | 1U), 0U);
}

}  // namespace
}  // namespace stet
