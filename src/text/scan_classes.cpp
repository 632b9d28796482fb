#include "text/scan_classes.h"

#include <algorithm>
#include <map>

namespace stet::pattern_detail {
namespace {

constexpr char32_t kAscii = 128;

// Where any set begins or ends.
std::vector<char32_t> borders(const std::vector<icu::UnicodeSet>& sets) {
  std::vector<char32_t> all = {0, '\n', '\n' + 1, kAscii};
  for (const icu::UnicodeSet& set : sets) {
    for (int i = 0; i < set.getRangeCount(); ++i) {
      all.push_back(static_cast<char32_t>(set.getRangeStart(i)));
      all.push_back(static_cast<char32_t>(set.getRangeEnd(i)) + 1);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

ScanClasses scan_classes(const std::vector<icu::UnicodeSet>& sets) {
  ScanClasses result;
  std::map<std::vector<bool>, std::uint32_t> classes;  // by the sets that hold them, and whether they are \n
  std::vector<std::uint8_t> ascii(kAscii);
  std::vector<ScanWord> firsts;
  std::vector<ScanWord> ranges;
  const std::vector<char32_t> all = borders(sets);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t end = i + 1 < all.size() ? all[i + 1] : 0x110000;
    if (all[i] >= end) break;
    std::vector<bool> held;
    for (const icu::UnicodeSet& set : sets) held.push_back(set.contains(static_cast<UChar32>(all[i])) != 0);
    held.push_back(all[i] == '\n');
    const std::uint32_t number = classes.emplace(held, static_cast<std::uint32_t>(classes.size())).first->second;
    if (all[i] == '\n') result.header.newline = number;
    for (char32_t c = all[i]; c < std::min(end, kAscii); ++c) ascii[c] = static_cast<std::uint8_t>(number);
    if (all[i] < kAscii || (!ranges.empty() && ranges.back() == number)) continue;
    firsts.push_back(all[i]);
    ranges.push_back(number);
  }
  result.header.classes = static_cast<std::uint32_t>(classes.size());
  result.header.ranges = static_cast<std::uint32_t>(ranges.size());
  for (std::size_t i = 0; i < ascii.size(); i += sizeof(ScanWord)) {
    ScanWord word = 0;
    for (std::size_t k = sizeof(ScanWord); k > 0; --k) word = word << 8U | ascii[i + k - 1];
    result.characters.push_back(word);
  }
  result.characters.insert(result.characters.end(), firsts.begin(), firsts.end());
  result.characters.insert(result.characters.end(), ranges.begin(), ranges.end());
  result.set_size = result.header.classes / 32 + 1;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    std::vector<ScanWord> words(result.set_size);
    for (const auto& [held, number] : classes) {
      if (held[i]) words[number / 32] |= ScanWord{1} << number % 32;
    }
    result.sets.insert(result.sets.end(), words.begin(), words.end());
  }
  return result;
}

}  // namespace stet::pattern_detail
