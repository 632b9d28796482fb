// The ordinals of an article and what they count: "for the third time", "the 15th festival", "her fourth novel".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"

namespace stet {

enum class OrdinalSort : std::uint8_t { kTime, kEdition, kFeat, kWork, kThing };

struct Ordinal {
  std::uint32_t block = 0;
  TextSpan span;  // with its noun
  TextSpan sentence;
  std::uint32_t number = 0;
  OrdinalSort sort = OrdinalSort::kTime;
  std::string noun;                    // where the sort has one
  std::optional<std::uint32_t> group;  // of a feat or a work: which words name the same
  bool generic = false;                // of an edition: "edition", whatever it is of
  bool named = false;                  // of an edition: only a name tells what it is of
  bool this_one = false;               // "this fourth novel"
  bool given = false;                  // "the", "her" or the like stands before it
  bool owned = false;                  // "her", "the club's"
  bool total = false;                  // of a time: "twice", so often in all
  std::string behind;                  // of a time, the next word: "zum dritten Mal Vater"
  std::set<std::uint32_t> periods;

  // "The third title in a row": the first group of periods.
  [[nodiscard]] bool in_row() const { return periods.contains(0); }
};

class OrdinalReader {
 public:
  static constexpr Key kKeys[] = {
      {"firsts", KeyType::kStrings, "words for first: \"first\""},
      {"at-first", KeyType::kStrings, "say \"for the first time\" in one word: \"erstmals\""},
      {"suffixes", KeyType::kStrings, "make an ordinal of digits: \"th\""},
      {"for-the", KeyType::kStrings, "stand before the ordinal of a time: \"for the\""},
      {"times", KeyType::kStrings, "stand behind it: \"time\""},
      {"editions", KeyType::kStrings, "events that are counted: \"festival\""},
      {"feats", KeyType::kStrings, "of which everybody has one of a number: \"woman\", \"title\", \"child\""},
      {"works", KeyType::kStrings, "have a title: \"novel\""},
      {"parts", KeyType::kStrings, "are counted through: \"half\", \"attempt\""},
      {"fillers", KeyType::kStrings, "may stand between an ordinal and its noun: \"annual\""},
      {"definite", KeyType::kStrings, "stand before what there is one of: \"the\", \"as\""},
      {"periods", KeyType::kStrings, "count from somewhere, those that mean the same parted by |, \"in a row\" first"},
      {"planned", KeyType::kStrings, "stand before what is no fact yet: \"hopes\""},
      {"unless", KeyType::kStrings, "silence an ordinal near them: \"last year\""},
      {"generic", KeyType::kStrings, "editions of whatever is counted: \"edition\""},
      {"this-one", KeyType::kStrings, "stand before the one that the article is about: \"this\""},
      {"ahead", KeyType::kStrings, "tell of the next one: \"planning\""},
      {"past", KeyType::kStrings, "tell of one before: \"had\""},
      {"indefinite", KeyType::kStrings, "stand before what was not told of before: \"a\""},
      {"owners", KeyType::kStrings, "tell before an ordinal whose it is: \"her\""},
      {"families", KeyType::kStrings, "words that tell of one deed, parted by |: \"won|victory|title\""},
      {"plurals", KeyType::kStrings, "ordinals of several, from the first on: \"terzi\""},
      {"totals", KeyType::kStrings, "so many times, from two on: \"twice|on two occasions\""},
      {"verbs-too", KeyType::kStrings, "`editions` that are verbs too, behind another noun: \"show\""},
      kSmallWordKeys[0],
      kSmallWordKeys[1],
      kSmallWordKeys[2],
  };
  static constexpr std::size_t kKeyCount = std::size(kKeys);

  // The definition must outlive the reader.
  explicit OrdinalReader(const Definition& definition)
      : definition_(&definition), words_(definition, kLists), small_(small_words(definition)) {}

  struct Number {
    std::uint32_t value = 0;
    std::size_t end = 0;
    bool roman = false;
  };
  // The words with which an ordinal begins: "third", "3rd", "III"; by block, then place.
  struct NumberedWord {
    std::uint32_t block = 0;
    std::uint32_t begin = 0;
    Number number;
  };
  // Those of the blocks that the rule looks at, read once for all who ask.
  [[nodiscard]] std::span<const NumberedWord> numbered(const Document& document, const Facts& facts) const;

  // In the article's order, but none of what may be anything unless `is_short`. Empty where too many are counted.
  [[nodiscard]] std::vector<Ordinal> read(const Document& document, const Facts& facts, bool is_short) const;
  // Whether a word of its sentence says that it is one after or before the one of the number `known`.
  [[nodiscard]] bool is_another(const Document& document, const Ordinal& ordinal, std::uint32_t known) const;
  // Whether a word of its clause says that it is no fact yet: "a fourth title would be a record".
  [[nodiscard]] bool is_planned(const Document& document, const Ordinal& ordinal) const;
  // Of which deeds the words in a span tell, a bit each.
  [[nodiscard]] std::uint64_t families_in(const Document& document, std::uint32_t block, TextSpan span) const;
  // Null where the rule has no words for the language.
  [[nodiscard]] const SmallWords* small_words_of(Language language) const;

 private:
  static const std::span<const WordList> kLists;

  [[nodiscard]] static std::optional<Number> number_at(const Block& block, const Word& word,
                                                       const NumberLanguage& numbers, const RuleWords::Tries& words);
  [[nodiscard]] std::optional<Ordinal> read_at(const Document& document, const Facts& facts, std::uint32_t number,
                                               const Word& word, const RuleWords::Tries& words, const Number* value,
                                               bool is_short) const;
  bool read_noun(const Document& document, const RuleWords::Tries& words, bool roman, Ordinal& ordinal) const;
  [[nodiscard]] static PhraseTrie::Match edition_at_end(const Document& document, const RuleWords::Tries& words,
                                                        std::uint32_t number, std::size_t pos);
  bool read_name(const Document& document, const RuleWords::Tries& words, std::size_t pos, Ordinal& ordinal) const;
  [[nodiscard]] bool may_stand_between(const Block& block, const Word& word, bool filler) const;
  static bool read_counted(const Document& document, const RuleWords::Tries& words, std::size_t pos, bool capital_nouns,
                           Ordinal& ordinal);

  const Definition* definition_;
  RuleWords words_;
  BySection<SmallWords> small_;
};

}  // namespace stet
