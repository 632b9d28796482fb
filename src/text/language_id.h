// Which language a text is written in.
#pragma once

#include <string_view>

#include "base/language.h"

namespace stet {

// The language of a whole article, from function words where they are clear and from CLD2 (Compact Language
// Detector 2) else. Looks at the first 16 kilobytes at most. Unknown when there is too little text.
Language detect_language(std::string_view text);

}  // namespace stet
