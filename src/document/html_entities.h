// Character references of HTML and Markdown.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet {

// What a reference stands for: one or two characters in UTF-8.
struct DecodedEntity {
  std::uint32_t length = 0;  // bytes of the reference, '&' and ';' included; 0 when it is none
  std::uint8_t size = 0;     // bytes of its text
  char bytes[8] = {};        // the longest name stands for six
  [[nodiscard]] std::string_view text() const { return {bytes, size}; }
};

// The reference that begins at text[0], which is '&'. Numbers are read as HTML does (0 and surrogates are U+FFFD,
// 128 to 159 are those of Windows-1252). `legacy` knows names without a semicolon too ("&copy 2025").
DecodedEntity decode_entity(std::string_view text, bool legacy);

}  // namespace stet
