// How short lines part a text: menu entries, buttons, captions.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/words.h"

namespace stet {

// Whether a text, which holds `others`, may hold a line that is short enough to be a menu entry or a button.
bool has_short_line(std::string_view text, const CharSet& others);

// Whether a text that holds `others` is one line whatever is looked for in it: nothing parts it, and no number in
// brackets may be left out.
bool is_one_line(const CharSet& others);

// The lines of a text that are that short. They end at line breaks, tabs, strokes and bullets.
std::vector<TextSpan> short_lines(std::string_view text);

// Whether a text is nothing but three or more entries of a few words each, parted by spaced dashes, two spaces,
// symbols or emoji.
bool is_menu_row(std::string_view text);

// Whether nothing but punctuation, symbols and a number in brackets shares the line with [begin, end). In a menu row
// what parts the entries ends a line too.
bool stands_alone(std::string_view text, std::size_t begin, std::size_t end, bool menu_row);

}  // namespace stet
