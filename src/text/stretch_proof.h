// Whether a run of words is a stretch of another language, beyond doubt.
#pragma once

#include <optional>

#include "text/foreign_stretches.h"
#include "text/unit_words.h"

namespace stet {

// The stretch that the run is, if it is one: enough words that only its language has, or letters with CLD2's consent;
// no name, title, address or loan. `line` says whether the unit fills a line. The words must have been weighed.
std::optional<ForeignStretch> prove_stretch(const UnitWords& unit, UnitWords::Run run, std::size_t language, bool line);

// A line or sentence without a word that only the text's own language has, by the sum of all its words and CLD2's
// consent: for those in which no run stands out. May be called when may_be_whole() says so and the words have been
// weighed.
std::optional<ForeignStretch> prove_whole(const UnitWords& unit, bool line);
bool may_be_whole(const UnitWords& unit);

}  // namespace stet
