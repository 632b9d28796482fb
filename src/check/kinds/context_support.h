// The words around a statement, by which two statements are known to be of the same thing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "document/document.h"
#include "facts/concepts.h"

namespace stet {

// A word of a context, or a phrase that names one thing.
struct ContextWord {
  std::string form;  // folded, letters only
  TextSpan span;
  bool name = false;       // as far as its capital tells
  bool attribute = false;  // "of the club", "des Vereins", "the club's": what its head is of
  ConceptSet concepts{};   // what it names
  std::uint32_t head = 0;  // where in the block the part of the word begins that names it
};

// The letters of a word, folded: "Brücke" is "brucke".
std::string context_form(std::string_view word);
// Whether two forms are of one word: "einwohner" and "einwohnern", "founded" and "founding", but not "verein" and
// "vereinsheim". A crude measure: a long common beginning and short ends.
bool is_same_word(std::string_view a, std::string_view b);
// The same, or of one family: "hotel" and "hotelero", "demonstrated" and "demonstrators".
bool are_kin(std::string_view a, std::string_view b);
// The same word, or one for the same thing.
bool is_same_thing(const ContextWord& a, const ContextWord& b);

struct Context {
  std::uint32_t block = 0;
  TextSpan sentence;
  std::vector<ContextWord> words;  // without those of the statement itself, numbers and small words

  [[nodiscard]] bool has(std::string_view form) const;
  [[nodiscard]] bool has(const ContextWord& word) const;
};

// Forms, sorted.
struct SmallWords {
  std::vector<std::string> plain;        // say nothing of what a sentence is about
  std::vector<std::string> of;           // make an attribute of the next noun
  std::vector<std::string> names_after;  // where all nouns have a capital: behind these it is a name
  bool concepts = true;                  // false: words name only themselves
};

// The section keys that hold them, in the order of their fields.
inline constexpr Key kSmallWordKeys[] = {
    {"plain", KeyType::kStrings, "words that say nothing of what a sentence is about"},
    {"of", KeyType::kStrings, "words that make an attribute of the next noun: \"of\", \"des\""},
    {"names-after", KeyType::kStrings, "where all nouns have a capital: the words behind which it is a name"},
};
// The forms of a list of words, sorted.
using FormList = std::vector<std::string>;
FormList forms_of(const Definition& definition, Language language, std::string_view key);
// Of each section; empty where the rule has no such list.
using FormLists = ByList<FormList>;
// Whether they have this one.
inline bool is_in(const std::vector<std::string>& forms, std::string_view form) {
  return std::ranges::binary_search(forms, form);
}
// The same of a list whose strings hold several words each, in their order.
std::vector<FormList> groups_of(const Definition& definition, Language language, std::string_view key);
using FormGroups = ByList<std::vector<FormList>>;
// Those of the sections of a rule.
BySection<SmallWords> small_words(const Definition& definition);

// Whether each word of a name begins with a capital: expressions are matched without regard to case.
bool has_capital_initials(std::string_view name);

// What a quantity counts or measures, as a key: two quantities of one key can be compared. "" when nothing tells.
std::string counted_key(const Document& document, const Quantity& quantity);
// The number with its unit, or with the noun that it counts.
TextSpan counted_span(const Quantity& quantity);
// Whether a number names a thing and counts none: "Debian 9", "[5 of 7]", "12.4 Syslinux", "<8571@example.org>".
bool is_label(const Block& block, const Quantity& quantity);

// Whether more text stands between two blocks than an article has: the chapters of a book tell of other things.
bool are_of_other_chapters(const Document& document, std::uint32_t a, std::uint32_t b);

// The words of the blocks that a rule looks at. An article of few tells of one event.
std::size_t words_looked_at(const Document& document, const Definition& definition);

// The sentence around `span`, at most `reach` words to each side.
Context context_of(const Document& document, const Facts& facts, std::uint32_t block, TextSpan span, std::size_t reach,
                   const SmallWords& small);

// How two contexts compare.
struct Likeness {
  std::size_t shared = 0;   // words that stand in both, attributes of other things left out
  std::size_t smaller = 0;  // words of the shorter one
  std::size_t larger = 0;
  bool other_names = false;  // each has a name that the other lacks: they are of two things
};
Likeness compare(const Context& a, const Context& b);
// Nearly word for word the same, and long enough for that to be no accident.
bool is_repeated(const Likeness& likeness);

}  // namespace stet
