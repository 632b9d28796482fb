#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"
#include "facts/matcher.h"
#include "rule/rule_parser.h"
#include "rule/ruleset.h"
#include "text/language_names.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::string_view kPhrases = "phrases";

// Phrases must be readable; other lists are as their readers in facts/ want them.
void check_phrases(TomlFile& file, Language language, const TomlValue& list) {
  MatcherBuilder builder;
  for (const TomlValue& item : list.items) {
    const auto added = builder.add({.text = item.string, .language = language});
    if (added.ok()) continue;
    const std::size_t offset = added.error().column > 0 ? added.error().column - 1 : 0;
    file.error(file.place_in(item, offset), added.error().message, added.error().hint);
  }
}

void read_list(TomlFile& file, TableReader& reader, const std::string& name, Language language, const TomlEntry& entry,
               Lexicon& lexicon) {
  constexpr std::string_view kKnown[] = {kPhrases};
  if (entry.key != kPhrases && !closest_name(entry.key, kKnown).empty()) {
    file.error(entry.place, fmt::format("unknown key \"{}\"", entry.key), suggestion(entry.key, kKnown));
    return;
  }
  // Lists that facts/ reads may tell m from M, and may be empty to say that the language has none.
  const bool is_phrases = entry.key == kPhrases;
  const bool is_empty = entry.value.type == TomlValue::Type::kArray && entry.value.items.empty();
  if (is_empty && !is_phrases) {
    lexicon.add(name, language, entry.key, {});
    return;
  }
  const TomlValue* list = reader.strings(entry.key);
  if (list == nullptr) return;
  std::vector<std::string> words;
  std::map<std::string, std::uint32_t> seen;
  for (const TomlValue& item : list->items) {
    if (item.string.empty()) file.error(item.place, fmt::format("\"{}\" holds an empty string", entry.key));
    const auto [first, is_new] = seen.emplace(item.string, item.place.line);
    if (!is_new) {
      file.error(item.place, fmt::format("\"{}\" stands twice in \"{}\"", item.string, entry.key),
                 fmt::format("first in line {}", first->second));
    }
    words.push_back(item.string);
  }
  if (is_phrases) check_phrases(file, language, *list);
  lexicon.add(name, language, entry.key, std::move(words));
}

void read_calls(const TomlValue& list, const std::string& name, Lexicon& lexicon) {
  std::vector<std::string> calls;
  for (const TomlValue& item : list.items) calls.push_back(item.string);
  lexicon.set_cues(name, {.calls = std::move(calls), .keys = {}});
}

// The lists that call must be there, and all lists be phrases.
void check_cues(TomlFile& file, const std::string& name, const Lexicon& lexicon) {
  const auto calls = lexicon.cues().find(name);
  if (calls == lexicon.cues().end()) return;
  const TomlPlace place = file.root()->entries.front().place;
  for (const std::string& call : calls->second.calls) {
    if (!calls->second.keys.contains(call)) {
      file.error(place, fmt::format("there is no list \"{}\" to call", call));
    }
  }
  for (const TomlEntry& section : file.root()->entries) {
    for (const TomlEntry& list : section.value.entries) check_phrases(file, Language(section.key), list.value);
  }
}

}  // namespace

Errors parse_lexicon(const std::string& name, std::string file_name, std::string_view toml, Lexicon& lexicon) {
  TomlFile file(std::move(file_name), toml);
  if (file.root() == nullptr) return file.errors();
  TableReader root(file, *file.root());
  if (const TomlValue* calls = root.strings("calls")) read_calls(*calls, name, lexicon);
  for (const TomlEntry& section : file.root()->entries) {
    if (section.key == "calls") continue;
    const bool is_language = section.key == "any" || is_language_code(section.key);
    if (!is_language || section.value.type != TomlValue::Type::kTable) {
      file.error(section.place, fmt::format("unknown key \"{}\"", section.key),
                 "a lexicon holds a section for each language, as in [de], or [any]");
      continue;
    }
    TableReader reader(file, section.value);
    for (const TomlEntry& entry : section.value.entries) {
      read_list(file, reader, name, Language(section.key), entry, lexicon);
    }
  }
  check_cues(file, name, lexicon);
  if (file.root()->entries.empty()) file.error({}, "a lexicon without words");
  return file.errors();
}

}  // namespace stet
