#include "facts/units.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace stet {
namespace {

using enum Dimension;
using enum UnitSystem;

constexpr double kFoot = 0.3048;
constexpr double kInch = 0.0254;
constexpr double kMile = 1609.344;
constexpr double kPound = 0.45359237;
constexpr double kUsGallon = 3.785411784;
constexpr double kGallon = 4.54609;

constexpr Unit kUnits[] = {
    {"", "", kPlain, kOther, {}},
    {"percent", "%", kShare, kOther, {1}},
    {"permille", "‰", kShare, kOther, {0.1}},
    {"share", "", kShare, kOther, {100}},
    {"points", "percentage points", kPoints, kOther, {1}},
    // Length
    {"mm", "mm", kLength, kMetric, {0.001}},
    {"cm", "cm", kLength, kMetric, {0.01}},
    {"m", "m", kLength, kMetric, {1}},
    {"km", "km", kLength, kMetric, {1000}},
    {"inch", "in", kLength, kImperial, {kInch}},
    {"foot", "ft", kLength, kImperial, {kFoot}},
    {"yard", "yd", kLength, kImperial, {0.9144}},
    {"mile", "mi", kLength, kImperial, {kMile, 1852}},
    {"nautical-mile", "nmi", kLength, kNautical, {1852}},
    // Area
    {"cm2", "cm²", kArea, kMetric, {0.0001}},
    {"m2", "m²", kArea, kMetric, {1}},
    {"km2", "km²", kArea, kMetric, {1e6}},
    {"hectare", "ha", kArea, kLand, {1e4}},
    {"acre", "acres", kArea, kImperial, {4046.8564224}},
    {"sqin", "sq in", kArea, kImperial, {kInch * kInch}},
    {"sqft", "sq ft", kArea, kImperial, {kFoot * kFoot}},
    {"sqyd", "sq yd", kArea, kImperial, {0.9144 * 0.9144}},
    {"sqmi", "sq mi", kArea, kImperial, {kMile * kMile}},
    // Volume
    {"ml", "ml", kVolume, kMetric, {0.001}},
    {"cl", "cl", kVolume, kMetric, {0.01}},
    {"dl", "dl", kVolume, kMetric, {0.1}},
    {"l", "l", kVolume, kMetric, {1}},
    {"hl", "hl", kVolume, kMetric, {100}},
    {"m3", "m³", kVolume, kMetric, {1000}},
    {"gallon", "gal", kVolume, kImperial, {kUsGallon, kGallon}},
    {"quart", "qt", kVolume, kImperial, {kUsGallon / 4, kGallon / 4}},
    {"pint", "pt", kVolume, kImperial, {kUsGallon / 8, kGallon / 8, 0.5}},
    {"fluid-ounce", "fl oz", kVolume, kImperial, {kUsGallon / 128, kGallon / 160}},
    {"barrel", "bbl", kVolume, kImperial, {42 * kUsGallon, 119.24, 163.66}},
    {"cuft", "cu ft", kVolume, kImperial, {kFoot * kFoot * kFoot * 1000}},
    {"cuyd", "cu yd", kVolume, kImperial, {0.9144 * 0.9144 * 0.9144 * 1000}},
    // Mass
    {"mg", "mg", kMass, kMetric, {1e-6}},
    {"g", "g", kMass, kMetric, {0.001}},
    {"kg", "kg", kMass, kMetric, {1}},
    {"tonne", "t", kMass, kMetric, {1000}},
    {"ton", "tons", kMass, kImperial, {1000, 907.18474, 1016.0469088}},
    {"short-ton", "short tons", kMass, kImperial, {907.18474}},
    {"long-ton", "long tons", kMass, kImperial, {1016.0469088}},
    {"ounce", "oz", kMass, kImperial, {kPound / 16, 0.0311034768}, 0, "fluid-ounce"},
    {"troy-ounce", "oz t", kMass, kImperial, {0.0311034768}},
    {"lb", "lb", kMass, kImperial, {kPound}},
    {"pound", "lb", kMass, kImperial, {kPound}, 0, "GBP"},
    {"pfund", "lb", kMass, kImperial, {0.5, kPound}, 0, "GBP"},
    {"stone", "st", kMass, kImperial, {14 * kPound}},
    // Speed
    {"mps", "m/s", kSpeed, kMetric, {1}},
    {"kmh", "km/h", kSpeed, kMetric, {1 / 3.6}},
    {"mph", "mph", kSpeed, kImperial, {0.44704}},
    {"knot", "kn", kSpeed, kNautical, {1852.0 / 3600}},
    // Temperature; a bare degree may be either
    {"kelvin", "K", kTemperature, kOther, {1}},
    {"celsius", "°C", kTemperature, kMetric, {1}, 273.15},
    {"fahrenheit", "°F", kTemperature, kImperial, {5.0 / 9}, 459.67},
    {"degree", "°", kTemperature, kOther, {}},
    // Time
    {"second", "s", kTime, kOther, {1}},
    {"minute", "min", kTime, kOther, {60}},
    {"hour", "h", kTime, kOther, {3600}},
    {"day", "d", kTime, kOther, {86400}},
    {"week", "weeks", kTime, kOther, {7 * 86400.0}},
    {"month", "months", kTime, kOther, {30.436875 * 86400}},
    {"year", "years", kTime, kOther, {365.2425 * 86400}},
    // Power, energy, pressure
    {"W", "W", kPower, kMetric, {1}},
    {"kW", "kW", kPower, kMetric, {1e3}},
    {"MW", "MW", kPower, kMetric, {1e6}},
    {"GW", "GW", kPower, kMetric, {1e9}},
    {"hp", "hp", kPower, kHorse, {745.69987, 735.49875}},
    {"J", "J", kEnergy, kMetric, {1}},
    {"kJ", "kJ", kEnergy, kMetric, {1e3}},
    {"kcal", "kcal", kEnergy, kCalorie, {4184}},
    {"Wh", "Wh", kEnergy, kOther, {3600}},
    {"kWh", "kWh", kEnergy, kOther, {3.6e6}},
    {"MWh", "MWh", kEnergy, kOther, {3.6e9}},
    {"GWh", "GWh", kEnergy, kOther, {3.6e12}},
    {"TWh", "TWh", kEnergy, kOther, {3.6e15}},
    {"hPa", "hPa", kPressure, kMetric, {100}},
    {"kPa", "kPa", kPressure, kMetric, {1000}},
    {"bar", "bar", kPressure, kMetric, {1e5}},
    {"psi", "psi", kPressure, kImperial, {6894.757293}},
    // Data
    {"kB", "kB", kData, kMetric, {1e3, 1024}},
    {"MB", "MB", kData, kMetric, {1e6, 1048576}},
    {"GB", "GB", kData, kMetric, {1e9, 1073741824}},
    {"TB", "TB", kData, kMetric, {1e12, 1099511627776}},
    // Currencies; "dollar", "peso", "krone" … without more may be several
    {"EUR", "EUR", kCurrency, kOther, {}},
    {"USD", "USD", kCurrency, kOther, {}},
    {"dollar", "$", kCurrency, kOther, {}},
    {"GBP", "GBP", kCurrency, kOther, {}},
    {"CHF", "CHF", kCurrency, kOther, {}},
    {"franc", "francs", kCurrency, kOther, {}},
    {"JPY", "JPY", kCurrency, kOther, {}},
    {"CNY", "CNY", kCurrency, kOther, {}},
    {"INR", "INR", kCurrency, kOther, {}},
    {"RUB", "RUB", kCurrency, kOther, {}},
    {"TRY", "TRY", kCurrency, kOther, {}},
    {"PLN", "PLN", kCurrency, kOther, {}},
    {"CZK", "CZK", kCurrency, kOther, {}},
    {"HUF", "HUF", kCurrency, kOther, {}},
    {"RON", "RON", kCurrency, kOther, {}},
    {"SEK", "SEK", kCurrency, kOther, {}},
    {"NOK", "NOK", kCurrency, kOther, {}},
    {"DKK", "DKK", kCurrency, kOther, {}},
    {"krone", "kr", kCurrency, kOther, {}},
    {"CAD", "CAD", kCurrency, kOther, {}},
    {"AUD", "AUD", kCurrency, kOther, {}},
    {"NZD", "NZD", kCurrency, kOther, {}},
    {"HKD", "HKD", kCurrency, kOther, {}},
    {"SGD", "SGD", kCurrency, kOther, {}},
    {"MXN", "MXN", kCurrency, kOther, {}},
    {"BRL", "BRL", kCurrency, kOther, {}},
    {"ARS", "ARS", kCurrency, kOther, {}},
    {"peso", "pesos", kCurrency, kOther, {}},
    {"UAH", "UAH", kCurrency, kOther, {}},
    {"ILS", "ILS", kCurrency, kOther, {}},
    {"KRW", "KRW", kCurrency, kOther, {}},
    {"THB", "THB", kCurrency, kOther, {}},
    {"ZAR", "ZAR", kCurrency, kOther, {}},
    {"cent", "cent", kCurrency, kOther, {}},
    {"DEM", "DEM", kCurrency, kOther, {}},
    {"FRF", "FRF", kCurrency, kOther, {}},
    {"ITL", "ITL", kCurrency, kOther, {}},
    {"ESP", "ESP", kCurrency, kOther, {}},
    {"ATS", "ATS", kCurrency, kOther, {}},
};

// The units by key, for find_unit().
constexpr auto make_index() {
  std::array<UnitId, std::size(kUnits)> index{};
  for (std::size_t i = 0; i < index.size(); ++i) index[i] = static_cast<UnitId>(i);
  std::sort(index.begin(), index.end(), [](UnitId a, UnitId b) { return kUnits[a].key < kUnits[b].key; });
  return index;
}
constexpr auto kByKey = make_index();

}  // namespace

std::string_view dimension_name(Dimension dimension) {
  constexpr std::string_view kNames[] = {
      "",     "share", "percentage points", "currency", "length", "area",   "volume",
      "mass", "speed", "temperature",       "time",     "power",  "energy", "pressure",
      "data"};
  return kNames[static_cast<std::size_t>(dimension)];
}

std::span<const Unit> all_units() { return kUnits; }
const Unit& unit_of(UnitId id) { return kUnits[id]; }

UnitId find_unit(std::string_view key) {
  const auto it = std::lower_bound(kByKey.begin(), kByKey.end(), key,
                                   [](UnitId id, std::string_view wanted) { return kUnits[id].key < wanted; });
  return it != kByKey.end() && kUnits[*it].key == key ? *it : kNoUnit;
}

}  // namespace stet
