#include "check/kinds/contradiction/ordinal_reader_support.h"

#include <algorithm>
#include <array>

#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/ordinal_lists_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr auto kWordLists = std::to_array<WordList>({{"firsts"},
                                                     {"at-first"},
                                                     {"suffixes"},
                                                     {"for-the", kBackward},
                                                     {"times"},
                                                     {"editions"},
                                                     {"feats", kForward, true},
                                                     {"works", kForward, true},
                                                     {"parts"},
                                                     {"fillers"},
                                                     {"definite", kBackward},
                                                     {"periods", kForward, true},
                                                     {"planned"},
                                                     {"unless"},
                                                     {"generic"},
                                                     {"this-one", kBackward},
                                                     {"ahead"},
                                                     {"past"},
                                                     {"indefinite", kBackward},
                                                     {"owners", kBackward},
                                                     {"families", kForward, true},
                                                     {"plurals", kForward, true},
                                                     {"totals", kForward, true},
                                                     {"verbs-too"}});
constexpr std::size_t kMostOrdinals = 12;  // of an article; one with more counts something through
constexpr std::size_t kMostBetween = 3;    // words between an ordinal and its noun: "the 14th Blackheath Kite Festival"
constexpr std::uint32_t kNear = 60;        // bytes in which a word silences
constexpr std::uint32_t kFewestThings = 3;  // "the first train", "the second train"
constexpr std::size_t kShortestNoun = 3;    // bytes

// "The couple's fourth child".
bool is_owned(std::string_view text, std::size_t pos) {
  const std::string_view before = text.substr(0, skip_blanks_back(text, pos));
  return before.ends_with("'s") || before.ends_with("’s");
}

// "Wulfs neunter Treffer"
bool is_genitive(std::string_view text, std::size_t pos) {
  const std::string_view before = text.substr(0, skip_blanks_back(text, pos));
  const std::string_view word = before.substr(before.find_last_of(" \n(\"") + 1);
  constexpr std::size_t kShortest = 4;
  return word.size() >= kShortest && word.ends_with('s') && is_capitalised(word);
}

bool is_in_date(const Facts& facts, const Ordinal& ordinal) {
  return std::ranges::any_of(facts.time().dates, [&](const DateFact& date) {
    return date.block == ordinal.block && date.span.overlaps(ordinal.span);
  });
}

// Its clause, with a few words that open the sentence or stand behind in commas: "Last year, the 13th festival", "the
// 13th festival, last year, was".
TextSpan told_in(std::string_view text, const Ordinal& ordinal) {
  constexpr std::uint32_t kLongestOpening = 32;  // bytes
  TextSpan clause = clause_of(text, ordinal.sentence, ordinal.span);
  if (text.substr(clause.end).starts_with(", ")) {
    const std::size_t end = text.find(',', clause.end + 1);
    if (end < ordinal.sentence.end && end - clause.end <= kLongestOpening) clause.end = static_cast<std::uint32_t>(end);
  }
  if (clause.begin - ordinal.sentence.begin <= kLongestOpening) clause.begin = ordinal.sentence.begin;
  return clause;
}

bool is_of_a_year(const Facts& facts, const Ordinal& ordinal) {
  return std::ranges::any_of(facts.time().years, [&](const YearMention& year) {
    return year.block == ordinal.block && ordinal.sentence.contains(TextSpan{year.begin, year.begin + 1});
  });
}

}  // namespace

const std::span<const WordList> OrdinalReader::kLists = kWordLists;

const SmallWords* OrdinalReader::small_words_of(Language language) const { return small_.find(language); }

std::vector<Ordinal> OrdinalReader::read(const Document& document, const Facts& facts, bool is_short) const {
  std::vector<Ordinal> ordinals;
  QuotedBlocks quoted(document);
  const std::span<const NumberedWord> all = numbered(document, facts);
  auto next = all.begin();
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) continue;
    for (const Word& word : document.words(block)) {
      const bool has_number = next != all.end() && next->block == i && next->begin == word.begin;
      auto ordinal = read_at(document, facts, i, word, *words, has_number ? &(next++)->number : nullptr, is_short);
      if (!ordinal || quoted.hold(i, ordinal->span) || (ordinal->sort == OrdinalSort::kThing && !is_short)) continue;
      if (ordinals.size() == kMostOrdinals) return {};
      ordinals.push_back(std::move(*ordinal));
    }
  }
  return ordinals;
}

std::uint64_t OrdinalReader::families_in(const Document& document, std::uint32_t block, TextSpan span) const {
  constexpr std::uint32_t kMostFamilies = 64;
  const Block& home = document.block(block);
  const RuleWords::Tries* words = words_.in(home.language);
  std::uint64_t found = 0;
  if (words == nullptr) return found;
  for (const Word& word : words_in(document.words(home), span)) {
    const auto family = (*words)[kFamilies].longest(home.text, word.begin);
    if (family && family.payload < kMostFamilies) found |= std::uint64_t{1} << family.payload;
  }
  return found;
}

bool OrdinalReader::is_another(const Document& document, const Ordinal& ordinal, std::uint32_t known) const {
  const Block& block = document.block(ordinal.block);
  const RuleWords::Tries& words = *words_.in(block.language);
  const PhraseTable& list = words[ordinal.number > known ? kAhead : kPast];
  std::size_t end = 0;
  return std::ranges::any_of(words_in(document.words(block), told_in(block.text, ordinal)), [&](const Word& word) {
    if (word.begin < end) return false;
    // "Since January"
    if (const auto period = words[kPeriods].longest(block.text, word.begin)) end = period.position;
    return word.begin >= end && list.longest(block.text, word.begin).found;
  });
}

bool OrdinalReader::is_planned(const Document& document, const Ordinal& ordinal) const {
  const Block& block = document.block(ordinal.block);
  return holds((*words_.in(block.language))[kPlanned], block.text, told_in(block.text, ordinal));
}

std::optional<Ordinal> OrdinalReader::read_at(const Document& document, const Facts& facts, std::uint32_t number,
                                              const Word& word, const RuleWords::Tries& words, const Number* value,
                                              bool is_short) const {
  const Block& block = document.block(number);
  Ordinal ordinal;
  ordinal.block = number;
  if (const auto once = words[kAtFirst].longest(block.text, word.begin)) {
    ordinal.number = 1;
    ordinal.span = {word.begin, static_cast<std::uint32_t>(once.position)};
  } else if (const auto total = is_short ? words[kTotals].longest(block.text, word.begin) : PhraseTrie::Match{}) {
    ordinal.number = total.payload + 2;
    ordinal.total = true;
    ordinal.span = {word.begin, static_cast<std::uint32_t>(total.position)};
  } else {
    if (value == nullptr) return std::nullopt;
    ordinal.number = value->value;
    ordinal.span = {word.begin, static_cast<std::uint32_t>(value->end)};
    if (is_in_date(facts, ordinal)) return std::nullopt;
    if (!read_noun(document, words, value->roman, ordinal)) return std::nullopt;
  }
  ordinal.sentence = facts.sentences().at(number, word.begin);
  // A short article has one event: what another clause tells parts nothing.
  const TextSpan whole = is_short ? told_in(block.text, ordinal) : ordinal.sentence;
  const TextSpan near{std::max(whole.begin, ordinal.span.begin - std::min(ordinal.span.begin, kNear)),
                      std::min(whole.end, ordinal.span.end + kNear)};
  if (holds(words[kUnless], block.text, near) || is_of_a_year(facts, ordinal)) return std::nullopt;
  // "Hopes to win for the third time"; a verb behind may tell of something else, but for a time: "gewinnen will".
  const TextSpan before{near.begin, ordinal.sort == OrdinalSort::kTime ? near.end : ordinal.span.begin};
  if (holds(words[kPlanned], block.text, before)) return std::nullopt;
  for (const Word& other : words_in(document.words(block), ordinal.sentence)) {
    if (const auto period = words[kPeriods].longest(block.text, other.begin)) ordinal.periods.insert(period.payload);
  }
  return ordinal;
}

// "Glasmesse": where words are joined, the last one tells.
PhraseTrie::Match OrdinalReader::edition_at_end(const Document& document, const RuleWords::Tries& words,
                                                std::uint32_t number, std::size_t pos) {
  constexpr std::uint32_t kShortestPart = 3;  // bytes
  const Block& block = document.block(number);
  const auto all = document.words(block);
  const auto word = std::ranges::lower_bound(all, pos, {}, &Word::begin);
  if (word == all.end() || word->begin != pos || !is_capitalised(word_text(block, *word))) return {};
  for (std::uint32_t at = word->begin + kShortestPart; at + kShortestPart <= word->end; ++at) {
    if (words[kParts].longest(block.text, at).position == word->end) return {};
    const auto match = words[kEditions].longest(block.text, at);
    if (match && match.position == word->end) return match;
  }
  return {};
}

// What is counted; false where it is nothing of which there is one.
bool OrdinalReader::read_noun(const Document& document, const RuleWords::Tries& words, bool roman,
                              Ordinal& ordinal) const {
  const Block& block = document.block(ordinal.block);
  const std::string_view text = block.text;
  const std::size_t next = skip_blanks(text, ordinal.span.end);
  const auto before = words_before(words[kForThe], text, ordinal.span.begin);
  const auto known = words_before(words[kGiven], text, ordinal.span.begin);
  // "That is the fourth time", but not "the first time she came, the second time she called".
  const bool counts = before || (known && ordinal.number >= kFewestThings &&
                                 !opens_clause(text, static_cast<std::uint32_t>(known.position)));
  if (const auto time = words[kTimes].longest(text, next); time && counts) {
    ordinal.span = {static_cast<std::uint32_t>(before ? before.position : known.position),
                    static_cast<std::uint32_t>(time.position)};
    const auto all = document.words(block);
    const auto behind = std::ranges::lower_bound(all, ordinal.span.end, {}, &Word::begin);
    const bool nouns = !small_.at(block.language).names_after.empty();
    if (behind != all.end() && is_adjacent(text, ordinal.span.end, behind->begin) &&
        (nouns || !is_capitalised(word_text(block, *behind)))) {
      ordinal.behind = context_form(word_text(block, *behind));
    }
    return true;
  }
  // "Lost their third match in a row"
  if (words[kParts].longest(text, next) && ordinal.number > 1) {
    const auto all = document.words(block);
    const auto noun = std::ranges::lower_bound(all, next, {}, &Word::begin);
    const auto period =
        noun == all.end() ? PhraseTrie::Match{} : words[kPeriods].longest(text, skip_blanks(text, noun->end));
    if (period && period.payload == 0) {
      ordinal.span.end = noun->end;
      return true;
    }
  }
  const bool heads = block.role == Role::kTitle || block.role == Role::kHeading;
  ordinal.this_one = static_cast<bool>(words_before(words[kThisOne], text, ordinal.span.begin));
  ordinal.owned = words_before(words[kOwners], text, ordinal.span.begin) || is_owned(text, ordinal.span.begin) ||
                  (!small_.at(block.language).names_after.empty() && is_genitive(text, ordinal.span.begin));
  // "Adeyemi, fourth manager of the season"
  const bool apposed = text.substr(0, ordinal.span.begin).ends_with(", ");
  ordinal.given = ordinal.this_one || known || ordinal.owned || apposed;
  const bool definite = ordinal.given || opens_clause(text, ordinal.span.begin) ||
                        words_before(words[kIndefinite], text, ordinal.span.begin);
  const bool capital_nouns = !small_.at(block.language).names_after.empty();
  std::size_t pos = next;
  for (std::size_t between = 0; between <= kMostBetween; ++between) {
    auto event = words[kEditions].longest(text, pos);
    if (!event && capital_nouns) event = edition_at_end(document, words, ordinal.block, pos);
    // "The first picture shows"
    if (event && between > 0 && words[kVerbsToo].longest(text, pos)) event = {};
    if (event && (definite || heads)) {
      ordinal.sort = OrdinalSort::kEdition;
      ordinal.noun = context_form(text.substr(pos, event.position - pos));
      ordinal.generic = static_cast<bool>(words[kGeneric].longest(text, pos));
      ordinal.span.end = static_cast<std::uint32_t>(event.position);
      return true;
    }
    if (roman && between == 0) return false;
    if (words[kFeats].longest(text, pos) || words[kWorks].longest(text, pos) || words[kParts].longest(text, pos)) break;
    // "Blackheath Kite", "annual", "wine": where nouns have capitals, names and such words only.
    const auto filler = words[kFillers].longest(text, pos);
    const auto all = document.words(block);
    const auto word = std::ranges::lower_bound(all, pos, {}, &Word::begin);
    if (word == all.end() || word->begin != pos || !may_stand_between(block, *word, static_cast<bool>(filler))) break;
    pos = skip_blanks(text, filler ? filler.position : word->end);
  }
  return definite &&
         (read_name(document, words, next, ordinal) || read_counted(document, words, next, capital_nouns, ordinal));
}

// "The 41st Pennine Mile", where not all nouns have capitals.
bool OrdinalReader::read_name(const Document& document, const RuleWords::Tries& words, std::size_t pos,
                              Ordinal& ordinal) const {
  const Block& block = document.block(ordinal.block);
  if (!small_.at(block.language).names_after.empty() || ordinal.number < kFewestThings || !ordinal.given) return false;
  if (words[kParts].longest(block.text, pos)) return false;
  const auto all = document.words(block);
  auto word = std::ranges::lower_bound(all, pos, {}, &Word::begin);
  if (word == all.end() || word->begin != pos) return false;
  std::size_t count = 0;
  std::uint32_t end = ordinal.span.end;
  for (; word != all.end() && count <= kMostBetween && is_capitalised(word_text(block, *word)); ++word, ++count) {
    if (count > 0 && !is_adjacent(block.text, end, word->begin)) break;
    end = word->end;
    ordinal.noun = context_form(word_text(block, *word));
  }
  if (count < 2) return false;  // "the 3rd Battalion"
  ordinal.sort = OrdinalSort::kEdition;
  ordinal.named = true;
  ordinal.span.end = end;
  return true;
}

bool OrdinalReader::may_stand_between(const Block& block, const Word& word, bool filler) const {
  const std::string_view text = word_text(block, word);
  const SmallWords& small = small_.at(block.language);
  return filler || is_capitalised(text) ||
         (small.names_after.empty() && !std::ranges::binary_search(small.plain, context_form(text)));
}

// "The second woman", "her third novel", "the sixth bridge".
bool OrdinalReader::read_counted(const Document& document, const RuleWords::Tries& words, std::size_t pos,
                                 bool capital_nouns, Ordinal& ordinal) {
  const Block& block = document.block(ordinal.block);
  const std::string_view text = block.text;
  constexpr std::pair<OrdinalList, OrdinalSort> kSorts[] = {{kFeats, OrdinalSort::kFeat}, {kWorks, OrdinalSort::kWork}};
  const auto all = document.words(block);
  // "The fifth consecutive title"
  if (const auto period = words[kPeriods].longest(text, pos); period && period.payload == 0) {
    pos = skip_blanks(text, period.position);
  }
  auto noun = std::ranges::lower_bound(all, pos, {}, &Word::begin);
  if (noun == all.end() || noun->begin != pos) return false;
  // "Her second lottery win"
  if (!capital_nouns && !words[kFeats].longest(text, pos) && noun + 1 != all.end() &&
      !words[kParts].longest(text, pos) && is_adjacent(text, noun->end, (noun + 1)->begin) &&
      words[kFeats].longest(text, (noun + 1)->begin)) {
    ++noun;
    pos = noun->begin;
  }
  // "The first goal", but "his tenth goal of the season"
  if (const auto part = words[kParts].longest(text, pos);
      part && words[kFeats].longest(text, pos).position <= part.position)
    return false;
  // Where nouns have capitals, a verb is none.
  if (capital_nouns && !is_capitalised(word_text(block, *noun))) return false;
  std::size_t end = noun->end;
  ordinal.sort = OrdinalSort::kThing;
  for (const auto& [list, sort] : kSorts) {
    const auto known = words[list].longest(text, pos);
    if (!known) continue;
    ordinal.sort = sort;
    ordinal.group = known.payload;
    end = known.position;
  }
  if (words[kEditions].longest(text, pos) || words[kFillers].longest(text, pos)) return false;
  ordinal.noun = context_form(text.substr(pos, end - pos));
  // "3. Press the button".
  const bool is_item =
      text.substr(ordinal.span.begin, ordinal.span.size()).ends_with('.') && opens_clause(text, ordinal.span.begin);
  ordinal.span.end = static_cast<std::uint32_t>(end);
  if (is_item) return false;
  if (ordinal.sort == OrdinalSort::kThing && ordinal.number < kFewestThings) return false;
  return ordinal.noun.size() >= kShortestNoun;
}

}  // namespace stet
