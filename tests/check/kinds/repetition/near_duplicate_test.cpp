#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "repetition/near-duplicate";

void expect(std::string_view language, std::initializer_list<std::string_view> drafts) {
  expect_marked(kRule, language, drafts);
}

// A sentence, the same with a word changed, taken out or put in, and what may stand around the two.
struct Examples {
  const char* language;
  std::vector<std::array<const char*, 2>> pairs;
  const char* between;
};

const Examples kPairs[] = {
    {"de",
     {
         {"Die Fähre nach Rügen fährt wegen des Sturms erst am Abend wieder.",
          "Die Fähre nach Rügen fährt wegen des Sturms erst am Montag wieder."},
         {"Der Gemeinderat hat den Bau der neuen Schule mit knapper Mehrheit beschlossen.",
          "Der Gemeinderat hat den Bau der Schule mit knapper Mehrheit beschlossen."},
         {"Nach dem Brand in der Altstadt ermittelt die Polizei gegen einen jungen Mann.",
          "Nach dem Brand in der Altstadt ermittelt die Polizei jetzt gegen einen jungen Mann."},
         {"In der Nacht fiel im ganzen Tal der Strom für mehrere Stunden aus.",
          "In der Nacht fiel im ganzen Tal der Strom für einige Stunden aus."},
         {"Viele Betriebe suchen seit Jahren vergeblich nach Lehrlingen für das Handwerk.",
          "Viele kleine Betriebe suchen seit Jahren vergeblich nach Lehrlingen für das Handwerk."},
         {"Das Museum zeigt ab Freitag Bilder aus dem Nachlass der Malerin.",
          "Das Museum zeigt ab Freitag viele Bilder aus dem Nachlass der Malerin."},
         {"Der Trainer wechselte nach der Pause gleich drei neue Spieler ein.",
          "Der Trainer wechselte schon nach der Pause gleich drei neue Spieler ein."},
         {"Die Ernte fiel wegen der langen Trockenheit so schlecht aus wie nie.",
          "Die Ernte fiel wegen der langen Trockenheit so schlecht aus."},
         {"Wer im Park grillt, muss künftig mit einem hohen Bußgeld rechnen.",
          "Wer im Park grillt, muss künftig mit einem höheren Bußgeld rechnen."},
         {"Am Ende des Abends dankte der Chor dem Publikum mit einer Zugabe.",
          "Am Ende dankte der Chor dem Publikum mit einer Zugabe."},
     },
     "Niemand hatte damit gerechnet."},
    {"en",
     {
         {"The ferry to the island will not sail before Monday because of the storm.",
          "The ferry to the island will not sail before Tuesday because of the storm."},
         {"Police are questioning a young man after the fire in the old town.",
          "Police are now questioning a young man after the fire in the old town."},
         {"The museum will show paintings from the estate of the artist from Friday.",
          "From Friday the museum will show paintings from the estate of the artist."},
         {"Anyone who lights a barbecue in the park now faces a heavy fine.",
          "Anyone who lights a barbecue in the park faces a heavy fine."},
         {"The harvest was the worst in living memory because of the long drought.",
          "The harvest was the worst in memory because of the long drought."},
         {"The coach brought on three new players right after the break.",
          "The coach brought on three new players shortly after the break."},
         {"In the valley the power failed for several hours during the night.",
          "In the whole valley the power failed for several hours during the night."},
         {"At the end of the evening the choir thanked its audience with an encore.",
          "At the end of the evening the choir thanked the audience with an encore."},
         {"Small firms have been looking for apprentices in vain for many years.",
          "Firms have been looking for apprentices in vain for many years."},
         {"The parish council approved the new school by a very narrow margin.",
          "The parish council approved the school by a very narrow margin."},
     },
     "Nobody had expected it."},
    {"fr",
     {
         {"Le bac pour l'île ne partira pas avant lundi à cause de la tempête.",
          "Le bac pour l'île ne partira pas avant mardi à cause de la tempête."},
         {"Le conseil municipal a approuvé la nouvelle école à une très courte majorité.",
          "Le conseil municipal a approuvé la nouvelle école à une courte majorité."},
         {"La récolte a été la pire depuis longtemps à cause de la sécheresse.",
          "La récolte a été la pire depuis longtemps à cause de la grande sécheresse."},
         {"La police interroge un jeune homme après l'incendie de la vieille ville.",
          "La police interroge encore un jeune homme après l'incendie de la vieille ville."},
     },
     "Personne ne s'y attendait."},
    {"es",
     {
         {"El transbordador de la isla no saldrá antes del lunes por la tormenta.",
          "El transbordador de la isla no saldrá antes del martes por la tormenta."},
         {"El pleno aprobó la nueva escuela del barrio por una mayoría muy corta.",
          "El pleno aprobó la nueva escuela del barrio por una mayoría corta."},
         {"La cosecha fue la peor en muchos años a causa de la larga sequía.",
          "La cosecha fue la peor en muchos años a causa de la sequía."},
         {"La policía interroga a un joven tras el incendio en el casco viejo.",
          "La policía interroga todavía a un joven tras el incendio en el casco viejo."},
     },
     "Nadie lo esperaba."},
    {"it",
     {
         {"Il traghetto per l'isola non partirà prima di lunedì a causa della tempesta.",
          "Il traghetto per l'isola non partirà prima di martedì a causa della tempesta."},
         {"Il consiglio comunale ha approvato la nuova scuola con una maggioranza molto stretta.",
          "Il consiglio comunale ha approvato la nuova scuola con una maggioranza stretta."},
         {"Il raccolto è stato il peggiore da molti anni per la lunga siccità.",
          "Il raccolto è stato il peggiore da molti anni per la siccità."},
         {"La polizia interroga un giovane dopo l'incendio nella città vecchia di ieri.",
          "La polizia interroga ancora un giovane dopo l'incendio nella città vecchia di ieri."},
     },
     "Nessuno se lo aspettava."},
};

TEST(NearDuplicate, TheSameSentenceAgain) {
  for (const Examples& each : kPairs) {
    for (const auto& [sentence, other] : each.pairs) {
      const std::string far =
          std::string(sentence) + " " + each.between + "\n\n" + each.between + " ⟦" + sentence + "⟧ " + each.between;
      EXPECT_EQ(remarked(kRule, far, each.language), far);
      const std::string alone =
          std::string(sentence) + "\n\n" + each.between + "\n\n⟦" + sentence + "⟧\n\n" + each.between;
      EXPECT_EQ(remarked(kRule, alone, each.language), alone);
    }
  }
}

TEST(NearDuplicate, NearlyTheSameSentence) {
  for (const Examples& each : kPairs) {
    for (const auto& [sentence, other] : each.pairs) {
      const std::string far =
          std::string(sentence) + " " + each.between + "\n\n" + each.between + " ⟦" + other + "⟧ " + each.between;
      EXPECT_EQ(remarked(kRule, far, each.language), far);
      const std::string item = std::string("- ") + sentence + "\n- " + each.between + "\n- ⟦" + other + "⟧";
      EXPECT_EQ(remarked(kRule, item, each.language), item);
    }
  }
}

TEST(NearDuplicate, DifferentSentencesOfOneArticle) {
  for (const Examples& each : kPairs) {
    std::string all;
    for (const auto& [sentence, other] : each.pairs) all += std::string(sentence) + "\n\n" + each.between + "\n\n";
    EXPECT_EQ(remarked(kRule, all, each.language), all);
  }
}

TEST(NearDuplicate, QuotationsSetOff) {
  for (const Examples& each : kPairs) {
    for (const auto& [sentence, other] : each.pairs) {
      const std::string text(sentence);
      const std::string drafts[] = {
          "„" + text + "“ So sprach sie.\n\n" + each.between + "\n\n" + text,         // pulled out without marks
          text + "\n\n" + each.between + "\n\n> " + text,                             // set as a quotation
          text + "\n\n" + each.between + "\n\n**" + text + "**",                      // in bold type
          "# " + text + "\n\n" + each.between + "\n\n" + text,                        // the headline
          "| " + text + " | " + text + " |\n|---|---|\n| " + text + " | x |",         // cells
          "12:30 " + text + "\n\n" + each.between + "\n\n12:45 " + text,              // a live ticker
          text + "\n\n" + each.between + "\n\n" + text + "\n\nAnna Berger, Sylt",     // with a name under it
          "“" + text + "\n\n" + each.between + "\n\n" + text,                         // a paragraph of a long quotation
          text + "\n\n" + each.between + "\n\n```\n" + text + "\n```",                // code
          text + " a@b.example\n\n" + each.between + "\n\n" + text + " a@b.example",  // contact lines
      };
      for (const std::string& draft : drafts) EXPECT_EQ(remarked(kRule, draft, each.language), draft);
    }
  }
}

TEST(NearDuplicate, ParallelSentences) {
  expect("de", {
                   "Der erste Zug nach Linz fährt um 5 Uhr vom Bahnhof ab.\n\nDer letzte Zug nach Linz fährt um 23 Uhr "
                   "vom Bahnhof ab.",
                   "Die Partei der Mitte kam bei der Wahl am Sonntag auf 12 Prozent.\n\nDie Partei der Bauern kam bei "
                   "der Wahl am Sonntag auf 31 Prozent.",
                   "Es regnet. Es regnet. Es regnet am See. Es regnet am See.",
                   "Heute hier, morgen dort.\n\nHeute hier, morgen dort.",
                   "Wenn der Wind weht, singt der See, und das Boot liegt still.\n\nA.\n\nWenn der Wind weht, singt "
                   "der See, und das Boot liegt still.\n\nB.\n\nWenn der Wind weht, singt der See, und das Boot liegt "
                   "still.\n\nC.\n\nWenn der Wind weht, singt der See, und das Boot liegt still.",
                   "Tel. 030 123456, Fax 030 123457, Mo bis Fr 9 bis 12 Uhr\n\nA.\n\nTel. 030 123456, Fax 030 123457, "
                   "Mo bis Fr 9 bis 12 Uhr",
                   "Der Rat stimmte für den Plan, den die Bürger seit Jahren fordern.\n\nDie Bürger fordern seit "
                   "Jahren einen Plan, für den der Rat nun stimmte.",
               });
  expect("en", {
                   "The first train to Leeds leaves the old station at 5 in the morning.\n\nThe last train to Leeds "
                   "leaves the old station at 11 in the evening.",
                   "The party won 12 percent of the vote in the rural north.\n\nThe party won 31 percent of the vote "
                   "in the rural north.",
                   "Rain came. Rain came. Rain came to town. Rain came to town.",
                   "When the wind blows the lake sings and the boat lies still.\n\nA.\n\nWhen the wind blows the lake "
                   "sings and the boat lies still.\n\nB.\n\nWhen the wind blows the lake sings and the boat lies "
                   "still.\n\nC.\n\nWhen the wind blows the lake sings and the boat lies still.",
                   "The council backed the plan that residents have wanted for years.\n\nFor years residents have "
                   "wanted a plan; now the council has backed one.",
               });
}

TEST(NearDuplicate, OtherNumbersInWords) {
  EXPECT_EQ(findings(kRule,
                     "In the first half the visitors scored two goals and hit the post.\n\nIt rained.\n\n"
                     "In the first half the visitors scored three goals and hit the post."),
            "");
  EXPECT_EQ(findings(kRule,
                     "In der ersten Halbzeit trafen die Gäste zwei Mal das Tor der Wiener.\n\nRegen.\n\n"
                     "In der ersten Halbzeit trafen die Gäste drei Mal das Tor der Wiener.",
                     Format::kMarkdown, "de"),
            "");
}

TEST(NearDuplicate, AParagraphIsReportedOnce) {
  const std::string one =
      "The ferry will not sail before Monday because of the storm in the bay. Guests sleep in the school that stands "
      "on the hill above the port.";
  const std::string draft = one + "\n\nNobody had expected it.\n\n⟦" + one + "⟧";
  EXPECT_EQ(remarked(kRule, draft, "en"), draft);
  EXPECT_EQ(findings(kRule,
                     "Guests of the inn sleep in the school on the hill.\n\nSo.\n\nGuests of the inn sleep in "
                     "the school on the hill."),
            "5:1 “Guests of the inn sleep in the school on the hill.” the same passage stands in the article before\n"
            "  1:1 “Guests of the inn sleep in the school on the hill.” the first one\n");
}

TEST(NearDuplicate, TimeIsLinear) {
  // Many passages that share trigrams, of which none is half the same as another.
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    const std::string n = std::to_string(i);
    text += "Along the river the old boats of w" + n + " and x" + n + " and y" + n + " and z" + n + " sail.\n\n";
  }
  EXPECT_EQ(findings(kRule, text), "");
}

TEST(NearDuplicate, OneLongParagraph) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "The old boats „of the river sail along the bank at night. ";
  EXPECT_EQ(findings(kRule, text), "");
}

}  // namespace
}  // namespace stet
