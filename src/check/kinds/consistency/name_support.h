// The names in a sentence, as far as capitals and the lists of common words tell, by which two sentences are known to
// be of the same people and things.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/word_support.h"
#include "document/document.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

using Forms = std::set<std::string>;

struct SentenceName {
  std::string form;  // context_form(), without a final s
  TextSpan span;
  bool common = false;  // a common word that has its capital from where it stands
};

// The form of a name.
std::string name_form(std::string_view word);

// Calls `use(word, common)` with the words of names_in().
template <class Use>
void for_each_name(const Document& document, const Block& block, TextSpan sentence, bool noun_capitals, Use use) {
  const auto home = table_number(block.language);
  for (const Word& word : words_in(document.words(block), sentence)) {
    if (word.end > sentence.end) break;
    const std::string_view text = word_text(block, word);
    if (text.size() < 3 || !is_upper(decode_at(text, 0).value)) continue;
    const WordKinship& kin = kinship(word.hash);
    if (home && (kin.small >> *home & 1U) != 0) continue;
    const bool may_be_noun = word.begin == sentence.begin || noun_capitals;
    use(word, may_be_noun && home && (kin.common >> *home & 1U) != 0);
  }
}

// Words with a capital that are no small words. Where `noun_capitals`, common nouns have theirs from the language.
std::vector<SentenceName> names_in(const Document& document, const Block& block, TextSpan sentence, bool noun_capitals);

// The same without what may be a common noun: where nouns have capitals, only what stands behind one of `names_after`
// (sorted forms) or beside another such word.
Forms proper_names(const Document& document, const Block& block, TextSpan sentence,
                   const std::vector<std::string>& names_after);

// The consonants that every spelling of a name keeps, hashed: a cheap look before the keys are made.
std::uint32_t consonant_hash(std::string_view word);

bool intersects(const Forms& a, const Forms& b);
// Whether `a` holds one that `b` lacks.
bool has_own(const Forms& a, const Forms& b);

}  // namespace stet
