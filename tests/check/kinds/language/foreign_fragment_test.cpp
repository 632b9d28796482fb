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

TEST(ForeignFragment, SwissAndAustrianGermanAreGerman) {
  EXPECT_EQ(found("Im Jänner hat der Bundesrat die Velowege bewilligt, heisst es im Communiqué.\n", "de-CH"), "");
  EXPECT_EQ(found("Sur le même sujet\n", "de-AT"),
            "1:1 “Sur le même sujet” passage in French (sur le même sujet); the article is in German\n");
}

}  // namespace
}  // namespace stet
