// Reads the mentions of people in one block: names, trades, ages, pronouns, and what stands where one might.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "check/kinds/contradiction/cast_support.h"

namespace stet {

// What words for people end in, by language.
struct Endings {
  std::vector<std::string> people;
  std::vector<std::string> cases;
  bool noun_capitals = false;
};

Endings endings_of(const Definition& definition, Language language);

// Those of the lists that begin a clause about somebody named before it.
const PhraseTable& relatives_of(const RuleWords::Tries& words);

// Adds the names that stand alone somewhere in the block: surnames, if a first name stands with them elsewhere.
void collect_single_names(const Document& document, std::uint32_t block, const RuleWords::Tries& words,
                          const Endings& endings, std::set<std::string>& singles);

// Adds the mentions of a block, in their order.
void read_mentions(const Document& document, std::uint32_t block, const RuleWords::Tries& words, const Endings& endings,
                   const std::set<std::string>& singles, std::vector<CastMention>& mentions);

}  // namespace stet
