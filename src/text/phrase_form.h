// The normal form in which phrases are compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stet {

// Folded (see fold()), each run of white space one space, apostrophes ', hyphens and dashes -, double quotation
// marks ", … three points.
std::string phrase_form(std::string_view text);

// Compares the text from `pos` on with `form`, a phrase in normal form. Gives the byte behind the match, or
// npos. A match does not end inside a character's folding.
std::size_t match_phrase(std::string_view text, std::size_t pos, std::string_view form);

}  // namespace stet
