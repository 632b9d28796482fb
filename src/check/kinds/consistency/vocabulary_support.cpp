#include "check/kinds/consistency/vocabulary_support.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "check/kinds/word_support.h"

namespace stet {

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & (slots_.size() - 1);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::uint32_t Triples::words_with(std::u32string_view triple) const {
  if (counts_.empty()) count();
  const auto found = counts_.find(number(triple));
  return found == counts_.end() ? 0 : found->second;
}

void Triples::count() const {
  std::unordered_set<std::uint32_t> seen;
  std::vector<std::uint64_t> own;
  for (const Block& block : document_.blocks()) {
    if (!is_prose(block.role)) continue;
    for (const Word& word : document_.words(block)) {
      if (!seen.insert(word.hash).second) continue;
      const std::u32string letters = folded_letters(word_text(block, word));
      own.clear();
      for (std::size_t i = 0; i + 3 <= letters.size(); ++i) {
        own.push_back(number(std::u32string_view(letters).substr(i, 3)));
      }
      std::sort(own.begin(), own.end());
      own.erase(std::unique(own.begin(), own.end()), own.end());
      for (const std::uint64_t triple : own) ++counts_[triple];
    }
  }
}

}  // namespace stet
