#include "facts/block_sentences.h"

#include <algorithm>

#include "text/sentences.h"

namespace stet {

std::span<const TextSpan> BlockSentences::of(std::uint32_t block) const {
  if (cut_.empty()) cut_.resize(document_->blocks().size());
  auto& sentences = cut_[block];
  if (sentences == nullptr) {
    sentences = std::make_unique<const std::vector<TextSpan>>(cut_sentences(document_->block(block).text));
  }
  return *sentences;
}

TextSpan BlockSentences::at(std::uint32_t block, std::uint32_t pos) const {
  const std::string_view text = document_->block(block).text;
  // sentence_at() looks no farther in a long text, nor behind the last sentence.
  if (text.size() > kFarthestSentence || pos >= text.size() || block == Document::kRawBlock) {
    return sentence_at(text, pos);
  }
  const std::span<const TextSpan> sentences = of(block);
  const auto behind = std::ranges::upper_bound(sentences, pos, {}, &TextSpan::begin);
  if (sentences.empty()) return sentence_at(text, pos);
  // White space belongs to the sentence before it.
  return behind == sentences.begin() ? sentences.front() : *(behind - 1);
}

}  // namespace stet
