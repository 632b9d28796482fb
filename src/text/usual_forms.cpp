#include "text/usual_forms.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstring>
#include <optional>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Unicode's stream-safe format knows no more. Longer runs are nobody's letters, and to sort them is not linear.
constexpr std::size_t kMostMarks = 30;

// What joins the character before it: marks of the alphabets of Europe, Arabic ones, those of Kana, and the vowels and
// final consonants of Hangul.
bool joins_before(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x653 && c <= 0x655) || (c >= 0x1161 && c <= 0x11C2) || c == 0x3099 ||
         c == 0x309A;
}

bool is_no_break_space(char32_t c) { return c == 0xA0 || c == 0x202F || c == 0x2009; }

bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

// Whether a no-break space from `begin` to `end` stands where others write a plain one. A capital beyond ASCII before
// it may be the other half of a misread letter ("Ã ", "Р ").
bool parts_words(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t after = decode_at(text, end).value;
  CodePoint before = decode_before(text, begin);
  bool marked = false;
  for (std::size_t pos = begin; joins_before(before.value) && before.length < pos; marked = true) {
    pos -= before.length;
    before = decode_before(text, pos);
  }
  const bool dash = after == 0x2013 || after == 0x2014;
  const bool ascii = is_ascii_letter(before.value) && !marked;
  if (ascii || is_lower(before.value)) {
    // "株" misread as Windows-1252 is "æ\u00A0ª".
    constexpr std::u32string_view kSecondHalves = U"ªºƒŠŒŽšœžŸ";
    if (!ascii && kSecondHalves.find(after) != std::u32string_view::npos) return false;
    return is_letter(after) || is_digit(after) || after == '(' || dash;
  }
  if (is_digit(before.value)) return is_letter(after) || after == '(' || dash;
  return (before.value == ')' || before.value == ',' || before.value == 0x2013 || before.value == 0x2014) &&
         is_letter(after);
}

// Whether signs stand inside of words, as where one code page was read as another ("acci¢n"): then a no-break space may
// be a letter too ("gr\u00A0fico").
bool has_signs_in_words(std::string_view text) {
  constexpr std::u32string_view kSigns = U"¡¢£¤¥¦§¨©«¬®¯±²³´¶¸¹»¼½¾¿‚†‡ˆ‰‹›•™€";
  for (std::size_t pos = 0; pos < text.size();) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte < 0x80) {
      ++pos;
      continue;
    }
    const CodePoint c = decode_at(text, pos);
    const std::size_t end = pos + c.length;
    if (kSigns.find(c.value) != std::u32string_view::npos && pos > 0 && end < text.size() &&
        is_letter(decode_before(text, pos).value) && is_letter(decode_at(text, end).value)) {
      return true;
    }
    pos = end;
  }
  return false;
}

// Where the next byte of a character stands that may be of a form: 0xCC, 0xCD, 0xD9 (marks), 0xE1 (Hangul), 0xE3
// (Kana), 0xC2 and 0xE2 (spaces).
std::size_t next_suspect(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    std::uint64_t eight = 0;
    while (pos + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + pos, sizeof eight);
      if ((eight & 0x8080808080808080ULL) != 0) break;
      pos += sizeof eight;
    }
    if (pos >= text.size()) break;
    const auto c = static_cast<unsigned char>(text[pos]);
    if (c == 0xC2 || (c >= 0xCC && c <= 0xCD) || c == 0xD9 || (c >= 0xE1 && c <= 0xE3)) return pos;
    ++pos;
  }
  return text.size();
}

// The letter whose first mark stands at `pos`.
UsualForm composed_at(std::string_view text, std::size_t pos) {
  const CodePoint base = decode_before(text, pos);
  const std::size_t begin = pos - base.length;
  icu::UnicodeString letters(static_cast<UChar32>(base.value));
  std::size_t marks = 0;
  while (pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    if (!joins_before(c.value)) break;
    if (++marks <= kMostMarks) letters.append(static_cast<UChar32>(c.value));
    pos += c.length;
  }
  UsualForm form{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos), {}};
  if (marks > kMostMarks) return form;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) != 0) letters = nfc->normalize(letters, status);
  if (U_FAILURE(status) == 0) letters.toUTF8String(form.text);
  return form;
}

}  // namespace

std::vector<UsualForm> usual_forms(std::string_view text) {
  std::vector<UsualForm> forms;
  std::optional<bool> is_misread;
  for (std::size_t pos = next_suspect(text, 0); pos < text.size(); pos = next_suspect(text, pos)) {
    const CodePoint c = decode_at(text, pos);
    const std::size_t end = pos + c.length;
    if (pos > 0 && joins_before(c.value)) {
      UsualForm form = composed_at(text, pos);
      pos = form.end;
      if (!form.text.empty() && form.text != text.substr(form.begin, form.end - form.begin))
        forms.push_back(std::move(form));
      continue;
    }
    if (pos > 0 && end < text.size() && is_no_break_space(c.value) && parts_words(text, pos, end)) {
      if (!is_misread) is_misread = has_signs_in_words(text);
      if (!*is_misread) forms.push_back({static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(end), " "});
    }
    pos = end;
  }
  return forms;
}

bool is_usual_form(std::string_view written, std::string_view usual) {
  if (written.empty()) return false;
  const CodePoint first = decode_at(written, 0);
  if (usual == " ") return is_no_break_space(first.value) && first.length == written.size();
  if (first.length == written.size()) return false;
  const UsualForm form = composed_at(written, first.length);
  return form.end == written.size() && form.text == usual;
}

}  // namespace stet
