// A word for a post without a name, by which somebody told of before may be taken up: "the goalkeeper".
#pragma once

#include <cstdint>
#include <string_view>

#include "check/check.h"
#include "check/kinds/contradiction/post_words_support.h"

namespace stet {

// How it stands in its sentence.
enum class Loose : std::uint8_t {
  kNo,
  kSubject,  // begins the sentence, or tells who said what was quoted
  kInside,   // behind a word that begins a clause, or a mark: "said that the striker"
};

Loose loose_post(const Document& document, const Block& block, const PostWords& words, const PostWord& post,
                 TextSpan sentence);

// Whether somebody else is named between two places of an article, by two words with capitals; where nouns have
// capitals, of words that are in no dictionary. `surname`: folded letters.
bool names_others(const Document& document, const PostWords& words, TextPlace from, TextPlace to,
                  std::string_view surname);

}  // namespace stet
