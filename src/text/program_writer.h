// Writes programs for PhraseMachine and ScanMachine. Private to pattern*.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "text/phrase_program.h"

namespace stet::pattern_detail {

class ProgramWriter {
 public:
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(program.size()); }
  void put(PhraseOp op, std::uint32_t argument = 0) { program.push_back(phrase_instruction(op, argument)); }

  // `branch(i)` writes one of them. False as soon as one is.
  template <class Branch>
  bool alternatives(std::size_t count, const Branch& branch) {
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t split = here();
      if (i + 1 < count) put(PhraseOp::kSplit);
      if (!branch(i)) return false;
      if (i + 1 == count) break;
      ends.push_back(here());
      put(PhraseOp::kJump);
      program[split] = phrase_instruction(PhraseOp::kSplit, here());
    }
    for (const std::uint32_t end : ends) program[end] = phrase_instruction(PhraseOp::kJump, here());
    return true;
  }

  // `once()` writes what is repeated; `max` below 0 is without end. False as soon as it is.
  template <class Once>
  bool repeat(int min, int max, const Once& once) {
    for (int n = 0; n < min; ++n) {
      if (!once()) return false;
    }
    if (max < 0) {
      const std::uint32_t split = here();
      put(PhraseOp::kSplit);
      if (!once()) return false;
      put(PhraseOp::kJump, split);
      program[split] = phrase_instruction(PhraseOp::kSplit, here());
      return true;
    }
    std::vector<std::uint32_t> splits;
    for (int n = min; n < max; ++n) {
      splits.push_back(here());
      put(PhraseOp::kSplit);
      if (!once()) return false;
    }
    for (const std::uint32_t split : splits) program[split] = phrase_instruction(PhraseOp::kSplit, here());
    return true;
  }

  std::vector<PhraseInstruction> program;
};

}  // namespace stet::pattern_detail
