#include "check/line_counts.h"

#include <algorithm>
#include <functional>

#include "base/byte_set.h"

namespace stet {
namespace {

constexpr std::size_t kLeastWords = 3;
constexpr std::size_t kLongest = 400;  // bytes

}  // namespace

std::uint64_t line_key(std::string_view line, std::span<const Word> words) {
  if (line.size() > kLongest || words.size() < kLeastWords) return 0;
  std::uint64_t key = 0xCBF29CE484222325ULL;
  for (const Word& word : words) key = (key ^ word.hash) * 0x100000001B3ULL ^ key >> 29U;
  return key | 1U;
}

FileLines file_lines(std::string_view utf8) {
  FileLines lines;
  std::vector<std::uint64_t>& keys = lines.keys;
  std::vector<Word> scratch;
  constexpr ByteSet kLineEnds("\r\n");
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = kLineEnds.find_in(utf8, begin);
    if (end > begin) {
      const std::string_view line = utf8.substr(begin, end - begin);
      if (line.size() <= kLongest) {
        scratch.clear();
        cut_words(line, scratch);
        if (const std::uint64_t key = line_key(line, scratch)) keys.push_back(key);
      }
      lines.whole = (lines.whole ^ std::hash<std::string_view>()(line)) * 0x9E3779B97F4A7C15ULL;
      lines.whole ^= lines.whole >> 32U;
    }
    begin = end + 1;
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return lines;
}

void LineCounts::add(const FileLines& lines) {
  if (!files_.insert(lines.whole).second) return;
  for (const std::uint64_t key : lines.keys) {
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
