#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "rule/example_marks.h"
#include "rule/rule_parser.h"
#include "text/language_names.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"markdown", "html", "plain"};

std::optional<CivilDate> parse_iso_date(std::string_view text) {
  CivilDate date;
  const auto number = [&](std::size_t begin, std::size_t size, std::int32_t& out) {
    const char* const end = text.data() + begin + size;
    return std::from_chars(text.data() + begin, end, out).ptr == end;
  };
  const bool well_formed = text.size() == 10 && text[4] == '-' && text[7] == '-' && number(0, 4, date.year) &&
                           number(5, 2, date.month) && number(8, 2, date.day);
  return well_formed && exists(date) ? std::optional(date) : std::nullopt;
}

std::optional<CivilDate> read_as_of(TableReader& reader) {
  const TomlEntry* entry = reader.find("as-of");
  if (entry == nullptr) return std::nullopt;
  if (entry->value.type == TomlValue::Type::kDate) return entry->value.date;
  const auto date = parse_iso_date(entry->value.string);
  if (!date) reader.file().error(entry->value.place, "\"as-of\" must be a date such as 2025-04-08");
  return date;
}

void check_marks(TomlFile& file, const TomlValue& text, bool bad) {
  const MarkedText marked = take_marks(text.string);
  if (marked.error.empty() && bad && marked.spans.empty()) {
    file.error(text.place, "a bad example without ⟦…⟧ around what must be reported");
  } else if (!marked.error.empty()) {
    file.error(file.place_in(text, count_code_points(std::string_view(text.string).substr(0, marked.error_at))),
               marked.error);
  } else if (!bad && !marked.spans.empty()) {
    const std::size_t at = text.string.find("⟦");
    file.error(file.place_in(text, count_code_points(std::string_view(text.string).substr(0, at))),
               "⟦…⟧ in a good example, in which nothing may be reported");
  }
}

Example read_example(TomlFile& file, const TomlValue& table, bool bad) {
  TableReader reader(file, table);
  Example example;
  example.bad = bad;
  example.line = table.place.line;
  (void)reader.require("language");
  (void)reader.require("text");
  if (const TomlValue* language = reader.string("language")) {
    example.language = Language(language->string);
    if (!is_language_code(language->string)) {
      file.error(language->place, fmt::format("\"{}\" is no language code of ISO 639", language->string));
    }
  }
  if (const TomlValue* text = reader.string("text")) {
    example.text = text->string;
    check_marks(file, *text, bad);
  }
  if (const auto format = reader.one_of("format", kFormats, "format")) example.format = static_cast<Format>(*format);
  example.as_of = read_as_of(reader);
  if (bad) {
    if (const TomlValue* message = reader.string("message")) example.message = message->string;
    if (const TomlValue* fixed = reader.string("fixed")) example.fixed = fixed->string;
  }
  for (const TomlEntry* entry : reader.unread()) {
    if (entry->key != "message" && entry->key != "fixed") continue;
    reader.know(entry->key);
    file.error(entry->place, fmt::format("\"{}\" in a good example, in which nothing may be reported", entry->key));
  }
  reader.finish();
  return example;
}

}  // namespace

std::vector<Example> read_examples(TableReader& reader) {
  std::vector<Example> examples;
  for (const bool bad : {true, false}) {
    for (const TomlValue& table : reader.tables(bad ? "bad" : "good")) {
      examples.push_back(read_example(reader.file(), table, bad));
    }
  }
  std::stable_sort(examples.begin(), examples.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return examples;
}

void check_examples(TomlFile& file, const TomlValue& root, const Rule& rule) {
  const auto has = [&](bool bad, Language language) {
    return std::any_of(rule.examples.begin(), rule.examples.end(), [&](const Example& example) {
      return example.bad == bad && (language == Language::any() || example.language == language);
    });
  };
  for (const bool bad : {true, false}) {
    if (bad && rule.kind != nullptr && !rule.kind->needs_bad_example) continue;
    const std::string_view name = bad ? "bad" : "good";
    // Without any example, one complaint is enough.
    if (!has(bad, Language::any())) {
      file.error({}, fmt::format("no [[{}]] example", name));
      continue;
    }
    for (const auto& [language, options] : rule.definition.sections) {
      if (has(bad, language)) continue;
      const auto section = std::ranges::find(root.entries, language.code(), &TomlEntry::key);
      file.error(section->place, fmt::format("no [[{}]] example with language = \"{}\"", name, language.code()));
    }
  }
}

}  // namespace stet
