#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/alive";

TEST(AliveConflict, German) {
  expect_marked(
      kRule, "de",
      {"Seine Tante Hilde verstarb vor zwölf Jahren.\n\n„Bleibt doch zum Essen“, ⟦sagt Hilde⟧ und deckt den Tisch.",
       "2009 starb sein Partner Uwe Brandt.\n\n⟦Uwe Brandt zeigt⟧ den Gästen die Werkstatt.",
       "Ihr Sohn Malte, der 2015 tödlich verunglückt ist, war ihr Ein und Alles.\n\n⟦Malte arbeitet⟧ heute als Koch.",
       "Ihr Sohn Malte ist 2015 tödlich verunglückt.\n\n„Er fehlt“, sagt Uwe Brandt, sein Vater.\n\nMaltes Zimmer "
       "steht leer.",
       "Der Schauspieler spielt einen Arzt, dessen Frau Eva starb.\n\nEva Kern sagt, die Rolle habe ihm gelegen.",
       "Maria Kern wäre 2019 fast gestorben.\n\n„Ich lebe“, sagt Maria Kern.",
       "Hans Huber starb 1990, sein Bruder lebt.\n\n„Ich vermisse ihn“, sagt Josef Huber.",
       "Der Opa starb in Bremen.\n\n„Wir kommen“, sagt Bremen.",
       "Seine Tante Hilde starb vor zwölf Jahren.\n\n„Bleibt doch zum Essen“, sagte Hilde einst."});
}

TEST(AliveConflict, English) {
  expect_marked(
      kRule, "en",
      {"Her brother Tom Ashby drowned off the pier in 1994.\n\nOn the bench ⟦sits Tom Ashby⟧, peeling an apple.",
       "His first wife, Nora, was killed in a crash in 2001.\n\n“We open at nine,” ⟦says Nora⟧.",
       "The founder's son Luke Petrie died in 2010.\n\n⟦Luke Petrie runs⟧ the shop today.",
       "Her brother Tom Ashby drowned in 1994.\n\n“He was kind,” says Ann Ashby. “I am not afraid,” Tom Ashby once "
       "said.",
       "Tom's father died in 1994.\n\n“He was kind,” says Tom.",
       "Nora nearly died in a crash.\n\n“We open at nine,” says Nora.",
       "The son of Luke Petrie died in 2010.\n\n“It hurts,” says Luke Petrie.",
       "Ten people died in Leeds.\n\nLeeds plays on Saturday.",
       "Officer Paul Kay was killed.\n\nOfficer Ben Poe says the road was wet.",
       "Elvis died in 1977.\n\nIn the film Elvis sings in a diner."});
}

TEST(AliveConflict, WhomTheArticleIsAbout) {
  expect_marked(kRule, "en",
                {"# Tom Ashby, fisherman\n\nTom Ashby drowned in 1994.\n\n“The sea is my home,” says Tom Ashby.",
                 "Tom Ashby drowned. Tom was 40. Tom had a boat. Tom sang.\n\n“The sea is my home,” says Tom Ashby."});
}

TEST(AliveConflict, Others) {
  expect_marked(kRule, "fr",
                {"Son fils Luc, décédé en 2012, dirigeait l'usine.\n\n⟦Luc travaille⟧ à l'atelier.",
                 "Son fils Luc, décédé en 2012, dirigeait l'usine.\n\nLa veuve de Luc travaille à l'atelier."});
  expect_marked(kRule, "es",
                {"La muerte de Inés Vila dolió. Inés Vila murió en 2003.\n\n«No hay prisa», ⟦explica Inés⟧."});
  expect_marked(kRule, "it",
                {"La zia Elide è morta nel 2003.\n\n«Non ho fretta», ⟦spiega Elide⟧. La figlia di Elide ride."});
}

}  // namespace
}  // namespace stet
