#include <gtest/gtest.h>

#include "support/run_of_files.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "repetition/across-files";

const std::string kFirst =
    "Der Gemeinderat von Plön hat am Dienstag beschlossen, die alte Brücke über die Schwentine abzureißen. "
    "Sie war 1912 gebaut worden und trägt seit zwei Jahren keine Lastwagen mehr. Bürgermeisterin Anna Berg sagte, "
    "ein Neubau koste weniger als die Sanierung. ";
const std::string kSecond =
    "Die neue Brücke soll 48 Meter lang werden und einen eigenen Weg für Räder bekommen. Das Land zahlt 3,2 Millionen "
    "Euro, den Rest trägt die Stadt. Otto Lund vom Verein der Anlieger fürchtet den Lärm der Baustelle, die drei Jahre "
    "bestehen soll. ";
const std::string kThird =
    "Wer mit dem Auto nach Eutin will, muss solange über Bosau fahren. Der Bus der Linie 5 hält in dieser Zeit am "
    "Markt, "
    "und für Fußgänger legt die Feuerwehr im Sommer einen Steg aus Holz über den Fluss. Am Freitag stellt die Stadt "
    "ihre Pläne im Rathaus vor. ";
const std::string kOther =
    "Im Tierpark sind drei Luchse geboren worden, die im Herbst in den Harz ziehen. Der Pfleger Jan Ott füttert sie "
    "mit "
    "der Flasche, weil die Mutter sie nicht annahm. Bis zum Abend warten Kinder vor dem Gehege, um sie zu sehen. ";

std::string paragraphs(std::initializer_list<std::string> texts) {
  std::string out;
  for (const std::string& text : texts) out += text + "\n\n";
  return out;
}

// A form that is filled in every day.
std::string police_report(const std::string& day, const std::string& street, const std::string& man,
                          const std::string& number, const std::string& hour) {
  return "Am " + day + " gegen " + hour + " Uhr brach ein Unbekannter in ein Haus an der " + street +
         " ein. Er hebelte ein Fenster an der Seite des Gebäudes auf und durchsuchte alle Räume nach Schmuck und Geld. "
         "Der Schaden beträgt nach ersten Schätzungen der Ermittler " +
         number + " Euro. Der Bewohner " + man +
         " war zur Zeit der Tat nicht zu Hause. Die Polizei bittet alle, die in der Nacht etwas Verdächtiges gesehen "
         "haben, sich bei der Wache am Markt zu melden. Sie rät außerdem, Fenster und Türen auch bei kurzer "
         "Abwesenheit "
         "zu schließen und Nachbarn zu bitten, auf das Haus zu achten, wenn man für längere Zeit verreist.\n";
}

TEST(DuplicateArticle, IsReportedOnceAtTheLaterFile) {
  const std::string article = "# Brücke\n\n" + paragraphs({kFirst, kSecond, kThird});
  EXPECT_EQ(findings_across(kRule, {{"a.md", article}, {"b.md", article}}, "de"),
            "b.md:1:3 “Brücke” this article stands word for word in a.md too → a.md:1:3\n");
  // Three copies: both later ones, each with the first.
  EXPECT_EQ(findings_across(kRule, {{"a.md", article}, {"b.md", article}, {"c.md", article}}, "de"),
            "b.md:1:3 “Brücke” this article stands word for word in a.md too → a.md:1:3\n"
            "c.md:1:3 “Brücke” this article stands word for word in a.md too → a.md:1:3\n");
}

TEST(DuplicateArticle, SaysTheShareOfAnEditedOne) {
  EXPECT_EQ(findings_across(kRule,
                            {{"a.md", paragraphs({kFirst, kSecond, kThird})},
                             {"b.md", "# Luchse\n\n" + paragraphs({kOther, kFirst, kSecond, kThird})}},
                            "de"),
            "b.md:1:3 “Luchse” 76 % of this article stands in a.md too → a.md:1:1\n");
}

TEST(DuplicateArticle, FormatAndMarkupMakeNoDifference) {
  EXPECT_EQ(findings_across(kRule,
                            {{"a.txt", paragraphs({kFirst, kSecond, kThird})},
                             {"b.html", "<h1>Neu</h1><p>" + kFirst + "</p><p><b>" + kSecond + "</b></p><p>" + kThird}},
                            "de"),
            "b.html:1:5 “Neu” this article stands word for word in a.txt too → a.txt:1:1\n");
}

TEST(DuplicateArticle, UnrelatedOnesAreNot) {
  EXPECT_EQ(marked_across(kRule, paragraphs({kFirst, kSecond}), paragraphs({kOther, kThird}), "de"), "");
  // One paragraph in common.
  EXPECT_EQ(marked_across(kRule, paragraphs({kFirst, kSecond}), paragraphs({kOther, kThird, kFirst}), "de"), "");
}

TEST(DuplicateArticle, ShortNotesAreNot) {
  EXPECT_EQ(marked_across(kRule, paragraphs({kFirst}), paragraphs({kFirst}), "de"), "");
  EXPECT_EQ(marked_across(kRule, "", "", "de"), "");
}

TEST(DuplicateArticle, FormsThatAreFilledInAreNot) {
  const std::string first = police_report("3. März", "Bahnhofstraße 12", "Otto Lund", "4500", "3.15");
  const std::string second = police_report("9. April", "Lindenallee 47", "Jan Ott", "12.000", "22.40");
  EXPECT_EQ(marked_across(kRule, first, second, "de"), "");
  EXPECT_NE(marked_across(kRule, first, first, "de"), "");
}

TEST(DuplicateArticle, OneArticleInTwoFormatsIsNot) {
  EXPECT_EQ(
      findings_across(
          kRule, {{"a.html", "<p>" + kFirst + "</p><p>" + kSecond}, {"a.md", paragraphs({kFirst, kSecond})}}, "de"),
      "");
}

TEST(DuplicateArticle, FurnitureOfManyPagesDoesNotCount) {
  NamedTexts files;
  std::string furniture;
  for (int i = 0; i < 20; ++i) {
    furniture += "Der Abschnitt " + std::string(1, static_cast<char>('a' + i)) +
                 " der Hinweise steht unter jedem Artikel dieser Seite.\n\n";
  }
  for (int i = 0; i < 7; ++i) {
    std::string own;
    for (int k = 0; k < 30; ++k) own += "wort" + std::to_string(i * 100 + k) + " ";
    files.emplace_back(std::string(1, static_cast<char>('a' + i)) + ".md", own + "\n\n" + furniture);
  }
  EXPECT_EQ(findings_across(kRule, files, "de"), "");
}

}  // namespace
}  // namespace stet
