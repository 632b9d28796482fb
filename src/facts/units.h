// Units of measurement: what they measure and how they convert. Their names are data: rules/lexicon/units.toml.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stet {

enum class Dimension : std::uint8_t {
  kPlain,
  kShare,   // percent, per mille, fractions; in hundredths
  kPoints,  // percentage points
  kCurrency,
  kLength,
  kArea,
  kVolume,
  kMass,
  kSpeed,
  kTemperature,
  kTime,
  kPower,
  kEnergy,
  kPressure,
  kData,
};
std::string_view dimension_name(Dimension dimension);  // "length", "percentage points"

// Two values convert into each other when their units belong to different systems: "5 km (800 m)" are two
// facts, "5 km (3 miles)" is one.
enum class UnitSystem : std::uint8_t { kOther, kMetric, kImperial, kNautical, kLand, kHorse, kCalorie };

// Base units: 1 %, 1 m, 1 m², 1 l, 1 kg, 1 m/s, 1 K, 1 s, 1 W, 1 J, 1 Pa, 1 byte. A name that means several
// sizes (a gallon, a Pfund) has several factors. Currencies have none. Factors are the legal definitions
// (NIST Handbook 44, appendix C; Weights and Measures Act 1985).
struct Unit {
  std::string_view key;     // as rules/lexicon/units.toml names it
  std::string_view symbol;  // as a message writes it
  Dimension dimension = Dimension::kPlain;
  UnitSystem system = UnitSystem::kOther;
  double factors[3] = {};   // to the base unit; unused ones are 0
  double offset = 0;        // base = (value + offset) * factor
  std::string_view also{};  // the key of another unit of the same name (an ounce of gold, of milk)

  [[nodiscard]] double to_base(double value, std::size_t reading = 0) const {
    return (value + offset) * factors[reading];
  }
  [[nodiscard]] double from_base(double base, std::size_t reading = 0) const {
    return base / factors[reading] - offset;
  }
};

using UnitId = std::uint16_t;
inline constexpr UnitId kNoUnit = 0;  // unit_of(kNoUnit) is a unit without key and dimension

std::span<const Unit> all_units();
const Unit& unit_of(UnitId id);
UnitId find_unit(std::string_view key);  // kNoUnit when there is none

}  // namespace stet
