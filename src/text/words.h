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

// Which characters that are no letters and no digits occur in a text: those of ASCII exactly, those beyond in 128
// buckets; also whether it has digits and words that mix them with letters.
class CharSet {
 public:
  // Stand for "a digit", for "a word with a digit behind a letter", and for "a symbol or emoji", which is anything
  // beyond Latin-1 and general punctuation.
  static constexpr unsigned char kDigit = '0';
  static constexpr unsigned char kMixedWord = 1;
  static constexpr unsigned char kSymbol = 0x7F;

  static constexpr unsigned char bucket(char32_t c) {
    return static_cast<unsigned char>(c < 128 ? c : 128 + ((c ^ c >> 7U) & 127U));
  }
  static constexpr bool is_symbol(char32_t c) { return c >= 0x2070; }

  void add(unsigned char bucket) { bits_[bucket >> 6U] |= std::uint64_t{1} << (bucket & 63U); }
  [[nodiscard]] bool has(unsigned char bucket) const { return (bits_[bucket >> 6U] >> (bucket & 63U) & 1U) != 0; }
  void join(const CharSet& other) {
    for (std::size_t i = 0; i < 4; ++i) bits_[i] |= other.bits_[i];
  }

 private:
  std::uint64_t bits_[4] = {0, 0, 0, 0};
};

// Appends the words of `text` (valid UTF-8, less than 4 GiB) and says which other characters it holds.
CharSet cut_words(std::string_view text, std::vector<Word>& out);

// The hash that cut_words() gives to this single word, in any case or form.
std::uint32_t hash_word(std::string_view word);

// Folded for caseless comparison: NFD of the full case folding, soft hyphens and joiners dropped
// (Unicode 15, 3.13, D145, without the reordering of marks). "STRASSE", "Straße" and "strasse" fold to the same.
std::string fold(std::string_view text);

}  // namespace stet
