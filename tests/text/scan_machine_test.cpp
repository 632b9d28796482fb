#include "text/scan_machine.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/pattern.h"
#include "text/regex.h"

namespace stet {
namespace {

Pattern parse(std::string_view text, PatternSyntax syntax = PatternSyntax::kPattern) {
  auto pattern = Pattern::parse(text, syntax, {});
  EXPECT_TRUE(pattern.ok()) << text << ": " << (pattern.ok() ? "" : pattern.error().message);
  return std::move(pattern).value();
}

bool may_match(const Pattern& pattern, std::string_view text) {
  return ScanMachine().may_match(pattern.to_scan_program(), text);
}

TEST(ScanMachine, KnowsWhatIsNotThere) {
  EXPECT_TRUE(may_match(parse("(?P<name>\\p{Lu}\\w+), (?P<age>\\d{2}) Jahre"), "Frau Éva Kiss, 47 Jahre alt"));
  EXPECT_FALSE(may_match(parse("(?P<name>\\p{Lu}\\w+), (?P<age>\\d{2}) Jahre"), "Frau Éva Kiss, 7 Jahre alt"));
  EXPECT_TRUE(may_match(parse("^Foto: [^:]+$"), "Ein Satz.\nFoto: Eva Kiss/dpa\nEnde"));
  EXPECT_FALSE(may_match(parse("^Foto: [^:]+$"), "Ein Foto: Eva Kiss/dpa"));
  EXPECT_FALSE(may_match(parse("^Foto: [^:]+$"), "Foto: Eva: Kiss"));
  EXPECT_TRUE(may_match(parse("\\bber"), "über ber"));
  EXPECT_FALSE(may_match(parse("\\bber"), "über aber"));
  EXPECT_FALSE(may_match(parse("(rot|blau)er Ball"), "grüner Ball"));
  EXPECT_TRUE(may_match(parse("a{2,3}?b"), "x aab"));
  EXPECT_FALSE(may_match(parse("a{2,3}?b"), "x ab"));
  EXPECT_FALSE(may_match(parse("a"), ""));
}

TEST(ScanMachine, FoldsAsExpressionsDo) {
  EXPECT_TRUE(may_match(parse("straße", PatternSyntax::kPhrase), "STRASSE"));
  EXPECT_TRUE(may_match(parse("(?-i:ÄB)c"), "ÄBC"));
  EXPECT_TRUE(may_match(parse("[äö]x"), "ÖX"));
  EXPECT_TRUE(may_match(parse("[^ä]x"), "öx"));
  EXPECT_TRUE(may_match(parse("l'eau…", PatternSyntax::kPhrase), "L’EAU..."));
  EXPECT_TRUE(may_match(parse("a b"), "a\u00A0\u202F b"));
  EXPECT_FALSE(may_match(parse("a b"), "ab"));
  EXPECT_TRUE(may_match(parse("❤\uFE0F ja"), "❤\uFE0F ja"));
}

// Wherever RE2 finds a match, the machine says that there may be one: random expressions over random texts.
TEST(ScanMachine, NeverOverlooksAMatch) {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {"rot",
                                           "Blau",
                                           "é",
                                           "ß",
                                           "ss",
                                           "\\d",
                                           "\\w+",
                                           "\\W",
                                           "[a-cÄ]",
                                           "[^ab]",
                                           "\\s*",
                                           "\\p{L}",
                                           "\\p{Lu}",
                                           "[\\w.-]+",
                                           ".",
                                           "\\S",
                                           "[\\d,]",
                                           " ",
                                           "–",
                                           "…",
                                           "x{2,12}",
                                           "\\p{M}",
                                           "[^\\s]",
                                           "\\t",
                                           "ﬁ",
                                           "[:;]",
                                           "l'",
                                           "\\x{2022}",
                                           "[•\\x{25AA}-\\x{25AC}]"};
  const std::vector<std::string> letters = {"rot", "ROT", "blau",   "é",  "É",      "ß",      "ẞ", "SS", "7",
                                            "٣",   " ",   "\u00A0", "\n", "x",      "xxx",    "a", "B",  "ä",
                                            "–",   "…",   "ﬁ",      ".",  ",",      "\u0301", "😀", "漢", "\t",
                                            "l’",  "'",   ":",      "•",  "\u25AB", "ſ",      "K", "-",  "\uFE0F"};
  const auto pick = [&](std::size_t n) { return random() % n; };
  std::size_t found = 0;
  for (int round = 0; round < 8000; ++round) {
    std::string source;
    if (pick(10) == 0) source += "^";
    for (std::size_t i = 0, n = 1 + pick(4); i < n; ++i) {
      const std::string& a = pieces[pick(pieces.size())];
      const std::string& b = pieces[pick(pieces.size())];
      switch (pick(7)) {
        case 0:
          source += "(?:" + a + "|" + b + ")";
          break;
        case 1:
          source += "(?:" + a + ")?";
          break;
        case 2:
          source += "(?P<g" + std::to_string(i) + ">" + a + b + ")";
          break;
        case 3:
          source += "(?:" + a + "){1,3}?";
          break;
        case 4:
          source += "(?-i:" + a + ")";
          break;
        default:
          source += a;
      }
    }
    if (pick(10) == 0) source += "$";
    std::string text;
    for (std::size_t i = 0, n = pick(14); i < n; ++i) text += letters[pick(letters.size())];
    const auto syntax = pick(4) == 0 ? PatternSyntax::kPhrase : PatternSyntax::kPattern;
    const auto pattern = Pattern::parse(source, syntax, {});
    if (!pattern.ok()) continue;  // matches the empty text
    const auto regex = Regex::compile(pattern->to_regex(pick(2) == 0));
    if (!regex.ok()) continue;
    std::vector<std::string_view> groups(1);
    if (!regex->find(text, 0, groups)) continue;
    ++found;
    EXPECT_TRUE(may_match(*pattern, text)) << source << " in " << text;
  }
  EXPECT_GT(found, 600U);
}

}  // namespace
}  // namespace stet
