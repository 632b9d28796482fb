// Tables of phrases as they lie in an image: written once, looked at in place. Internal to facts/.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "facts/phrase_trie.h"

namespace stet::table_image {

struct ImageRange {
  std::uint64_t offset = 0;  // bytes from the image's begin
  std::uint64_t count = 0;
};

struct TableRecord {
  std::uint64_t backward = 0;
  PhraseTable::First first{};
  ImageRange three, five, open, nodes, entries, edges;
};

// Appended values are aligned to 8 bytes, when the image is.
template <class T>
ImageRange append(std::string& image, std::span<const T> values) {
  image.resize((image.size() + 7) / 8 * 8);
  const ImageRange range{image.size(), values.size()};
  image.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  return range;
}
TableRecord append(std::string& image, const PhraseTrie& trie);

template <class T>
std::span<const T> viewed(std::string_view image, ImageRange range) {
  return {reinterpret_cast<const T*>(image.data() + range.offset), static_cast<std::size_t>(range.count)};
}
PhraseTable viewed(std::string_view image, const TableRecord& record);

}  // namespace stet::table_image
