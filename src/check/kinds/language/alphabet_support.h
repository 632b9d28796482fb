// Words with letters of two alphabets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/lookalikes.h"

namespace stet {

struct WordLetter {
  std::uint32_t begin = 0;  // bytes of the block's text
  char32_t c = 0;
  Alphabet alphabet = Alphabet::kOther;
};

// A word of Latin and other letters.
struct MixedWord {
  TextSpan span;
  std::vector<WordLetter> letters;
  Alphabet other = Alphabet::kOther;  // beside Latin; kOther when there are more than two
  std::size_t latin = 0;              // how many letters
  std::size_t others = 0;
  bool digits = false;

  // Runs of letters of one alphabet.
  [[nodiscard]] std::size_t runs() const;
};

// What the words of a block are written in.
struct BlockAlphabets {
  std::size_t latin_words = 0;
  std::size_t other_words = 0;
  std::vector<MixedWord> mixed;
  std::vector<MixedWord> other;  // in a block of mostly Latin words: other ones that have Latin lookalikes only
};

// Empty, and cheap, when the block has Latin letters only.
BlockAlphabets alphabets_of(const Document& document, const Block& block);

// The letters of the word that are not of `alphabet`, each with what looks like it there; empty when one of them
// has no lookalike.
struct Replacement {
  TextSpan span;
  char32_t by = 0;
};
std::vector<Replacement> replacements(const MixedWord& word, Alphabet alphabet);

// How a mixed word is to be read as a word of one alphabet, if it is meant to be one.
struct Reading {
  Alphabet alphabet = Alphabet::kOther;  // kOther: there is none
  bool clear = false;                    // no doubt which alphabet is meant
  std::vector<Replacement> letters;
};
Reading read_mixed(const BlockAlphabets& block, const MixedWord& word);

}  // namespace stet
