#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/result";

TEST(Outcomes, Sets) {
  expect_marked(kRule, "en",
                {
                    "Wade beat Horvat 6-4, 3-6, 7-5.\n\nHer ⟦straight-sets⟧ win was her first.",
                    "Wade beat Horvat 6-4, 6-3.\n\nHer straight-sets win was her first.",
                    "Wade beat Horvat 6-4, 3-6, 7-5.\n\nShe had won in straight sets in the semi-final.",
                    "Wade beat Horvat 6-4, 3-6, 7-5.\n\nBerg beat Lind 6-1, 6-0.\n\nA straight-sets win is rare.",
                });
}

TEST(Outcomes, Margins) {
  expect_marked(kRule, "en",
                {
                    "Jarrow won the derby 78-74.\n\nIn the end ⟦a single point separated the⟧ sides.",
                    "Jarrow won the derby 78-77.\n\nIn the end a single point separated the sides.",
                    "Jarrow won 78-74.\n\nThe women won 60-59.\n\nIn the end a single point separated the sides.",
                });
}

TEST(Outcomes, Streaks) {
  expect_marked(kRule, "en",
                {
                    "Altham won. It was Altham's third straight win. The victory ⟦ended a run of five defeats⟧.",
                    "It was Altham's third straight win. Kirkby ended a run of five defeats.",
                });
}

TEST(Outcomes, Shares) {
  expect_marked(kRule, "en",
                {
                    "Roth won with 54.3 per cent of the vote to 45.7.\n\nHis ⟦56.3 per cent⟧ of the vote is a record.",
                    "Roth won with 54.3 per cent of the vote to 41.7.\n\nHis 56.3 per cent of the vote is a record.",
                    "Roth won with 54.3 per cent of the vote to 45.7 per cent.\n\nHis ⟦56.3 per cent⟧ of the vote is a "
                    "record.",
                    "Roth won with 54.3 per cent of the vote to 45.7 per cent.\n\nHis 54.3 per cent of the vote is a "
                    "record.",
                    "Roth won with 54.3 per cent of the vote to 45.7 per cent.\n\nIn Kirkby 61.2 per cent of the vote "
                    "was his.",
                });
}

}  // namespace
}  // namespace stet
