// What a number counts, read closely enough to know the same group when it is counted again.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"
#include "facts/concepts.h"

namespace stet {

// The section keys that are read.
inline constexpr Key kCountedKeys[] = {
    {"groups", KeyType::kStrings, "words for one thing, parted by |: \"staff|employee*\""},
    {"people", KeyType::kStrings, "words for people that say no more of them: \"persons\""},
    {"whole", KeyType::kStrings, "stand before a number that the reader knows: \"the\", \"all\""},
    {"part", KeyType::kStrings, "stand before a number of some only: \"of whom\", \"another\""},
    {"tails", KeyType::kStrings, "begin what tells a group from others: \"in\", \"who\""},
    {"idle", KeyType::kStrings, "tell it from none: \"in all\", \"who were there\""},
    {"are", KeyType::kStrings, "stand between a group and its number: \"the doors are seven\""},
    {"stops", KeyType::kStrings, "stand behind what is counted, and are no part of it: \"were\""},
    {"adjective-ends", KeyType::kStrings,
     "how an adjective ends behind what is counted; what ends otherwise is a verb"},
    {"feminine-ends", KeyType::kStrings, "how a word ends that names women only, where another ending names all"},
    {"order", KeyType::kString, "which word is counted: the first behind the number, the last, or one with a capital"},
};

// A word, or a phrase of a group.
struct CountedPart {
  static constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;
  std::string form;  // folded letters
  std::uint32_t group = kNoGroup;
  bool name = false;
  bool capital = false;
  bool feminine = false;  // names women only: "Forscherinnen"
  ConceptSet concepts{};  // what it names

  [[nodiscard]] bool says_something() const;
};

class CountedWords {
 public:
  enum class Order : std::uint8_t { kFirst, kLast, kCapital };
  struct Lists {
    PhraseTrie groups;
    PhraseTrie people, whole{PhraseTrie::Direction::kBackward}, part{PhraseTrie::Direction::kBackward}, tails, idle,
        are{PhraseTrie::Direction::kBackward}, stops;
    std::vector<std::string> adjective_ends;
    std::vector<std::string> feminine_ends;
    Order order = Order::kFirst;
    const Concepts* concepts = nullptr;  // never null
  };
  // The definition must outlive the words.
  explicit CountedWords(const Definition& definition) : definition_(&definition), state_(std::make_unique<State>()) {}
  // Made when first asked for; null when the rule has no section for the language. `concepts` must be the same in every
  // call.
  [[nodiscard]] const Lists* in(Language language, const ConceptLexicon& concepts) const;

 private:
  struct State {
    std::shared_mutex mutex;
    std::map<Language, std::unique_ptr<const Lists>> lists;
  };
  const Definition* definition_;
  std::unique_ptr<State> state_;
};

struct Counted {
  std::uint32_t block = 0;
  TextSpan span;   // the number
  TextSpan shown;  // with what it counts
  TextSpan sentence;
  double value = 0;
  Interval interval;
  std::vector<CountedPart> head;  // what is counted
  std::vector<CountedPart> near;  // adjectives
  std::vector<CountedPart> tail;  // what stands behind: "in the bus"
  bool people = false;            // counts "persons": what they are, the rest tells
  bool definite = false;          // a group that the reader knows
  bool partial = false;           // some of a group
  bool measure = false;           // counts a unit
  bool time = false;              // of time
  bool behind = false;            // the group stands before: "the doors are seven"

  [[nodiscard]] bool has_noun() const { return people || !head.empty(); }
  [[nodiscard]] bool is_restricted() const { return !near.empty() || !tail.empty(); }
};

Counted read_counted(const Document& document, const Facts& facts, const Quantity& quantity,
                     const CountedWords::Lists& lists);

// Whether a word of one stands in the other, or one of its group.
bool share_parts(const std::vector<CountedPart>& one, const std::vector<CountedPart>& two);

// How two counts of one group compare.
struct Alike {
  std::size_t matched = 0;           // words by the whole that stand by the other too, its noun left out
  std::size_t unmatched = 0;         // and that do not
  std::vector<CountedPart> unknown;  // these
  bool related = false;              // only what an article may use of one thing tells that they are of one group
  bool names = false;                // one has a name that the other lacks
  bool other_restricted = false;     // the other counts some of the group only, as far as can be seen
};
// Nothing when they are of different groups.
std::optional<Alike> compare_counted(const Document& document, const CountedWords::Lists& lists, const Counted& other,
                                     const Counted& whole);

// Whether the text before a count tells of these words: of all names and, where they have capitals, nouns, and of half
// of the others.
bool are_told_before(const Document& document, const CountedWords::Lists& lists, const Counted& count,
                     const std::vector<CountedPart>& parts);

// How many were counted, as far as the hedge leaves it open: small numbers are exact.
Interval counted_interval(const Quantity& quantity);

}  // namespace stet
