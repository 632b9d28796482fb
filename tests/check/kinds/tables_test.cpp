// The kinds that look at tables: table-shape, table-prose-header, empty-cell.
#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string shape(std::string_view text, Format format = Format::kMarkdown) {
  return findings("markup/broken-table", text, format);
}
std::string empty(std::string_view text, Format format = Format::kMarkdown) {
  return findings("markup/empty-cell", text, format);
}

TEST(TableShape, CountsCellsAsTheyAreWritten) {
  EXPECT_EQ(shape("|a|b|\n|-|-|\n|1|2|3|\n"), "3:1 “|1|2|3|” a row of 3 cells in a table of 2\n");
  EXPECT_EQ(shape("a | b | c\n-|-|-\n1 | 2\n"), "3:1 “1 | 2” a row of 2 cells in a table of 3\n");
  EXPECT_EQ(shape("|a|b|\n|-|-|\n|1|2\n1|2|\n|1\\||2|\n| |2|\n"), "");
  EXPECT_EQ(shape("> |a|b|\n> |-|-|\n> |1|2|\n"), "");
  EXPECT_EQ(shape("|a|b|c|\n|-|-|-|\n|over all of them|\n|1|2|3|\n"), "");
}

TEST(TableShape, SecondHeaders) {
  constexpr const char* kHeader = " a header row in the middle of the table\n";
  EXPECT_EQ(shape("|a|b|\n|-|-|\n|1|2|\n|---|---|\n|3|4|\n"), "4:1 “|---|---|”" + std::string(kHeader));
  EXPECT_EQ(shape("|a|b|\n|-|-|\n|1|2|\n|c|d|\n|-|-|\n|3|4|\n|5|6|\n", Format::kPlain),
            "4:1 “|c|d|”" + std::string(kHeader));
  // Above a total, and under every row.
  EXPECT_EQ(shape("|a|b|\n|-|-|\n|1|2|\n|3|4|\n|-|-|\n|4|6|\n", Format::kPlain), "");
  EXPECT_EQ(shape("|a|b|\n|-|-|\n|1|2|\n|-|-|\n|3|4|\n|-|-|\n|5|6|\n", Format::kPlain), "");
}

TEST(TableShape, TheHeaderAgain) {
  EXPECT_EQ(shape("|Ort|Zahl|\n|-|-|\n|x|1|\n|ORT|Zahl|\n|y|2|\n"),
            "4:1 “|ORT|Zahl|” the header row stands in the table again\n");
  EXPECT_EQ(shape("|Ort|Zahl|\n|-|-|\n|x|1|\n|x|1|\n"), "");
  EXPECT_EQ(shape("| | |\n|-|-|\n| | |\n| | |\n"), "");
}

TEST(EmptyCell, OnlyOneRowMayBeOpen) {
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|y| |\n|z|3|\n"), "4:2 “y” no value beside “y”\n");
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|y| |\n|z| |\n|u|2|\n"), "");
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|y| |\n"), "");
  EXPECT_EQ(empty("|a|b|c|\n|-|-|-|\n|x|1|1|\n|y| | |\n|z|3|3|\n"), "");
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n| | |\n|z|3|\n"), "");
}

TEST(EmptyCell, ALabelIsShortAndPlain) {
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|**y**| |\n|z|3|\n"), "");
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|y:| |\n|z|3|\n"), "");
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|No boat ran.| |\n|z|3|\n"), "");
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|one two three four five six seven eight nine| |\n|z|3|\n"), "");
  // No-break and zero-width spaces are no value.
  EXPECT_EQ(empty("|a|b|\n|-|-|\n|x|1|\n|y|\u00A0\u200B|\n|z|3|\n"), "4:2 “y” no value beside “y”\n");
}

TEST(TableProseHeader, TwentyWordsAndAStop) {
  std::string words = "One";
  for (int i = 1; i < 19; ++i) words += " word";
  const auto in = [](const std::string& cell, const char* rest) {
    return findings("markup/table-prose-header", "| " + cell + " | |\n|---|---|\n" + rest);
  };
  constexpr const char* kRow = "| a | b |\n";
  EXPECT_EQ(in(words + " end.", kRow), "1:3 “" + words + " end.” a paragraph of 20 words became a table header\n");
  EXPECT_EQ(in(words + ".", kRow), "");
  EXPECT_EQ(in(words + " end", kRow), "");
  EXPECT_EQ(in(words + " end?", kRow), "");
  EXPECT_EQ(in(words + " end.", ""), "");
  EXPECT_EQ(findings("markup/table-prose-header", "| a | b |\n|---|---|\n| " + words + " end. | c |\n"), "");
}

}  // namespace
}  // namespace stet
