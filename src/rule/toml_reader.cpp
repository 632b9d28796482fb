#include "rule/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "text/utf8.h"

namespace stet {
namespace {

using Type = TomlValue::Type;

}  // namespace

std::string line_of(std::string_view text, std::uint32_t line) {
  if (line == 0) return "";
  std::size_t begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) return "";
    ++begin;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return valid_utf8(found);
}

TomlFile::TomlFile(std::string path, std::string_view text) : path_(std::move(path)), text_(text) {
  Result<TomlValue> parsed = parse_toml(path_, text_);
  if (parsed) {
    root_ = std::move(*parsed);
  } else {
    errors_.push_back(std::move(parsed.error()));
  }
}

void TomlFile::error(TomlPlace place, std::string message, std::string hint) {
  errors_.push_back({.message = std::move(message),
                     .path = path_,
                     .line = place.line,
                     .column = place.column,
                     .excerpt = line_of(text_, place.line),
                     .hint = std::move(hint)});
}

Errors TomlFile::errors() const {
  Errors sorted = errors_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Error& a, const Error& b) {
    return TomlPlace{a.line, a.column} < TomlPlace{b.line, b.column};
  });
  return sorted;
}

const TomlEntry* TableReader::find(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
  const auto it = std::find_if(table_->entries.begin(), table_->entries.end(),
                               [&](const TomlEntry& entry) { return entry.key == key; });
  return it == table_->entries.end() ? nullptr : &*it;
}

const TomlEntry* TableReader::require(std::string_view key) {
  const TomlEntry* entry = find(key);
  if (entry == nullptr) file_->error(table_->place, fmt::format("missing key \"{}\"", key));
  return entry;
}

void TableReader::wrong_type(const TomlEntry& entry, std::string_view wanted) {
  file_->error(entry.value.place,
               fmt::format("\"{}\" must be {}, not {}", entry.key, wanted, toml_type_name(entry.value.type)));
}

const TomlEntry* TableReader::typed(std::string_view key, Type type) {
  const TomlEntry* entry = find(key);
  if (entry == nullptr || entry->value.type == type) return entry;
  wrong_type(*entry, toml_type_name(type));
  return nullptr;
}

std::optional<bool> TableReader::boolean(std::string_view key) {
  const TomlEntry* entry = typed(key, Type::kBool);
  return entry == nullptr ? std::nullopt : std::optional(entry->value.boolean);
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const TomlEntry* entry = typed(key, Type::kInteger);
  if (entry == nullptr) return std::nullopt;
  const std::int64_t value = entry->value.integer;
  if (value >= least && value <= most) return value;
  file_->error(entry->value.place, fmt::format("\"{}\" must lie between {} and {}", key, least, most));
  return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key) {
  const TomlEntry* entry = find(key);
  if (entry == nullptr) return std::nullopt;
  if (entry->value.type == Type::kNumber) return entry->value.number;
  if (entry->value.type == Type::kInteger) return static_cast<double>(entry->value.integer);
  wrong_type(*entry, "a number");
  return std::nullopt;
}

const TomlValue* TableReader::string(std::string_view key) {
  const TomlEntry* entry = typed(key, Type::kString);
  return entry == nullptr ? nullptr : &entry->value;
}

const TomlValue* TableReader::strings(std::string_view key) {
  const TomlEntry* entry = find(key);
  if (entry == nullptr) return nullptr;
  if (entry->value.type != Type::kArray) {
    wrong_type(*entry, "a list of strings");
    return nullptr;
  }
  if (entry->value.items.empty()) {
    file_->error(entry->value.place, fmt::format("\"{}\" is empty", key));
    return nullptr;
  }
  bool all_strings = true;
  for (const TomlValue& item : entry->value.items) {
    if (item.type == Type::kString) continue;
    all_strings = false;
    file_->error(item.place, fmt::format("\"{}\" must hold strings, not {}", key, toml_type_name(item.type)));
  }
  return all_strings ? &entry->value : nullptr;
}

const TomlValue* TableReader::table(std::string_view key) {
  const TomlEntry* entry = typed(key, Type::kTable);
  return entry == nullptr ? nullptr : &entry->value;
}

std::span<const TomlValue> TableReader::tables(std::string_view key) {
  const TomlEntry* entry = find(key);
  if (entry == nullptr) return {};
  const auto is_table = [](const TomlValue& item) { return item.type == Type::kTable; };
  const std::vector<TomlValue>& items = entry->value.items;
  if (entry->value.type == Type::kArray && std::all_of(items.begin(), items.end(), is_table)) return items;
  file_->error(entry->place, fmt::format("\"{}\" must be written as [[{}]]", key, key));
  return {};
}

std::optional<std::size_t> TableReader::one_of(std::string_view key, std::span<const std::string_view> names,
                                               std::string_view what) {
  const TomlValue* value = string(key);
  if (value == nullptr) return std::nullopt;
  const auto it = std::find(names.begin(), names.end(), value->string);
  if (it != names.end()) return static_cast<std::size_t>(it - names.begin());
  file_->error(value->place, fmt::format("unknown {} \"{}\"", what, value->string), suggestion(value->string, names));
  return std::nullopt;
}

std::vector<std::size_t> TableReader::some_of(std::string_view key, std::span<const std::string_view> names,
                                              std::string_view what) {
  std::vector<std::size_t> numbers;
  const TomlValue* list = strings(key);
  if (list == nullptr) return numbers;
  for (const TomlValue& item : list->items) {
    const auto it = std::find(names.begin(), names.end(), item.string);
    if (it != names.end()) {
      numbers.push_back(static_cast<std::size_t>(it - names.begin()));
    } else {
      file_->error(item.place, fmt::format("unknown {} \"{}\"", what, item.string), suggestion(item.string, names));
    }
  }
  return numbers;
}

std::vector<const TomlEntry*> TableReader::unread() const {
  std::vector<const TomlEntry*> entries;
  for (const TomlEntry& entry : table_->entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) == known_.end()) entries.push_back(&entry);
  }
  return entries;
}

void TableReader::finish() {
  for (const TomlEntry* entry : unread()) {
    file_->error(entry->place, fmt::format("unknown key \"{}\"", entry->key), suggestion(entry->key, known_));
  }
}

}  // namespace stet
