#include "check/kinds/contradiction/attached_support.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "text/language_model.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::uint16_t kFirstConcept = 0x4000;  // numbers of occurrences are below, those of concepts above
constexpr std::uint32_t kLeastWord = 2;          // bytes
constexpr std::size_t kMostHeads = 3;            // nouns before a value: "the fire in the mill on Friday"
constexpr std::size_t kFarthestWords = 9;        // words between a value and the noun that it belongs to
constexpr std::size_t kMostAdjectives = 2;       // between an article and its noun
constexpr std::size_t kWordsBehind = 3;          // "Friday's first opening practice"
constexpr std::size_t kNearSaying = 2;           // words between a value and a verb of saying
constexpr std::size_t kNearRelative = 3;         // words between a value and "when": "on Friday at noon, when"
constexpr std::size_t kNearBound = 2;            // words between "until" and a value
constexpr std::size_t kLeastDeed = 5;            // bytes of a noun that a verb may have told of
constexpr std::size_t kLeastDated = 3;           // the same of one that its value tells from others
constexpr std::size_t kNearDeed = 6;             // words between a thing and its value: "which took place on"
constexpr std::size_t kNearDuring = 4;           // words between a value and what was then: "at noon, during the theft"
constexpr std::size_t kMostWords = 80;           // of a sentence; a longer one is none

std::string_view gap_between(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  return begin > end ? text.substr(end, begin - end) : std::string_view();
}

bool parts_clauses(std::string_view gap) {
  return gap.find_first_of(",;:()") != gap.npos || gap.find(" \u2013 ") != gap.npos || gap.find("\u2014") != gap.npos ||
         gap.find(" - ") != gap.npos;
}

bool shares(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) {
  return std::ranges::any_of(a, [&](std::uint16_t number) { return std::ranges::find(b, number) != b.end(); });
}

bool is_nothing(const ToldThing& thing) { return thing.concepts.empty() && thing.form.empty(); }

// "It was handed over on Friday", "the handover on Saturday".
const ToldThing* shared_deed(const std::vector<ToldThing>& of, const std::vector<std::string>& verbs) {
  const auto found = std::ranges::find_if(of, [&](const ToldThing& thing) {
    return thing.deed && std::ranges::any_of(verbs, [&](const std::string& verb) {
             return verb != thing.form && are_kin(verb, thing.form);
           });
  });
  return found == of.end() ? nullptr : &*found;
}

// Of the word that stands at `at` in the text.
ToldThing told_at(const Facts& facts, std::string_view text, Language language, const Word& word, TextSpan at,
                  const Happenings& happenings) {
  ToldThing thing{{}, {word.begin, word.end}, {}, false};
  if (word.end - word.begin < kLeastWord) return thing;
  // "S'est couché" is told by three words.
  const auto named = [&](ConceptFamily family) {
    const Concepts::Found found = facts.knowledge().concepts[family].of(language).at(text, at.begin, at.end);
    if (!found.concepts.empty() && at.begin == word.begin) {
      thing.span.end = std::max(thing.span.end, static_cast<std::uint32_t>(found.end));
    }
    return found.concepts;
  };
  const ConceptSet occurrences = named(ConceptFamily::kOccurrences);
  // Small words begin happenings, "was taken", but no houses.
  const auto home = table_number(language);
  const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
  const ConceptSet concepts = small ? ConceptSet() : named(ConceptFamily::kThesaurus);
  if (occurrences.empty() && concepts.empty()) return thing;
  const auto is_one = [&](std::uint16_t number) {
    return number < kFirstConcept ? occurrences.has(number)
                                  : concepts.has(static_cast<std::uint16_t>(number - kFirstConcept));
  };
  std::ranges::copy_if(happenings.all, std::back_inserter(thing.concepts), is_one);
  if (std::ranges::any_of(happenings.repeated, is_one)) thing.form = context_form(text.substr(at.begin, at.size()));
  return thing;
}

const ToldThing* first_shared(const std::vector<ToldThing>& of, const std::vector<ToldThing>& with) {
  const auto found = std::ranges::find_if(of, [&](const ToldThing& thing) {
    return std::ranges::any_of(with, [&](const ToldThing& other) {
      if (!thing.deed && !thing.form.empty() && is_same_word(thing.form, other.form)) return true;
      return shares(thing.concepts, other.concepts);
    });
  });
  return found == of.end() ? nullptr : &*found;
}

}  // namespace

Happenings::Happenings(const Definition& definition, const ConceptLexicons& lexicons) {
  const auto add = [&](std::string_view key, std::vector<std::uint16_t>& numbers) {
    const auto* names = definition.option<std::vector<std::string>>(key);
    if (names == nullptr) return;
    for (const std::string& name : *names) {
      const std::uint16_t occurrence = lexicons[ConceptFamily::kOccurrences].number(name);
      const std::uint16_t number = lexicons[ConceptFamily::kThesaurus].number(name);
      if (occurrence != ConceptLexicon::kUnknown) numbers.push_back(occurrence);
      if (number != ConceptLexicon::kUnknown) numbers.push_back(static_cast<std::uint16_t>(number + kFirstConcept));
    }
  };
  add("happenings", all);
  add("incidents", incidents);
  add("repeated", repeated);
  add("personal", personal);
}

bool is_lead(const Document& document, std::uint32_t number) {
  constexpr std::size_t kMostOfTitle = 14;  // words; a first line of few without a stop is a headline
  for (std::uint32_t before = 0; before < number; ++before) {
    const Block& block = document.block(before);
    if (block.role != Role::kParagraph) continue;
    const bool title = before == 0 && document.words(block).size() <= kMostOfTitle && !block.text.empty() &&
                       std::string_view(".!?:…\"»«“”").find(block.text.back()) == std::string_view::npos;
    if (!title) return false;
  }
  return true;
}

ToldThing told_at(const Facts& facts, const Block& block, const Word& word, const Happenings& happenings) {
  return told_at(facts, block.text, block.language, word, {word.begin, word.end}, happenings);
}

AttachedWords::AttachedWords(const Definition& definition, Language language)
    : definite_(forms_of(definition, language, "definite")),
      indefinite_(forms_of(definition, language, "indefinite")),
      auxiliaries_(forms_of(definition, language, "auxiliaries")),
      glue_(forms_of(definition, language, "glue")),
      clauses_(forms_of(definition, language, "clauses")),
      breaks_(forms_of(definition, language, "breaks")),
      sayings_(forms_of(definition, language, "sayings")),
      of_(forms_of(definition, language, "of")),
      bounds_(forms_of(definition, language, "bounds")),
      anaphors_(forms_of(definition, language, "anaphors")),
      particles_(forms_of(definition, language, "particles")),
      pointing_(forms_of(definition, language, "pointing")),
      moments_(forms_of(definition, language, "moments")),
      measures_(forms_of(definition, language, "measures")),
      during_(forms_of(definition, language, "during")),
      where_(forms_of(definition, language, "where")),
      own_(forms_of(definition, language, "own")),
      leading_(forms_of(definition, language, "leading")) {}

bool AttachedWords::is(const std::vector<std::string>& list, std::string_view form) const {
  return std::ranges::binary_search(list, form);
}

// "On that June night", "an jenem Augustabend", "quella sera di novembre", "ce mardi-là"
bool AttachedWords::points(std::string_view text, std::span<const Word> words, const std::vector<std::string>& forms,
                           std::size_t first, std::size_t last) const {
  constexpr std::size_t kReach = 4;  // words
  if (pointing_.empty()) return false;
  std::size_t at = first;
  while (at > 0 && first - at < kReach && !is(pointing_, forms[at - 1])) {
    if (parts_clauses(gap_between(text, words[at - 1].end, words[at].begin))) return false;
    --at;
  }
  if (at == 0 || !is(pointing_, forms[at - 1])) return false;
  // "Said that Tuesday …"
  if (is(clauses_, forms[at - 1]) && at > 1 && !is(glue_, forms[at - 2]) && !is(bounds_, forms[at - 2]) &&
      !parts_clauses(gap_between(text, words[at - 2].end, words[at - 1].begin))) {
    return false;
  }
  for (; at < std::min(last + 1, words.size()); ++at) {
    if (std::ranges::any_of(moments_, [&](const std::string& moment) { return forms[at].ends_with(moment); }))
      return true;
  }
  return false;
}

void AttachedWords::read_sentence(const Document& document, const Facts& facts, const AttachedValue& value,
                                  const Happenings& happenings, LastRead& last_read) const {
  const Block& block = document.block(value.block);
  const std::span<const Word> words = words_in(document.words(block), last_read.sentence);
  std::vector<std::string>& forms = last_read.forms;
  forms.clear();
  for (const Word& word : words) forms.push_back(context_form(word_text(block, word)));
  // "a blaze", "another early blaze"
  const auto is_indefinite = [&](std::size_t i) {
    for (std::size_t back = 1; back <= kMostAdjectives + 1 && back <= i; ++back) {
      if (is(indefinite_, forms[i - back])) return true;
      if (is(definite_, forms[i - back]) || is(auxiliaries_, forms[i - back])) return false;
    }
    return false;
  };
  last_read.things.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    ToldThing thing = told_at(facts, block, words[i], happenings);
    if (is(anaphors_, forms[i])) thing.concepts.push_back(kWhateverHappened);
    thing.indefinite = !is_nothing(thing) && is_indefinite(i);
    last_read.things.push_back(std::move(thing));
  }
  read_separated(facts, block, words, happenings, last_read);
  // What the lead tells of before stands in one article with it.
  last_read.lead.clear();
  if (!is_lead(document, value.block)) return;
  for (const Word& word : document.words(block)) {
    if (word.begin >= last_read.sentence.begin) break;
    ToldThing thing = told_at(facts, block, word, happenings);
    if (!is_nothing(thing)) last_read.lead.push_back(std::move(thing));
  }
}

// "Stürzte das Dach ein": the verb and its other half, as if they stood side by side.
void AttachedWords::read_separated(const Facts& facts, const Block& block, std::span<const Word> words,
                                   const Happenings& happenings, LastRead& last_read) const {
  if (particles_.empty()) return;
  std::size_t begin = 0;  // of the clause
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    const bool ends = last || parts_clauses(gap_between(block.text, words[i].end, words[i + 1].begin)) ||
                      is(breaks_, last_read.forms[i + 1]);
    if (!ends) continue;
    if (is(particles_, last_read.forms[i])) {
      for (std::size_t at = begin; at + 1 < i; ++at) {
        if (!is_nothing(last_read.things[at])) continue;
        const std::string_view verb = word_text(block, words[at]);
        if (is_capitalised(verb) && at > begin) continue;
        const std::string both = std::string(verb) + ' ' + std::string(word_text(block, words[i]));
        ToldThing thing =
            told_at(facts, both, block.language, words[at], {0, static_cast<std::uint32_t>(verb.size())}, happenings);
        if (!is_nothing(thing)) last_read.things[at] = std::move(thing);
      }
    }
    begin = i + 1;
  }
}

Telling AttachedWords::read(const Document& document, const Facts& facts, const AttachedValue& value,
                            const Happenings& happenings, LastRead& last_read) const {
  const Block& block = document.block(value.block);
  const std::string_view text = block.text;
  const bool same = last_read.block == &block && last_read.sentence.contains(value.span);
  Telling telling;
  telling.value = value;
  telling.sentence = same ? last_read.sentence : facts.sentences().at(value.block, value.span.begin);
  const std::span<const Word> words = words_in(document.words(block), telling.sentence);
  if (words.empty() || words.size() > kMostWords) return telling;
  if (!same) {
    last_read.block = &block;
    last_read.sentence = telling.sentence;
    read_sentence(document, facts, value, happenings, last_read);
  }
  const std::vector<std::string>& forms = last_read.forms;
  const std::vector<ToldThing>& things = last_read.things;
  const auto number_of = [&](std::uint32_t pos) {
    return static_cast<std::size_t>(std::ranges::lower_bound(words, pos, {}, &Word::begin) - words.begin());
  };
  const std::size_t first = number_of(value.span.begin);
  const std::size_t last = number_of(value.span.end);  // behind it

  // "said on Friday", but not "the fire of 1989, engineers say"
  const auto is_parted = [&](std::size_t i) {
    if (!value.year || i < last) return false;
    for (std::size_t k = last; k <= i; ++k) {
      if (parts_clauses(gap_between(text, k == last ? value.span.end : words[k - 1].end, words[k].begin))) return true;
    }
    return false;
  };
  for (std::size_t i = first - std::min(first, kNearSaying + 1); i < std::min(words.size(), last + kNearSaying); ++i) {
    if (is(sayings_, forms[i]) && !is_parted(i)) return telling;
  }
  // "until Friday", "since the spring", but not "since the April sale", "since Friday's sale"
  const std::string_view behind = text.substr(value.span.end);
  const bool owned =
      last < words.size() && (forms[last] == "s" || behind.starts_with("'s ") || behind.starts_with("\u2019s "));
  const bool leads = value.before && last < words.size() && (!is_nothing(things[last]) || owned);
  for (std::size_t back = 1; !leads && back <= std::min(first, kNearBound); ++back) {
    if (is(bounds_, forms[first - back])) return telling;
    if (!is(definite_, forms[first - back]) && !is(glue_, forms[first - back])) break;
  }

  // The clause: between marks, or from the last word that begins one.
  std::size_t begin = first;
  while (begin > 0 && !parts_clauses(gap_between(text, words[begin - 1].end, words[begin].begin)) &&
         !is(breaks_, forms[begin - 1])) {
    --begin;
    if (!is(clauses_, forms[begin])) continue;
    telling.dependent = true;
    break;
  }
  // "Bonn, where the house stands"
  std::size_t end = last;
  for (std::size_t i = last; i < std::min(words.size(), last + kNearRelative) && !is(clauses_, forms[i]); ++i) {
    if (!is(glue_, forms[i])) break;
    end = i + 1;
  }
  // "When the whirlwind, at noon sharp, struck": what stands between the marks is no clause.
  const auto is_bare = [&] {
    for (std::size_t i = begin; i < end; ++i) {
      if ((i < first || i >= last) && !is(glue_, forms[i])) return false;
    }
    return true;
  };
  if (begin > 0 && end < words.size() && gap_between(text, words[begin - 1].end, words[begin].begin) == ", " &&
      gap_between(text, words[end - 1].end, words[end].begin) == ", " && is_bare()) {
    while (begin > 0 && !is(breaks_, forms[begin - 1])) {
      --begin;
      if (is(clauses_, forms[begin])) {
        telling.dependent = true;
        break;
      }
      if (begin > 0 && parts_clauses(gap_between(text, words[begin - 1].end, words[begin].begin))) break;
    }
    ++end;
  }
  const bool relative = end < words.size() && is(clauses_, forms[end]) && !is(where_, forms[end]);
  if (relative) ++end;
  while (end < words.size() && !is(breaks_, forms[end]) && !is(clauses_, forms[end]) &&
         !parts_clauses(gap_between(text, end == last ? value.span.end : words[end - 1].end, words[end].begin))) {
    ++end;
  }
  if (relative) {
    telling.dependent = true;
    begin = first;
  }
  telling.pointing = points(text, words, forms, first, last);
  telling.clause = {words[begin].begin, words[std::max(begin, end - 1)].end};

  telling.whole = last_read.lead;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_nothing(things[i]) || (i >= first && i < last)) continue;
    telling.whole.push_back(things[i]);
    if (i >= begin && i < end) telling.around.push_back(things[i]);
  }

  const bool incident = std::ranges::any_of(
      telling.around, [&](const ToldThing& thing) { return shares(thing.concepts, happenings.incidents); });
  if (incident && is_lead(document, value.block)) telling.whole.push_back({{kWhateverHappened}, value.span, {}, false});
  if (telling.around.empty() && is_lead(document, value.block)) {
    telling.whole.push_back({{kWhateverTold}, value.span, {}, false});
  }

  // Whether an article or the like tells that the reader knows it.
  const auto is_definite = [&](std::size_t i) {
    // "His election" is one phrase.
    for (std::size_t back = is(definite_, forms[i]) ? 0 : 1; back <= kMostAdjectives + 1 && back <= i; ++back) {
      const std::string& form = forms[i - back];
      if (is(indefinite_, form) || is(auxiliaries_, form)) return false;
      if (is(definite_, form)) return true;
      // "the company's opening"
      if (form == "s") return true;
    }
    return false;
  };
  for (ToldThing& thing : telling.around) {
    const bool whatever = std::ranges::find(thing.concepts, kWhateverHappened) != thing.concepts.end();
    if (telling.dependent && whatever && !thing.indefinite) thing.concepts.push_back(kWhateverTold);
  }
  // "The fire in the mill on Friday"
  if (value.linked) {
    std::size_t heads = 0;
    std::size_t commas = 0;
    for (std::size_t i = first; i > 0 && first - i < kFarthestWords && heads < kMostHeads; --i) {
      const std::size_t at = i - 1;
      if (parts_clauses(gap_between(text, words[at].end, words[i].begin)) && (heads > 0 || ++commas > 1)) break;
      if (is(breaks_, forms[at]) || is(clauses_, forms[at])) break;
      const bool small =
          is(glue_, forms[at]) || is(of_, forms[at]) || is(definite_, forms[at]) || is(indefinite_, forms[at]);
      if (small && is_nothing(things[at])) continue;
      ++heads;
      if (is(auxiliaries_, forms[at]) || !is_definite(at)) continue;
      if (!is_nothing(things[at])) telling.known.push_back(things[at]);
      if (is(anaphors_, forms[at])) telling.known.back().concepts.push_back(kWhateverTold);
      if (is(measures_, forms[at])) continue;
      if (heads > 1 || (facts.numbers(block).capital_nouns && !is_capitalised(word_text(block, words[at])))) continue;
      ToldThing deed{{}, {words[at].begin, words[at].end}, forms[at], false, true};
      deed.owned = at + 1 < first && is(of_, forms[at + 1]) &&
                   !parts_clauses(gap_between(text, words[at].end, words[at + 1].begin));
      // "Der Mauerfall 1989", but not "Westerwelle, der Gerhardt 2001 verdrängt hatte"
      const bool beside = value.year && at + 1 == first && facts.numbers(block).capital_nouns && at > 0 &&
                          !(at > 1 && parts_clauses(gap_between(text, words[at - 2].end, words[at - 1].begin)));
      deed.dated = forms[at].size() >= kLeastDated && (deed.owned || beside);
      const bool told = forms[at].size() >= kLeastDeed && at > 0 && is(definite_, forms[at - 1]);
      if (told || deed.dated) telling.known.push_back(std::move(deed));
    }
    // "The brawl, which took place on Friday", "la rissa, avvenuta venerdì"
    if (begin > 0 && gap_between(text, words[begin - 1].end, words[begin].begin) == ", " && first - begin < kNearDeed &&
        is_definite(begin - 1) &&
        std::all_of(forms.begin() + static_cast<std::ptrdiff_t>(begin),
                    forms.begin() + static_cast<std::ptrdiff_t>(first), [&](const std::string& form) {
                      return is(glue_, form) || is(clauses_, form) || is(auxiliaries_, form) || is(definite_, form) ||
                             is(of_, form);
                    })) {
      if (!is_nothing(things[begin - 1])) telling.known.push_back(things[begin - 1]);
      telling.known.push_back(
          {{}, {words[begin - 1].begin, words[begin - 1].end}, forms[begin - 1], false, true, true, false});
    }
  }
  // "Around noon, at the time of the theft"
  for (std::size_t i = last; i < std::min(words.size(), last + kNearDuring); ++i) {
    const std::string_view gap = gap_between(text, i == last ? value.span.end : words[i - 1].end, words[i].begin);
    if (parts_clauses(gap) && gap != ", ") break;
    if (!is(during_, forms[i])) continue;
    for (std::size_t k = i + 1; k < std::min(words.size(), i + kNearDuring); ++k) {
      if (parts_clauses(gap_between(text, words[k - 1].end, words[k].begin))) break;
      if (is_nothing(things[k]) || is(glue_, forms[k])) continue;
      if (is(definite_, forms[k - 1]) || is(of_, forms[k - 1])) telling.known.push_back(things[k]);
      break;
    }
    break;
  }
  const auto is_noun = [&](std::size_t i) {
    if (facts.numbers(block).capital_nouns) return i > 0 && is_capitalised(word_text(block, words[i]));
    return i > 0 && (is(definite_, forms[i - 1]) || is(indefinite_, forms[i - 1]) || is(of_, forms[i - 1]));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (forms[i].size() >= kLeastDeed && (i < first || i >= last) && !is_noun(i)) telling.verbs.push_back(forms[i]);
  }
  // "Friday's theft"
  if (value.before) {
    for (std::size_t i = last; i < std::min(words.size(), last + kWordsBehind); ++i) {
      if (parts_clauses(gap_between(text, i == last ? value.span.end : words[i - 1].end, words[i].begin))) break;
      if (forms[i] == "s") continue;
      if (is(glue_, forms[i]) || is(breaks_, forms[i])) break;
      if (!is_nothing(things[i]) && (owned || is_definite(first))) telling.known.push_back(things[i]);
      if (owned && !value.year && (i > last || forms[last] != "s") && forms[i].size() >= kLeastDeed &&
          !is(measures_, forms[i])) {
        telling.known.push_back({{}, {words[i].begin, words[i].end}, forms[i], false, true, true, true});
      }
    }
  }
  return telling;
}

namespace {

// Where nouns have capitals too, only what the gazetteer knows.
bool is_name(const Facts& facts, const Block& block, std::span<const Word> words, const Word& word) {
  if (!is_capitalised(word_text(block, word))) return false;
  return !facts.numbers(block).capital_nouns || !find_places(block.text, words, {word.begin, word.end}).empty();
}

}  // namespace

bool AttachedWords::is_of_another(const Document& document, const Facts& facts, const Telling& telling,
                                  const ToldThing& thing, const Happenings& happenings) const {
  constexpr std::size_t kReach = 4;  // words
  if (shares(thing.concepts, happenings.personal) && names_somebody_new(document, telling, thing.span.begin))
    return true;
  const Block& block = document.block(telling.value.block);
  const std::span<const Word> words = words_in(document.words(block), telling.sentence);
  auto word = std::ranges::lower_bound(words, thing.span.end, {}, &Word::begin);
  bool of = false;
  bool leads = false;
  bool own = false;
  for (std::size_t i = 0; i < kReach && word != words.end(); ++i, ++word) {
    if (parts_clauses(gap_between(block.text, word[-1].end, word->begin))) return false;
    const std::string form = context_form(word_text(block, *word));
    if (is(of_, form)) {
      of = true;
      continue;
    }
    if (!of && is(leading_, form)) {
      leads = true;
      continue;
    }
    if ((!of && !leads) || telling.value.span.overlaps({word->begin, word->end})) return false;
    own = own || is(own_, form);
    if (is(definite_, form) || is(indefinite_, form)) continue;
    // "Its release in Portugal"
    if (!of) return is_name(facts, block, words, *word) && !is_named_before(document, telling, form);
    // "The sale of the building": a slaughterhouse is one. But the singer is not the drummer, nor "its branch" the
    // bank.
    ConceptSet named;
    if (!own && !shares(thing.concepts, happenings.personal)) {
      named = facts.knowledge()
                  .concepts[ConceptFamily::kThesaurus]
                  .of(block.language)
                  .at(block.text, word->begin, word->end)
                  .concepts;
    }
    return !is_named_before(document, telling, form, &facts, named);
  }
  return false;
}

// A first name and a surname before `end`, in the sentence.
bool AttachedWords::names_somebody_new(const Document& document, const Telling& telling, std::uint32_t end) {
  const Block& block = document.block(telling.value.block);
  const std::span<const Word> words = words_in(document.words(block), {telling.sentence.begin, end});
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view first = word_text(block, words[i - 1]);
    const std::string_view second = word_text(block, words[i]);
    if (!is_capitalised(first) || !is_capitalised(second)) continue;
    if (!is_adjacent(block.text, words[i - 1].end, words[i].begin)) continue;
    if (!is_named_before(document, telling, context_form(first)) ||
        !is_named_before(document, telling, context_form(second))) {
      return true;
    }
  }
  return false;
}

bool AttachedWords::is_named_before(const Document& document, const Telling& telling, std::string_view form,
                                    const Facts* facts, ConceptSet thing) {
  for (std::uint32_t number = 0; number <= telling.value.block; ++number) {
    const Block& block = document.block(number);
    for (const Word& word : document.words(block)) {
      if (number == telling.value.block && word.begin >= telling.sentence.begin) return false;
      if (is_same_word(context_form(word_text(block, word)), form)) return true;
      if (thing.empty()) continue;
      const Concepts& tables = facts->knowledge().concepts[ConceptFamily::kThesaurus].of(block.language);
      if (tables.at(block.text, word.begin, word.end).concepts.meets(thing)) return true;
    }
  }
  return false;
}

const ToldThing* shared_thing(const Telling& a, const Telling& b) {
  const std::vector<ToldThing>& told = a.alone ? a.whole : a.around;
  // "The summit in Riga", "the summit in Oslo": with its place each is told from the other.
  const auto is_told_apart = [&](const ToldThing& thing) {
    return !thing.form.empty() && std::ranges::any_of(a.known, [&](const ToldThing& other) {
      return !other.form.empty() && is_same_word(thing.form, other.form);
    });
  };
  const ToldThing* known = first_shared(b.known, told);
  if (known == nullptr && a.alone) known = shared_deed(b.known, a.verbs);
  if (known != nullptr && !is_told_apart(*known)) return known;
  const ToldThing* thing = b.dependent ? first_shared(b.around, told) : nullptr;
  return thing == nullptr || thing->indefinite ? nullptr : thing;
}

}  // namespace stet
