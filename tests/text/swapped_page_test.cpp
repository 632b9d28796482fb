#include "text/swapped_page.h"

#include <gtest/gtest.h>

#include <string>

#include "support/locale_texts.h"
#include "text/utf8.h"

namespace stet {
namespace {

// What a program shows that takes a text of one page for another; empty when the text is not of the page.
std::string swapped(std::string_view text, CodePage written, CodePage read) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    const unsigned char byte = c.value < 0x80 ? static_cast<unsigned char>(c.value) : code_page_byte(written, c.value);
    if (byte == 0) return {};
    append_utf8(out, code_page_char(read, byte));
  }
  return out;
}

std::string repaired(std::string_view text, Language language) {
  if (!may_be_swapped(text, language)) return std::string(text);
  SwapProofs proofs;
  prove_swapped(text, language, proofs);
  std::string out;
  std::size_t pos = 0;
  for (const SwappedWord& word : find_swapped(text, language, proofs).words) {
    out += text.substr(pos, word.span.begin - pos);
    out += word.text;
    pos = word.span.end;
  }
  return out += text.substr(pos);
}

struct Sample {
  const char* language;
  const char* text;
};
constexpr Sample kWestern[] = {
    {"de",
     "Für die Bürger wäre das größte Übel, wenn die Läden früher schlössen und ältere Menschen länger fahren müssten."},
    {"fr",
     "La société a été créée à Genève, où le maire espérait déjà voir naître des emplois après une très longue crise."},
    {"es",
     "El año pasado la señora pidió más atención para los niños y una solución rápida, según explicó en español."},
    {"it",
     "La città avrà più lavoro, perché la società aprirà lunedì la metà dei negozi: così farà anche la comunità."},
    {"pt",
     "A decisão não é fácil: a população já pediu soluções e o município começará as obras em fevereiro, então há "
     "pressão."},
    {"nl",
     "De financiële crisis en de geïnteresseerde ministers: België heeft twee miljoen euro geïnvesteerd, zegt één "
     "officiële bron."},
};

TEST(SwappedPage, EveryPairOfWesternPages) {
  constexpr CodePage kPages[] = {CodePage::kWindows1252, CodePage::kMacRoman, CodePage::kCp437, CodePage::kCp850};
  std::size_t texts = 0;
  for (const Sample& sample : kWestern) {
    for (const CodePage written : kPages) {
      for (const CodePage read : kPages) {
        const std::string text = swapped(sample.text, written, read);
        if (written == read || text.empty()) continue;
        ++texts;
        EXPECT_EQ(repaired(text, Language(sample.language)), sample.text)
            << code_page_name(written) << " as " << code_page_name(read) << ": " << text;
      }
    }
  }
  EXPECT_GT(texts, 50U);
}

TEST(SwappedPage, PagesOfTheEast) {
  constexpr std::string_view kPolish =
      "Według źródeł w mieście są też większe sklepy, które będą otwarte także w niedzielę.";
  for (const CodePage written : {CodePage::kWindows1250, CodePage::kLatin2}) {
    EXPECT_EQ(repaired(swapped(kPolish, written, CodePage::kWindows1252), Language("pl")), kPolish);
  }
  constexpr std::string_view kTurkish =
      "Başbakan yardımcısı, ülkenin geleceği için çok çalıştığını söyledi ve değişiklik için başvurdu.";
  EXPECT_EQ(repaired(swapped(kTurkish, CodePage::kWindows1254, CodePage::kWindows1252), Language("tr")), kTurkish);
  // Its language can't be known before.
  constexpr std::string_view kRussian = "Правительство сегодня приняло новый закон, который вступит в силу через год.";
  for (const char* language : {"", "ru", "is"}) {
    EXPECT_EQ(repaired(swapped(kRussian, CodePage::kWindows1251, CodePage::kWindows1252), Language(language)),
              kRussian);
  }
}

TEST(SwappedPage, CyrillicPagesReadAsOthers) {
  constexpr std::string_view kRussian =
      "Правительство сегодня приняло новый закон, который вступит в силу через год. У нас об этом ещё не знают.";
  constexpr CodePage kCyrillic[] = {CodePage::kWindows1251, CodePage::kKoi8R, CodePage::kCp866};
  for (const CodePage written : kCyrillic) {
    for (const CodePage read :
         {CodePage::kWindows1252, CodePage::kMacRoman, CodePage::kWindows1251, CodePage::kKoi8R}) {
      if (written == read) continue;
      EXPECT_EQ(repaired(swapped(kRussian, written, read), Language("ru")), kRussian)
          << code_page_name(written) << " as " << code_page_name(read);
    }
  }
  for (const std::string_view right :
       {"СОВЕТСКИЙ СОЮЗ И США ПОДПИСАЛИ ДОГОВОР О СОКРАЩЕНИИ ВООРУЖЕНИЙ", "США, ООН, НАТО, МИД РФ, МВФ, ЕС и СССР",
        "ЗАО «СеверСталь», ОАО «РосНефть», «ГазПром», «ЛукОйл» и «МосЭнерго»"}) {
    EXPECT_EQ(repaired(right, Language("ru")), right);
  }
}

// English is ASCII but for its marks.
TEST(SwappedPage, MarksThatBecameLetters) {
  constexpr std::string_view kEnglish = "They don’t think it’s new. “The house was sold,” she said – “it wasn’t ours.”";
  for (const CodePage read : {CodePage::kMacRoman, CodePage::kCp850}) {
    EXPECT_EQ(repaired(swapped(kEnglish, CodePage::kWindows1252, read), Language("en")), kEnglish);
  }
}

// "citt…" was "città", "perch‚" was "perché"; a word before an ellipsis stands.
TEST(SwappedPage, LettersThatBecameMarks) {
  constexpr std::string_view kItalian = "La città è chiusa, perché la società non c’era e nessuno andrà più là.";
  std::string damaged = "La citt… Š chiusa, perch‚ la societ… non c'era e nessuno andr… pi— l….";
  EXPECT_EQ(repaired(damaged, Language("it")),
            "La città è chiusa, perché la società non c'era e nessuno andrà più là.");
  EXPECT_EQ(repaired("Aspetta… così… poi Robert… tacque, ‚forse‘ — disse — più tardi…", Language("it")),
            "Aspetta… così… poi Robert… tacque, ‚forse‘ — disse — più tardi…");
  EXPECT_EQ(repaired(kItalian, Language("it")), kItalian);
}

// Where so much is misread, names of other languages are too.
TEST(SwappedPage, NamesAmongManyWords) {
  constexpr std::string_view kGerman =
      "Die Brücke für Fußgänger öffnet früher, sagte Gérard Čech nicht; aber über René hört man Gutes.";
  EXPECT_EQ(repaired("Die Br¸cke f¸r Fuﬂg‰nger ˆffnet fr¸her, sagte GÈrard nicht; aber ¸ber RenÈ hˆrt man Gutes.",
                     Language("de")),
            "Die Brücke für Fußgänger öffnet früher, sagte Gérard nicht; aber über René hört man Gutes.");
  EXPECT_EQ(repaired(kGerman, Language("de")), kGerman);
}

TEST(SwappedPage, OneWordIsEnoughWithASignThatNoWordHas) {
  EXPECT_EQ(repaired("Das ist f¸r alle.", Language("de")), "Das ist für alle.");
  EXPECT_EQ(repaired("Nessuno pu≥ dirlo.", Language("it")), "Nessuno può dirlo.");
  EXPECT_EQ(repaired("Todas las mańanas sale el sol.", Language("es")), "Todas las mañanas sale el sol.");
}

TEST(SwappedPage, CorrectTextStands) {
  constexpr Sample kCorrect[] = {
      {"de", "Škoda baut in Plzeň, Ülkü Yıldız und Žižek fuhren nach Łódź; 3 m², 5 · 3, 20 °C, Ø 4 µm, α-Tier und ß."},
      {"de", "„Das“ – sagte Øystein – „kostet 5€ nach §7…“ Der Preis†, die Höhe‡ und O’Neill, ¡olé!, naïve Garçons."},
      {"es", "Salvà, Núria y Jordà viven en el carrer d’Aragó; «¿qué?», 2.º, 3.ª, l·l, São Paulo, Ångström, Dvořák."},
      {"fr", "Dvořák, Erdoğan et Wałęsa à l’Élysée : « Où ? » — 20 %, n° 5, 1ᵉʳ, m², l’œuvre de Škréta, Ñandú, ÉTÉ."},
      {"en", "Beyoncé’s café – naïve façade, Zoë, Brontë, £5, ¢50, x² ≥ 3, 5′ 3″, piñata, São Tomé, the Øresund…"},
      {"it", "È così: perché no? Caffè, città, Skënderbeu, Čech, Müller, Peña, 10 €, l’«altro», n.º 3, 5 ≥ 4."},
      {"pt", "São Luís, “Ação”, nº 3, 1.ª; Łukasz, Müller, Ñuñoa, Gràcia, 30 °C, avó e avô, pôr."},
      {"pl", "Łódź, Škoda, „świat”, Müller, São Paulo, Ångström, café, naïve, 5 ³, §3, ÉTÉ, ñandú."},
  };
  for (const Sample& sample : kCorrect) {
    EXPECT_EQ(repaired(sample.text, Language(sample.language)), sample.text);
  }
  for (const Sample& sample : kWestern) EXPECT_EQ(repaired(sample.text, Language(sample.language)), sample.text);
}

// Also when an article in one language quotes names of all others.
TEST(SwappedPage, NamesOfEveryLocaleStand) {
  std::size_t texts = 0;
  for (const std::string& locale : all_locales()) {
    if (locale.find('_') != std::string::npos) continue;
    const LocaleTexts all = locale_texts(locale);
    std::string page;
    for (const std::string& name : all.names) page += name + ", «" + name + "», „" + name + "“… ";
    for (const std::string& date : all.dates) page += date + "; ";
    for (const char* home : {"de", "en", "fr", "es", "it", "pt", "pl", "tr", "nl"}) {
      ++texts;
      EXPECT_EQ(repaired(page, Language(home)), page) << locale << " in " << home;
    }
    EXPECT_EQ(repaired(page, Language(locale)), page) << locale;
  }
  EXPECT_GT(texts, 500U);
}

}  // namespace
}  // namespace stet
