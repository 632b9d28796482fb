#include "check/kinds/contradiction/brief_age_support.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/brief_age_people_support.h"
#include "check/kinds/contradiction/brief_age_reader_support.h"
#include "check/kinds/slip_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

using namespace brief_ages;

constexpr std::size_t kShort = 320;   // words of an article about one person
constexpr std::size_t kMostAges = 8;  // of an article; one with more tells of many people
constexpr double kGeneration = 13;    // years between two ages that may be of a parent and a child, at least
constexpr double kNear = 3;           // years between two ages of one person that no slip of the finger explains

// Whether both can't be of one person at a time.
bool differ(const BriefAge& a, const BriefAge& b) {
  // "At 18, the singer": long before dying at 81.
  if ((a.begins && b.died && a.age < b.age) || (b.begins && a.died && b.age < a.age)) return false;
  // A birthday that was years ago is told of, too.
  if (a.birthday) return !b.birthday && a.age - 1 > b.oldest();
  if (b.birthday) return b.age - 1 > a.oldest();
  return a.oldest() < b.age || b.oldest() < a.age;
}

// Whether the article brings in somebody who is not known: "a cyclist", besides whoever has an age.
bool brings_in_others(const Document& document, const Definition& definition, const RuleWords& words, const BriefAge& a,
                      const BriefAge& b) {
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    const PersonReader reader(document, i, *lists);
    for (const Word& word : reader.words()) {
      const bool own = i == b.block && b.sentence.contains(TextSpan{word.begin, word.end});
      // Before the first one, "a climber" is who is named there.
      const bool before = std::pair(i, word.begin) < std::pair(a.block, a.span.begin);
      if (own || before || !(*lists)[kPeople].longest(block.text, word.begin)) continue;
      const PersonReader::Article article = reader.article(word.begin, kMostAdjectives);
      // "Elena Marsh, 47, a nurse"
      constexpr std::size_t kApposed = 3;  // bytes
      if (i == a.block && article.begin >= a.span.end && article.begin - a.span.end <= kApposed) continue;
      if (article.indefinite || article.counted) return true;
    }
  }
  return false;
}

// "Maria Weber", "Weber": of one; "Maria Weber", "Anna Weber": of two.
bool are_of_one_name(const std::set<std::string>& a, const std::set<std::string>& b) {
  const bool share = std::ranges::any_of(a, [&](const std::string& name) { return b.contains(name); });
  const bool subset = std::ranges::includes(a, b) || std::ranges::includes(b, a);
  return share && (subset || std::min(a.size(), b.size()) < 2);
}

// "At 19 she rowed. She turned 18 in 1989": both may be years ago.
bool are_long_ago(const BriefAge& a, const BriefAge& b) {
  return a.begins && b.begins && !a.current && !b.current && !are_swapped(a.age, b.age);
}

bool stand_together(const BriefAge& a, const BriefAge& b) { return a.block == b.block && a.sentence == b.sentence; }

// Whether the article has the name before: "Beryl Pugh heard glass. At 88, Mrs Pugh"
bool stands_before(const Document& document, const BriefAge& age) {
  for (std::uint32_t i = 0; i <= age.block; ++i) {
    const Block& block = document.block(i);
    for (const Word& word : document.words(block)) {
      if (i == age.block && word.begin >= age.sentence.begin) break;
      if (is_capitalised(word_text(block, word)) && age.names.contains(context_form(word_text(block, word))))
        return true;
    }
  }
  return false;
}

// Whether nobody but whoever has the first age is told of up to the second one: no "a man", no "two women", no other
// full name. Whom an article of the other sex brings in is not meant.
bool is_only_one(const Document& document, const Definition& definition, const RuleWords& words, const BriefAge& a,
                 const BriefAge& b, const Others& others = {}) {
  const Block& own = document.block(b.block);
  const PersonReader last(document, b.block, *words.in(own.language));
  const std::size_t begin = last.article(b.span.begin, kMostAdjectives).begin;
  std::size_t introduced = 0;
  std::uint32_t surname = 0;  // of the only one who is named before the first age
  const bool close = std::max(a.age - b.oldest(), b.age - a.oldest()) < kGeneration;
  // "A hiker has been found. Ada Reed, 58, had slipped.": who is brought in is named then, but not where it is told of
  // an arrest.
  const Block& first = document.block(a.block);
  const bool may_be_brought_in =
      a.names.empty() ||
      (!stands_before(document, a) && !holds((*words.in(first.language))[kArrested], first.text, a.sentence));
  const Sex sex = b.definite ? sex_at(own.text, begin, *words.in(own.language)) : Sex::kUnknown;
  for (std::uint32_t i = 0; i <= b.block; ++i) {
    const Block& block = document.block(i);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    // What a title says is said again below it.
    if (lists == nullptr || block.role == Role::kTitle || block.role == Role::kHeading) continue;
    const PersonReader reader(document, i, *lists);
    const auto home = table_number(block.language);
    const Word* before = nullptr;
    for (const Word& word : reader.words()) {
      if (i == b.block && word.begin >= b.sentence.begin) break;
      const Word* const last_word = std::exchange(before, &word);
      const bool small = home && (kinship(word.hash).small >> *home & 1U) != 0;
      // "The grandfather", whom nothing brought in.
      if (!small && (*lists)[kRelatives].longest(block.text, word.begin) &&
          !(*lists)[kGeneric].longest(block.text, word.begin) &&
          !((others.near || close) && (*lists)[kGenerations].longest(block.text, word.begin)))
        return false;
      if (others.has_age(i, word.begin)) continue;
      // "Elena Marsh, 47, a nurse"
      constexpr std::uint32_t kApposed = 8;  // bytes
      if (i == a.block && word.begin >= a.sentence.begin && word.begin < a.span.end + kApposed) continue;
      if (others.near && a.person && i == a.block && a.person->span.begin == word.begin) continue;
      const std::string_view text = word_text(block, word);
      if (last_word != nullptr && is_capitalised(text) && is_capitalised(word_text(block, *last_word)) &&
          is_adjacent(block.text, last_word->end, word.begin)) {
        const auto is_known = [&](const Word& each) {
          return (home && (kinship(each.hash).own() >> *home & 1U) != 0) ||
                 a.names.contains(context_form(word_text(block, each)));
        };
        // "The singer Ruth Olsen has died. She …"
        const bool is_new = b.died && i == b.block && i != a.block && !a.names.contains(context_form(text));
        // "Die Bergwacht Garmisch": nobody has an article.
        const auto at = static_cast<std::size_t>(last_word - reader.words().data());
        const bool article = at > 0 && (*lists)[kDefiniteArticles].longest(block.text, last_word->begin - 1);
        // "Police spokeswoman Ann Reed"
        const bool office = others.near && at > 0 && is_official(block, reader.words()[at - 1], *last_word, *lists);
        const bool unknown = !article && !office && !is_known(word) && !is_known(*last_word);
        // "The actor Ned Hale has died. He was 92.": the one who is named before the first age has it.
        const bool owner = a.names.empty() && std::pair(i, word.begin) < std::pair(a.block, a.sentence.begin) &&
                           (surname == 0 || surname == word.hash);
        if (unknown && owner) surname = word.hash;
        if (is_new || (unknown && !owner)) return false;
      }
      if (!(*lists)[kPeople].longest(block.text, word.begin)) continue;
      const PersonReader::Article article = reader.article(word.begin, kMostAdjectives);
      if (!article.indefinite && !article.counted && !article.several) continue;
      const Sex other = sex_at(block.text, article.begin, *lists);
      // "She is a nurse"
      if (article.indefinite && reader.apposed(article.begin)) continue;
      if (!article.several && sex != Sex::kUnknown && other != Sex::kUnknown && sex != other) continue;
      // "A motorist was stopped. Aged 31, he": who is brought in before the first age has it.
      const bool before_age = std::pair(i, word.begin) < std::pair(a.block, a.sentence.begin);
      if (article.several || !before_age || !may_be_brought_in || (a.indefinite && !others.near) || ++introduced > 1)
        return false;
    }
  }
  return true;
}

// "A climber, 34", "the 43-year-old", "the 43-year-old woman"; "Tom Reed, 34", "the 43-year-old builder". But not "the
// 43-year-old driver of the lorry", nor "the second car … the driver (43)".
bool may_be_one(const Document& document, const RuleWords& words, const BriefAge& a, const BriefAge& b) {
  const Block& block = document.block(b.block);
  const RuleWords::Tries& lists = *words.in(block.language);
  if (a.names.empty() && !b.bare) return false;
  if (!b.person) return true;
  if (holds(lists[kOneOf], block.text, {a.block == b.block ? a.span.end : 0, b.span.begin})) return false;
  if ((a.person && a.person->sort == b.person->sort)) return true;
  if (lists[kGeneric].longest(block.text, b.person->span.begin)) return true;
  const PersonReader reader(document, b.block, lists);
  return !a.names.empty() && !a.person && reader.complement(b.person->span.end).empty();
}

// "The 42-year-old", "la femme de 42 ans": told of before, and not "the other woman".
bool is_known(const Document& document, const RuleWords& words, const BriefAge& a, const BriefAge& b) {
  const Block& block = document.block(b.block);
  const RuleWords::Tries& lists = *words.in(block.language);
  const bool generic = b.person && lists[kGeneric].longest(block.text, b.person->span.begin);
  return (b.bare || generic) && !holds(lists[kOneOf], block.text, {a.block == b.block ? a.span.end : 0, b.span.begin});
}

// "The youngest was 27. The 27-year-old": whose age was told before.
bool is_told_before(const Facts& facts, const BriefAge& age) {
  return std::ranges::any_of(facts.quantities(), [&](const Quantity& q) {
    return q.value == age.age && q.unit != kNoUnit &&
           std::pair(q.block, q.span.begin) < std::pair(age.block, age.span.begin);
  });
}

// "A man of 32 was arrested. The victim, 28"
bool are_sides_of_deed(const Document& document, const RuleWords& words, const BriefAge& a, const BriefAge& b) {
  const Block& first = document.block(a.block);
  const Block& second = document.block(b.block);
  constexpr std::uint32_t kReach = 40;  // bytes
  const TextSpan near{std::max(b.sentence.begin, b.span.begin - std::min(b.span.begin, kReach)), b.span.end};
  return holds((*words.in(first.language))[kArrested], first.text, a.sentence) &&
         holds((*words.in(second.language))[kHarmed], second.text, near);
}

// The later age is of whom the first one is of: it has no name of its own, and is said of somebody known.
std::optional<AgesToldAgain> find_taken_up(const Document& document, const Facts& facts, const Definition& definition,
                                           const RuleWords& words, const std::vector<BriefAge>& ages) {
  // Ages that can't be one.
  std::vector<const BriefAge*> values;
  for (const BriefAge& age : ages) {
    const auto known = [&](const BriefAge* other) { return !differ(age, *other); };
    if (std::ranges::none_of(values, known)) values.push_back(&age);
  }
  for (std::size_t j = 1; j < ages.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      // "The 61-year-old … Ms Hartigan, who is 57": the name may stand with the later one.
      const bool turned =
          ages[i].definite && ages[i].bare && !ages[i].begins && !ages[i].died && !ages[j].names.empty();
      const BriefAge& a = turned ? ages[j] : ages[i];
      const BriefAge& b = turned ? ages[i] : ages[j];
      if (!differ(a, b) || stand_together(a, b) || document.block(a.block).language != document.block(b.block).language)
        continue;
      if (are_sides_of_deed(document, words, a, b) || are_sides_of_deed(document, words, b, a)) continue;
      // The first age is told again before the second one: that place counts.
      const auto is_again = [&](const BriefAge& c) { return c.is_number() && c.age == ages[i].age; };
      if (std::any_of(ages.begin() + static_cast<std::ptrdiff_t>(i) + 1, ages.begin() + static_cast<std::ptrdiff_t>(j),
                      is_again))
        continue;
      if ((!b.definite && !b.begins) || std::ranges::count(ages, b.age, &BriefAge::age) > 1) continue;
      const bool numbers = a.is_number() && b.is_number();
      const bool swapped = numbers && are_swapped(a.age, b.age);
      const bool slip = swapped || (numbers && is_slip(a.age, b.age) && !b.begins && !a.begins);
      const bool long_ago = are_long_ago(a, b);
      const bool near = numbers && std::abs(a.age - b.age) <= kNear && !long_ago;
      // A third age: of several people, so only what no chance makes.
      const bool only = values.size() == 2;
      if (!only && !swapped) continue;
      // "Eine 29-Jährige übersah einen Radfahrer. Der 39-Jährige stürzte."
      const bool others = brings_in_others(document, definition, words, a, b);
      // "The 42-year-old" with a name of its own is somebody else.
      const auto is_new = [&](const std::string& name) { return !a.names.contains(name); };
      const bool named = std::ranges::count_if(b.names, is_new) > (a.names.empty() ? 0 : 1);
      if ((slip || near) && !turned && !named && !is_told_before(facts, b) && !b.died &&
          ((only && swapped && b.begins) || may_be_one(document, words, a, b)) &&
          (!others || swapped || (a.bare && b.bare))) {
        const bool sure = only && !a.names.empty() && !a.begins && !b.begins && b.definite && !others;
        return AgesToldAgain{{a.block, a.span}, {b.block, b.span}, false, sure};
      }
      // Years apart: of the only one whom the article has. Who was older long ago is no younger now.
      if ((b.died && b.block == a.block) || named || a.several || b.several || is_told_before(facts, b) || b.begins ||
          (a.begins && !a.current && a.age < b.oldest()) || !is_known(document, words, a, b))
        continue;
      if (!is_only_one(document, definition, words, ages[i], ages[j])) continue;
      return AgesToldAgain{{ages[i].block, ages[i].span}, {ages[j].block, ages[j].span}, !numbers, false};
    }
  }
  return std::nullopt;
}

// "An 82-year-old", "the 86-year-old resident": as far as what they are called tells.
bool may_be_called(const Document& document, const RuleWords& words, const BriefAge& a, const BriefAge& b) {
  const Block& block = document.block(b.block);
  const RuleWords::Tries& lists = *words.in(block.language);
  if (holds(lists[kOneOf], block.text, {a.block == b.block ? a.span.end : 0, b.span.begin})) return false;
  // "The 12-year-old dog", "the 21-year-old dog owner"
  if (!a.person && !a.bare && !a.begins && a.names.empty()) return false;
  if (!b.person) return b.bare || b.begins;
  // "The 39-year-old driver of the lorry"
  if (!PersonReader(document, b.block, lists).complement(b.person->span.end).empty()) return false;
  if (lists[kGeneric].longest(block.text, b.person->span.begin)) return true;
  return !a.person || a.person->sort == b.person->sort;
}

// "His wife died at 78", "a man of 24 found the victim": somebody else stands in the sentence of the age.
bool has_company(const Document& document, const RuleWords& words, const BriefAge& age) {
  const Block& block = document.block(age.block);
  const RuleWords::Tries& lists = *words.in(block.language);
  const PersonReader reader(document, age.block, lists);
  return std::ranges::any_of(words_in(reader.words(), age.sentence), [&](const Word& word) {
    const PersonReader::Article article = reader.article(word.begin, kMostAdjectives);
    const bool relative = static_cast<bool>(lists[kRelatives].longest(block.text, word.begin));
    const bool own = article.indefinite && !lists[kOne].longest(block.text, skip_blanks_back(block.text, word.begin));
    if (relative && own && word.begin < age.span.begin && !lists[kGeneric].longest(block.text, word.begin)) return true;
    const auto person = lists[kPeople].longest(block.text, word.begin);
    if (!person || word.begin < age.span.end || !article.definite) return false;
    return age.person && age.person->span.begin != word.begin && age.person->sort != person.payload;
  });
}

// Whether the word for whoever has the age stands for several elsewhere: "other pensioners", "die Rentner".
bool has_plural(const Document& document, const RuleWords& words, const BriefAge& age) {
  if (!age.person) return false;
  const Block& own = document.block(age.block);
  const RuleWords::Tries& lists = *words.in(own.language);
  const auto form_at = [](const Block& block, TextSpan span) {
    return context_form(block.text.substr(span.begin, span.size()));
  };
  const std::string form = form_at(own, age.person->span);
  const PersonReader home(document, age.block, lists);
  const Sex sex = sex_at(own.text, home.article(age.person->span.begin, kMostAdjectives + 2).begin, lists);
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    if (block.language != own.language) continue;
    const PersonReader reader(document, i, lists);
    for (const Word& word : reader.words()) {
      const std::string other = form_at(block, {word.begin, word.end});
      if (other.substr(0, 2) != form.substr(0, 2) || !is_same_word(other, form)) continue;
      if (other == form + "s" || other == form + "es" || other == form + "x") return true;
      const PersonReader::Article article = reader.article(word.begin, kMostAdjectives);
      const Sex here = sex_at(block.text, article.begin, lists);
      if (article.several ||
          (other == form && article.definite && sex != Sex::kUnknown && here != Sex::kUnknown && sex != here))
        return true;
    }
  }
  return false;
}

// Everybody who is told of has an age, and nobody the one that is taken up: it belongs to whoever has nearly that one.
std::optional<AgesToldAgain> find_unclaimed(const Document& document, const Facts& facts, const Definition& definition,
                                            const RuleWords& words, std::span<const BriefAge> ages) {
  constexpr double kNearAges = 5;  // years
  for (std::size_t j = 1; j < ages.size(); ++j) {
    const BriefAge& b = ages[j];
    if ((!b.definite && !b.begins) || b.several || b.birthday || is_told_before(facts, b)) continue;
    const auto is_claimed = [&](const BriefAge& c) {
      return &c != &b && !differ(b, c) && (c.is_number() || !b.is_number());
    };
    if (std::ranges::any_of(ages, is_claimed)) continue;
    const BriefAge* owner = nullptr;
    const auto distance = [&](const BriefAge& c) { return std::max(c.age - b.oldest(), b.age - c.oldest()); };
    const Sex sex = sex_of(document, words, b);
    for (const BriefAge& a : ages.first(j)) {
      const Sex other = sex_of(document, words, a);
      if (stand_together(a, b) || a.several || a.birthday || are_sides_of_deed(document, words, a, b) ||
          (sex != other && sex != Sex::kUnknown && other != Sex::kUnknown))
        continue;
      if (document.block(a.block).language != document.block(b.block).language) continue;
      if (!b.names.empty() && !a.names.empty() && !are_of_one_name(a.names, b.names)) continue;
      if (!may_be_called(document, words, a, b) || has_company(document, words, a)) continue;
      if (owner == nullptr || distance(a) < distance(*owner)) owner = &a;
    }
    if (owner == nullptr || (b.died && owner->block == b.block)) continue;
    const BriefAge& a = *owner;
    if (are_long_ago(a, b)) continue;
    const bool numbers = a.is_number() && b.is_number();
    const bool swapped = numbers && are_swapped(a.age, b.age);
    const bool slip = numbers && !b.begins && !a.begins && is_slip(a.age, b.age);
    if (distance(a) > kNearAges && !swapped && !slip) continue;
    // "At 60 she retired. The 62-year-old"
    const Block& first = document.block(a.block);
    const bool is_now = holds((*words.in(first.language))[kIsNow], first.text, a.sentence);
    if (a.begins && !a.current && !b.begins && a.age < b.age && !swapped && !is_now) continue;
    if (has_plural(document, words, b)) continue;
    std::vector<BriefAge> rest;
    std::ranges::copy_if(ages, std::back_inserter(rest), [&](const BriefAge& c) { return &c != &a && &c != &b; });
    if (!b.names.empty() && a.names.empty() && !stands_before(document, b)) continue;
    const Others others{rest, true};
    if (!is_only_one(document, definition, words, a, b, others) &&
        told_last(document, definition, words, a, b, others) != Last::kOwner)
      continue;
    return AgesToldAgain{{a.block, a.span}, {b.block, b.span}, !numbers, false};
  }
  return std::nullopt;
}

// "Die 52-jährige Thurgauerin": where nouns have capitals, a word by itself that tells whence somebody is, and stands
// nowhere else.
void drop_inhabitant(const Document& document, const Definition& definition, BriefAge& age) {
  const Block& block = document.block(age.block);
  const auto* ends = definition.option<std::vector<std::string>>(block.language, "inhabitants");
  if (ends == nullptr || age.names.size() != 1 || !age.definite) return;
  const std::string& name = *age.names.begin();
  if (std::ranges::none_of(*ends, [&](const std::string& end) { return name.ends_with(end); })) return;
  std::size_t count = 0;
  for (const Block& each : document.blocks()) {
    for (const Word& word : document.words(each)) {
      if (is_capitalised(word_text(each, word)) && context_form(word_text(each, word)).starts_with(name)) ++count;
    }
  }
  if (count > 1) return;
  age.names.clear();
  age.bare = true;
}

// "A 43-year-old man has been charged … Ned Hale, 45, is due before magistrates": the only one who is told of so.
std::optional<AgesToldAgain> find_accused(const Document& document, const RuleWords& words,
                                          std::span<const BriefAge> ages) {
  if (ages.size() != 2) return std::nullopt;
  const bool turned = !ages[0].names.empty();
  const BriefAge& a = turned ? ages[1] : ages[0];
  const BriefAge& b = turned ? ages[0] : ages[1];
  if (!differ(a, b) || stand_together(a, b) || !a.names.empty() || b.names.empty() || a.several || a.died || b.died)
    return std::nullopt;
  const Block& first = document.block(a.block);
  const Block& second = document.block(b.block);
  if (first.language != second.language || !a.is_number() || !b.is_number()) return std::nullopt;
  const RuleWords::Tries& lists = *words.in(first.language);
  if (!holds(lists[kArrested], first.text, a.sentence) || !holds(lists[kAccused], second.text, b.sentence))
    return std::nullopt;
  return AgesToldAgain{{ages[0].block, ages[0].span}, {ages[1].block, ages[1].span}, false, false};
}

}  // namespace

std::optional<AgesToldAgain> ages_told_again(const Document& document, const Facts& facts, const Definition& definition,
                                             const RuleWords& words, const WordedAges& worded) {
  if (words_looked_at(document, definition) > kShort) return std::nullopt;
  std::vector<BriefAge> ages = read_brief_ages(document, facts, definition, words, worded);
  if (ages.size() < 2 || ages.size() > kMostAges) return std::nullopt;
  for (BriefAge& age : ages) drop_inhabitant(document, definition, age);
  std::ranges::stable_sort(ages, {}, [](const BriefAge& age) { return std::pair(age.block, age.span.begin); });
  // "Karl Meier (48), Jan Meier (21)": who is "Meier"?
  for (const BriefAge& a : ages) {
    for (const BriefAge& b : ages) {
      const bool share = std::ranges::any_of(a.names, [&](const std::string& name) { return b.names.contains(name); });
      if (share && !are_of_one_name(a.names, b.names)) return std::nullopt;
    }
  }
  for (std::size_t j = 1; j < ages.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const BriefAge& a = ages[i];
      const BriefAge& b = ages[j];
      if (!differ(a, b) || stand_together(a, b) || !are_of_one_name(a.names, b.names)) continue;
      const bool begins = a.begins || b.begins;
      // "At 16, Abbott": years ago.
      if (begins && std::abs(a.age - b.age) > kNear && !are_swapped(a.age, b.age)) continue;
      return AgesToldAgain{{a.block, a.span}, {b.block, b.span}, false, !begins};
    }
  }
  if (auto found = find_taken_up(document, facts, definition, words, ages)) return found;
  if (auto found = find_unclaimed(document, facts, definition, words, ages)) return found;
  return find_accused(document, words, ages);
}

}  // namespace stet
