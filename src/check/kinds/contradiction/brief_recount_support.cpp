#include "check/kinds/contradiction/brief_recount_support.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/age_support.h"
#include "check/kinds/word_support.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr double kFarthest = 2.5;        // times as many: what is farther apart is of other things
constexpr double kFarthestTime = 4;      // where both are times
constexpr double kFarthestSwapped = 10;  // where the digits are the same
constexpr double kMany = 20;             // people of whom nobody tells twice by chance
constexpr double kOtherScale = 8;        // times as many are of another thing
constexpr std::size_t kMostPhrase = 3;   // words between "the" and "of three years"
constexpr double kMillion = 1e6;
constexpr std::size_t kFewestWords = 25;

void add_words(const Definition& definition, Language language, std::string_view key, PhraseTrie& trie) {
  if (const auto* words = definition.option<std::vector<std::string>>(language, key)) {
    for (const std::string& word : *words) trie.add(word, 0);
  }
}

// Whether a quotation begins right before the place.
bool opens_quote(std::string_view text, std::size_t pos) {
  pos = skip_blanks_back(text, pos);
  std::size_t begin = pos;
  while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xC0U) == 0x80) --begin;
  if (begin > 0) --begin;
  const char32_t c = begin < pos ? decode_at(text, begin).value : 0;
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201E) || c == 0x2039 || c == 0x203A;
}

bool swaps_digits(double a, double b) {
  std::string one = fmt::format("{}", a);
  std::string other = fmt::format("{}", b);
  std::ranges::sort(one);
  std::ranges::sort(other);
  return one == other;
}

bool share_thing(const Counted& a, const Counted& b) {
  return std::ranges::any_of(a.head, [&](const CountedPart& part) {
    return std::ranges::any_of(b.head, [&](const CountedPart& other) {
      return (part.group != CountedPart::kNoGroup && part.group == other.group) ||
             part.concepts.meets(other.concepts) || is_same_word(part.form, other.form);
    });
  });
}

// "The 31, who", not "the 31 crew".
bool stands_alone(std::string_view text, const Quantity& q, const CountedWords::Lists& lists) {
  const std::size_t next = skip_blanks(text, q.span.end);
  const char32_t c = next < text.size() ? decode_at(text, next).value : '.';
  return !is_word_char(c) || words_at(lists.tails, text, next);
}

bool names_any(const Counted& counted, const std::vector<std::uint16_t>& concepts) {
  return std::ranges::any_of(counted.head, [&](const CountedPart& part) {
    return std::ranges::any_of(concepts, [&](std::uint16_t number) { return part.concepts.has(number); });
  });
}

bool is_before(const Counted& a, const Counted& b) {
  return std::pair(a.block, a.span.begin) < std::pair(b.block, b.span.begin);
}

}  // namespace

BriefRecount::BriefRecount(const Definition& definition) : definition_(&definition), lists_(definition, read_lists) {}

BriefRecount::Lists BriefRecount::read_lists(const Definition& definition, Language language) {
  Lists lists;
  add_words(definition, language, "person-words", lists.persons);
  add_words(definition, language, "belongs", lists.belongs);
  add_words(definition, language, "merely", lists.merely);
  add_words(definition, language, "the", lists.the);
  add_words(definition, language, "links", lists.links);
  add_words(definition, language, "anybody", lists.anybody);
  add_words(definition, language, "moments-before", lists.moments_before);
  add_words(definition, language, "moments-behind", lists.moments_behind);
  if (const auto* ends = definition.option<std::vector<std::string>>(language, "person-ends")) {
    lists.person_ends = *ends;
  }
  return lists;
}

std::vector<std::pair<Counted, Counted>> BriefRecount::find(const Document& document, const Facts& facts,
                                                            const CountedWords& words, const Guard& are_parted) const {
  std::vector<std::pair<Counted, Counted>> found;
  const std::size_t size = words_looked_at(document, *definition_);
  if (size < kFewestWords || size > kMostWords) return found;
  const std::vector<Item> items = read(document, facts, words);
  for (const Item& known : items) {
    const Item* const other = known.usable ? only_other(items, known) : nullptr;
    if (other == nullptr || are_parted(other->counted, known.counted)) continue;
    const CountedWords::Lists& lists =
        *words.in(document.block(known.counted.block).language, facts.knowledge().concepts[ConceptFamily::kThesaurus]);
    if (tells_more(document, facts, lists, known)) continue;
    found.emplace_back(other->counted, known.counted);
  }
  return found;
}

const BriefRecount::People& BriefRecount::people(const ConceptLexicon& concepts) const {
  return people_.get([&] {
    const auto numbers_of = [&](std::string_view key) {
      std::vector<std::uint16_t> numbers;
      if (const auto* names = definition_->option<std::vector<std::string>>(key)) {
        for (const std::string& name : *names) numbers.push_back(concepts.number(name));
      }
      return numbers;
    };
    return People{numbers_of("person-lists"), numbers_of("role-lists")};
  });
}

std::vector<BriefRecount::Item> BriefRecount::read(const Document& document, const Facts& facts,
                                                   const CountedWords& words) const {
  std::vector<Item> items;
  const ConceptLexicon& concepts = facts.knowledge().concepts[ConceptFamily::kThesaurus];
  const auto& [persons, roles] = people(concepts);
  for (const Quantity& q : facts.quantities()) {
    const Block& block = document.block(q.block);
    const CountedWords::Lists* const lists =
        definition_->looks_at(block.role)
            ? words.in(block.language, facts.knowledge().concepts[ConceptFamily::kThesaurus])
            : nullptr;
    if (lists == nullptr) continue;
    const Lists& own = lists_.at(block.language);
    Item item;
    item.quantity = &q;
    item.counted = read_counted(document, facts, q, *lists);
    if (q.unit != kNoUnit) item.counted.shown = q.span;
    item.sort = sort_of(block, q, item.counted, own, persons, lists->order == CountedWords::Order::kFirst);
    const Unit& unit = unit_of(q.unit);
    const double factor = unit.factors[0] == 0 ? 1 : unit.factors[0];
    item.value = q.value * factor;
    item.interval = q.unit == kNoUnit ? counted_interval(q) : q.interval(Rounding::kCareful);
    item.interval.low *= factor;
    item.interval.high *= factor;
    if (item.sort == Sort::kPersons) {
      item.role = names_any(item.counted, roles);
      item.specific =
          names_any(item.counted, persons) && !holds(own.anybody, block.text, {q.span.end, item.counted.shown.end});
    }
    item.definite = item.counted.definite || is_in_known_phrase(document, q, *lists, own);
    item.opens = opens_quote(block.text, q.hedge_begin);
    // "Just 50 minutes": all of it.
    const bool merely = words_before(own.merely, block.text, q.hedge_begin).found;
    item.usable = !q.fraction && !q.ambiguous && !q.dimension && q.range == Quantity::Range::kSingle && !q.article &&
                  q.value >= (q.unit == kNoUnit ? 2 : 0) && (merely || !item.counted.partial) && !q.is_percent() &&
                  !(item.sort == Sort::kBare && !stands_alone(block.text, q, *lists)) &&
                  !(q.unit == kNoUnit && q.decimals > 0 && q.scale < kMillion) &&
                  !(q.dimension_of() == Dimension::kTime && q.decimals > 1) && q.dimension_of() != Dimension::kSpeed &&
                  q.dimension_of() != Dimension::kTemperature &&
                  !(q.dimension_of() == Dimension::kTime && is_moment(block, q, own));
    items.push_back(std::move(item));
  }
  return items;
}

BriefRecount::Sort BriefRecount::sort_of(const Block& block, const Quantity& q, const Counted& counted,
                                         const Lists& lists, const std::vector<std::uint16_t>& persons,
                                         bool of_nouns) const {
  if (q.dimension_of() == Dimension::kCurrency) return Sort::kMoney;
  if (q.dimension_of() == Dimension::kTime) return Sort::kTime;
  if (q.unit != kNoUnit) return Sort::kMeasure;
  // "Der 23-Millionen-Kredit", "les 130 millions volés"
  const bool joined = block.text.substr(q.span.end, 1) == "-";
  const bool noun_behind_of = of_nouns && !words_at(lists.belongs, block.text, q.span.end);
  if (q.scale >= kMillion && (joined || noun_behind_of || !counted.has_noun())) return Sort::kMoney;
  if (!counted.has_noun()) return Sort::kBare;
  if (counted.people) return Sort::kPersons;
  const std::size_t noun = skip_blanks(block.text, q.span.end);
  for (const CountedPart& part : counted.head) {
    if (std::ranges::any_of(lists.person_ends, [&](const std::string& end) { return part.form.ends_with(end); })) {
      return Sort::kPersons;
    }
  }
  if (names_any(counted, persons) ||
      holds(lists.persons, block.text, {static_cast<std::uint32_t>(noun), counted.shown.end}))
    return Sort::kPersons;
  return Sort::kThings;
}

// "The fee of 460 euros", where the article has told of a fee.
bool BriefRecount::is_in_known_phrase(const Document& document, const Quantity& q, const CountedWords::Lists& lists,
                                      const Lists& own) const {
  const Block& block = document.block(q.block);
  const auto link = words_before(own.links, block.text, q.hedge_begin);
  if (!link) return false;
  const std::span<const Word> words = document.words(block);
  auto word = std::ranges::lower_bound(words, static_cast<std::uint32_t>(link.position), {}, &Word::begin);
  bool known = false;
  for (std::size_t i = 0; i < kMostPhrase && word != words.begin(); ++i) {
    --word;
    if (words_before(own.the, block.text, word->end)) return known;
    known = known || is_told(document, q.block, *word, lists);
  }
  return false;
}

// Whether a block before this one has the word, or one for the same thing.
bool BriefRecount::is_told(const Document& document, std::uint32_t number, const Word& word,
                           const CountedWords::Lists& lists) {
  const Block& block = document.block(number);
  const std::string form = context_form(word_text(block, word));
  const ConceptSet named = lists.concepts->at(block.text, word.begin, word.end).concepts;
  for (std::uint32_t i = 0; i < number; ++i) {
    const Block& before = document.block(i);
    for (const Word& other : document.words(before)) {
      if (lists.concepts->at(before.text, other.begin, other.end).concepts.meets(named) ||
          is_same_word(context_form(word_text(before, other)), form)) {
        return true;
      }
    }
  }
  return false;
}

bool BriefRecount::is_moment(const Block& block, const Quantity& q, const Lists& lists) const {
  const std::string_view rest = block.text.substr(skip_blanks(block.text, q.span.end), 1);
  const std::size_t before = skip_blanks_back(block.text, q.span.begin);
  // "Len, 88 years,"
  const bool inserted = before > 0 && block.text[before - 1] == ',' && rest == ",";
  // "After nine hours of rain": how long that was.
  const bool of_it = static_cast<bool>(words_at(lists.belongs, block.text, q.span.end));
  return inserted || is_age(block.text, q) || (q.unit != kNoUnit && unit_of(q.unit).factors[0] <= 1) || q.rate ||
         (!of_it && words_before(lists.moments_before, block.text, q.hedge_begin)) ||
         static_cast<bool>(words_at(lists.moments_behind, block.text, q.span.end));
}

bool BriefRecount::are_of_sort(const Item& a, const Item& b) const {
  if (b.sort == Sort::kBare) {
    const double ratio = a.value / b.value;
    const bool near = a.usable && ratio < kFarthest && ratio > 1 / kFarthest;
    return a.sort == Sort::kPersons || (a.quantity->unit == kNoUnit && near);
  }
  if (a.sort != b.sort) return false;
  switch (a.sort) {
    case Sort::kMoney:
      return a.quantity->unit == b.quantity->unit || a.quantity->unit == kNoUnit || b.quantity->unit == kNoUnit;
    case Sort::kMeasure:
      return a.quantity->dimension_of() == b.quantity->dimension_of();
    case Sort::kThings:
      return share_thing(a.counted, b.counted) || (a.usable && b.usable && swaps_digits(a.value, b.value));
    case Sort::kPersons:
    case Sort::kBare:
    case Sort::kTime:
      return true;
  }
  return false;
}

// "The 15,000 francs of the town", of which the brief has not told: of another thing.
bool BriefRecount::tells_more(const Document& document, const Facts& facts, const CountedWords::Lists& lists,
                              const Item& known) const {
  const Counted& counted = known.counted;
  const Block& block = document.block(counted.block);
  const bool other_year = std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
    return year.block == counted.block && year.begin >= counted.sentence.begin && year.begin < counted.sentence.end;
  });
  if (other_year) return true;
  if (known.sort == Sort::kTime || known.sort == Sort::kBare || counted.tail.empty()) return false;
  if (!words_at(lists_.at(block.language).belongs, block.text, counted.shown.end)) return false;
  return !are_told_before(document, lists, counted, counted.tail);
}

// Whether the numbers are not too far apart to be one of which a wrong digit was written, or another figure.
bool BriefRecount::may_be_wrong(const Item& a, const Item& b) {
  const auto [low, high] = std::minmax(a.value, b.value);
  const double most = swaps_digits(low, high)                          ? kFarthestSwapped
                      : a.sort == Sort::kTime && b.sort == Sort::kTime ? kFarthestTime
                                                                       : kFarthest;
  return high <= low * most;
}

bool BriefRecount::may_add_up(const Item& item, const Item& known) {
  return item.sort == known.sort || item.sort == Sort::kBare || known.sort == Sort::kBare;
}

// "140 gave up" of 6,300: no other count of what thousands are counted of.
bool BriefRecount::is_beside_point(const Item& item, const Item& known) {
  return known.value >= kMany && known.value > item.value * kOtherScale;
}

// What the brief tells of the same sort before; nothing when it tells several such numbers, or the known one comes from
// elsewhere.
const BriefRecount::Item* BriefRecount::only_other(const std::vector<Item>& items, const Item& known) const {
  const Item* found = nullptr;
  for (const Item& item : items) {
    if (&item == &known) continue;
    if (item.value == known.value || (item.quantity->value == known.quantity->value && !item.quantity->article)) {
      return nullptr;
    }
    if (!are_of_sort(item, known) || is_beside_point(item, known)) continue;
    if (!item.usable) return nullptr;
    if (found != nullptr && found->value != item.value) return nullptr;
    if (found == nullptr) found = &item;
  }
  if (found == nullptr || found->sort == Sort::kBare || !is_before(found->counted, known.counted)) return nullptr;
  if (found->counted.block == known.counted.block && found->counted.sentence == known.counted.sentence) return nullptr;
  if (found->interval.overlaps(known.interval)) return nullptr;
  if (!may_be_wrong(*found, known)) return nullptr;
  const bool swapped = swaps_digits(found->value, known.value);
  if (!swapped && known.role && !share_thing(found->counted, known.counted)) return nullptr;
  if (!swapped && found->role && known.specific && !share_thing(found->counted, known.counted)) return nullptr;
  if (!known.definite && !known.opens) return nullptr;
  // A sum or a difference of others.
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (&items[i] == &known || &items[j] == &known) continue;
      if (!may_add_up(items[i], known) || !may_add_up(items[j], known)) continue;
      if (items[i].value + items[j].value == known.value || std::abs(items[i].value - items[j].value) == known.value) {
        return nullptr;
      }
    }
  }
  return found;
}

}  // namespace stet
