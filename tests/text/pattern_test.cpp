#include "text/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <random>
#include <string>

#include "text/phrase_form.h"
#include "text/regex.h"
#include "text/utf8.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

Pattern phrase(std::string_view text) {
  auto pattern = Pattern::parse(text, PatternSyntax::kPhrase, {});
  EXPECT_TRUE(pattern.ok()) << text << ": " << (pattern.ok() ? "" : pattern.error().message);
  return std::move(pattern).value();
}

Pattern pattern(std::string_view text) {
  auto parsed = Pattern::parse(text, PatternSyntax::kPattern, {});
  EXPECT_TRUE(parsed.ok()) << text << ": " << (parsed.ok() ? "" : parsed.error().message);
  return std::move(parsed).value();
}

std::string error_of(std::string_view text, PatternSyntax syntax) {
  const auto parsed = Pattern::parse(text, syntax, {});
  return parsed.ok() ? "none" : std::to_string(parsed.error().column) + ": " + parsed.error().message;
}

// What group 1 of the regex finds in a text, or "-".
std::string found(const Pattern& p, std::string_view text) {
  const auto regex = Regex::compile(p.to_regex(false));
  EXPECT_TRUE(regex.ok()) << p.to_regex(false);
  std::vector<std::string_view> groups(2);
  return regex->find(text, 0, groups) ? std::string(groups[1]) : "-";
}

TEST(Phrase, StandsForAllItsTexts) {
  EXPECT_THAT(*phrase("sign up (for|to) our (free )?newsletter").expand(100),
              UnorderedElementsAre("sign up for our newsletter", "sign up to our newsletter",
                                   "sign up for our free newsletter", "sign up to our free newsletter"));
  EXPECT_THAT(*phrase("E-?Mails?").expand(100), UnorderedElementsAre("EMail", "E-Mail", "EMails", "E-Mails"));
  EXPECT_THAT(*phrase("Leser([*:_]innen)?").expand(100),
              UnorderedElementsAre("Leser", "Leser*innen", "Leser:innen", "Leser_innen"));
  EXPECT_THAT(*phrase("wirklich\\?").expand(9), ElementsAre("wirklich?"));
  EXPECT_THAT(*phrase("C++ für 3 * 4 $").expand(9), ElementsAre("C++ für 3 * 4 $"));
}

TEST(Phrase, WithoutEndIsNotExpanded) {
  EXPECT_FALSE(phrase("melden Sie sich (\\w+ ){0,5}an").expand(1000));
  EXPECT_FALSE(phrase("\\d+ Kommentare").expand(1000));
  EXPECT_FALSE(phrase("(a|b)(a|b)(a|b)(a|b) wort").expand(15));
}

TEST(Phrase, RegexKnowsEdgesSpacesAndQuotes) {
  const Pattern p = phrase("melden Sie sich (\\w+ ){0,5}an");
  EXPECT_EQ(found(p, "Dann melden Sie\u00A0sich gleich hier an!"), "melden Sie\u00A0sich gleich hier an");
  EXPECT_EQ(found(p, "Dann melden Sie sich hier anders"), "-");
  EXPECT_EQ(found(phrase("ber \\w+"), "über die"), "-");
  EXPECT_EQ(found(phrase("l'article \\w+"), "voir l’article complet"), "l’article complet");
  EXPECT_EQ(found(phrase("Straße \\d+"), "STRASSE 12"), "STRASSE 12");
  EXPECT_EQ(found(phrase("Strasse \\d+"), "Straße 12"), "Straße 12");
  EXPECT_EQ(found(phrase("\\(m/w/d\\) \\w+"), "Koch(m/w/d) gesucht"), "(m/w/d) gesucht");
}

TEST(Phrase, RequiresItsRarestWholeWords) {
  EXPECT_THAT(phrase("melden Sie sich (\\w+ ){0,5}an").requirement().words, ElementsAre("melden"));
  EXPECT_THAT(phrase("\\w+ (abonnieren|bestellen)").requirement().words,
              UnorderedElementsAre("abonnieren", "bestellen"));
  // "abonnier" is no whole word there, so only the other one can call.
  EXPECT_THAT(phrase("abonnier\\w* jetzt").requirement().words, ElementsAre("jetzt"));
  EXPECT_THAT(phrase("\\d+ \\w+").requirement().words, ElementsAre());
  EXPECT_EQ(phrase("\\d+ \\w+").requirement().characters, "0");
}

TEST(PatternSyntax, ClassesKnowUnicode) {
  EXPECT_EQ(found(pattern("\\bber"), "über ber"), "ber");
  EXPECT_EQ(found(pattern("\\w+"), "übermäßig"), "übermäßig");
  EXPECT_EQ(found(pattern("a\\s*b"), "a\u202F\u00A0b"), "a\u202F\u00A0b");
  EXPECT_EQ(found(pattern("[\\w.-]+@"), "von jörg.m-k@x"), "jörg.m-k@");
  EXPECT_EQ(found(pattern("<(?P<tag>span|div)\\b"), "<span "), "<span");
  EXPECT_EQ(found(pattern("(?-i:ÄB)c"), "äbc ÄBC"), "ÄBC");
}

Regex regex(std::string_view text) { return Regex::compile(pattern(text).to_regex(false)).value(); }

// Exact below U+0590, as ICU has it.
TEST(PatternSets, HoldTheLettersOfLanguagesWithCase) {
  const Regex letter = regex(R"(^\p{L}$)");
  const Regex capital = regex(R"(^\p{Lu}$)");
  const Regex small = regex(R"(^\p{Ll}$)");
  const Regex listed = regex(R"(^[\p{Lu}_]$)");
  std::vector<std::string_view> groups(1);
  for (char32_t c = 0x20; c < 0x590; ++c) {
    std::string text;
    append_utf8(text, c);
    const auto type = u_charType(static_cast<UChar32>(c));
    EXPECT_EQ(letter.find(text, 0, groups), u_isalpha(static_cast<UChar32>(c)) != 0) << "U+" << std::hex << +c;
    EXPECT_EQ(capital.find(text, 0, groups), type == U_UPPERCASE_LETTER) << "U+" << std::hex << +c;
    EXPECT_EQ(small.find(text, 0, groups), type == U_LOWERCASE_LETTER) << "U+" << std::hex << +c;
    EXPECT_EQ(listed.find(text, 0, groups), type == U_UPPERCASE_LETTER || c == '_') << "U+" << std::hex << +c;
  }
  for (const std::string_view word : {"漢", "ष", "ا", "ế", "ﬁ", "𐐀"}) EXPECT_TRUE(letter.find(word, 0, groups)) << word;
  for (const std::string_view mark : {"–", "“", "。", "€"}) EXPECT_FALSE(letter.find(mark, 0, groups)) << mark;
  EXPECT_TRUE(capital.find("Ế", 0, groups));
  EXPECT_FALSE(capital.find("漢", 0, groups));
}

TEST(PatternSets, AStrokeBehindASetIsItself) { EXPECT_EQ(found(pattern(R"([\w-x]+)"), "ab-c.d"), "ab-c"); }

TEST(PatternSyntax, RequiresWordsOrCharacters) {
  EXPECT_THAT(pattern("utm_(source|medium)=").requirement().words, UnorderedElementsAre("source", "medium"));
  EXPECT_EQ(pattern("<[a-z]+>").requirement().characters, "<");
  EXPECT_EQ(pattern("(\\{\\{|\\[\\[)\\w*").requirement().characters, "{[");
  EXPECT_TRUE(pattern("\\w+ing").requirement().characters.empty());
}

TEST(Pattern, ErrorsNameTheirColumn) {
  constexpr auto kPhrase = PatternSyntax::kPhrase;
  constexpr auto kPattern = PatternSyntax::kPattern;
  EXPECT_EQ(error_of("", kPhrase), "1: empty");
  EXPECT_EQ(error_of("für (a", kPhrase), "5: '(' without ')'");
  EXPECT_EQ(error_of("a) b", kPhrase), "2: ')' without '('");
  EXPECT_EQ(error_of("für [ab", kPattern), "5: '[' without ']'");
  EXPECT_EQ(error_of("? ja", kPhrase),
            "1: '?' has nothing before it that it could make optional; write \\? for a question mark");
  EXPECT_EQ(error_of("a {leser} b", kPhrase), "3: no lexicon \"leser\" for this language");
  EXPECT_EQ(error_of("über \\bher", kPattern),
            "6: \\b may stand only at the very beginning or end: inside, RE2 knows ASCII words only");
  EXPECT_EQ(error_of("a \\q", kPattern), "3: unknown escape \\q");
  EXPECT_EQ(error_of("(a )?", kPhrase), "1: matches the empty text");
  EXPECT_EQ(error_of("a{3,1}", kPattern), "2: a repetition is written {2}, {2,} or {2,5}, up to 1000");
}

TEST(PhraseForm, IsTheSameForAllSpellings) {
  EXPECT_EQ(phrase_form("L’ÉTÉ –  „Groß“…"), phrase_form("l'e\u0301te\u0301 - \"gross\"..."));
  EXPECT_EQ(match_phrase("Jetzt E\u2011Mail\u00A0\n lesen", 6, phrase_form("e-mail lesen")),
            6U + 1 + 3 + 4 + 2 + 1 + 1 + 5);
  EXPECT_EQ(match_phrase("Jetzt", 0, "jetzt hier"), std::string_view::npos);
  EXPECT_EQ(match_phrase("ab\u00ADonnieren x", 0, "abonnieren"), 12U);
}

// Texts made from a pattern are matched by its regex, and hold what the pattern requires.
TEST(Pattern, RequirementHoldsInEveryMatch) {
  std::mt19937 random(7);
  const std::vector<std::string> atoms = {"rot", "blau ", " grün", "E-Mail", "x", " ", "ja", "l'eau ", "§ ", "12"};
  for (int round = 0; round < 400; ++round) {
    std::string source;
    std::string text;
    const auto pick = [&](std::size_t n) { return random() % n; };
    for (std::size_t i = 0, n = 1 + pick(4); i < n; ++i) {
      const std::string a = atoms[pick(atoms.size())];
      const std::string b = atoms[pick(atoms.size())];
      switch (pick(5)) {
        case 0:
          source += "(" + a + "|" + b + ")";
          text += pick(2) != 0 ? a : b;
          break;
        case 1:
          source += "(" + a + ")?";
          if (pick(2) != 0) text += a;
          break;
        case 2:
          source += "(\\w+ ){0,2}";
          if (pick(2) != 0) text += "wort ";
          break;
        case 3:
          source += "\\d+";
          text += "7";
          break;
        default:
          source += a;
          text += a;
          break;
      }
    }
    const auto parsed = Pattern::parse(source, PatternSyntax::kPattern, {});
    if (!parsed.ok()) continue;  // matches the empty text
    std::string whole = found(*parsed, text);
    if (whole == "-") continue;  // a space before a space: one run in the pattern
    const Requirement requirement = parsed->requirement();
    std::vector<Word> words;
    const CharSet others = cut_words(text, words);
    bool holds = requirement.words.empty();
    for (const std::string& word : requirement.words) {
      for (const Word& w : words) holds = holds || w.hash == hash_word(word);
    }
    EXPECT_TRUE(holds) << source << " in " << text;
    for (const auto& set : requirement.all) {
      bool met = false;
      for (const std::string& word : set) {
        for (const Word& w : words) met = met || w.hash == hash_word(word);
      }
      EXPECT_TRUE(met) << source << " in " << text;
    }
    bool character = requirement.characters.empty();
    for (const char c : requirement.characters) character = character || others.has(static_cast<unsigned char>(c));
    EXPECT_TRUE(character) << source << " in " << text;
    for (const std::string& set : requirement.all_characters) {
      EXPECT_TRUE(
          std::any_of(set.begin(), set.end(), [&](char c) { return others.has(static_cast<unsigned char>(c)); }))
          << source << " in " << text;
    }
    // A program that starts no more words before the required one finds it too.
    const auto program = parsed->to_program();
    if (requirement.words.empty() || !program) continue;
    PhraseMachine machine;
    bool machine_finds = false;
    for (std::size_t w = 0; w < words.size(); ++w) {
      for (std::size_t i = 0; i < requirement.words.size(); ++i) {
        if (words[w].hash != hash_word(requirement.words[i])) continue;
        for (std::size_t n = 0; n <= std::min(w, requirement.before[i]); ++n) {
          std::size_t begin = words[w - n].begin;
          for (std::size_t lead = 0; lead <= program->most_leading; ++lead) {
            machine_finds =
                machine_finds || machine.match(program->instructions, text, begin) != std::string_view::npos;
            if (begin > 0) begin -= decode_before(text, begin).length;
          }
        }
      }
    }
    EXPECT_TRUE(machine_finds) << source << " in " << text;
  }
}

std::string machine_find(const Pattern& pattern, std::string_view text, std::size_t begin = 0) {
  const auto program = pattern.to_program();
  if (!program) return "no program";
  const std::size_t end = PhraseMachine().match(program->instructions, text, begin);
  return end == std::string_view::npos ? "-" : std::string(text.substr(begin, end - begin));
}

TEST(PhraseMachine, FindsTheLongestAtWordEdges) {
  const Pattern options = phrase("(jetzt )?den Newsletter( abonnieren| bestellen)?");
  EXPECT_EQ(machine_find(options, "jetzt den Newsletter abonnieren!"), "jetzt den Newsletter abonnieren");
  EXPECT_EQ(machine_find(options, "den  NEWSLETTER\u00a0abonnierend"), "den  NEWSLETTER");
  EXPECT_EQ(machine_find(options, "den Newsletterdienst"), "-");
  EXPECT_EQ(machine_find(options, "den News\u00adletter"), "den News\u00adletter");
}

TEST(PhraseMachine, FoldsAsLiteralPhrasesDo) {
  EXPECT_EQ(machine_find(phrase("gro(ss|b) und (caf\u00e9|tee)"), "Groß und Cafe\u0301"), "Groß und Cafe\u0301");
  EXPECT_EQ(machine_find(phrase("(l'|d')info"), "L’info"), "L’info");
  EXPECT_EQ(machine_find(phrase("caf(e|ee)"), "caf\u00e9"), "-");
  EXPECT_EQ(machine_find(phrase("a…( b)?"), "A... B"), "A... B");
}

TEST(PhraseMachine, CountsGaps) {
  const Pattern gap = phrase("melden (\\w+ ){0,2}an");
  EXPECT_EQ(machine_find(gap, "melden Sie sich an"), "melden Sie sich an");
  EXPECT_EQ(machine_find(gap, "melden Sie sich jetzt an"), "-");
  EXPECT_EQ(machine_find(gap, "melden an"), "melden an");
  EXPECT_EQ(machine_find(phrase("\\d+ (Über|unter)"), "17 ÜBER"), "17 ÜBER");
}

TEST(PhraseMachine, WhiteSpaceOfOptionsIsOneRun) {
  const Pattern row = phrase("(a )?(b )?c( d)?");
  EXPECT_EQ(machine_find(row, "b c"), "b c");
  EXPECT_EQ(machine_find(row, "a  b\nc d"), "a  b\nc d");
}

TEST(PhraseMachine, LeavesTheRestToExpressions) {
  EXPECT_FALSE(pattern("^a").to_program());
  EXPECT_FALSE(pattern("(?P<x>a)").to_program());
  EXPECT_FALSE(pattern("[^a]b").to_program());
  EXPECT_FALSE(pattern("a+?b").to_program());
}

}  // namespace
}  // namespace stet
