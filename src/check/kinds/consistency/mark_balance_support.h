// Which quotation marks and brackets of a block have no partner in it.
#pragma once

#include <cstdint>
#include <vector>

#include "check/kinds/quote_support.h"
#include "document/document.h"

namespace stet {

struct QuoteBalance {
  struct Open {
    TextSpan span;
    const QuoteMarks::Pair* pair = nullptr;
  };
  std::vector<Open> open;       // never closed, in the order of the text
  std::vector<TextSpan> close;  // close what was not opened in the block
  std::uint32_t last = 0;       // where the last of all marks ends; 0: there are none
  bool closes_above = false;    // the first mark of the block is one of the latter
  bool is_doubtful = false;     // there are marks with the same shape on both sides that may open or close
};
// Bytes of marks that belong to code, addresses and the like are passed over.
QuoteBalance balance_quotes(const Document& document, std::uint32_t block, const QuoteMarks& marks);

struct BracketBalance {
  std::vector<std::uint32_t> open;   // bytes of "(" and "[" that are never closed
  std::vector<std::uint32_t> close;  // bytes of ")" and "]" that close nothing, labels ("a)") left out
};
// Faces (":-)") are none.
BracketBalance balance_brackets(const Document& document, std::uint32_t block);

}  // namespace stet
