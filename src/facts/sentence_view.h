// A sentence with its words and the cues found in it, for the extraction of statements.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "facts/cues.h"

namespace stet {

class SentenceView {
 public:
  SentenceView(const Document& document, const Block& block, TextSpan span, std::span<const Hit> cues,
               const Cues& source);

  [[nodiscard]] TextSpan span() const { return span_; }
  [[nodiscard]] std::string_view text(TextSpan span) const { return block_.text.substr(span.begin, span.size()); }
  [[nodiscard]] const Block& block() const { return block_; }
  [[nodiscard]] std::span<const Word> words() const { return words_; }
  // The words that lie in a span.
  [[nodiscard]] std::span<const Word> words(TextSpan span) const;

  // Cues of the sentence.
  [[nodiscard]] std::span<const Hit> cues() const { return cues_; }
  [[nodiscard]] std::string_view key(const Hit& hit) const { return source_.key(hit); }
  [[nodiscard]] bool has(std::string_view key) const;
  // The first cue of a list within a span.
  [[nodiscard]] const Hit* find(std::string_view key, TextSpan within) const;

  // The clause around a place: from the last to the next punctuation mark (, ; : – brackets) or clause opener.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t pos) const;
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t pos) const;

 private:
  void find_bounds();

  const Block& block_;
  TextSpan span_;
  std::span<const Word> words_;
  std::span<const Hit> cues_;
  const Cues& source_;
  std::vector<TextSpan> bounds_;  // punctuation and clause openers
};

}  // namespace stet
