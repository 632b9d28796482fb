// The characters of a text node or attribute of HTML, each with its place in the source.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"

namespace stet {

// One piece: a copy of the source, or what a character reference stands for.
struct HtmlPiece {
  std::string_view text;
  SourceSpan source;
  bool copied = true;
};

// Walks the source of a node along with the text that the parser made of it. What stands in the source only (a stray
// end tag, the CR of a CRLF) is passed over.
class HtmlText {
 public:
  // `raw` is the node's source and lies at `begin`; `decoded` is what the parser says it means.
  HtmlText(std::string_view raw, std::uint32_t begin, std::string_view decoded)
      : raw_(raw), begin_(begin), decoded_(decoded) {}

  // The next code point, nothing at the end. A view into the source or into this object, until the next call.
  std::optional<HtmlPiece> next();

 private:
  std::string_view raw_;
  std::uint32_t begin_;
  std::string_view decoded_;
  std::size_t at_ = 0;
  std::size_t seen_ = 0;  // of decoded_
  char buffer_[8] = {};
};

}  // namespace stet
