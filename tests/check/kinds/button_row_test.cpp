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

std::string in(const std::string& line) {
  return findings("boilerplate/buttons", std::string(kOne) + "\n\n" + line + "\n\n" + kTwo, Format::kPlain, "en");
}

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
