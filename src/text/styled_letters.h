// Latin words written with signs that only look like Latin letters: bold and script letters of mathematics, full-width
// ones, Cherokee, small Roman numerals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

struct StyledWord {
  TextSpan span;
  std::string plain;   // the word in ASCII letters
  bool mixed = false;  // ASCII letters stand in it too
};

// Those of a text, in order. Left alone: formulas (single letters and short words of mathematics), and full-width
// letters where the text has characters of Chinese, Japanese or Korean. Words of one style that stand in a row are one.
std::vector<StyledWord> styled_words(std::string_view text);

// A cheap look: whether the text may hold one.
bool may_be_styled(std::string_view text);

}  // namespace stet
