// Tables of languages, made by tools/language_tables.cpp from rules/lexicon/common-words.toml and CLDR.
// text/language_model.h is the way to ask them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/language.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

inline constexpr std::size_t kMostLanguages = 32;
extern const std::span<const Language> kTableLanguages;
// The languages, a bit each, whose longer words may be at home in one as well though its list lacks them.
extern const std::array<std::uint32_t, kMostLanguages> kNearLanguages;

// In which languages a word stands in which list of common-words.toml: a bit for each of kTableLanguages.
struct WordKinship {
  std::uint32_t small = 0;
  std::uint32_t common = 0;
  std::uint32_t forms = 0;  // made of a stem and an ending
  std::uint32_t bare = 0;   // small, common or formed but for its accents
  std::uint32_t borrowed = 0;
  std::uint32_t names = 0;  // small, and inside of names
  std::uint32_t verbs = 0;  // finite verbs: clauses have one, names and dishes none

  [[nodiscard]] constexpr std::uint32_t own() const { return small | common | forms | bare; }
  constexpr bool operator==(const WordKinship&) const = default;
};

// Hashes of words (text/words.h), 0 for an empty slot; open addressing from hash % kWordSlots on. At the same places
// the words' classes.
inline constexpr std::uint32_t kWordSlots = 1U << 20U;
extern const std::array<std::uint32_t, kWordSlots> kWordHashes;
extern const std::array<std::uint16_t, kWordSlots> kWordClasses;
extern const std::span<const WordKinship> kKinships;  // by class; class 0 is of no language

// For each language what HomeWords::Kind its words and those of others are: 2 bits by the upper 20 bits of the hash.
inline constexpr unsigned kHomeShift = 12;
using HomeTable = std::array<std::uint64_t, (1U << (32 - kHomeShift)) / 32>;
extern const std::span<const HomeTable> kHomeTables;

// Three letters in a row in 11 bits each; the edge of a word is 1, what lies beyond the tables 2.
using LetterRun = std::uint64_t;
inline constexpr char32_t kAlphabetEnd = 0x530;

// Calls `found` for each run of a word (valid UTF-8), edges included.
template <class F>
void each_letter_run(std::string_view word, F&& found) {
  LetterRun run = 1;
  for (std::size_t pos = 0; pos <= word.size();) {
    char32_t c = 1;
    std::uint32_t length = 1;
    if (pos < word.size()) {
      const CodePoint at = decode_at(word, pos);
      length = at.length;
      c = lower_case(at.value);
      if (c >= kAlphabetEnd) c = 2;
    }
    const bool first = pos == 0;
    pos += length;
    run = (run << 11U | c) & 0x1FFFFFFFFULL;
    if (!first) found(run);
  }
}

// -ln P(third letter | first two) × kLetterScale, for each language.
inline constexpr double kLetterScale = 24;
using LetterCosts = std::array<std::uint8_t, kMostLanguages>;
// run << 24 | number of its costs, from 1 on; 0 is empty. The size is a power of two.
extern const std::span<const std::uint64_t> kLetterKeys;
extern const std::span<const LetterCosts> kLetterCosts;
inline std::uint32_t letter_slot(LetterRun run, std::size_t slots) {
  return static_cast<std::uint32_t>((run * 0x9E3779B97F4A7C15ULL) >> 40U) & static_cast<std::uint32_t>(slots - 1);
}

// Which languages write a letter below kAlphabetEnd.
extern const std::array<std::uint32_t, kAlphabetEnd> kAlphabets;

}  // namespace stet
