#include "check/kinds/number/conversion_support.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace stet {
namespace {

// A reading of a unit: one of its factors, and whether a temperature is a difference.
struct Reading {
  const Unit* unit = nullptr;
  std::size_t factor = 0;
  bool difference = false;

  [[nodiscard]] double to_base(double value) const {
    return difference ? value * unit->factors[factor] : unit->to_base(value, factor);
  }
  [[nodiscard]] double from_base(double base) const {
    return difference ? base / unit->factors[factor] : unit->from_base(base, factor);
  }
};

std::vector<Reading> readings(const Unit& unit, Dimension dimension, bool difference) {
  std::vector<Reading> all;
  const auto add = [&](const Unit& u) {
    if (u.dimension != dimension) return;
    for (std::size_t i = 0; i < std::size(u.factors) && u.factors[i] > 0; ++i) all.push_back({&u, i, difference});
  };
  add(unit);
  if (!unit.also.empty()) add(unit_of(find_unit(unit.also)));
  return all;
}

// A bare degree beside degrees of the other scale.
const Unit& resolved(const Unit& unit, const Unit& beside) {
  if (unit.key != "degree") return unit;
  return unit_of(find_unit(beside.key == "celsius" ? "fahrenheit" : "celsius"));
}

// Rounded to its last digit that is no zero, or cut off behind the last one.
Interval loosely(const Quantity& q) {
  Interval range = q.interval(Rounding::kZeros);
  range.high = std::max(range.high, q.value + q.step * (1 - 1e-9));
  return range;
}

bool meets(Interval exact, const Reading& from, Interval loose, const Reading& to) {
  const double a = to.from_base(from.to_base(exact.low));
  const double b = to.from_base(from.to_base(exact.high));
  const double tiny = std::max(std::abs(a), std::abs(b)) * 1e-9;
  return Interval{std::min(a, b) - tiny, std::max(a, b) + tiny}.overlaps(loose);
}

// One of the two is as exact as it is printed, the other converted and rounded.
bool fits(const Quantity& value, const Reading& from, const Quantity& other, const Reading& to) {
  // A mile that is meant to be nautical must be so to the digit.
  if ((from.unit->key == "mile" && from.factor > 0) || (to.unit->key == "mile" && to.factor > 0)) {
    return meets(value.interval(Rounding::kPrinted), from, other.interval(Rounding::kCareful), to);
  }
  return meets(value.interval(Rounding::kPrinted), from, loosely(other), to) ||
         meets(other.interval(Rounding::kPrinted), to, loosely(value), from);
}

int useful_decimals(double value, int printed) {
  if (value == 0) return printed;
  // Three digits are enough for a message; never fewer decimals than the text has.
  const int digits = 2 - static_cast<int>(std::floor(std::log10(std::abs(value))));
  int decimals = std::clamp(digits, printed, std::max(printed, 2));
  const auto rounded = [&](int to) { return std::round(value * std::pow(10, to)) / std::pow(10, to); };
  while (decimals > printed && std::abs(rounded(decimals) - rounded(decimals - 1)) < 1e-9) --decimals;
  return decimals;
}

}  // namespace

std::optional<Conversion> convert(const Quantity& value, const Quantity& other) {
  const Unit& a = resolved(unit_of(value.unit), unit_of(other.unit));
  const Unit& b = resolved(unit_of(other.unit), unit_of(value.unit));
  const Dimension dimension = a.dimension;
  const bool also = !a.also.empty() || !b.also.empty();
  if (dimension != b.dimension && !also) return std::nullopt;
  if (a.system == b.system || a.system == UnitSystem::kOther || b.system == UnitSystem::kOther) return std::nullopt;
  std::optional<Conversion> result;
  for (const Dimension d : {a.dimension, b.dimension}) {
    if (d == Dimension::kTime || d == Dimension::kShare || d == Dimension::kCurrency) continue;
    for (const bool difference : {false, true}) {
      if (difference && d != Dimension::kTemperature) break;
      for (const Reading& from : readings(a, d, difference)) {
        for (const Reading& to : readings(b, d, difference)) {
          const double converted = to.from_base(from.to_base(value.value));
          // The message names the usual reading of both units.
          if (!result) result = {false, converted, useful_decimals(converted, other.decimals)};
          if (fits(value, from, other, to)) return Conversion{true, converted, other.decimals};
        }
      }
    }
  }
  return result;
}

std::optional<double> Exchange::apart_from(const Exchange& there) const {
  const bool same = value_unit == there.value_unit && other_unit == there.other_unit;
  const bool turned = value_unit == there.other_unit && other_unit == there.value_unit;
  if (!same && !turned) return std::nullopt;
  const auto rates = [](const Exchange& e) {
    const Interval v = e.value.interval(Rounding::kZeros);
    const Interval o = e.other.interval(Rounding::kZeros);
    return Interval{o.low / v.high, o.high / v.low};
  };
  const Interval here = rates(*this);
  Interval other_rates = rates(there);
  if (turned) other_rates = {1 / other_rates.high, 1 / other_rates.low};
  if (here.low <= 0 || other_rates.low <= 0) return std::nullopt;
  return std::max(here.low / other_rates.high, other_rates.low / here.high);
}

ExchangeRates::ExchangeRates(const std::vector<std::string>& lines, Errors& errors) {
  for (const std::string& line : lines) {
    std::istringstream in(line);
    std::string key;
    Interval band;
    if (in >> key >> band.low >> band.high && find_unit(key) != kNoUnit && band.low > 0 && band.high >= band.low) {
      bands_[find_unit(key)] = band;
    } else {
      errors.push_back({.message = "a rate must be \"CURRENCY LOW HIGH\", not \"" + line + "\""});
    }
  }
}

std::optional<Interval> ExchangeRates::band(UnitId unit) const {
  const auto it = bands_.find(unit);
  return it == bands_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<Exchange> ExchangeRates::exchange(const Quantity& value, const Quantity& other) const {
  const auto money = [](UnitId id) {
    const Unit& unit = unit_of(id);
    if (unit.dimension == Dimension::kCurrency) return id;
    return unit.also.empty() ? kNoUnit : find_unit(unit.also);
  };
  const bool certain = value.dimension_of() == Dimension::kCurrency || other.dimension_of() == Dimension::kCurrency;
  Exchange result;
  result.value = value;
  result.other = other;
  result.value_unit = money(value.unit);
  result.other_unit = money(other.unit);
  if (!certain || result.value_unit == result.other_unit || value.value <= 0 || other.value <= 0) return std::nullopt;
  const auto a = band(result.value_unit);
  const auto b = band(result.other_unit);
  if (!a || !b) return std::nullopt;
  const Interval sum = value.interval(Rounding::kCareful);
  const Interval said = other.interval(Rounding::kCareful);
  const auto worth = [&](double scale) {
    return Interval{scale * sum.low * a->low / b->high, scale * sum.high * a->high / b->low};
  };
  result.expected = {value.value * a->low / b->high, value.value * a->high / b->low};
  if (worth(1).overlaps(said)) return result;
  const Interval possible = worth(1);
  const double off = std::max(possible.low / said.high, said.low / possible.high);
  result.state = off >= 2 ? Exchange::State::kImpossible : Exchange::State::kDoubtful;
  for (const double scale : {1000.0, 0.001}) {
    if (worth(scale).overlaps(said)) result.scale = scale;
  }
  return result;
}

}  // namespace stet
