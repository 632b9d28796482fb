#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string in(const std::string& lines) { return findings_between_paragraphs("boilerplate/ballot", lines); }

TEST(Ballot, QuestionWithItsAnswers) {
  EXPECT_EQ(in("Is it safe?\nYes\nNo"),
            "3:1 “Is it safe?⏎Yes⏎No” poll with its answers inside the article: “Is it safe?”\n");
  EXPECT_NE(in("Is it safe?\n\nNo, never\n\nYes, of course"), "");
  EXPECT_NE(in("Is it safe?\nTell us\n- Yes\n- No"), "");
}

TEST(Ballot, WhatIsNone) {
  EXPECT_EQ(in("Yes\nNo"), "");
  EXPECT_EQ(in("Is it safe?\nYes"), "");
  EXPECT_EQ(in("Is it safe?\nYes.\nWill it be?\nNo."), "");
  EXPECT_EQ(in("Is it safe?\nYesterday it was\nNobody knows"), "");
  EXPECT_EQ(in(std::string("Is it safe?\nYes\n") + kParagraphBefore + "\nNo"), "");
}

TEST(Ballot, EndsBeforeTheArticleGoesOn) {
  EXPECT_EQ(in("Is it safe?\nYes\nNo\n\nThe beams"),
            "3:1 “Is it safe?⏎Yes⏎No” poll with its answers inside the article: “Is it safe?”\n");
}

}  // namespace
}  // namespace stet
