// Texts in five languages are in fixtures/contradictions.
#include <gtest/gtest.h>

#include "check/kinds/slip_support.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/age";

TEST(AgeConflict, QuotedAgesAndAgesOfAnotherTimeAreLeftAlone) {
  expect_marked(kRule, "en",
                {"A 33-year-old nurse has won.\n\n“The 38-year-old nurse is my sister,” he said.",
                 "A 33-year-old nurse has won.\n\nThe then 38-year-old nurse lived in York.",
                 "A 33-year-old nurse has won.\n\nThe ⟦38⟧-year-old nurse lives in York."});
}

TEST(AgeConflict, AgesThatAreNoSlipAreOfTwoPeople) {
  expect_marked(kRule, "en",
                {"A 33-year-old nurse has won.\n\nThe 57-year-old nurse lives in York.",
                 "The painter died on Monday aged 61.\n\nThe painter was 85 years old."});
}

TEST(AgeConflict, ManyAgesAreAList) {
  std::string text = "A 33-year-old nurse has won.\n\nThe 38-year-old nurse lives in York.";
  for (int i = 0; i < 70; ++i) text += "\n\nA guest, " + std::to_string(40 + i % 40) + ", came.";
  EXPECT_EQ(remarked(kRule, text, "en"), text);
}

TEST(Slip, IsOneOtherDigitOrTwoThatChangedPlaces) {
  EXPECT_TRUE(is_slip(58, 68));
  EXPECT_TRUE(is_slip(47, 74));
  EXPECT_TRUE(is_slip("1208", "1280"));
  EXPECT_TRUE(is_slip("1208", "1209"));
  EXPECT_FALSE(is_slip(58, 58));
  EXPECT_FALSE(is_slip(58, 69));
  EXPECT_FALSE(is_slip(9, 19));
  EXPECT_FALSE(is_slip("123", "321"));
}

}  // namespace
}  // namespace stet
