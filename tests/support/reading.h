// Reading drafts from strings, for tests.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace stet {

Document read_text(std::string_view text, Format format, const ReadOptions& options = {});
inline Document read_plain_text(std::string_view text) { return read_text(text, Format::kPlain); }
inline Document read_markdown_text(std::string_view text) { return read_text(text, Format::kMarkdown); }
inline Document read_html_text(std::string_view text) { return read_text(text, Format::kHtml); }

// One line a block: "role: text", line feeds written as ⏎.
std::string outline(const Document& document);

// The lists as nested brackets of block numbers: "ul[0 1 ol[2 3]]", items separated by "|".
std::string list_tree(const Document& document);

// One line a row: "T0 H: a | b" (H for a header row).
std::string table_rows(const Document& document);

// Each inline markup: "link 'text' -> target".
std::string inline_list(const Document& document);

// What is wrong with the document's positions, or "" when all laws hold: spans lie inside the file on code-point
// boundaries and in order, every word maps to source bytes that give it again, numbers of blocks, lists and
// tables agree with each other.
std::string broken_law(const Document& document);

}  // namespace stet
