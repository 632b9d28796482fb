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

// Appends the words of `text` (valid UTF-8, less than 4 GiB).
void cut_words(std::string_view text, std::vector<Word>& out);

// The hash that cut_words() gives to this single word, in any case or form.
std::uint32_t hash_word(std::string_view word);

// Folded for caseless comparison: NFD of the full case folding, soft hyphens and joiners dropped
// (Unicode 15, 3.13, D145). "STRASSE", "Straße" and "strasse" fold to the same.
std::string fold(std::string_view text);

bool is_word_char(char32_t c);  // letter, mark or digit (soft hyphens too, inside words)
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_space(char32_t c);  // White_Space and the no-break and zero-width spaces

// Whether a word edge of Unicode lies at `pos`: exactly one side is a word character.
bool is_word_edge(std::string_view text, std::size_t pos);

}  // namespace stet
