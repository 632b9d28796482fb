// Words that name one thing: "Entbindungen" are "Geburten", "turnover" is "revenue". The lists and how they are
// written: rules/lexicon/concept.toml.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

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
  std::array<std::uint16_t, 4> numbers_{};
  std::uint8_t size_ = 0;
};

// The concepts of a language.
class Concepts {
 public:
  static constexpr std::uint16_t kUnknown = 0xFFFF;

  // `family`: the lexicon that they stand in, with its parts.
  Concepts(const Lexicon& lexicon, Language language, std::string_view family = "concept");

  struct Found {
    ConceptSet concepts;
    std::size_t head = 0;  // where what names them begins: "Erdölpreis", at its sixth letter
    std::size_t end = 0;   // of the word or of the phrase that it begins, in bytes
  };
  // What the word in the span of a text names, alone or with the words behind it.
  [[nodiscard]] Found at(std::string_view text, std::size_t begin, std::size_t end) const;

 private:
  void add(std::string_view word, std::uint16_t number);

  PhraseTrie whole_;
  PhraseTrie heads_{PhraseTrie::Direction::kBackward};
};

// The number of the concept, the same in all languages; kUnknown when the lexicon has no such list.
std::uint16_t concept_number(const Lexicon& lexicon, std::string_view name, std::string_view family = "concept");

// The concepts of each language, made when first asked for. Thread-safe.
class ConceptsCache {
 public:
  explicit ConceptsCache(std::string_view family = "concept");
  ~ConceptsCache();
  ConceptsCache(ConceptsCache&&) noexcept;
  ConceptsCache& operator=(ConceptsCache&&) noexcept;

  // Lives as long as the cache. `lexicon` must be the same in every call.
  const Concepts& of(Language language, const Lexicon& lexicon) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet
