// Capitals that the language does not have: "le Lundi", "el 3 de Marzo de 2024", "les supporters Belges", "a meeting Of
// neighbours", "eine Vertrauensbildende Maßnahme".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"

namespace stet {

// The keys of a section that they are read by.
inline constexpr Key kNeedlessCapitalKeys[] = {
    {"small-days", KeyType::kStrings, "days, which have no capital: \"lundi\""},
    {"small-months", KeyType::kStrings, "the same of months"},
    {"not-behind", KeyType::kStrings, "behind a day that has its capital as a part of a name: \"santo\""},
    {"months-after", KeyType::kStrings, "stand before a month without its day: \"en\""},
    {"no-months", KeyType::kStrings, "months that are something else too, and need their day: \"mars\""},
    {"small-adjectives", KeyType::kStrings, "adjectives of countries, which have no capital: \"belge\""},
    {"before-people", KeyType::kStrings, "stand before the people, who have it: \"jeunes\""},
    {"name-adjectives", KeyType::kStrings,
     "adjectives of countries that are surnames too, and need an indefinite article before their noun: \"francese\""},
    {"indefinite", KeyType::kStrings, "indefinite articles: \"un\""},
    {"day-parts", KeyType::kStrings, "behind a day that is no name: \"soir\""},
    {"month-parts", KeyType::kStrings, "a word or two before a month that is nothing else: \"début\""},
    {"feasts", KeyType::kStrings, "days that have a name or a street: \"14 juillet\""},
    {"streets", KeyType::kStrings, "a word or two before a date that is a name: \"rue\""},
    {"small-words", KeyType::kStrings, "have no capital between small letters, not even in names: \"of\""},
    {"participles", KeyType::kStrings,
     "where all nouns have a capital: ends of participles before a noun that are in no name: \"bildende\""},
};

class NeedlessCapitals {
 public:
  explicit NeedlessCapitals(const Definition& definition);

  // Whether word `i` of the block has one.
  [[nodiscard]] bool is_needless(const Block& block, std::span<const Word> words, std::uint32_t i) const;

 private:
  struct Habits {
    std::unordered_set<std::uint32_t> days;
    std::unordered_set<std::uint32_t> months;
    std::unordered_set<std::uint32_t> not_behind;
    std::unordered_set<std::uint32_t> months_after;
    std::unordered_set<std::uint32_t> no_months;
    std::unordered_set<std::uint32_t> adjectives;
    std::unordered_set<std::uint32_t> before_people;
    std::unordered_set<std::uint32_t> name_adjectives;
    std::unordered_set<std::uint32_t> indefinite;
    std::unordered_set<std::uint32_t> day_parts;
    std::unordered_set<std::uint32_t> month_parts;
    std::unordered_set<std::uint32_t> streets;
    std::unordered_set<std::uint64_t> feasts;  // hashes of the number and of the month
    std::unordered_set<std::uint32_t> small_words;
    std::vector<std::string> participles;  // folded
    bool any = false;
  };
  static bool is_between_small(const Block& block, std::span<const Word> words, std::uint32_t i);
  static bool is_participle(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits);
  static bool is_month(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits);
  static bool is_plain_date(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits);
  static bool is_adjective(const Block& block, std::span<const Word> words, std::uint32_t i, const Habits& habits);

  static Habits read(const Definition& definition, Language language);

  BySection<Habits> languages_;
};

}  // namespace stet
