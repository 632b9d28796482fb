// Where each byte of a block's plain text came from in the source.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/span.h"

namespace stet {

// Grows with its text, run by run, in text order. A run is either copied (byte for byte) or replaced
// (an entity, an escape, a soft break: the text is not what the source says). What lies between the
// source ranges of two runs is hidden (a tag, a link target, a marker). Source positions of runs
// must not decrease. Lookups take O(log runs).
class SourceMap {
 public:
  // The next `length` bytes of the text are the source bytes from `source` on.
  void copy(std::uint32_t length, std::uint32_t source);
  // The next `length` bytes of the text stand for this source range as a whole.
  void replace(std::uint32_t length, SourceSpan source);

  // Where a text lies that is and stays empty.
  void start(std::uint32_t source) { only_.source = {source, source}; }

  // Bytes of text mapped so far.
  [[nodiscard]] std::uint32_t text_size() const { return text_size_; }

  // The source range of a text range: begin maps right (past hidden markup), end maps left. An
  // empty span maps to an empty span. Nothing mapped: where start()
  // said, else {0, 0}.
  [[nodiscard]] SourceSpan to_source(TextSpan span) const;

  // The text position of a source position, when a copied run holds it.
  [[nodiscard]] std::optional<std::uint32_t> to_text(std::uint32_t source) const;

  // Whether text and source are equal byte for byte over the span with nothing hidden inside, so
  // that an edit of the text is an edit of the source.
  [[nodiscard]] bool is_verbatim(TextSpan span) const;

  // When the whole text is one copied run: where it begins. Else nothing.
  [[nodiscard]] std::optional<std::uint32_t> whole_copy() const;

  // All copied and replaced source ranges in order, for tests and tools.
  struct Run {
    std::uint32_t text = 0;  // where the run begins in the text; it ends where the next begins
    SourceSpan source;
    bool copied = true;
  };
  [[nodiscard]] std::span<const Run> runs() const {
    return runs_.empty() ? std::span<const Run>(&only_, text_size_ == 0 ? 0U : 1U) : std::span<const Run>(runs_);
  }

  // Forgets the text outside `kept`; what is left is counted from kept.begin.
  void trim(TextSpan kept);

 private:
  // The run that holds text byte `pos` (pos < text_size_).
  [[nodiscard]] const Run& run_at(std::uint32_t pos) const;
  [[nodiscard]] std::uint32_t run_end(const Run& run) const;

  void append(const Run& run);

  // Most blocks are one plain copy: that run needs no heap. With a second one all move to runs_.
  Run only_;
  std::vector<Run> runs_;
  std::uint32_t text_size_ = 0;
};

}  // namespace stet
