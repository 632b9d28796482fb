// Classes of words that only the reading of events asks for, beside those of facts/topic_words.h.
#pragma once

#include <cstdint>

namespace stet {

// Stands between an event and its place: "négociations de Genève".
inline constexpr std::uint32_t kOf = 8192;

// Begins a clause that tells of the word before it: "which".
inline constexpr std::uint32_t kRelative = 16384;

// A source that speaks for the event itself, so that the article may be taken at its word: "the programme", "the
// organisers".
inline constexpr std::uint32_t kRecord = 32768;

// Whoever takes part in an event, and is nobody in particular: "the participants".
inline constexpr std::uint32_t kParticipants = 65536;

}  // namespace stet
