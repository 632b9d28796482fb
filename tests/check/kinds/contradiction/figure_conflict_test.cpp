#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/figure";

TEST(FigureConflict, OneFigureTwoValues) {
  expect_marked(
      kRule, "de",
      {
          "Das Gericht verurteilte ihn zu sechs Jahren Haft.\n\nEr schwieg.\n\nGegen die Freiheitsstrafe "
          "von ⟦acht Jahren⟧ legt er Berufung ein.",
          "Der Zoll fand 1,1 Tonnen Kokain.\n\nDas ⟦700 Kilogramm⟧ schwere Rauschgift wurde verbrannt.",
          "Der Zoll fand 1,1 Tonnen Kokain.\n\nDas 1100 Kilogramm schwere Rauschgift wurde verbrannt.",
          "Ein 38-Jähriger muss sechs Jahre in Haft.\n\nDie Haftstrafe von 72 Monaten ist rechtskräftig.",
          "Er bekam vier Jahre Haft.\n\nDie Staatsanwaltschaft hatte sechs Jahre Haft gefordert.",
          "Er bekam vier Jahre Haft.\n\nSein Komplize bekam zwei Jahre Haft.",
          "Er bekam vier Jahre Haft.\n\nDie zweite Angeklagte erhielt sechs Jahre Haft, die dritte acht Jahre.",
          "In Köln lag die Wahlbeteiligung bei 38 Prozent.\n\nIn Bonn lag die Wahlbeteiligung bei 52 Prozent.",
      });
  expect_marked(
      kRule, "en",
      {
          "She was jailed for 18 months.\n\nRain fell.\n\nThe ⟦two-year⟧ prison sentence surprised nobody.",
          "She was jailed for four years and three months.\n\nThe prison sentence of 51 months was no surprise.",
          "She was jailed for four years.\n\nIn 2019 she had been jailed for two years.",
          "Tom Reed was jailed for four years.\n\nAnn Hale was jailed for two years.",
      });
}

// What is measured may be in two lists of the thesaurus.
TEST(FigureConflict, IsToldOnce) {
  EXPECT_EQ(findings(kRule, "She was jailed for 18 months.\n\nThe two-year prison sentence surprised nobody."),
            "3:5 “two-year” “two-year” here, “18 months” elsewhere in the article\n"
            "  1:20 “18 months” “18 months” here\n");
}

}  // namespace
}  // namespace stet
