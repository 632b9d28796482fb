#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/ordinal";

TEST(OrdinalConflict, TimesAndEditions) {
  expect_marked(kRule, "en",
                {
                    "Hull won the shield for the third time.\n\nWinning the shield ⟦for the fourth time⟧, Hull danced.",
                    "Hull won the shield for the third time.\n\nWinning the shield for the third time, Hull danced.",
                    "Hull won the shield for the third time.\n\nIn 2019, Hull won the shield for the second time.",
                    "Hull won the shield for the third time.\n\nHull hope to win the shield for the fourth time.",
                    "Hull won the shield for the third time.\n\nHull won the shield for the second time this year.",
                    "Hull won the shield for the third time, York for the first time.\n\nYork won for the first time.",
                    "The 25th city run starts at ten.\n\nThe ⟦24th city run⟧ has 3,000 entrants.",
                    "The 25th city run starts at ten.\n\nLast year the 24th city run had 3,000 entrants.",
                });
  expect_marked(kRule, "de",
                {
                    "Zum 25. Mal findet der Stadtlauf statt.\n\nDie ⟦24. Auflage⟧ des Stadtlaufs startet um 10 Uhr.",
                    "Zum 25. Mal findet der Stadtlauf statt.\n\nDer Stadtlauf ist am 24. Mai.",
                    "Zum 25. Mal findet der Stadtlauf statt.\n\nErstmals ist ein Blinder dabei.",
                });
}

TEST(OrdinalConflict, NounsOfWhichThereIsOneOfANumber) {
  expect_marked(
      kRule, "en",
      {
          "Kim Ash is the second woman to run the port.\n\nAs the ⟦first woman⟧ to run the port, she is proud.",
          "Kim Ash is the second woman to run the port.\n\nThe first woman to run the port was Jo Reid.",
          "The couple are expecting their third child.\n\nThe couple's ⟦fourth child⟧ is due in May.",
          "The first train to Hull leaves at five.\n\nThe second train to Hull leaves at six.",
          "He lost the third set in Hull.\n\nThe fourth set in Hull went to him.",
      });
  expect_marked(
      kRule, "de",
      {
          "In „Salzlicht“, ihrem zweiten Roman, geht es um ein Kino.\n\n„Salzlicht“, ihr ⟦dritter Roman⟧, ist kurz.",
          "In „Salzlicht“, ihrem zweiten Roman, geht es um ein Kino.\n\n„Kiesel“, ihr dritter Roman, ist kurz.",
      });
}

TEST(OrdinalConflict, NamesBothNumbers) {
  EXPECT_EQ(findings(kRule, "The 25th city run starts at ten.\n\nThe 24th city run has 3,000 entrants."),
            "3:5 “24th city run” “24th city run” here, “25th city run” elsewhere in the article\n"
            "  1:5 “25th city run” “25th city run” here\n");
}

}  // namespace
}  // namespace stet
