#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/unbalanced";

void expect(std::string_view language, std::initializer_list<std::string_view> drafts) {
  expect_marked(kRule, language, drafts);
}

TEST(Unbalanced, GermanMarksLeftOpen) {
  expect("de", {
                   "Er sagte: ⟦„⟧Wir kommen.",
                   "⟦„⟧Wir kommen, sagte er. Dann ging er.",
                   "„Ja“, sagte er. ⟦„⟧Nein, sagte sie.",
                   "## ⟦„⟧Wir kommen",
                   "- ⟦„⟧Wir kommen\n- Sie gehen",
                   "Der Film ⟦„⟧Das Boot läuft.",
                   "Er rief: ⟦„⟧‚Halt‘, rief ich.",
                   "Er sagte: ⟦„⟧*Wir* kommen.",
                   "Er sagte: ⟦\"⟧Wir kommen.",
                   "Der Film ⟦\"⟧Das Boot läuft.",
                   "⟦„⟧Wir kommen.\n\nDann ging er.",
                   "⟦„⟧12 Jahre sind genug, hieß es.",
                   "(⟦„⟧Wir kommen)",
                   "Er sagte – ⟦„⟧Wir kommen – nichts.",
                   "Der Wirt ⟦(⟧58 Jahre, sagte nichts.",
                   "Der Wirt ⟦(⟧58 kam.\n\nDann ging er.",
                   "Die Stadt ⟦(⟧80.000 Einwohner wächst (schnell).",
                   "Der Fall ⟦[⟧Anm. d. Red. ruht.",
                   "⟦(⟧Quelle: Amt",
                   "Siehe Seite 3 ⟦(⟧unten.",
                   "- Milch ⟦(⟧1 Liter\n- Mehl",
                   "> Er sagte ⟦(⟧leise, er komme.",
                   "Der Preis ⟦(⟧12 Euro stieg [leicht].",
                   "## Der Wirt ⟦(⟧58 kam",
                   "Er sagte: ⟦„⟧Das Spiel (2:1) war gut.",
                   "Das ⟦„⟧neue Haus steht.",
                   "„Tosca“ und der ⟦„⟧Ring werden gespielt.",
                   "Sie kam ⟦(⟧wie immer zu spät.",
                   "Ein ⟦„⟧… und dann kam nichts.",
                   "Er kam (er ging) ⟦(⟧sie blieb.",
               });
}

TEST(Unbalanced, GermanMarksThatClose) {
  expect("de", {
                   "„Wir kommen“, sagte er.",
                   "„Wir kommen”, sagte er.",
                   "„Wir kommen\", sagte er.",
                   "»Wir kommen«, sagte er. »Ja«, sagte sie.",
                   "«Wir kommen», sagte er.",
                   "„Er sagte ‚ja‘“, sagte sie.",
                   "„Wir kommen.\n\nWir bleiben.\n\nWir gehen“, sagte er.",
                   "„Wir kommen.\n\n„Wir gehen“, sagte er.",
                   "Ein 27\"-Monitor und 19\" mehr.",
                   "Ein 27\" großer Monitor.",
                   "a) eins, b) zwei, 1) drei",
                   "1.) Das Erste.",
                   "Schade :-( und traurig :( und ;-(",
                   "Schön :-) und gut ;)",
                   "(siehe oben :-)",
                   "Die Liste (erster Teil\n\nund zweiter Teil) ist lang.",
                   "Der Bereich [0, 1) ist halb offen.",
                   "Wir haben (leider kein …",
                   "Er sagte: „Wir haben ...",
                   "Rock 'n' Roll, Hans' Hut, so'n Ding.",
                   "| „Ja | (nein |\n|---|---|\n| \"x | [y |",
                   "Der Code `printf(\"` steht hier.",
                   "```\nprintf(\"\n```",
                   "Die Uhr zeigt 12' 30\".",
                   "Das (neue (große)) Haus.",
                   "Er sagte: „Ja.“ „Nein.“ „Doch!“",
                   "\"Wir kommen\", sagte er. \"Ja\", sagte sie.",
                   "\"Wir kommen.\n\n\"Wir gehen\", sagte er.",
                   "Die Koordinaten 52° 31′ 12\" N.",
                   "> „Wir kommen.\n>\n> Wir gehen.“",
                   "Der Text (Teil 1/2) [PDF] ist da.",
               });
}

TEST(Unbalanced, EnglishMarksLeftOpen) {
  expect("en", {
                   "He said ⟦“⟧we are coming.",
                   "⟦“⟧We are coming, he said.",
                   "“Yes,” he said. ⟦“⟧No, she said.",
                   "## ⟦“⟧We are coming",
                   "- ⟦“⟧We are coming\n- They left",
                   "The film ⟦“⟧Jaws is on.",
                   "He said: ⟦“⟧*We* are coming.",
                   "He said ⟦\"⟧we are coming.",
                   "The film ⟦\"⟧Jaws is on.",
                   "⟦“⟧We are coming.\n\nThen he left.",
                   "(⟦“⟧We are coming)",
                   "He said—⟦“⟧we come—nothing.",
                   "The host ⟦(⟧58 said nothing.",
                   "The host ⟦(⟧58 came.\n\nThen he left.",
                   "The town ⟦(⟧pop. 800 grows (fast).",
                   "The case ⟦[⟧see note is closed.",
                   "⟦(⟧Source: the office",
                   "See page 3 ⟦(⟧below.",
                   "- Milk ⟦(⟧1 pint\n- Flour",
                   "> He said ⟦(⟧softly he would come.",
                   "The price ⟦(⟧$12 rose [a bit].",
                   "## The host ⟦(⟧58 came",
                   "He said ⟦“⟧the match (2-1) was fine.",
                   "The ⟦“⟧new house stands.",
                   "She came ⟦(⟧as ever late.",
                   "A ⟦“⟧… and then nothing.",
                   "He was ⟦“⟧$5 short.",
                   "⟦\"⟧Yes, he said.\n\nThen he left.",
                   "It is ⟦“⟧‘so’ or not.",
                   "We won ⟦(⟧again!",
               });
}

TEST(Unbalanced, EnglishMarksThatClose) {
  expect("en", {
                   "“We are coming,” he said.",
                   "\"We are coming,\" he said.",
                   "“We are coming,\" he said.",
                   "“We came.\n\n“We saw.\n\n“We left,” he said.",
                   "\"We came.\n\n\"We saw.\n\n\"We left,\" he said.",
                   "“He told me ‘no’,” she said.",
                   "A 27\" screen and a 19\" one.",
                   "He is 6'2\" tall.",
                   "a) one, b) two, 3) three",
                   "Sad :-( and sadder :(",
                   "Fine :-) and ;)",
                   "(see above :-)",
                   "The list (part one\n\nand part two) is long.",
                   "The range [0, 1) is half open.",
                   "We have (sadly no …",
                   "He said “we have...",
                   "Rock 'n' roll, James' hat, the '90s.",
                   "| “Yes | (no |\n|---|---|\n| \"x | [y |",
                   "The code `printf(\"` is here.",
                   "```\nprintf(\"\n```",
                   "The (new (big)) house.",
                   "The “rust belt“ towns.",
                   "“Yes.” “No.” “Yes!”",
                   "51° 30′ 12\" N.",
                   "> “We came.\n>\n> We left.”",
                   "The text (part 1/2) [PDF] is here.",
                   "“[T]he end,” he said.",
                   "“We came.\n\nWe left,” he said.",
                   "It's, don't, o'clock, ’tis.",
                   "He said (“we came”) so.",
               });
}

TEST(Unbalanced, Romance) {
  expect("fr", {"Il dit : ⟦«⟧ Nous venons.", "⟦«⟧ Oui, dit-il.", "Le film ⟦«⟧ Jour de fête passe.", "Il dit ⟦“⟧oui.",
                "Il dit ⟦\"⟧oui.", "Le maire ⟦(⟧58 ans parle.", "## ⟦«⟧ Oui", "- ⟦«⟧ Oui", "Voir ⟦(⟧page 3.",
                "« Oui », dit-il. ⟦«⟧ Non, dit-elle.", "Le texte ⟦[⟧note dort."});
  expect("fr", {"« Oui », dit-il.", "«Oui», dit-il.", "« Il a dit “oui” », dit-elle.", "« Oui.\n\n« Non », dit-il.",
                "« Oui.\n\n» Non », dit-il.", "« Oui.\n\nNon », dit-il.", "Un écran 27\".", "a) un, b) deux",
                "Triste :-(", "L'homme, aujourd'hui, l'« ami ».", "(voir « page » 3)", "« Oui…"});
  expect("es", {"Dijo: ⟦«⟧Venimos.", "⟦«⟧Sí, dijo.", "La película ⟦“⟧Volver gusta.", "Dijo ⟦\"⟧sí.",
                "El alcalde ⟦(⟧58 años habla.", "## ⟦«⟧Sí", "- ⟦“⟧Sí", "Véase ⟦(⟧página 3.",
                "«Sí», dijo. ⟦«⟧No, dijo ella.", "Dijo ⟦«⟧¿vienes?"});
  expect("es",
         {"«Sí», dijo.", "“Sí”, dijo.", "\"Sí\", dijo.", "«Dijo “sí”», contó.", "«Sí.\n\n»No», dijo.",
          "Una pantalla de 27\".", "a) uno, b) dos", "Triste :-(", "«¿Vienes?», dijo.", "(véase «página» 3)", "«Sí…"});
  expect("it", {"Disse: ⟦«⟧Veniamo.", "⟦«⟧Sì, disse.", "Il film ⟦“⟧Roma piace.", "Disse ⟦\"⟧sì.",
                "Il sindaco ⟦(⟧58 anni parla.", "## ⟦«⟧Sì", "- ⟦“⟧Sì", "Vedi ⟦(⟧pagina 3.",
                "«Sì», disse. ⟦«⟧No, disse lei.", "Il testo ⟦[⟧nota dorme."});
  expect("it", {"«Sì», disse.", "“Sì”, disse.", "\"Sì\", disse.", "«Ha detto “sì”», racconta.", "«Sì.\n\n«No», disse.",
                "Uno schermo da 27\".", "a) uno, b) due", "Triste :-(", "L'uomo, dell'«amico».", "(vedi «pagina» 3)",
                "«Sì…"});
}

// The other marks of the paragraph are whole.
TEST(Unbalanced, AmongWholeOnes) {
  expect_marked(kRule, "de",
                {
                    "Der Hubschrauber Adler 51⟦“⟧ fiel aus. Die „Möwe“ flog weiter.",
                    "„Wir bleiben“, sagte sie. Das sei klug und folgerichtig⟦“⟧, so der Rat.",
                    "⟦„⟧Wir bleiben, sagte sie. Ihr Mann rief „nein“ und ging.",
                    "Der Verband (VDX) will zahlen, das Amt (früher Behörde)⟦)⟧ auch.",
                    "Das Fest (am See) und der Markt in Kiel⟦)⟧ fielen aus.",
                    "Am Freitag 28.06.⟦)⟧ beginnt der Kurs (zwei Tage).",
                    "Der Rat (der alte) und der Kreis (der neue)⟦)⟧ tagen.",
                    "Wir nehmen a) Brot, b) Käse (jung) und c) Wein.",
                    "Das Intervall [0, 1) liegt in (0, 2).",
                    "1.2) Die Kosten (netto)",
                    "„Er sagte: ‚Nein‘ und „nie“ dazu“, schrieb sie.",
                });
  expect_marked(kRule, "en",
                {
                    "\"Yes,\" she said. He thought it over, and then no⟦\"⟧, he said.",
                    "Its 27\" screen (and its \"old\" desk) are gone.",
                    "The rule applies to sites⟦)⟧ and parks (in town).",
                });
  expect_marked(kRule, "fr",
                {
                    "Le maire dit « oui ». Il est resté à la Haye ⟦»⟧. Son adjoint dit « non ».",
                    "La mer, Mare Nostrum « Notre Mer »⟦)⟧, est calme.",
                });
}

TEST(Unbalanced, SaysWhichMark) {
  EXPECT_EQ(findings(kRule, "He said “we come."), "1:9 ““” ““” is never closed\n");
  EXPECT_EQ(findings(kRule, "He (58 said so."), "1:4 “(” “(” is never closed\n");
}

TEST(Unbalanced, ManyOpenMarksTakeNoLongerEach) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "He said “we come (58 so.\n\n";
  const auto report = check_only(kRule, text);
  EXPECT_FALSE(report.diagnostics.empty());
}

}  // namespace
}  // namespace stet
