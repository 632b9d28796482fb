#include "check/kinds/contradiction/cast_support.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "support/reading.h"

namespace stet {
namespace {

using Strings = std::vector<std::string>;

Definition definition() {
  Definition made;
  made.roles = ~0U;
  Options words;
  words["occupations"] = Strings{"cyclist|biker", "driver"};
  words["any-man"] = Strings{"man"};
  words["any-woman"] = Strings{"woman"};
  words["pronouns-he"] = Strings{"he", "his"};
  words["pronouns-she"] = Strings{"she", "her"};
  words["possessives"] = Strings{"his", "her"};
  words["indefinite"] = Strings{"a", "an", "another"};
  words["another"] = Strings{"another"};
  words["definite"] = Strings{"the"};
  words["several"] = Strings{"two"};
  words["titles-he"] = Strings{"Mr"};
  words["titles-she"] = Strings{"Mrs"};
  words["years-old"] = Strings{"year-old"};
  words["named-as"] = Strings{"as"};
  words["joiners"] = Strings{"and"};
  made.sections[Language("en")] = std::move(words);
  return made;
}

// What an article calls its people: the words of each, in their order, and how many people there are.
struct Reading {
  std::map<std::uint32_t, Strings> called;
  std::size_t people = 0;
};

Reading read_cast(std::string_view text) {
  ReadOptions options;
  options.language = Language("en");
  const Document document = read_text(text, Format::kPlain, options);
  const Definition made = definition();
  const RuleWords words(made, kCastLists);
  const Cast cast(document, made, words);
  Reading reading;
  reading.people = cast.size();
  for (const CastMention& mention : cast.mentions()) {
    if (mention.person == CastMention::kNone) continue;
    const std::string_view block = document.block(mention.block).text;
    reading.called[mention.person].emplace_back(block.substr(mention.core.begin, mention.core.size()));
  }
  return reading;
}

TEST(Cast, WordsForOneTradeAreOnePerson) {
  const Reading reading = read_cast("A cyclist was hurt in Leeds. The biker was taken to hospital.");
  EXPECT_EQ(reading.people, 1U);
  EXPECT_EQ(reading.called.at(0), (Strings{"cyclist", "biker"}));
}

TEST(Cast, AnotherOneIsSomebodyElse) {
  EXPECT_EQ(read_cast("A cyclist was hurt. Another cyclist fled.").people, 2U);
  EXPECT_EQ(read_cast("A cyclist was hurt. A driver fled.").people, 2U);
}

TEST(Cast, SurnamesTakeUpFullNames) {
  const Reading reading = read_cast("Paul Imrie, 36, was driving home. Mr Imrie braked.");
  EXPECT_EQ(reading.people, 1U);
  EXPECT_EQ(reading.called.at(0), (Strings{"Paul Imrie", "Imrie"}));
}

TEST(Cast, SexTellsPeopleApart) {
  const Reading reading = read_cast("Mr Hale met Mrs Reed. He left. She stayed.");
  EXPECT_EQ(reading.people, 2U);
  EXPECT_EQ(reading.called.at(0), (Strings{"Hale", "He"}));
  EXPECT_EQ(reading.called.at(1), (Strings{"Reed", "She"}));
}

TEST(Cast, SeveralAreNoPerson) { EXPECT_EQ(read_cast("Two cyclists were hurt.").people, 0U); }

}  // namespace
}  // namespace stet
