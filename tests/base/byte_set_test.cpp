#include "base/byte_set.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

TEST(ByteSet, FindsTheFirstOfItsBytes) {
  constexpr ByteSet kMarks(",;\xE2");
  EXPECT_EQ(kMarks.find_in("kept; dropped, both"), 4U);
  EXPECT_EQ(kMarks.find_in("kept; dropped, both", 5), 13U);
  EXPECT_EQ(kMarks.find_in("a – b"), 2U);
  EXPECT_EQ(kMarks.find_in("none"), 4U);
  EXPECT_EQ(kMarks.find_in("none", 9), 4U);
  EXPECT_EQ(kMarks.find_in(""), 0U);
  EXPECT_FALSE(kMarks.has('\0'));
}

}  // namespace
}  // namespace stet
