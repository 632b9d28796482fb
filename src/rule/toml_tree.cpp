#include "rule/toml_tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "document/toml_library.h"
#include "rule/toml_reader.h"
#include "text/utf8.h"

namespace stet {
namespace {

TomlPlace place_of(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

TomlValue convert(const toml::node& node) {
  TomlValue value;
  value.place = place_of(node.source());
  if (const auto* table = node.as_table()) {
    value.type = TomlValue::Type::kTable;
    for (const auto& [key, child] : *table) {
      value.entries.push_back({std::string(key.str()), place_of(key.source()), convert(child)});
    }
    std::stable_sort(value.entries.begin(), value.entries.end(),
                     [](const TomlEntry& a, const TomlEntry& b) { return a.place < b.place; });
  } else if (const auto* array = node.as_array()) {
    value.type = TomlValue::Type::kArray;
    for (const auto& child : *array) value.items.push_back(convert(child));
  } else if (const auto* string = node.as_string()) {
    value.type = TomlValue::Type::kString;
    value.string = string->get();
  } else if (const auto* integer = node.as_integer()) {
    value.type = TomlValue::Type::kInteger;
    value.integer = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    value.type = TomlValue::Type::kNumber;
    value.number = number->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.type = TomlValue::Type::kBool;
    value.boolean = boolean->get();
  } else if (const auto* date = node.as_date()) {
    value.type = TomlValue::Type::kDate;
    value.date = {date->get().year, date->get().month, date->get().day};
  }
  return value;
}

// toml++ says "Error while parsing string: …"; what it was parsing goes behind.
std::string syntax_message(std::string_view description, bool at_line_end) {
  constexpr std::string_view kPrefix = "Error while parsing ";
  const std::size_t colon = description.find(": ");
  if (!description.starts_with(kPrefix) || colon == std::string_view::npos) return std::string(description);
  const std::string_view what = description.substr(kPrefix.size(), colon - kPrefix.size());
  const std::string_view why = description.substr(colon + 2);
  if (what == "string" && at_line_end) return "the string is not closed on its line";
  return fmt::format("{} (while reading a {})", why, what);
}

}  // namespace

std::string_view toml_type_name(TomlValue::Type type) {
  switch (type) {
    case TomlValue::Type::kBool:
      return "true or false";
    case TomlValue::Type::kInteger:
      return "a whole number";
    case TomlValue::Type::kNumber:
      return "a number";
    case TomlValue::Type::kString:
      return "a string";
    case TomlValue::Type::kDate:
      return "a date";
    case TomlValue::Type::kOther:
      return "a time";
    case TomlValue::Type::kArray:
      return "a list";
    case TomlValue::Type::kTable:
      return "a table";
  }
  return "";
}

Result<TomlValue> parse_toml(std::string_view path, std::string_view text) {
  const toml::parse_result parsed = toml::parse(text);
  if (parsed) return convert(parsed.table());
  const toml::parse_error& failure = parsed.error();
  const TomlPlace place = place_of(failure.source());
  std::string excerpt = line_of(text, place.line);
  const bool at_line_end = place.column > count_code_points(excerpt);
  return Error{.message = syntax_message(failure.description(), at_line_end),
               .path = std::string(path),
               .line = place.line,
               .column = place.column,
               .excerpt = std::move(excerpt)};
}

}  // namespace stet
