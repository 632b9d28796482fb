// Values that sentences attach to what they tell of: "the theft on Friday", "Friday's theft", "when it was stolen on
// Friday". Two tellings of one known thing with two values contradict each other.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "document/document.h"
#include "facts/concepts.h"
#include "facts/lexicon.h"

namespace stet {

// What something is told with: a day, a town.
struct AttachedValue {
  std::uint32_t block = 0;
  TextSpan span;
  std::uint32_t sort = 0;    // values of one sort can be compared: weekdays, months
  std::uint32_t number = 0;  // which it is
  bool before = false;       // may stand before what it belongs to: "Friday's theft", "das Bonner Haus"
  bool linked = true;        // a preposition leads to it
  bool year = false;         // is one
};

// Among the concepts of a thing: whatever happened, of which the lead tells.
inline constexpr std::uint16_t kWhateverHappened = 0xFFFE;
// The same of a lead without a word for a happening; what is dated by the value beside it may be that.
inline constexpr std::uint16_t kWhateverTold = 0xFFFD;

// The lists of rules/lexicon/occurrence.toml, concept.toml and thesaurus-*.toml that a rule goes by, as numbers.
struct Happenings {
  Happenings(const Definition& definition, const ConceptLexicons& lexicons);
  static constexpr Key kKeys[] = {
      {"happenings", KeyType::kStrings,
       "lists of rules/lexicon/occurrence.toml and thesaurus-*.toml: what is told twice"},
      {"incidents", KeyType::kStrings, "those that may be called an incident"},
      {"repeated", KeyType::kStrings,
       "further ones, of which an article may have several: only the same word is the same"},
      {"personal", KeyType::kStrings,
       "those that happen to each person once: whoever is named beside one has their own"},
  };
  std::vector<std::uint16_t> all;
  std::vector<std::uint16_t> incidents;
  std::vector<std::uint16_t> repeated;
  std::vector<std::uint16_t> personal;
};

// A word for something that may be told of twice.
struct ToldThing {
  std::vector<std::uint16_t> concepts;  // of those that count
  TextSpan span;
  std::string form;  // of what happens again and again: only its own word tells that it is the same
  bool indefinite = false;
  bool deed = false;   // no happening that is known, but what a verb may have told of: "the handover", "handed over"
  bool dated = false;  // a deed that its value tells from others: "the windfall of Friday", "Mauerfall 1989"
  bool owned = false;  // by a small word or an ending, not only by standing beside it: "of Friday", "Friday's"
};

// Nothing, without numbers and form, where the word is for none of these.
ToldThing told_at(const Facts& facts, const Block& block, const Word& word, const Happenings& happenings);

struct Telling {
  AttachedValue value;
  TextSpan sentence;
  TextSpan clause;
  std::vector<ToldThing> around;   // of the clause
  std::vector<ToldThing> known;    // of these what the reader knows, with the value beside it: "the theft on Friday"
  std::vector<ToldThing> whole;    // of the sentence; of the lead also those before it
  std::vector<std::string> verbs;  // words of the sentence that no article makes a noun
  bool dependent = false;          // a clause that tells what is known: "when the pictures were taken"
  bool alone = false;              // the only value of its sort in the sentence, and in the lead if it stands there
  bool pointing = false;           // points back to what was told: "that June night"
};

// What was read last: values of one sentence follow each other.
struct LastRead {
  const Block* block = nullptr;
  TextSpan sentence;
  std::vector<std::string> forms;  // of its words
  std::vector<ToldThing> things;   // one a word
  std::vector<ToldThing> lead;     // of the words before it, in the lead
};

// The words of a rule's section by which they are read.
class AttachedWords {
 public:
  AttachedWords(const Definition& definition, Language language);

  static constexpr Key kKeys[] = {
      {"definite", KeyType::kStrings, "words before what the reader knows: \"the\", \"his\""},
      {"indefinite", KeyType::kStrings, "words before what the reader does not know: \"a\", \"another\""},
      {"auxiliaries", KeyType::kStrings, "verbs behind which it is no noun: \"was\""},
      {"glue", KeyType::kStrings, "words that may stand between a thing and its value: \"on\", \"early\""},
      {"clauses", KeyType::kStrings, "words that begin a clause on something known: \"when\""},
      {"breaks", KeyType::kStrings, "words that part two statements: \"and\""},
      {"sayings", KeyType::kStrings, "words for saying: a value beside one is theirs"},
      {"of", KeyType::kStrings, "words behind which stands whose it is: \"of\""},
      {"anaphors", KeyType::kStrings, "words for whatever happened: \"incident\""},
      {"bounds", KeyType::kStrings, "words before a value that is no more than a bound: \"until\""},
      {"particles", KeyType::kStrings,
       "halves of verbs that stand apart from them: \"ein\" of \"stürzte das Dach ein\""},
      {"pointing", KeyType::kStrings, "words that point back to a day or a night that was told of: \"that\""},
      {"moments", KeyType::kStrings, "what they point to, also at the end of a word: \"night\""},
      {"where", KeyType::kStrings, "of `clauses`, those that tell no time: \"where\""},
      {"during", KeyType::kStrings, "words behind a value that lead to what was then: \"vers midi, au moment du vol\""},
      {"measures", KeyType::kStrings, "nouns that have a value for each time: \"season\", \"rate\""},
      {"own", KeyType::kStrings, "words that make what follows somebody's: \"the sale of its branch\""},
      {"leading", KeyType::kStrings, "words behind a thing that lead to its place: \"the release in Spain\""},
  };

  // Nothing usable: `around` is empty. `concepts` are the numbers of those that count, sorted.
  [[nodiscard]] Telling read(const Document& document, const Facts& facts, const AttachedValue& value,
                             const Happenings& happenings, LastRead& last_read) const;

  // Whether the thing is told to be of something that the text before does not name: "the arrest of Tom Hale".
  [[nodiscard]] bool is_of_another(const Document& document, const Facts& facts, const Telling& telling,
                                   const ToldThing& thing, const Happenings& happenings) const;

 private:
  void read_sentence(const Document& document, const Facts& facts, const AttachedValue& value,
                     const Happenings& happenings, LastRead& last_read) const;
  void read_separated(const Facts& facts, const Block& block, std::span<const Word> words, const Happenings& happenings,
                      LastRead& last_read) const;
  [[nodiscard]] static bool names_somebody_new(const Document& document, const Telling& telling, std::uint32_t end);
  // `thing`: what the word names, where another word may name the same.
  [[nodiscard]] static bool is_named_before(const Document& document, const Telling& telling, std::string_view form,
                                            const Facts* facts = nullptr, ConceptSet thing = {});
  [[nodiscard]] bool is(const std::vector<std::string>& list, std::string_view form) const;
  [[nodiscard]] bool points(std::string_view text, std::span<const Word> words, const std::vector<std::string>& forms,
                            std::size_t first, std::size_t last) const;

  std::vector<std::string> definite_;
  std::vector<std::string> indefinite_;
  std::vector<std::string> auxiliaries_;
  std::vector<std::string> glue_;
  std::vector<std::string> clauses_;
  std::vector<std::string> breaks_;
  std::vector<std::string> sayings_;
  std::vector<std::string> of_;
  std::vector<std::string> bounds_;
  std::vector<std::string> anaphors_;
  std::vector<std::string> particles_;
  std::vector<std::string> pointing_;
  std::vector<std::string> moments_;
  std::vector<std::string> measures_;
  std::vector<std::string> during_;
  std::vector<std::string> where_;
  std::vector<std::string> own_;
  std::vector<std::string> leading_;
};

// Whether the block is the first paragraph, or stands before it.
bool is_lead(const Document& document, std::uint32_t number);

// The thing of `b` that `a` tells of too; null when nothing shows that `b` speaks of what the reader knows from `a`.
const ToldThing* shared_thing(const Telling& a, const Telling& b);

}  // namespace stet
