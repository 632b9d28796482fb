#include "text/lookalikes.h"

#include <algorithm>

#include "text/unicode.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace stet {
namespace {

// Letters of living languages that somebody may have meant by a Latin one; г is no r, ѕ and ј are Serbian.
bool is_written_today(char32_t c) {
  if (c < 0x400) return c >= 0x391 && c < 0x3D0;
  if (c < 0x530) return c == U'І' || (c >= 0x410 && c < 0x457 && c != U'г' && c != U'ѕ');
  return true;
}

}  // namespace

Alphabet alphabet_of(char32_t c) {
  if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' ? Alphabet::kLatin : Alphabet::kOther;
  if (!is_letter(c) || c == 0xAA || c == 0xB5 || c == 0xBA || (c >= 0x2B0 && c < 0x370)) return Alphabet::kOther;
  if (c < 0x250) return Alphabet::kLatin;
  if (c < 0x370) return Alphabet::kOther;  // phonetic letters
  if (c < 0x400) return Alphabet::kGreek;
  if (c < 0x530) return Alphabet::kCyrillic;
  if (c < 0x590) return Alphabet::kArmenian;
  return c >= 0x1E00 && c < 0x1F00 ? Alphabet::kLatin : c >= 0x1F00 && c < 0x2000 ? Alphabet::kGreek : Alphabet::kOther;
}

char32_t lookalike_in(Alphabet alphabet, char32_t c) {
  const auto all = lookalikes();
  if (alphabet == Alphabet::kLatin) {
    const auto it = std::lower_bound(all.begin(), all.end(), c,
                                     [](const Lookalike& l, char32_t wanted) { return l.other < wanted; });
    return it != all.end() && it->other == c ? it->latin : 0;
  }
  const auto it = std::find_if(all.begin(), all.end(), [&](const Lookalike& l) {
    return l.latin == c && alphabet_of(l.other) == alphabet && is_written_today(l.other);
  });
  return it != all.end() ? it->other : 0;
}

bool has_other_alphabet(std::string_view text) {
  const char* const data = text.data();
  std::size_t pos = 0;
#if defined(__SSE2__)
  // Greek begins with the bytes CD to CF, Cyrillic and Armenian with D0 to D6; as signed numbers -51 to -42.
  for (; pos + 16 <= text.size(); pos += 16) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + pos));
    const __m128i inside = _mm_and_si128(_mm_cmpgt_epi8(here, _mm_set1_epi8(static_cast<char>(0xCC))),
                                         _mm_cmplt_epi8(here, _mm_set1_epi8(static_cast<char>(0xD7))));
    if (_mm_movemask_epi8(inside) != 0) return true;
  }
#endif
  return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(pos), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xCD && byte <= 0xD6;
  });
}

}  // namespace stet
