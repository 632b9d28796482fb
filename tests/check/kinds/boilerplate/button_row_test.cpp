#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string in(const std::string& line) { return findings_between_paragraphs("boilerplate/buttons", line); }

TEST(ButtonRow, GluedWords) {
  EXPECT_EQ(in("ShareTweet"), "3:1 “ShareTweet” row of buttons inside the article: “ShareTweet”\n");
  EXPECT_NE(in("FacebookTwitterWhatsApp"), "");
  EXPECT_NE(in("Share14KTweet"), "");
  EXPECT_NE(in("0Comments"), "");
  EXPECT_NE(in("Sign inSubscribe"), "");
  EXPECT_NE(in("Plan du siteMentions légales"), "");
}

TEST(ButtonRow, WordsApartNeedThree) {
  EXPECT_NE(in("Facebook Twitter Print"), "");
  EXPECT_NE(in("Facebook | Twitter · Print"), "");
  EXPECT_EQ(in("Print Send"), "");
  EXPECT_EQ(in("12 Comments"), "");
}

TEST(ButtonRow, NothingElseMayStandInIt) {
  EXPECT_EQ(in("ShareTweet today"), "");
  EXPECT_EQ(in("SharesTweetedAway"), "");
  EXPECT_EQ(in("YouTube"), "");
  EXPECT_EQ(in("***"), "");
}

}  // namespace
}  // namespace stet
