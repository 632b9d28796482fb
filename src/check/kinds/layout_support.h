// What the kinds that look at a text's layout ask of its blocks.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace stet {

// The block's text without white space at its end.
std::string_view trimmed(std::string_view text);

// Whether the text ends as a sentence, an introduction or a quotation does: with a stop or any sign, closing quotes
// and brackets skipped. A text that ends with a letter, a digit or a comma does not.
bool ends_open(std::string_view text);

// Whether it ends with a full stop, an exclamation or question mark, closing quotes and brackets skipped.
bool ends_sentence(std::string_view text);

// Running text: at least so many words, the last of which ends a sentence.
bool is_prose_of(const Block& block, std::uint32_t words);

// Whether the whole text is set in bold type, as headings are that nobody marked.
bool is_strong(const Document& document, std::uint32_t block);

inline TextSpan whole_text(const Block& block) { return {0, static_cast<std::uint32_t>(block.text.size())}; }

}  // namespace stet
