#include "text/source_map.h"

#include <gtest/gtest.h>

#include <random>

namespace stet {
namespace {

// "a&amp;**b**" read as "a&b": copy, entity, hidden markers, copy.
SourceMap sample() {
  SourceMap map;
  map.copy(1, 0);
  map.replace(1, {1, 6});
  map.copy(1, 8);
  return map;
}

TEST(SourceMap, NothingMapped) {
  SourceMap map;
  EXPECT_EQ(map.text_size(), 0U);
  EXPECT_EQ(map.to_source({0, 0}), (SourceSpan{0, 0}));
  EXPECT_EQ(map.to_text(0), std::nullopt);
  EXPECT_FALSE(map.whole_copy());
  EXPECT_TRUE(map.runs().empty());
  map.start(17);
  EXPECT_EQ(map.to_source({0, 0}), (SourceSpan{17, 17}));
  EXPECT_TRUE(map.runs().empty());
}

TEST(SourceMap, NeighbouringCopiesAreOneRun) {
  SourceMap map;
  map.copy(3, 10);
  map.copy(4, 13);
  ASSERT_EQ(map.runs().size(), 1U);
  EXPECT_EQ(map.runs()[0].source, (SourceSpan{10, 17}));
  EXPECT_EQ(map.whole_copy(), 10U);
  map.copy(2, 20);
  EXPECT_EQ(map.runs().size(), 2U);
  EXPECT_FALSE(map.whole_copy());
  EXPECT_EQ(map.text_size(), 9U);
}

TEST(SourceMap, BeginMapsRightAndEndMapsLeft) {
  const SourceMap map = sample();
  EXPECT_EQ(map.to_source({0, 1}), (SourceSpan{0, 1}));
  EXPECT_EQ(map.to_source({1, 2}), (SourceSpan{1, 6}));
  EXPECT_EQ(map.to_source({2, 3}), (SourceSpan{8, 9})) << "past the hidden **";
  EXPECT_EQ(map.to_source({0, 2}), (SourceSpan{0, 6})) << "not into the hidden **";
  EXPECT_EQ(map.to_source({0, 3}), (SourceSpan{0, 9}));
  EXPECT_EQ(map.to_source({2, 2}), (SourceSpan{8, 8}));
  EXPECT_EQ(map.to_source({3, 3}), (SourceSpan{9, 9}));
  EXPECT_EQ(map.to_source({0, 99}), (SourceSpan{0, 9}));
}

TEST(SourceMap, PartOfAReplacementIsAllOfIt) {
  SourceMap map;
  map.replace(3, {5, 12});  // "…" for "&hellip;", say
  EXPECT_EQ(map.to_source({0, 1}), (SourceSpan{5, 12}));
  EXPECT_EQ(map.to_source({1, 3}), (SourceSpan{5, 12}));
}

TEST(SourceMap, BackToTheTextFromCopiesOnly) {
  const SourceMap map = sample();
  EXPECT_EQ(map.to_text(0), 0U);
  EXPECT_EQ(map.to_text(3), std::nullopt);
  EXPECT_EQ(map.to_text(7), std::nullopt);
  EXPECT_EQ(map.to_text(8), 2U);
  EXPECT_EQ(map.to_text(9), std::nullopt);
}

TEST(SourceMap, VerbatimMeansNothingHiddenAndNothingReplaced) {
  SourceMap map;
  map.copy(4, 0);
  map.copy(4, 6);
  map.replace(1, {10, 15});
  EXPECT_TRUE(map.is_verbatim({0, 4}));
  EXPECT_TRUE(map.is_verbatim({4, 8}));
  EXPECT_FALSE(map.is_verbatim({3, 5}));
  EXPECT_FALSE(map.is_verbatim({7, 9}));
  EXPECT_FALSE(map.is_verbatim({8, 9}));
  EXPECT_TRUE(map.is_verbatim({2, 2}));
  EXPECT_FALSE(map.is_verbatim({0, 10}));
}

TEST(SourceMap, TrimForgetsBothEnds) {
  SourceMap map = sample();
  map.trim({1, 3});
  EXPECT_EQ(map.text_size(), 2U);
  EXPECT_EQ(map.to_source({0, 1}), (SourceSpan{1, 6}));
  EXPECT_EQ(map.to_source({1, 2}), (SourceSpan{8, 9}));
  map.trim({1, 2});
  EXPECT_EQ(map.whole_copy(), 8U);
  SourceMap copy;
  copy.copy(10, 100);
  copy.trim({2, 7});
  EXPECT_EQ(copy.whole_copy(), 102U);
  EXPECT_EQ(copy.text_size(), 5U);
}

// Against a table of where each byte came from.
TEST(SourceMap, RandomRunsAgreeWithATable) {
  std::mt19937 engine(3);
  const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 500; ++round) {
    SourceMap map;
    struct Origin {
      std::uint32_t begin, end;
      bool copied;
    };
    std::vector<Origin> table;
    std::uint32_t source = random() % 5;
    for (std::uint32_t n = 1 + random() % 8; n > 0; --n) {
      const std::uint32_t length = 1 + random() % 6;
      if (random() % 2 == 0) {
        map.copy(length, source);
        for (std::uint32_t i = 0; i < length; ++i) table.push_back({source + i, source + i + 1, true});
        source += length;
      } else {
        const std::uint32_t width = random() % 7;
        map.replace(length, {source, source + width});
        for (std::uint32_t i = 0; i < length; ++i) table.push_back({source, source + width, false});
        source += width;
      }
      source += random() % 3;
    }
    ASSERT_EQ(map.text_size(), table.size());
    for (std::uint32_t begin = 0; begin < table.size(); ++begin) {
      for (std::uint32_t end = begin + 1; end <= table.size(); ++end) {
        ASSERT_EQ(map.to_source({begin, end}), (SourceSpan{table[begin].begin, table[end - 1].end}));
        bool verbatim = table[begin].copied;
        for (std::uint32_t i = begin + 1; i < end; ++i) {
          verbatim = verbatim && table[i].copied && table[i].begin == table[i - 1].end;
        }
        ASSERT_EQ(map.is_verbatim({begin, end}), verbatim);
      }
      if (table[begin].copied) {
        ASSERT_EQ(map.to_text(table[begin].begin), begin);
      }
    }
  }
}

}  // namespace
}  // namespace stet
