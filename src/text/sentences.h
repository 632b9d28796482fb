// Where sentences begin and end.
#pragma once

#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/span.h"

namespace stet {

// The sentences of a block's text, in order, covering it but for the white space between them. Knows the
// common abbreviations and ordinals ("z. B.", "Dr.", "8. April"); for scripts without spaces it asks ICU.
std::vector<TextSpan> cut_sentences(std::string_view text, Language language);

}  // namespace stet
