// A deterministic automaton that is built while it runs. Private to scan*.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
  void learn_quiet(unsigned char c);
  std::uint32_t row(Before before, std::span<const std::uint32_t> instructions);
  std::uint32_t step(std::uint32_t from, std::uint32_t over);
  bool close(std::uint32_t from, std::uint32_t over);

  ScanProgram program_;
  std::uint32_t stride_ = 0;         // classes, and the text's end
  std::vector<std::uint32_t> next_;  // a row for each state: where that of the next one begins, by class
  // The threads of a state: the instructions at which they stand, in order.
  struct State {
    Before before = kText;
    std::uint32_t first = 0;  // in pool_
    std::uint32_t count = 0;
    std::uint32_t hash = 0;
  };
  [[nodiscard]] std::span<const std::uint32_t> instructions_of(const State& state) const {
    return std::span(pool_).subspan(state.first, state.count);
  }
  void grow();
  // Characters that lead to one state from both kOther and the one that a space leads to from there, `spaced_`. Most of
  // a text, where nothing begins, is read by them alone.
  enum Quiet : std::uint8_t { kNotKnown, kNo, kToOther, kToSpaced };
  std::array<Quiet, 256> quiet_{};  // by byte; no beyond ASCII
  std::uint32_t spaced_ = kUnknown;
  std::vector<State> states_;
  std::vector<std::uint32_t> pool_;
  std::vector<std::uint32_t> slots_;  // from a state's hash to its number + 1, by open addressing
  std::vector<std::uint32_t> begun_;
  std::vector<std::uint32_t> reached_;
  std::vector<std::uint32_t> stack_;
  Marks marks_;
};

}  // namespace stet
