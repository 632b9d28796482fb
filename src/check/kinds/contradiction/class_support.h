// Words of the lexicon "class": what may be told of an event, one class excluding another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"

namespace stet {

// A word or phrase of a class in a text.
struct ClassWord {
  std::uint8_t list = 0;  // which of the names
  TextSpan span;
  std::uint32_t head = 0;  // where in the span the word of the class begins: "Umsatzminus", at its seventh letter
};

// The lists of a language, by their names, in all lexicons whose name begins with "class". Written as in
// rules/lexicon/concept.toml; "nahm ... zu" are two words of a clause, the second one at its end. Where a list whose
// name begins with "no-" has a longer phrase, no other is found.
class ClassWords {
 public:
  ClassWords(const Lexicon& lexicon, Language language, const std::vector<std::string>& names);

  [[nodiscard]] bool empty() const { return whole_.empty() && heads_.empty(); }
  // Those in a sentence, in their order, none inside another.
  [[nodiscard]] std::vector<ClassWord> find(const Document& document, const Block& block, TextSpan sentence) const;
  // The same words as a guard: whether one of them stands in the span.
  [[nodiscard]] static PhraseTrie guard(const Lexicon& lexicon, Language language, std::string_view name);

 private:
  struct Entry {
    std::uint8_t list = 0;
    std::string tail;  // form of the second word
  };
  void add(std::string_view word, std::uint8_t list);
  [[nodiscard]] std::uint32_t tail_end(const Document& document, const Block& block, TextSpan rest,
                                       const std::string& tail) const;

  std::vector<Entry> entries_;  // the first ones are the lists alone
  std::uint32_t held_back_ = 0;  // the entry of "no-" lists
  PhraseTrie whole_;
  PhraseTrie heads_{PhraseTrie::Direction::kBackward};
};

}  // namespace stet
