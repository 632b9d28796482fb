// How one language writes numbers: rules/lexicon/numbers.toml and units.toml, made ready for reading.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/lazy.h"
#include "facts/lexicon.h"
#include "facts/phrase_trie.h"
#include "facts/units.h"

namespace stet {

// What a word before or behind a number says about its exactness.
enum class Hedge : std::uint8_t { kExact, kAbout, kOver, kUnder, kUpTo, kAtLeast };

// A symbol that is read only in this case ("MW", not "mw").
struct UnitName {
  UnitId unit = kNoUnit;
  bool exact = false;
  std::string text;
};

// Immutable once built.
class NumberLanguage {
 public:
  NumberLanguage(const Lexicon& lexicon, Language language);

  // --- digits
  char decimal = '.';
  bool group_dot = false;
  bool group_comma = false;
  bool group_space = false;      // plain spaces too
  bool loose = false;            // both conventions are in use: "1.234" may be either
  bool dotted_ordinals = false;  // "3." is third
  bool capital_nouns = false;    // adjectives may stand between number and noun

  // --- number words; payloads of `cardinals` index `atoms`, those of the others `values`
  bool compound = false;
  bool spaced = false;
  bool hyphen = false;
  bool inverted = false;
  bool vigesimal = false;
  struct Atom {
    double value = 0;
    bool initial = true;  // may begin a number
    bool final = true;    // may end one
    bool article = false;
  };
  std::vector<Atom> atoms;
  PhraseTrie cardinals;
  PhraseTrie join_inside;           // without spaces: "und" in einundzwanzig
  PhraseTrie join_hundreds_inside;  // hundertundeins
  PhraseTrie join_tens;             // with spaces: treinta y tres
  PhraseTrie join_hundreds;

  std::vector<double> values;  // of scales, fractions, portions, ordinals
  PhraseTrie scales;
  PhraseTrie scales_money;
  PhraseTrie of;
  PhraseTrie fractions;
  PhraseTrie portions;
  PhraseTrie half_after;
  PhraseTrie each;
  PhraseTrie ordinals;
  PhraseTrie out_of;

  // --- around a number
  PhraseTrie hedges_before{PhraseTrie::Direction::kBackward};  // payload: Hedge
  PhraseTrie hedges_after;
  PhraseTrie skip_before{PhraseTrie::Direction::kBackward};
  PhraseTrie labels{PhraseTrie::Direction::kBackward};
  PhraseTrie months_before{PhraseTrie::Direction::kBackward};
  PhraseTrie months_after;
  PhraseTrie clock;
  PhraseTrie year_before{PhraseTrie::Direction::kBackward};
  PhraseTrie counted;                                         // nouns that make a count of what may be a year
  PhraseTrie count_before{PhraseTrie::Direction::kBackward};  // before such a count that is near our time
  PhraseTrie per;
  PhraseTrie range;
  PhraseTrie minus{PhraseTrie::Direction::kBackward};
  PhraseTrie no_noun;

  // --- units; payloads index `unit_names`
  std::vector<UnitName> unit_names;
  PhraseTrie units;
  PhraseTrie currency_before{PhraseTrie::Direction::kBackward};

  // Whether a word that begins at `pos` may begin a number in words: a cheap test before the tries.
  [[nodiscard]] bool may_begin_number(std::string_view text, std::size_t pos) const {
    return first_words_.has(text, pos);
  }
  // Whether a word with this hash is one that is mostly an article, and whether one that begins at `pos` makes a
  // number of an article before it: "eine Million", "a third", "one in".
  [[nodiscard]] bool is_article(std::uint32_t hash) const {
    for (const std::uint32_t article : article_hashes_) {
      if (article == hash) return true;
    }
    return false;
  }
  [[nodiscard]] bool may_follow_article(std::string_view text, std::size_t pos) const {
    return second_words_.has(text, pos);
  }

 private:
  void add_cardinals(const Lexicon& lexicon, Language language);
  void add_units(const Lexicon& lexicon, Language language);
  // The first three bytes of words, ASCII letters in lower case, hashed to 14 bits.
  class Prefixes {
   public:
    void add(std::string_view phrase);
    [[nodiscard]] bool has(std::string_view text, std::size_t pos) const {
      const std::uint32_t key = key_of(text, pos);
      return (bits_[key >> 6U] >> (key & 63U) & 1U) != 0;
    }

   private:
    static std::uint32_t key_of(std::string_view text, std::size_t pos) {
      std::uint32_t key = 0;
      for (std::size_t i = pos; i < pos + 3; ++i) {
        const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
        const bool part = c >= 0x80 || (c | 0x20U) - 'a' < 26U;
        key = key << 8U | (part ? c < 0x80 ? c | 0x20U : c : 0U);
        if (!part) {
          key <<= 8U * (pos + 2 - i);
          break;
        }
      }
      return key * 0x9E3779B1U >> 18U;
    }
    std::array<std::uint64_t, 256> bits_{};
  };
  Prefixes first_words_;
  Prefixes second_words_;
  std::vector<std::uint32_t> article_hashes_;
};

// The languages' number knowledge, each built when first asked for. Thread-safe.
class NumberLanguages {
 public:
  const NumberLanguage& get(const Lexicon& lexicon, Language language) const {
    return languages_.get(language, [&] { return NumberLanguage(lexicon, language); });
  }

 private:
  LazyMap<Language, NumberLanguage> languages_;
};

}  // namespace stet
