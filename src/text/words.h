// Words of a text, with hashes that ignore case, Unicode form and soft hyphens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

// A run of letters, marks and digits. Hyphens, apostrophes and underscores end a word. Bytes.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t hash = 0;  // of the folded word
};

// Which ASCII characters that are no letters and no digits occur in a text, and whether it has digits or any
// character beyond ASCII outside of words (symbols, emoji, typographic punctuation).
class CharSet {
 public:
  void add(unsigned char c) { bits_[c >> 6U & 1U] |= std::uint64_t{1} << (c & 63U); }
  [[nodiscard]] bool has(unsigned char c) const { return (bits_[c >> 6U & 1U] >> (c & 63U) & 1U) != 0; }
  void join(const CharSet& other) {
    bits_[0] |= other.bits_[0];
    bits_[1] |= other.bits_[1];
  }
  // Stand for "a digit" and "a symbol beyond ASCII".
  static constexpr unsigned char kDigit = '0';
  static constexpr unsigned char kSymbol = 0x7F;

 private:
  std::uint64_t bits_[2] = {0, 0};
};

// Appends the words of `text` (valid UTF-8, less than 4 GiB) and says which other characters it holds.
CharSet cut_words(std::string_view text, std::vector<Word>& out);

// The hash that cut_words() gives to this single word, in any case or form.
std::uint32_t hash_word(std::string_view word);

// Folded for caseless comparison: NFD of the full case folding, soft hyphens and joiners dropped
// (Unicode 15, 3.13, D145, without the reordering of marks). "STRASSE", "Straße" and "strasse" fold to the same.
std::string fold(std::string_view text);

}  // namespace stet
