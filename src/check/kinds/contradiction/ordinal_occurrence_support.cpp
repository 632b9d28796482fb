#include "check/kinds/contradiction/ordinal_occurrence_support.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "check/kinds/word_support.h"
#include "facts/concepts.h"

namespace stet {
namespace {

ConceptSet occurrences_at(const Document& document, const Facts& facts, std::uint32_t number, const Word& word) {
  const Block& block = document.block(number);
  return facts.knowledge()
      .concepts[ConceptFamily::kOccurrences]
      .of(block.language)
      .at(block.text, word.begin, word.end)
      .concepts;
}

// The last word of what is counted.
std::optional<Word> noun_of(const Document& document, const Ordinal& ordinal) {
  const auto words = words_in(document.words(document.block(ordinal.block)), ordinal.span);
  return words.empty() ? std::nullopt : std::optional(words.back());
}

}  // namespace

bool name_one_thing(const Document& document, const Facts& facts, const Ordinal& a, const Ordinal& b) {
  const auto [one, other] = std::pair(noun_of(document, a), noun_of(document, b));
  return one && other &&
         occurrences_at(document, facts, a.block, *one).meets(occurrences_at(document, facts, b.block, *other));
}

bool tells_of_noun(const Document& document, const Facts& facts, const Ordinal& time, const Ordinal& counted) {
  const auto noun = noun_of(document, counted);
  if (!noun) return false;
  const ConceptSet known = occurrences_at(document, facts, counted.block, *noun);
  // "For the third time the brigade turned out. A shed was on fire."
  return !known.empty() && std::ranges::any_of(document.words(document.block(time.block)), [&](const Word& word) {
    return occurrences_at(document, facts, time.block, word).meets(known);
  });
}

}  // namespace stet
