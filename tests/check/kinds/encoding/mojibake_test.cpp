#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/checking.h"

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kRule = "encoding/mojibake";

TEST(Mojibake, MarksWordsAndMendsThem) {
  const std::string text =
      "\xEF\xBB\xBF"
      "Sie grÃ¼ÃŸt.\r\n\r\nDas kostet 5Â€, sagte er: â€žNein!â€œ\r\n";
  EXPECT_THAT(marked_by(kRule, text), ElementsAre("grÃ¼ÃŸt", "â€ž", "â€œ"));
  EXPECT_EQ(fixed_by(kRule, text),
            "\xEF\xBB\xBF"
            "Sie grüßt.\r\n\r\nDas kostet 5Â€, sagte er: „Nein!“\r\n");
}

TEST(Mojibake, InUtf16) {
  const std::string text = "Sie grÃ¼ÃŸt. 😀 dÃ©jÃ\u00A0 vu 🙂\r\n";
  EXPECT_THAT(marked_by(kRule, utf16(text)), ElementsAre(utf16("grÃ¼ÃŸt").substr(2), utf16("dÃ©jÃ\u00A0").substr(2)));
  EXPECT_EQ(fixed_by(kRule, utf16(text)), utf16("Sie grüßt. 😀 déjà vu 🙂\r\n"));
}

TEST(Mojibake, ANoBreakSpaceBehindTheBlockIsHalfALetter) {
  EXPECT_EQ(fixed_by(kRule, "Le voilÃ\u00A0\n\nOui.\n"), "Le voilà\n\nOui.\n");
  EXPECT_EQ(fixed_by(kRule, "Le voilÃ\u00A0"), "Le voilà");
}

TEST(Mojibake, LostBytesAreGuessedAndNotSafe) {
  EXPECT_EQ(fixed_by(kRule, "â€œYes,â€ she said."), "“Yes,â€ she said.");
  EXPECT_EQ(fixed_by(kRule, "â€œYes,â€ she said.", "a.md", true), "“Yes,” she said.");
  EXPECT_EQ(fixed_by(kRule, "Il a dÃ©jÃ tout vu, Ã Paris.", "a.md", true), "Il a déjà tout vu, à Paris.");
  EXPECT_EQ(fixed_by(kRule, "Stop.Â  Go 10Â km.", "a.txt", true), "Stop.\u00A0 Go 10\u00A0km.");
}

TEST(Mojibake, AcrossMarkup) {
  const std::string html = "<p>Der <b>M</b>Ã¼ller und f&Atilde;&frac14;r</p>";
  EXPECT_THAT(marked_by(kRule, html, "a.html"), ElementsAre("M</b>Ã¼ller", "f&Atilde;&frac14;r"));
  EXPECT_THAT(marked_by(kRule, "Der `MÃ¼ller` und ~~fÃ¼r~~\n\n    fÃ¼r\n", "a.md"), IsEmpty());
  EXPECT_EQ(fixed_by(kRule, "---\ntitle: MÃ¼nchen\n---\n\nIm **fÃ¼nften** Jahr\n", "a.md"),
            "---\ntitle: München\n---\n\nIm **fünften** Jahr\n");
}

TEST(Mojibake, ThreeTimes) {
  EXPECT_EQ(fixed_by(kRule, "fÃƒÆ’Ã‚Â¼r"), "für");
  const auto found = findings_of(kRule, "fÃƒÆ’Ã‚Â¼r");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().message, "“fÃƒÆ’Ã‚Â¼r” should read “für”: UTF-8 read as Windows-1252 more than once");
}

TEST(Mojibake, ADamagedPassageDoesNotDrawInTheRest) {
  const std::string text =
      "Le commentaire disait : Â« trÃ¨s dÃ©Ã§u Â».\n\nLa « LIBERTÉ » et « l’été » sont restées au CAFÉ… « à ».\n";
  EXPECT_EQ(fixed_by(kRule, text),
            "Le commentaire disait : « très déçu ».\n\nLa « LIBERTÉ » et « l’été » sont restées au CAFÉ… « à ».\n");
}

}  // namespace
}  // namespace stet
