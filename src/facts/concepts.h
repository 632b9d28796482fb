// Words that name one thing: "Entbindungen" are "Geburten", "turnover" is "revenue". The lists and how they are
// written: rules/lexicon/concept.toml.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"

namespace stet {

// What a word may name, as numbers of concepts; a word in more lists than fit names the first ones.
class ConceptSet {
 public:
  void add(std::uint16_t number);
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] bool has(std::uint16_t number) const;
  [[nodiscard]] bool meets(const ConceptSet& other) const;

 private:
  std::array<std::uint16_t, 7> numbers_{};
  std::uint8_t size_ = 0;
};

// The concepts of a language; by default of one of which nothing is known.
class Concepts {
 public:
  Concepts() = default;
  // What the tables view must outlive the concepts; their numbers are those of concepts. `heads` looks backwards.
  Concepts(PhraseTable whole, PhraseTable heads) : whole_(whole), heads_(heads) {}

  struct Found {
    ConceptSet concepts;
    std::size_t head = 0;  // where what names them begins: "Erdölpreis", at its sixth letter
    std::size_t end = 0;   // of the word or of the phrase that it begins, in bytes
  };
  // What the word in the span of a text names, alone or with the words behind it.
  [[nodiscard]] Found at(std::string_view text, std::size_t begin, std::size_t end) const;

 private:
  PhraseTable whole_;
  PhraseTable heads_;
};

// Which lexicons a set of concepts is of.
enum class ConceptFamily : std::uint8_t {
  kConcepts,     // "concept": words that name one thing
  kOccurrences,  // "occurrence": words for what happens once
  kThesaurus,    // "concept" and "thesaurus-…": words that an article may use of one thing: "Kokain", "Rauschgift"
};
inline constexpr std::size_t kConceptFamilies = 3;

// The concepts of a family in all languages. Immutable, shared by threads.
class ConceptLexicon {
 public:
  static constexpr std::uint16_t kUnknown = 0xFFFF;

  ConceptLexicon() = default;
  ConceptLexicon(const Lexicon& lexicon, ConceptFamily family);
  // Those of an image(), in place: it must outlive them, and be aligned to 8 bytes.
  static ConceptLexicon view(std::string_view image);
  // As it lies in memory: not portable between machines of different byte order.
  [[nodiscard]] std::string image() const;

  [[nodiscard]] const Concepts& of(Language language) const;
  // The number of the concept, the same in all languages; kUnknown when there is no such list.
  [[nodiscard]] std::uint16_t number(std::string_view name) const;

 private:
  struct Tries {
    PhraseTrie whole;
    PhraseTrie heads{PhraseTrie::Direction::kBackward};
    void add(std::string_view word, std::uint16_t number);
  };

  std::unique_ptr<std::string> text_;    // of the names, a line each, where they are our own
  std::vector<std::string_view> names_;  // sorted
  std::map<Language, std::unique_ptr<Tries>> tries_;
  std::map<Language, Concepts> concepts_;
};

// The concepts of all families.
class ConceptLexicons {
 public:
  ConceptLexicons() = default;
  explicit ConceptLexicons(const Lexicon& lexicon);
  // As for one of them.
  static ConceptLexicons view(std::string_view image);
  [[nodiscard]] std::string image() const;
  // Whether the lexicon of the name has lists of concepts.
  static bool is_part(std::string_view name);

  [[nodiscard]] const ConceptLexicon& operator[](ConceptFamily family) const {
    return families_[static_cast<std::size_t>(family)];
  }

 private:
  std::array<ConceptLexicon, kConceptFamilies> families_;
};

}  // namespace stet
