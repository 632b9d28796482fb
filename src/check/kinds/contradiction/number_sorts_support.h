// The numbers of an article by their sort: euros, hectares, jobs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "facts/concepts.h"

namespace stet {

// The section keys that are read, besides kSmallWordKeys.
inline constexpr Key kSortKeys[] = {
    {"determiners", KeyType::kStrings, "stand before a number that the reader knows: \"the\""},
    {"the-sum", KeyType::kStrings, "name with \"the\" a sum that was told: \"cheque\""},
};

struct SortedNumber {
  const Quantity* quantity = nullptr;
  UnitId unit = kNoUnit;
  std::string noun;       // folded, where it has no unit
  ConceptSet concepts{};  // that it names
  std::string digits;
  Interval interval;
  TextSpan sentence;
  TextSpan clause;
  bool rate = false;   // "a month"
  bool exact = false;  // what looks like a hedge is none
  bool usable = true;
};

class NumberSorts {
 public:
  // The definition must outlive this.
  explicit NumberSorts(const Definition& definition);
  // Each sort in the order of the text; nothing of a table of figures. A sort may be empty.
  [[nodiscard]] std::vector<std::vector<SortedNumber>> read(const Document& document, const Facts& facts) const;

 private:
  [[nodiscard]] bool is_address(const Block& block, const Quantity& quantity) const;
  [[nodiscard]] std::string noun_beside(const Document& document, const Quantity& quantity) const;
  [[nodiscard]] bool is_rate(const Block& block, const Quantity& quantity) const;
  void add(const Document& document, const Quantity& quantity, const ConceptLexicon& thesaurus, UnitId currency,
           std::vector<std::vector<SortedNumber>>& sorts) const;

  const Definition* definition_;
  BySection<SmallWords> small_;
  RuleWords words_;
};

// "The damage of £420,000", where the other context has the word: a determiner, the word and one of `of`, sorted forms,
// stand before the quantity.
bool is_of_known(const Document& document, const Quantity& quantity, const Context& other,
                 const PhraseTable& determiners, const std::vector<std::string>& of);

}  // namespace stet
