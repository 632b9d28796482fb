#include "check/kinds/contradiction/retelling_support.h"

#include <algorithm>
#include <span>
#include <string>

#include "check/kinds/context_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "facts/concepts.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::size_t kLeastWord = 4;  // bytes

// What else an article may call what a word names.
struct Named {
  std::string form;
  ConceptSet wide;
  ConceptSet once;
};

Named named_by(const Facts& facts, const Block& block, const Word& word) {
  const auto of = [&](ConceptFamily family) {
    return facts.knowledge().concepts[family].of(block.language).at(block.text, word.begin, word.end).concepts;
  };
  return {context_form(word_text(block, word)), of(ConceptFamily::kThesaurus), of(ConceptFamily::kOccurrences)};
}

// Whether a sentence has the word, or another one for the same.
bool has_word(const Document& document, const Facts& facts, const Telling& telling, TextSpan part, const Named& named) {
  const Block& block = document.block(telling.value.block);
  const auto home = table_number(block.language);
  return std::ranges::any_of(words_in(document.words(block), part), [&](const Word& word) {
    const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
    const TextSpan at{word.begin, word.end};
    if (small || at.size() < kLeastWord || telling.value.span.overlaps(at)) return false;
    // "Calls a walkout for 9 March": another one.
    if (std::ranges::any_of(telling.around,
                            [&](const ToldThing& thing) { return thing.indefinite && thing.span.overlaps(at); }))
      return false;
    const Named other = named_by(facts, block, word);
    return are_kin(named.form, other.form) || named.wide.meets(other.wide) || named.once.meets(other.once);
  });
}

// "The flood of 2002", "the flood of 2013": each told from the other by its year, unless the one may be a slip for the
// other.
bool are_near_years(const AttachedValue& a, const AttachedValue& b) {
  constexpr std::uint32_t kFewYears = 3;
  const auto [low, high] = std::minmax(a.number, b.number);
  return high - low <= kFewYears || is_slip(static_cast<double>(low), static_cast<double>(high));
}

}  // namespace

bool is_told_again(const Document& document, const Facts& facts, const Telling& a, const Telling& b, bool only) {
  if (!a.alone || !b.alone) return false;
  if (b.pointing) return true;
  if (a.value.year && !are_near_years(a.value, b.value)) return false;
  const auto is_dated_in = [&](const Telling& one, const Telling& other, TextSpan part, bool told) {
    const Block& block = document.block(one.value.block);
    const std::span<const Word> words = document.words(block);
    return std::ranges::any_of(one.known, [&](const ToldThing& thing) {
      if (!thing.dated) return false;
      const Named named = named_by(facts, block, *std::ranges::lower_bound(words, thing.span.begin, {}, &Word::begin));
      return has_word(document, facts, other, part, named) || (told && thing.owned);
    });
  };
  // "The windfall of Wednesday" is what the begin tells of.
  if (is_dated_in(b, a, a.sentence, only || is_lead(document, a.value.block))) return true;
  // "The title of 1996", "crowned in 1994"
  return is_dated_in(a, b, b.clause, false);
}

}  // namespace stet
