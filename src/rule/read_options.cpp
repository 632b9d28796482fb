#include <fmt/format.h>

#include <limits>
#include <optional>

#include "rule/rule_parser.h"
#include "text/words.h"

namespace stet {
namespace {

void check_duplicates(TomlFile& file, const TomlValue& list, const Key& key) {
  std::map<std::string, TomlPlace> seen;
  for (const TomlValue& item : list.items) {
    if (item.string.empty()) file.error(item.place, fmt::format("\"{}\" holds an empty string", key.name));
    // In a pattern the case of a letter can mean something: \d and \D.
    const bool by_fold = key.type == KeyType::kPhrases || key.type == KeyType::kLines;
    const auto [first, is_new] = seen.emplace(by_fold ? fold(item.string) : item.string, item.place);
    if (is_new) continue;
    file.error(item.place, fmt::format("\"{}\" stands twice in \"{}\"", item.string, key.name),
               fmt::format("first in line {}", first->second.line));
  }
}

std::optional<Option> read_option(TableReader& reader, const Key& key) {
  switch (key.type) {
    case KeyType::kBool: {
      const auto value = reader.boolean(key.name);
      return value ? std::optional<Option>(*value) : std::nullopt;
    }
    case KeyType::kInteger: {
      constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
      const auto value = reader.integer(key.name, 0, kMost);
      return value ? std::optional<Option>(*value) : std::nullopt;
    }
    case KeyType::kNumber: {
      const auto value = reader.number(key.name);
      return value ? std::optional<Option>(*value) : std::nullopt;
    }
    case KeyType::kString: {
      const TomlValue* value = reader.string(key.name);
      return value != nullptr ? std::optional<Option>(value->string) : std::nullopt;
    }
    case KeyType::kStrings:
    case KeyType::kPhrases:
    case KeyType::kLines:
    case KeyType::kPatterns:
      break;
  }
  const TomlValue* list = reader.strings(key.name);
  if (list == nullptr) return std::nullopt;
  check_duplicates(reader.file(), *list, key);
  std::vector<std::string> texts;
  for (const TomlValue& item : list->items) texts.push_back(item.string);
  return texts;
}

}  // namespace

Options read_options(TableReader& reader, std::span<const Key> keys) {
  Options options;
  for (const Key& key : keys) {
    if (auto option = read_option(reader, key)) options.emplace(key.name, std::move(*option));
  }
  return options;
}

}  // namespace stet
