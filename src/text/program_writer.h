// Writes programs for PhraseMachine and ScanMachine. Private to pattern*.cpp.
#pragma once

#include <cstdint>
#include <vector>

namespace stet::pattern_detail {

// Both have their operation in the upper 8 bits, the argument in the lower 24, and operations kSplit and kJump.
template <class Op>
class ProgramWriter {
 public:
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(program.size()); }
  void put(Op op, std::uint32_t argument = 0) { program.push_back(instruction(op, argument)); }

  // `branch(i)` writes one of them. False as soon as one is.
  template <class Branch>
  bool alternatives(std::size_t count, const Branch& branch) {
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t split = here();
      if (i + 1 < count) put(Op::kSplit);
      if (!branch(i)) return false;
      if (i + 1 == count) break;
      ends.push_back(here());
      put(Op::kJump);
      program[split] = instruction(Op::kSplit, here());
    }
    for (const std::uint32_t end : ends) program[end] = instruction(Op::kJump, here());
    return true;
  }

  // `once()` writes what is repeated; `max` below 0 is without end. False as soon as it is. `split` decides between
  // once more and going on.
  template <class Once>
  bool repeat(int min, int max, const Once& once, Op split = Op::kSplit) {
    for (int n = 0; n < min; ++n) {
      if (!once()) return false;
    }
    if (max < 0) {
      const std::uint32_t loop = here();
      put(split);
      if (!once()) return false;
      put(Op::kJump, loop);
      program[loop] = instruction(split, here());
      return true;
    }
    std::vector<std::uint32_t> splits;
    for (int n = min; n < max; ++n) {
      splits.push_back(here());
      put(split);
      if (!once()) return false;
    }
    for (const std::uint32_t each : splits) program[each] = instruction(split, here());
    return true;
  }

  std::vector<std::uint32_t> program;

 private:
  static std::uint32_t instruction(Op op, std::uint32_t argument) {
    return static_cast<std::uint32_t>(op) << 24U | argument;
  }
};

}  // namespace stet::pattern_detail
