#include "text/language_model.h"

#include <gtest/gtest.h>

#include "text/words.h"

namespace stet {
namespace {

unsigned number(std::string_view code) { return table_number(Language(code)).value(); }
bool has(std::uint32_t languages, std::string_view code) { return (languages >> number(code) & 1U) != 0; }

TEST(LanguageModel, KnowsWordsByTheirLists) {
  const WordKinship& nicht = kinship(hash_word("Nicht"));
  EXPECT_TRUE(has(nicht.small, "de"));
  EXPECT_FALSE(has(nicht.own(), "en"));
  const WordKinship& the = kinship(hash_word("the"));
  EXPECT_TRUE(has(the.small, "en"));
  EXPECT_TRUE(has(the.borrowed, "de"));
  EXPECT_TRUE(has(kinship(hash_word("della")).names, "it"));
  EXPECT_EQ(kinship(hash_word("Xylbrqz")).own(), 0U);
}

TEST(LanguageModel, KnowsWordsWithoutTheirAccents) {
  EXPECT_TRUE(has(kinship(hash_word("même")).small, "fr"));
  EXPECT_TRUE(has(kinship(hash_word("meme")).bare, "fr"));
  EXPECT_TRUE(has(kinship(hash_word("me\u0302me")).small, "fr")) << "decomposed";
}

TEST(LanguageModel, EveryLanguageHasItsWords) {
  for (const Language language : kTableLanguages) {
    std::size_t words = 0;
    for (const std::uint16_t number : kWordClasses) words += has(kKinships[number].small, language.code());
    EXPECT_GE(words, 25U) << language.code();
  }
  EXPECT_FALSE(table_number(Language("xx")));
}

TEST(LanguageModel, TellsLettersApart) {
  const auto best = [](std::string_view word) {
    const LanguageScores scores = letter_scores(word);
    std::size_t found = 0;
    for (std::size_t i = 0; i < kTableLanguages.size(); ++i) {
      if (scores[i] > scores[found]) found = i;
    }
    return kTableLanguages[found].code();
  };
  EXPECT_EQ(best("Geschwindigkeitsmessung"), "de");
  EXPECT_EQ(best("thoroughly"), "en");
  EXPECT_EQ(best("szczególność"), "pl");
  EXPECT_EQ(best("булочница"), "ru");
}

TEST(LanguageModel, TellsAlphabetsApart) {
  EXPECT_TRUE(has(writers("Straße"), "de"));
  EXPECT_FALSE(has(writers("Straße"), "fr"));
  EXPECT_TRUE(has(writers("mañana"), "es"));
  EXPECT_FALSE(has(writers("mañana"), "it"));
  EXPECT_TRUE(has(writers("город"), "ru"));
  EXPECT_FALSE(has(writers("город"), "pl"));
  EXPECT_FALSE(has(writers("town"), "ru"));
}

TEST(HomeWords, TellsOwnFromOther) {
  const HomeWords german(number("de"));
  EXPECT_EQ(german.kind(hash_word("nicht")), HomeWords::kAtHome);
  EXPECT_EQ(german.kind(hash_word("étaient")), HomeWords::kElsewhere);
}

}  // namespace
}  // namespace stet
