// Text of one single-byte code page that was read as another: "f¸r" for "für" is Windows-1252 read as Mac Roman.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "text/code_pages.h"

namespace stet {

// A word that was read so, without the punctuation around it.
struct SwappedWord {
  TextSpan span;
  std::string text;    // what stood there
  bool known = false;  // whether a list of the language has it
  bool odd = false;    // whether it has a character that the language does not write
};

struct SwappedWords {
  CodePage written = CodePage::kWindows1252;
  CodePage read = CodePage::kWindows1252;
  std::uint32_t proofs = 0;  // different words that only so become words of the language
  std::vector<SwappedWord> words;
};

// The different words of a document's language that each pair of pages [written][read] makes of others, by their
// hashes.
struct SwapProofs {
  std::array<std::array<std::set<std::uint32_t>, kCodePages>, kCodePages> words;
  std::array<std::array<bool, kCodePages>, kCodePages> hard{};  // whether one had a sign in its midst that no word has
  std::size_t looks = 0;  // words that were tried, of which some hundred tell enough
};

// The most words that one pair of pages makes.
std::size_t strongest(const SwapProofs& proofs);

// A cheap look: whether a character stands where the language has none, inside of a word. Only for languages of
// rules/lexicon/common-words.toml in Latin letters, and for text that may be Cyrillic.
bool may_be_swapped(std::string_view text, Language language);

// Adds what a block tells.
void prove_swapped(std::string_view text, Language language, SwapProofs& proofs);

// The words of a block that were read as another page, in order; none unless the document proves it: two different
// words, or one with a sign in its midst that no word has.
SwappedWords find_swapped(std::string_view text, Language language, const SwapProofs& proofs);

}  // namespace stet
