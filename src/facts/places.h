// A gazetteer: the names of countries, regions and cities in several languages, made by tools/place_tables.cpp from
// CLDR and tools/places.txt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/words.h"

namespace stet {

inline constexpr std::size_t kMostPlaceWords = 4;  // of one name

enum class PlaceSort : std::uint8_t { kTown, kRegion, kCountry };

struct PlaceName {
  std::uint64_t key = 0;
  std::uint16_t id = 0;  // of the place, whatever its name: a country's ISO 3166 number, others from 1000 on
  PlaceSort sort = PlaceSort::kTown;
};

// The key of a name's words.
constexpr std::uint64_t place_key(std::span<const Word> words) {
  std::uint64_t key = 0xCBF29CE484222325ULL;
  for (const Word& word : words) key = (key ^ word.hash) * 0x100000001B3ULL;
  return key;
}

// All names, sorted by key.
std::span<const PlaceName> place_names();

// A place that a text names.
struct NamedPlace {
  TextSpan span;
  std::uint16_t id = 0;
  PlaceSort sort = PlaceSort::kTown;
};

// The places named in a span of a block's text, the longest names first come: "New York", not "York". Names have
// capitals and no marks between their words but a hyphen, an apostrophe or a full stop.
std::vector<NamedPlace> find_places(std::string_view text, std::span<const Word> words, TextSpan within);

}  // namespace stet
