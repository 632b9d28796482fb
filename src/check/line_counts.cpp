#include "check/line_counts.h"

#include <algorithm>

namespace stet {
namespace {

constexpr std::size_t kLeastWords = 3;
constexpr std::size_t kLongest = 400;  // bytes

}  // namespace

std::uint64_t line_key(std::string_view line, std::vector<Word>& scratch) {
  if (line.size() > kLongest) return 0;
  scratch.clear();
  cut_words(line, scratch);
  if (scratch.size() < kLeastWords) return 0;
  std::uint64_t key = 0xCBF29CE484222325ULL;
  for (const Word& word : scratch) key = (key ^ word.hash) * 0x100000001B3ULL ^ key >> 29U;
  return key | 1U;
}

std::vector<std::uint64_t> line_keys(std::string_view utf8) {
  std::vector<std::uint64_t> keys;
  std::vector<Word> scratch;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find_first_of("\r\n", begin), utf8.size());
    if (end > begin) {
      if (const std::uint64_t key = line_key(utf8.substr(begin, end - begin), scratch)) keys.push_back(key);
    }
    begin = end + 1;
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void LineCounts::add(const std::vector<std::uint64_t>& keys) {
  for (const std::uint64_t key : keys) {
    if ((size_ + 1) * 4 > slots_.size() * 3) grow();
    Slot& slot = slots_[find(key)];
    if (slot.key == 0) {
      slot.key = key;
      ++size_;
    }
    ++slot.files;
  }
}

std::uint32_t LineCounts::files(std::uint64_t key) const { return slots_.empty() ? 0 : slots_[find(key)].files; }

std::size_t LineCounts::find(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (key * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

void LineCounts::grow() {
  std::vector<Slot> old(std::max<std::size_t>(64, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key != 0) slots_[find(slot.key)] = slot;
  }
}

}  // namespace stet
