// The words of an article, counted and filed so that those one letter apart are found in linear time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace stet {

struct Entry {
  std::uint32_t hash = 0;
  std::uint32_t count = 0;
  std::uint32_t block = 0;
  std::uint32_t word = 0;
};

// The long words of an article with their counts, by open addressing.
class Vocabulary {
 public:
  Vocabulary() : slots_(1024, 0) {}

  void count(std::uint32_t hash, std::uint32_t block, std::uint32_t word) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && entries_[slots_[at] - 1].hash != hash) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at] != 0) {
      ++entries_[slots_[at] - 1].count;
      return;
    }
    entries_.push_back({hash, 1, block, word});
    slots_[at] = static_cast<std::uint32_t>(entries_.size());
    if (entries_.size() * 2 > slots_.size()) grow();
  }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  void grow();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // 1 + number of the entry; 0 is free
};

// Whether a hash may be known, wrong for few.
class BitField {
 public:
  void set(std::uint64_t hash) { bits_[hash >> 54U] |= std::uint64_t{1} << (hash >> 48U & 63U); }
  [[nodiscard]] bool has(std::uint64_t hash) const { return (bits_[hash >> 54U] >> (hash >> 48U & 63U) & 1U) != 0; }

 private:
  std::array<std::uint64_t, 1024> bits_{};
};

}  // namespace stet
