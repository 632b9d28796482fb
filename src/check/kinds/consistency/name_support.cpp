#include "check/kinds/consistency/name_support.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/byte_set.h"
#include "check/kinds/context_support.h"

namespace stet {

std::string name_form(std::string_view word) {
  std::string form = context_form(word);
  // "Webers"
  if (form.size() > 4 && form.back() == 's') form.pop_back();
  return form;
}

std::vector<SentenceName> names_in(const Document& document, const Block& block, TextSpan sentence,
                                   bool noun_capitals) {
  std::vector<SentenceName> names;
  for_each_name(document, block, sentence, noun_capitals, [&](const Word& word, bool common) {
    names.push_back({name_form(word_text(block, word)), {word.begin, word.end}, common});
  });
  return names;
}

Forms proper_names(const Document& document, const Block& block, TextSpan sentence,
                   const std::vector<std::string>& names_after) {
  const bool noun_capitals = !names_after.empty();
  const std::vector<SentenceName> names = names_in(document, block, sentence, noun_capitals);
  const std::span<const Word> all = document.words(block);
  Forms found;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const SentenceName& name = names[i];
    if (name.common) continue;
    // What begins the sentence has its capital from there.
    if (noun_capitals || name.span.begin == sentence.begin) {
      const auto word = std::ranges::lower_bound(all, name.span.begin, {}, &Word::begin);
      const bool behind = word != all.begin() && word->begin > sentence.begin &&
                          std::ranges::binary_search(names_after, context_form(word_text(block, *(word - 1))));
      const bool beside = (i > 0 && is_adjacent(block.text, names[i - 1].span.end, name.span.begin)) ||
                          (i + 1 < names.size() && is_adjacent(block.text, name.span.end, names[i + 1].span.begin));
      if (!behind && !beside) continue;
    }
    found.insert(name.form);
  }
  return found;
}

bool intersects(const Forms& a, const Forms& b) {
  return std::ranges::any_of(a, [&](const std::string& form) { return b.contains(form); });
}

bool has_own(const Forms& a, const Forms& b) {
  return std::ranges::any_of(a, [&](const std::string& form) { return !b.contains(form); });
}

std::uint32_t consonant_hash(std::string_view word) {
  static constexpr ByteSet kKept("bglmnrv");
  std::uint32_t hash = 1;
  char last = 0;
  for (const char letter : word) {
    char c = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    if (c == 'w') c = 'v';
    if (c == last || !kKept.has(c)) continue;
    hash = hash * 31 + static_cast<unsigned char>(c);
    last = c;
  }
  return hash;
}

}  // namespace stet
