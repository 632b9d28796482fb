// What characters are, and how they fold. Fast for the common alphabets, by ICU for the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stet {

// The canonical caseless folding of one character: full case folding, then NFD. Nothing for characters that
// only shape words (soft hyphen, joiners, variation selectors).
struct Folding {
  char32_t to[4] = {};
  std::uint8_t size = 0;
};

enum class CharClass : std::uint8_t {
  kOther,      // punctuation, symbols, controls
  kSpace,      // White_Space, no-break and zero-width spaces
  kWord,       // letters, marks, digits
  kInvisible,  // soft hyphen, joiners, variation selectors: part of a word inside one
};

struct CharacterInfo {
  CharClass char_class = CharClass::kOther;
  bool letter = false;
  bool upper = false;
  bool lower = false;
  bool digit = false;
};

// Tables for the common characters, made from ICU at build time.
inline constexpr char32_t kCharacterInfosEnd = 0x3040;  // the alphabets of Europe and the Near East, punctuation
inline constexpr char32_t kFoldingsEnd = 0x530;         // Latin, Greek, Cyrillic
extern const CharacterInfo kCharacterInfos[kCharacterInfosEnd];
extern const Folding kFoldings[kFoldingsEnd];

namespace unicode_detail {
CharacterInfo rare_info(char32_t c);
Folding rare_folding(char32_t c);
bool word_char_before(std::string_view text, std::size_t pos);
bool word_char_at(std::string_view text, std::size_t pos);
}  // namespace unicode_detail

inline CharacterInfo character_info(char32_t c) {
  return c < kCharacterInfosEnd ? kCharacterInfos[c] : unicode_detail::rare_info(c);
}
inline CharClass char_class(char32_t c) { return character_info(c).char_class; }
inline Folding fold_char(char32_t c) { return c < kFoldingsEnd ? kFoldings[c] : unicode_detail::rare_folding(c); }

inline bool is_word_char(char32_t c) { return char_class(c) == CharClass::kWord; }
inline bool is_space(char32_t c) { return char_class(c) == CharClass::kSpace; }
inline bool is_letter(char32_t c) { return character_info(c).letter; }
inline bool is_upper(char32_t c) { return character_info(c).upper; }
inline bool is_lower(char32_t c) { return character_info(c).lower; }
inline bool is_digit(char32_t c) { return character_info(c).digit; }  // decimal digits of every script
char32_t upper_case(char32_t c);                                      // the simple upper case: one character for one
char32_t lower_case(char32_t c);                                      // likewise
// How many letters a text has; counting stops at `most`.
std::size_t count_letters(std::string_view text, std::size_t most);

// Whether a word character stands right before / at `pos` (bytes, on a boundary), invisible ones skipped.
inline bool word_char_before(std::string_view text, std::size_t pos) {
  if (pos == 0) return false;
  const auto byte = static_cast<unsigned char>(text[pos - 1]);
  return byte < 0x80 ? is_word_char(byte) : unicode_detail::word_char_before(text, pos);
}
inline bool word_char_at(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[pos]);
  return byte < 0x80 ? is_word_char(byte) : unicode_detail::word_char_at(text, pos);
}

// Whether a Unicode word edge lies at `pos`: exactly one side is a word character.
inline bool is_word_edge(std::string_view text, std::size_t pos) {
  return word_char_before(text, pos) != word_char_at(text, pos);
}

}  // namespace stet
