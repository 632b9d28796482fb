#include "check/kinds/contradiction/bare_name_support.h"

#include <algorithm>

#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::size_t kLongestName = 4;  // words, what somebody is among them
constexpr std::size_t kShortest = 3;     // bytes of a first name

// "Le centre Louis-Favre"; but "Anna-Lena Holt", "Anna Brandt-Holt"
bool ends_compound(const Document& document, const BareName& name) {
  const Block& block = document.block(name.block);
  if (name.span.begin == 0 || block.text[name.span.begin - 1] != '-') return false;
  const std::span<const Word> all = document.words(block);
  const auto own = std::ranges::lower_bound(all, name.span.begin, {}, &Word::begin) - all.begin();
  if (own < 2) return false;
  const Word& before = all[static_cast<std::size_t>(own - 2)];
  const Word& half = all[static_cast<std::size_t>(own - 1)];
  return begins_lower(word_text(block, before)) && is_adjacent(block.text, before.end, half.begin) &&
         is_capitalised(word_text(block, half));
}

void drop_first(const Document& document, const Block& block, BareName& name) {
  name.words.erase(name.words.begin());
  const std::span<const Word> words = document.words(block);
  const auto first = std::ranges::upper_bound(words, name.span.begin, {}, &Word::begin);
  name.span.begin = first->begin;
}

// Whether all who bear the last name are this one, as far as what stands before it tells.
bool is_only(const Document& document, const BareName& one, std::uint32_t title, const RuleWords::Tries& lists) {
  for (const Block& block : document.blocks()) {
    const std::span<const Word> words = document.words(block);
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i].hash != one.words.back() || !is_adjacent(block.text, words[i - 1].end, words[i].begin)) continue;
      const Word& before = words[i - 1];
      if (before.hash == one.words.front() || before.hash == title) continue;
      if (!is_capitalised(word_text(block, before)) || words_at(lists[kTitles], block.text, before.begin)) continue;
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<BareName> bare_names_in(const Document& document, std::uint32_t number, TextSpan stretch,
                                    const RuleWords::Tries& lists, bool owned) {
  const Block& block = document.block(number);
  std::vector<BareName> names;
  BareName name{number, {}, {}};
  bool of = false;
  const auto home = table_number(block.language);
  const auto is_common = [&](std::uint32_t hash) { return home && (kinship(hash).common >> *home & 1U) != 0; };
  const auto close = [&] {
    // "Schreinermeister Anton Huber"
    const bool listed = name.words.size() > kLongestName;
    const bool part = name.words.size() == 1 && ends_compound(document, name);
    while (!listed && name.words.size() > 2) drop_first(document, block, name);
    if (!name.words.empty() && !listed && !of && !part &&
        !(is_common(name.words.front()) && is_common(name.words.back())))
      names.push_back(name);
    name = {number, {}, {}};
    of = false;
  };
  for (const Word& word : words_in(document.words(block), stretch)) {
    const std::string_view text = word_text(block, word);
    if (!name.words.empty() && !is_adjacent(block.text, name.span.end, word.begin)) {
      // "Karl's widow", "l'ami".
      if (block.text.substr(name.span.end, 1) == "'" || block.text.substr(name.span.end, 3) == "\u2019") of = true;
      close();
    }
    if (!is_capitalised(text)) {
      close();
      continue;
    }
    const bool relative = static_cast<bool>(words_at(lists[kRelatives], block.text, word.begin));
    if (relative || (name.words.empty() && text.size() < kShortest)) {
      name = {number, {}, {}};
      of = false;
      continue;
    }
    if (name.words.empty()) {
      name.span.begin = word.begin;
      of = !owned && static_cast<bool>(words_before(lists[kOf], block.text, word.begin));
    }
    name.span.end = word.end;
    name.words.push_back(word.hash);
  }
  close();
  return names;
}

bool is_same_name(const Document& document, const BareName& dead, const BareName& alive,
                  const RuleWords::Tries& lists) {
  if (dead.words.front() == alive.words.front()) {
    return dead.words.size() == 1 || alive.words.size() == 1 || dead.words.back() == alive.words.back();
  }
  if (dead.words.size() == 1 || dead.words.back() != alive.words.back()) return false;
  const auto home = table_number(document.block(alive.block).language);
  const bool titled = home && (kinship(alive.words.front()).common >> *home & 1U) != 0;
  return (alive.words.size() == 1 || titled) && is_only(document, dead, alive.words.front(), lists);
}

}  // namespace stet
