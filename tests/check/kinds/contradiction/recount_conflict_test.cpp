// Longer texts are in fixtures/contradictions.
#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/recount";

TEST(RecountConflict, French) {
  expect_marked(
      kRule, "fr",
      {"Le hameau compte 22 maisons.\n\nToutes les ⟦27 maisons⟧ ont été touchées.",
       "Sept musiciens ont joué.\n\nLe maire a salué les ⟦neuf musiciens⟧.",
       "Les 31 salariés ont été prévenus par lettre.\n\nLes ⟦34 employés⟧ occupent l'atelier.",
       "Le car transportait 41 élèves.\n\nUn accompagnement est promis aux ⟦37 enfants⟧ présents dans le véhicule.",
       "Environ 400 personnes ont manifesté.\n\nLes plus de ⟦900 manifestants⟧ ont gagné la place."});
}

TEST(RecountConflict, FrenchInnocents) {
  expect_marked(
      kRule, "fr",
      {"Le hameau compte 22 maisons.\n\nLes 22 habitations sont vides. Les 27 granges aussi.",
       "Le hameau compte 22 maisons.\n\nLes huit maisons neuves sont vides.",
       "Sept musiciens ont joué samedi.\n\nLes neuf musiciens de dimanche venaient de Lyon.",
       "Trois élèves sont blessés.\n\nLes 41 élèves rentraient de Brest.",
       "Selon le syndicat, 400 salariés sont en grève.\n\nLes 350 salariés comptés par la direction attendent."});
}

TEST(RecountConflict, Spanish) {
  expect_marked(kRule, "es",
                {"El barco llevaba 36 pasajeros.\n\nLos ⟦38 viajeros⟧ llegaron a tierra.",
                 "Doce cuadros cuelgan en la sala.\n\nCada uno de los ⟦catorce lienzos⟧ tiene marco.",
                 "Unas 300 personas se manifestaron.\n\nLos más de ⟦800 manifestantes⟧ llegaron a la plaza."});
}

TEST(RecountConflict, SpanishInnocents) {
  expect_marked(kRule, "es",
                {"El barco llevaba 36 pasajeros.\n\nLos 36 viajeros llegaron. Los seis marineros también.",
                 "El barco llevaba 36 pasajeros.\n\nLos 20 pasajeros franceses llegaron.",
                 "Hay ocho mesas en la sala y cuatro mesas en el patio.\n\nLas doce mesas son de roble."});
}

TEST(RecountConflict, Italian) {
  expect_marked(kRule, "it",
                {"Le case allagate sono 64.\n\nAi proprietari delle ⟦82 abitazioni⟧ colpite va un modulo.",
                 "In sala ci sono otto sculture.\n\nTutte le ⟦undici sculture⟧ vengono da Roma.",
                 "Lavorano qui 57 operai.\n\nI ⟦75 operai⟧ hanno incrociato le braccia."});
}

TEST(RecountConflict, ItalianInnocents) {
  expect_marked(kRule, "it",
                {"Le case allagate sono 64.\n\nLe 64 abitazioni sono vuote. Gli 82 garage anche.",
                 "Lavorano qui 57 operai.\n\nGli altri 75 operai sono a Bari.",
                 "In sala ci sono otto sculture, nel cortile tre.\n\nLe undici sculture vengono da Roma."});
}

TEST(RecountConflict, WhateverStandsBetween) {
  expect_marked(kRule, "en",
                {"There are 48\u00A0crates in the cellar.\n\nEach of the **⟦84**\u00A0crates⟧ has a label.",
                 "There are 48 crates in the cellar.\r\n\r\nEach of the ⟦84\r\ncrates⟧ has a label."});
}

}  // namespace
}  // namespace stet
