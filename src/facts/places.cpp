#include "facts/places.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool joins(std::string_view between) {
  return between == " " || between == "-" || between == "'" || between == "’" || between == ". " ||
         between == "\u00A0" || between == ".\u00A0";
}

const PlaceName* find_name(std::uint64_t key) {
  const std::span<const PlaceName> names = place_names();
  const auto it = std::ranges::lower_bound(names, key, {}, &PlaceName::key);
  return it != names.end() && it->key == key ? &*it : nullptr;
}

}  // namespace

std::vector<NamedPlace> find_places(std::string_view text, std::span<const Word> words, TextSpan within) {
  std::vector<NamedPlace> places;
  auto word = std::ranges::lower_bound(words, within.begin, {}, &Word::begin);
  while (word != words.end() && word->end <= within.end) {
    std::size_t taken = 1;
    if (is_upper(decode_at(text, word->begin).value)) {
      const std::span<const Word> rest(word, words.end());
      for (std::size_t count = 1; count <= std::min(rest.size(), kMostPlaceWords); ++count) {
        if (count > 1 && !joins(text.substr(rest[count - 2].end, rest[count - 1].begin - rest[count - 2].end))) break;
        if (rest[count - 1].end > within.end) break;
        const PlaceName* name = find_name(place_key(rest.first(count)));
        if (name == nullptr) continue;
        if (taken > 1 || (!places.empty() && places.back().span.begin == rest[0].begin)) places.pop_back();
        places.push_back({{rest[0].begin, rest[count - 1].end}, name->id, name->sort});
        taken = count;
      }
    }
    word += static_cast<std::ptrdiff_t>(taken);
  }
  return places;
}

}  // namespace stet
