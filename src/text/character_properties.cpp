#include "text/character_properties.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace stet {
namespace {

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

}  // namespace

CharacterInfo compute_info(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  CharacterInfo info;
  info.char_class = classify(c);
  info.letter = (U_GET_GC_MASK(u) & U_GC_L_MASK) != 0;
  info.upper = u_isUUppercase(u) != 0;
  info.lower = u_isULowercase(u) != 0;
  info.digit = u_isdigit(u) != 0;
  return info;
}

Folding compute_folding(char32_t c) {
  Folding result;
  if (classify(c) == CharClass::kInvisible) return result;
  // Which of the Turkish i, with its dot and without, I is the capital of depends on the language.
  if (c == U'İ' || c == U'ı') return {{U'i'}, 1};
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

}  // namespace stet
