#include "text/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/phrase_form.h"
#include "text/regex.h"

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
  }
}

}  // namespace
}  // namespace stet
