// Two spellings of one name in a short article, where each stands once: with and without marks ("Kaczynski",
// "Kaczyński"), a letter more, less or swapped ("Wittenstien"), two spellings of one sound beside the same name
// ("Mouhammad al-Hariri"), two surnames that begin alike behind one first name ("Corrado Bianchini", "Bianchetti").
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "check/check.h"
#include "facts/facts.h"

namespace stet {

struct TwoSpellings {
  TextPlace written;  // the rarer one, or the later of equals
  TextPlace other;
};

// What a language says of names: which endings inflection adds, and which words may be spelled in two ways.
struct SpellingGuards {
  std::span<const std::string> endings;
  std::function<bool(std::uint32_t hash)> is_free;  // by the word's hash
  bool noun_capitals = false;                       // capitals are no sign of a name
};

// The first two of an article of up to 320 words; nothing where one sentence has both, which tells of two.
std::optional<TwoSpellings> find_two_spellings(const Document& document, const Definition& definition,
                                               const std::function<SpellingGuards(Language)>& guards);

}  // namespace stet
