// Half-open ranges of bytes, typed by the space they count in.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace stet {

// The plain UTF-8 text of one block.
struct TextSpace;
// The whole draft as UTF-8, markup included, byte-order mark excluded; for a clean UTF-8 file
// these are the bytes on disk after the mark.
struct SourceSpace;
// The bytes of the file as it lies on disk.
struct DiskSpace;

// [begin, end) in bytes. Different spaces are different types, so that they can't be mixed up.
template <class Space>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // The smallest span that holds both.
  [[nodiscard]] constexpr Span joined(Span other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  constexpr auto operator<=>(const Span&) const = default;
};

using TextSpan = Span<TextSpace>;
using SourceSpan = Span<SourceSpace>;
using DiskSpan = Span<DiskSpace>;

}  // namespace stet
