#include "text/utf8.h"

#include <cstring>

namespace stet {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

std::uint64_t load8(const char* p) {
  std::uint64_t word = 0;
  std::memcpy(&word, p, sizeof word);
  return word;
}

constexpr unsigned char byte_at(std::string_view text, std::size_t pos) {
  return static_cast<unsigned char>(text[pos]);
}

// How many bytes at `pos` make a whole code point (`valid`), or the maximal subpart of one (Unicode 15, table 3-7).
struct Sequence {
  std::size_t length = 1;
  bool valid = false;
};
Sequence sequence_at(std::string_view text, std::size_t pos) {
  const unsigned char lead = byte_at(text, pos);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t want = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // Only the second byte's range depends on the lead: no overlong forms, no surrogates, nothing past U+10FFFF.
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < want; ++i) {
    if (pos + i >= text.size()) return {i, false};
    const unsigned char next = byte_at(text, pos + i);
    if (next < low || next > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {want, true};
}

}  // namespace

CodePoint decode_beyond_ascii(std::string_view text, std::size_t pos) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data()) + pos;
  if (p[0] < 0xE0) return {static_cast<char32_t>((p[0] & 0x1FU) << 6 | (p[1] & 0x3FU)), 2};
  if (p[0] < 0xF0) return {static_cast<char32_t>((p[0] & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU)), 3};
  return {static_cast<char32_t>((p[0] & 0x07U) << 18 | (p[1] & 0x3FU) << 12 | (p[2] & 0x3FU) << 6 | (p[3] & 0x3FU)), 4};
}

CodePoint decode_before_beyond_ascii(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && !is_boundary(text, begin)) --begin;
  return decode_at(text, begin);
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto c = static_cast<std::uint32_t>(code_point);
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12);
    put(0x80U | (c >> 6 & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18);
    put(0x80U | (c >> 12 & 0x3FU));
    put(0x80U | (c >> 6 & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

InvalidUtf8 find_invalid_utf8(std::string_view text, std::size_t from) {
  const std::size_t size = text.size();
  std::size_t pos = from;
  while (pos < size) {
    if (byte_at(text, pos) < 0x80) {
      ++pos;
      while (pos + 16 <= size && ((load8(text.data() + pos) | load8(text.data() + pos + 8)) & kHighBits) == 0)
        pos += 16;
      while (pos < size && byte_at(text, pos) < 0x80) ++pos;
      continue;
    }
    const Sequence sequence = sequence_at(text, pos);
    if (!sequence.valid) return {pos, sequence.length};
    pos += sequence.length;
  }
  return {size, 0};
}

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  for (;;) {
    const InvalidUtf8 broken = find_invalid_utf8(bytes);
    out += bytes.substr(0, broken.begin);
    if (broken.begin == bytes.size()) return out;
    append_utf8(out, 0xFFFD);
    bytes.remove_prefix(broken.begin + broken.length);
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += static_cast<signed char>(c) >= -0x40 ? 1U : 0U;
  return count;
}

std::size_t count_utf16(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    count += (static_cast<signed char>(c) >= -0x40 ? 1U : 0U) + (static_cast<unsigned char>(c) >= 0xF0 ? 1U : 0U);
  }
  return count;
}

}  // namespace stet
