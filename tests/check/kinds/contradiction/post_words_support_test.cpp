#include "check/kinds/contradiction/post_words_support.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/kinds/contradiction/post_reader_support.h"
#include "support/lexicon.h"
#include "support/reading.h"

namespace stet {
namespace {

Document document_in(std::string_view text, std::string_view language) {
  ReadOptions options;
  options.language = Language(language);
  return read_text(text, Format::kPlain, options);
}

Definition some_posts() {
  Definition definition;
  definition.options["one-post-of"] = std::vector<std::string>{"position party school medicine"};
  definition.options["together"] = std::vector<std::string>{"position-back position-striker"};
  definition.options["one-holder"] = std::vector<std::string>{"position-referee"};
  definition.options["one-holder-each"] = std::vector<std::string>{"town-mayor"};
  return definition;
}

PostWords words_of(const std::string& language) {
  static const Definition definition = some_posts();
  static const WordTables tables(table_makers(), rules_lexicon());
  return {definition, *tables.find(kPostTables, Language(language))};
}

// "name: post" of each holding in the first block, "was" or "next" before it where it is not held now.
std::vector<std::string> holdings(const std::string& text, const std::string& language) {
  const Document document = document_in(text, language);
  const PostWords words = words_of(language);
  std::vector<std::string> found;
  for (const Holding& holding : read_holdings(document, 0, words)) {
    const std::string_view block = document.block(0).text;
    const auto part = [&](TextSpan span) { return std::string(block.substr(span.begin, span.size())); };
    const std::string tense = holding.tense == Tense::kWas ? "was " : holding.tense == Tense::kNext ? "next " : "";
    found.push_back(part(holding.name) + ": " + tense + (holding.under ? "under " : "") + part(holding.word.span));
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(PostWords, NamesBehindAndBeforeThePost) {
  EXPECT_EQ(holdings("Mayor Jane Doe spoke.", "en"), Found{"Jane Doe: Mayor"});
  EXPECT_EQ(holdings("The mayor of Leeds, Jane Doe, spoke.", "en"), Found{"Jane Doe: mayor"});
  EXPECT_EQ(holdings("Jane Doe, 44, Britain's ambassador in Oslo, spoke.", "en"), Found{"Jane Doe: ambassador"});
  EXPECT_EQ(holdings("Doe, who was driving the minibus, braked.", "en"), Found{"Doe: driving the minibus"});
  EXPECT_EQ(holdings("Der Unparteiische, Jannik Soll, pfiff.", "de"), Found{"Jannik Soll: Unparteiische"});
  EXPECT_EQ(holdings("Jana Ruf (SPD) sprach.", "de"), Found{"Jana Ruf: SPD"});
  EXPECT_EQ(holdings("La présidence revient à Anne Petit.", "fr"), Found{"Anne Petit: next présidence"});
}

TEST(PostWords, NobodyElsesPost) {
  EXPECT_EQ(holdings("Doe (SPD), Bürgermeister Karl Roth, sprach.", "de"),
            (Found{"Doe: SPD", "Karl Roth: Bürgermeister"}));
  EXPECT_EQ(holdings("She met the mayor in Leeds.", "en"), Found{});
  EXPECT_EQ(holdings("„Der Bürgermeister Karl Roth hat uns lange belogen“, sagte sie.", "de"), Found{});
}

TEST(PostWords, FormerFutureAndOtherPosts) {
  EXPECT_EQ(holdings("Former mayor Jane Doe spoke.", "en"), Found{"Jane Doe: was mayor"});
  EXPECT_EQ(holdings("Die designierte Bürgermeisterin Eva Roth sprach.", "de"),
            Found{"Eva Roth: next Bürgermeisterin"});
  EXPECT_EQ(holdings("Deputy mayor Jane Doe spoke.", "en"), Found{"Jane Doe: under mayor"});
  EXPECT_EQ(holdings("El árbitro y entrenador Luis Prado llegó.", "es"), Found{"Luis Prado: under entrenador"});
}

TEST(PostWords, WhatExcludesEachOther) {
  const PostWords words = words_of("en");
  const Document document = document_in("goalkeeper striker defender referee mayor", "en");
  const std::vector<PostWord> found = words.find(document, document.block(0));
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(words.clash(found[0], found[1]), PostWords::Clash::kAlways);
  EXPECT_EQ(words.clash(found[0], found[2]), PostWords::Clash::kAlways);
  EXPECT_EQ(words.clash(found[1], found[2]), PostWords::Clash::kNever);
  EXPECT_EQ(words.clash(found[0], found[4]), PostWords::Clash::kNever);
  EXPECT_EQ(words.holders(found[3], found[3]), PostWords::Holders::kOne);
  EXPECT_EQ(words.holders(found[4], found[4]), PostWords::Holders::kOneEach);
  EXPECT_EQ(words.holders(found[0], found[0]), PostWords::Holders::kMany);
}

TEST(PostWords, ChangesThatAreNone) {
  const PostWords words = words_of("en");
  const auto tells = [&](const std::string& text) {
    const Document document = document_in(text, "en");
    const Block& block = document.block(0);
    return words.tells_of_change(document, block, {0, static_cast<std::uint32_t>(block.text.size())});
  };
  EXPECT_TRUE(tells("He is the successor of Doe."));
  EXPECT_FALSE(tells("He has no successor yet."));
}

}  // namespace
}  // namespace stet
