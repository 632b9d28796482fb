#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "repetition/doubled-word";

void expect(std::string_view language, std::initializer_list<std::string_view> drafts) {
  expect_marked(kRule, language, drafts);
}

TEST(DoubledWord, GermanSlips) {
  expect("de", {
                   "Der Rat hat ⟦sich sich⟧ geeinigt.",
                   "Sie sprach ⟦mit mit⟧ dem Wirt.",
                   "Er wohnt ⟦in in⟧ Kiel.",
                   "Das kostet ⟦nicht nicht⟧ viel.",
                   "Er kam ⟦und und⟧ ging.",
                   "Sie hofft ⟦auf auf⟧ Regen.",
                   "Das Geld ist ⟦für für⟧ die Schule.",
                   "Sie begann ⟦zu zu⟧ singen.",
                   "Er sagte, ⟦dass dass⟧ es regne.",
                   "Es war ⟦im im⟧ Mai.",
                   "Das ist ⟦auch auch⟧ wahr.",
                   "⟦Auch auch⟧ das ist wahr.",
                   "Der Zug fährt ⟦nach nach⟧ Wien.",
                   "Sie kam ⟦am am⟧ Montag.",
                   "Die ⟦Sitzung Sitzung⟧ beginnt.",
                   "Mit ⟦Außenminister Außenminister⟧ Wadephul.",
                   "Eine ⟦Mehrheit Mehrheit⟧ fehlt.",
                   "Der Rat ⟦beschloss beschloss⟧ es.",
                   "Es ist ein ⟦schönes schönes⟧ Haus.",
                   "Das Haus ⟦zwischen\nzwischen⟧ den Linden.",
                   "Das Haus *⟦zwischen* zwischen⟧ den Linden.",
                   "Das Haus ⟦bei\u00A0bei⟧ der Linde.",
                   "Er fragte, ⟦ob ob⟧ sie komme.",
                   "Das gilt ⟦als als⟧ sicher.",
                   "Sie lief ⟦durch durch⟧ den Wald.",
                   "Er kam ⟦nur nur⟧ kurz.",
                   "## Streit ⟦zur zur⟧ Unzeit",
                   "An den Küsten wird man ⟦die die⟧ ganze Kraft des Sturms spüren.",
                   "Sie nahm an ⟦der der⟧ geplanten Sitzung am heutigen Montag teil.",
                   "Damit verfehlte sie ⟦die die⟧ nötige Mehrheit von 75 Stimmen.",
                   "Als Fahrer ⟦war war⟧ ein Lehrling bekannt.",
                   "Nun soll ⟦ein ein⟧ neues Verfahren des Landtags folgen.",
                   "Er traf ⟦ihn ihn⟧ vor dem Haus.",
                   "Bei Nacht ⟦hatten hatten⟧ die Helfer Mühe.",
                   "Ihr Herz war ⟦eben eben⟧ noch schwach.",
               });
}

TEST(DoubledWord, GermanGrammarAndEffect) {
  expect("de", {
                   "Alle, die die Prüfung bestanden, feierten.",
                   "Der, der der Stadt hilft, ist hier.",
                   "Ich weiß, dass das das Ende ist.",
                   "Wenn sie sie sieht, lacht sie.",
                   "Denen, denen das gefällt, gefällt es.",
                   "Sie kam, um um Hilfe zu bitten.",
                   "Er sprach über über 100 Fälle.",
                   "Die Kritik von von der Leyen saß.",
                   "Der Bus fährt ab ab Montag.",
                   "Dass sie gebaut werden werden, ist klar.",
                   "Was das ist ist unklar.",
                   "Sehr, sehr lange und nie, nie wieder.",
                   "Das war lange lange her.",
                   "Ha ha ha und na na, tick tack.",
                   "Die Band Duran Duran spielte in Baden Baden.",
                   "Walla Walla und Bora Bora sind Orte.",
                   "Der Roman „In In“ und der Film *Das* Das.",
                   "Das Spiel endete 2 2, 20 20 Zuschauer kamen.",
                   "Der Baden-Baden Badener Zug.",
                   "Sie liebt die In- in der Stadt.",
                   "Sie kam. Sie ging. Ja. Ja.",
                   "Er sagte in „in der Stadt“ ein Wort.",
                   "Rein, rein in die Stube, und, und, und.",
                   "Der `in in` Code.",
                   "| in in | und und |\n|---|---|\n| auf auf | mit mit |",
                   "Ende des Satzes in\n\nin der Stadt.",
                   "in in in in",
                   "TOR TOR in HAMBURG HAMBURG",
                   "Von Haus zu Haus, Hand in Hand, Tag für Tag.",
                   "So so, das das.",
                   "Sie wohnt in die die Stadt umgebenden Dörfer hinein.",
                   "Er sah auf die die Stadt seit Jahren prägende Mauer.",
                   "„Das dauert so so lange“, sagte er.",
                   "Es war eine eine ganze Woche lange Reise.",
               });
}

TEST(DoubledWord, EnglishSlips) {
  expect("en", {
                   "It was ⟦the the⟧ end.",
                   "She is ⟦a a⟧ singer.",
                   "⟦The the⟧ end came.",
                   "He went ⟦to to⟧ town.",
                   "Bread ⟦and and⟧ butter.",
                   "One ⟦of of⟧ them left.",
                   "They came ⟦with with⟧ gifts.",
                   "It is ⟦for for⟧ you.",
                   "Larger ⟦than than⟧ life.",
                   "She left ⟦because because⟧ of rain.",
                   "They ⟦were were⟧ late.",
                   "It has ⟦been been⟧ said.",
                   "The ⟦government government⟧ fell.",
                   "The mayor ⟦announced announced⟧ it.",
                   "They sold ⟦their their⟧ house.",
                   "It came ⟦from from⟧ Leeds.",
                   "The house **⟦from** from⟧ Leeds.",
                   "The house ⟦from\nfrom⟧ Leeds.",
                   "⟦This this⟧ is it.",
                   "The men, ⟦which which⟧ is odd, left.",
                   "## A look ⟦at at⟧ rain",
                   "- Milk ⟦or or⟧ tea",
                   "> Rain ⟦into into⟧ night",
                   "He is ⟦an an⟧ actor.",
                   "It rained ⟦when when⟧ we left.",
                   "We think ⟦we we⟧ won.",
                   "You lost ⟦your your⟧ keys.",
                   "They met ⟦members members⟧ of it.",
                   "He came ⟦but but⟧ left.",
                   "Each of them has the ⟦same same⟧ roof.",
                   "It is the only town with a mean ⟦high high⟧ tide.",
               });
}

TEST(DoubledWord, EnglishGrammarAndEffect) {
  expect("en", {
                   "She said that that was fine.",
                   "All he had had was gone.",
                   "What it is is a mess.",
                   "What she did did help.",
                   "She gave her her hat.",
                   "He checked in in June.",
                   "The show goes on on Monday.",
                   "It was very very cold.",
                   "It was really really cold.",
                   "No no, bye bye, ha ha.",
                   "There there, now now.",
                   "Duran Duran played in Walla Walla.",
                   "Will will sing. Mark mark me.",
                   "In the The Hague court, in In Bruges.",
                   "New York, New York.",
                   "Blah blah. Knock knock. Aye aye.",
                   "Dial five five, then nine nine.",
                   "I know that that's true.",
                   "The well-known known.",
                   "The the-the of it.",
                   "la la la, the the the",
                   "He said the. The end.",
                   "The code is `the the`.",
                   "THE THE played.",
                   "It won 3 3 and 20 20.",
                   "Yo-Yo Yo.",
                   "the,\nthe",
                   "Line one the\\\nthe line two",
                   "Whatever whatever means.",
                   "| the the | of of |\n|---|---|\n| a a | to to |",
                   "They won over over 100 seats.",
                   "“It's the same same thing,” she said.",
               });
}

TEST(DoubledWord, Romance) {
  expect("fr", {
                   "Le maire ⟦de de⟧ Lyon.",
                   "⟦Le le⟧ maire part.",
                   "C'est ⟦pour pour⟧ toi.",
                   "Il part ⟦avec avec⟧ elle.",
                   "La ville ⟦et et⟧ le port.",
                   "Ceux ⟦qui qui⟧ partent.",
                   "⟦Les les⟧ gens.",
                   "Il ⟦se se⟧ lève.",
                   "Il dort ⟦dans dans⟧ l'eau.",
                   "Elle vit ⟦sans sans⟧ toit.",
               });
  expect("fr", {
                   "Nous nous levons.",
                   "Vous vous taisez.",
                   "Il le fait faire.",
                   "Ceux qui le sont sont là.",
                   "C'est très très loin.",
                   "À l'est est né un mythe.",
                   "Un petit petit chat.",
                   "Celui qui en a a tort.",
                   "L'avenue de De Gaulle.",
                   "Non non, si si.",
                   "Le train train.",
                   "La la la.",
               });
  expect("es", {
                   "El alcalde ⟦de de⟧ León.",
                   "Vive ⟦en en⟧ Cádiz.",
                   "⟦El el⟧ alcalde.",
                   "Va ⟦con con⟧ ella.",
                   "Es ⟦por por⟧ ti.",
                   "Pan ⟦y y⟧ vino.",
                   "⟦Los los⟧ niños.",
                   "⟦La la⟧ casa.",
                   "Vino ⟦sin sin⟧ agua.",
                   "Llegó ⟦hasta hasta⟧ Cádiz.",
               });
  expect("es", {
                   "Lo que es es.",
                   "Prefiero que venga que que no.",
                   "Muy muy lejos.",
                   "No no vino.",
                   "Ya ya.",
                   "Casi casi.",
                   "Café café.",
                   "Lo que hay hay que verlo.",
                   "El de De Gaulle.",
                   "La la la.",
                   "Así así.",
               });
  expect("it", {
                   "Il sindaco ⟦di di⟧ Roma.",
                   "Vive ⟦in in⟧ Italia.",
                   "⟦Il il⟧ sindaco.",
                   "Va ⟦con con⟧ lei.",
                   "⟦La la⟧ casa.",
                   "È ⟦per per⟧ te.",
                   "Pane ⟦e e⟧ vino.",
                   "La casa ⟦della della⟧ zia.",
                   "Viene ⟦dal dal⟧ mare.",
                   "Vado ⟦al al⟧ mare.",
               });
  expect("it", {
                   "Piano piano.",
                   "Via via.",
                   "Quasi quasi.",
                   "Quel che è è.",
                   "Chi ha ha.",
                   "Rosso rosso.",
                   "Più che che altro.",
                   "Così così.",
                   "La la la.",
                   "No no, sì sì.",
                   "Il re di Di Pietro.",
               });
}

TEST(DoubledWord, SmallWordsGoSafely) {
  EXPECT_EQ(fixed(kRule, "Er ging und und kam.", Format::kMarkdown, "de"), "Er ging und kam.");
  EXPECT_EQ(fixed(kRule, "Die Sitzung Sitzung begann.", Format::kMarkdown, "de"), "Die Sitzung Sitzung begann.");
  EXPECT_EQ(fixed(kRule, "The the end and and so."), "The end and so.");
  EXPECT_EQ(fixed(kRule, "Er ging in in die Stadt.", Format::kMarkdown, "de"), "Er ging in in die Stadt.");
  EXPECT_EQ(fixed(kRule, "It came from **from** Leeds."), "It came from **from** Leeds.");
  EXPECT_EQ(findings(kRule, "It was the the end."), "1:8 “the the” “the” stands twice in a row\n");
}

TEST(DoubledWord, OtherLanguagesAreLeftAlone) {
  expect("nl", {"Hij gaat in in de stad."});
  expect("pl", {"Poszedł w w miasto."});
}

}  // namespace
}  // namespace stet
