// How much a word looks like a word of each language: by the tables of language_tables.h.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/language.h"
#include "text/language_tables.h"

namespace stet {

// In which languages' lists a word stands, by its hash (text/words.h).
inline const WordKinship& kinship(std::uint32_t hash) {
  for (std::uint32_t slot = hash % kWordSlots; kWordHashes[slot] != 0; slot = (slot + 1) % kWordSlots) {
    if (kWordHashes[slot] == hash) return kKinships[kWordClasses[slot]];
  }
  return kKinships[0];
}

// At a glance, and wrong for one unlisted word in five: whether a word is listed in a language, in that and several
// others, in others only, or nowhere. For passes over whole texts.
class HomeWords {
 public:
  enum Kind : std::uint8_t { kUnlisted, kAtHome, kElsewhere, kShared };

  explicit HomeWords(unsigned home) : kinds_(kHomeTables[home]) {}

  [[nodiscard]] Kind kind(std::uint32_t hash) const {
    const std::uint32_t at = hash >> kHomeShift;
    return static_cast<Kind>(kinds_[at / 32] >> at % 32 * 2 & 3U);
  }

 private:
  const HomeTable& kinds_;
};

// The number of a language among kTableLanguages.
std::optional<unsigned> table_number(Language language);

using LanguageScores = std::array<float, kMostLanguages>;

// ln P(the word's letters | language) by three letters in a row, less the mean of the languages; words of the same
// length compare. About 100 ns. All 0 for a word without known letters.
LanguageScores letter_scores(std::string_view word);

// How unlikely the letters of a word are in one language: -ln P of its least likely run of three, and of all together.
struct LetterCost {
  float worst = 0;
  float sum = 0;
};
LetterCost letter_cost(std::string_view word, unsigned home);

// Whether a word has letters beyond ASCII.
inline bool has_high_byte(std::string_view word) {
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  while (word.size() >= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), 8);
    if ((bytes & kHigh) != 0) return true;
    word.remove_prefix(8);
  }
  std::uint64_t bytes = 0;
  for (const char c : word) bytes |= static_cast<unsigned char>(c);
  return (bytes & kHigh) != 0;
}

// The languages, a bit each, that write all letters of the word.
std::uint32_t writers(std::string_view word);

}  // namespace stet
