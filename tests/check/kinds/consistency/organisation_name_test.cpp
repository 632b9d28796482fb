#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/organisation-name";

TEST(OrganisationName, WordsAndLetters) {
  expect_marked(
      kRule, "en",
      {
          "The Marine Ecology Research Agency said so. The Marine Ecology Research ⟦Institute⟧ denied it.",
          "The Marine Ecology Research Agency and the Marine Ecology Research Institute merged.",
          "It was Port Garsby United’s day. Port ⟦Garsbey⟧ United lost.",
          "The Ministry of Foreign Trade and the Ministry of Forest Trade. The Wheeler Institute. The Wheeler Trust.",
      });
  expect_marked(kRule, "de",
                {"Der Verband Deutscher Seefischer Nord tagt.\n\nDer ⟦Verein⟧ Deutscher Seefischer Nord ruht."});
}

TEST(OrganisationName, Abbreviations) {
  expect_marked(kRule, "de",
                {
                    "Die Gesellschaft für Moorkunde Nord (GMN) warnt. Die ⟦GNM⟧ schweigt.",
                    "Der Abgeordnete Meier (SPD) sprach, die PDS schwieg.",
                    "Die Gesellschaft für Moorkunde Nord (GMN) und die Gilde der Nordmüller (GNM). Die GNM schweigt.",
                });
  expect_marked(kRule, "es", {"La Asociación de Vecinos del Norte (AVN) protesta. La ⟦ANV⟧ calla."});
}

}  // namespace
}  // namespace stet
