#include "facts/stems.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {

std::string stem(std::string_view word) {
  constexpr std::size_t kLong = 6;
  const std::string folded = fold(word);
  std::string plain;
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < folded.size() && letters < kLong;) {
    const CodePoint c = decode_at(folded, pos);
    pos += c.length;
    if (!is_letter(c.value) && !is_digit(c.value)) continue;  // marks
    append_utf8(plain, c.value);
    ++letters;
  }
  // A plural or case ending, as far as it shows: "Iran", "Irans"; "tax", "taxes".
  if (letters < kLong) {
    for (const std::string_view ending : {"es", "en", "s", "e", "n"}) {
      if (plain.size() >= ending.size() + 4 && plain.ends_with(ending)) {
        plain.resize(plain.size() - ending.size());
        break;
      }
    }
  }
  return plain;
}

bool contains(const Stems& set, const std::string& stem) { return std::binary_search(set.begin(), set.end(), stem); }

void insert(Stems& set, std::string stem) {
  const auto at = std::lower_bound(set.begin(), set.end(), stem);
  if (at == set.end() || *at != stem) set.insert(at, std::move(stem));
}

bool is_subset(const Stems& part, const Stems& whole) {
  return !part.empty() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool intersects(const Stems& a, const Stems& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& stem) { return contains(b, stem); });
}

}  // namespace stet
