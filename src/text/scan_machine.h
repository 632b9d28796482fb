// Tells without any compiling whether a text may hold a match of an expression: what stands between a word that calls
// for an expression and RE2, whose compiling takes longer than reading an article.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/phrase_program.h"

namespace stet {

// Runs programs from Pattern::to_scan_program(); keeps its memory between runs. Not for several threads at once.
// A nondeterministic automaton as PhraseMachine is, from every place of the text at once.
class ScanMachine {
 public:
  // False only when no part of `text` (as RE2 would be given it) matches.
  bool may_match(std::span<const PhraseInstruction> program, std::string_view text);

 private:
  struct States {
    std::vector<std::uint32_t> list;
    std::vector<std::uint32_t> stamps;  // by instruction: the stamp of the list that holds it
    std::uint32_t stamp = 0;
    void clear(std::size_t size);
  };
  // Where in the text a state is entered; -1 stands for the text's begin and end.
  struct Place {
    std::int32_t before = -1;
    std::int32_t after = -1;
  };
  // True when the match is reached.
  bool add(States& states, std::uint32_t at, Place place);
  bool step(char32_t c, Place behind);

  std::span<const PhraseInstruction> program_;
  States now_;
  States next_;
  States between_;  // inside what one character folds to
  std::vector<std::uint32_t> stack_;
};

// A set of characters as it lies in a program: 128 bits for ASCII, how many ranges follow, and their first and last
// code points, ascending.
std::vector<PhraseInstruction> scan_set(std::span<const std::pair<char32_t, char32_t>> ranges);

}  // namespace stet
