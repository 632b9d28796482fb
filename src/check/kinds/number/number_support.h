// What the kinds that compute with quantities share: a rule's words in a language, and the text between numbers.
#pragma once

#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"
#include "facts/phrase_trie.h"

namespace stet {

// A list of a rule's language sections, and from where it is looked at.
struct WordList {
  std::string_view key;
  PhraseTrie::Direction direction = PhraseTrie::Direction::kForward;
  bool groups = false;  // words for one thing are parted by |; the payload is the number of the group
};

// The lists of a rule's sections. [any] belongs to each language. Shared by threads.
class RuleWords {
 public:
  // The definition must outlive the words.
  RuleWords(const Definition& definition, std::span<const WordList> lists) : definition_(&definition), lists_(lists) {}

  // Those of a language, each made ready when it is first looked at: most are asked for only where a number stands.
  class Tries {
   public:
    Tries(const Definition& definition, Language language, std::span<const WordList> lists)
        : definition_(&definition), language_(language), lists_(lists), made_(lists.size()) {}
    Tries(const Tries&) = delete;
    Tries& operator=(const Tries&) = delete;
    ~Tries();
    // By number of the list.
    [[nodiscard]] const PhraseTable& operator[](std::size_t list) const {
      const PhraseTrie* made = made_[list].load(std::memory_order_acquire);
      return made != nullptr ? made->table() : make(list);
    }

   private:
    const PhraseTable& make(std::size_t list) const;

    const Definition* definition_;
    Language language_;
    std::span<const WordList> lists_;
    mutable std::vector<std::atomic<const PhraseTrie*>> made_;
  };
  // Null when the rule has no section for the language.
  [[nodiscard]] const Tries* in(Language language) const;

 private:
  const Definition* definition_;
  std::span<const WordList> lists_;
  LazyMap<Language, std::unique_ptr<const Tries>> languages_;
};

// Adds the words of a list whose entries are groups of words for one thing, parted by |; the payload is the group's
// number.
void add_groups(const Definition& definition, Language language, std::string_view key, PhraseTrie& trie);

// Bytes of white space skipped forwards and backwards, line feeds excepted.
std::size_t skip_blanks(std::string_view text, std::size_t pos);
std::size_t skip_blanks_back(std::string_view text, std::size_t pos);

// The words of the list that stand right before `pos` (right at it), blanks skipped; where they begin (end).
PhraseTrie::Match words_before(const PhraseTable& backward, std::string_view text, std::size_t pos);
PhraseTrie::Match words_at(const PhraseTable& forward, std::string_view text, std::size_t pos);

// Whether a phrase of the list stands somewhere in the span, at word edges.
bool holds(const PhraseTable& forward, std::string_view text, TextSpan span);

// Whether a phrase of a list stands in the sentence around a place; looked up once for all places in a sentence.
class SentenceGuard {
 public:
  explicit SentenceGuard(std::uint8_t list) : list_(list) {}
  bool silences(const Block& block, const RuleWords::Tries& words, std::uint32_t pos);

 private:
  std::uint8_t list_;
  const Block* block_ = nullptr;
  TextSpan sentence_;
  bool silent_ = false;
};

// Whether the stretch holds a sentence end, a line feed, or a digit that is not part of a year.
bool breaks_clause(std::string_view stretch);

// A value with the decimals of another number, and no more than are needed to tell it from `other`.
NumberValue number_value(double value, int decimals);

// Exact, and of no other thing than what it counts.
bool is_usable_part(const Quantity& quantity);

// A quantity's printed number: 3.2 for "3,2 Millionen".
double mantissa(const Quantity& quantity);
NumberValue printed(const Quantity& quantity);

// `value` written with `decimals` digits in the style of the quantity (or of its language, where it shows none).
std::string write_number(double value, int decimals, const Quantity& like, const NumberLanguage& language);

}  // namespace stet
