#include "engine/repeated_lines.h"

#include <algorithm>

#include "text/words.h"

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

}  // namespace stet
