#include "base/suggest.h"

#include <gtest/gtest.h>

#include <array>

namespace stet {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("abc", ""), 3U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("phrases", "phrase"), 1U);
  EXPECT_EQ(edit_distance("ab", "ba"), 1U);
  EXPECT_EQ(edit_distance("mesasge", "message"), 1U);
  EXPECT_EQ(edit_distance("ERROR", "error"), 0U);
}

TEST(EditDistance, IsSymmetricAndKeepsTheTriangle) {
  constexpr std::array<std::string_view, 6> kNames = {"within", "not-within", "with", "why", "was", "thin"};
  for (const auto a : kNames) {
    for (const auto b : kNames) EXPECT_EQ(edit_distance(a, b), edit_distance(b, a)) << a << ' ' << b;
  }
}

TEST(ClosestName, FindsTheNearestOfSeveral) {
  constexpr std::array<std::string_view, 4> kNames = {"phrases", "lines", "unless", "unless-before"};
  EXPECT_EQ(closest_name("phrase", kNames), "phrases");
  EXPECT_EQ(closest_name("unles", kNames), "unless");
  EXPECT_EQ(closest_name("unless-befor", kNames), "unless-before");
  EXPECT_EQ(closest_name("Lines", kNames), "lines");
}

TEST(ClosestName, IsSilentWhenNothingIsNear) {
  constexpr std::array<std::string_view, 3> kNames = {"phrases", "de", "en"};
  EXPECT_EQ(closest_name("colour", kNames), "");
  EXPECT_EQ(closest_name("fr", kNames), "");  // two letters, both wrong
  EXPECT_EQ(closest_name("dd", kNames), "de");
  EXPECT_EQ(closest_name("", kNames), "");
}

TEST(Suggestion, NamesTheProbableOrLeavesTheChoice) {
  constexpr std::array<std::string_view, 3> kNames = {"error", "warning", "info"};
  EXPECT_EQ(suggestion("waring", kNames), "did you mean \"warning\"?");
  EXPECT_EQ(suggestion("fatal", kNames), "known here: error, warning, info");
  EXPECT_EQ(suggestion("fatal", {}), "");
}

}  // namespace
}  // namespace stet
