// The primary language of a text.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <string_view>

namespace stet {

// An ISO 639 code of two or three letters, as in a BCP 47 tag; empty when unknown. A value.
class Language {
 public:
  constexpr Language() = default;
  // "de", "de-CH", "pt_BR", "DE": the primary subtag in lower case. Anything else gives the unknown language.
  constexpr explicit Language(std::string_view tag) {
    const std::size_t end = tag.find_first_of("-_");
    const std::string_view primary = tag.substr(0, end);
    if (primary.size() < 2 || primary.size() > 3) return;
    for (std::size_t i = 0; i < primary.size(); ++i) {
      const char c = primary[i] >= 'A' && primary[i] <= 'Z' ? static_cast<char>(primary[i] + 32) : primary[i];
      if (c < 'a' || c > 'z') {
        code_ = {};
        return;
      }
      code_[i] = c;
    }
  }
  // What is the same in every language.
  static constexpr Language any() { return Language("any"); }

  [[nodiscard]] constexpr bool known() const { return code_[0] != 0; }
  [[nodiscard]] constexpr std::string_view code() const {
    return {code_.data(), code_[2] != 0 ? 3U : code_[0] != 0 ? 2U : 0U};
  }
  constexpr bool operator==(const Language& other) const { return packed() == other.packed(); }
  constexpr auto operator<=>(const Language& other) const { return order() <=> other.order(); }

 private:
  // The code as one number: compared far more often than read.
  [[nodiscard]] constexpr std::uint32_t packed() const { return std::bit_cast<std::uint32_t>(code_); }
  // As the letters are ordered.
  [[nodiscard]] constexpr std::uint32_t order() const {
    std::uint32_t number = 0;
    for (const char c : code_) number = number << 8U | static_cast<unsigned char>(c);
    return number;
  }

  std::array<char, 4> code_{};
};

}  // namespace stet
