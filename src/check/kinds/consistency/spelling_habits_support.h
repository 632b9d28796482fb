// What a language says of words one letter apart, and which edits are slips in it.
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
  bool doubles = false;    // double letters tell few words apart
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

// Whether the edit is one that fingers make and grammar does not: of a word that stands once, from one that stands more
// often.
bool is_slip(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right,
             const SpellingHabits& habits);

// Whether a slip of this kind hardly ever makes another word: neighbours swapped, or a long word with a vowel lost,
// added, or in the place of a consonant.
bool is_telling(const SingleEdit& edit, std::u32string_view wrong, std::u32string_view right,
                const SpellingHabits& habits);

// Two spellings of one word, or two right words.
bool is_known_pair(const std::u32string& a, const std::u32string& b, const SpellingHabits& habits);

}  // namespace stet
