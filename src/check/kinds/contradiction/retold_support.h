// What a short article tells at its begin and takes up again below in a word that excludes it: "rents have fallen",
// "the climb in rents". Such an article has one event; so a word for its opposite, told once, needs less around it to
// be known as its than in a long one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"
#include "check/kinds/context_support.h"

namespace stet {

// How the second place is known to be of the event that the first one tells of.
enum class RetoldBy : std::uint8_t {
  kThing,  // by a word that both have, or as "the rise", with nothing that says of what
  kSide,   // by the names of who has won and lost; a third value is of both sides
  kRank,   // by the name of who came in first, or as of the one who did
  kName,   // by the name beside a title: "the winner, Anna Kern"
  kCount,  // by the word: "14 dead", "nine were killed"
  kScore,  // by the article: "beat them 3-1", "the 2-1"
  kAgent,  // by the names of who did it and to whom (AgentWord)
};

// Lists of rules/lexicon/class*.toml of which one at most is true of the event.
struct RetoldSlot {
  RetoldBy by = RetoldBy::kThing;
  bool headline = false;                         // asked of what a headline says only
  bool coarse = false;                           // the same of lists that are of one direction, not of one deed
  bool once = false;                             // of one day: a time of the first place must be that of the second
  bool state = false;                            // two values, told anywhere; what is denied tells the other one
  bool ordered = false;                          // the other order is that in which things happen
  bool again = false;                            // a state that need not be taken for granted: "it is still for sale"
  bool topic = false;                            // the same of what is spoken of: "about X", "X was no subject"
  bool holder = false;                           // of names, told anywhere: "designed by", "the architect"
  bool group = false;                            // the same of whom it is for: "students can apply", "are excluded"
  bool announced = false;                        // the day beside the second value is that of the news
  std::optional<std::uint8_t> stand_in;          // of kStandIns: what the second place may call it
  bool here = false;                             // with any_thing: nothing of another place
  bool any_thing = false;                        // the same of the article's one event: "in the rain", "in sunshine"
  std::vector<std::vector<std::string>> values;  // the lists of each
};

// The keys at the top of a rule that name them: "rise dearer | fall cheaper" are lists of two values.
inline constexpr Key kRetoldKeys[] = {
    {"exclusive", KeyType::kStrings, "lists of the lexicon \"class\" that exclude each other: \"rise | fall\""},
    {"exclusive-once", KeyType::kStrings, "the same of what may happen again: \"accepted | rejected\""},
    {"exclusive-sides", KeyType::kStrings, "the same of two sides: \"win | defeat\""},
    {"exclusive-ranks", KeyType::kStrings, "the same of one side, the first rank first: \"win | second | third\""},
    {"exclusive-names", KeyType::kStrings, "a list that tells who has it, and one of titles with a name behind"},
    {"exclusive-holders", KeyType::kStrings,
     "the same of what one person did or suffered, told anywhere: \"founded-it | the-founder\"; a third list has "
     "trades, "
     "which count where the deed is told beside them: \"designed-it | - | architect\""},
    {"counted", KeyType::kStrings, "lists of what a headline counts, and the text too: \"dead\""},
    {"scored", KeyType::kStrings, "lists of words beside the score of a match: \"win defeat draw\""},
    {"exclusive-headline", KeyType::kStrings, "the same as `exclusive`, for what the headline says"},
    {"exclusive-states", KeyType::kStrings,
     "pairs of the same, told anywhere: \"insured | uninsured\"; with > only in this order: \"caught > at-large\""},
    {"exclusive-again", KeyType::kStrings,
     "the same, told of one noun in plain words: \"sold > still-for-sale\"; with @company \"the firm\" will do, with "
     "! behind a list its day is that of the news"},
    {"exclusive-events", KeyType::kStrings,
     "the same, told of whatever: an article's event has one: \"sunshine | rain\"; @here: unless it was elsewhere"},
    {"exclusive-topics", KeyType::kStrings, "the same, told of what is spoken of: \"is-about | not-about\""},
    {"exclusive-agents", KeyType::kStrings,
     "lists of one deed, in this order: verbs of who did it, of whom it was done to, nouns with who did it and with "
     "whom it was done to behind them, titles of the two; - where there is none: \"sued | - | lawsuit | - | "
     "plaintiff\""},
    {"exclusive-groups", KeyType::kStrings, "the same, told of those whom it is for: \"entitled | excluded\""},
    {"denied-deeds", KeyType::kStrings, "lists of words for one deed each: finds what is told, and denied elsewhere"},
    {"denied-things", KeyType::kBool, "finds what there is none of and what is told of elsewhere: \"no witness\""},
};

// Makes the tables of all classes, and of what is looked for around their words. A kind with a Retold names it.
extern const TableMaker kRetoldTables;

// Finds them with the classes of a rule. The definition is read once, when a short article comes, and languages are
// made ready when first asked for.
class Retold {
 public:
  Retold();
  ~Retold();
  Retold(Retold&&) noexcept;
  Retold& operator=(Retold&&) noexcept;

  // Reports at the second place, wording "retold", with the first as "there"; at most one for each slot. Where a
  // headline is denied, that is the place. `small` has the languages. The definition is the same in all calls.
  void find(const Document& document, const Facts& facts, const Definition& definition,
            const BySection<SmallWords>& small, Sink& sink) const;

 private:
  struct State;
  Lazy<State> state_;
};

}  // namespace stet
