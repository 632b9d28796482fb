#include "facts/lexicon.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace stet {
namespace {

const Language kGerman("de");
int reads = 0;

Lexicon::Part read_words(std::string_view bytes) {
  ++reads;
  return {{"phrases", {bytes}}, {"more", {bytes.substr(0, 2), bytes.substr(2)}}};
}

std::vector<std::string> words(const Lexicon& lexicon, std::string_view key = "phrases") {
  const auto found = lexicon.find("people", kGerman, key);
  return {found.begin(), found.end()};
}

using Words = std::vector<std::string>;

TEST(Lexicon, ReadsAPartWhenAListOfItIsAskedFor) {
  reads = 0;
  Lexicon lexicon;
  lexicon.add("people", kGerman, {"Leute", read_words});
  lexicon.add("places", kGerman, {"Orte", read_words});
  const Lexicon copy = lexicon;
  EXPECT_TRUE(lexicon.has("people"));
  EXPECT_FALSE(lexicon.has("peopl"));
  EXPECT_TRUE(lexicon.find("people", Language("en")).empty());
  EXPECT_EQ(reads, 0);
  EXPECT_EQ(words(lexicon), Words({"Leute"}));
  EXPECT_EQ(words(copy, "more"), Words({"Le", "ute"}));
  EXPECT_EQ(words(lexicon, "none"), Words());
  EXPECT_EQ(reads, 1);
}

TEST(Lexicon, AListJoinsThoseThatWereNotReadYet) {
  Lexicon lexicon;
  lexicon.add("people", kGerman, {"Leute", read_words});
  const Lexicon before = lexicon;
  lexicon.add("people", kGerman, "phrases", {"Menschen", "Personen"});
  lexicon.add("people", kGerman, "small", {"Kinder"});
  EXPECT_EQ(words(lexicon), Words({"Menschen", "Personen"}));
  EXPECT_EQ(words(lexicon, "more"), Words({"Le", "ute"}));
  EXPECT_EQ(words(lexicon, "small"), Words({"Kinder"}));
  EXPECT_EQ(words(before), Words({"Leute"}));
  EXPECT_EQ(words(before, "small"), Words());
}

TEST(Lexicon, TheListsOfAnotherReplaceThoseOfTheSameName) {
  Lexicon more;
  more.add("people", kGerman, "phrases", {"Menschen"});
  more.add("places", kGerman, "phrases", {"Orte"});
  Lexicon lexicon;
  lexicon.add("people", kGerman, {"Leute", read_words});
  lexicon.add(more);
  EXPECT_EQ(words(lexicon), Words({"Menschen"}));
  EXPECT_EQ(words(lexicon, "more"), Words({"Le", "ute"}));
  EXPECT_EQ(lexicon.lists().size(), 3U);
  more.add("people", kGerman, "phrases", {"Personen"});
  EXPECT_EQ(words(lexicon), Words({"Menschen"}));
}

TEST(Lexicon, KnowsTheListsOfItsCues) {
  Lexicon lexicon;
  lexicon.set_cues("people", {.calls = {"phrases"}, .keys = {}});
  lexicon.add("people", kGerman, "phrases", {"Leute"});
  lexicon.add("people", kGerman, "more", {"Menschen"});
  lexicon.add("places", kGerman, "phrases", {"Orte"});
  Lexicon other;
  other.set_cues("people", {.calls = {"more"}, .keys = {}});
  other.add("people", Language("en"), "others", {"folks"});
  lexicon.add(other);
  ASSERT_EQ(lexicon.cues().size(), 1U);
  EXPECT_EQ(lexicon.cues().at("people").calls, Words({"more"}));
  EXPECT_EQ(lexicon.cues().at("people").keys, (std::set<std::string>{"more", "others", "phrases"}));
}

}  // namespace
}  // namespace stet
