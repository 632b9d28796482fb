// A set of bytes that a text is searched for.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace stet {

class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }
  [[nodiscard]] constexpr bool has(char byte) const { return has_[static_cast<unsigned char>(byte)]; }
  // Where the first of them stands at or behind `from`; the text's size when none does.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has(text[from])) ++from;
    return from < text.size() ? from : text.size();
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace stet
