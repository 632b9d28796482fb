// The sentences of a document's blocks, cut when they are first asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "document/document.h"

namespace stet {

// Of one thread, as the facts of a document are. The document must outlive it.
class BlockSentences {
 public:
  explicit BlockSentences(const Document& document) : document_(&document) {}

  // As cut_sentences() cuts the block's text. Valid as long as this is.
  [[nodiscard]] std::span<const TextSpan> of(std::uint32_t block) const;
  // As sentence_at() finds it in the block's text.
  [[nodiscard]] TextSpan at(std::uint32_t block, std::uint32_t pos) const;

 private:
  const Document* document_;
  mutable std::vector<std::unique_ptr<const std::vector<TextSpan>>> cut_;  // by block
};

}  // namespace stet
