// Fixed phrases found at a place of a text, forwards or backwards, whatever their case and Unicode form.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

// A set of phrases, each with a number that is the caller's, as it lies in memory. A space in a phrase matches white
// space other than a line feed; case and Unicode form make no difference; typographic apostrophes and hyphens are plain
// ones. A phrase that ends in `*` may go on as a word. Positions are bytes.
class PhraseTable {
 public:
  enum class Direction : std::uint8_t { kForward, kBackward };
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;
  struct Entry {
    std::uint32_t payload = 0;
    std::uint32_t next = kNowhere;
    std::uint32_t edges = 1;  // the phrase must end where a word does (begin, backwards)
  };
  // From a node by a UTF-16 code unit to another node: 24 + 16 + 24 bits; 0 is free.
  using Edge = std::uint64_t;
  using First = std::array<std::uint64_t, 2>;  // which ASCII characters may come first

  // What may come first, so that most places are known for such that begin no phrase without a look at the edges: bits
  // by hash, a power of two of them, 64 at least.
  struct Begins {
    std::span<const std::uint64_t> three;  // three characters
    // Five, up to where the word ends; and those three of which more tell nothing, by the hash of `three`. Empty in a
    // table that grows: they are worth their making where a table is made once for many runs.
    std::span<const std::uint64_t> five;
    std::span<const std::uint64_t> open;
  };
  static constexpr unsigned kBeginBits = 15;
  static constexpr unsigned kBeginClass = kBeginBits / 3;

  struct Match {
    std::size_t position = 0;  // end, or begin when looked for backwards
    std::uint32_t payload = 0;
    bool found = false;
    explicit operator bool() const { return found; }
  };

  PhraseTable() = default;
  // What the spans view must outlive the table. `nodes`: the first entry that ends at each; `edges`: a hash table that
  // is not full.
  PhraseTable(Direction direction, First first, Begins begins, std::span<const std::uint32_t> nodes,
              std::span<const Entry> entries, std::span<const Edge> edges)
      : direction_(direction),
        first_(first),
        begins_(begins),
        three_shift_(shift_for(begins.three.size(), kBeginBits)),
        five_shift_(shift_for(begins.five.size(), kFiveBits)),
        nodes_(nodes),
        entries_(entries),
        edges_(edges) {}

  // Calls `found(position, payload)` for each phrase that begins at `pos` (ends at `pos`, backwards), shorter
  // ones first; `position` is where it ends (begins). The edge at `pos` itself is the caller's affair.
  template <class F>
  void walk(std::string_view text, std::size_t pos, F&& found) const {
    if (may_match(text, pos)) walk_on(text, pos, std::forward<F>(found));
  }

  [[nodiscard]] bool empty() const { return entries_.empty(); }

  // A cheap look at the first (last) bytes: most places begin no phrase.
  [[nodiscard]] bool may_match(std::string_view text, std::size_t pos) const {
    const bool forward = direction_ == Direction::kForward;
    const std::size_t left = forward ? text.size() - pos : pos;
    if (forward ? pos >= text.size() : pos == 0) return false;
    const char* const at = text.data() + (forward ? pos : pos - 1);
    const auto c = static_cast<unsigned char>(*at);
    if (c >= 0x80) return !edges_.empty();
    if ((first_[c >> 6U] >> (c & 63U) & 1U) == 0) return false;
    const auto byte = [&](std::ptrdiff_t i) {
      return static_cast<std::size_t>(i) < left ? static_cast<unsigned char>(at[forward ? i : -i]) : 0U;
    };
    const unsigned second = byte(1);
    const unsigned third = byte(2);
    if ((second | third) >= 0x80) return true;
    const std::size_t bit = three_bit(kBeginClasses[c], kBeginClasses[second], kBeginClasses[third], three_shift_);
    if (!has_bit(begins_.three, bit)) return false;
    if (begins_.five.empty() || has_bit(begins_.open, bit)) return true;
    const unsigned fourth = byte(3);
    const unsigned fifth = byte(4);
    return (fourth | fifth) >= 0x80 ||
           has_bit(begins_.five, five_bit({kBeginClasses[c], kBeginClasses[second], kBeginClasses[third],
                                           kBeginClasses[fourth], kBeginClasses[fifth]},
                                          five_shift_));
  }

  // The longest phrase at `pos`.
  [[nodiscard]] Match longest(std::string_view text, std::size_t pos) const {
    return may_match(text, pos) ? longest_on(text, pos) : Match();
  }

 private:
  friend class PhraseTrie;

  [[nodiscard]] Match longest_on(std::string_view text, std::size_t pos) const;

  template <class F>
  void walk_on(std::string_view text, std::size_t pos, F&& found) const {
    std::uint32_t node = 0;
    const bool forward = direction_ == Direction::kForward;
    while (forward ? pos < text.size() : pos > 0) {
      const auto byte = static_cast<unsigned char>(text[forward ? pos : pos - 1]);
      if (byte > ' ' && byte < 0x80) {
        pos = forward ? pos + 1 : pos - 1;
        node = child(node, byte >= 'A' && byte <= 'Z' ? byte + 32U : byte);
      } else {
        const Step step = forward ? next(text, pos) : previous(text, pos);
        pos = step.position;
        if (step.folding.size == 0) continue;
        for (unsigned i = 0; i < step.folding.size; ++i) {
          for_each_unit(step.folding.to[forward ? i : step.folding.size - 1U - i],
                        [&](std::uint32_t unit) { node = child(node, unit); });
        }
      }
      if (node == kNowhere) return;
      for (std::uint32_t entry = nodes_[node]; entry != kNowhere; entry = entries_[entry].next) {
        if (entries_[entry].edges != 0 && !at_edge(text, pos)) continue;
        found(pos, entries_[entry].payload);
      }
    }
  }

  struct Step {
    std::size_t position = 0;
    Folding folding;
  };

  static Folding fold_plain(char32_t c);
  static Step next(std::string_view text, std::size_t pos);
  static Step previous(std::string_view text, std::size_t pos);
  [[nodiscard]] bool at_edge(std::string_view text, std::size_t pos) const {
    return direction_ == Direction::kForward ? pos == 0 || !word_char_at(text, pos) || !word_char_before(text, pos)
                                             : !word_char_before(text, pos) || !word_char_at(text, pos);
  }

  // Letters in either case are a class each, digits are one, all else ends words.
  static constexpr unsigned kDigitClass = 27;
  static constexpr std::array<std::uint8_t, 128> kBeginClasses = [] {
    std::array<std::uint8_t, 128> classes{};
    for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 32] = static_cast<std::uint8_t>(c - 'a' + 1);
    for (unsigned c = '0'; c <= '9'; ++c) classes[c] = kDigitClass;
    return classes;
  }();
  static constexpr unsigned kFiveBits = 32;
  // How many bits of a hash a table of so many words leaves out: only the upper ones count.
  static constexpr std::uint8_t shift_for(std::size_t words, unsigned bits) {
    return static_cast<std::uint8_t>(words == 0 ? 0 : bits - 6U - static_cast<unsigned>(std::countr_zero(words)));
  }
  static constexpr std::size_t three_bit(unsigned first, unsigned second, unsigned third, unsigned shift) {
    const unsigned key = (first << kBeginClass | second) << kBeginClass | third;
    return (key * 0x6A35U & ((1U << kBeginBits) - 1U)) >> shift;
  }
  using FiveClasses = std::array<std::uint8_t, 5>;
  static constexpr std::size_t five_bit(const FiveClasses& classes, unsigned shift) {
    std::uint32_t key = 0;
    bool in_word = true;
    for (const std::uint8_t one : classes) {
      in_word = in_word && one != 0;
      key = key << kBeginClass | (in_word ? one : 0U);
    }
    return key * 0x9E3779B1U >> shift;
  }
  static bool has_bit(std::span<const std::uint64_t> bits, std::size_t bit) {
    return (bits[bit >> 6U] >> (bit & 63U) & 1U) != 0;
  }

  static constexpr unsigned kNodeBits = 24;
  static constexpr std::uint32_t kMostNodes = 1U << kNodeBits;

  // UTF-16, in an order that is the same for both directions.
  template <class Use>
  static void for_each_unit(char32_t c, Use&& use) {
    if (c < 0x10000) return use(static_cast<std::uint32_t>(c));
    use(0xD7C0U + static_cast<std::uint32_t>(c >> 10U));
    use(0xDC00U + static_cast<std::uint32_t>(c & 0x3FFU));
  }
  static std::uint64_t key_of(std::uint32_t node, std::uint32_t unit) {
    return std::uint64_t{unit} << kNodeBits | node;
  }
  static std::size_t slot_of(std::uint64_t key, std::size_t size) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL >> 32U) * size >> 32U);
  }
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t unit) const {
    if (edges_.empty() || node == kNowhere) return kNowhere;
    const std::uint64_t key = key_of(node, unit);
    for (std::size_t slot = slot_of(key, edges_.size());;) {
      const Edge edge = edges_[slot];
      if (edge >> kNodeBits == key && edge != 0) return static_cast<std::uint32_t>(edge & (kMostNodes - 1));
      if (edge == 0) return kNowhere;
      if (++slot == edges_.size()) slot = 0;
    }
  }

  Direction direction_ = Direction::kForward;
  First first_{};
  Begins begins_;
  std::uint8_t three_shift_ = 0;
  std::uint8_t five_shift_ = 0;
  std::span<const std::uint32_t> nodes_;
  std::span<const Entry> entries_;
  std::span<const Edge> edges_;
};

// Such a set that grows.
class PhraseTrie {
 public:
  using Direction = PhraseTable::Direction;
  explicit PhraseTrie(Direction direction = Direction::kForward) : direction_(direction) {}
  PhraseTrie(PhraseTrie&&) noexcept = default;
  PhraseTrie& operator=(PhraseTrie&&) noexcept = default;

  // `edges`: the phrase must end where a word does (begin, when looked for backwards). Throws std::length_error beyond
  // 16 million different begins of phrases.
  void add(std::string_view phrase, std::uint32_t payload, bool edges = true);

  [[nodiscard]] bool empty() const { return entries_.empty(); }

  // Copies of it are valid until something is added; they stay so when the trie moves.
  [[nodiscard]] const PhraseTable& table() const { return table_; }
  operator const PhraseTable&() const { return table_; }  // NOLINT: looked in as if it were one
  [[nodiscard]] std::span<const std::uint32_t> nodes() const { return nodes_; }
  [[nodiscard]] std::span<const PhraseTable::Entry> entries() const { return entries_; }
  // In as little space as a hash table can do with.
  [[nodiscard]] std::vector<PhraseTable::Edge> packed_edges() const;
  // What PhraseTable::Begins has of them.
  struct WordBegins {
    std::vector<std::uint64_t> five;
    std::vector<std::uint64_t> open;
  };
  [[nodiscard]] WordBegins word_begins() const;
  [[nodiscard]] PhraseTable::First first() const { return first_; }
  [[nodiscard]] std::span<const std::uint64_t> begins() const { return begins_; }
  [[nodiscard]] Direction direction() const { return direction_; }

  // As PhraseTable::walk().
  template <class F>
  void walk(std::string_view text, std::size_t pos, F&& found) const {
    table_.walk(text, pos, std::forward<F>(found));
  }

  // As PhraseTable::longest().
  using Match = PhraseTable::Match;
  [[nodiscard]] Match longest(std::string_view text, std::size_t pos) const { return table_.longest(text, pos); }

 private:
  struct Opening;
  void admit_begin(std::string_view phrase, bool edges);
  void admit_keys();
  void reserve_edges(std::size_t more);
  std::uint32_t make_child(std::uint32_t node, std::uint32_t unit);
  static void insert(std::vector<PhraseTable::Edge>& edges, PhraseTable::Edge edge);

  Direction direction_;
  PhraseTable::First first_{};
  std::vector<std::uint64_t> begins_;
  std::vector<std::uint16_t> begin_keys_;  // of which begins_ is made
  std::size_t admitted_ = 0;               // how many of them it has
  std::vector<std::uint32_t> nodes_;
  std::vector<PhraseTable::Entry> entries_;
  std::vector<PhraseTable::Edge> edges_;
  std::size_t edge_count_ = 0;
  PhraseTable table_{direction_, {}, {}, {}, {}, {}};
};

}  // namespace stet
