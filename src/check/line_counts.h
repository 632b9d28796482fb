// Lines that stand in several files of one run.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/words.h"

namespace stet {

// What makes two lines the same: their words, whatever the case, punctuation and markup around them. 0 for a line
// of fewer than three words or more than 400 bytes, which is no line to be pasted along with every article. `words`
// are those of the line.
std::uint64_t line_key(std::string_view line, std::span<const Word> words);

// The lines of a file, as they lie on disk.
struct FileLines {
  std::vector<std::uint64_t> keys;  // without duplicates; cheap: long lines are not looked into
  std::uint64_t whole = 0;          // the same for files that differ in nothing but line breaks and blank lines
};
FileLines file_lines(std::string_view utf8);

// Filled before the files are checked; then only read. A table with open addressing: 16 to 32 bytes for each different
// short line of the run.
class LineCounts {
 public:
  // Adds one file. A copy of one that is there counts for nothing: that is another finding than lines that articles
  // have in common.
  void add(const FileLines& lines);
  // In how many different files the line stands.
  [[nodiscard]] std::uint32_t files(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::uint32_t files = 0;
  };

  [[nodiscard]] std::size_t find(std::uint64_t key) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
  std::unordered_set<std::uint64_t> files_;  // what makes each of them whole
};

}  // namespace stet
