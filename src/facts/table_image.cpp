#include "facts/table_image.h"

#include <vector>

namespace stet::table_image {

TableRecord append(std::string& image, const PhraseTrie& trie) {
  TableRecord record;
  record.backward = trie.direction() == PhraseTable::Direction::kBackward ? 1 : 0;
  record.first = trie.first();
  const PhraseTrie::WordBegins begins = trie.word_begins();
  record.three = append(image, trie.begins());
  record.five = append(image, std::span<const std::uint64_t>(begins.five));
  record.open = append(image, std::span<const std::uint64_t>(begins.open));
  record.nodes = append(image, trie.nodes());
  record.entries = append(image, trie.entries());
  const std::vector<PhraseTable::Edge> edges = trie.packed_edges();
  record.edges = append(image, std::span<const PhraseTable::Edge>(edges));
  return record;
}

PhraseTable viewed(std::string_view image, const TableRecord& record) {
  return {record.backward != 0 ? PhraseTable::Direction::kBackward : PhraseTable::Direction::kForward,
          record.first,
          {viewed<std::uint64_t>(image, record.three), viewed<std::uint64_t>(image, record.five),
           viewed<std::uint64_t>(image, record.open)},
          viewed<std::uint32_t>(image, record.nodes),
          viewed<PhraseTable::Entry>(image, record.entries),
          viewed<PhraseTable::Edge>(image, record.edges)};
}

}  // namespace stet::table_image
