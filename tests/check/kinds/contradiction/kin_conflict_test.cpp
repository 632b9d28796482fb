#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/kin";

TEST(KinConflict, OneNameTwoSorts) {
  expect_marked(kRule, "en",
                {
                    "He rang his wife, Carol. She came.\n\nLater Carol, his only ⟦sister⟧, drove home.",
                    "He rang his wife, Carol. She came.\n\nLater Carol, his widow, drove home.",
                    "She rang her son Tom. He came.\n\nJack greeted his brother Tom.",
                    "He rang his wife, Carol Reed. She came.\n\nHis sister Carol Hale was late.",
                    "He rang his wife, Carol. She came.\n\n\"My sister Carol,\" the neighbour said.",
                });
}

TEST(KinConflict, TakenUp) {
  expect_marked(kRule, "de",
                {
                    "Er kam mit seinem Bruder. Es regnete.\n\nDer ⟦Schwager⟧ sagte nichts.",
                    "Er kam mit seinem Bruder. Es regnete.\n\nDer Schwager des Opfers sagte nichts.",
                    "Er kam mit seinem Bruder. Es regnete.\n\nDie Schwägerin sagte nichts.",
                });
}

TEST(KinConflict, TitlesOfBothSexes) {
  expect_marked(kRule, "fr",
                {
                    "Mme Ruel dirige la maison. Elle embauche.\n\n⟦M. Ruel⟧ veut agrandir.",
                    "Mme Ruel dirige la maison. Son mari l'aide.\n\nM. Ruel veut agrandir.",
                    "Mme Ruel dirige la maison. Elle embauche.\n\nM. Rolin veut agrandir.",
                });
}

TEST(KinConflict, TheOnlyChild) {
  expect_marked(kRule, "it",
                {
                    "Suo figlio è caduto dal muro. È grave.\n\nLa ⟦bambina⟧ è in ospedale.",
                    "Suo figlio è caduto dal muro. È grave.\n\nUna bambina ha chiamato aiuto.",
                    "Suo figlio è caduto dal muro. I bambini giocavano.\n\nLa bambina è in ospedale.",
                });
}

}  // namespace
}  // namespace stet
