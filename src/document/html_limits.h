// What the HTML parser cannot bear, told before it is asked.
#pragma once

#include <string_view>

namespace stet {

// Whether a page nests as deep, or has a tag with as many attributes, as no page does: the parser goes through all open
// elements for a tag, and within a mark for each character, and compares each attribute of a tag with those before it.
// What HtmlNesting can't know may let a page pass that is slow.
bool is_bearable_html(std::string_view html);

}  // namespace stet
