// The parts of reading a front matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

// A value as the parser gives it, and where its notation begins in the header (bytes).
struct HeaderValue {
  std::string key;
  std::string value;
  std::uint32_t begin = 0;
};

// All values of the header, nested keys joined with dots, the items of a list under the list's key. Nothing when
// the header is no mapping or cannot be parsed.
std::optional<std::vector<HeaderValue>> parse_yaml_header(std::string_view header);
std::optional<std::vector<HeaderValue>> parse_toml_header(std::string_view header);

// More than any article has; keeps headers that are attacks small.
inline constexpr std::size_t kMostHeaderValues = 2000;
inline constexpr int kDeepestHeader = 16;

}  // namespace stet
