// The ⟦…⟧ in examples.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

struct MarkedText {
  std::string text;               // without the marks
  std::vector<SourceSpan> spans;  // of `text`, bytes, in order
  std::string error;              // empty, or what is wrong with the marks
  std::size_t error_at = 0;       // bytes of the marked text
};

// Takes the marks out of a text. They must pair, may not stand inside each other, and must hold something.
MarkedText take_marks(std::string_view marked);

}  // namespace stet
