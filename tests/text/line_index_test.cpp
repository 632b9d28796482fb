#include "text/line_index.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace stet {
namespace {

TEST(LineIndex, EmptyTextHasOneLine) {
  const LineIndex index("");
  EXPECT_EQ(index.line_count(), 1U);
  EXPECT_EQ(index.line(1), "");
  EXPECT_EQ(index.position(0), (Position{1, 1, 0, 0}));
  EXPECT_EQ(index.position(99), (Position{1, 1, 0, 0}));
  EXPECT_EQ(index.offset(5, 5), 0U);
}

TEST(LineIndex, EveryLineEnd) {
  const LineIndex index("a\nb\r\nc\rd\n\r\r\n");
  const std::vector<std::string_view> lines = {"a", "b", "c", "d", "", "", ""};
  ASSERT_EQ(index.line_count(), lines.size());
  for (std::uint32_t i = 0; i < lines.size(); ++i) EXPECT_EQ(index.line(i + 1), lines[i]) << i;
  EXPECT_EQ(index.line_begin(3), 5U);
  EXPECT_EQ(index.line_of(4), 2U) << "the LF of a CRLF belongs to the line that it ends";
  EXPECT_EQ(index.position(4), (Position{2, 2, 1, 1})) << "between CR and LF is the line's end";
}

TEST(LineIndex, CountsInEveryUnit) {
  // ä: 2 bytes; 😀: 4 bytes, 2 units; e + combining acute: 2 code points.
  const LineIndex index("ä😀e\u0301x");
  EXPECT_EQ(index.position(0), (Position{1, 1, 0, 0}));
  EXPECT_EQ(index.position(2), (Position{1, 2, 1, 2}));
  EXPECT_EQ(index.position(6), (Position{1, 3, 3, 6}));
  EXPECT_EQ(index.position(7), (Position{1, 4, 4, 7}));
  EXPECT_EQ(index.position(9), (Position{1, 5, 5, 9}));
  EXPECT_EQ(index.position(4), (Position{1, 2, 1, 2})) << "back to the code point's begin";
  EXPECT_EQ(index.offset_utf16(1, 2), 2U) << "inside a surrogate pair is its begin";
}

TEST(LineIndex, ColumnsAreClampedToTheLine) {
  const LineIndex index("ab\r\ncd");
  EXPECT_EQ(index.offset(1, 99), 2U);
  EXPECT_EQ(index.offset_utf16(1, 99), 2U);
  EXPECT_EQ(index.offset(2, 99), 6U);
  EXPECT_EQ(index.offset(0, 0), 0U);
  EXPECT_EQ(index.offset(7, 1), 4U);
}

class LineIndexLaw : public testing::TestWithParam<std::string> {};

TEST_P(LineIndexLaw, PositionAndOffsetAreInverse) {
  const std::string& text = GetParam();
  const LineIndex index(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t utf16 = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t pos = 0;;) {
    const bool in_line_end = pos > 0 && pos < size && text[pos - 1] == '\r' && text[pos] == '\n';
    const bool sampled = size < 1000 || pos % 97 == 0 || pos % 1024 < 4 || size - pos < 4;
    if (!in_line_end && sampled) {
      const Position position = index.position(pos);
      ASSERT_EQ(position, (Position{line, column, utf16, pos - begin})) << pos;
      ASSERT_EQ(index.offset(line, column), pos);
      ASSERT_EQ(index.offset_utf16(line, utf16), pos);
      ASSERT_EQ(index.line_of(pos), line);
      ASSERT_EQ(index.line_begin(line), begin);
    }
    if (pos == size) break;
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (c.value == '\n' || (c.value == '\r' && (pos == size || text[pos] != '\n'))) {
      ++line;
      column = 1;
      utf16 = 0;
      begin = pos;
    } else {
      ++column;
      utf16 += c.value < 0x10000 ? 1 : 2;
    }
  }
  EXPECT_EQ(index.line_count(), line);
}

std::string repeated(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

INSTANTIATE_TEST_SUITE_P(Texts, LineIndexLaw,
                         testing::Values("plain\nASCII\n", "Größe\r\nöäü\r\n", "𝒜😀x\n😀", "e\u0301a\u0308\n\u0301",
                                         "\r\r\n\n\r", "שלום\rعالم\n", "\uFFFDx\uFFFD\n", "no end", "\n",
                                         // Long enough for marks inside a line, with each line end behind them.
                                         repeated("aß€😀", 9000) + "\n" + repeated("x", 40000) + "\r\ny\n",
                                         std::string(1023, 'a') + "\r\nb", std::string(1024, 'a') + "\r\nb",
                                         std::string(16385, 'a') + "\rb", std::string(32767, 'a') + "ä\n"));

}  // namespace
}  // namespace stet
