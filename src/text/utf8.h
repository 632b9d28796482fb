// UTF-8: decoding, encoding and validation. Positions and lengths are in bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stet {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  // bytes
};

// The code point that begins at `pos`. The text must be valid UTF-8 and pos < text.size().
CodePoint decode_beyond_ascii(std::string_view text, std::size_t pos);
inline CodePoint decode_at(std::string_view text, std::size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  return byte < 0x80 ? CodePoint{byte, 1} : decode_beyond_ascii(text, pos);
}

// The code point that ends at `end` (0 < end <= text.size(), on a boundary).
CodePoint decode_before_beyond_ascii(std::string_view text, std::size_t end);
inline CodePoint decode_before(std::string_view text, std::size_t end) {
  const auto byte = static_cast<unsigned char>(text[end - 1]);
  return byte < 0x80 ? CodePoint{byte, 1} : decode_before_beyond_ascii(text, end);
}

void append_utf8(std::string& out, char32_t code_point);

// Whether a code point begins at `pos`, or the text ends there.
inline bool is_boundary(std::string_view text, std::size_t pos) {
  return pos >= text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0U) != 0x80U;
}

// A stretch that is no UTF-8. `begin` is text.size() when there is none.
struct InvalidUtf8 {
  std::size_t begin = 0;
  std::size_t length = 0;  // the maximal subpart that one U+FFFD replaces (Unicode 15, 3.9, table 3-8)
};

// The first invalid stretch at or after `from`.
InvalidUtf8 find_invalid_utf8(std::string_view text, std::size_t from = 0);

// The text with U+FFFD for each invalid stretch.
std::string valid_utf8(std::string_view bytes);

// The number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

// The number of UTF-16 units of valid UTF-8.
std::size_t count_utf16(std::string_view text);

}  // namespace stet
