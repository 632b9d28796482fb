// Whether two sentences that are alike speak of two things: "The lottery raised 3,570 euros", "the raffle raised
// 3,750"; "admission is 6 euros", "in the gallery, admission is 9".
#pragma once

#include <cstdint>
#include <string_view>

#include "check/check.h"
#include "document/document.h"

namespace stet {

// A number and the sentence in which it stands, in bytes of the block's text.
struct ToldNumber {
  std::uint32_t block = 0;
  TextSpan sentence;
  TextSpan number;
};

// The words of the lexicon `limit`. A kind that asks these questions makes it its `tables`.
extern const TableMaker kLimitTables;

// Whether one of the sentences says that it tells of something else, the later one limits its number to what the
// article has not told of before, or the two say the same of different things. Made for the few pairs that a
// check would report: it reads the article.
bool speak_of_others(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other);

// Only the first of these: "by contrast", a denial ("not 12 euros"), another label ("line 12", "line 14").
bool are_set_apart(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other);

// Only the second: "in the gallery, admission is 9".
bool is_limited(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other);

// Whether words stand before the number of the other sentence, and none of them in the first: "the garden with its 240
// square metres" is no house of 140.
bool is_of_other_subject(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other);

// Whether the other sentence begins with somebody or something new, and names nothing of the first before its number:
// "a motorbike was caught at 176".
bool brings_in_another(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other);

// Whether what is counted is said to be of somebody or something of which the article has not told: "the 15,000 euros
// of the foundation".
bool is_of_new_owner(const Document& document, const Facts& facts, const ToldNumber& told);

// Whether they name two of what excludes each other: "women" and "men", "yes" and "no", "petrol" and "gas";
// or tell two things of a kind by their labels: "the club of Leeds", "the club of York".
bool are_of_two_sides(const Document& document, const Facts& facts, const ToldNumber& one, const ToldNumber& other);

// Whether a word of the form (see context_form()) stands before the sentence, or, where `anywhere`, outside of it.
// Looks at the first 30,000 bytes of the article.
bool is_told(const Document& document, std::uint32_t block, TextSpan sentence, std::string_view form,
             bool anywhere = false);

}  // namespace stet
