// Words of the lexicon "class": what may be told of an event, one class excluding another.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/facts.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"
#include "facts/word_tables.h"

namespace stet {

// A word or phrase of a class in a text.
struct ClassWord {
  std::uint16_t list = 0;  // its number, the same in all languages
  TextSpan span;
  std::uint32_t head = 0;  // where in the span the word of the class begins: "Umsatzminus", at its seventh letter
  std::uint32_t end = 0;   // of the last word, where others stand between
};

// The lists of a language in all lexicons "class-…". Written as in rules/lexicon/concept.toml; "nahm ... zu" are words
// of a clause that others may part. What a list "no-win" has is none of "win", where it is longer.
class ClassWords {
 public:
  // Puts the two tables that it needs before what is made there, and the texts: the names of the lists, by number.
  static void make(const Lexicon& lexicon, Language language, MadeTables& made);
  // Views what was made.
  explicit ClassWords(const WordTable& made) : made_(&made) {}

  // Whether of two lists one tells what the other tells, or excludes it: then "not resign" holds no "resign".
  using Related = std::function<bool(std::uint16_t, std::uint16_t)>;
  // Those of the wanted lists in a sentence, in their order, none inside one of a related list. wanted[i]: of list i.
  // What the tables have in a block is looked up once for all who ask.
  [[nodiscard]] std::vector<ClassWord> find(const Document& document, const Facts& facts, std::uint32_t block,
                                            TextSpan sentence, const std::vector<bool>& wanted,
                                            const Related& are_related) const;
  // The numbers of the lists that may have a word in the block, one for each word: a cheap look before find().
  [[nodiscard]] std::vector<std::uint16_t> lists_in(const Document& document, const Facts& facts,
                                                    std::uint32_t block) const;

 private:
  const WordTable* made_;
};

}  // namespace stet
