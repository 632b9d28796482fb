#include "check/kinds/consistency/people_support.h"

#include <string>

#include "check/kinds/word_support.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

// "Dr. Weber" as well as "Frau Weber".
bool is_adjacent_title(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  if (end < text.size() && text[end] == '.') ++end;
  return is_adjacent(text, end, begin);
}

// Part of a longer one: "Meyer-Landrut", "O'Neill". "Meyer's" is Meyer.
bool is_joined(std::string_view text, const Word& word) {
  const auto joins = [](char32_t c) {
    return c == '-' || c == U'‐' || c == U'‑' || c == '\'' || c == U'’' || c == '@' || c == '#' || c == '_' || c == '/';
  };
  if (word.begin > 0 && joins(decode_before(text, word.begin).value)) return true;
  if (word.end >= text.size()) return false;
  const CodePoint next = decode_at(text, word.end);
  if (!joins(next.value)) return false;
  const std::string_view rest = text.substr(word.end + next.length);
  const bool is_possessive = (next.value == '\'' || next.value == U'’') &&
                             (!rest.starts_with('s') ? rest.empty() || !is_word_char(decode_at(rest, 0).value)
                                                     : rest.size() == 1 || !is_word_char(decode_at(rest, 1).value));
  return !is_possessive;
}

}  // namespace

NameWords name_words(const Definition& definition, std::string_view key) {
  NameWords words;
  for (const auto& [language, section] : definition.sections) {
    auto& own = words[language];
    if (const auto* list = definition.option<std::vector<std::string>>(language, key)) {
      for (const std::string& word : *list) own.insert(hash_word(word));
    }
  }
  return words;
}

People read_people(const Document& document, const Definition& definition, const NameWords& titles,
                   const NameWords& no_first) {
  People people;
  const auto blocks = document.blocks();
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    const auto own_titles = titles.find(block.language);
    if (!definition.looks_at(block.role) || own_titles == titles.end()) continue;
    const auto& own_no_first = no_first.at(block.language);
    const auto words = document.words(block);
    const auto is_title = [&](std::size_t i) { return own_titles->second.contains(words[i].hash); };
    const auto is_name = [&](std::size_t i) {
      return i < words.size() && is_capitalised(word_text(block, words[i])) && !is_title(i) &&
             !is_joined(block.text, words[i]);
    };
    const auto follows = [&](std::size_t i) {
      return i > 0 && i < words.size() && is_adjacent(block.text, words[i - 1].end, words[i].begin);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!is_name(i) || (follows(i + 1) && is_name(i + 1))) continue;
      const TextSpan span{words[i].begin, words[i].end};
      if (follows(i) && is_name(i - 1) && !own_no_first.contains(words[i - 1].hash)) {
        FullName name{b, {words[i - 1].begin, words[i - 1].end}, span, words[i - 1].hash, words[i].hash, 0};
        if (follows(i - 1)) name.before = words[i - 2].hash;
        people.full.push_back(name);
        continue;
      }
      const bool titled = i > 0 && is_title(i - 1) && is_adjacent_title(block.text, words[i - 1].end, words[i].begin);
      people.lone.push_back({b, span, words[i].hash, titled});
    }
  }
  return people;
}

}  // namespace stet
