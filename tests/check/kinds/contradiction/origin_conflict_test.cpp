#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/origin";

std::string in_paragraphs(std::string_view first, std::string_view second) {
  return std::string(first) + "\n\n" + std::string(second);
}

TEST(OriginConflict, SaysWhatClashes) {
  EXPECT_EQ(findings(kRule, "Una Craddock was born in 1948.\n\nCraddock, born in 1984, carves otters.",
                     Format::kMarkdown, "en"),
            "3:19 “1984” born 1984 here, 1948 elsewhere in the article\n"
            "  1:26 “1948” 1948 here\n");
  EXPECT_EQ(findings(kRule, "The firm was founded by Lou Farr.\n\nThe firm was founded by Sid Pratt.",
                     Format::kMarkdown, "en"),
            "3:25 “Sid Pratt” founded by Sid Pratt here, by Lou Farr elsewhere in the article\n"
            "  1:25 “Lou Farr” Lou Farr here\n");
}

TEST(OriginConflict, CellsBulletsAndCaptionsTellOfTheArticlesThing) {
  expect_marked(kRule, "en",
                {"The charity was set up in 2004.\n\n- Founded: ⟦2007⟧\n- Staff: 12",
                 "The charity was set up in 2004.\n\n| Charity | |\n|---|---|\n| founded ⟦2007⟧ | 12 staff |"});
}

TEST(OriginConflict, ThreeValuesAreOfSeveral) {
  const std::string draft =
      in_paragraphs("The club was founded in 1919. The club was founded in 1921.", "The club was founded in 1923.");
  EXPECT_EQ(remarked(kRule, draft, "en"), draft);
}

TEST(OriginConflict, LongArticlesTellOfSeveral) {
  std::string draft = "The club was founded in 1919.";
  for (int i = 0; i < 70; ++i) draft += " They met again by the river.";
  draft = in_paragraphs(draft, "The club was founded in 1991.");
  EXPECT_EQ(remarked(kRule, draft, "en"), draft);
}

TEST(OriginConflict, APlaceInACountryIsNoOther) {
  expect_marked(kRule, "en", {"Rui Aguiar was born in Portugal.\n\nAguiar was born in Vila Seca and left early."});
  expect_marked(kRule, "de", {"Enno Fricke wurde in Hamburg geboren.\n\nDer gebürtige Hamburger Fricke kocht."});
}

}  // namespace
}  // namespace stet
