// What the HTML parser cannot bear, told before it is asked.
#pragma once

#include <string_view>

namespace stet {

// Whether a page nests as deep, or has a tag with as many attributes, as no page does: the parser frees its tree by
// recursion, and compares each attribute of a tag with those before it. In doubt a page is bearable.
bool is_bearable_html(std::string_view html);

}  // namespace stet
