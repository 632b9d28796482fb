// Fixed phrases found at a place of a text, forwards or backwards, whatever their case and Unicode form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

// A set of phrases, each with a number that is the caller's. A space in a phrase matches white space other than
// a line feed; case and Unicode form make no difference; typographic apostrophes and hyphens are plain ones. A
// phrase that ends in `*` may go on as a word. Positions are bytes.
class PhraseTrie {
 public:
  enum class Direction : std::uint8_t { kForward, kBackward };
  explicit PhraseTrie(Direction direction = Direction::kForward) : direction_(direction) {}

  // `edges`: the phrase must end where a word does (begin, when looked for backwards).
  void add(std::string_view phrase, std::uint32_t payload, bool edges = true);

  [[nodiscard]] bool empty() const { return entries_.empty(); }

  // Calls `found(position, payload)` for each phrase that begins at `pos` (ends at `pos`, backwards), shorter
  // ones first; `position` is where it ends (begins). The edge at `pos` itself is the caller's affair.
  template <class F>
  void walk(std::string_view text, std::size_t pos, F&& found) const {
    if (!may_match(text, pos)) return;
    std::uint32_t node = 0;
    const bool forward = direction_ == Direction::kForward;
    while (forward ? pos < text.size() : pos > 0) {
      const Step step = forward ? next(text, pos) : previous(text, pos);
      pos = step.position;
      for (unsigned i = 0; i < step.folding.size && node != kNowhere; ++i) {
        node = child(node, step.folding.to[forward ? i : step.folding.size - 1U - i]);
      }
      if (node == kNowhere) return;
      if (step.folding.size == 0) continue;
      for (std::uint32_t entry = nodes_[node]; entry != kNowhere; entry = entries_[entry].next) {
        if (entries_[entry].edges && !at_edge(text, pos)) continue;
        found(pos, entries_[entry].payload);
      }
    }
  }

  struct Match {
    std::size_t position = 0;  // end, or begin when looked for backwards
    std::uint32_t payload = 0;
    bool found = false;
    explicit operator bool() const { return found; }
  };
  // The longest phrase at `pos`.
  [[nodiscard]] Match longest(std::string_view text, std::size_t pos) const {
    Match best;
    walk(text, pos, [&](std::size_t position, std::uint32_t payload) { best = {position, payload, true}; });
    return best;
  }

 private:
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;
  struct Step {
    std::size_t position = 0;
    Folding folding;
  };
  struct Entry {
    std::uint32_t payload = 0;
    std::uint32_t next = kNowhere;
    bool edges = true;
  };
  struct Edge {
    std::uint64_t key = 0;  // node and character; 0 is free
    std::uint32_t to = 0;
  };

  static Folding fold_plain(char32_t c);
  static Step next(std::string_view text, std::size_t pos);
  static Step previous(std::string_view text, std::size_t pos);
  [[nodiscard]] bool at_edge(std::string_view text, std::size_t pos) const {
    return direction_ == Direction::kForward ? pos == 0 || !word_char_at(text, pos) || !word_char_before(text, pos)
                                             : !word_char_before(text, pos) || !word_char_at(text, pos);
  }
  // A cheap look at the first (last) byte: most places begin no phrase.
  [[nodiscard]] bool may_match(std::string_view text, std::size_t pos) const {
    const bool forward = direction_ == Direction::kForward;
    if (forward ? pos >= text.size() : pos == 0) return false;
    const auto c = static_cast<unsigned char>(text[forward ? pos : pos - 1]);
    return c >= 0x80 || (first_[c >> 6U] >> (c & 63U) & 1U) != 0;
  }
  static std::uint64_t key_of(std::uint32_t node, char32_t c) { return (std::uint64_t{node} << 21U | c) + 1; }
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ULL >> 32U) & (edges_.size() - 1);
  }
  [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t c) const {
    if (edges_.empty()) return kNowhere;
    const std::uint64_t key = key_of(node, c);
    for (std::size_t slot = slot_of(key);; slot = (slot + 1) & (edges_.size() - 1)) {
      if (edges_[slot].key == key) return edges_[slot].to;
      if (edges_[slot].key == 0) return kNowhere;
    }
  }
  std::uint32_t make_child(std::uint32_t node, char32_t c);
  void insert(Edge edge);

  Direction direction_;
  std::uint64_t first_[2] = {};       // which ASCII characters may come first
  std::vector<std::uint32_t> nodes_;  // the first entry that ends there
  std::vector<Entry> entries_;
  std::vector<Edge> edges_;  // a hash table, its size a power of two
  std::size_t edge_count_ = 0;
};

}  // namespace stet
