#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/occasion";

TEST(OccasionConflict, AKnownThingHasItsDayBeforeItOrBehindIt) {
  expect_marked(kRule, "en",
                {"A barn burned down in Moy on Monday.\n\nAfter ⟦Friday⟧'s blaze nine calves were missing.",
                 "A barn burned down in Moy on Monday.\n\nAfter the blaze on ⟦Friday⟧ nine calves were missing.",
                 "A barn burned down in Moy on Monday.\n\nThe calves were outside when it caught fire on ⟦Friday⟧.",
                 "A barn burned down in Moy on Monday.\n\nAfter a blaze on Friday nine calves were missing."});
  expect_marked(
      kRule, "de",
      {"In Moos wurde am Montag ein Traktor gestohlen.\n\nNach dem Diebstahl am ⟦Freitag⟧ fand ein Jäger Spuren.",
       "In Moos wurde am Montag ein Traktor gestohlen.\n\nNach einem Diebstahl am Freitag fand ein Jäger Spuren.",
       "In Moos wurde am Montag ein Traktor gestohlen.\n\nDie Polizei teilte am Freitag mit, der Diebstahl sei "
       "aufgeklärt."});
}

TEST(OccasionConflict, WhatIsPutOffHasTwoDays) {
  expect_marked(kRule, "en",
                {"The hall will be opened on Monday.\n\nThe opening on ⟦Friday⟧ is free.",
                 "The hall will be opened on Monday.\n\nThe opening on Friday was postponed."});
}

TEST(OccasionConflict, MonthsSeasonsYearsAndPartsOfTheDay) {
  expect_marked(kRule, "en",
                {"The bridge collapsed in March.\n\nThe collapse in ⟦June⟧ cut off a village.",
                 "The bridge collapsed last spring.\n\nThe collapse ⟦last autumn⟧ cut off a village.",
                 "The bridge collapsed in 1956.\n\nThe collapse in ⟦1965⟧ cut off a village.",
                 "The bridge collapsed on Monday morning.\n\nNobody was on it when it collapsed on ⟦Monday night⟧."});
}

TEST(OccasionConflict, OtherPeopleHaveTheirOwnDays) {
  expect_marked(kRule, "en",
                {"The singer died on Monday.\n\nThe death of the drummer on Friday had shaken him.",
                 "The singer died in 2025.\n\nTom Hale, her manager, was with her until his death in 1998."});
}

}  // namespace
}  // namespace stet
