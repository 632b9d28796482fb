#include <gtest/gtest.h>

#include "check/kinds/contradiction/said_support.h"
#include "support/run_of_files.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/across-files";

struct Pair {
  std::string_view first;
  std::string_view second;
  std::string_view marked;  // what is reported in the second
};

void expect_marked_across(std::string_view language, std::initializer_list<Pair> pairs) {
  for (const Pair& pair : pairs) {
    EXPECT_EQ(marked_across(kRule, pair.first, pair.second, language), pair.marked) << pair.first << "\n"
                                                                                    << pair.second;
  }
}

TEST(FactAcrossFiles, SaysBothPlacesAndTheOtherFile) {
  EXPECT_EQ(findings_across(kRule,
                            {{"a.md", "# Ein Leben\n\nAnna Berg (1923–2011) malte Häfen.\n"},
                             {"b.md", "Die Stadt ehrt **Anna Berg** (1932–2011) mit einer Ausstellung.\n"}},
                            "de"),
            "b.md:1:18 “Anna Berg** (1932–2011)” “Anna Berg (1932–2011)” here, “Anna Berg (1923–2011)” in a.md: one of "
            "the two is wrong, or they are not the same → a.md:3:1\n");
}

TEST(FactAcrossFiles, FindsGermanContradictions) {
  expect_marked_across(
      "de",
      {{"Anna Berg wurde 1956 in Kiel geboren.", "Die Malerin Anna Berg wurde 1965 in Kiel geboren.",
        "Anna Berg wurde 1965 in Kiel geboren"},
       {"Der Sänger Otto Lund wurde am 3. Mai 1956 in Kiel geboren.", "Otto Lund wurde am 5. Mai 1956 geboren.",
        "Otto Lund wurde am 5. Mai 1956 geboren"},
       {"Otto Lund, geboren 1956 in Kiel, singt.", "Otto Lund, geboren 1958, singt in Plön.",
        "Otto Lund, geboren 1958"},
       {"Otto Lund (geboren 1956) singt.", "Otto Lund (Jahrgang 1957) sang im Dom.", "Otto Lund (Jahrgang 1957)"},
       {"Otto Lund kam 1956 in Kiel zur Welt.", "1965 wurde Otto Lund in Kiel geboren.",
        "1965 wurde Otto Lund in Kiel geboren"},
       {"Otto Lund starb am 3. Mai 2011 in Kiel.", "Otto Lund starb am 13. Mai 2011.",
        "Otto Lund starb am 13. Mai 2011"},
       {"Otto Lund ist am 3. Mai 2011 in Kiel gestorben.", "Otto Lund starb 2012.", "Otto Lund starb 2012"},
       {"Otto Lund (1923–2011) sang gern.", "Otto Lund starb 2010 in Kiel, mitten im Lied.", "Otto Lund starb 2010"},
       {"Otto Lund (* 3. Mai 1923 in Kiel; † 1. Juni 2011 in Plön) sang gern.",
        "Otto Lund (* 3. Mai 1932 in Kiel; † 1. Juni 2011 in Plön) sang gern.",
        "Otto Lund (* 3. Mai 1932 in Kiel; † 1. Juni 2011 in Plön)"},
       {"Die Brauerei Hansen wurde 1872 in Plön gegründet.", "Die Brauerei Hansen wurde 1827 gegründet.",
        "Brauerei Hansen wurde 1827 gegründet"},
       {"Die Brauerei Hansen, gegründet 1872, braut Bier.", "Die 1874 gegründete Brauerei Hansen braut Bier.",
        "1874 gegründete Brauerei Hansen"},
       {"Im Krieg wurde 1944 die Werft Petersen in Kiel gegründet.", "Die Werft Petersen wurde 1949 gegründet.",
        "Werft Petersen wurde 1949 gegründet"},
       {"Das Theater Sonnenhof wurde am 3. Mai 2024 eröffnet.", "Das Theater Sonnenhof wurde am 4. Mai 2024 eröffnet.",
        "Theater Sonnenhof wurde am 4. Mai 2024 eröffnet"},
       {"Bei dem Brand am 3. Mai 1987 in Plön starben 12 Menschen.",
        "Am 3. Mai 1987 kamen in Plön 17 Menschen ums Leben.", "17 Menschen"},
       {"Am 3. Mai 1987 gab es in Plön 12 Tote.", "Der Brand vom 3. Mai 1987 in Plön forderte 14 Todesopfer.",
        "14 Todesopfer"},
       {"Zum Hafenfest am 3. Mai 1987 in Plön kamen 12.400 Besucher.",
        "Das Hafenfest in Plön zählte am 3. Mai 1987 genau 21.400 Besucher.", "21.400 Besucher"}});
}

TEST(FactAcrossFiles, FindsEnglishContradictions) {
  expect_marked_across(
      "en",
      {{"Anna Berg was born in 1956 in Leeds.", "The painter Anna Berg was born in 1965.",
        "Anna Berg was born in 1965"},
       {"Tom Hale, born on 3 May 1956, sings.", "Tom Hale was born on 13 May 1956 in York.",
        "Tom Hale was born on 13 May 1956 in York"},
       {"Tom Hale (born 1956) sings.", "Tom Hale (born 1957) sang.", "Tom Hale (born 1957)"},
       {"Tom Hale (1923–2011) sang.", "Tom Hale (1923–2012) sang.", "Tom Hale (1923–2012)"},
       {"Tom Hale died on 3 May 2011 in York.", "Tom Hale died on 4 May 2011.", "Tom Hale died on 4 May 2011"},
       {"Tom Hale died in 2011.", "The singer Tom Hale passed away in 2010, they say.", "Tom Hale passed away in 2010"},
       {"The Hansen Shipping Company was founded in 1872.", "The Hansen Shipping Company was founded in 1827.",
        "Hansen Shipping Company was founded in 1827"},
       {"He joined the Selby Rowing Club, founded in 1923.", "The Selby Rowing Club was founded in 1932.",
        "Selby Rowing Club was founded in 1932"},
       {"The Humber Bridge opened in 1981.", "The Humber Bridge was opened in 1983 by the Queen.",
        "Humber Bridge was opened in 1983"},
       {"The Selby Opera House was opened on 3 May 2024.", "The Selby Opera House opened on 5 May 2024.",
        "Selby Opera House opened on 5 May 2024"},
       {"On 3 May 1987 the fire in Selby killed 12 people.", "The fire in Selby on 3 May 1987 left 17 people dead.",
        "17 people"},
       {"In Selby 340 people were injured on 3 May 1987.", "On 3 May 1987, 430 people were hurt in Selby.",
        "430 people"},
       {"The winter fair in Selby drew 12,400 visitors on 3 May 1987.",
        "On 3 May 1987 the winter fair in Selby had 21,400 visitors.", "21,400 visitors"}});
}

TEST(FactAcrossFiles, FindsThemInOtherLanguages) {
  expect_marked_across(
      "fr", {{"Anne Morel est née en 1956 à Brest.", "Anne Morel est née en 1965.", "Anne Morel est née en 1965"}});
  expect_marked_across("es", {{"Ana Rey nació en 1956.", "Ana Rey nació en 1958 y cantó.", "Ana Rey nació en 1958"}});
  expect_marked_across("it", {{"Anna Rei nacque nel 1956.", "Anna Rei nacque nel 1965.", "Anna Rei nacque nel 1965"}});
}

TEST(FactAcrossFiles, ComparesAgesOfOneWeek) {
  const auto dated = [](std::string_view day, std::string_view text) {
    return "---\ndate: " + std::string(day) + "\n---\n\n" + std::string(text) + "\n";
  };
  const std::string first = dated("2025-03-03", "Der Wirt schloss, und Anna Berg (45) zog weg.");
  EXPECT_EQ(marked_across(kRule, first, dated("2025-03-03", "Es siegte die 46-jährige Anna Berg."), "de"),
            "46-jährige Anna Berg");
  EXPECT_EQ(marked_across(kRule, first, dated("2025-03-05", "Es siegte Anna Berg (47)."), "de"), "Anna Berg (47)");
  // A birthday between the two, another week, another year, another Anna Berg, a goal.
  EXPECT_EQ(marked_across(kRule, first, dated("2025-03-05", "Es siegte Anna Berg (46)."), "de"), "");
  EXPECT_EQ(marked_across(kRule, first, dated("2025-03-25", "Es siegte Anna Berg (47)."), "de"), "");
  EXPECT_EQ(marked_across(kRule, first, dated("2026-03-03", "Es siegte Anna Berg (46)."), "de"), "");
  EXPECT_EQ(marked_across(kRule, first, dated("2025-03-03", "Es siegte Anna Berg (17)."), "de"), "");
  EXPECT_EQ(marked_across(kRule, first, dated("2025-03-03", "Das Tor schoss Anna Berg (47)."), "de"), "");
  EXPECT_EQ(marked_across(kRule, first, "Es siegte Anna Berg (47).", "de"), "");
}

TEST(FactAcrossFiles, LeavesGermanTextsAlone) {
  expect_marked_across(
      "de",
      {// Two people of one name.
       {"Anna Berg wurde 1956 in Kiel geboren.", "Anna Berg wurde 1958 in Plön geboren.", ""},
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde 1984 geboren.", ""},
       {"Anna Berg (1923–2011) malte.", "Anna Berg (1871–1934) malte auch.", ""},
       // One of them is more exact.
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde am 3. Mai 1956 in Kiel geboren.", ""},
       {"Anna Berg (1923–2011) malte.", "Anna Berg starb am 3. Mai 2011.", ""},
       // Doubt, denial, hearsay, quotation.
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde vermutlich 1958 geboren.", ""},
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde um 1958 geboren.", ""},
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde nicht 1958 geboren, wie es im Heft stand.", ""},
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde laut Ausweis 1958 geboren.", ""},
       {"Anna Berg wurde 1956 geboren.", "„Frau Doktor Anna Berg wurde 1958 geboren“, sagt der Wirt.", ""},
       {"Anna Berg wurde 1956 geboren.", "Anna Berg wurde 1957 oder 1958 geboren.", ""},
       {"Anna Berg wurde 1956 geboren.", "Anna Bergs Tochter, geboren 1958, malt.", ""},
       // The Julian calendar.
       {"Iwan Petrow wurde am 3. Mai 1856 geboren.", "Iwan Petrow wurde am 15. Mai 1856 geboren.", ""},
       // No full name: an office and a surname.
       {"Bürgermeister Berg, geboren 1956, ging.", "Bürgermeister Berg, geboren 1958, kam.", ""},
       // A part of it, another thing, a second opening.
       {"Die Brauerei Hansen wurde 1872 gegründet.", "Die Stiftung der Brauerei Hansen wurde 1874 gegründet.", ""},
       {"Die Brauerei Hansen wurde 1872 gegründet.", "Die Brauerei Jensen wurde 1874 gegründet.", ""},
       {"Die Brauerei Hansen wurde 1872 gegründet.", "Die Brauerei Hansen wurde 1874 eröffnet.", ""},
       {"Die Brauerei Hansen wurde 1872 gegründet.", "Die Brauerei Hansen wurde 1949 neu gegründet.", ""},
       {"Die Brauerei Hansen in Plön wurde 1872 gegründet.", "Die Brauerei Hansen in Kiel wurde 1874 gegründet.", ""},
       {"Die Freiwillige Feuerwehr wurde 1872 gegründet.", "Die Freiwillige Feuerwehr wurde 1874 gegründet.", ""},
       {"Der Verein wurde 1872 gegründet.", "Der Verein wurde 1874 gegründet.", ""},
       {"Die Brauerei Hansen wurde 1872 gegründet und wuchs.", "Die Brauerei Hansen wurde 1950 eröffnet und wuchs.",
        ""},
       // Counts of another day, place, kind; hedged, several, in the first year.
       {"Am 3. Mai 1987 starben in Plön 12 Menschen.", "Am 4. Mai 1987 starben in Plön 17 Menschen.", ""},
       {"Am 3. Mai 1987 starben in Plön 12 Menschen.", "Am 3. Mai 1987 starben in Kiel 17 Menschen.", ""},
       {"Am 3. Mai 1987 starben in Plön 12 Menschen.", "Am 3. Mai 1987 wurden in Plön 17 Menschen verletzt.", ""},
       {"Am 3. Mai 1987 starben in Plön 12 Menschen.", "Am 3. Mai 1987 starben in Plön mindestens 10 Menschen.", ""},
       {"Am 3. Mai 1987 starben in Plön 12 Menschen.", "Am 3. Mai 1987 starben in Plön 8 Frauen und 4 Männer.", ""},
       {"Zum Spiel am 3. Mai 1987 in Plön kamen 12.400 Zuschauer.",
        "Das Konzert in Plön sahen am 3. Mai 1987 genau 21.400 Zuschauer.", ""},
       {"Otto Lund (2005–2021) regierte.", "Otto Lund (2005–2013) regierte.", ""},
       {"Am 3. Mai 1987 starben in Plön 12 Menschen.", "Am 3. Mai 1987 starben in Plön zunächst 10 Menschen.", ""},
       {"Zum Hafenfest am 3. Mai 1987 in Plön kamen 12.400 Besucher.",
        "Zum Hafenfest am 3. Mai 1987 in Plön kamen 12.431 Besucher.", ""},
       {"---\ndate: 2025-03-04\n---\n\nAm 3. März 2025 starben in Plön 12 Menschen.",
        "---\ndate: 2025-03-05\n---\n\nAm 3. März 2025 starben in Plön 14 Menschen.", ""}});
}

TEST(FactAcrossFiles, LeavesEnglishTextsAlone) {
  expect_marked_across(
      "en",
      {{"Anna Berg was born in 1956 in Leeds.", "Anna Berg was born in 1958 in York.", ""},
       {"Anna Berg was born in 1956.", "Anna Berg was born in 1984.", ""},
       {"Anna Berg was born in 1956.", "Anna Berg was born on 3 May 1956.", ""},
       {"Anna Berg was born in 1956.", "Anna Berg was born around 1958.", ""},
       {"Anna Berg was born in 1956.", "Anna Berg was born in 1957 or 1958.", ""},
       {"Anna Berg was born in 1956.", "Anna Berg was not born in 1958.", ""},
       {"Anna Berg was born in 1956.", "Mayor Berg was born in 1958.", ""},
       {"Mayor Berg was born in 1956.", "Mayor Berg was born in 1958.", ""},
       {"Tom Hale (1923–2011) sang.", "Tom Hale (1871–1934) sang.", ""},
       {"The Hansen Shipping Company was founded in 1872.", "The Hansen Shipping Company was opened in 1874.", ""},
       {"The Hansen Shipping Company was founded in 1872.",
        "The museum of the Hansen Shipping Company was founded in 1874.", ""},
       {"The Humber Bridge opened in 1981.", "The Humber Bridge reopened in 1983.", ""},
       {"The company was founded in 1872.", "The company was founded in 1874.", ""},
       {"The Selby Rowing Club was founded in 1923.", "The Leeds Rowing Club was founded in 1932.", ""},
       {"On 3 May 1987 the fire in Selby killed 12 people.", "On 3 May 1987 the fire in Selby killed about 14 people.",
        ""},
       {"On 3 May 1987 the fire in Selby killed 12 people.", "On 3 May 1987 the fire in York killed 17 people.", ""}});
}

TEST(FactAcrossFiles, TheRarerValueIsReported) {
  const std::string right = "Anna Berg wurde 1956 in Kiel geboren.\n";
  const std::string wrong = "Anna Berg wurde 1965 in Kiel geboren.\n";
  const std::string found = findings_across(
      kRule, {{"a.md", right}, {"b.md", wrong}, {"c.md", right}, {"d.md", right}, {"e.md", wrong}}, "de");
  const std::string message =
      "“Anna Berg wurde 1965 in Kiel geboren” here, “Anna Berg wurde 1956 in Kiel geboren” in a.md: one of the two is "
      "wrong, or they are not the same → a.md:1:1\n";
  EXPECT_EQ(found, "b.md:1:1 “Anna Berg wurde 1965 in Kiel geboren” " + message +
                       "e.md:1:1 “Anna Berg wurde 1965 in Kiel geboren” " + message);
}

TEST(Said, PackedValuesOfTwoKindsNeverContradict) {
  const std::uint64_t life = pack(SaidLife{{1956, 5, 3}, {}, 0});
  EXPECT_TRUE(contradict(life, pack(SaidLife{{1956, 5, 4}, {}, 0})));
  EXPECT_FALSE(contradict(life, pack(SaidBegin{{1957, 0, 0}, 0})));
  EXPECT_FALSE(contradict(life, pack(SaidAge{45, {2001, 1, 1}})));
  EXPECT_FALSE(contradict(life, life));
}

TEST(Said, ContradictingIsMutual) {
  const CivilDate dates[] = {{}, {1923, 0, 0}, {1923, 5, 0}, {1923, 5, 3}, {1923, 5, 15}, {1932, 5, 3}, {1980, 1, 1}};
  for (const CivilDate born : dates) {
    for (const CivilDate died : dates) {
      for (const CivilDate other : dates) {
        const std::uint64_t a = pack(SaidLife{born, died, 1});
        const std::uint64_t b = pack(SaidLife{other, {2011, 0, 0}, 0});
        EXPECT_EQ(contradict(a, b), contradict(b, a));
      }
    }
  }
}

}  // namespace
}  // namespace stet
