// A count or a measure that a brief tells again with another number, though in other words: "85 firefighters", "the 58
// colleagues". What is asked for is not that the words are alike, but that the brief has nothing else of the sort.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/lazy.h"
#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/counted_support.h"

namespace stet {

// The section keys that are read, and that of the rule.
inline constexpr Key kBriefKeys[] = {
    {"person-words", KeyType::kStrings, "words for people that no list of concepts has"},
    {"person-ends", KeyType::kStrings, "how words for people end"},
    {"anybody", KeyType::kStrings, "words of those lists that may be said of others too: \"colleagues\""},
    {"belongs", KeyType::kStrings, "stand behind what is counted, before what it is of: \"of\""},
    {"merely", KeyType::kStrings, "stand before a number and take nothing from it: \"just\""},
    {"the", KeyType::kStrings, "articles and the like of one thing"},
    {"links", KeyType::kStrings, "stand between a thing and its measure: \"of\""},
    {"moments-before", KeyType::kStrings, "stand before a time that tells when, not how long: \"vor\""},
    {"moments-behind", KeyType::kStrings, "stand behind such a time: \"ago\""},
};
inline constexpr Key kPersonListsKeys[] = {
    {"person-lists", KeyType::kStrings, "lists of the thesaurus whose words are for people"},
    {"role-lists", KeyType::kStrings,
     "those whose people are there besides those of whom the article tells: \"police\""},
};

class BriefRecount {
 public:
  // An article of more words tells of several things of a sort.
  static constexpr std::size_t kMostWords = 200;

  explicit BriefRecount(const Definition& definition);

  // Both places of each pair, the first told first. `are_parted` tells whether a guard stands between the two.
  using Guard = std::function<bool(const Counted&, const Counted&)>;
  [[nodiscard]] std::vector<std::pair<Counted, Counted>> find(const Document& document, const Facts& facts,
                                                              const CountedWords& words, const Guard& are_parted) const;

 private:
  struct Lists {
    PhraseTrie persons;
    std::vector<std::string> person_ends;
    PhraseTrie moments_before{PhraseTrie::Direction::kBackward};
    PhraseTrie moments_behind;
    PhraseTrie anybody;
    PhraseTrie belongs;
    PhraseTrie merely{PhraseTrie::Direction::kBackward};
    PhraseTrie the{PhraseTrie::Direction::kBackward};
    PhraseTrie links{PhraseTrie::Direction::kBackward};
  };
  enum class Sort : std::uint8_t { kPersons, kThings, kBare, kMeasure, kMoney, kTime };
  struct Item {
    Counted counted;
    const Quantity* quantity = nullptr;
    Sort sort = Sort::kBare;
    double value = 0;  // in the base unit
    Interval interval;
    bool usable = true;     // else its number is told, but nothing is compared with it
    bool definite = false;  // the reader knows it
    bool opens = false;     // opens a quotation
    bool role = false;      // people of a role
    bool specific = false;  // people of some sort
  };

  [[nodiscard]] std::vector<Item> read(const Document& document, const Facts& facts, const CountedWords& words) const;
  [[nodiscard]] Sort sort_of(const Block& block, const Quantity& quantity, const Counted& counted, const Lists& lists,
                             const std::vector<std::uint16_t>& persons, bool of_nouns) const;
  // The concepts that name somebody, and those that say as what.
  struct People {
    std::vector<std::uint16_t> persons;
    std::vector<std::uint16_t> roles;
  };
  [[nodiscard]] const People& people(const ConceptLexicon& concepts) const;
  [[nodiscard]] bool tells_more(const Document& document, const Facts& facts, const CountedWords::Lists& lists,
                                const Item& known) const;
  [[nodiscard]] bool is_moment(const Block& block, const Quantity& quantity, const Lists& lists) const;
  [[nodiscard]] bool are_of_sort(const Item& a, const Item& b) const;
  [[nodiscard]] bool is_in_known_phrase(const Document& document, const Quantity& quantity,
                                        const CountedWords::Lists& lists, const Lists& own) const;
  static bool is_told(const Document& document, std::uint32_t block, const Word& word,
                      const CountedWords::Lists& lists);
  static bool may_be_wrong(const Item& a, const Item& b);
  static bool may_add_up(const Item& item, const Item& known);
  static bool is_beside_point(const Item& item, const Item& known);
  [[nodiscard]] const Item* only_other(const std::vector<Item>& items, const Item& known) const;

  const Definition* definition_;
  static Lists read_lists(const Definition& definition, Language language);
  BySection<Lists> lists_;
  Lazy<People> people_;
};

}  // namespace stet
