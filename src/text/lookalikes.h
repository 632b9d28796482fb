// Letters of different alphabets that look the same.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stet {

struct Lookalike {
  char16_t other = 0;  // Greek, Cyrillic or Armenian
  char16_t latin = 0;  // of the same case
};

// By `other`. Written by tools/lookalikes.cpp from ICU when stet is built.
std::span<const Lookalike> lookalikes();

enum class Alphabet : std::uint8_t { kOther, kLatin, kGreek, kCyrillic, kArmenian };

// The alphabet of a letter; kOther for signs such as µ and ª.
Alphabet alphabet_of(char32_t c);

// The letter of `alphabet` that looks like `c`; 0 when there is none.
char32_t lookalike_in(Alphabet alphabet, char32_t c);

// Whether a text holds a letter of another alphabet with lookalikes: a cheap look at the bytes.
bool has_other_alphabet(std::string_view text);

}  // namespace stet
