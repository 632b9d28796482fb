// Who is told of in a short article: its people, and the words by which each of them is taken up again.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// The keys of a section that people are read by.
inline constexpr Key kCastKeys[] = {
    {"masculine", KeyType::kStrings, "what a man may be, words for one thing parted by |: \"Radfahrer|Radler\""},
    {"feminine", KeyType::kStrings, "the same of women: \"Radfahrerin|Radlerin\""},
    {"occupations", KeyType::kStrings, "the same of either: \"cyclist|biker\""},
    {"any-man", KeyType::kStrings, "words for any man: \"man\""},
    {"any-woman", KeyType::kStrings, "words for any woman"},
    {"anybody", KeyType::kStrings, "words for anybody: \"victim\""},
    {"pronouns-he", KeyType::kStrings, "pronouns for a man"},
    {"pronouns-she", KeyType::kStrings, "pronouns for a woman"},
    {"possessives", KeyType::kStrings, "of these pronouns, those that stand before what somebody has: \"his\""},
    {"plural-verbs", KeyType::kStrings, "behind a pronoun tell that it is of several: \"sind\""},
    {"indefinite", KeyType::kStrings, "stand before somebody who was not told of before: \"a\""},
    {"another", KeyType::kStrings, "stand before somebody besides whom there is another one: \"second\""},
    {"relatives", KeyType::kStrings, "begin a clause about somebody named before it: \"who\""},
    {"definite", KeyType::kStrings, "stand before somebody who was: \"the\""},
    {"several", KeyType::kStrings, "stand before several people: \"two\""},
    {"oblique", KeyType::kStrings, "stand before somebody who is not whom the sentence tells of: \"by\""},
    {"belonging", KeyType::kStrings, "stand between somebody and to what or whom he belongs: \"of\""},
    {"named-as", KeyType::kStrings, "stand before the name that somebody is given: \"as\""},
    {"estates", KeyType::kStrings,
     "of these words, those by which somebody told of before may be called: \"pensioner\""},
    {"places-behind", KeyType::kStrings, "stand before the name of a place: \"in\""},
    {"joiners", KeyType::kStrings, "join two people"},
    {"titles-he", KeyType::kStrings, "titles of men: \"Mr\""},
    {"titles-she", KeyType::kStrings, "titles of women: \"Mrs\""},
    {"titles", KeyType::kStrings, "titles of either: \"Dr\""},
    {"years-old", KeyType::kStrings, "words behind an age: \"year-old\""},
    {"endings", KeyType::kStrings, "ends of words for people: \"er\""},
    {"no-people", KeyType::kStrings, "words that end like those: \"Wasser\""},
    {"verb-first", KeyType::kBool, "a subject may stand behind its verb"},
    {"case-endings", KeyType::kStrings, "endings that words for people may have: \"s\""},
};
// The same as lists of RuleWords, in this order, for a rule that reads no other ones.
extern const std::span<const WordList> kCastLists;

enum class Sex : std::uint8_t { kUnknown, kMan, kWoman };

struct CastMention {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t block = 0;
  TextSpan span;  // from the determiner or title on
  TextSpan core;  // the noun or name
  Sex sex = Sex::kUnknown;
  std::uint32_t trade = kNone;  // the number of the group
  int age = 0;                  // 0: not said
  std::string first;
  std::string surname;
  bool generic = false;  // "the man"
  bool pronoun = false;
  bool indefinite = false;
  bool several = false;
  bool another = false;  // "the second man"
  bool nobody = false;   // "the economy": a thing, as far as is known
  std::string whose;     // "the driver of the lorry": what stands behind "of"
  bool named = false;    // "identified as": the name of somebody told of before
  bool estate = false;
  bool owned = false;    // "his brother": nobody told of before, but for the brother
  bool guessed = false;  // told to be a person by its ending alone
  bool of = false;       // stands behind a preposition
  bool joined = false;   // to the mention before it: "Buchan and Reyes"
  std::uint32_t person = kNone;
};

class Cast {
 public:
  // `words`: of kCastLists. The document must outlive it.
  Cast(const Document& document, const Definition& definition, const RuleWords& words);

  // Of whom a cue tells, by numbers of people; nobody when it is not sure. `beside`: only who stands right beside it.
  // A cue without any subject tells of the only one the article knows.
  [[nodiscard]] std::vector<std::uint32_t> told_of(std::uint32_t block, TextSpan cue, bool beside) const;
  // Whether the article gives his name.
  [[nodiscard]] bool is_named(std::uint32_t person) const;
  // How many people the article tells of, one by one.
  [[nodiscard]] std::size_t size() const { return people_; }
  [[nodiscard]] std::span<const CastMention> mentions() const { return mentions_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> only_one(std::uint32_t block, std::uint32_t pos) const;

  const Document& document_;
  const RuleWords& words_;
  std::set<Language> verb_first_;
  std::vector<CastMention> mentions_;  // by block, then begin
  std::size_t people_ = 0;
};

}  // namespace stet
