// The quantities of a text: what was counted or measured, how exactly, and in what.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "facts/number_language.h"
#include "facts/numerals.h"
#include "facts/units.h"
#include "text/words.h"

namespace stet {

struct Interval {
  double low = 0;
  double high = 0;
  [[nodiscard]] bool overlaps(Interval other) const { return low <= other.high && other.low <= high; }
  [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
};

// How a number is taken to have been rounded.
enum class Rounding : std::uint8_t {
  kPrinted,  // to its last printed digit
  kZeros,    // to its last digit that is no zero (or to a multiple of five), by at most a tenth
  kCareful,  // as kZeros, but two digits are taken as meant: 100 is 95 to 105, 25,000 is 24,500 to 25,500
  kPlain,    // as kCareful with three digits below a thousand times its step: 100 is 99.5 to 100.5
};

struct Quantity {
  enum class Range : std::uint8_t { kSingle, kBegin, kEnd };

  std::uint32_t block = 0;
  TextSpan span{};                // number, scale and unit, the currency before it included; without hedges
  TextSpan number{};              // digits or number words
  TextSpan unit_span{};           // empty without a unit
  std::uint32_t hedge_begin = 0;  // where its hedges begin; span.begin without one
  TextSpan noun{};                // the word it counts, where one follows; else empty
  double value = 0;               // in its unit, scale applied; negative behind a minus
  double step = 1;                // one unit of the last printed digit, scale applied
  double scale = 1;               // 1e6 for "3,2 Millionen"
  int decimals = 0;
  UnitId unit = kNoUnit;
  Hedge hedge = Hedge::kExact;
  Range range = Range::kSingle;
  bool spelled = false;
  bool article = false;       // its number is "ein", "une", "a"
  bool fraction = false;      // "ein Drittel", "one in three": a share of one
  bool grouped = false;       // with a thousands separator
  bool ambiguous = false;     // its separator may be read in two ways
  bool rate = false;          // "per hour", "je Kilo"
  bool dimension = false;     // one side of "3 x 4 m", or has a tolerance: ±
  bool shared_unit = false;   // its unit stands behind a later number: "5 bis 10 km"
  bool shared_scale = false;  // its scale too
  NumberStyle style{};

  [[nodiscard]] Dimension dimension_of() const { return unit_of(unit).dimension; }
  [[nodiscard]] bool is_percent() const { return unit_of(unit).key == "percent"; }
  // The values that the printed number may stand for. `slack` widens it by that part of the value when a hedge
  // stands before it.
  [[nodiscard]] Interval interval(Rounding rounding, double slack = 0.1) const;
  // The same for a value that was printed with the step.
  static Interval interval_of(double value, double step, Rounding rounding);
};

// Appends the quantities of a text in order; `block` is written into them. `words` are the text's words.
// Years, dates, clock times, scores, phone numbers, versions, ordinals and numbered things are none.
void extract_quantities(std::string_view text, std::span<const Word> words, const NumberLanguage& language,
                        std::uint32_t block, std::vector<Quantity>& out);

}  // namespace stet
