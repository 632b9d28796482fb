#include "text/pattern_sets.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace stet::pattern_detail {
namespace {

constexpr UChar32 kExactBelow = 0x590;

template <class Is>
std::string exact_items(const Is& is) {
  std::string items;
  for (UChar32 c = 0; c < kExactBelow; ++c) {
    if (!is(c)) continue;
    const UChar32 begin = c;
    while (c + 1 < kExactBelow && is(c + 1)) ++c;
    items += begin == c ? fmt::format("\\x{{{:X}}}", begin) : fmt::format("\\x{{{:X}}}-\\x{{{:X}}}", begin, c);
  }
  return items;
}

}  // namespace

std::optional<std::string> property_items(std::string_view name) {
  // Capitals and small letters alternate in Vietnamese and ancient Greek: there both sets hold both.
  constexpr std::string_view kMixed = R"(\x{1E00}-\x{1FFF})";
  if (name == "L") {
    return exact_items([](UChar32 c) { return u_isalpha(c) != 0; }) +
           R"(\x{590}-\x{1FFF}\x{2C00}-\x{2DFF}\x{3005}-\x{D7FF}\x{F900}-\x{10FFFF})";
  }
  if (name == "Lu") {
    return exact_items([](UChar32 c) { return u_charType(c) == U_UPPERCASE_LETTER; }) + std::string(kMixed) +
           R"(\x{10A0}-\x{10C5}\x{2C60}-\x{2C7F}\x{FF21}-\x{FF3A})";
  }
  if (name == "Ll") {
    return exact_items([](UChar32 c) { return u_charType(c) == U_LOWERCASE_LETTER; }) + std::string(kMixed) +
           R"(\x{2C60}-\x{2C7F}\x{2D00}-\x{2D25}\x{FB00}-\x{FB17}\x{FF41}-\x{FF5A})";
  }
  if (name == "Nd") return std::string(kDigitSet);
  if (name == "N") {
    return std::string(kDigitSet) +
           R"(\x{B2}\x{B3}\x{B9}\x{BC}-\x{BE}\x{2070}-\x{2089}\x{2150}-\x{218B}\x{2460}-\x{249B})";
  }
  return std::nullopt;
}

}  // namespace stet::pattern_detail
