// Lines that stand in several files of one run.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"

namespace stet {

// What makes two lines the same: their words, whatever the case, punctuation and markup around them. 0 for a line
// of fewer than three words or more than 400 bytes, which is no line to be pasted along with every article.
std::uint64_t line_key(std::string_view line, std::vector<Word>& scratch);

// The keys of a file's lines, as they lie on disk, without duplicates. Cheap: long lines are not looked into.
std::vector<std::uint64_t> line_keys(std::string_view utf8);

// Filled before the files are checked; then only read. Holds 16 bytes for each different short line of the run.
class RepeatedLines {
 public:
  // Adds one file's keys.
  void add(const std::vector<std::uint64_t>& keys) {
    for (const std::uint64_t key : keys) ++files_[key];
  }
  // In how many files the line stands.
  [[nodiscard]] std::uint32_t files(std::uint64_t key) const {
    const auto it = files_.find(key);
    return it == files_.end() ? 0 : it->second;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> files_;
};

}  // namespace stet
