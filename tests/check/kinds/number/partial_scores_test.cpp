#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "number/partial-scores";

TEST(PartialScores, SumsSetsAndScoresInBetween) {
  expect_marked(kRule, "de",
                {
                    "Ried gewann ⟦5:3 (1:1, 2:0, 1:2)⟧.",
                    "Ried gewann 5:3 (1:1, 2:0, 2:2).",
                    "Emmen gewann 3:1 (25:20, 22:25, 25:18, 25:23).",
                    "Emmen gewann ⟦3:2 (25:20, 22:25, 25:18, 25:23)⟧.",
                    "Jena gewann 80:74 (20:19, 45:40, 62:60).",
                    "Jena gewann 2:1 (1:0).",
                });
}

TEST(PartialScores, ShootOutsAndExtraTime) {
  expect_marked(kRule, "de",
                {
                    "Ried 3:2 n.P. (0:1, 2:0, 0:1; 0:0)",
                    "Ried ⟦4:3 n.V. (1:0, 0:2, 1:1; 1:0)⟧",
                    "Ried 4:3 n. V. (1:0, 0:2, 2:1; 1:0)",
                });
}

TEST(PartialScores, NoScores) {
  expect_marked(kRule, "de",
                {
                    "Gezeigt wird der Film über das Spiel um 18:30 (19:30, 20:15) Uhr.",
                    "Siehe 3:16 (4:5, 6:7).",
                });
}

}  // namespace
}  // namespace stet
