// Classes of words that only the reading of events asks for, beside those of facts/topic_words.h.
#pragma once

#include <cstdint>

namespace stet {

// Stands between an event and its place: "négociations de Genève".
inline constexpr std::uint16_t kOf = 8192;

}  // namespace stet
