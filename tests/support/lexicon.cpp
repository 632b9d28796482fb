#include "support/lexicon.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "rule/toml_tree.h"

namespace stet {
namespace {

Lexicon read_all() {
  Lexicon lexicon;
  for (const auto& file : std::filesystem::directory_iterator(STET_SOURCE_DIR "/rules/lexicon")) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const Result<TomlValue> root = parse_toml(file.path().string(), text);
    if (!root) continue;
    for (const TomlEntry& section : root.value().entries) {
      for (const TomlEntry& list : section.value.entries) {
        std::vector<std::string> words;
        for (const TomlValue& word : list.value.items) words.push_back(word.string);
        lexicon.add(file.path().stem().string(), Language(section.key), list.key, std::move(words));
      }
    }
  }
  return lexicon;
}

}  // namespace

const Lexicon& rules_lexicon() {
  static const Lexicon lexicon = read_all();
  return lexicon;
}

}  // namespace stet
