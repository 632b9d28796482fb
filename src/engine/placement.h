// From a place in a block's text to the place that the user sees.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "check/finding.h"
#include "document/document.h"
#include "engine/diagnostic.h"
#include "text/line_index.h"

namespace stet {

// The source range of a text place, cut to what the block holds.
SourceSpan source_of(const Document& document, const TextPlace& place);

// Makes the places of one document. The line index is built when the first place is asked for, so that a
// clean file never pays for it.
class Placement {
 public:
  explicit Placement(const Document& document) : document_(document) {}

  Place place(SourceSpan span);
  // The marked text, at most 200 code points.
  [[nodiscard]] std::string excerpt(SourceSpan span) const;
  // Nothing when the source says something else than the text, or more (text/usual_forms.h).
  [[nodiscard]] std::optional<Edit> edit(const TextEdit& edit) const;
  // A hash of the three words before and behind a text place, within its block (its line in the raw view).
  [[nodiscard]] std::uint64_t surroundings(const TextPlace& place) const;

 private:
  Snippet snippet(SourceSpan span) const;

  const Document& document_;
  std::optional<LineIndex> lines_;
};

}  // namespace stet
