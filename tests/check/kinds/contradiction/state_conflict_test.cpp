#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/state";

TEST(StateConflict, German) {
  expect_marked(
      kRule, "de",
      {"Ein 61-jähriger Jäger ist am Sonntag bei Thale von einem Felsen gestürzt und gestorben.\n\nDer Mann ist "
       "⟦außer Lebensgefahr⟧, teilte die Klinik mit.",
       "Die Radlerin Erna Voss erlag am Mittwoch ihren Verletzungen.\n\nVoss ⟦liegt auf der Intensivstation⟧.",
       "Den Leichnam des Schiffsführers fanden Taucher am Dienstag.\n\nDer Kapitän wurde ⟦lebend aus der Kajüte "
       "gezogen⟧.",
       "Die Polizei hat den Bankräuber von Melle festgenommen.\n\nDer Bankräuber ist ⟦flüchtig⟧.",
       "Der Rat hat den Antrag nicht beraten, aber das Hallenbad genehmigt.\n\nDas Hallenbad wurde am Ende abgelehnt.",
       "Das Hallenbad wurde am Abend einstimmig genehmigt.\n\nDie Leute feierten am Abend, dass das Hallenbad "
       "⟦abgelehnt⟧ wurde.",
       "Ein Radfahrer starb am Montag nach einem Sturz.\n\nSein Begleiter liegt im Krankenhaus.",
       "Der Fahrer des Lasters starb am Montag.\n\nDer Fahrer des Busses ist außer Lebensgefahr.",
       "Ein Jäger ist zunächst schwer verletzt worden und starb später.\n\nDer Jäger ist außer Lebensgefahr.",
       "Der Jäger Kurt Ohm ist gestorben.\n\nSeine Witwe Ida Ohm ist wohlauf.",
       "Ein Mann wurde festgenommen.\n\nEin zweiter Mann ist auf der Flucht.",
       "Die Brücke ist wieder offen.\n\nDer Tunnel ist gesperrt."});
}

TEST(StateConflict, English) {
  expect_marked(
      kRule, "en",
      {"A 61-year-old fisherman died on Sunday after a fall from the pier.\n\nThe man is ⟦out of danger⟧, the hospital "
       "said.",
       "Erna Voss, 44, was killed in a crash on the ring road.\n\nMs Voss is ⟦in a stable condition⟧.",
       "Detectives arrested the burglar in a barn.\n\nThe burglar is still ⟦on the run⟧.",
       "The singer Ray Dunn passed away on Monday.\n\nDunn ⟦hopes to⟧ be on stage in May.",
       "A cyclist died after a fall on Monday.\n\nHis companion is recovering in hospital.",
       "The driver of the lorry died.\n\nThe driver of the bus is out of danger.",
       "A fisherman was thought to have died.\n\nThe fisherman is alive.",
       "One man was arrested.\n\nA second man is on the run.",
       "Ray Dunn is survived by his wife.\n\nMrs Dunn is recovering in hospital.",
       "The bridge is open again.\n\nThe tunnel is closed."});
}

TEST(StateConflict, OtherLanguages) {
  expect_marked(kRule, "fr",
                {"Une randonneuse a perdu la vie dimanche.\n\nLa randonneuse est ⟦hors de danger⟧.",
                 "Une randonneuse a perdu la vie dimanche.\n\nUn randonneur est hors de danger.",
                 "Une randonneuse aurait perdu la vie.\n\nLa randonneuse est hors de danger."});
  expect_marked(kRule, "es",
                {"Una montañera perdió la vida el domingo.\n\nLa montañera está ⟦fuera de peligro⟧.",
                 "Una montañera perdió la vida el domingo.\n\nUn montañero está fuera de peligro."});
  expect_marked(kRule, "it",
                {"Una escursionista ha perso la vita domenica.\n\nLa escursionista è ⟦fuori pericolo⟧.",
                 "Una escursionista ha perso la vita domenica.\n\nUn ciclista è fuori pericolo."});
}

}  // namespace
}  // namespace stet
