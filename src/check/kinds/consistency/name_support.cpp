#include "check/kinds/consistency/name_support.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

std::vector<SentenceName> names_in(const Document& document, const Block& block, TextSpan sentence,
                                   bool noun_capitals) {
  std::vector<SentenceName> names;
  const auto home = table_number(block.language);
  const std::span<const Word> words = document.words(block);
  for (auto word = std::ranges::lower_bound(words, sentence.begin, {}, &Word::begin);
       word != words.end() && word->end <= sentence.end; ++word) {
    const std::string_view text = word_text(block, *word);
    if (text.size() < 3 || !is_upper(decode_at(text, 0).value)) continue;
    const WordKinship& kin = kinship(word->hash);
    if (home && (kin.small >> *home & 1U) != 0) continue;
    const bool may_be_noun = word->begin == sentence.begin || noun_capitals;
    const bool common = may_be_noun && home && (kin.common >> *home & 1U) != 0;
    std::string form = context_form(text);
    // "Webers"
    if (form.size() > 4 && form.back() == 's') form.pop_back();
    names.push_back({std::move(form), {word->begin, word->end}, common});
  }
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

}  // namespace stet
