#include "text/misread_sequences.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "text/misread.h"
#include "text/utf8.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace stet {
namespace {

constexpr bool is_lead(unsigned byte) { return byte >= 0xC2 && byte <= 0xF4; }
constexpr bool is_continuation(unsigned byte) { return byte >= 0x80 && byte < 0xC0; }
constexpr unsigned length_of(unsigned lead) { return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// In which pages (a bit each) a character may begin and continue a sequence.
struct Parts {
  std::uint16_t leads = 0;
  std::uint16_t continuations = 0;
};
constexpr char32_t kPartsEnd = 0x2600;  // beyond it the pages have three characters only

Parts compute_parts(char32_t c) {
  Parts parts;
  for (std::size_t page = 0; page < kMisreadPages; ++page) {
    const unsigned byte = code_page_byte(static_cast<CodePage>(page), c);
    if (is_lead(byte)) parts.leads = static_cast<std::uint16_t>(parts.leads | 1U << page);
    if (is_continuation(byte)) parts.continuations = static_cast<std::uint16_t>(parts.continuations | 1U << page);
  }
  return parts;
}

Parts parts_of(char32_t c) {
  static const auto table = [] {
    auto made = std::make_unique<std::array<Parts, kPartsEnd>>();
    const auto add = [&](char32_t known) {
      if (known >= 0x80 && known < kPartsEnd) (*made)[known] = compute_parts(known);
    };
    for (char32_t control = 0x80; control < 0xA0; ++control) add(control);
    for (const auto& page : kCodePageTables) std::for_each(page.begin(), page.end(), add);
    return made;
  }();
  return c < kPartsEnd ? (*table)[c] : compute_parts(c);
}

Kin kin_of(char32_t c, std::uint16_t& script) {
  if (c >= 0x80 && c < 0xA0) return Kin::kControl;
  if (c >= 0xA0 && c < 0x180) {
    return c == 0x138 || c == 0x13F || c == 0x140 || c == 0x149 || c == 0x17F ? Kin::kRare : Kin::kLatin;
  }
  const auto u = static_cast<UChar32>(c);
  const std::uint32_t category = U_GET_GC_MASK(u);
  if ((category & (U_GC_CN_MASK | U_GC_CO_MASK | U_GC_CC_MASK | U_GC_CS_MASK)) != 0) return Kin::kNone;
  if (c >= 0x300 && c < 0x370) return Kin::kMark;
  switch (c) {
    case 0x18F:  // ə of Azerbaijani, ơ ư of Vietnamese, ș ț of Romanian
    case 0x259:
    case 0x1A0:
    case 0x1A1:
    case 0x1AF:
    case 0x1B0:
    case 0x218:
    case 0x219:
    case 0x21A:
    case 0x21B:
    case 0x2BB:
    case 0x2BC:
      return Kin::kLatin;
    default:
      break;
  }
  if (c < 0x370) return Kin::kRare;
  if (c >= 0x1EA0 && c < 0x1EFA) return Kin::kLatin;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(u, &status);
  if (code == USCRIPT_LATIN) return c >= 0xFB00 && c < 0xFB07 ? Kin::kLatin : c >= 0xFF00 ? Kin::kScript : Kin::kRare;
  const bool cjk = code == USCRIPT_HAN || code == USCRIPT_HIRAGANA || code == USCRIPT_KATAKANA ||
                   (c >= 0x3000 && c < 0x3040) || (c >= 0x30FB && c < 0x3100) || (c >= 0xFF00 && c < 0xFFEF);
  if (cjk) {
    script = USCRIPT_HAN;
    return Kin::kScript;
  }
  if (code == USCRIPT_COMMON || code == USCRIPT_INHERITED) {
    // Signs that several scripts share stand in the block of one.
    script = static_cast<std::uint16_t>(c >= 0x600 && c < 0x700     ? USCRIPT_ARABIC
                                        : c >= 0x900 && c < 0x980   ? USCRIPT_DEVANAGARI
                                        : c >= 0xE00 && c < 0xE80   ? USCRIPT_THAI
                                        : c >= 0x10A0 && c < 0x1100 ? USCRIPT_GEORGIAN
                                                                    : USCRIPT_COMMON);
    if (script != USCRIPT_COMMON) return Kin::kScript;
    return c >= 0x2000 ? Kin::kLatin : Kin::kRare;
  }
  script = static_cast<std::uint16_t>(code);
  return Kin::kScript;
}

// The value of the bytes of `page` from the character at `pos` on that follow a lead byte; they are written to `chars`.
std::optional<char32_t> continued(std::string_view text, std::size_t& pos, unsigned lead, CodePage page,
                                  char32_t* chars) {
  const unsigned length = length_of(lead);
  char32_t value = lead & (0x7FU >> length);
  for (unsigned i = 1; i < length; ++i) {
    if (pos >= text.size()) return std::nullopt;
    const CodePoint next = decode_at(text, pos);
    const unsigned byte = next.value < 0x80 ? 0 : code_page_byte(page, next.value);
    if (!is_continuation(byte)) return std::nullopt;
    value = value << 6U | (byte & 0x3FU);
    chars[i] = next.value;
    pos += next.length;
  }
  return value;
}

// The sequence of `page` that begins with the characters first and second, the latter at `pos`; size 0 when none does.
MisreadSequence read_sequence(std::string_view text, std::size_t begin, std::size_t pos, char32_t first,
                              CodePage page) {
  MisreadSequence sequence;
  const unsigned lead = code_page_byte(page, first);
  unsigned length = length_of(lead);
  sequence.chars[0] = first;
  const std::optional<char32_t> read = continued(text, pos, lead, page, sequence.chars);
  if (!read) return {};
  char32_t value = *read;
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF) return {};
  if (value >= 0xD800 && value < 0xE000) {
    // CESU-8: UTF-16 whose two halves were each written as UTF-8.
    if (value >= 0xDC00 || pos >= text.size()) return {};
    const CodePoint next = decode_at(text, pos);
    if (next.value != first) return {};
    sequence.chars[length] = next.value;
    pos += next.length;
    const std::optional<char32_t> low = continued(text, pos, lead, page, sequence.chars + length);
    if (!low || *low < 0xDC00 || *low >= 0xE000) return {};
    value = 0x10000 + ((value - 0xD800) << 10U) + (*low - 0xDC00);
    length *= 2;
  }
  sequence.kin = kin_of(value, sequence.script);
  // What the page itself holds may be half of something that was misread twice.
  const bool western = page == CodePage::kWindows1252 || page == CodePage::kMacRoman ||
                       page == CodePage::kWindows1254 || page == CodePage::kLatin9;
  const bool florin = value == U'ƒ' && (page == CodePage::kCp437 || page == CodePage::kCp850);  // of "ß"
  if ((western || florin) && value >= 0x180 && sequence.kin != Kin::kLatin && code_page_byte(page, value) != 0) {
    sequence.kin = Kin::kLatin;
    sequence.script = 0;
  }
  if (sequence.kin == Kin::kNone) return {};
  sequence.begin = static_cast<std::uint32_t>(begin);
  sequence.end = static_cast<std::uint32_t>(pos);
  sequence.read = value;
  sequence.size = static_cast<std::uint8_t>(length);
  return sequence;
}

// The next place at or behind `pos` where a character beyond ASCII begins right behind another one, or Ã or Â
// stands, whose second half may be lost. The text's size when there is none.
std::size_t next_suspect(std::string_view text, std::size_t pos) {
  const char* const data = text.data();
  const std::size_t size = text.size();
#if defined(__SSE2__)
  while (pos + 17 <= size) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + pos));
    const auto high = static_cast<unsigned>(_mm_movemask_epi8(here));
    if (high == 0) {
      pos += 16;
      continue;
    }
    // Bytes from 0xC0 on begin a character: as signed numbers they are the negative ones from -64.
    const __m128i begins =
        _mm_and_si128(_mm_cmpgt_epi8(here, _mm_set1_epi8(-65)), _mm_cmplt_epi8(here, _mm_setzero_si128()));
    const auto before = static_cast<unsigned>(pos > 0 && static_cast<unsigned char>(data[pos - 1]) >= 0x80 ? 1U : 0U);
    const auto adjacent = static_cast<unsigned>(_mm_movemask_epi8(begins)) & ((high << 1U) | before);
    // C3 82 and C3 83, at their second byte.
    const __m128i next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + pos + 1));
    const __m128i half = _mm_cmpeq_epi8(_mm_or_si128(next, _mm_set1_epi8(1)), _mm_set1_epi8(static_cast<char>(0x83)));
    const auto lone = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_and_si128(half, _mm_cmpeq_epi8(here, _mm_set1_epi8(static_cast<char>(0xC3))))));
    const unsigned found = adjacent | lone;
    if (found != 0) return pos + static_cast<unsigned>(__builtin_ctz(found));
    pos += 16;
  }
#endif
  for (; pos < size; ++pos) {
    const auto byte = static_cast<unsigned char>(data[pos]);
    if (byte < 0xC0) continue;
    if (pos > 0 && static_cast<unsigned char>(data[pos - 1]) >= 0x80) return pos;
    if (byte == 0xC3 && (static_cast<unsigned char>(data[pos + 1]) | 1U) == 0x83U) return pos;
  }
  return size;
}

bool is_lone_half(std::string_view text, std::size_t pos) {
  return static_cast<unsigned char>(text[pos]) == 0xC3 && (static_cast<unsigned char>(text[pos + 1]) | 1U) == 0x83U;
}

}  // namespace

bool may_be_misread(std::string_view text) {
  for (std::size_t pos = next_suspect(text, 0); pos < text.size(); pos = next_suspect(text, pos + 1)) {
    if (is_lone_half(text, pos)) return true;
    const CodePoint before = decode_before(text, pos);
    if ((parts_of(before.value).leads & parts_of(decode_at(text, pos).value).continuations) != 0) return true;
  }
  return false;
}

std::vector<PageSequences> misread_sequences(std::string_view text) {
  std::array<std::vector<MisreadSequence>, kMisreadPages> by_page;
  for (std::size_t pos = next_suspect(text, 0); pos < text.size(); pos = next_suspect(text, pos + 1)) {
    if (pos == 0) continue;
    const CodePoint before = decode_before(text, pos);
    if (before.value < 0x80) continue;
    const unsigned pages = parts_of(before.value).leads & parts_of(decode_at(text, pos).value).continuations;
    for (std::size_t page = 0; page < kMisreadPages; ++page) {
      if ((pages >> page & 1U) == 0) continue;
      const MisreadSequence sequence =
          read_sequence(text, pos - before.length, pos, before.value, static_cast<CodePage>(page));
      if (sequence.size != 0) by_page[page].push_back(sequence);
    }
  }
  std::vector<PageSequences> result;
  for (std::size_t page = 0; page < kMisreadPages; ++page) {
    if (!by_page[page].empty()) result.push_back({static_cast<CodePage>(page), std::move(by_page[page])});
  }
  return result;
}

}  // namespace stet
