// What characters are and how they fold, as ICU says it. Private to unicode.cpp and tools/character_table.cpp, which
// writes it down for the common alphabets.
#pragma once

#include "text/unicode.h"

namespace stet {

CharacterInfo compute_info(char32_t c);
Folding compute_folding(char32_t c);

}  // namespace stet
