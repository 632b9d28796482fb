// Which changes in its last letters make one word of a language another: "arbeiten", "arbeitet", but not "governo",
// "goveno". Read off the listed words by tools/language_tables.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stet {

// From the first letter in which two words differ, so many letters at most are looked at.
inline constexpr std::size_t kLongestEnding = 3;
// Pairs of listed words that show a change: fewer may be two words that are alike by chance.
inline constexpr std::size_t kFewestShown = 3;

// What two words differ in, whichever comes first. The letters are folded and without marks.
constexpr std::uint64_t ending_change_key(std::u32string_view a, std::u32string_view b) {
  if (b < a) return ending_change_key(b, a);
  std::uint64_t key = 0xCBF29CE484222325ULL;  // FNV-1a
  const auto add = [&key](std::uint64_t value) { key = (key ^ value) * 0x100000001B3ULL; };
  for (const char32_t c : a) add(c);
  add(0);
  for (const char32_t c : b) add(c);
  return key;
}

// By the number of the language (text/language_model.h), sorted.
extern const std::span<const std::span<const std::uint64_t>> kEndingChanges;

// Whether some words of the language differ in these endings alone; of longer ones true.
bool is_ending_change(std::u32string_view a, std::u32string_view b, unsigned home);

}  // namespace stet
