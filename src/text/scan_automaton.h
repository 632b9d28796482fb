// A deterministic automaton that is built while it runs. Private to scan*.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "text/scan_program.h"

namespace stet {

// Tells whether a program matches; what it learns from one text helps with the next. Not for several threads at once.
// Source: R. Cox, Regular Expression Matching in the Wild (2010), on RE2's automaton.
class ScanAutomaton {
 public:
  explicit ScanAutomaton(ScanProgram program);

  // Looks for any match in `text` at or after `from` (bytes); no farther than `last` unless one has begun by then. When
  // there is one: a place that is not behind the leftmost match's begin, and from which it can be found.
  std::optional<std::size_t> find(std::string_view text, std::size_t from, std::size_t last);

 private:
  // The states of these numbers: nothing has begun, at the text's begin, behind a newline, behind any other character.
  enum Before : std::uint32_t { kText, kNewline, kOther };
  static constexpr std::uint32_t kIdle = 3;
  // Entries of next_ that are no state's row.
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
  static constexpr std::uint32_t kAccept = 0xFFFFFFFE;

  struct Marks {
    std::vector<std::uint32_t> stamps;
    std::uint32_t stamp = 0;
    void clear(std::size_t size);
    bool add(std::uint32_t at);  // false when it is marked already
  };

  void reset();
  std::uint32_t row(Before before, std::vector<std::uint32_t> instructions);
  std::uint32_t step(std::uint32_t from, std::uint32_t over);
  bool close(std::uint32_t from, std::uint32_t over);

  ScanProgram program_;
  std::uint32_t stride_ = 0;         // classes, and the text's end
  std::vector<std::uint32_t> next_;  // a row for each state: where that of the next one begins, by class
  using Key = std::pair<Before, std::vector<std::uint32_t>>;
  std::map<Key, std::uint32_t> rows_;
  std::vector<const Key*> keys_;  // by state
  std::vector<std::uint32_t> reached_;
  std::vector<std::uint32_t> stack_;
  Marks marks_;
};

}  // namespace stet
