#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string in(const std::string& line) { return findings_between_paragraphs("boilerplate/counter", line); }

TEST(StrayFigures, CountersAndIcons) {
  EXPECT_EQ(in("316"), "3:1 “316” stray counter or icon on a line of its own: “316”\n");
  for (const char* line : {"+5", "1 / 3", "(12)", "0:00", "0:00 / 3:41", "☰", "♡ 231", "×", "2500"}) {
    EXPECT_NE(in(line), "") << line;
  }
}

TEST(StrayFigures, WhatATextMayHold) {
  for (const char* line : {"1989", "***", "* * *", "---", "2:1", "1", "II", "…", "5 eggs", "3.5", "1/2/3"}) {
    EXPECT_EQ(in(line), "") << line;
  }
}

TEST(StrayFigures, NumberedPartsAndTablesAreTheTextsOwn) {
  EXPECT_EQ(in(std::string("2\n\n") + kParagraphBefore + "\n\n3"), "");
  EXPECT_NE(in(std::string("2\n\n") + kParagraphBefore + "\n\n5"), "");
  EXPECT_EQ(in(std::string("12:05\n\n") + kParagraphBefore + "\n\n12:09\n\n12:20\n\n12:45"), "");
}

TEST(StrayFigures, NeedAnArticle) {
  EXPECT_EQ(findings("boilerplate/counter", "Eggs\n\n316\n\nMilk", Format::kPlain, "en"), "");
}

}  // namespace
}  // namespace stet
