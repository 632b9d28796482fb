// Words by which a rule leaves a statement alone: some in the whole sentence, others in their clause only.
#pragma once

#include <cstdint>

#include "check/check.h"
#include "document/document.h"

namespace stet {

// The keys of such a rule's sections, which it has first.
inline constexpr Key kGuardKeys[] = {
    {"unless", KeyType::kPhrases, "silence a finding in whose sentence they stand", true},
    {"unless-near", KeyType::kPhrases, "silence a finding in whose clause they stand", true},
};

// Whether a guard of the rule stands in the sentence, or in the clause of what is told there: "not all of the
// audience". Words in `own` are no guards: "on the second floor". What follows tells nothing of what is known already,
// unless `behind`: "the house in Mill Lane is not".
bool is_silenced(const Facts& facts, std::uint32_t slot, std::uint32_t number, const Block& block, TextSpan sentence,
                 TextSpan told, bool behind, TextSpan own = {});

}  // namespace stet
