// How much a word looks like a word of each language: by the tables of language_tables.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/language.h"
#include "text/language_tables.h"

namespace stet {

// In which languages' lists a word stands, by its hash (text/words.h).
inline const WordKinship& kinship(std::uint32_t hash) {
  for (std::uint32_t slot = hash % kWordSlots;; slot = (slot + 1) % kWordSlots) {
    if (kWordClasses[slot] == 0) return kKinships[0];
    if (kWordKeys[slot] == hash) return kKinships[kWordClasses[slot]];
  }
}

// The number of a language among kTableLanguages.
std::optional<unsigned> table_number(Language language);

using LanguageScores = std::array<float, kMostLanguages>;

// ln P(the word's letters | language) by three letters in a row, less the mean of the languages; words of the same
// length compare. All 0 for a word without known letters.
LanguageScores letter_scores(std::string_view word);

// The languages, a bit each, that write all letters of the word.
std::uint32_t writers(std::string_view word);

}  // namespace stet
