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
// rules/lexicon/concept.toml; "nahm ... zu" are two words of a clause. What a list "no-win" has is none of "win", where
// it is longer.
class ClassWords {
 public:
  ClassWords(const Lexicon& lexicon, Language language, const std::vector<std::string>& names);

  [[nodiscard]] bool empty() const { return whole_.empty() && heads_.empty(); }
  // Those in a sentence, in their order, none inside another one.
  [[nodiscard]] std::vector<ClassWord> find(const Document& document, const Block& block, TextSpan sentence) const;
  // The same words as a guard: whether one of them stands in the span.
  [[nodiscard]] static PhraseTrie guard(const Lexicon& lexicon, Language language, std::string_view name);

 private:
  struct Entry {
    std::uint8_t list = 0;
    bool held = false;  // of a "no-" list
    std::string tail;   // form of the second word
    bool operator==(const Entry&) const = default;
  };
  void add(std::string_view word, std::uint8_t list, bool held);
  [[nodiscard]] std::uint32_t tail_end(const Document& document, const Block& block, TextSpan rest,
                                       const std::string& tail) const;

  std::vector<Entry> entries_;
  PhraseTrie whole_;
  PhraseTrie heads_{PhraseTrie::Direction::kBackward};
};

}  // namespace stet
