#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr const char* kText = "The council approved the new bridge on Monday after a long debate. ";
constexpr const char* kNext = "\n\nMany commuters have waited for it for years and take the bus along the quay.";

std::string in(const std::string& text, std::string_view language = "en") {
  return findings("markup/glued-heading", text, Format::kMarkdown, language);
}
bool silent(const std::string& heading) { return in(kText + heading + kNext).empty(); }

TEST(GluedHeading, StandsAtTheEnd) {
  EXPECT_EQ(in(kText + std::string("A View of the River") + kNext),
            "1:68 “A View of the River” a heading stuck to the end of the paragraph: A View of the River\n");
}

TEST(GluedHeading, WhatIsNone) {
  EXPECT_FALSE(silent("The Price of a Bridge"));
  EXPECT_TRUE(silent("The Price of a Bridge."));
  EXPECT_TRUE(silent("The Price of a Bridge,"));
  EXPECT_TRUE(silent("the Price of a Bridge"));
  EXPECT_TRUE(silent("The price of a Bridge"));
  EXPECT_TRUE(silent("Bridge Price"));
  EXPECT_TRUE(silent("New Bridge Price"));
  EXPECT_TRUE(silent("Ann Lee, Mayor of the City"));
  EXPECT_TRUE(silent("Photo by Tom Hay"));
  EXPECT_TRUE(silent("The Bridge of 1912"));
  EXPECT_TRUE(silent("The Price of a Bridge for the City and the Region and the Whole Coast"));
}

TEST(GluedHeading, WhereItStands) {
  constexpr const char* kHeading = "The Price of a Bridge";
  EXPECT_EQ(in(std::string("It was long. ") + kHeading + kNext), "");
  EXPECT_EQ(in(kText + std::string(kHeading)), "");
  EXPECT_EQ(in(kText + std::string(kHeading) + "\n\n## Votes" + kNext), "");
  EXPECT_EQ(in(kText + std::string(kHeading) + "\n\nA short one."), "");
  EXPECT_NE(
      in(kText + std::string(kHeading) + "\n\n- Many commuters have waited for it for years and take the bus along."),
      "");
  EXPECT_EQ(
      in("The council approved the new bridge on Monday after a debate on the Price of a Bridge" + std::string(kNext)),
      "");
}

}  // namespace
}  // namespace stet
