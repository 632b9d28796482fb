// The traces of a run's files, and which of them clash. See check/across_files.h.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/across_files.h"
#include "rule/ruleset.h"

namespace stet {

// A trace as a checked file leaves it.
struct LeftTrace {
  std::uint32_t rule = 0;  // its number in the file's rule set
  std::uint64_t key = 0;
  std::uint64_t value = 0;
  SourceSpan span;
};

// A file's trace and another file's that may not both be right.
struct Clash {
  std::size_t trace = 0;  // its index among those that the file left
  std::string path;       // of the other file
  SourceSpan span;        // in its source
  std::uint64_t value = 0;
  std::uint32_t files = 1;
};

class AcrossFiles {
 public:
  // Before the files are checked.
  void add_lines(const FileLines& lines) { lines_.add(lines); }
  [[nodiscard]] const LineCounts& lines() const { return lines_; }

  // To be called for each file in path order: what clashes with what earlier files left; then remembers the file's
  // traces. At one place at most three other files, those with most clashes first. `path` must outlive the run.
  //
  // Of a key's values the one that more files have said is taken to be right: a file clashes with another value only
  // when more files before it said that one than its own. Keeps 32 bytes and a few for each different value of a key,
  // however many files say it.
  std::vector<Clash> meet(std::string_view path, const std::vector<LeftTrace>& traces, const RuleSet& rules);

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint64_t value = 0;
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t files = 1;
  };

  template <class Action>
  void for_each(std::uint64_t key, Action action);
  void remember(std::uint64_t key, const LeftTrace& trace);
  [[nodiscard]] static std::size_t slot_of(std::uint64_t key, std::size_t slots);
  void grow();

  LineCounts lines_;
  std::vector<std::string_view> paths_;
  std::deque<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // open addressing: 0 or an entry's number plus one
};

}  // namespace stet
