// Widths as terminals show them (UAX #11, UTS #51), and nothing that could steer one.
#include "text/display.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace stet {
namespace {

TEST(Display, WidthOfOneCharacter) {
  struct Case {
    const char* what;
    std::string text;
    std::uint32_t width;
  };
  const Case cases[] = {
      {"letters", "ab", 2},
      {"composed umlaut", "ü", 1},
      {"umlaut of two code points", "u\u0308", 1},
      {"three marks on one letter", "a\u0301\u0302\u0323", 1},
      {"ideographs", "漢字", 4},
      {"full-width letter", "Ａ", 2},
      {"half-width katakana", "ｱ", 1},
      {"ideographic space", "\u3000", 2},
      {"syllable", "한", 2},
      {"syllable of its letters", "\u1112\u1161\u11AB", 2},
      {"Arabic with vowel marks", "\u0628\u064E", 1},
      {"Devanagari with a vowel above", "\u0915\u0947", 1},
      {"emoji", "😀", 2},
      {"emoji with skin tone", "👍🏽", 2},
      {"family joined by ZWJ", "👩‍👩‍👧‍👦", 2},
      {"profession joined by ZWJ", "👩🏽‍🚀", 2},
      {"heart in emoji style", "❤️", 2},
      {"heart in text style", "❤", 1},
      {"flag of two letters", "🇩🇪", 2},
      {"two flags", "🇩🇪🇫🇷", 4},
      {"flag of tags", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", 2},
      {"soft hyphen", "a\u00ADb", 2},
      {"no-break space", "a\u00A0b", 3},
      {"typographic quotes and dash", "„x“ – …", 7},
      {"broken bytes read as U+FFFD", "\uFFFD", 1},
  };
  for (const Case& c : cases) EXPECT_EQ(display_width(c.text), c.width) << c.what;
}

TEST(Display, TabsReachTheNextFourthColumn) {
  EXPECT_EQ(displayable("\tx"), "    x");
  EXPECT_EQ(displayable("a\tx"), "a   x");
  EXPECT_EQ(displayable("abcd\tx"), "abcd    x");
  EXPECT_EQ(displayable("漢\tx"), "漢  x");
  EXPECT_EQ(displayable("u\u0308ber\tx"), "u\u0308ber    x");
}

TEST(Display, WhatSteersATerminalIsSpelledOut) {
  EXPECT_EQ(displayable("\x1b[31mred\x1b[0m"), "␛[31mred␛[0m");
  EXPECT_EQ(displayable(std::string_view("\0\a\b\r\n\x7f", 6)), "␀␇␈␍␊␡");
  EXPECT_EQ(displayable("\u009B31m"), "<U+009B>31m");              // CSI in one character
  EXPECT_EQ(displayable("a\u202Etxt.exe"), "a<U+202E>txt.exe");    // right-to-left override
  EXPECT_EQ(displayable("\u2066x\u2069"), "<U+2066>x<U+2069>");    // isolates
  EXPECT_EQ(displayable("\u200Fx\u061C"), "<U+200F>x<U+061C>");    // direction marks
  EXPECT_EQ(displayable("a\u200Bb\uFEFF"), "a<U+200B>b<U+FEFF>");  // invisible
  EXPECT_EQ(displayable("\u2028\u2029"), "<U+2028><U+2029>");      // line ends for some
  EXPECT_EQ(displayable("x\U000E0041"), "x<U+E0041>");             // a tag that belongs to no flag
  EXPECT_EQ(displayable("שלום"), "שלום");                          // letters stay letters
}

// Cells cover the text without gaps, begin and end on code points, and none holds a control.
TEST(Display, CellsCoverTheText) {
  const std::string text = "a\tü漢\u202E👩‍👩‍👧‍👦🇩🇪x\u0301\x1b[0m\u00ADe\u0308\u200D";
  const DisplayLine line(text);
  std::uint32_t at = 0;
  for (const DisplayCell& cell : line.cells()) {
    EXPECT_EQ(cell.begin, at);
    EXPECT_LT(cell.begin, cell.end);
    EXPECT_TRUE(is_boundary(text, cell.begin));
    for (const char c : cell.shown) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
    at = cell.end;
  }
  EXPECT_EQ(at, text.size());
}

}  // namespace
}  // namespace stet
