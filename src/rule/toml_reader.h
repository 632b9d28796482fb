// Typed reading of a TOML file that collects every error with its place: for rules, lexicons and stet.toml.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/toml_tree.h"

namespace stet {

// A line of a text by its number from 1, without its end, as valid UTF-8.
std::string line_of(std::string_view text, std::uint32_t line);

// A file being read, and what is wrong with it. Views `text`.
class TomlFile {
 public:
  TomlFile(std::string path, std::string_view text);

  // Null when the syntax is wrong; then there is one error already.
  [[nodiscard]] const TomlValue* root() const { return root_ ? &*root_ : nullptr; }
  [[nodiscard]] const std::string& path() const { return path_; }
  void error(TomlPlace place, std::string message, std::string hint = "");
  // Where the code point number `offset` (from 0) of a string's value stands in the file.
  [[nodiscard]] TomlPlace place_in(const TomlValue& string, std::size_t offset) const;
  [[nodiscard]] bool failed() const { return !errors_.empty(); }
  // By place.
  [[nodiscard]] Errors errors() const;

 private:
  std::string path_;
  std::string_view text_;
  std::optional<TomlValue> root_;
  Errors errors_;
};

// Reads a table key by key. Every getter gives nothing when the key is absent, and nothing but an error in
// the file when it holds something else. finish() complains of the keys that no getter asked for, with
// those asked for as suggestions.
class TableReader {
 public:
  TableReader(TomlFile& file, const TomlValue& table) : file_(&file), table_(&table) {}

  // Any value.
  const TomlEntry* find(std::string_view key);
  // As above, and an error when it is missing: `missing key "kind"`. The place is the table's.
  const TomlEntry* require(std::string_view key);

  std::optional<bool> boolean(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<double> number(std::string_view key);
  const TomlValue* string(std::string_view key);
  // Strings of a list that holds at least one; null when it is no such list.
  const TomlValue* strings(std::string_view key);
  const TomlValue* table(std::string_view key);
  // An array of tables; empty when absent.
  std::span<const TomlValue> tables(std::string_view key);
  // A string that is one of `names`: its number. `what` is singular, as in `unknown role "lead"`.
  std::optional<std::size_t> one_of(std::string_view key, std::span<const std::string_view> names,
                                    std::string_view what);
  // The same for every item of a list of strings; wrong ones are left out.
  std::vector<std::size_t> some_of(std::string_view key, std::span<const std::string_view> names,
                                   std::string_view what);

  // Makes a key known without reading it: it will not be complained of.
  void know(std::string_view key) { known_.push_back(key); }
  // Keys that nobody asked for, so far.
  [[nodiscard]] std::vector<const TomlEntry*> unread() const;
  void finish();

  [[nodiscard]] TomlFile& file() { return *file_; }
  [[nodiscard]] const TomlValue& value() const { return *table_; }
  [[nodiscard]] const std::vector<std::string_view>& known() const { return known_; }

 private:
  const TomlEntry* typed(std::string_view key, TomlValue::Type type);
  void wrong_type(const TomlEntry& entry, std::string_view wanted);

  TomlFile* file_;
  const TomlValue* table_;
  std::vector<std::string_view> known_;
};

}  // namespace stet
