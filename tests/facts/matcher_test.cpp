#include "facts/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/pattern.h"
#include "text/regex.h"
#include "text/unicode.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Document read(std::string text, Format format = Format::kMarkdown, std::string_view language = "de") {
  ReadOptions options;
  options.format = format;
  options.language = Language(language);
  return read_document("t", SourceText::from_bytes(std::move(text)).value(), options);
}

PatternSpec spec(std::string text, PatternType type = PatternType::kPhrase, std::string_view language = "de") {
  PatternSpec s;
  s.text = std::move(text);
  s.type = type;
  s.language = Language(language);
  s.roles = (1U << static_cast<unsigned>(Role::kCode)) - 1;
  return s;
}

Matcher matcher_of(std::vector<PatternSpec> specs) {
  MatcherBuilder builder;
  for (PatternSpec& s : specs) {
    const auto added = builder.add(std::move(s));
    EXPECT_TRUE(added.ok()) << (added.ok() ? "" : added.error().message);
  }
  return MatcherBuilder::own(builder.serialize());
}

std::vector<std::string> texts(const Matcher& matcher, const Document& document) {
  std::vector<std::string> out;
  const Matches matches = matcher.find(document);
  for (const Hit& hit : matches.of(0)) {
    out.emplace_back(document.block(hit.block).text.substr(hit.span.begin, hit.span.size()));
  }
  return out;
}

std::vector<std::string> texts(std::vector<PatternSpec> specs, std::string text) {
  return texts(matcher_of(std::move(specs)), read(std::move(text)));
}

TEST(Matcher, FindsPhrasesWhateverTheirSpelling) {
  const auto find = [](std::string text) { return texts({spec("E-Mail für Große bestellen")}, std::move(text)); };
  EXPECT_THAT(find("Hier e-mail FÜR GROSSE bestellen!"), ElementsAre("e-mail FÜR GROSSE bestellen"));
  EXPECT_THAT(find("E\u2011Mail fu\u0308r Große\u00A0be\u00ADstellen"),
              ElementsAre("E\u2011Mail für Große be\u00ADstellen"));
  EXPECT_THAT(find("E-Mail für\nGroße bestellen"), ElementsAre("E-Mail für Große bestellen"));
  EXPECT_THAT(find("E-Mail **für** [Große](x) bestellen"), ElementsAre("E-Mail für Große bestellen"));
  EXPECT_THAT(find("E-Mail für Große bestellend"), IsEmpty());
  EXPECT_THAT(find("WE-Mail für Große bestellen"), IsEmpty());
  EXPECT_THAT(find("E-Mail, für Große bestellen"), IsEmpty());
}

TEST(Matcher, PunctuationBelongsToThePhrase) {
  EXPECT_THAT(texts({spec("\\(m/w/d\\)")}, "Koch(m/w/d)gesucht, (m/w/x)"), ElementsAre("(m/w/d)"));
  EXPECT_THAT(texts({spec("Leser([*:_]innen)")}, "Leser innen, Leser:innen und Leser\\*innen"),
              ElementsAre("Leser:innen", "Leser*innen"));
}

TEST(Matcher, OnlyInItsLanguageAndRoles) {
  EXPECT_THAT(texts({spec("wort", PatternType::kPhrase, "en")}, "Ein Wort"), IsEmpty());
  EXPECT_THAT(texts({spec("wort", PatternType::kPhrase, "any")}, "Ein Wort"), ElementsAre("Wort"));
  PatternSpec heading = spec("wort");
  heading.roles = 1U << static_cast<unsigned>(Role::kHeading);
  EXPECT_THAT(texts({heading}, "# Titel\n\n## Ein Wort\n\nEin Wort\n"), ElementsAre("Wort"));
  EXPECT_THAT(texts({spec("wort")}, "```\nwort\n```\n"), IsEmpty());
}

TEST(Matcher, NorwegianIsBokmalToo) {
  const Matcher matcher = matcher_of({spec("les også", PatternType::kPhrase, "nb")});
  EXPECT_THAT(texts(matcher, read("Les også dette", Format::kMarkdown, "no")), ElementsAre("Les også"));
  EXPECT_THAT(texts(matcher, read("Les også dette", Format::kMarkdown, "nb-NO")), ElementsAre("Les også"));
  EXPECT_THAT(texts(matcher, read("Les også dette", Format::kMarkdown, "nn")), IsEmpty());
}

TEST(Matcher, TurkishCapitalsAreFoundInEitherForm) {
  const auto find = [](std::string text) { return texts({spec("ilgili yayın")}, std::move(text)); };
  EXPECT_THAT(find("İLGİLİ YAYIN"), ElementsAre("İLGİLİ YAYIN"));
  EXPECT_THAT(find("İlgili yayın"), ElementsAre("İlgili yayın"));
  EXPECT_THAT(find("ilgili yayin"), ElementsAre("ilgili yayin"));
  EXPECT_THAT(find("ilgili yayan"), IsEmpty());
}

TEST(Matcher, LinesFillTheirLine) {
  const auto find = [](std::string text) {
    return texts({spec("Mehr lesen", PatternType::kLine, "en")}, std::move(text));
  };
  EXPECT_THAT(find("Mehr lesen"), ElementsAre("Mehr lesen"));
  EXPECT_THAT(find("» Mehr lesen … (12)"), ElementsAre("Mehr lesen"));
  EXPECT_THAT(find("Das sei »gut«, »ja», Mehr lesen"), IsEmpty());
  EXPECT_THAT(find("Start | mehr lesen | Impressum"), ElementsAre("mehr lesen"));
  EXPECT_THAT(find("🎯 **Mehr lesen!**"), ElementsAre("Mehr lesen"));
  EXPECT_THAT(find("Wir wollen mehr lesen."), IsEmpty());
  EXPECT_THAT(find("Mehr lesen 12"), IsEmpty());
}

TEST(Matcher, TheLongestOfOverlappingHitsStands) {
  EXPECT_THAT(texts({spec("Newsletter"), spec("Newsletter bestellen"), spec("unseren Newsletter")},
                    "Jetzt unseren Newsletter bestellen, Newsletter!"),
              ElementsAre("unseren Newsletter", "Newsletter"));
}

TEST(Matcher, ExpressionsRunOverTheWholeBlock) {
  EXPECT_THAT(
      texts({spec("melden Sie sich (\\w+ ){0,5}an")}, "Melden Sie sich an. Melden Sie sich hier gleich an, ja?"),
      ElementsAre("Melden Sie sich an", "Melden Sie sich hier gleich an"));
  EXPECT_THAT(texts({spec("über \\d+ Fra\u0308gen")}, "U\u0308ber 12 Fr\u00E4\u00ADgen"),
              ElementsAre("Über 12 Fr\u00E4\u00ADgen"));
}

// Only the surroundings of the words that call for it are searched; nothing is lost by that.
TEST(Matcher, ExpressionsAreFoundWhereverTheirWordsStand) {
  std::mt19937 random(7);
  const std::vector<std::string> sources = {"(\\w+ ){0,2}wohnt (in|bei) \\p{Lu}\\w+",
                                            "\\d+ (rote|blaue) Bälle|wohnt nie", "[^.]{0,12}wohnt",
                                            "(\\w+, )*\\w+ wohnt in", "wohnt(?: \\w+)+?\\."};
  const std::vector<std::string> pieces = {"wohnt", "in",  "bei", "Bonn", "Éva", "3",   "rote", "blaue",
                                           "Bälle", "nie", "a_b", "漢字", "😀",   "l'a", "x-y",  "Wohnt"};
  const std::vector<std::string> gaps = {" ", " ", " ", " ", ", ", ". ", "-", ""};
  std::size_t found = 0;
  for (int round = 0; round < 1500; ++round) {
    const PatternSpec sought = spec(sources[random() % sources.size()], PatternType::kPattern);
    std::string text = "Hier";
    for (std::size_t i = 0, n = random() % 60; i < n; ++i) {
      text += gaps[random() % gaps.size()] + pieces[random() % pieces.size()];
    }
    const auto regex = Regex::compile(Pattern::parse(sought.text, PatternSyntax::kPattern, {})->to_regex(false));
    ASSERT_TRUE(regex.ok());
    std::vector<std::string> expected;
    std::vector<std::string_view> groups(2);
    for (std::size_t from = 0; from <= text.size() && regex->find(text, from, groups);) {
      expected.emplace_back(groups[1]);
      from = static_cast<std::size_t>(groups[1].data() - text.data()) + groups[1].size();
    }
    found += expected.size();
    EXPECT_EQ(texts(matcher_of({sought}), read(text, Format::kPlain)), expected) << sought.text << " in " << text;
  }
  EXPECT_GT(found, 500U);
}

TEST(Matcher, GroupsOfAPattern) {
  PatternSpec s = spec("<(?P<tag>[a-zäöü]+) (?P<name>\\w+)=", PatternType::kPattern, "any");
  const Matcher matcher = matcher_of({s});
  const Document document = read("Vor dem &lt;ti\u00ADtel über=", Format::kMarkdown);
  const Matches matches = matcher.find(document);
  ASSERT_EQ(matches.of(0).size(), 1U);
  std::vector<std::pair<std::string, std::string>> groups;
  for (const auto& [name, span] : matcher.groups(document, matches.of(0)[0])) {
    groups.emplace_back(name, document.blocks()[0].text.substr(span.begin, span.size()));
  }
  EXPECT_THAT(groups, ElementsAre(std::pair("tag", "ti\u00ADtel"), std::pair("name", "über")));
}

TEST(Matcher, TheRawViewShowsLinkTargets) {
  PatternSpec s = spec("utm_\\w+=", PatternType::kPattern, "any");
  s.roles = 1U << static_cast<unsigned>(Role::kRaw);
  EXPECT_THAT(texts({s}, "Ein [Link](https://x.de/?utm_source=a&utm_medium=b)."),
              ElementsAre("utm_source=", "utm_medium="));
}

// Against the plain way: every phrase searched for in every block, by folding both.
TEST(Matcher, FindsWhatASearchFinds) {
  const std::vector<std::string> vocabulary = {"der", "Tag", "über", "E-Mail", "groß", "l'été", "neu", "2025", "ja"};
  std::mt19937 random(11);
  const auto sentence = [&](std::size_t n) {
    std::string s;
    for (std::size_t i = 0; i < n; ++i) s += (i == 0 ? "" : " ") + vocabulary[random() % vocabulary.size()];
    return s;
  };
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    const std::string wanted = sentence(1 + random() % 4);
    const std::string text = sentence(40);
    const auto hits = texts({spec(wanted)}, text);
    std::size_t expected = 0;
    for (std::size_t at = text.find(wanted); at != std::string::npos;) {
      const bool edges = !word_char_before(text, at) && !word_char_at(text, at + wanted.size());
      expected += edges ? 1 : 0;
      at = text.find(wanted, edges ? at + wanted.size() : at + 1);
    }
    EXPECT_EQ(hits.size(), expected) << wanted << " in " << text;
    found += hits.size();
  }
  EXPECT_GT(found, 100U);
}

}  // namespace
}  // namespace stet
