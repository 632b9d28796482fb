// The one person of a short article whose age is told twice: "Elena Marsh, 47," and "the 42-year-old".
#pragma once

#include <optional>
#include <utility>

#include "check/check.h"
#include "check/kinds/contradiction/age_support.h"

namespace stet {

// The two places; nothing where the article is long, tells of a third age, or of somebody else who may be meant.
// `words`: the lists of kind age-conflict, numbered by AgeList.
std::optional<std::pair<TextPlace, TextPlace>> ages_told_again(const Document& document, const Facts& facts,
                                                               const Definition& definition, const RuleWords& words);

}  // namespace stet
