// Where an article's title stands on its page.
#pragma once

#include <cstdint>

#include "check/page_lines.h"

namespace stet {

// The first line above the article's body that speaks of what the body speaks of, and that no rule knows for
// furniture; kNone when there is none. A line that comes again further down, as the title in a path of links does,
// gives way to the later one. Neither prose nor a lone word is a title, and of two both must be the body's.
std::uint32_t find_title(const Document& document, const PageLines& lines);

}  // namespace stet
