#include <fmt/format.h>

#include <array>

#include "rule/message.h"
#include "rule/rule_parser.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, kLocaleCount> kLocaleNames = {"en", "de"};

// The table of a wording, or null and an error.
const TomlValue* wording_table(TomlFile& file, const TomlEntry& entry) {
  if (entry.value.type == TomlValue::Type::kTable) return &entry.value;
  file.error(entry.value.place,
             fmt::format("\"{}\" must be a table of languages, not {}", entry.key, toml_type_name(entry.value.type)),
             fmt::format("write {} = {{ en = \"…\", de = \"…\" }}", entry.key));
  return nullptr;
}

}  // namespace

Wording read_wording(TomlFile& file, const TomlEntry& entry) {
  Wording wording;
  const TomlValue* table = wording_table(file, entry);
  if (table == nullptr) return wording;
  TableReader reader(file, *table);
  for (std::size_t i = 0; i < kLocaleCount; ++i) {
    const TomlValue* text = reader.string(kLocaleNames[i]);
    if (text == nullptr) continue;
    if (text->string.empty())
      file.error(text->place, fmt::format("\"{}\" is empty in \"{}\"", entry.key, kLocaleNames[i]));
    wording.text[i] = text->string;
  }
  if (reader.find("en") == nullptr) file.error(entry.place, fmt::format("\"{}\" has no English text (en)", entry.key));
  reader.finish();
  return wording;
}

void read_names(TomlFile& file, const TomlValue& text, std::vector<NamePlace>& names) {
  const auto found = template_names(text.string);
  if (!found.ok()) {
    file.error(file.place_in(text, found.error().column - 1), found.error().message, found.error().hint);
    return;
  }
  for (const std::string& name : *found) names.push_back({name, text.place});
}

Wording read_template(TomlFile& file, const TomlEntry& entry, std::vector<NamePlace>& names) {
  Wording wording = read_wording(file, entry);
  if (entry.value.type != TomlValue::Type::kTable) return wording;
  for (const TomlEntry& text : entry.value.entries) {
    if (text.value.type == TomlValue::Type::kString) read_names(file, text.value, names);
  }
  return wording;
}

}  // namespace stet
