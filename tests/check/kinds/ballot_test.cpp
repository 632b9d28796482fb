#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr const char* kOne =
    "The council closed the bridge over the canal on Monday because two of its beams had rusted through, and nobody "
    "could say when it would open again to the buses that cross it forty times a day.";
constexpr const char* kTwo =
    "Drivers have to take the long way round by the mill until then, said the mayor, who had crossed it that very "
    "morning on her bicycle and had noticed nothing at all but a slight humming in the rails.";

std::string in(const std::string& lines) {
  return findings("boilerplate/ballot", std::string(kOne) + "\n\n" + lines + "\n\n" + kTwo, Format::kPlain, "en");
}

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
  EXPECT_EQ(in(std::string("Is it safe?\nYes\n") + kOne + "\nNo"), "");
}

TEST(Ballot, EndsBeforeTheArticleGoesOn) {
  EXPECT_EQ(in("Is it safe?\nYes\nNo\n\nThe beams"),
            "3:1 “Is it safe?⏎Yes⏎No” poll with its answers inside the article: “Is it safe?”\n");
}

}  // namespace
}  // namespace stet
