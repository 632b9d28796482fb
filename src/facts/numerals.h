// Numbers as they stand in a text, without what is around them: digits with separators, and words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "facts/number_language.h"

namespace stet {

// The separators that a number was written with, so that another can be written like it. 0: none.
struct NumberStyle {
  char32_t decimal = 0;
  char32_t group = 0;
};

struct Numeral {
  std::size_t end = 0;  // bytes; it begins where it was asked for
  double value = 0;
  double step = 1;   // one unit of the last printed digit
  int decimals = 0;  // digits behind the decimal separator
  bool spelled = false;
  bool article = false;    // only "ein", "une", "a"
  bool grouped = false;    // with a thousands separator
  bool ambiguous = false;  // the separator may be read in two ways
  NumberStyle style{};
};

// What stands where a number in digits begins.
enum class DigitsKind : std::uint8_t {
  kNumber,
  kNeedsUnit,  // a number if a unit follows; else perhaps a time, a section, a date: "17.30", "3.2" in German
  kOther,      // a date, time, score, phone number, version, code …
};
struct Digits {
  DigitsKind kind = DigitsKind::kOther;
  Numeral numeral;  // for kOther only its end: where reading may go on
};

// Reads the digits at `pos`, which must hold an ASCII digit that is not preceded by a digit.
Digits read_digits(std::string_view text, std::size_t pos, const NumberLanguage& language);

// Reads a number in words at `pos`, where a word must begin: "dreiundzwanzig", "quatre-vingts", "a hundred".
std::optional<Numeral> read_spelled(std::string_view text, std::size_t pos, const NumberLanguage& language);

}  // namespace stet
