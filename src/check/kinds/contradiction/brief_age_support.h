// The one person of a short article whose age is told twice: "Elena Marsh, 47," and "the 42-year-old".
#pragma once

#include <optional>

#include "check/check.h"
#include "check/kinds/contradiction/age_support.h"
#include "check/kinds/contradiction/brief_age_reader_support.h"

namespace stet {

struct AgesToldAgain {
  TextPlace first;
  TextPlace second;
  bool worded = false;  // one of them is no number: "octogenarian", a birthday
  bool sure = true;     // the article tells of no other age and of nobody else who may be meant
};

// Nothing where the article is long, or the ages differ by more than a slip of the fingers or a birthday.
// `words`: the lists of kind age-conflict, numbered by AgeList.
std::optional<AgesToldAgain> ages_told_again(const Document& document, const Facts& facts, const Definition& definition,
                                             const RuleWords& words, const WordedAges& worded);

}  // namespace stet
