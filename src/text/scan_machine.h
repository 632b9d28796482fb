// Finds what an expression matches, without any compiling: RE2 needs longer to compile than an article to be read.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/scan_automaton.h"
#include "text/scan_program.h"

namespace stet {

// Runs programs from Pattern::to_scan_program(), and finds what RE2 finds with Pattern::to_regex(): of the leftmost
// matches the one that the expression prefers. An automaton tells whether there is a match; only then the program is
// run for its place. Keeps what was learned of each program. Not for several threads at once.
class ScanMachine {
 public:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  // The leftmost match in `text` at or after `from` (bytes, on a boundary); no match is looked for that begins, with
  // its word edge, behind `last`. `number` stands for the program: always the same for one, below a few thousand.
  bool find(std::span<const ScanWord> program, std::uint32_t number, std::string_view text, std::size_t from,
            std::size_t last = kNone);

  // Of the match that was found: a group's begin and end, kNone for a group that has no part in it. Group 1 is the
  // match.
  [[nodiscard]] std::span<const std::size_t> places() const { return found_; }

 private:
  using Places = std::vector<std::size_t>;
  struct Thread {
    std::uint32_t at = 0;
    std::size_t places = 0;  // index in its list's places
  };
  // Threads in the order in which the expression prefers them.
  struct Threads {
    std::vector<Thread> list;
    std::vector<std::size_t> places;
    std::vector<std::uint32_t> stamps;  // by instruction: the stamp of the list that holds it
    std::uint32_t stamp = 0;
    void clear(std::size_t size);
  };
  // A character's surroundings: -1 stands for the text's begin and end.
  struct Place {
    std::size_t pos = 0;
    std::int32_t before = -1;
    std::int32_t after = -1;
  };
  struct Entry {
    std::uint32_t at = 0;
    std::uint32_t restored = kNothing;  // the place to put back
    std::size_t value = 0;
    static constexpr std::uint32_t kNothing = 0xFFFFFFFF;
  };

  bool run(const ScanProgram& program, std::string_view text, std::size_t from);
  void add(const ScanProgram& program, Threads& threads, std::uint32_t at, const Place& place);

  std::vector<std::unique_ptr<ScanAutomaton>> automata_;
  Threads now_;
  Threads next_;
  Places places_;  // of the thread that is being followed
  Places found_;
  std::vector<Entry> stack_;
};

}  // namespace stet
