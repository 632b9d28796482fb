#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr const char* kLead =
    "\n\nThe bridge will stay closed until May, the council decided on Monday after a debate.\n";

std::string in(const std::string& text, Format format = Format::kMarkdown) {
  return findings("markup/dangling-dateline", text, format);
}
bool silent(const std::string& line) { return in(line + kLead).empty(); }

TEST(DanglingDateline, EndsWithACommaOrADash) {
  EXPECT_EQ(in(std::string("Turkey,") + kLead), "1:1 “Turkey,” dateline cut off: Turkey,\n");
  EXPECT_FALSE(silent("ÉVORA (lusa) —"));
  EXPECT_FALSE(silent("Frankfurt am Main –"));
  EXPECT_FALSE(silent("New York,\u00A0"));
  EXPECT_TRUE(silent("Turkey"));
  EXPECT_TRUE(silent("Turkey:"));
  EXPECT_TRUE(silent("Turkey-"));
}

TEST(DanglingDateline, LooksLikeAPlace) {
  EXPECT_TRUE(silent("Dear Ann,"));
  EXPECT_TRUE(silent("DEAR ANN,"));
  EXPECT_TRUE(silent("Winter mornings,"));
  EXPECT_TRUE(silent("“Turkey,"));
  EXPECT_TRUE(silent("One Two Three Four Five Six,"));
}

TEST(DanglingDateline, StandsBeforeTheFirstParagraph) {
  EXPECT_NE(in("Title Of The Text\n\nAnn Lee\n\nTurkey," + std::string(kLead), Format::kPlain), "");
  EXPECT_EQ(in("Turkey,\n\nAnn Lee" + std::string(kLead)), "");
  EXPECT_EQ(in(kLead + std::string("\nTurkey,") + kLead), "");
  EXPECT_EQ(in("## Berlin, Berlin," + std::string(kLead)), "");
  EXPECT_EQ(in("Berlin,\n\nthe bridge will stay closed until May, the council decided on Monday after a debate.\n"),
            "");
  EXPECT_EQ(in("- Turkey," + std::string(kLead)), "");
  EXPECT_EQ(in("Turkey,"), "");
}

}  // namespace
}  // namespace stet
