#include "text/foreign_stretches.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stet {
namespace {

// "fr “sur le meme sujet”", one a line.
std::string stretches(std::string_view text, std::string_view home) {
  std::vector<Word> words;
  cut_words(text, words);
  std::string out;
  for (const ForeignStretch& stretch : foreign_stretches(text, words, Language(home))) {
    out += std::string(stretch.language.code()) + " “" +
           std::string(text.substr(stretch.span.begin, stretch.span.size())) + "”\n";
  }
  return out;
}

TEST(ForeignStretches, ALineOfItsOwn) {
  EXPECT_EQ(stretches("Sur le meme sujet", "de"), "fr “Sur le meme sujet”\n");
  EXPECT_EQ(stretches("Die neue Brücke über den Fluss\nThe old bridge was closed\nSie war alt.", "de"),
            "en “The old bridge was closed”\n");
  EXPECT_EQ(stretches("Weitere Meldungen aus der Stadt", "fr"), "de “Weitere Meldungen aus der Stadt”\n");
  EXPECT_EQ(stretches("Możesz się zapisać na listę", "es"), "pl “Możesz się zapisać na listę”\n");
  EXPECT_EQ(stretches("Булочница встаёт каждое утро", "de"), "ru “Булочница встаёт каждое утро”\n");
  EXPECT_EQ(stretches("The baker gets up at three", "ru"), "en “The baker gets up at three”\n");
}

TEST(ForeignStretches, ASentence) {
  EXPECT_EQ(stretches("Der Fluss stieg. The fire brigade worked until the morning! Niemand wurde verletzt.", "de"),
            "en “The fire brigade worked until the morning”\n");
}

TEST(ForeignStretches, InsideOfASentence) {
  EXPECT_EQ(stretches("Die Brücke ist zu, weil les ingénieurs ont trouvé des fissures und die Stadt wartet.", "de"),
            "fr “les ingénieurs ont trouvé des fissures”\n");
  EXPECT_EQ(
      stretches("Sie sagte, and then she went home, und dann war Ruhe, mientras los niños dormían, bis acht.", "de"),
      "en “and then she went home”\nes “mientras los niños dormían”\n");
}

TEST(ForeignStretches, TwoWordsInsideNeedGrammar) {
  EXPECT_EQ(stretches("Die Stadt will bis Mai, sempre que wieder Geld da ist, dinheiro sempre geben, sagte sie.", "de"),
            "pt “dinheiro sempre”\n");
  EXPECT_EQ(stretches("Der Preis der stock options stieg im Mai wieder, und dirty dozen nennt man sie.", "de"), "");
}

// Of languages whose names have small letters inside a capital proves little; in others it does not matter.
TEST(ForeignStretches, ACapitalAtTheBeginMayBeAName) {
  EXPECT_EQ(stretches("Das Centre national de la recherche scientifique teilte das am Montag mit.", "de"), "");
  EXPECT_EQ(
      stretches("Le maire a dit que Freitag fand nachmittags im Rathaus eine Sitzung statt et il est parti.", "fr"),
      "de “Freitag fand nachmittags im Rathaus eine Sitzung statt”\n");
}

// Words that both languages have, and words of longer lists that may well be of the other one, do not break a stretch.
TEST(ForeignStretches, WholeLinesOfNeighbours) {
  EXPECT_EQ(stretches("The economic capital of the region", "es"), "en “The economic capital of the region”\n");
  EXPECT_EQ(stretches("Responsabilidade de cada companhia aérea", "es"),
            "pt “Responsabilidade de cada companhia aérea”\n");
  EXPECT_EQ(stretches("Die Stadt schweigt. Her latest non-fiction is about rivers. Niemand fragt.", "de"),
            "en “Her latest non-fiction is about rivers”\n");
  EXPECT_EQ(stretches("En la carta hay spaghetti alle vongole y panna cotta ai frutti di bosco.", "es"), "");
  EXPECT_EQ(stretches("El pianista interpretó el Allegro ma non troppo y el Andante con moto.", "es"), "");
}

// What longer lists of a language like it know may well be its own.
TEST(ForeignStretches, LanguagesWithShortLists) {
  EXPECT_EQ(stretches("L’ajuntament recupera l’antiga biblioteca i la plaça major del poble.", "ca"), "");
  EXPECT_EQ(stretches("O presidente conta que o máis difícil foi atopar a pedra da semana.", "gl"), "");
  EXPECT_EQ(stretches("Boere is bly oor die nuus, want hulle moes drie somers water aanry.", "af"), "");
  EXPECT_EQ(stretches("L’ajuntament és tancat. Los vecinos ya no quieren esperar más. Tothom ho sap.", "ca"),
            "es “Los vecinos ya no quieren esperar más”\n");
}

TEST(ForeignStretches, EvidenceIsOfTheLanguageAlone) {
  const std::string_view text = "Sur le meme sujet";
  std::vector<Word> words;
  cut_words(text, words);
  const auto found = foreign_stretches(text, words, Language("de"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fills, ForeignStretch::Fills::kLine);
  EXPECT_EQ(found[0].words, 4U);
  ASSERT_EQ(found[0].evidence.size(), 2U) << "German borrows sur and le";
  EXPECT_EQ(found[0].evidence[0], (TextSpan{7, 11}));
}

TEST(ForeignStretches, DecomposedAndInOddSpaces) {
  EXPECT_EQ(stretches("Les e\u0301coles restent ferme\u0301es cette semaine", "de"),
            "fr “Les e\u0301coles restent ferme\u0301es cette semaine”\n");
  EXPECT_EQ(stretches("The\u00A0council\u00A0will\u00A0meet\u00A0again\u00A0today", "de"),
            "en “The\u00A0council\u00A0will\u00A0meet\u00A0again\u00A0today”\n");
}

TEST(ForeignStretches, NamesTitlesAndAddressesAreNone) {
  for (const std::string_view text : {
           "Real Sociedad de Fútbol und der FC Barcelona trennten sich ohne Tore.",
           "Das Centre national de la recherche scientifique teilte es mit.",
           "Er sah Les Enfants du Paradis und Once Upon a Time in Hollywood.",
           "Sie las Cien años de soledad und ging in die Calle de la Princesa.",
           "Ein Gespräch mit Rafael van der Vaart und João Cancelo in São José dos Campos.",
           "Schreiben Sie an the.best.of.all@which.example.org oder lesen Sie www.what.is/this/and/that.",
           "Gesucht: Experte (m/w/d) und Fachfrau (w/m/d)",
           "Research Scientist - Large Language Models and AI Agents (f/m/div.)",
           "Op platt seggt man moin, und dat is wahr.",
       }) {
    EXPECT_EQ(stretches(text, "de"), "") << text;
  }
}

TEST(ForeignStretches, CloseLanguagesStayApart) {
  EXPECT_EQ(stretches("De burgemeester sprak over de brug en het geld, dat nog altijd niet op is.", "nl"), "");
  EXPECT_EQ(stretches("O prefeito falou da ponte e do dinheiro, que ainda não acabou.", "pt"), "");
  EXPECT_EQ(stretches("El alcalde habló del puente y del dinero, que todavía no se ha acabado.", "es"), "");
  EXPECT_EQ(stretches("L’alcalde va parlar del pont i dels diners, que encara no s’han acabat.", "ca"), "");
}

TEST(ForeignStretches, OtherScripts) {
  EXPECT_EQ(stretches("Διαβάστε περισσότερα για το ίδιο θέμα", "de"), "el “Διαβάστε περισσότερα για το ίδιο θέμα”\n");
  EXPECT_EQ(stretches("Die Stadt plant, סבב השיחות הבא ייפתח מחר, und wartet.", "de"),
            "he “סבב השיחות הבא ייפתח מחר”\n");
  EXPECT_EQ(stretches("Kyriakos Mitsotakis, Κυριάκος Μητσοτάκης, kam nach Berlin.", "de"), "");
  EXPECT_EQ(stretches("Die Formel α + β = γ gilt auch für Δ und Ω in der Physik.", "de"), "");
}

TEST(ForeignStretches, NothingWhereTheLanguageIsUnknown) {
  EXPECT_EQ(stretches("The council will meet again today", "eu"), "");
  EXPECT_EQ(stretches("The council will meet again today", ""), "");
  EXPECT_EQ(stretches("", "de"), "");
  EXPECT_EQ(stretches("The", "de"), "");
}

// However long a line is, and whatever stands in it.
TEST(ForeignStretches, SpansLieInTheTextAndDoNotOverlap) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += i % 7 == 0 ? "und der " : i % 5 == 0 ? "pourtant les enfants " : i % 3 == 0 ? "the world’s " : "Straße ";
  }
  std::vector<Word> words;
  cut_words(text, words);
  std::uint32_t end = 0;
  for (const ForeignStretch& stretch : foreign_stretches(text, words, Language("de"))) {
    EXPECT_LE(end, stretch.span.begin);
    EXPECT_LT(stretch.span.begin, stretch.span.end);
    end = stretch.span.end;
  }
  EXPECT_LE(end, text.size());
}

TEST(ForeignStretches, WhatOnlyStandsThere) {
  EXPECT_EQ(stretches("Los verbos son aller, venir, devenir, revenir, y hay otros que cuestan más.", "es"), "");
  EXPECT_EQ(stretches("The past tense of aller, venir, devenir, revenir and tenir is asked in the exam.", "en"), "");
  EXPECT_EQ(stretches("El entrenador quiere un box to box que llegue al área.", "es"), "");
  EXPECT_EQ(stretches("La sede está en el Institut für Kernphysik, Saupfercheckweg 1, 69117 Heidelberg.", "es"), "");
  EXPECT_EQ(stretches("Am Abend um elf: La grande bellezza. Danach ist Schluss.", "de"), "");
  EXPECT_EQ(stretches("The list has Past Lives, La grande bellezza, Perfect Days and more.", "en"), "");
  EXPECT_EQ(stretches("Der Fluss stieg: Les habitants ont quitté leurs maisons. Niemand wurde verletzt.", "de"),
            "fr “Les habitants ont quitté leurs maisons”\n")
      << "a clause is no title";
}

TEST(ForeignStretches, WordsThatAreInflected) {
  EXPECT_EQ(stretches("Zagłosowano za zmianą ustawy", "en"), "pl “Zagłosowano za zmianą ustawy”\n");
  EXPECT_EQ(stretches("Casos de violencia en aumento", "en"), "es “Casos de violencia en aumento”\n")
      << "CLD2 calls it English, as it does what it does not know";
}

}  // namespace
}  // namespace stet
