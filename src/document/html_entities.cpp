#include "document/html_entities.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "document/html_entities_data.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Where each entry begins in its data.
template <std::size_t Count, std::size_t Parts, std::size_t Size>
constexpr std::array<std::uint16_t, Count> index_of(const char (&data)[Size]) {
  std::array<std::uint16_t, Count> index{};
  std::size_t pos = 0;
  for (std::size_t i = 0; i < Count; ++i) {
    index[i] = static_cast<std::uint16_t>(pos);
    for (std::size_t part = 0; part < Parts; ++part) {
      while (data[pos] != '\0') ++pos;
      ++pos;
    }
  }
  return index;
}

constexpr auto kEntityIndex = index_of<kEntityCount, 2>(kEntityData);
constexpr auto kLegacyIndex = index_of<kLegacyCount, 1>(kLegacyData);
constexpr std::size_t kLongestLegacy = 6;

// HTML reads the C1 controls as Windows-1252 (html.spec.whatwg.org, 13.2.5.80).
constexpr char16_t kC1[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                              0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                              0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

DecodedEntity make(std::size_t length, std::string_view text) {
  DecodedEntity entity;
  entity.length = static_cast<std::uint32_t>(length);
  entity.size = static_cast<std::uint8_t>(text.size());
  std::memcpy(entity.bytes, text.data(), text.size());
  return entity;
}

DecodedEntity decode_number(std::string_view text) {
  std::size_t pos = 2;
  int base = 10;
  if (pos < text.size() && (text[pos] == 'x' || text[pos] == 'X')) {
    base = 16;
    ++pos;
  }
  const std::size_t first = pos;
  char32_t c = 0;
  for (; pos < text.size() && digit_value(text[pos]) < base; ++pos) {
    if (c <= 0x10FFFF) c = c * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(text[pos]));
  }
  if (pos == first) return {};
  if (pos < text.size() && text[pos] == ';') ++pos;
  if (c >= 0x80 && c < 0xA0) c = kC1[c - 0x80];
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  std::string utf8;
  append_utf8(utf8, c);
  return make(pos, utf8);
}

// The text that a name stands for; empty when there is no such name.
std::string_view find_name(std::string_view name) {
  const auto it = std::lower_bound(kEntityIndex.begin(), kEntityIndex.end(), name,
                                   [](std::uint16_t at, std::string_view n) { return kEntityData + at < n; });
  if (it == kEntityIndex.end() || kEntityData + *it != name) return {};
  return kEntityData + *it + name.size() + 1;
}

bool is_legacy(std::string_view name) {
  return std::binary_search(kLegacyIndex.begin(), kLegacyIndex.end(), name, [](const auto& a, const auto& b) {
    const auto view = [](const auto& x) {
      if constexpr (std::is_same_v<std::decay_t<decltype(x)>, std::uint16_t>) {
        return std::string_view(kLegacyData + x);
      } else {
        return std::string_view(x);
      }
    };
    return view(a) < view(b);
  });
}

}  // namespace

DecodedEntity decode_entity(std::string_view text, bool legacy) {
  if (text.size() < 3) return {};
  if (text[1] == '#') return decode_number(text);
  std::size_t end = 1;
  while (end < text.size() && end < 34 && is_alnum(text[end])) ++end;
  if (end < text.size() && text[end] == ';') {
    const std::string_view found = find_name(text.substr(1, end - 1));
    if (!found.empty()) return make(end + 1, found);
  }
  if (!legacy) return {};
  for (std::size_t length = std::min(end - 1, kLongestLegacy); length >= 2; --length) {
    const std::string_view name = text.substr(1, length);
    if (is_legacy(name)) return make(length + 1, find_name(name));
  }
  return {};
}

}  // namespace stet
