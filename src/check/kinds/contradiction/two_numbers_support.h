// What tells that the second of an article's two numbers of a sort is of another thing than the first: "a deposit of
// 1,530 pounds", "the 430,000 euros from donations", "Little Oake has 130 residents".
#pragma once

#include <cstdint>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"

namespace stet {

// The section keys that are read, and that of the rule.
inline constexpr Key kOtherThingKeys[] = {
    {"sums", KeyType::kStrings, "words for one role of a sum, parted by |: \"deposit|bond\""},
    {"measures", KeyType::kStrings, "the same for what is measured: \"tall|height\""},
    {"purposes", KeyType::kStrings, "stand behind a number, before what it is for or from: \"for\""},
    {"articles", KeyType::kStrings, "stand before a noun: \"the\", \"a\", \"its\""},
    {"shared-out", KeyType::kStrings, "are counted of several in one article: \"votes\""},
};
inline constexpr Key kTellerListsKey = {"teller-lists", KeyType::kStrings,
                                        "lists of the thesaurus: who tells of a number or deals with it"};

// A number with the words around it.
struct NumberPlace {
  const Quantity* quantity = nullptr;
  TextSpan sentence;
  TextSpan clause;
};

// Whether the article tells of a word before the number's sentence, by this word or by one for the same thing.
bool is_told_before(const Document& document, const Facts& facts, const NumberPlace& place, TextSpan word);

// What stands right behind a number and what it counts, of its clause: "in York".
TextSpan behind(const NumberPlace& place, const Document& document);

class OtherThing {
 public:
  // From what speaks for one thing to what tells for sure that they are two.
  enum class Sign : std::uint8_t { kSame, kNothing, kSome, kClear };

  // The definition must outlive this.
  explicit OtherThing(const Definition& definition);
  // Of the second place. `known`: the reader knows its number, "the 46 kilos".
  [[nodiscard]] Sign of(const Document& document, const Facts& facts, const NumberPlace& first,
                        const NumberPlace& second, bool known) const;

 private:
  [[nodiscard]] bool nouns_have_capitals(Language language) const;
  [[nodiscard]] std::vector<std::uint32_t> roles(const Document& document, const NumberPlace& place,
                                                 std::uint8_t list) const;
  [[nodiscard]] Sign role_of(const Document& document, const NumberPlace& first, const NumberPlace& second,
                             bool known) const;
  [[nodiscard]] Sign purpose_of(const Document& document, const Facts& facts, const NumberPlace& second) const;
  [[nodiscard]] Sign thing_before(const Document& document, const Facts& facts, const NumberPlace& second) const;
  [[nodiscard]] bool names_teller(const Facts& facts, const Block& block, const Word& word) const;

  const Definition* definition_;
  RuleWords words_;
};

}  // namespace stet
