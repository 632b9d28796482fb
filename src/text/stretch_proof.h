// Whether a run of words is a stretch of another language, beyond doubt.
#pragma once

#include <optional>

#include "text/foreign_stretches.h"
#include "text/unit_words.h"

namespace stet {

// The stretch that the run is, if it is one: enough words that only its language has, or letters with CLD2's consent;
// no name, title, address or loan. `line` says whether the unit fills a line. The words must have been weighed.
std::optional<ForeignStretch> prove_stretch(const UnitWords& unit, UnitWords::Run run, std::size_t language, bool line);

}  // namespace stet
