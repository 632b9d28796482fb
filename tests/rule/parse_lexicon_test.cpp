#include <gtest/gtest.h>

#include "rule/ruleset.h"

namespace stet {
namespace {

TEST(ParseLexicon, ListsThatCallAreCues) {
  Lexicon lexicon;
  EXPECT_TRUE(
      parse_lexicon("meal", "meal.toml", "calls = [\"food\"]\n[de]\nfood = [\"Brot\"]\ndrink = [\"Tee\"]\n", lexicon)
          .empty());
  const std::vector<CueSource> sources = cue_sources(lexicon, 7);
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources[0].slot, 7U);
  EXPECT_EQ(sources[0].keys, (std::vector<std::string>{"drink", "food"}));
  const std::vector<PatternSpec> specs = cue_patterns(lexicon, sources[0]);
  ASSERT_EQ(specs.size(), 2U);
  EXPECT_EQ(specs[0].text, "Tee");
  EXPECT_TRUE(specs[0].guard);
  EXPECT_EQ(specs[1].text, "Brot");
  EXPECT_FALSE(specs[1].guard);
}

TEST(ParseLexicon, AListThatIsNotThereCannotCall) {
  Lexicon lexicon;
  const Errors errors = parse_lexicon("meal", "meal.toml", "calls = [\"foot\"]\n[de]\nfood = [\"Brot\"]\n", lexicon);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].message, "there is no list \"foot\" to call");
}

}  // namespace
}  // namespace stet
