// What stands under a heading of page furniture ("Kommentare", "Weiterlesen", "Most read").
#pragma once

#include <cstdint>

#include "check/page_lines.h"

namespace stet {

// The last block of the section that block `heading` opens: `heading` itself when nothing stands under it that is
// surely no part of the article. Within the article a section ends before the next prose and the subheading over it;
// behind the article's last paragraph it holds all up to the next heading of this kind.
std::uint32_t section_end(const Document& document, const PageLines& lines, std::uint32_t heading);

// Offsets of the file's text: the lines of the blocks first to last with the end of the last one, to be deleted.
SourceSpan whole_lines(const Document& document, SourceSpan span);

}  // namespace stet
