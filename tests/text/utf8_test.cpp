#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace stet {
namespace {

using std::literals::string_view_literals::operator""sv;

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(text.size(), c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U);
    const CodePoint forward = decode_at(text, 0);
    ASSERT_EQ(forward.value, c);
    ASSERT_EQ(forward.length, text.size());
    const CodePoint backward = decode_before(text, text.size());
    ASSERT_EQ(backward.value, c);
    ASSERT_EQ(backward.length, text.size());
    ASSERT_EQ(find_invalid_utf8(text).begin, text.size());
    ASSERT_EQ(count_code_points(text), 1U);
    ASSERT_EQ(count_utf16(text), c < 0x10000 ? 1U : 2U);
  }
}

TEST(Utf8, BoundariesAreWhereCodePointsBegin) {
  const std::string text = "aß€😀";
  std::vector<std::size_t> boundaries;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (is_boundary(text, i)) boundaries.push_back(i);
  }
  EXPECT_EQ(boundaries, (std::vector<std::size_t>{0, 1, 3, 6, 10}));
}

struct Invalid {
  std::string_view text;
  std::size_t begin;
  std::size_t length;
};

class InvalidUtf8Test : public testing::TestWithParam<Invalid> {};

TEST_P(InvalidUtf8Test, MaximalSubpartIsFound) {
  const Invalid& param = GetParam();
  // Behind any amount of ASCII, so that every path of the fast scan is taken.
  for (std::size_t before : {0, 1, 7, 8, 15, 16, 17, 31, 40}) {
    const std::string text = std::string(before, 'x') + std::string(param.text);
    const InvalidUtf8 found = find_invalid_utf8(text);
    EXPECT_EQ(found.begin, before + param.begin) << before;
    EXPECT_EQ(found.length, param.length) << before;
  }
}

INSTANTIATE_TEST_SUITE_P(Table3_8, InvalidUtf8Test,
                         testing::Values(Invalid{"\x80", 0, 1}, Invalid{"a\xFF z", 1, 1}, Invalid{"\xC0\xAF", 0, 1},
                                         Invalid{"\xC1\xBF", 0, 1}, Invalid{"\xE0\x80\xAF", 0, 1},
                                         Invalid{"\xED\xA0\x80", 0, 1},  // a surrogate
                                         Invalid{"\xF0\x80\x80\x80", 0, 1}, Invalid{"\xF4\x90\x80\x80", 0, 1},
                                         Invalid{"\xF5\x80\x80\x80", 0, 1}, Invalid{"\xE1\x80\xE2", 0, 2},
                                         Invalid{"\xF0\x91\x92z", 0, 3}, Invalid{"\xF1\xBF", 0, 2},
                                         Invalid{"\xC3\xA4\xC3", 2, 1}, Invalid{"\xE2\x82", 0, 2},
                                         Invalid{"\xF4\x8F\xBF\xBF\xBF", 4, 1}));

TEST(Utf8, SearchesFromWhereItIsTold) {
  const std::string_view text = "\xFF ok \xFE"sv;
  EXPECT_EQ(find_invalid_utf8(text, 0).begin, 0U);
  EXPECT_EQ(find_invalid_utf8(text, 1).begin, 5U);
  EXPECT_EQ(find_invalid_utf8(text, 6).begin, 6U);
  EXPECT_EQ(find_invalid_utf8("").begin, 0U);
}

TEST(Utf8, NulIsACodePoint) {
  const std::string_view text = "a\0b"sv;
  EXPECT_EQ(find_invalid_utf8(text).begin, 3U);
  EXPECT_EQ(count_code_points(text), 3U);
  EXPECT_EQ(decode_at(text, 1).value, 0U);
  EXPECT_EQ(decode_at(text, 1).length, 1U);
}

TEST(Utf8, CountsOverLongTexts) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "aß€😀";
  EXPECT_EQ(count_code_points(text), 4000U);
  EXPECT_EQ(count_utf16(text), 5000U);
}

}  // namespace
}  // namespace stet
