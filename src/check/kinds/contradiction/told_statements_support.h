// Whether what one sentence denies and another one tells is of the same.
#pragma once

#include "check/kinds/contradiction/statement_support.h"

namespace stet {

inline constexpr unsigned kEnoughPoints = 2;

// How much the two share: a rare word, a long one, or one of several for a thing is enough; of others it takes two.
unsigned points(const ToldStatement& a, const ToldStatement& b, WordCounts& counts, const Forms& without);
// Of one person, as far as the sentences name any; else of one thing.
bool is_of_same(const ToldStatement& no, const ToldStatement& yes, NamedPeople& people);
// "The branch in Oakley", "the branch in Derwent".
bool are_apart(const ToldStatement& a, const ToldStatement& b);
// "Has never been to Japan", "his trip to Chile".
bool are_of_other_places(const ToldStatement& a, const ToldStatement& b);
// "The changing rooms of the stadium", "the stands of the stadium".
bool are_of_other_parts(const Document& document, const ToldStatement& a, const ToldStatement& b);
// "The parade in Hull", where Hull is told of nowhere else.
bool is_elsewhere(const Document& document, const ToldStatement& no, const ToldStatement& yes, WordCounts& counts);
// "The fee will be raised in Dover", behind a sentence without a place, where nothing else tells of Dover.
bool names_new_place(const Document& document, const ToldStatement& no, const ToldStatement& yes, WordCounts& counts);
// "The 17th festival was called off", "the 18th festival starts at ten".
bool are_of_other_numbers(const Document& document, const Facts& facts, const ToldStatement& no,
                          const ToldStatement& yes);
// "The theft of the moped", "the theft of the van". With `alike` only where one small word joins both kinds, or none: a
// "strike on Friday" may be the "strike by drivers".
bool are_of_other_kinds(const Document& document, const ToldStatement& a, const ToldStatement& b, bool alike);

}  // namespace stet
