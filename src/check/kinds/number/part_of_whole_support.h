// Parts told of one whole in running text: "84 members, 92 of them women", "22 volunteers, 18 of them from Ashby and
// eight from Holm", "34 votes to 15" in a council of 42.
#pragma once

#include <optional>
#include <span>

#include "check/kinds/number/parts_support.h"
#include "document/document.h"
#include "facts/facts.h"

namespace stet {

// A part that is more than its whole, both of one sentence.
std::optional<SaidParts> part_over_whole(const Block& block, std::span<const Quantity> sentence,
                                         const RuleWords::Tries& words);

// Two parts of a whole, all of one sentence, of which the first is told as "of them" and the second by its place only.
std::optional<SaidParts> two_over_whole(const Block& block, std::span<const Quantity> sentence,
                                        const RuleWords::Tries& words);

// The seats of the one council, parliament or board of which the article gives them; null where it gives two numbers.
const Quantity* seats_of(const Document& document, const Facts& facts, const RuleWords& words);

// More votes than the council has seats; the votes stand in the sentence.
std::optional<SaidParts> votes_over_seats(const Block& block, TextSpan sentence, std::span<const Quantity> votes,
                                          const Quantity& seats, const RuleWords::Tries& words);

}  // namespace stet
