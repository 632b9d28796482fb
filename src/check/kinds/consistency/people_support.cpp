#include "check/kinds/consistency/people_support.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/word_list_support.h"
#include "check/kinds/word_support.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr std::uint32_t kLongestAuxiliary = 3;  // bytes: "a", "has", "ont"

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

NameWords name_words(const Definition& definition, std::string_view key) { return {definition, key, hashes_of_list}; }

PeopleWords::PeopleWords(const Definition& definition)
    : titles(name_words(definition, "titles")),
      no_first(name_words(definition, "no-first")),
      acts(name_words(definition, "acts")),
      title_endings(definition, "title-endings", folded_list) {}

People read_people(const Document& document, const Definition& definition, const PeopleWords& people_words) {
  People people;
  const auto blocks = document.blocks();
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const Block& block = blocks[b];
    if (!definition.looks_at(block.role) || !people_words.titles.contains(block.language)) continue;
    const auto& titles = people_words.titles.at(block.language);
    const auto& no_first = people_words.no_first.at(block.language);
    const auto& acts = people_words.acts.at(block.language);
    const auto& title_endings = people_words.title_endings.at(block.language);
    const auto words = document.words(block);
    const auto is_title = [&](std::size_t i) { return titles.contains(words[i].hash); };
    const auto is_office = [&](std::size_t i) {
      if (title_endings.empty() || !is_capitalised(word_text(block, words[i]))) return false;
      const std::string folded = fold(word_text(block, words[i]));
      return std::ranges::any_of(title_endings, [&](const std::string& ending) { return folded.ends_with(ending); });
    };
    const auto is_name = [&](std::size_t i) {
      return i < words.size() && is_capitalised(word_text(block, words[i])) && !is_title(i) &&
             !is_joined(block.text, words[i]);
    };
    const auto follows = [&](std::size_t i) {
      return i > 0 && i < words.size() && is_adjacent(block.text, words[i - 1].end, words[i].begin);
    };
    // Where the first name begins that ends with the word: "Marie-Laure".
    const auto begin_of_first = [&](std::size_t i) -> std::optional<std::uint32_t> {
      if (is_name(i)) return words[i].begin;
      const bool is_double = i > 0 && words[i].begin == words[i - 1].end + 1 && block.text[words[i - 1].end] == '-' &&
                             is_capitalised(word_text(block, words[i])) &&
                             is_capitalised(word_text(block, words[i - 1]));
      return is_double ? std::optional(words[i - 1].begin) : std::nullopt;
    };
    const auto is_acting = [&](std::size_t i) {
      const auto acts_at = [&](std::size_t k) { return k < words.size() && acts.contains(words[k].hash); };
      // "Weber sagte", "a déclaré Weber", "Weber a déclaré".
      const auto is_short = [&](std::size_t k) { return words[k].end - words[k].begin <= kLongestAuxiliary; };
      if (follows(i + 1) && (acts_at(i + 1) || (follows(i + 2) && is_short(i + 1) && acts_at(i + 2)))) return true;
      return follows(i) && acts_at(i - 1);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!is_name(i) || (follows(i + 1) && is_name(i + 1))) continue;
      const TextSpan span{words[i].begin, words[i].end};
      if (follows(i) && !no_first.contains(words[i - 1].hash) && !is_office(i - 1)) {
        if (const auto begin = begin_of_first(i - 1)) {
          const TextSpan first{*begin, words[i - 1].end};
          FullName name{b, first, span, hash_word(block.text.substr(first.begin, first.size())), words[i].hash, 0};
          if (follows(i - 1) && *begin == words[i - 1].begin) name.before = words[i - 2].hash;
          people.full.push_back(name);
          continue;
        }
      }
      const bool titled = i > 0 && (is_title(i - 1) || is_office(i - 1)) &&
                          is_adjacent_title(block.text, words[i - 1].end, words[i].begin);
      people.lone.push_back({b, span, words[i].hash, titled, is_acting(i)});
    }
  }
  return people;
}

bool are_nicknames(const Facts& facts, Language language, std::string_view a, std::string_view b) {
  const auto pairs = facts.knowledge().lexicon.find("nickname", language);
  if (pairs.empty()) return false;
  const auto names = std::pair(context_form(a), context_form(b));
  return std::ranges::any_of(pairs, [&](std::string_view pair) {
    const std::size_t mark = std::min(pair.find('='), pair.size());
    const std::string one = context_form(pair.substr(0, mark));
    const std::string other = context_form(pair.substr(std::min(mark + 1, pair.size())));
    return names == std::pair(one, other) || names == std::pair(other, one);
  });
}

bool is_inflected(std::u32string_view a, std::u32string_view b, std::span<const std::string> endings) {
  if (a.size() > b.size()) std::swap(a, b);
  if (!b.starts_with(a)) return false;
  std::string rest;
  for (const char32_t c : b.substr(a.size())) append_utf8(rest, c);
  return rest.empty() || std::ranges::find(endings, rest) != endings.end();
}

bool is_brought_in(const Document& document, std::uint32_t number, std::uint32_t end,
                   const std::vector<std::string>* articles) {
  const Block& block = document.block(number);
  const auto words = document.words(block);
  const auto next = std::ranges::lower_bound(words, end, {}, &Word::begin);
  return articles != nullptr && next != words.end() && block.text.substr(end, next->begin - end) == ", " &&
         std::ranges::find(*articles, word_text(block, *next)) != articles->end();
}

}  // namespace stet
