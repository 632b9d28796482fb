#include "check/kinds/contradiction/number_sorts_support.h"

#include <algorithm>
#include <span>
#include <utility>

#include "check/kinds/contradiction/age_support.h"
#include "check/kinds/contradiction/counted_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"determiners", kForward}, {"the-sum", kBackward}};
enum List : std::uint8_t { kDeterminers, kTheSum };

constexpr std::size_t kMostQuantities = 60;  // of an article: one with more is a table of figures

// Of speeds, temperatures and the like an article has many that are of many things.
bool measures(const Quantity& q) {
  switch (q.dimension_of()) {
    case Dimension::kCurrency:
    case Dimension::kLength:
    case Dimension::kMass:
    case Dimension::kArea:
    case Dimension::kVolume:
    case Dimension::kPower:
    case Dimension::kShare:
      return true;
    case Dimension::kTime:
      return unit_of(q.unit).factors[0] > 1;  // "the 1960s" are no seconds
    default:
      return q.unit == kNoUnit;
  }
}

// "An investment of 2.4 million": of what the article counts its money in, if that is one currency.
UnitId sole_currency(const Facts& facts) {
  UnitId sole = kNoUnit;
  for (const Quantity& q : facts.quantities()) {
    if (q.dimension_of() != Dimension::kCurrency || q.unit == sole) continue;
    if (sole != kNoUnit) return kNoUnit;
    sole = q.unit;
  }
  return sole;
}

// "184 jobs", "148 posts"
void join_synonyms(std::vector<std::vector<SortedNumber>>& sorts) {
  for (std::size_t i = 0; i < sorts.size(); ++i) {
    for (std::size_t j = i + 1; j < sorts.size(); ++j) {
      if (sorts[i].size() != 1 || sorts[j].size() != 1) continue;
      const SortedNumber& a = sorts[i].front();
      SortedNumber& b = sorts[j].front();
      if (a.rate != b.rate || !a.concepts.meets(b.concepts)) continue;
      sorts[i].push_back(std::move(b));
      sorts[j].clear();
      break;
    }
  }
}

}  // namespace

NumberSorts::NumberSorts(const Definition& definition)
    : definition_(&definition), small_(small_words(definition)), words_(definition, kLists) {}

std::vector<std::vector<SortedNumber>> NumberSorts::read(const Document& document, const Facts& facts) const {
  std::vector<std::vector<SortedNumber>> sorts;
  std::size_t count = 0;
  const UnitId currency = sole_currency(facts);
  for (const Quantity& quantity : facts.quantities()) {
    if (!measures(quantity)) continue;
    const Block& block = document.block(quantity.block);
    if (!definition_->looks_at(block.role) || !small_.contains(block.language)) continue;
    if (++count > kMostQuantities) return {};
    add(document, quantity, facts.knowledge().concepts[ConceptFamily::kThesaurus], currency, sorts);
  }
  join_synonyms(sorts);
  return sorts;
}

// "3 Market Place", where nouns have no capital
bool NumberSorts::is_address(const Block& block, const Quantity& q) const {
  return small_.at(block.language).names_after.empty() && !q.noun.empty() &&
         is_upper(decode_at(block.text, q.noun.begin).value);
}

// "A population of 3,900", "sono 165 i posti"
std::string NumberSorts::noun_beside(const Document& document, const Quantity& q) const {
  const Block& block = document.block(q.block);
  const std::span<const Word> words = document.words(block);
  if (const auto article = words_at((*words_.in(block.language))[kDeterminers], block.text, q.span.end)) {
    const auto behind = std::ranges::lower_bound(words, skip_blanks(block.text, article.position), {}, &Word::begin);
    if (behind != words.end() && small_.at(block.language).names_after.empty()) {
      return context_form(word_text(block, *behind));
    }
  }
  const auto own = std::ranges::lower_bound(words, q.hedge_begin, {}, &Word::begin) - words.begin();
  if (own < 2) return "";
  const auto form = [&](std::ptrdiff_t i) {
    return context_form(word_text(block, words[static_cast<std::size_t>(i)]));
  };
  return is_in(small_.at(block.language).of, form(own - 1)) ? form(own - 2) : "";
}

void NumberSorts::add(const Document& document, const Quantity& q, const ConceptLexicon& thesaurus, UnitId currency,
                      std::vector<std::vector<SortedNumber>>& sorts) const {
  const Block& block = document.block(q.block);
  if (is_age(block.text, q)) return;
  const TextSpan sentence = sentence_at(block.text, q.span.begin).joined(q.span);
  SortedNumber item;
  item.quantity = &q;
  item.unit = q.unit;
  constexpr double kMillion = 1e6;
  if (q.unit == kNoUnit && q.noun.empty() && q.scale >= kMillion) item.unit = currency;
  if (item.unit == kNoUnit) {
    item.noun =
        q.noun.empty() ? noun_beside(document, q) : context_form(block.text.substr(q.noun.begin, q.noun.size()));
    if (item.noun.empty() || is_address(block, q)) return;
    if (!q.noun.empty()) item.concepts = thesaurus.of(block.language).at(block.text, q.noun.begin, q.noun.end).concepts;
  }
  item.digits = digits_of(block.text.substr(q.number.begin, q.number.size()));
  // "A cheque for over 1,480", but "Scheck über 1.480" is exact.
  item.exact =
      q.hedge == Hedge::kOver && words_before((*words_.in(block.language))[kTheSum], block.text, q.hedge_begin).found;
  item.interval = item.exact          ? Quantity::interval_of(q.value, q.step, Rounding::kCareful)
                  : q.unit == kNoUnit ? counted_interval(q)
                                      : q.interval(Rounding::kCareful);
  // "Two tonnes" and "three tonnes" are two, though both may be two and a half.
  if (q.spelled && q.unit != kNoUnit) {
    constexpr double kPart = 0.1;
    item.interval.low += kPart * q.step;
    item.interval.high -= kPart * q.step;
  }
  item.rate = is_rate(block, q);
  item.sentence = sentence;
  item.clause = clause_around(block.text, sentence, q.span, 0);
  item.usable = block.table == kNone && !q.fraction && !q.article && !q.ambiguous && !q.dimension &&
                q.range == Quantity::Range::kSingle && q.value >= 2 && !is_label(block, q);
  const auto same = std::ranges::find_if(sorts, [&](const std::vector<SortedNumber>& sort) {
    const SortedNumber& first = sort.front();
    return first.unit == item.unit && first.rate == item.rate &&
           (item.unit != kNoUnit || is_same_word(first.noun, item.noun));
  });
  if (same != sorts.end()) {
    same->push_back(std::move(item));
  } else {
    sorts.push_back({std::move(item)});
  }
}

// "40.000 euro per la banda" is none.
bool NumberSorts::is_rate(const Block& block, const Quantity& q) const {
  if (!q.rate) return false;
  const std::size_t preposition = skip_blanks(block.text, q.span.end);
  const std::size_t behind = std::min(block.text.find(' ', preposition), block.text.size());
  return !words_at((*words_.in(block.language))[kDeterminers], block.text, behind).found;
}

bool is_of_known(const Document& document, const Quantity& quantity, const Context& other,
                 const PhraseTable& determiners, const std::vector<std::string>& of) {
  const Block& block = document.block(quantity.block);
  const std::span<const Word> words = document.words(block);
  const auto own = std::ranges::lower_bound(words, quantity.span.begin, {}, &Word::begin) - words.begin();
  if (own < 3) return false;
  const auto form = [&](std::ptrdiff_t i) {
    return context_form(word_text(block, words[static_cast<std::size_t>(i)]));
  };
  if (!is_in(of, form(own - 1)) || !other.has(form(own - 2))) return false;
  const auto determined = [&](std::ptrdiff_t i) {
    return i >= 0 && words_before(determiners, block.text, words[static_cast<std::size_t>(i)].begin).found;
  };
  return determined(own - 2) || determined(own - 3);  // "the rejected offer of"
}

}  // namespace stet
