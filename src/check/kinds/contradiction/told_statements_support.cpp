#include "check/kinds/contradiction/told_statements_support.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "text/language_model.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr char kNoJoiner = ' ';       // between a noun and what stands right behind it
constexpr std::size_t kLongWord = 9;  // code points of a word that tells a thing by itself

// A long word, or one of several for a thing, tells it by itself.
bool is_telling(const Thing& thing) {
  return thing.group != Thing::kNone || count_code_points(thing.form) >= kLongWord;
}

std::vector<const Thing*> shared_things(const ToldStatement& a, const ToldStatement& b) {
  std::vector<const Thing*> shared;
  for (const Thing& thing : a.things) {
    if (std::ranges::any_of(shared, [&](const Thing* known) { return known->is_like(thing); })) continue;
    if (std::ranges::any_of(b.things, [&](const Thing& other) { return thing.is_like(other); })) {
      shared.push_back(&thing);
    }
  }
  return shared;
}

// What tells of which kind a thing is, or of what a cue: the next thing, with one or two small words between ("theft of
// the moped").
const Thing* kind_of(const Document& document, const ToldStatement& statement, TextSpan head) {
  constexpr std::size_t kMostBetween = 2;
  const Block& block = document.block(statement.block);
  const auto home = table_number(block.language);
  const Thing* next = nullptr;
  for (const Thing& other : statement.things) {
    if (other.span.begin < head.end || (next != nullptr && next->span.begin <= other.span.begin)) continue;
    next = &other;
  }
  if (!home || next == nullptr) return nullptr;
  const std::span<const Word> between = words_in(document.words(block), {head.end, next->span.begin});
  if (between.size() > kMostBetween) return nullptr;
  // No verb: "the strike has been called off"; right behind a noun stands what sort it is: "la taxe foncière".
  const auto own = std::ranges::lower_bound(document.words(block), next->span.begin, {}, &Word::begin);
  const bool cue = std::ranges::any_of(statement.cues, [&](TextSpan span) { return span.overlaps(next->span); });
  if (cue || own == document.words(block).end() || (kinship(own->hash).verbs >> *home & 1U) != 0) return nullptr;
  const std::string_view gap = block.text.substr(head.end, next->span.begin - head.end);
  if (gap.find_first_of(",.;:!?()\"") != std::string_view::npos) return nullptr;
  const bool small =
      std::ranges::all_of(between, [&](const Word& word) { return (kinship(word.hash).small >> *home & 1U) != 0; });
  return small ? next : nullptr;
}

// The first letter of what stands behind a thing, as all words for "of" have one: "del", "de la".
char joiner_of(const Document& document, const ToldStatement& statement, const Thing& thing) {
  const Block& block = document.block(statement.block);
  const auto words = document.words(block);
  const auto next = std::ranges::lower_bound(words, thing.span.end, {}, &Word::begin);
  if (next == words.end()) return '\0';
  const bool adjacent =
      std::ranges::any_of(statement.things, [&](const Thing& each) { return each.span.begin == next->begin; });
  return adjacent ? kNoJoiner : block.text[next->begin];
}

// Whether one of the names stands for nothing that the other tells of.
bool has_own(const Forms& names, const ToldStatement& other) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    return std::ranges::none_of(other.things, [&](const Thing& thing) { return are_kin(thing.form, name); });
  });
}

bool has_like(const ToldStatement& statement, const Thing& thing) {
  return std::ranges::any_of(statement.things, [&](const Thing& other) { return other.is_like(thing); });
}

}  // namespace

bool are_of_other_kinds(const Document& document, const ToldStatement& a, const ToldStatement& b, bool alike) {
  // "Subida del IBI", "subida de la luz", but not "strike on Friday", "strike by drivers".
  const auto are_alike = [&](const Thing& one, const Thing& other) {
    const char first = joiner_of(document, a, one);
    const char second = joiner_of(document, b, other);
    // "La taxe foncière", "la taxe de séjour"
    const bool sorts = (first == kNoJoiner && second == 'd') || (first == 'd' && second == kNoJoiner);
    return !alike || first == second || sorts;
  };
  const auto text_of = [&](const ToldStatement& statement, TextSpan span) {
    return context_form(document.block(statement.block).text.substr(span.begin, span.size()));
  };
  for (const TextSpan cue : a.cues) {
    const Thing* kind = kind_of(document, a, cue);
    if (kind == nullptr || has_like(b, *kind)) continue;
    for (const TextSpan other : b.cues) {
      const Thing* other_kind = text_of(a, cue) == text_of(b, other) ? kind_of(document, b, other) : nullptr;
      if (other_kind != nullptr && !has_like(a, *other_kind)) return true;
    }
  }
  return std::ranges::any_of(a.things, [&](const Thing& thing) {
    const Thing* kind = kind_of(document, a, thing.span);
    if (kind == nullptr || has_like(b, *kind)) return false;
    return std::ranges::any_of(b.things, [&](const Thing& other) {
      const Thing* other_kind =
          other.is_like(thing) && are_alike(thing, other) ? kind_of(document, b, other.span) : nullptr;
      return other_kind != nullptr && !has_like(a, *other_kind);
    });
  });
}

bool are_of_other_parts(const Document& document, const ToldStatement& a, const ToldStatement& b) {
  const auto part_of = [&](const ToldStatement& statement, const ToldStatement& other, const Thing& thing) {
    return has_like(other, thing) ? nullptr : kind_of(document, statement, thing.span);
  };
  return std::ranges::any_of(a.things, [&](const Thing& thing) {
    const Thing* whole = part_of(a, b, thing);
    if (whole == nullptr || !has_like(b, *whole)) return false;
    return std::ranges::any_of(b.things, [&](const Thing& other) {
      const Thing* other_whole = part_of(b, a, other);
      const char joiner = joiner_of(document, a, thing);
      return other_whole != nullptr && other_whole->is_like(*whole) && joiner != kNoJoiner &&
             joiner == joiner_of(document, b, other);
    });
  });
}

bool are_apart(const ToldStatement& a, const ToldStatement& b) {
  if (intersects(a.names, b.names)) return false;
  return (has_own(a.names, b) && has_own(b.names, a)) || are_of_other_places(a, b);
}

bool are_of_other_places(const ToldStatement& a, const ToldStatement& b) {
  return has_own(a.places, b) && has_own(b.places, a);
}

bool is_elsewhere(const Document& document, const ToldStatement& no, const ToldStatement& yes, WordCounts& counts) {
  const Block& block = document.block(yes.block);
  const std::span<const Word> words = words_in(document.words(block), yes.sentence);
  return std::ranges::any_of(yes.things, [&](const Thing& thing) {
    if (std::ranges::none_of(no.things, [&](const Thing& other) { return other.is_like(thing); })) return false;
    const auto behind = std::ranges::lower_bound(words, thing.span.end, {}, &Word::begin);
    if (words.end() - behind < 2) return false;
    std::string name = context_form(word_text(block, behind[1]));
    if (!counts.is_only(name)) return false;
    if (name.size() > 4 && name.back() == 's') name.pop_back();  // as names_in() has it
    return (yes.names.contains(name) || yes.places.contains(name)) && !no.names.contains(name) &&
           !no.places.contains(name);
  });
}

bool names_new_place(const Document& document, const ToldStatement& no, const ToldStatement& yes, WordCounts& counts) {
  const Block& block = document.block(yes.block);
  const bool in_order = std::pair(no.block, no.sentence.begin) < std::pair(yes.block, yes.sentence.begin);
  if (!in_order || !no.places.empty() || !no.names.empty()) return false;
  const std::vector<NamedPlace> places = find_places(block.text, document.words(block), yes.sentence);
  return std::ranges::any_of(places, [&](const NamedPlace& place) {
    const std::span<const Word> words = words_in(document.words(block), place.span);
    return !words.empty() && counts.is_only(context_form(word_text(block, words.front())));
  });
}

namespace {

// The numbers of a sentence, but for years: "the 17th festival", "by 23 votes to 12".
std::set<std::uint32_t> numbers_in(const Document& document, const Facts& facts, const ToldStatement& statement) {
  constexpr std::uint32_t kFirstYear = 1500;
  constexpr std::uint32_t kLastYear = 2100;
  const Block& block = document.block(statement.block);
  const NumberLanguage& language = facts.numbers(block);
  std::set<std::uint32_t> numbers;
  for (const Word& word : words_in(document.words(block), statement.sentence)) {
    std::uint32_t value = 0;
    const std::string_view text = word_text(block, word);
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) {
      if (value < kFirstYear || value > kLastYear) numbers.insert(value);
    } else if (const auto ordinal = language.ordinals.longest(block.text, word.begin);
               ordinal && ordinal.position == word.end) {
      numbers.insert(static_cast<std::uint32_t>(language.values[ordinal.payload]));
    }
  }
  return numbers;
}

}  // namespace

bool are_of_other_numbers(const Document& document, const Facts& facts, const ToldStatement& no,
                          const ToldStatement& yes) {
  const std::set<std::uint32_t> one = numbers_in(document, facts, no);
  const std::set<std::uint32_t> other = numbers_in(document, facts, yes);
  return !one.empty() && !other.empty() &&
         std::ranges::none_of(one, [&](std::uint32_t number) { return other.contains(number); });
}

bool is_of_same(const ToldStatement& no, const ToldStatement& yes, NamedPeople& people) {
  const std::vector<const Thing*> shared = shared_things(no, yes);
  if (no.names.empty() || yes.names.empty()) {
    if (yes.names.empty() && yes.somebody) return true;
    // "The minister never gives": the subject stands before the word that denies.
    if (!no.things.empty() && no.things.front().span.end <= no.cues.front().begin) {
      return std::ranges::any_of(yes.things, [&](const Thing& thing) { return thing.is_like(no.things.front()); });
    }
    return shared.size() >= 2;
  }
  if (!people.are_of_same(no.names, yes.names)) return false;
  const auto others = [&](const Forms& of, const Forms& with) {
    return std::ranges::any_of(of, [&](const std::string& name) { return !people.share({name}, with); });
  };
  return !others(no.names, yes.names) || !others(yes.names, no.names) || shared.size() >= 2;
}

unsigned points(const ToldStatement& a, const ToldStatement& b, WordCounts& counts, const Forms& without) {
  unsigned sum = 0;
  for (const Thing* thing : shared_things(a, b)) {
    if (without.contains(thing->form)) continue;
    sum += is_telling(*thing) || counts.is_rare(thing->form) ? kEnoughPoints : 1;
  }
  return sum;
}

}  // namespace stet
