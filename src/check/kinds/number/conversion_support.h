// Whether two quantities can be the same one in different units or currencies.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "facts/quantities.h"

namespace stet {

struct Conversion {
  bool fits = false;  // in some reading of both units, with what rounding and hedges allow
  double value = 0;   // the first quantity in the unit of the second
  int decimals = 0;   // with which it is worth printing
};

// The first quantity converted into the unit of the second; nothing when they are of one system (km and m) or
// measure different things.
std::optional<Conversion> convert(const Quantity& value, const Quantity& other);

// Two sums of money that are said to be the same.
struct Exchange {
  enum class State : std::uint8_t { kPossible, kDoubtful, kImpossible };
  Quantity value;
  Quantity other;
  UnitId value_unit = kNoUnit;
  UnitId other_unit = kNoUnit;
  Interval expected;  // what `value` may have been worth in the other currency
  State state = State::kPossible;
  double scale = 1;  // 1000 or 0.001 when that would make it possible: "Millionen/Milliarden?"

  [[nodiscard]] double rate() const { return other.value / value.value; }
  // This exchange's rate in the direction of the other's.
  [[nodiscard]] double rate_as(const Exchange& like) const {
    return value_unit == like.value_unit ? rate() : 1 / rate();
  }
  // By what factor the rates differ at least; nothing when the currencies are others.
  [[nodiscard]] std::optional<double> apart_from(const Exchange& there) const;
};

// What a unit of each currency has been worth in US dollars since 1999.
class ExchangeRates {
 public:
  ExchangeRates() = default;
  // Reads "EUR 0.82 1.60"; adds to `errors` what can't be read.
  ExchangeRates(const std::vector<std::string>& lines, Errors& errors);

  // Nothing unless both are money of different currencies that are known.
  [[nodiscard]] std::optional<Exchange> exchange(const Quantity& value, const Quantity& other) const;

 private:
  [[nodiscard]] std::optional<Interval> band(UnitId unit) const;
  std::map<UnitId, Interval> bands_;
};

}  // namespace stet
