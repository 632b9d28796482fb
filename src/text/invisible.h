// Characters that nobody sees, where nothing calls for them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

enum class Invisible : std::uint8_t {
  kZeroWidthSpace,     // U+200B outside of scripts that need it
  kByteOrderMark,      // U+FEFF inside the text
  kWordJoiner,         // U+2060 between letters
  kJoiner,             // U+200C, U+200D outside of emoji and of scripts that need them
  kSoftHyphen,         // U+00AD between two letters
  kLooseSoftHyphen,    // U+00AD elsewhere
  kDirectionMark,      // U+200E, U+200F, U+061C in text that knows one direction only
  kDirectionOverride,  // U+202D, U+202E: what is shown is not what stands there
  kDirectionControl,   // embeddings and isolates without right-to-left letters
  kUnbalanced,         // … or that do not end in their paragraph
  kHiddenText,         // tag characters outside of flags
  kHiddenData,         // several variation selectors in a row
  kVariationSelector,  // behind what has no variants
  kControl,            // C0 and DEL, but for tabs and line ends
  kWindowsControl,     // C1: mostly Windows-1252 that was read as Latin-1
  kSeparator,          // U+2028, U+2029
  kFiller,             // Hangul fillers, invisible operators and others
};

struct InvisibleRun {
  TextSpan span;
  Invisible what = Invisible::kControl;
  char32_t first = 0;  // its first character
};

// Those of one block of text, in order; characters of one sort that stand together are one. Direction controls
// are judged over the whole block.
std::vector<InvisibleRun> find_invisible(std::string_view text);

}  // namespace stet
