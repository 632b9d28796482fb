#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "number/wrong-result";

TEST(WrongResult, Rests) {
  expect_marked(kRule, "de",
                {
                    "Von den 60 Bäumen wurden 24 gefällt. Die übrigen ⟦34⟧ bleiben stehen.",
                    "Von den 60 Bäumen wurden 24 gefällt. Die übrigen 36 bleiben stehen.",
                    "Von den 60 Bäumen wurden 24 gefällt und zwei gestützt. Die übrigen 34 bleiben stehen.",
                    "Von den rund 60 Bäumen wurden 24 gefällt. Die übrigen 34 bleiben stehen.",
                });
  expect_marked(kRule, "en",
                {
                    "It costs $3.4 million. The state pays $1.2 million, the town the remaining ⟦$1.1 million⟧.",
                    "It costs $3.4 million. The state pays $1.2 million, the town the remaining $2.2 million.",
                    "Six boats sank. There are 60 boats and 24 canoes here. The remaining 30 boats are old.",
                });
}

TEST(WrongResult, DifferencesAndShares) {
  expect_marked(kRule, "en",
                {
                    "It had 480 guests, after 420 the year before. That is 60 more.",
                    "It had 480 guests, after 420 the year before. It wants 50 more.",
                    "Of the 800 homes asked, 320 heat with gas. That is ⟦45 percent⟧.",
                    "Of the 800 homes asked, 320 heat with gas. That is 40 percent.",
                });
}

TEST(WrongResult, FactorsProductsAndAverages) {
  expect_marked(kRule, "fr",
                {
                    "Le club comptait 900 membres. Il en a 1 350, ⟦le double⟧ de l'an dernier.",
                    "Le club comptait 900 membres. Il en a 1 800, le double de l'an dernier.",
                });
  expect_marked(kRule, "de",
                {
                    "Der Kreis kauft 40 Tische. Jeder Tisch kostet 350 Euro. Insgesamt zahlt er ⟦16.000 Euro⟧.",
                    "Der Kreis kauft 40 Tische. Jeder Tisch kostet 350 Euro. Insgesamt zahlt er 14.000 Euro.",
                    "Der Kreis kauft 40 Tische. Jeder Tisch kostet 350 Euro. Inklusive Stühlen insgesamt 16.000 Euro.",
                });
  expect_marked(kRule, "en",
                {
                    "The shop served 3,600 customers over 12 days, an average of 300 a day.",
                });
}

TEST(WrongResult, NamesWhatItComputed) {
  EXPECT_EQ(findings(kRule, "Of the 60 boats, 24 were sold. The remaining 34 will be raffled."),
            "1:46 “34” of 60, 36 remain, not 34\n"
            "  1:8 “60” computed from this\n"
            "  1:18 “24” computed from this\n");
}

}  // namespace
}  // namespace stet
