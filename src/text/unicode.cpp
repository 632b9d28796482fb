#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "text/utf8.h"

namespace stet {
namespace {

constexpr char32_t kTableEnd = 0x530;  // Latin, Greek, Cyrillic

CharClass classify(char32_t c) {
  switch (c) {
    case 0xAD:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return CharClass::kInvisible;
    case 0x200B:
      return CharClass::kSpace;
    default:
      break;
  }
  const auto u = static_cast<UChar32>(c);
  if (c >= 0xFE00 && c <= 0xFE0F) return CharClass::kInvisible;
  const std::uint32_t mask = U_GET_GC_MASK(u);
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) != 0) return CharClass::kWord;
  return u_isUWhiteSpace(u) != 0 ? CharClass::kSpace : CharClass::kOther;
}

Folding compute_folding(char32_t c) {
  Folding result;
  if (classify(c) == CharClass::kInvisible) return result;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString folded(static_cast<UChar32>(c));
  folded.foldCase(U_FOLD_CASE_DEFAULT);
  icu::UnicodeString decomposed = U_SUCCESS(status) != 0 ? nfd->normalize(folded, status) : folded;
  if (U_FAILURE(status) != 0) decomposed = folded;
  for (std::int32_t i = 0; i < decomposed.length() && result.size < 4; i = decomposed.moveIndex32(i, 1)) {
    result.to[result.size++] = static_cast<char32_t>(decomposed.char32At(i));
  }
  return result;
}

struct Table {
  std::array<CharClass, kTableEnd> classes;
  std::array<Folding, kTableEnd> foldings;
  Table() {
    for (char32_t c = 0; c < kTableEnd; ++c) {
      classes[c] = classify(c);
      foldings[c] = compute_folding(c);
    }
  }
};

const Table& table() {
  static const Table instance;
  return instance;
}

}  // namespace

CharClass char_class(char32_t c) { return c < kTableEnd ? table().classes[c] : classify(c); }

Folding fold_char(char32_t c) {
  if (c < kTableEnd) return table().foldings[c];
  // Most characters beyond the table are ideographs and symbols that fold to themselves.
  if (c >= 0x2E80 && c < 0xA640) return {{c}, 1};
  return compute_folding(c);
}

bool is_letter(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_L_MASK) != 0; }
char32_t lower_case(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t upper_case(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

std::size_t count_letters(std::string_view text, std::size_t most) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < text.size() && letters < most;) {
    const CodePoint c = decode_at(text, pos);
    if (is_letter(c.value)) ++letters;
    pos += c.length;
  }
  return letters;
}

bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_isULowercase(static_cast<UChar32>(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

bool word_char_before(std::string_view text, std::size_t pos) {
  while (pos > 0) {
    const CodePoint c = decode_before(text, pos);
    const CharClass cls = char_class(c.value);
    if (cls != CharClass::kInvisible) return cls == CharClass::kWord;
    pos -= c.length;
  }
  return false;
}

bool word_char_at(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    const CharClass cls = char_class(c.value);
    if (cls != CharClass::kInvisible) return cls == CharClass::kWord;
    pos += c.length;
  }
  return false;
}

}  // namespace stet
