#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/suggest.h"
#include "facts/matcher.h"
#include "rule/pattern_specs.h"
#include "rule/rule_parser.h"
#include "text/utf8.h"

namespace stet {
namespace {

// A {name} in a phrase; `begin` is the byte of its brace.
struct LexiconUse {
  std::size_t begin = 0;
  std::string_view name;
};

// {2,5} repeats, and inside [...] a brace is a brace.
std::vector<LexiconUse> lexicon_uses(std::string_view phrase) {
  std::vector<LexiconUse> uses;
  bool in_class = false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const char c = phrase[i];
    if (c == '\\') {
      ++i;
    } else if (c == '[') {
      in_class = true;
    } else if (c == ']') {
      in_class = false;
    } else if (c == '{' && !in_class && i + 1 < phrase.size() && (phrase[i + 1] < '0' || phrase[i + 1] > '9')) {
      const std::size_t end = phrase.find('}', i);
      if (end == std::string_view::npos) break;
      uses.push_back({i, phrase.substr(i + 1, end - i - 1)});
      i = end;
    }
  }
  return uses;
}

std::vector<std::string_view> names_of(const Lexicon& lexicon) {
  std::vector<std::string_view> names;
  for (const auto& [where, part] : lexicon.parts()) {
    if (names.empty() || names.back() != where.first) names.push_back(where.first);
  }
  return names;
}

bool check_lexicon(TomlFile& file, const TomlValue& text, Language language, const Lexicon& lexicon) {
  bool good = true;
  for (const LexiconUse& use : lexicon_uses(text.string)) {
    const TomlPlace place = file.place_in(text, count_code_points(std::string_view(text.string).substr(0, use.begin)));
    if (!lexicon.has(use.name)) {
      file.error(place, fmt::format("no lexicon \"{}\"", use.name), suggestion(use.name, names_of(lexicon)));
      good = false;
    } else if (lexicon_words(&lexicon, use.name, language).empty()) {
      file.error(place, fmt::format("lexicon \"{}\" has no phrases in \"{}\"", use.name, language.code()));
      good = false;
    }
  }
  return good;
}

}  // namespace

void add_section(TomlFile& file, const Rule& rule, Language language, const TomlValue& section, const Lexicon& lexicon,
                 MatcherBuilder& builder) {
  for (std::size_t key = 0; key < rule.kind->section_keys.size(); ++key) {
    const Key& declared = rule.kind->section_keys[key];
    const auto entry = std::find_if(section.entries.begin(), section.entries.end(),
                                    [&](const TomlEntry& e) { return e.key == declared.name; });
    if (!is_matched(declared.type) || entry == section.entries.end()) continue;
    for (const TomlValue& item : entry->value.items) {
      if (item.type != TomlValue::Type::kString || item.string.empty()) continue;
      const bool is_phrase = declared.type != KeyType::kPatterns;
      if (is_phrase && !check_lexicon(file, item, language, lexicon)) continue;
      for (PatternSpec& spec : pattern_specs(rule, language, key, {item.string})) {
        const auto added = builder.add(std::move(spec));
        if (added.ok()) continue;
        const std::size_t offset = added.error().column > 0 ? added.error().column - 1 : 0;
        file.error(file.place_in(item, offset), added.error().message, added.error().hint);
      }
    }
  }
}

}  // namespace stet
