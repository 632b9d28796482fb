// The normal form in which phrases are compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/unicode.h"

namespace stet {

// Folded (see fold()), each run of white space one space, apostrophes ', hyphens and dashes -, double quotation
// marks ", … three points.
std::string phrase_form(std::string_view text);
// The same for one character that is no white space.
Folding phrase_form(char32_t c);

// The byte behind the white space at `pos`.
std::size_t skip_spaces(std::string_view text, std::size_t pos);

// Compares the text from `pos` on with `form`, a phrase in normal form. Gives the byte behind the match, or
// npos. A match does not end inside a character's folding.
std::size_t match_phrase(std::string_view text, std::size_t pos, std::string_view form);

}  // namespace stet
