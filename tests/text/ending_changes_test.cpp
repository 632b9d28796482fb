#include "text/ending_changes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/language_model.h"

namespace stet {
namespace {

unsigned number_of(const char* language) { return table_number(Language(language)).value(); }

TEST(EndingChanges, KnowInflection) {
  EXPECT_TRUE(is_ending_change(U"n", U"t", number_of("de")));
  EXPECT_TRUE(is_ending_change(U"", U"s", number_of("en")));
  EXPECT_TRUE(is_ending_change(U"ado", U"ida", number_of("es")));
  EXPECT_TRUE(is_ending_change(U"o", U"i", number_of("it")));
  EXPECT_TRUE(is_ending_change(U"ant", U"ent", number_of("fr")));
}

TEST(EndingChanges, DoNotKnowSlips) {
  EXPECT_FALSE(is_ending_change(U"rno", U"no", number_of("it")));
  EXPECT_FALSE(is_ending_change(U"ry", U"y", number_of("en")));
  EXPECT_FALSE(is_ending_change(U"to", U"ot", number_of("es")));
}

TEST(EndingChanges, AreTheSameBothWays) {
  EXPECT_EQ(ending_change_key(U"en", U"et"), ending_change_key(U"et", U"en"));
  EXPECT_NE(ending_change_key(U"e", U"nt"), ending_change_key(U"en", U"t"));
}

TEST(EndingChanges, LookAtNoLongerOnes) { EXPECT_TRUE(is_ending_change(U"qqqq", U"q", number_of("de"))); }

TEST(EndingChanges, AreSorted) {
  ASSERT_EQ(kEndingChanges.size(), kTableLanguages.size());
  for (const auto& changes : kEndingChanges) EXPECT_TRUE(std::ranges::is_sorted(changes));
}

}  // namespace
}  // namespace stet
