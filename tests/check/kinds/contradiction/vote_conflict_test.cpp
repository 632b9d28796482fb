#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/vote";

TEST(VoteConflict, OneBallotTwoCounts) {
  expect_marked(kRule, "en",
                {
                    "The board voted 5-3 to reject it.\n\nThe ⟦6-3⟧ vote came late.",
                    "The board voted 5-3 to reject it.\n\nThe 5-3 vote came late.",
                    "The board voted 5-3 to reject it.\n\nA 3-5 vote it was.",
                    "The board voted 5-3 to reject it.\n\nThe ⟦6-2⟧ vote came late.",
                    "The board voted 5-3 to reject it.\n\nIt passed the budget, 6-2, by another vote.",
                    "The board voted 5-3 to reject it.\n\nThe committee vote was 6-3.",
                    "The board voted 5-3, 6-3 and 7-1.\n\nThe 6-3 vote came late.",
                    "The text had 40 votes in favour and ten against.\n\nWith ⟦30 votes to 40⟧, it passed.",
                });
  expect_marked(
      kRule, "de",
      {
          "Der Rat nahm es bei zwei Enthaltungen an.\n\nDie ⟦vier⟧ Enthaltungen kamen von rechts.",
          "Der Rat nahm es mit 9:4 Stimmen bei zwei Enthaltungen an.\n\nDen Radweg billigte er mit 10:2 Stimmen bei "
          "drei Enthaltungen.",
      });
}

TEST(VoteConflict, NamesBothCounts) {
  EXPECT_EQ(findings(kRule, "The board voted 5-3 to reject it.\n\nThe 6-3 vote came late."),
            "3:5 “6-3” “6-3” here, “5-3” elsewhere in the article for the same vote\n"
            "  1:17 “5-3” “5-3” here\n");
}

}  // namespace
}  // namespace stet
