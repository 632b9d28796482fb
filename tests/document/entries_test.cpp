#include "document/entries.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace stet {
namespace {

std::vector<std::uint32_t> entries(std::string text) {
  auto source = SourceText::from_bytes(std::move(text));
  return entries_of(read_document("a.md", std::move(*source), {}));
}

TEST(Entries, TimesOpenThem) {
  const auto found = entries(
      "# Storm\n\n**17:55** That is all for today from us here.\n\n**16:40 – Fourth death.** Police say a tree "
      "fell.\n\n"
      "The road is shut.\n\n12.30 Uhr: Third death, and no more trains to the coast.\n");
  EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 2, 2, 3}));
}

TEST(Entries, TownsOpenThem) {
  const auto found = entries(
      "# In breve\n\nALBA – Una donna di 52 anni è rimasta ferita in corso Piave.\n\n"
      "Les Baux de Provence – Un homme de 40 ans a été blessé mardi soir.\n\n"
      "**Dole.** Un motard de 22 ans a été blessé mercredi vers 18 heures.\n\n"
      "MONDOVÌ – Chiude dopo 71 anni la libreria di via Roma.\n");
  EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
}

TEST(Entries, AHeadingBelongsToTheTownUnderIt) {
  const auto found = entries(
      "# Kurz\n\nEin Vorspann.\n\n## Unfall\n\n**Bitburg.** Ein Mann ist am Abend auf der B 51 verletzt worden.\n\n## "
      "Umzug\n\n"
      "**Prüm.** Der Umzug beginnt am Mittwoch um 17 Uhr am Hahnplatz.\n\n## Wahl\n\n"
      "**Daun.** Der Rat hat am Montag einen neuen Wehrführer bestellt.\n\n## Bad\n\n"
      "**Kyll.** Das Bad bleibt bis zum Ende des Jahres geschlossen.\n");
  EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 0, 1, 1, 2, 2, 3, 3, 4, 4}));
}

TEST(Entries, SubheadingsRightUnderTheHeadlineOpenThem) {
  const std::string rest =
      "## Clock stops\n\nThe clock of St Anne’s has stopped.\n\n## Ferry sails\n\nThe ferry sails again.\n\n"
      "## Shop shuts\n\nThe shop has shut.\n\nIt had been open since May.\n";
  EXPECT_EQ(entries("# News in brief\n\n" + rest), (std::vector<std::uint32_t>{0, 1, 1, 2, 2, 3, 3, 3}));
  EXPECT_TRUE(entries("# A village\n\nIt was a long week in Thorpe.\n\n" + rest).empty());
}

TEST(Entries, AnArticleHasNone) {
  EXPECT_TRUE(
      entries("# Title\n\nOXFORD – Two men have been arrested after a fire.\n\nThe fire broke out at 9:30.\n").empty());
  // The programme of a day at the end of a report.
  EXPECT_TRUE(
      entries("# Feast\n\nThe village has kept its feast for three hundred years, and nobody knows why it is held "
              "in November, when it rains.\n\n- 14:00 Parade\n- 15:30 Concert\n- 17:00 Fireworks\n")
          .empty());
  // An interview.
  EXPECT_TRUE(entries("# Baker\n\n**How many shops are left?** There is one, and it will stay where it is.\n\n"
                      "**Was it a mistake?** Yes and no, I have learnt a lot from all of it.\n\n"
                      "**Who helps you?** My son does, and my father did before he fell ill.\n\n"
                      "**And what is next?** Nothing is next, I shall bake bread until I am old.\n")
                  .empty());
  // A box.
  EXPECT_TRUE(entries("# Concert\n\nOrt – Palencia\n\nZeit – abends\n\nPreis – frei\n\nDauer – lang\n").empty());
}

}  // namespace
}  // namespace stet
