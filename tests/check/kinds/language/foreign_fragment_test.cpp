#include <gtest/gtest.h>

#include <string>

#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "language/foreign-fragment";

std::string found(std::string_view text, std::string_view language = "de", Format format = Format::kMarkdown) {
  return findings(kRule, text, format, language);
}

TEST(ForeignFragment, NamesTheLanguageAndTheWords) {
  EXPECT_EQ(found("Die Brücke ist seit Montag gesperrt.\n\nSur le meme sujet\n\nSie wird neu gebaut.\n"),
            "3:1 “Sur le meme sujet” passage in French (sur le meme sujet); the article is in German\n");
  EXPECT_EQ(found("Die Brücke ist gesperrt, weil les ingénieurs ont trouvé des fissures und die Stadt wartet.\n"),
            "1:31 “les ingénieurs ont trouvé des fissures” passage in French (ingénieurs, ont, trouvé); the article is "
            "in German\n");
}

TEST(ForeignFragment, MenusInAnyDress) {
  EXPECT_EQ(found("**Read more**\n"), "1:3 “Read more” passage in English (read more); the article is in German\n");
  EXPECT_EQ(found("- [Lire aussi](https://example.org) »\n"),
            "1:4 “Lire aussi” passage in French (lire aussi); the article is in German\n");
  EXPECT_EQ(found("Leer mas\n"), "1:1 “Leer mas” passage in Spanish (leer mas); the article is in German\n");
  EXPECT_EQ(found("Read more\n", "en"), "");
}

TEST(ForeignFragment, AFewWordsWeighLess) {
  const auto report = check_only(kRule, "Die Brücke ist zu.\n\nPourtant ouvert\n", Format::kMarkdown, "de");
  ASSERT_EQ(report.diagnostics.size(), 1U);
  EXPECT_EQ(report.diagnostics[0].severity, Severity::kInfo);
}

TEST(ForeignFragment, QuotedIsSomebodyElsesVoice) {
  for (const std::string_view marks : {"„“", "“”", "«»", "»«", "\"\"", "‘’", "‹›", "””", "''"}) {
    const std::size_t half = marks.size() / 2;
    const std::string text = "Sie sagte " + std::string(marks.substr(0, half)) +
                             "we have found more cracks than we had expected" + std::string(marks.substr(half)) +
                             " und ging.\n";
    EXPECT_EQ(found(text), "") << text;
  }
  EXPECT_EQ(found("> We have found more cracks than we had expected.\n"), "");
  EXPECT_EQ(found("Sie sagte: “We have found more cracks.\n\nAnd there will be more.”\n"), "")
      << "a quotation over two paragraphs";
}

TEST(ForeignFragment, SpeechInTheTextsOwnLanguageIsNoQuotationInAnother) {
  const std::string left = "Les travaux dureront jusqu'au mois de mars.";
  const std::string speech = "„Wir haben lange gewartet und wollen nun endlich wieder fahren. " + left +
                             " Danach sehen wir weiter“, sagte der Wirt.\n";
  EXPECT_EQ(found(speech),
            "1:65 “Les travaux dureront jusqu'au mois de mars” passage in French (travaux, dureront, "
            "jusqu, mois); the article is in German\n");
  EXPECT_EQ(found("„" + left + " Les trains sont remplacés par des bus. Personne ne sait pourquoi“, sagte sie.\n"), "")
      << "all of it is French";
  EXPECT_EQ(found("„Ich dachte: " + left + "“, sagte der Wirt.\n"), "") << "a few words are no speech";
  EXPECT_EQ(found("„Wir haben lange gewartet und wollten nur noch nach Hause fahren. Are you kidding me? Dann kam der "
                  "Bus doch noch“, sagte der Wirt.\n"),
            "")
      << "English is spoken everywhere";
}

TEST(ForeignFragment, QuotationMarksOfTypewriters) {
  EXPECT_EQ(found("Sie sagte ,,we have found more cracks than we had expected'' und ging.\n"), "");
  EXPECT_EQ(found("Sie sagte ``we have found more cracks than we had expected'' und ging.\n", "de", Format::kPlain),
            "");
  EXPECT_EQ(
      found(",,Wir fahren'', sagte sie. Les travaux dureront jusqu'au mois de mars. ,,Das ist schade'', sagte er.\n"),
      "1:28 “Les travaux dureront jusqu'au mois de mars” passage in French (travaux, dureront, jusqu, mois); the "
      "article is in German\n");
}

TEST(ForeignFragment, MarkedIsMeant) {
  EXPECT_EQ(found("Das heißt *we have found more cracks than we had expected* bei ihnen.\n"), "");
  EXPECT_EQ(found("Das heißt `we have found more cracks than we had expected` bei ihnen.\n"), "");
  EXPECT_EQ(found("Die Brücke (we have found more cracks than we had expected) ist zu.\n"), "");
  EXPECT_EQ(found("Die Brücke, auf Englisch: we have found more cracks than we had expected, ist zu.\n"), "");
  EXPECT_EQ(found("<p lang='de'>Er sagte <i lang='en'>we have found more cracks than we had expected</i> und "
                  "ging.</p><p lang='en'>We have found more cracks than we had expected.</p>",
                  "", Format::kHtml),
            "");
}

TEST(ForeignFragment, ReferencesMayBeInAnyLanguage) {
  EXPECT_EQ(found("Die Brücke ist seit Montag gesperrt.\n\n## Einzelnachweise\n\n"
                  "- How the old bridges of the north were made and lost\n\n## Ausblick\n\nWe have found more cracks "
                  "than we had expected.\n"),
            "9:1 “We have found more cracks than we had expected” passage in English (we, have, found, more, cracks); "
            "the article is in German\n");
  EXPECT_EQ(found("- 1998: How the old bridges were made\n- How the old bridges were lost (2003)\n"), "");
}

TEST(ForeignFragment, LoansAreAtHome) {
  EXPECT_EQ(found("Das ist work in progress, aber last but not least auch ein fait accompli à la carte.\n"), "");
  EXPECT_EQ(found("Ende: panem et circenses, cum grano salis.\n"), "");
}

// Names, dishes and institutions have no verb; a small word of the text's own parts two of them.
TEST(ForeignFragment, NamesAreNoClauses) {
  EXPECT_EQ(
      found("Der Sender arbeitet mit der Société nationale des transports français und der Compagnie générale des "
            "eaux zusammen.\n"),
      "");
  EXPECT_EQ(found("Danach gibt es Torta della nonna con crema al limone, wie der Wirt sagt.\n"), "");
  EXPECT_EQ(
      found("Das Bundesamt / Office fédéral de l’environnement / Ufficio federale dell’ambiente zeichnet Karten.\n"),
      "");
  EXPECT_EQ(found("Der Wirt sagt Il parlamento europeo ha votato la legge und geht.\n"),
            "1:15 “Il parlamento europeo ha votato la legge” passage in Italian (parlamento, europeo, ha, votato, "
            "legge); the article is in German\n");
}

TEST(ForeignFragment, TitlesStandBesideWordsOfWorks) {
  EXPECT_EQ(found("The choir sang Ein feste Burg ist unser Gott at the end, and the audience stood.\n", "en"), "");
  EXPECT_EQ(found("The mayor said Ein feste Burg ist unser Gott at the end, and the audience stood.\n", "en"),
            "1:16 “Ein feste Burg ist unser” passage in German (ein, feste, ist, unser); the article is in English\n");
}

TEST(ForeignFragment, SungWordsWithTheirAuthor) {
  EXPECT_EQ(found("El estribillo dice: Non, je ne regrette rien, ni le bien qu’on m’a fait (Michel Vaucaire).\n", "es"),
            "");
  EXPECT_NE(found("El vecino dice: Non, je ne regrette rien, ni le bien qu’on m’a fait hier.\n", "es"), "");
}

TEST(ForeignFragment, HousesHaveNamesInAnyLanguage) {
  EXPECT_EQ(found("# Zum goldenen Hirschen\n\nThe pub next door has a new landlord.\n", "en"), "");
  EXPECT_NE(found("# Zum goldenen Hirschen\n\nThe council has a new leader.\n", "en"), "");
  EXPECT_EQ(found("Karten gibt es im Théâtre de la Ville, 12 rue du Faubourg Saint-Denis, 75010 Paris.\n"), "");
}

// A Spanish quotation in a Portuguese article is made of words that both languages have, too.
TEST(ForeignFragment, QuotedInALanguageLikeIt) {
  EXPECT_EQ(found("O ministro disse “no es tampoco una persona fácil y sabe que la función directiva exige adoptar "
                  "posturas difíciles” durante a entrevista de ontem.\n",
                  "pt"),
            "");
}

TEST(ForeignFragment, AQuotedWordQuotesItself) {
  EXPECT_EQ(found("Die Brücke ist zu. The engineers have found more “cracks” than they had expected before the winter. "
                  "Die Stadt wartet.\n"),
            "1:20 “The engineers have found more “cracks” than they had expected before the winter” passage in English "
            "(engineers, have, found, more, cracks); the article is in German\n");
  EXPECT_EQ(
      found("Die Brücke (sie ist alt, and nobody has looked at it for years, und die Stadt will nicht zahlen) ist "
            "zu.\n"),
      "1:26 “and nobody has looked at it for years” passage in English (nobody, has, looked, at, years); the "
      "article is in German\n");
}

TEST(ForeignFragment, SwissAndAustrianGermanAreGerman) {
  EXPECT_EQ(found("Im Jänner hat der Bundesrat die Velowege bewilligt, heisst es im Communiqué.\n", "de-CH"), "");
  EXPECT_EQ(found("Sur le même sujet\n", "de-AT"),
            "1:1 “Sur le même sujet” passage in French (sur le même sujet); the article is in German\n");
}

}  // namespace
}  // namespace stet
