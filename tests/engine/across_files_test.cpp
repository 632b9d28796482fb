#include "engine/across_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/check_file.h"

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
  across.add_lines(line_keys(kFirst));
  across.add_lines(line_keys(kSecond));
  EXPECT_THAT(findings(kFirst, across),
              ElementsAre("Unsere besten Rezepte für den Herbst!: this line stands in 2 files of this run"));
}

TEST(RepeatedLines, TwiceInOneFileIsNotTwoFiles) {
  AcrossFiles across;
  across.add_lines(line_keys(kSecond));
  EXPECT_THAT(findings(kSecond, across), IsEmpty());
}

TEST(RepeatedLines, ShortAndLongLinesHaveNoKey) {
  std::vector<Word> scratch;
  EXPECT_EQ(line_key("Mehr lesen", scratch), 0U);
  EXPECT_EQ(line_key(std::string(100, 'a') + std::string(301, ' ') + "b c d", scratch), 0U);
  EXPECT_NE(line_key("eins zwei drei", scratch), line_key("eins drei zwei", scratch));
}

TEST(AcrossFiles, LineCountsCountFiles) {
  LineCounts counts;
  EXPECT_EQ(counts.files(7), 0U);
  for (int file = 1; file <= 3; ++file) {
    std::vector<std::uint64_t> keys;
    for (std::uint64_t key = 1; key <= 5000; ++key) {
      if (key % static_cast<std::uint64_t>(file) == 0) keys.push_back(key << 32U | 1U);
    }
    counts.add(keys);
  }
  for (std::uint64_t key = 1; key <= 5000; ++key) {
    EXPECT_EQ(counts.files(key << 32U | 1U), 1U + (key % 2 == 0 ? 1U : 0U) + (key % 3 == 0 ? 1U : 0U));
  }
  EXPECT_EQ(counts.files(5001ULL << 32U | 1U), 0U);
}

}  // namespace
}  // namespace stet
