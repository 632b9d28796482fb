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

constexpr std::string_view kNothing = "(nothing)";

// What the machine finds in a text, all matches in order; the groups of each behind it.
std::string found(const Pattern& pattern, std::string_view text, bool case_sensitive = false) {
  const std::vector<ScanWord> program = pattern.to_scan_program(case_sensitive);
  EXPECT_FALSE(program.empty());
  ScanMachine machine;
  std::string out;
  for (std::size_t from = 0; from <= text.size() && machine.find(program, 0, text, from);) {
    const auto places = machine.places();
    for (std::size_t i = 0; i < places.size(); i += 2) {
      out += '[';
      if (places[i + 1] != ScanMachine::kNone) out += text.substr(places[i], places[i + 1] - places[i]);
      out += ']';
    }
    if (places[1] == places[0]) break;
    from = places[1];
  }
  return out.empty() ? std::string(kNothing) : out;
}

// The same with RE2.
std::string found_by_re2(const Regex& regex, std::string_view text) {
  std::string out;
  std::vector<std::string_view> groups(static_cast<std::size_t>(regex.group_count()) + 1);
  for (std::size_t from = 0; from <= text.size() && regex.find(text, from, groups);) {
    for (std::size_t i = 1; i < groups.size(); ++i) out += '[' + std::string(groups[i]) + ']';
    if (groups[1].empty()) break;
    from = static_cast<std::size_t>(groups[1].data() - text.data()) + groups[1].size();
  }
  return out.empty() ? std::string(kNothing) : out;
}

TEST(ScanMachine, FindsMatchesAndTheirGroups) {
  const Pattern age = parse("(?P<name>\\p{Lu}\\w+), (?P<age>\\d{2}) Jahre");
  EXPECT_EQ(found(age, "Frau Éva Kiss, 47 Jahre alt, Max, 12 Jahre"),
            "[Kiss, 47 Jahre][Kiss][47][Max, 12 Jahre][Max][12]");
  EXPECT_EQ(found(age, "Frau Éva Kiss, 7 Jahre alt"), kNothing);
  EXPECT_EQ(found(parse("^Foto: [^:]+$"), "Ein Satz.\nFoto: Eva Kiss/dpa\nEnde"), "[Foto: Eva Kiss/dpa\nEnde]");
  EXPECT_EQ(found(parse("^Foto: [^:]+?$"), "Ein Satz.\nFoto: Eva Kiss/dpa\nEnde"), "[Foto: Eva Kiss/dpa]");
  EXPECT_EQ(found(parse("^Foto: [^:]+$"), "Ein Foto: Eva Kiss/dpa"), kNothing);
  EXPECT_EQ(found(parse("^Foto: [^:]+$"), "Foto: Eva: Kiss"), kNothing);
  EXPECT_EQ(found(parse("\\bber"), "über ber"), "[ber]");
  EXPECT_EQ(found(parse("\\bber"), "über aber"), kNothing);
  EXPECT_EQ(found(parse("(rot|blau)er Ball"), "grüner Ball, blauer Ball"), "[blauer Ball]");
  EXPECT_EQ(found(parse("a(?P<b>b)?c"), "ac abc"), "[ac][][abc][b]");
  EXPECT_EQ(found(parse("\\ba{2,3}?b"), "aab ab aaab"), "[aab][aaab]");
  EXPECT_EQ(found(parse("a"), ""), kNothing);
}

TEST(ScanMachine, LikesWhatTheExpressionNamesFirst) {
  EXPECT_EQ(found(parse("(?:[a-z]|[a-z][a-z]);?"), "a;"), "[a;]");
  EXPECT_EQ(found(parse("(rot|rote|roter)[a-z]*[!?]"), "rotes!"), "[rotes!]");
  EXPECT_EQ(found(parse("\\.{1,3}"), "....."), "[...][..]");
  EXPECT_EQ(found(parse("\\.{1,3}?"), "..."), "[.][.][.]");
}

TEST(ScanMachine, FoldsAsExpressionsDo) {
  EXPECT_EQ(found(parse("straße", PatternSyntax::kPhrase), "STRASSE"), "[STRASSE]");
  EXPECT_EQ(found(parse("(?-i:ÄB)c"), "äBc ÄBC"), "[ÄBC]");
  EXPECT_EQ(found(parse("(?-i:ÄB)c"), "ÄBC", true), kNothing);
  EXPECT_EQ(found(parse("(?i:Ä)b"), "äb", true), "[äb]");
  EXPECT_EQ(found(parse("[äö]x"), "ÖX"), "[ÖX]");
  EXPECT_EQ(found(parse("[^ä]x"), "Äx öx"), "[öx]");
  EXPECT_EQ(found(parse("l'eau…", PatternSyntax::kPhrase), "L’EAU..."), "[L’EAU...]");
  EXPECT_EQ(found(parse("a b"), "a\u00A0\u202F b"), "[a\u00A0\u202F b]");
  EXPECT_EQ(found(parse("a b"), "ab"), kNothing);
  EXPECT_EQ(found(parse("❤\uFE0F ja"), "❤\uFE0F ja"), "[❤\uFE0F ja]");
}

TEST(ScanMachine, LeavesTheRestToRe2) {
  for (const char* source : {"\\p{Greek}+", "[[:alpha:]]x", "(?:a?)*b", "(?:[^x]{1,900}y){1,900}", "(?P<n>a){0}b"}) {
    EXPECT_TRUE(parse(source).to_scan_program(false).empty()) << source;
  }
}

// An automaton that grows too large is begun anew.
TEST(ScanMachine, CountsFar) {
  const Pattern pattern = parse("<(?:[ab]{1,90}[bc]{1,90}x)>");
  std::mt19937 random(3);
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    text += '<';
    for (std::size_t k = random() % 80; k > 0; --k) text += static_cast<char>('a' + random() % 2);
    text += i % 40 == 7 ? "acx>" : "y>";
  }
  const auto regex = Regex::compile(pattern.to_regex(false));
  ASSERT_TRUE(regex.ok());
  const std::string expected = found_by_re2(*regex, text);
  EXPECT_GT(expected.size(), 1000U);
  EXPECT_EQ(found(pattern, text), expected);
}

// Random expressions over random texts.
TEST(ScanMachine, FindsWhatRe2Finds) {
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
  std::size_t matches = 0;
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
    const bool case_sensitive = pick(2) == 0;
    const auto regex = Regex::compile(pattern->to_regex(case_sensitive));
    if (!regex.ok() || pattern->to_scan_program(case_sensitive).empty()) continue;
    const std::string expected = found_by_re2(*regex, text);
    if (expected != kNothing) ++matches;
    EXPECT_EQ(found(*pattern, text, case_sensitive), expected)
        << source << " in " << text << (case_sensitive ? ", case-sensitive" : "");
  }
  EXPECT_GT(matches, 600U);
}

}  // namespace
}  // namespace stet
