// Lists that are in several languages on purpose: titles of works, dishes, names of bands, phrases with translations.
#pragma once

#include <cstdint>

#include "base/span.h"
#include "document/document.h"

namespace stet {

// Whether a stretch of another language belongs to such a list: an enumeration within its sentence, the lines of its
// block, or the list items or table cells around it, of which two are in different languages, neither the text's own;
// or pairs of a phrase and what it means ("merci – danke, au revoir – tschüs").
bool is_in_polyglot_list(const Document& document, std::uint32_t block, TextSpan span);

}  // namespace stet
