#include "facts/word_tables.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stet {
namespace {

MadeTables make(const Lexicon& lexicon, Language language) {
  MadeTables made;
  made.texts = {"one", "", "three"};
  PhraseTrie& heads = made.tables.emplace_back(PhraseTrie::Direction::kBackward);
  PhraseTrie& whole = made.tables.emplace_back();
  for (const std::string_view word : lexicon.find("jobs", language, "list")) {
    heads.add(word, 7, false);
    whole.add(word, 5);
  }
  return made;
}

constexpr TableMaker kMaker{"jobs", [](std::string_view name) { return name == "jobs"; },
                            [](std::string_view name) { return name == "jobs"; }, make};
constexpr TableMaker kOther{"others", [](std::string_view) { return false; }, [](std::string_view) { return false; },
                            make};

void expect_tables(const WordTables& tables) {
  const WordTable* german = tables.find(kMaker, Language("de"));
  ASSERT_NE(german, nullptr);
  EXPECT_EQ(german->texts, (std::vector<std::string_view>{"one", "", "three"}));
  ASSERT_EQ(german->tables.size(), 2U);
  EXPECT_EQ(german->tables[0].longest("Staatsanwalt", 12).position, 6U);
  EXPECT_EQ(german->tables[0].longest("Staatsanwalt", 12).payload, 7U);
  EXPECT_EQ(german->tables[1].longest("ANWALT Roth", 0).payload, 5U);
  EXPECT_FALSE(german->tables[1].longest("lawyer", 0).found);
  ASSERT_NE(tables.find(kMaker, Language("en")), nullptr);
  EXPECT_TRUE(tables.find(kMaker, Language("en"))->tables[1].longest("lawyer", 0).found);
  EXPECT_EQ(tables.find(kMaker, Language("fr")), nullptr);
  EXPECT_EQ(tables.find(kOther, Language("de")), nullptr);
}

TEST(WordTables, AreTheSameInAnImage) {
  Lexicon lexicon;
  lexicon.add("jobs", Language("de"), "list", {"Anwalt"});
  lexicon.add("jobs", Language("en"), "list", {"lawyer"});
  const TableMaker* makers[] = {&kMaker, &kOther};
  const WordTables made(makers, lexicon);
  expect_tables(made);
  const std::string image = made.image();
  expect_tables(WordTables::view(image));
}

TEST(WordTables, OfNothing) {
  EXPECT_EQ(WordTables().find(kMaker, Language("de")), nullptr);
  EXPECT_EQ(WordTables::view("").find(kMaker, Language("de")), nullptr);
  const std::string image = WordTables().image();
  EXPECT_EQ(WordTables::view(image).find(kMaker, Language("de")), nullptr);
}

}  // namespace
}  // namespace stet
