// What HTML elements mean, whoever reads them.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string_view>

#include "base/language.h"
#include "document/document.h"

namespace stet {

// Elements whose content is no text of the page.
bool is_skipped(GumboTag tag);
// Elements that stand within a line.
bool is_inline(GumboTag tag);
// Which mark an inline element makes; links and languages are told by attributes.
std::optional<InlineKind> inline_kind(GumboTag tag);

// An attribute's value; empty when there is none.
std::string_view attribute(const GumboElement& element, const char* name);
// Hidden by its attributes or its own style.
bool is_hidden(const GumboElement& element);
Language language_of(const GumboElement& element);

// Whether a table only lays out a page: it nests another, or a cell holds headings, lists or several paragraphs.
bool is_layout(const GumboNode* table);
// Whether all cells of a row are header cells.
bool has_header_cells(const GumboElement& row);

}  // namespace stet
