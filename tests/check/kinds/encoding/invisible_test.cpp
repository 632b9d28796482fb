#include "text/invisible.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/checking.h"
#include "support/locale_texts.h"

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kRule = "encoding/invisible";

TEST(Invisible, ExactInUtf16AndCrlf) {
  const std::string text = "😀 Der Mon\u200B\u200Btag\r\nund der Bun\u00ADdes\u00ADtag\uFEFF.\r\n";
  EXPECT_THAT(marked_by(kRule, text), ElementsAre("\u200B\u200B", "\u00ADdes\u00AD", "\uFEFF"));
  EXPECT_THAT(
      marked_by(kRule, utf16(text)),
      ElementsAre(utf16("\u200B\u200B").substr(2), utf16("\u00ADdes\u00AD").substr(2), utf16("\uFEFF").substr(2)));
  EXPECT_EQ(fixed_by(kRule, text), "😀 Der Montag\r\nund der Bundestag.\r\n");
  EXPECT_EQ(fixed_by(kRule, utf16(text)), utf16("😀 Der Montag\r\nund der Bundestag.\r\n"));
}

TEST(Invisible, AByteOrderMarkAtTheBeginIsTheFiles) {
  EXPECT_THAT(marked_by(kRule, "\uFEFFDer Rat tagt."), IsEmpty());
  EXPECT_THAT(marked_by(kRule, "\uFEFFDer \uFEFFRat tagt."), ElementsAre("\uFEFF"));
}

TEST(Invisible, AReferenceIsWantedButNoOverride) {
  EXPECT_THAT(marked_by(kRule, "<p>Lang&shy;wort a&#8203;b &zwnj; &#xFEFF;</p>", "a.html"), IsEmpty());
  EXPECT_THAT(marked_by(kRule, "<p>Go to &#x202E;moc.elgoog</p>", "a.html"), ElementsAre("&#x202E;"));
}

TEST(Invisible, SoftHyphensOfALayoutAreSilent) {
  const std::string few =
      "Der Bürger\u00ADmeister kam. Die Stadtverwaltung schwieg zur Haushaltsplanung der Verkehrsbetriebe.";
  EXPECT_THAT(marked_by(kRule, few), ElementsAre("\u00AD"));
  const std::string all =
      "Der Bürger\u00ADmeister kam. Die Stadt\u00ADverwaltung schwieg zur Haus\u00ADhalts\u00ADplanung der Räte.";
  EXPECT_THAT(marked_by(kRule, all), IsEmpty());
}

TEST(Invisible, TrojanSource) {
  const std::string markdown = "Text\n\n```c\nif (a \u2066/* \u2069 \u202E) {\n```\n\nSo `x\u202Ey` too.\n";
  EXPECT_THAT(marked_by(kRule, markdown, "a.md"), ElementsAre("\u2066", "\u2069", "\u202E", "\u202E"));
  EXPECT_THAT(marked_by(kRule, "```\na\u200Bb\n```\n", "a.md"), IsEmpty());
}

TEST(Invisible, ControlsOfWindowsAreRead) {
  EXPECT_EQ(fixed_by(kRule, "Er kam \u0096 und ging."), "Er kam – und ging.");
  EXPECT_EQ(fixed_by(kRule, "Zur\u009Fck"), "Zur\u009Fck");  // Mac Roman's ü: nobody knows
  EXPECT_THAT(marked_by(kRule, "GrÃ¼Ã\u009Fe"), IsEmpty());  // encoding/mojibake
}

TEST(Invisible, NothingInAnyLocale) {
  for (const std::string& locale : all_locales()) {
    if (locale.find('_') != std::string::npos) continue;
    const LocaleTexts texts = locale_texts(locale);
    for (const auto* list : {&texts.names, &texts.dates}) {
      for (const std::string& text : *list) {
        if (text == "ዕብራይስጥ\uFEFF") continue;  // a byte-order mark that slipped into CLDR 42
        EXPECT_THAT(find_invisible(text), IsEmpty()) << locale << ": " << text;
      }
    }
  }
}

TEST(Invisible, EmojiOfEverySort) {
  for (const char* emoji :
       {"👩🏽‍🚀", "🏴‍☠️", "👁️‍🗨️", "❤️‍🔥", "🧑‍🤝‍🧑",
        "🏳️‍⚧️", "#️⃣", "*️⃣", "7️⃣", "ℹ️", "↔️", "™️", "▶️",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "⚠︎", "〰️", "㊗️", "😮‍💨", "🐻‍❄️"}) {
    EXPECT_THAT(find_invisible(std::string("Das ") + emoji + " hier."), IsEmpty()) << emoji;
  }
}

TEST(Invisible, BreaksTheAddressOfALink) {
  EXPECT_EQ(
      fixed_by("encoding/invisible", "See [the map](https://example.org/ma\u200Bp) and [the plan](<b\uFEFF.html>).\n"),
      "See [the map](https://example.org/map) and [the plan](<b.html>).\n");
  EXPECT_EQ(fixed_by("encoding/invisible", "See [the map](https://example.org/straße).\n"),
            "See [the map](https://example.org/straße).\n");
}

}  // namespace
}  // namespace stet
