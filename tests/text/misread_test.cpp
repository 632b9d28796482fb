#include "text/misread.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "support/locale_texts.h"
#include "text/utf8.h"

namespace stet {
namespace {

// What a program sees that takes UTF-8 for this code page; `latin1` for the controls instead of cp1252's characters.
std::string misread(std::string_view text, CodePage page, bool latin1 = false) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, latin1 ? byte : code_page_char(page, byte));
  }
  return out;
}

std::string repaired(std::string_view text, Language language = {}, std::size_t* unsure = nullptr) {
  std::string out;
  std::size_t pos = 0;
  for (const Misread& found : find_misread(text, language, {})) {
    EXPECT_TRUE(is_boundary(text, found.span.begin) && is_boundary(text, found.span.end)) << text;
    EXPECT_LE(pos, found.span.begin) << text;
    if (unsure != nullptr && !(found.sure && found.whole)) ++*unsure;
    out += text.substr(pos, found.span.begin - pos);
    out += found.text;
    pos = found.span.end;
  }
  return out += text.substr(pos);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Reading {
  const char* name;
  CodePage page;
  bool latin1;
  int times;
  double least;  // percent repaired to the letter
};
constexpr Reading kReadings[] = {
    {"Windows-1252", CodePage::kWindows1252, false, 1, 99},
    {"Latin-1", CodePage::kWindows1252, true, 1, 99},
    {"Mac Roman", CodePage::kMacRoman, false, 1, 99},
    {"Windows-1250", CodePage::kWindows1250, false, 1, 99},
    {"Windows-1251", CodePage::kWindows1251, false, 1, 99},
    {"CP437", CodePage::kCp437, false, 1, 99},
    {"CP850", CodePage::kCp850, false, 1, 99},
    {"Windows-1254", CodePage::kWindows1254, false, 1, 99},
    {"1252 twice", CodePage::kWindows1252, false, 2, 99},
    {"Latin-1 twice", CodePage::kWindows1252, true, 2, 99},
    {"Mac twice", CodePage::kMacRoman, false, 2, 99},
};

struct Share {
  std::size_t all = 0;
  std::size_t right = 0;
  std::size_t safe = 0;  // repaired without any doubt
  [[nodiscard]] double percent() const {
    return all == 0 ? 100 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
  }
};

// How many of the texts come back to the letter.
Share count(const std::vector<std::string>& texts, const Reading& reading, Language language, std::string* missed) {
  Share share;
  for (const std::string& text : texts) {
    if (is_ascii(text)) continue;
    std::string damaged = text;
    for (int i = 0; i < reading.times; ++i) damaged = misread(damaged, reading.page, reading.latin1);
    std::size_t unsure = 0;
    const std::string back = repaired(damaged, language, &unsure);
    if (unsure == 0) ++share.safe;
    ++share.all;
    if (back == text) {
      ++share.right;
    } else {
      *missed += text + " = " + damaged + " -> " + back + "\n";
    }
  }
  return share;
}

// Each name of a country, language, month or day by itself, and whole dates, in forty languages.
// STET_TABLES=1 prints the table, STET_TABLES=all also what was missed.
TEST(Misread, EveryEncodingInFortyLanguages) {
  const char* const tables = std::getenv("STET_TABLES");
  std::string table;
  for (const Reading& reading : kReadings) {
    Share total;
    table += std::string(reading.name) + ":";
    for (const char* locale : {"de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "tr", "sv", "nb",
                               "da", "fi", "is", "et", "lv", "lt", "hr", "sq", "vi", "az", "el", "ru", "uk", "bg",
                               "sr", "he", "ar", "fa", "hi", "bn", "th", "ja", "zh", "ko", "ka", "hy"}) {
      const LocaleTexts texts = locale_texts(locale);
      std::string missed;
      const Share names = count(texts.names, reading, Language(locale), &missed);
      const Share dates = count(texts.dates, reading, Language(locale), &missed);
      const Share both{names.all + dates.all, names.right + dates.right, names.safe + dates.safe};
      total = {total.all + both.all, total.right + both.right, total.safe + both.safe};
      if (both.percent() < 99.95)
        table += " " + std::string(locale) + " " + std::to_string(both.percent()).substr(0, 4);
      if (tables != nullptr && std::string_view(tables) == "all") table += "\n" + missed;
    }
    table += " all " + std::to_string(total.percent()).substr(0, 5) + " % of " + std::to_string(total.all) + ", safe " +
             std::to_string(100 * total.safe / total.all) + " %\n";
    EXPECT_GE(total.percent(), reading.least) << reading.name;
  }
  if (tables != nullptr) std::printf("%s", table.c_str());
}

std::string upper(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .toUpper()
      .toUTF8String(out);
  return out;
}

// What the old pages misread is not repaired by the new ones without asking.
TEST(Misread, OldPagesAreNotTakenForNewOnes) {
  const std::string swedish = "På en ö låg en båt för två, och där växte får och höns året om";
  const std::string latin2 = misread(swedish, CodePage::kLatin2);
  EXPECT_EQ(repaired(latin2, Language("sv")), swedish);
  std::size_t unsure = 0;
  EXPECT_NE(repaired("lĂĽg", Language("sv"), &unsure), "lĂĽg") << "ü in Windows-1250, å in Latin-2";
  EXPECT_EQ(unsure, 1U);
  unsure = 0;
  EXPECT_EQ(repaired("fĂĽr", Language("de"), &unsure), "für");
  EXPECT_EQ(unsure, 0U);
  EXPECT_EQ(repaired("niĂąos", Language("es")), "niños") << "Windows-1250 would have ů";
  repaired("gefĂźllt", Language("de"), &unsure);
  EXPECT_EQ(unsure, 1U) << "ß in Windows-1250, ü in Latin-2";
  unsure = 0;
  EXPECT_EQ(repaired("WĂźrfel und StraĂ\u009Fen", Language("de"), &unsure), "Würfel und Straßen");
}

// Every name of every locale, as it is, in capitals, and with what stands behind words in print.
TEST(Misread, CorrectTextOfEveryLocaleStands) {
  std::size_t texts = 0;
  std::size_t alarms = 0;
  for (const std::string& locale : all_locales()) {
    if (locale.find('_') != std::string::npos && locale.find("_Cyrl") == std::string::npos &&
        locale.find("_Latn") == std::string::npos) {
      continue;
    }
    const LocaleTexts all = locale_texts(locale);
    const auto stands = [&](const std::string& text) {
      ++texts;
      const auto found = find_misread(text, Language(locale), {});
      if (found.empty()) return;
      if (++alarms <= 20) ADD_FAILURE() << locale << ": " << text << " -> " << repaired(text, Language(locale));
    };
    std::string page;
    for (const std::vector<std::string>* list : {&all.names, &all.dates}) {
      for (const std::string& name : *list) {
        page += name + ", «" + name + "»; ";
        stands(name);
        if (is_ascii(name)) continue;
        const std::string capitals = upper(name);
        for (const std::string& word : {name, capitals}) {
          for (const char* around :
               {"«%»", "« % »", "»%«", "„%“", "„%”", "“%”", "‘%’",      "%…",   "%–%",     "%—%",  "% – %",
                "%’s", "%™",    "%®",  "%²",  "%:",  "% !", "«%»—dijo", "«%»…", "(% · %)", "5 % €"}) {
            std::string text;
            for (const char* c = around; *c != 0; ++c) {
              if (*c == '%') {
                text += word;
              } else {
                text += *c;
              }
            }
            stands(text);
          }
        }
      }
    }
    stands(page);
  }
  EXPECT_EQ(alarms, 0U);
  EXPECT_GT(texts, 100'000U);
}

// What the first repair brings out is judged by itself.
TEST(Misread, TwoPagesOneAfterTheOther) {
  constexpr std::string_view kTexts[] = {
      "Über die höchsten Brücken fährt heute „niemand“ mehr, daß wußten wir schon früher.",
      "La population a déjà été informée où l’on répète la pièce : « À bientôt ! »",
      "A população já decidiu: não haverá eleições no município até março.",
      "Według źródeł w mieście są też większe sklepy, które będą otwarte także w niedzielę."};
  constexpr const char* kLanguages[] = {"de", "fr", "pt", "pl"};
  for (std::size_t i = 0; i < std::size(kTexts); ++i) {
    for (const auto& [first, second] : {std::pair(CodePage::kWindows1252, CodePage::kMacRoman),
                                        std::pair(CodePage::kMacRoman, CodePage::kWindows1252)}) {
      const std::string damaged = misread(misread(kTexts[i], first), second);
      const Language language(kLanguages[i]);
      MisreadCounts counts;
      count_misread(damaged, language, counts);
      std::string out;
      std::size_t pos = 0;
      for (const Misread& found : find_misread(damaged, language, counts)) {
        out += damaged.substr(pos, found.span.begin - pos) + found.text;
        pos = found.span.end;
      }
      EXPECT_EQ(out + damaged.substr(pos), kTexts[i]);
    }
  }
}

// Phonetic signs are rare, and damage where more is.
TEST(Misread, PhoneticSignsAmongOtherDamage) {
  constexpr std::string_view kText = "Antonín Dvořák (Czech: [ˈantoɲiːn ˈlɛopolt ˈdvor̝aːk]) – “the composer”.";
  EXPECT_EQ(repaired(misread(kText, CodePage::kWindows1252), Language("en")), kText);
  constexpr std::string_view kRight = "The word [ˈantoɲiːn] is Czech.";
  EXPECT_EQ(repaired(kRight, Language("en")), kRight);
}

TEST(Misread, TheLongerOfTwoReadings) {
  EXPECT_EQ(repaired("Then \u201A\u00C4\u00B6.", Language("en")), "Then \u2026.");
}

// CESU-8: each half of a surrogate pair as UTF-8 of its own.
TEST(Misread, TwoHalvesOfACharacter) {
  const std::string halves = "\xED\xA0\xBD\xED\xB8\x80";
  for (const CodePage page : {CodePage::kWindows1252, CodePage::kMacRoman, CodePage::kCp437}) {
    EXPECT_EQ(repaired(misread(halves, page)), "😀");
  }
  EXPECT_EQ(repaired(misread(halves, CodePage::kWindows1252, true)), "😀");
  EXPECT_EQ(repaired("Bravo " + misread(halves + halves, CodePage::kWindows1252) + "!"), "Bravo 😀😀!");
  const std::string lone = "\xED\xA0\xBD";
  EXPECT_EQ(repaired(misread(lone, CodePage::kWindows1252)), misread(lone, CodePage::kWindows1252));
  const std::string wrong_order = "\xED\xB8\x80\xED\xA0\xBD";
  EXPECT_EQ(repaired(misread(wrong_order, CodePage::kWindows1252)), misread(wrong_order, CodePage::kWindows1252));
}

}  // namespace
}  // namespace stet
