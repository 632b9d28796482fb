// A TOML file as a tree of plain values that know their places.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/civil_date.h"
#include "base/result.h"

namespace stet {

// Counts from 1, columns in code points; line 0 is no place.
struct TomlPlace {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  auto operator<=>(const TomlPlace&) const = default;
};

struct TomlEntry;

// A value. Of its fields only the one that its type names has a meaning.
struct TomlValue {
  enum class Type : std::uint8_t { kBool, kInteger, kNumber, kString, kDate, kOther, kArray, kTable };
  Type type = Type::kOther;
  TomlPlace place;  // of a string: its opening quote; of a table: its header or brace
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0;
  std::string string;
  CivilDate date;                  // a local date; other dates and times are kOther
  std::vector<TomlValue> items;    // of an array
  std::vector<TomlEntry> entries;  // of a table, in the order of the file
};

struct TomlEntry {
  std::string key;
  TomlPlace place;  // of the key
  TomlValue value;
};

// "a string", "a list", "a whole number", as messages name it.
std::string_view toml_type_name(TomlValue::Type type);

// Fails on the first error of TOML's syntax. The error has path, place and excerpt.
Result<TomlValue> parse_toml(std::string_view path, std::string_view text);

}  // namespace stet
