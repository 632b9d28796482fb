#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/checking.h"
#include "support/locale_texts.h"
#include "text/lookalikes.h"

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kRule = "encoding/homoglyph";

TEST(Homoglyph, ExactInUtf16AndCrlf) {
  const std::string text = "😀 Die Bаnk zahlt.\r\nIm Mаrkt.\r\n";
  EXPECT_THAT(marked_by(kRule, text), ElementsAre("Bаnk", "Mаrkt"));
  EXPECT_THAT(marked_by(kRule, utf16(text)), ElementsAre(utf16("Bаnk").substr(2), utf16("Mаrkt").substr(2)));
  EXPECT_EQ(fixed_by(kRule, utf16(text)), utf16("😀 Die Bank zahlt.\r\nIm Markt.\r\n"));
}

// Every letter with a lookalike, put into a word: found, and mended to the letter.
TEST(Homoglyph, EveryCyrillicLookalike) {
  for (const Lookalike& pair : lookalikes()) {
    if (alphabet_of(pair.other) != Alphabet::kCyrillic) continue;
    const std::string latin(1, static_cast<char>(pair.latin));
    std::string other;
    other += static_cast<char>(0xC0 | pair.other >> 6);
    other += static_cast<char>(0x80 | (pair.other & 0x3F));
    const std::string fixed = "The wind" + latin + "mill turned all day.";
    const std::string text = "The wind" + other + "mill turned all day.";
    EXPECT_EQ(fixed_by(kRule, text), fixed) << text;
  }
}

// A mark covers what stands in it, in its own block only, and others that it holds do not end it.
TEST(Homoglyph, WordsInMarksAreSetApart) {
  EXPECT_THAT(marked_by(kRule,
                        "*Eins* zwei drei vier *сосо* оса *fünf **sechs** сосо оса* оса.\n\n"
                        "Eins zwei drei vier [оса](a) **acht** neun.\n",
                        "a.md"),
              ElementsAre("оса", "оса", "оса"));
}

TEST(Homoglyph, DoubtfulOnesAreNotSafe) {
  EXPECT_THAT(marked_by(kRule, "Er sagte, СССP sei tot.", "a.txt"), ElementsAre("СССP"));
  EXPECT_EQ(fixed_by(kRule, "Er trank сосоа am Morgen mit Milch."), "Er trank сосоа am Morgen mit Milch.");
  EXPECT_THAT(marked_by(kRule, "Das Wort *сосна* und (ока), „а“ sind russisch, sagte er.", "a.md"), IsEmpty());
}

// "małych łodzi" read in Windows-1251: a matter for encoding/mojibake.
TEST(Homoglyph, LeavesWhatWasMisread) {
  EXPECT_THAT(marked_by(kRule, "Prace ruszą dla maЕ‚ych Е‚odzi po wakacjach."), IsEmpty());
}

TEST(Homoglyph, NothingInAnyLocale) {
  for (const std::string& locale : all_locales()) {
    if (locale.find('_') != std::string::npos) continue;
    const LocaleTexts texts = locale_texts(locale);
    std::string page;
    for (const std::string& name : texts.names) page += name + ", ";
    for (const std::string& date : texts.dates) page += date + ". ";
    EXPECT_THAT(marked_by(kRule, page), IsEmpty()) << locale;
    EXPECT_THAT(marked_by("language/mixed-script", page), IsEmpty()) << locale;
    EXPECT_THAT(marked_by("encoding/replacement-character", page), IsEmpty()) << locale;
  }
}

}  // namespace
}  // namespace stet
