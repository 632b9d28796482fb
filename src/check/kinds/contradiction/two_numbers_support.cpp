#include "check/kinds/contradiction/two_numbers_support.h"

#include <algorithm>
#include <string>
#include <utility>

#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"sums", kForward, true},
                               {"measures", kForward, true},
                               {"purposes", kForward},
                               {"articles", kBackward},
                               {"shared-out", kForward}};
enum List : std::uint8_t { kSums, kMeasures, kPurposes, kArticles, kSharedOut };

constexpr std::size_t kMostPhrase = 4;    // words behind "for", or behind an article, that may name the thing
constexpr std::size_t kLeastLetters = 4;  // of a word that names something
constexpr std::uint32_t kBeside = 24;     // bytes
constexpr std::size_t kLeastHead = 4;     // bytes of the head of a compound

bool may_name(const Block& block, const Word& word, bool capitals) {
  const std::string_view text = word_text(block, word);
  const CodePoint initial = decode_at(text, 0);
  return is_letter(initial.value) && count_code_points(text) >= kLeastLetters && (!capitals || is_upper(initial.value));
}

// "The 180 spectators in York", of which the text before tells nothing.
bool is_placed_behind(const Document& document, const Facts& facts, const NumberPlace& place) {
  const Block& block = document.block(place.quantity->block);
  return std::ranges::any_of(
      find_places(block.text, document.words(block), behind(place, document)),
      [&](const NamedPlace& named) { return !is_told_before(document, facts, place, named.span); });
}

// "The club has 340 members", "the 140 young members": a word between number and noun that the first one lacks.
bool is_narrowed(const Document& document, const NumberPlace& first, const NumberPlace& second) {
  const Block& block = document.block(second.quantity->block);
  if (second.quantity->noun.empty() || first.quantity->noun.empty()) return false;
  const TextSpan between{second.quantity->number.end, second.quantity->noun.begin};
  if (between.end <= between.begin) return false;
  const Block& known = document.block(first.quantity->block);
  const std::string_view sentence = known.text.substr(first.sentence.begin, first.sentence.size());
  return std::ranges::any_of(words_in(document.words(block), between), [&](const Word& word) {
    return sentence.find(word_text(block, word)) == std::string_view::npos;
  });
}

// The year that the clause names, 0 for none.
std::int32_t year_of(const Facts& facts, const NumberPlace& place) {
  const std::uint32_t block = place.quantity->block;
  const std::uint32_t number = place.quantity->number.begin;
  // "1,950 spectators" may look like one.
  const bool is_number = !names_year(facts.time(), block, {place.clause.begin, number}) &&
                         names_year(facts.time(), block, {number, number + 1});
  return is_number ? 0 : year_in(facts.time(), block, place.clause).value_or(0);
}

// "In 2019 … in 2024"
bool are_of_two_years(const Facts& facts, const NumberPlace& first, const NumberPlace& second) {
  const std::int32_t one = year_of(facts, first);
  const std::int32_t other = year_of(facts, second);
  return one != 0 && other != 0 && one != other;
}

}  // namespace

TextSpan behind(const NumberPlace& place, const Document& document) {
  constexpr std::size_t kNear = 3;  // words
  const Block& block = document.block(place.quantity->block);
  const std::uint32_t begin = counted_span(*place.quantity).end;
  const std::span<const Word> words = words_in(document.words(block), {begin, place.clause.end});
  return {begin, words.empty() ? begin : words[std::min(words.size(), kNear) - 1].end};
}

bool is_told_before(const Document& document, const Facts& facts, const NumberPlace& place, TextSpan word) {
  const Block& own = document.block(place.quantity->block);
  const Concepts& concepts = facts.knowledge().concepts[ConceptFamily::kThesaurus].of(own.language);
  const std::string form = context_form(own.text.substr(word.begin, word.size()));
  const ConceptSet named = concepts.at(own.text, word.begin, word.end).concepts;
  for (std::uint32_t i = 0; i <= place.quantity->block; ++i) {
    const Block& block = document.block(i);
    for (const Word& other : document.words(block)) {
      if (i == place.quantity->block && other.begin >= place.sentence.begin) break;
      if (is_same_word(context_form(word_text(block, other)), form)) return true;
      if (!named.empty() && concepts.at(block.text, other.begin, other.end).concepts.meets(named)) return true;
    }
  }
  return false;
}

OtherThing::OtherThing(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

OtherThing::Sign OtherThing::of(const Document& document, const Facts& facts, const NumberPlace& first,
                                const NumberPlace& second, bool known) const {
  const Block& block = document.block(second.quantity->block);
  if (words_.in(block.language) == nullptr) return Sign::kNothing;
  const TextSpan counted = counted_span(*second.quantity);
  if (is_placed_behind(document, facts, second) || are_of_two_years(facts, first, second)) return Sign::kClear;
  if (is_narrowed(document, first, second)) return Sign::kClear;
  if (holds((*words_.in(block.language))[kSharedOut], block.text, {second.quantity->span.end, counted.end}))
    return Sign::kClear;
  const Sign purpose = purpose_of(document, facts, second);
  if (purpose == Sign::kClear) return purpose;
  const Sign role = role_of(document, first, second, known);
  if (role >= Sign::kSome || known) return role;
  if (purpose == Sign::kSame) return purpose;
  const Sign thing = thing_before(document, facts, second);
  return thing == Sign::kSome ? thing : std::min(role, thing);
}

bool OtherThing::nouns_have_capitals(Language language) const {
  const auto* words = definition_->option<std::vector<std::string>>(language, "names-after");
  return words != nullptr && !words->empty();
}

// The groups of the words in the clause, sorted; in compounds too: "Nettoschulden".
std::vector<std::uint32_t> OtherThing::roles(const Document& document, const NumberPlace& place,
                                             std::uint8_t list) const {
  std::vector<std::uint32_t> found;
  const Block& block = document.block(place.quantity->block);
  const PhraseTable& words = (*words_.in(block.language))[list];
  for (const Word& word : words_in(document.words(block), place.clause)) {
    if (const auto match = words.longest(block.text, word.begin)) {
      found.push_back(match.payload);
    } else if (nouns_have_capitals(block.language)) {
      for (std::uint32_t at = word.begin + 2; at + kLeastHead <= word.end; ++at) {
        const auto head = words.longest(block.text, at);
        if (head && head.position >= word.end) {
          found.push_back(head.payload);
          break;
        }
      }
    }
  }
  std::ranges::sort(found);
  return found;
}

// "A fine of 6,500 … costs of 5,600": two roles.
OtherThing::Sign OtherThing::role_of(const Document& document, const NumberPlace& first, const NumberPlace& second,
                                     bool known) const {
  const bool money = second.quantity->dimension_of() == Dimension::kCurrency;
  const std::uint8_t list = money ? kSums : kMeasures;
  const auto here = roles(document, first, list);
  // "The 1.5 million are there, and no tax will rise": what is said right beside a known number counts.
  NumberPlace place = second;
  if (known) {
    place.clause.begin =
        std::max(place.clause.begin, second.quantity->hedge_begin - std::min(kBeside, second.quantity->hedge_begin));
    place.clause.end = std::min(place.clause.end, second.quantity->span.end + kBeside);
  }
  const auto there = roles(document, place, list);
  const bool shared =
      std::ranges::any_of(here, [&](std::uint32_t each) { return std::ranges::binary_search(there, each); });
  if (shared) return Sign::kSame;
  if (here.empty() && there.empty()) return Sign::kNothing;
  const bool both = !here.empty() && !there.empty();
  if (known) return both ? Sign::kSome : Sign::kNothing;
  return both ? Sign::kClear : money && there.empty() ? Sign::kNothing : Sign::kSome;
}

// "The 15,000 francs for the organ": whether the article has told of it.
OtherThing::Sign OtherThing::purpose_of(const Document& document, const Facts& facts, const NumberPlace& second) const {
  const Block& block = document.block(second.quantity->block);
  const auto purpose =
      words_at((*words_.in(block.language))[kPurposes], block.text, counted_span(*second.quantity).end);
  if (!purpose) return Sign::kNothing;
  const auto begin = static_cast<std::uint32_t>(purpose.position);
  bool named = false;
  std::size_t end = begin;
  std::size_t count = 0;
  for (const Word& word : words_in(document.words(block), {begin, second.clause.end})) {
    const std::string_view gap = block.text.substr(end, word.begin - end);
    if (++count > kMostPhrase || gap.find_first_of(".,;:()") != std::string_view::npos) break;
    end = word.end;
    if (!may_name(block, word, nouns_have_capitals(block.language))) continue;
    if (is_told_before(document, facts, second, {word.begin, word.end})) return Sign::kSame;
    named = true;
  }
  return named ? Sign::kClear : Sign::kNothing;
}

// "The garden covers 43 acres", "on the Usk the tally was 64", but not "the farmer lost 540 bales"; of things that the
// article has told of, "the council will invest". A new thing may stand in a sentence before: "An aviary is next. It
// costs 1.6 million".
OtherThing::Sign OtherThing::thing_before(const Document& document, const Facts& facts,
                                          const NumberPlace& second) const {
  const Block& block = document.block(second.quantity->block);
  const PhraseTable& articles = (*words_.in(block.language))[kArticles];
  const auto look = [&](TextSpan span) {
    Sign sign = Sign::kNothing;
    for (const Word& noun : words_in(document.words(block), span)) {
      if (!words_before(articles, block.text, noun.begin)) continue;
      if (!may_name(block, noun, nouns_have_capitals(block.language))) continue;
      if (is_told_before(document, facts, second, {noun.begin, noun.end})) {
        sign = Sign::kSame;
      } else if (!names_teller(facts, block, noun)) {
        return Sign::kSome;
      }
    }
    return sign;
  };
  const Sign own = look({second.sentence.begin, second.quantity->hedge_begin});
  if (own != Sign::kNothing) return own;
  return std::max(own, look({0, second.sentence.begin}));
}

bool OtherThing::names_teller(const Facts& facts, const Block& block, const Word& word) const {
  const auto* lists = definition_->option<std::vector<std::string>>("teller-lists");
  if (lists == nullptr) return false;
  const ConceptLexicon& lexicon = facts.knowledge().concepts[ConceptFamily::kThesaurus];
  const ConceptSet named = lexicon.of(block.language).at(block.text, word.begin, word.end).concepts;
  return std::ranges::any_of(*lists, [&](const std::string& name) { return named.has(lexicon.number(name)); });
}

}  // namespace stet
