#include "text/source_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace stet {
namespace {

using std::literals::string_literals::operator""s;

SourceText read(std::string bytes) { return std::move(SourceText::from_bytes(std::move(bytes))).value(); }

std::string utf16(std::string_view text, bool little_endian) {
  std::string out = little_endian ? "\xFF\xFE" : "\xFE\xFF";
  const auto put = [&](char32_t unit) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    out += little_endian ? low : high;
    out += little_endian ? high : low;
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (c.value < 0x10000) {
      put(c.value);
    } else {
      put(0xD7C0 + (c.value >> 10));
      put(0xDC00 + (c.value & 0x3FF));
    }
  }
  return out;
}

TEST(SourceText, CleanUtf8IsItsOwnSource) {
  const SourceText text = read("Grüße 😀\r\n");
  EXPECT_EQ(text.utf8(), "Grüße 😀\r\n");
  EXPECT_EQ(text.utf8().data(), text.bytes().data());
  EXPECT_EQ(text.encoding(), Encoding::kUtf8);
  EXPECT_EQ(text.to_disk({2, 4}), (DiskSpan{2, 4}));
  EXPECT_TRUE(text.broken().empty());
}

TEST(SourceText, ByteOrderMarkIsNoText) {
  const SourceText text = read(
      "\xEF\xBB\xBF"
      "abc");
  EXPECT_EQ(text.utf8(), "abc");
  EXPECT_EQ(text.encoding(), Encoding::kUtf8Bom);
  EXPECT_EQ(text.to_disk({0, 3}), (DiskSpan{3, 6}));
  EXPECT_EQ(text.encode("ä"), "ä");
}

TEST(SourceText, EmptyFiles) {
  for (const std::string& bytes : {""s, "\xEF\xBB\xBF"s, "\xFF\xFE"s, "\xFE\xFF"s}) {
    const SourceText text = read(bytes);
    EXPECT_EQ(text.utf8(), "");
    const auto size = static_cast<std::uint32_t>(bytes.size());
    EXPECT_EQ(text.to_disk({0, 0}), (DiskSpan{size, size}));
  }
}

TEST(SourceText, BrokenBytesBecomeReplacementsInPlace) {
  const SourceText text = read("a\xFF\xE2\x82z\x80");
  EXPECT_EQ(text.utf8(), "a\uFFFD\uFFFDz\uFFFD");
  EXPECT_EQ(text.broken(), (std::vector<SourceSpan>{{1, 4}, {4, 7}, {8, 11}}));
  EXPECT_EQ(text.to_disk({0, 1}), (DiskSpan{0, 1}));
  EXPECT_EQ(text.to_disk({1, 4}), (DiskSpan{1, 2}));
  EXPECT_EQ(text.to_disk({4, 7}), (DiskSpan{2, 4}));
  EXPECT_EQ(text.to_disk({2, 3}), (DiskSpan{1, 2})) << "inside a replaced sequence";
  EXPECT_EQ(text.to_disk({5, 6}), (DiskSpan{2, 4}));
  EXPECT_EQ(text.to_disk({7, 8}), (DiskSpan{4, 5}));
  EXPECT_EQ(text.to_disk({8, 11}), (DiskSpan{5, 6}));
  EXPECT_EQ(text.to_disk({0, 11}), (DiskSpan{0, 6}));
  EXPECT_EQ(text.to_disk({11, 11}), (DiskSpan{6, 6}));
  EXPECT_EQ(text.to_disk({4, 4}), (DiskSpan{2, 2}));
}

TEST(SourceText, BrokenBehindAByteOrderMark) {
  const SourceText text = read(
      "\xEF\xBB\xBF"
      "b\xC3");
  EXPECT_EQ(text.utf8(), "b\uFFFD");
  EXPECT_EQ(text.to_disk({0, 1}), (DiskSpan{3, 4}));
  EXPECT_EQ(text.to_disk({1, 4}), (DiskSpan{4, 5}));
}

TEST(SourceText, Utf16MapsEveryCodePoint) {
  const std::string sample = "Aä€😀b\nÄÖ€€😀😀z";
  for (const bool little_endian : {true, false}) {
    const SourceText text = read(utf16(sample, little_endian));
    ASSERT_EQ(text.utf8(), sample);
    EXPECT_EQ(text.encoding(), little_endian ? Encoding::kUtf16Le : Encoding::kUtf16Be);
    EXPECT_TRUE(text.broken().empty());
    std::uint32_t disk = 2;
    for (std::uint32_t pos = 0; pos < sample.size();) {
      const CodePoint c = decode_at(sample, pos);
      const std::uint32_t units = c.value < 0x10000 ? 2 : 4;
      EXPECT_EQ(text.to_disk({pos, pos + c.length}), (DiskSpan{disk, disk + units})) << pos;
      EXPECT_EQ(text.to_disk({pos, pos}), (DiskSpan{disk, disk})) << pos;
      const std::string_view on_disk = text.bytes().substr(disk, units);
      EXPECT_EQ(text.encode(std::string_view(sample).substr(pos, c.length)), on_disk);
      pos += c.length;
      disk += units;
    }
    EXPECT_EQ(disk, text.bytes().size());
  }
}

TEST(SourceText, LoneSurrogatesAndAnOddByteAreBroken) {
  // U+D83D without its half, "a", U+DE00 without its half, an odd byte.
  const SourceText text = read(
      "\xFF\xFE\x3D\xD8"
      "a\0"s +
      "\x00\xDE\x41"s);
  EXPECT_EQ(text.utf8(), "\uFFFDa\uFFFD\uFFFD");
  EXPECT_EQ(text.broken(), (std::vector<SourceSpan>{{0, 3}, {4, 7}, {7, 10}}));
  EXPECT_EQ(text.to_disk({0, 3}), (DiskSpan{2, 4}));
  EXPECT_EQ(text.to_disk({3, 4}), (DiskSpan{4, 6}));
  EXPECT_EQ(text.to_disk({4, 7}), (DiskSpan{6, 8}));
  EXPECT_EQ(text.to_disk({7, 10}), (DiskSpan{8, 9}));
}

// Whatever the bytes: the decoded text is valid, and code points tile the file without gap or overlap.
TEST(SourceText, RandomBytesAreTiled) {
  std::mt19937 random(7);
  const std::string alphabet = "ab\n\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\xFF\xED\xA0\xC0"s + '\0';
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = round % 3 == 0 ? "\xFF\xFE" : round % 3 == 1 ? "\xEF\xBB\xBF" : "";
    const std::size_t start = bytes.size();
    for (std::size_t n = random() % 40; n > 0; --n) bytes += alphabet[random() % alphabet.size()];
    const std::size_t size = bytes.size();
    const SourceText text = read(bytes);
    const std::string_view utf8 = text.utf8();
    ASSERT_EQ(find_invalid_utf8(utf8).begin, utf8.size());
    std::size_t disk = start;
    std::size_t broken = 0;
    for (std::uint32_t pos = 0; pos < utf8.size();) {
      const CodePoint c = decode_at(utf8, pos);
      const DiskSpan span = text.to_disk({pos, pos + c.length});
      ASSERT_EQ(span.begin, disk);
      ASSERT_GT(span.end, span.begin);
      if (broken < text.broken().size() && text.broken()[broken].begin == pos) {
        EXPECT_EQ(c.value, 0xFFFDU);
        ++broken;
      } else {
        EXPECT_EQ(text.encode(utf8.substr(pos, c.length)), text.bytes().substr(span.begin, span.size()));
      }
      disk = span.end;
      pos += c.length;
    }
    EXPECT_EQ(disk, size);
    EXPECT_EQ(broken, text.broken().size());
  }
}

}  // namespace
}  // namespace stet
