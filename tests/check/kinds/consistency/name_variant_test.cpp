#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/name-variant";

void expect(std::string_view language, std::initializer_list<std::string_view> drafts) {
  expect_marked(kRule, language, drafts);
}

TEST(NameVariant, SaysHowOftenEachSpellingStands) {
  EXPECT_EQ(findings(kRule,
                     "Goran Petković traf früh. Petković traf auch spät. Petković jubelte.\n\n"
                     "Nach dem Spiel sagte Goran Petrović wenig.",
                     Format::kMarkdown, "de"),
            "3:28 “Petrović” two spellings of one name: “Petrović” 1×, “Petković” 3×\n"
            "  1:7 “Petković” “Petković” here\n");
}

TEST(NameVariant, TransliterationsOfOneName) {
  // The later of two spellings that are equally frequent is reported.
  const std::pair<const char*, const char*> names[] = {
      {"Rjabkow", "Riabkow"},
      {"Rjabkow", "Ryabkov"},
      {"Lawrow", "Lavrov"},
      {"Chodorkowski", "Khodorkovsky"},
      {"Medwedew", "Medvedev"},
      {"Selenskyj", "Zelensky"},
      {"Schoigu", "Shoigu"},
      {"Gerassimow", "Gerasimov"},
      {"Tichanowskaja", "Tikhanovskaya"},
      {"Saakaschwili", "Saakashvili"},
      {"Nasarbajew", "Nasarbayev"},
      {"Müller", "Mueller"},
      {"Djokovic", "Đoković"},
      {"Nemzow", "Nemtsov"},
      {"Poroschenko", "Poroshenko"},
      {"Dschaparow", "Dzhaparov"},
      {"Klitschko", "Klichko"},
      {"Zelensky", "Zelenskyy"},
      {"Janukowytsch", "Yanukovych"},
      {"Schtscherba", "Shcherba"},
      {"Gonçalves", "Goncalves"},
      {"Aljochin", "Alyokhin"},
      {"Dschumajew", "Dzhumayev"},
      {"Kusmin", "Kussmin"},
      {"Erdoğan", "Erdogan"},
      {"Łukasiewicz", "Lukasiewicz"},
      {"Schmidt", "Schmitt"},
  };
  for (const auto& [first, second] : names) {
    const std::string german =
        std::string("Minister Igor ") + first + " kam. Am Abend ging Igor ⟦" + second + "⟧ wieder.";
    EXPECT_EQ(remarked(kRule, german, "de"), german);
    const std::string english =
        std::string("Envoy Igor ") + first + " arrived. At night Igor ⟦" + second + "⟧ left again.";
    EXPECT_EQ(remarked(kRule, english, "en"), english);
  }
}

TEST(NameVariant, ALetterLostOrChangedOnce) {
  expect("de", {
                   "Jana Hollerbach führt. Hollerbach lacht. Abends sah Jana ⟦Hollerbch⟧ müde aus.",
                   "Jana Brandner führt. Brandner lacht. Abends sah Jana ⟦Brander⟧ müde aus.",
                   "Paul Wieland malt. Wieland malt viel. Das weiß Paul ⟦Weiland⟧ selbst.",
                   "Ute Kessel kocht. Kessel kocht gut. Das weiß Ute ⟦Kissel⟧ selbst.",
               });
  expect("en", {
                   "Tom Harding won. Harding smiled. Later Tom ⟦Haring⟧ left.",
                   "Tom Bellamy won. Bellamy smiled. Later Tom ⟦Ballamy⟧ left.",
                   "Ann Whitlock won. Whitlock smiled. Later Ann ⟦Whitlcok⟧ left.",
                   "Sue Crane won. Crane smiled. Later Sue ⟦Crone⟧ left.",
               });
  expect("fr", {
                   "Luc Mercier gagne. Mercier sourit. Puis Luc ⟦Marcier⟧ part.",
                   "Igor Lavrov parle. Le soir, Igor ⟦Lavrow⟧ repart.",
                   "Ève Dubois chante. Dubois danse. Puis Ève ⟦Dubios⟧ part.",
               });
  expect("es", {
                   "Luis Herrera gana. Herrera sonríe. Luego Luis ⟦Harrera⟧ sale.",
                   "Igor Lavrov habla. De noche, Igor ⟦Lawrow⟧ sale.",
                   "Ana Gómez canta. Por la noche, Ana ⟦Gomez⟧ baila.",
               });
  expect("it", {
                   "Luca Ferrari vince. Ferrari ride. Poi Luca ⟦Farrari⟧ esce.",
                   "Igor Lavrov parla. La sera Igor ⟦Lawrow⟧ esce.",
                   "Ada Moretti canta. Moretti balla. Poi Ada ⟦Maretti⟧ esce.",
               });
}

TEST(NameVariant, FirstNamesInTwoTransliterations) {
  expect("de", {
                   "Sergej Lawrow kam. Abends ging ⟦Sergei⟧ Lawrow.",
                   "Wladimir Bukowin kam. Abends ging ⟦Vladimir⟧ Bukowin.",
                   "Anna Maier kam. Abends ging Anne Maier.",
               });
  expect("en", {"Andrei Bukovin came. At night ⟦Andrey⟧ Bukovin left.", "Jon Hale came. At night Ron Hale left."});
}

TEST(NameVariant, ASurnameByItself) {
  expect("de", {
                   "Sergej Lawrow kam. Abends sprach ⟦Lavrov⟧.",
                   "Sergej Lawrow kam. Lawrow blieb. ⟦Lavrov⟧ sprach.",
                   "⟦Lavrov⟧ kam. Abends sprach Sergej Lawrow. Lawrow blieb.",
                   "Wolodymyr Selenskyj kam. Später ging ⟦Selenskij⟧.",
                   "Bürgermeister Mueller kam. Am Abend sprach ⟦Müller⟧.",
               });
  expect("de", {
                   "Sergej Lawrow kam. Lawrows Hut blieb.",
                   "Anna Wiesen kam. Sie sah das Wesen. Ein Wesen aus Holz.",
                   "Anna Berger kam. Das waren Berge. Der Burger schmeckt. Im Bergwerk.",
                   "Karl Becker kam. Becker lacht. Becker geht. Der Bäcker auch. Beim Bäcker.",
                   "Karl Lawrow kam. Er lavrov nicht. Lavrov.",
                   "Sergej Lawrow und Lavrov.",
               });
  expect("en", {
                   "Sergei Lavrov came. At night ⟦Lawrow⟧ spoke.",
                   "Goran Petkovic won. Petkovic smiled. Petkovic left. Fans sang for ⟦Petrovic⟧ again.",
                   "Ann Whitlock won. Whitlock left. Whitlock slept. Fans of ⟦Whitlcok⟧ sang.",
               });
  expect("en", {
                   "Goran Petkovic won. Petkovic smiled. Petkovic left. Fans sang for Petrovic again. Petrovic smiled.",
                   "Goran Petkovic won. Petkovic smiled. Fans sang for Petkovics.",
                   "Ann Hardy won. Hardy left. Hardy slept. Handy for her.",
                   "Ann Marten won. Marten left. Marten slept. Martin sang.",
               });
  expect("it", {"Corrado Passera parla. Passerà la notte qui. Passera dorme."});
}

TEST(NameVariant, InflectionIsNoSpelling) {
  expect("de", {
                   "Anna Berger kam. Anna Bergers Hut blieb.",
                   "Max Schulz kam. Max Schulzes Hut blieb.",
                   "Igor Iwanow kam. Nach ihm kam Olga Iwanowa.",
                   "Anna Iwanow kam. Danach kam Anna Iwanowa.",
                   "Jana Novák kam. Danach kam Jana Nováková.",
                   "Die Deutsche Welle sendet. Der Deutschen Welle fehlt Geld. Andere Deutsche Wellen gibt es nicht.",
                   "Der Rote Platz ist leer. Am Roten Platz ist es still.",
                   "Graf Hohenstein kam. Graf Hohensteins Pferd blieb.",
               });
  expect("en", {
                   "Anna Berger came. Anna Berger's hat stayed. Anna Bergers are rare.",
                   "South Korea won. The South Korean team sang. South Koreans danced.",
                   "New York slept. New Yorkers did not.",
                   "The Prime Minister spoke. Prime Ministers do.",
                   "The Smith family came; the Smiths left.",
                   "The Supreme Court sat. Supreme Courts do.",
               });
  expect("fr", {"La Cour Suprême siège. Les Cours Suprêmes siègent.", "Léa Petit chante. Léa Petits dort."});
  expect("es", {"El Gran Premio sale. Los Grandes Premios salen.", "Ana Ruiz canta. Ana Ruize baila."});
  expect("it", {"La Corte Suprema siede. Le Corti Supreme siedono.", "Anna Rossi canta. Anna Rosso balla."});
}

TEST(NameVariant, TwoPeopleAreTwoPeople) {
  expect("de", {
                   "Antonio Prandi redet. Franco Prandini schweigt.",
                   "Max Müller kam. Karl Möller ging.",
                   "Max Müller und Max Möller kamen.",
                   "Max Müller kam. Müller blieb. Max Möller ging. Möller blieb weg.",
                   "Max Müller kam. Mit Max Möller ist er nicht verwandt. Müller lachte. Müller blieb.",
                   "Eva Maier kam. Ihr Mann Uwe Meier blieb.",
                   "Frau Berger kam. Herr Bergen ging.",
                   "Trainer Kohl kam. Trainer Kahl ging.",
                   "Ute Sand kam. Später kam Ute Wand.",
               });
  expect("en", {
                   "Anthony Prandi talks. Frank Prandini listens.",
                   "Tom Harding came. Bill Haring left.",
                   "Tom Harding and Tom Haring came. Harding smiled.",
                   "Tom Harding came. Tom Haring is no relation. Harding smiled. Harding won.",
                   "Tom Hart came. Later Tom Bart left.",
                   "Tom Harding came. Harding won. Tom Haring left. Haring lost.",
                   "Lady Anson spoke. Lord Anston left.",
               });
  expect("fr", {"Luc Morin et Luc Marin gagnent. Morin sourit.", "Luc Morin gagne. Marc Marin perd."});
  expect("es", {"Luis Vera y Luis Vela ganan. Vera sonríe.", "Luis Marín gana. Juan Merín pierde."});
  expect("it", {"Ilaria Scotton presiede; Scottòn è il ristorante.", "Luca Sarti e Luca Sorti vincono. Sarti ride."});
}

TEST(NameVariant, WordsAreNoNames) {
  expect("de", {
                   "Die Stadt baut. Die Staat baut nicht.",
                   "Der Masten steht. Der Mästen fällt.",
                   "Neue Straße, neue Strasse. Neue Strassen.",
                   "Gute Leiter helfen. Gute Leitern auch. Gute Lehrer auch.",
                   "Das Haus Petrus ist alt. Die Haut ist neu.",
                   "Ein Grüner Tee, bitte. Grüner See, blauer See.",
               });
  expect("en", {
                   "The World Trade Center stood. The World Trade Centre stood.",
                   "The World Health Organization met. A World Health Organisation spokesman spoke.",
                   "The Labour Party met. The Labor Party met.",
                   "Best Toast, best coast. Best Coast.",
                   "The Department of Defense spoke. The Defence Department spoke.",
               });
}

TEST(NameVariant, AShortArticleSpellsANameInOneWay) {
  expect("de", {"Zur Probe kam Beata Wiśniewska. Der Chor lobte Beata ⟦Wisniewska⟧ sehr.",
                "Das Dach deckt die Firma Rodenwalder. Im Mai war die Firma ⟦Rodenwadler⟧ allein.",
                "Der Hafen ist voll. Andere Häfen sind leer.", "Slowenien spielt. Die Slowenen jubeln."});
  expect("en", {"The boat belongs to Orla O’Hanlon. On Monday Orla O’⟦Hanlan⟧ sold it.",
                "Anna Hansen came. Peter Hanssen left.", "Jean-Luc Auban sang. Marie-Luc Aubin danced."});
  std::string draft = "The boat belongs to Orla O’Hanlon.";
  for (int i = 0; i < 80; ++i) draft += " It is blue and long.";
  draft += "\n\nOn Monday Orla O’Hanlan sold it.";
  EXPECT_EQ(remarked(kRule, draft, "en"), draft);
}

}  // namespace
}  // namespace stet
