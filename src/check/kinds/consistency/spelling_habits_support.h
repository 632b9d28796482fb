// What a language says of words one letter apart, and of its letters.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/kinds/word_support.h"

namespace stet {

// A rule's section, its letters folded.
struct SpellingHabits {
  std::u32string vowels;   // without marks
  std::u32string joints;   // letters that a compound may have or lack
  std::u32string endings;  // letters that inflection adds or takes
  std::vector<std::pair<std::u32string, std::u32string>> variants;
  std::vector<std::pair<std::u32string, std::u32string>> apart;
};
SpellingHabits read_habits(const Definition& definition, Language language, Errors& errors);

// In a word's last letters lies its inflection.
inline constexpr std::size_t kTail = 4;

std::u32string_view longer_of(std::u32string_view a, std::u32string_view b);
bool is_vowel(char32_t c, const SpellingHabits& habits);

// Whether one of the two has a letter twice that the other has once.
bool is_doubling(const SingleEdit& edit, std::u32string_view a, std::u32string_view b);

// Two spellings of one word, or two right words.
bool is_known_pair(const std::u32string& a, const std::u32string& b, const SpellingHabits& habits);

}  // namespace stet
