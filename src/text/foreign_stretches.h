// Stretches of a text that are in another language than the rest of it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "text/words.h"

namespace stet {

struct ForeignStretch {
  TextSpan span;
  Language language;
  std::uint32_t words = 0;
  // The words that speak for the language most, in order: common ones of it that the text's own language lacks.
  std::vector<TextSpan> evidence;
  double weight = 0;  // ln of how much likelier the stretch is in its language than in the text's
  // What it fills, names at the edges left out of account.
  enum class Fills : std::uint8_t { kNothing, kSentence, kLine } fills = Fills::kNothing;
};

// Finds them in a block's text with its words, given the language that the text is in. Each word is looked up once;
// only where words of another language stand together, or none of the text's own, are letters weighed and CLD2 asked.
// Method: a word's score for a language is that of the list it stands in, else of its letters in threes; the stretch is
// the run of words with the greatest sum of differences (Kadane's maximum subarray) in a sentence or line.
// When the text's language is not one of rules/lexicon/common-words.toml, only what is in other letters
// (text/script_stretches.h). No marks (quotation, emphasis) are looked at.
std::vector<ForeignStretch> foreign_stretches(std::string_view text, std::span<const Word> words, Language home);

}  // namespace stet
