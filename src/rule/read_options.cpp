#include <fmt/format.h>

#include <limits>
#include <optional>

#include "rule/rule_parser.h"
#include "text/utf8.h"
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

// Where a text is written as an expression and not as plain words: a backslash, a group, a set, what may be left out.
// "film|films" parts words, "rent*" is their begin, "(the)" are brackets.
std::size_t expression_in(std::string_view text) {
  constexpr std::string_view kRepeats = "?*+{";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (c == '\\') return i;
    if ((c == ')' || c == ']') && kRepeats.find(next) != std::string_view::npos) return i;
    if (c == '(' && next == '?') return i;
    if (c == '[' && text.find(']', i) != std::string_view::npos) return i;
    if (c == '(' && text.find(')', i) != std::string_view::npos) {
      const std::string_view group = text.substr(i, text.find(')', i) - i);
      if (group.find('|') != std::string_view::npos) return i;
    }
    // A question mark inside or right behind a word.
    if (c == '?' && i > 0 && text[i - 1] != ' ' && text.size() > 2) return i;
  }
  return std::string_view::npos;
}

// A list of plain words holds no expressions: they would never be found.
void check_plain(TomlFile& file, const TomlValue& list, const Key& key, std::span<const Key> keys) {
  for (const TomlValue& item : list.items) {
    const std::size_t at = expression_in(item.string);
    if (at == std::string_view::npos) continue;
    std::string hint = "write each form as a string of its own";
    std::string known;
    for (const Key& other : keys) {
      if (is_matched(other.type)) known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", other.name);
    }
    if (!known.empty()) hint += fmt::format("; expressions are what {} may hold", known);
    file.error(file.place_in(item, count_code_points(std::string_view(item.string).substr(0, at))),
               fmt::format("an expression in \"{}\", which holds plain words", key.name), std::move(hint));
  }
}

std::optional<Option> read_option(TableReader& reader, const Key& key, std::span<const Key> keys) {
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
  if (key.type == KeyType::kStrings) check_plain(reader.file(), *list, key, keys);
  std::vector<std::string> texts;
  for (const TomlValue& item : list->items) texts.push_back(item.string);
  return texts;
}

}  // namespace

Options read_options(TableReader& reader, std::span<const Key> keys) {
  Options options;
  for (const Key& key : keys) {
    if (auto option = read_option(reader, key, keys)) options.emplace(key.name, std::move(*option));
  }
  return options;
}

}  // namespace stet
