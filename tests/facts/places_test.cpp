#include "facts/places.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stet {
namespace {

struct Read {
  std::string name;
  std::uint16_t id = 0;
  PlaceSort sort = PlaceSort::kTown;
};

std::vector<Read> read(std::string_view text) {
  std::vector<Word> words;
  cut_words(text, words);
  std::vector<Read> found;
  for (const NamedPlace& place : find_places(text, words, {0, static_cast<std::uint32_t>(text.size())})) {
    found.push_back({std::string(text.substr(place.span.begin, place.span.size())), place.id, place.sort});
  }
  return found;
}

TEST(Places, AreOneWhateverTheirName) {
  const auto names = read("Wien, Vienna, Vienne, Lemberg, Lwiw, Riad, Riyadh");
  ASSERT_EQ(names.size(), 7U);
  EXPECT_EQ(names[0].id, names[1].id);
  EXPECT_EQ(names[1].id, names[2].id);
  EXPECT_EQ(names[3].id, names[4].id);
  EXPECT_EQ(names[5].id, names[6].id);
  EXPECT_NE(names[0].id, names[3].id);
}

TEST(Places, CountriesAreNoCities) {
  const auto names = read("Frankreich, France, Paris, England");
  ASSERT_EQ(names.size(), 4U);
  EXPECT_EQ(names[0].sort, PlaceSort::kCountry);
  EXPECT_EQ(names[0].id, names[1].id);
  EXPECT_EQ(names[2].sort, PlaceSort::kTown);
  EXPECT_EQ(names[3].sort, PlaceSort::kCountry);
}

TEST(Places, RegionsAreNeither) {
  const auto names = read("Kansas, Bavaria, Bayern, Devon");
  ASSERT_EQ(names.size(), 4U);
  for (const Read& name : names) EXPECT_EQ(name.sort, PlaceSort::kRegion);
  EXPECT_EQ(names[1].id, names[2].id);
  EXPECT_NE(names[0].id, names[3].id);
}

TEST(Places, TheLongestNameStands) {
  const auto names = read("from New York to York, and St. Louis");
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0].name, "New York");
  EXPECT_EQ(names[1].name, "York");
  EXPECT_EQ(names[2].name, "St. Louis");
}

TEST(Places, NeedCapitals) { EXPECT_TRUE(read("a nice essen in the bath").empty()); }

TEST(Places, TableIsSorted) {
  const auto names = place_names();
  ASSERT_GT(names.size(), 2000U);
  for (std::size_t i = 1; i < names.size(); ++i) EXPECT_LT(names[i - 1].key, names[i].key);
}

}  // namespace
}  // namespace stet
