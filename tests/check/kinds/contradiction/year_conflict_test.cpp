#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/year";

TEST(YearConflict, NounsAgainstVerbs) {
  expect_marked(
      kRule, "de",
      {
          "Die Brauerei wurde 1887 gegründet und blieb klein.\n\nSeit der ⟦Gründung der Brauerei 1878⟧ braut sie.",
          "Sein erster Roman erschien 1967. Es wurde still.\n\nWer das ⟦Debüt von 1969⟧ liest, staunt.",
          "2020 ins Ministerium gewechselt, blieb er.\n\nSeit seinem ⟦Wechsel ins Ministerium 2018⟧ schwieg er.",
      });
  expect_marked(
      kRule, "fr",
      {"Passée professionnelle en 2019, elle doute.\n\nDepuis son ⟦entrée sur le circuit, en 2017⟧, elle gagne."});
  expect_marked(kRule, "it",
                {"Furlan debuttò nel 2008 in casa.\n\nUn pensiero per Furlan, che ⟦corre tra i grandi dal 2005⟧."});
}

TEST(YearConflict, OtherHappenings) {
  expect_marked(
      kRule, "de",
      {
          "Die Brauerei wurde 1887 gegründet.\n\nDie Gründung der Genossenschaft 1912 half ihr.",
          "Die Halle wurde 1971 eröffnet, der Anbau 1985 eröffnet.\n\nSeit der Eröffnung 1985 ist Platz.",
          "Das Bad wurde 1971 eröffnet.\n\nNach der Wiedereröffnung 1990 und der neuen Eröffnung 1999 kam keiner.",
          "Das Bad wurde 1971 eröffnet.\n\n„Die Eröffnung 1973 vergesse ich nie mehr“, sagte er im Spaß.",
          "Das Bad wurde 1971 eröffnet.\n\nGeplant war die Eröffnung 1969. War die Eröffnung 1970?",
          "Das Kino wurde 1954 eröffnet.\n\nEin zweites Kino in der Vorstadt wurde 1961 eröffnet.",
      });
  expect_marked(
      kRule, "en",
      {
          "The pier was opened in 1971.\n\nThe opening of the new wing in 1985 pleased all.",
          "The club was founded in 1920.\n\nIts youth section was founded in 1960. The founding dinner was in 1921.",
          "The mill was bought in 1990 by a trust.\n\nThe purchase of the barn in 1994 took longer.",
      });
}

TEST(YearConflict, NamesBothPlaces) {
  EXPECT_EQ(findings(kRule, "The pier was opened in 1971 by a duke.\n\nSince its opening in 1973 it has lost money."),
            "3:11 “opening in 1973” opening: 1973 here, 1971 elsewhere in the article\n"
            "  1:10 “was opened in 1971” 1971 here\n");
}

}  // namespace
}  // namespace stet
