// A block's text as most would write it, with the way back to the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_map.h"
#include "text/usual_forms.h"

namespace stet {

class UsualText {
 public:
  // Of `text`, whose map is `map`.
  UsualText(std::string_view text, const SourceMap& map);

  // Nothing is written otherwise: text() and map() are empty.
  [[nodiscard]] bool is_same() const { return forms_.empty(); }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const SourceMap& map() const { return map_; }
  // Where a place of the text before lies in text(); what lay inside of a form lies at its begin.
  [[nodiscard]] std::uint32_t moved(std::uint32_t pos) const;

 private:
  std::vector<UsualForm> forms_;
  std::vector<std::uint32_t> ends_;  // of the forms, in text()
  std::string text_;
  SourceMap map_;
};

}  // namespace stet
