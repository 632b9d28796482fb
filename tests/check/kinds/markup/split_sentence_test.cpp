#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr const char* kBefore = "The council talked for hours about the new bridge and voted";
std::string in(const std::string& text, Format format = Format::kMarkdown) {
  return findings("markup/split-sentence", text, format);
}

TEST(SplitSentence, NamesBothEnds) {
  EXPECT_EQ(
      in(std::string(kBefore) + "\n\nfor the cheapest of the three."),
      "1:40 “new bridge and voted” the sentence breaks off here and goes on in the next paragraph: “for the cheapest "
      "of”\n  3:1 “for the cheapest of” here it goes on\n");
}

TEST(SplitSentence, WhatMayStandBetween) {
  for (const char* gap : {"\n\n", "\r\n\r\n", "\n \n\t\n\n"}) {
    EXPECT_NE(in(kBefore + std::string(gap) + "for the cheapest of the three."), "") << gap;
  }
  for (const char* gap :
       {"\n\n![](bridge.jpg)\n\n", "\n\n---\n\n", "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n", "\n\n## Votes\n\n"}) {
    EXPECT_EQ(in(kBefore + std::string(gap) + "for the cheapest of the three."), "") << gap;
  }
}

TEST(SplitSentence, HowItMayGoOn) {
  const auto silent = [](const char* next) { return in(std::string(kBefore) + "\n\n" + next).empty(); };
  EXPECT_FALSE(silent("ändernde Worte fielen dabei keine."));
  EXPECT_FALSE(silent("too late, “he said.”"));
  EXPECT_TRUE(silent("For the cheapest of the three."));
  EXPECT_TRUE(silent("for the cheapest of the three"));
  EXPECT_TRUE(silent("for the cheapest."));
  EXPECT_TRUE(silent("“for the cheapest of the three.”"));
  EXPECT_TRUE(silent("a) the cheapest of the three."));
  EXPECT_TRUE(silent("bridge.example has all the details online."));
  EXPECT_TRUE(silent("eBay has the old bridge on offer."));
}

TEST(SplitSentence, WhatMustStandBefore) {
  constexpr const char* kNext = "\n\nfor the cheapest of the three.";
  for (const char* end : {".", "!", "?", "…", ":", ";", " –", ".”", ".)"}) {
    EXPECT_EQ(in(std::string(kBefore) + end + kNext), "") << end;
  }
  EXPECT_NE(in(std::string(kBefore) + "," + kNext), "");
  EXPECT_NE(in("**" + std::string(kBefore) + "**" + kNext), "");
  EXPECT_EQ(in("The council talked about the new bridge again" + std::string(kNext)), "");
  EXPECT_EQ(in("the council talked for hours about the new bridge and voted" + std::string(kNext)), "");
  EXPECT_EQ(in("- " + std::string(kBefore) + kNext), "");
}

TEST(SplitSentence, WordsThatEndNoSentence) {
  std::string words = "The";
  for (int i = 2; i < 25; ++i) words += " word";
  EXPECT_NE(in(words + " the\n\nBridge Inn on the quay."), "");
  EXPECT_EQ(in(words + " inn\n\nBridge Inn on the quay."), "");
  EXPECT_EQ(in(words + ", the,\n\nBridge Inn on the quay."), "");
  EXPECT_EQ(in("The council talked for hours about the\n\nBridge Inn on the quay."), "");
}

}  // namespace
}  // namespace stet
