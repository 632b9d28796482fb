#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/place";

TEST(Whereabouts, TheKnownThingHasOneTown) {
  expect_marked(kRule, "en",
                {"A mill burned down in Oldham on Monday.\n\nThe blaze in ⟦Burnley⟧ was seen from afar.",
                 "A mill burned down in Oldham on Monday.\n\nThe ⟦Burnley⟧ blaze was seen from afar.",
                 "A mill burned down in Oldham on Monday.\n\nA blaze in Burnley was seen from afar.",
                 "A mill burned down in Oldham on Monday.\n\nHelpers came from Burnley to see the blaze."});
  expect_marked(kRule, "de",
                {"In Celle ist am Montag ein Stall abgebrannt.\n\nDer Brand in ⟦Stade⟧ war weithin zu sehen.",
                 "In Celle ist am Montag ein Stall abgebrannt.\n\nDer Brand in Celle war bis Stade zu sehen."});
}

TEST(Whereabouts, RegionsAndRoads) {
  expect_marked(kRule, "en",
                {"A bus overturned in Kansas on Monday.\n\nThe crash in ⟦Florida⟧ is being investigated.",
                 "A bus overturned on the A64 on Monday.\n\nThe crash on the ⟦A1⟧ is being investigated."});
}

TEST(Whereabouts, WhatIsToldByItsPlaceHasSeveral) {
  expect_marked(kRule, "en",
                {"The summit in Oslo ended on Monday without a word.\n\nThe summit in Paris ended with a toast."});
}

}  // namespace
}  // namespace stet
