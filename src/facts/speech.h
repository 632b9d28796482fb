// Which parts of a text are somebody's own words.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"

namespace stet {

// The passages between quotation marks of every country's kind („…“ “…” «…» »…« "…" 「…」), marks included, that are
// longer than `least` code points. An opening mark without its closing one within 3,000 code points opens nothing.
std::vector<TextSpan> quoted_passages(std::string_view text, std::size_t least = 25);

// Whether some passage holds the whole span.
bool is_quoted(const std::vector<TextSpan>& passages, TextSpan span);

// The quoted passages of a document's blocks, found once for each block that is asked about.
class QuotedBlocks {
 public:
  // `least` as for quoted_passages().
  explicit QuotedBlocks(const Document& document, std::size_t least = 25) : document_(document), least_(least) {}
  [[nodiscard]] bool hold(std::uint32_t block, TextSpan span) { return is_quoted(of(block), span); }
  // Whether the block has any.
  [[nodiscard]] bool any(std::uint32_t block) { return !of(block).empty(); }

 private:
  const std::vector<TextSpan>& of(std::uint32_t block);

  const Document& document_;
  std::size_t least_;
  std::map<std::uint32_t, std::vector<TextSpan>> passages_;
};

}  // namespace stet
