// The lexicon of rules/lexicon/, for tests of what reads it.
#pragma once

#include "facts/lexicon.h"

namespace stet {

// Read once.
const Lexicon& rules_lexicon();

}  // namespace stet
