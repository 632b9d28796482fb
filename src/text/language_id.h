// Which language a text is written in.
#pragma once

#include <string_view>

#include "base/language.h"

namespace stet {

// The language of a whole article, from function words where they are clear and from CLD2 else. Looks at
// no more than the first few kilobytes. Unknown when there is too little text.
Language detect_language(std::string_view text);

}  // namespace stet
