// A stretch of text as numbers, words and marks: what dates, times and durations are read from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace stet {

enum class TokenKind : std::uint8_t {
  kNumber,  // decimal digits of one script; `value` is the number, at most 999,999,999
  kWord,    // letters; `value` is its hash. In scripts without spaces each character is a word.
  kMark,    // one other visible character; `value` is its code point, with kinds of apostrophes and hyphens made one
};

struct Token {
  TokenKind kind = TokenKind::kMark;
  bool space_before = false;
  std::uint8_t digits = 0;  // of a number; 255 for that many or more
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  std::uint32_t value = 0;

  [[nodiscard]] bool is_number() const { return kind == TokenKind::kNumber; }
  [[nodiscard]] bool is_word() const { return kind == TokenKind::kWord; }
  [[nodiscard]] bool is_mark(char32_t c) const { return kind == TokenKind::kMark && value == c; }
};
using Tokens = std::vector<Token>;

// Appends the tokens of text[begin, end), which must lie on code-point boundaries and not inside a word.
void cut_tokens(std::string_view text, std::uint32_t begin, std::uint32_t end, Tokens& out);

// Replaces `out` by the tokens around word number `center`: some `reach` words to each side, on its line only.
// Gives the number of the token that the word begins with.
std::size_t tokens_around(std::string_view text, std::span<const Word> words, std::size_t center, std::size_t reach,
                          Tokens& out);

// The value of a decimal digit of any script, or -1.
int digit_value(char32_t c);

// Scripts that put no spaces between words: Han, Kana, Hangul (whose particles follow without one), Thai, Lao,
// Khmer, Burmese, Tibetan.
constexpr bool is_unspaced(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0FFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x1100 && c <= 0x11FF);
}

}  // namespace stet
