#include "check/kinds/consistency/letter_case_support.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLeastUpper = 3;
constexpr std::size_t kLeastUpperInLine = 4;

// The letters of Latin with marks that a style sheet of the wrong country leaves small. "ß" has no capital in use.
bool is_marked_small(char32_t c) {
  return c >= 0xE0 && c <= 0x17F && c != 0xF7 && c != 0x131 && c != 0x138 && is_lower(c);
}

}  // namespace

LetterCase letter_case(std::string_view word) {
  // Most words are a capital and small letters.
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z' && std::all_of(word.begin() + 1, word.end(), is_small)) {
    return LetterCase::kRight;
  }
  std::size_t upper = 0;
  std::size_t marked = 0;
  std::size_t small = 0;
  std::size_t small_at = 0;
  std::size_t letters = 0;
  bool last_marked = false;
  for (std::size_t pos = 0; pos < word.size(); ++letters) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    if (is_upper(c.value)) {
      ++upper;
    } else if (is_marked_small(c.value)) {
      // At the end of a word, only the letters that words do end with: "CAFé", not what a code page made of a quote.
      last_marked = pos == word.size() && marked == 0 && c.value != U'é' && c.value != U'à';
      ++marked;
    } else if (is_lower(c.value)) {
      if (c.value == 0xDF) continue;
      ++small;
      small_at = letters;
    } else {
      return LetterCase::kRight;
    }
  }
  if (marked > 0 && small == 0 && upper > marked) {
    return upper >= kLeastUpper && !last_marked ? LetterCase::kSmallWithin : LetterCase::kSmallInLine;
  }
  if (marked == 0 && small == 1 && upper >= 5 && small_at >= 2 && small_at + 2 < letters)
    return LetterCase::kSmallWithin;
  // "PDFs", "McDONALD"
  const bool plural = word.ends_with('s');
  if (marked == 0 && small == 1 && upper >= kLeastUpperInLine && small_at >= 2 && !plural)
    return LetterCase::kSmallInLine;
  const bool is_first_two = upper == 2 && small + marked >= (plural ? 2U : 1U) && is_upper(decode_at(word, 0).value) &&
                            is_upper(decode_at(word, decode_at(word, 0).length).value);
  if (is_first_two) return LetterCase::kTwoCapitals;
  if (upper == 0 || small + marked == 0) return LetterCase::kRight;
  const bool is_turned = small + marked == 1 && upper >= kLeastUpperInLine;
  const bool is_within = is_lower(decode_at(word, 0).value) ? is_turned : upper >= 2 && !(plural && small == 1);
  return is_within ? LetterCase::kCapitalWithin : LetterCase::kRight;
}

std::string in_capitals(std::string_view word) {
  std::string out;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    append_utf8(out, upper_case(c.value));
  }
  return out;
}

bool is_all_capitals(std::string_view word) {
  return word.size() > 1 && is_upper(decode_at(word, 0).value) && is_upper(decode_before(word, word.size()).value);
}

bool has_run_within(std::string_view word) {
  constexpr std::size_t kLeast = 5;  // letters: "PhDs" is none
  bool small = false;
  bool run = false;
  std::size_t letters = 0;
  bool upper_before = false;
  for (std::size_t pos = 0; pos < word.size(); ++letters) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    const bool upper = is_upper(c.value);
    if (letters == 0 ? !upper : letters == 1 && upper) return false;
    run = run || (small && upper && upper_before);
    small = small || !upper;
    upper_before = upper;
  }
  return run && letters >= kLeast;
}

bool begins_with_run(std::string_view word) {
  constexpr std::size_t kLeastSmall = 2;
  std::size_t upper = 0;
  std::size_t small = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = decode_at(word, pos);
    pos += c.length;
    if (is_upper(c.value) && small > 0) return false;
    ++(is_upper(c.value) ? upper : small);
  }
  return upper > 2 && small >= kLeastSmall;
}

bool is_latin(std::string_view word) {
  return std::ranges::all_of(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0xC0 || byte == 0xC3;
  });
}

}  // namespace stet
