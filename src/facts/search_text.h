// A block's text as regular expressions see it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stet {

// In NFC, without soft hyphens and joiners; the text itself, without a copy, when it is so already.
class SearchText {
 public:
  explicit SearchText(std::string_view text);

  [[nodiscard]] std::string_view view() const { return starts_.empty() ? text_ : std::string_view(normal_); }
  // Whether view() is the text itself.
  [[nodiscard]] bool is_text() const { return starts_.empty(); }
  // From a span of view() to the text: whole characters with their marks.
  [[nodiscard]] TextSpan to_text(std::size_t begin, std::size_t end) const;

 private:
  std::string_view text_;
  std::string normal_;
  std::vector<std::uint32_t> starts_;  // for each byte of normal_, and its end, where its character begins in text_
};

}  // namespace stet
