// A phrase with alternatives, options and gaps as a program of a nondeterministic automaton, and its machine.
//
// It stands beside phrase_form (one literal text) and Regex (free expressions): it needs no compiling at run time,
// runs only from a place where a word of the phrase stands, and compares as match_phrase() does.
// Source: R. Cox, Regular Expression Matching: the Virtual Machine Approach (2009), the Thompson machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stet {

// Operation in the upper 8 bits, argument in the lower 24.
using PhraseInstruction = std::uint32_t;

enum class PhraseOp : std::uint8_t {
  kChar,     // the folded code point `argument`
  kSpace,    // a run of white space; none is needed where one ended just before, at the begin, and at the end
  kWord,     // a letter, mark or digit
  kDigit,    // a decimal digit
  kNoWord,   // any other character
  kNoSpace,  // any character but white space
  kSplit,    // here or at `argument`
  kJump,     // at `argument`
  kMatch,
};

constexpr PhraseInstruction phrase_instruction(PhraseOp op, std::uint32_t argument = 0) {
  return static_cast<std::uint32_t>(op) << 24U | argument;
}
constexpr PhraseOp phrase_op(PhraseInstruction instruction) { return static_cast<PhraseOp>(instruction >> 24U); }
constexpr std::uint32_t phrase_argument(PhraseInstruction instruction) { return instruction & 0xFFFFFFU; }

// With which characters a match of a program may begin: a bit for each value of the code point's lower six bits.
std::uint64_t first_characters(std::span<const PhraseInstruction> program);
// Whether a match may begin at `pos`.
bool may_begin(std::uint64_t first, std::string_view text, std::size_t pos);

// Runs programs; keeps its memory between runs, and what it learned of each program, which must stay where it is. Not
// for several threads at once.
class PhraseMachine {
 public:
  // The end (bytes) of the longest match that begins at `begin`, or npos. Where it ends with a word character or with
  // white space, no word character follows; white space at its end is needed but no part of it.
  std::size_t match(std::span<const PhraseInstruction> program, std::string_view text, std::size_t begin);

 private:
  struct States {
    std::vector<std::uint32_t> list;
    std::vector<std::uint32_t> stamps;  // by instruction: the stamp of the list that holds it
    std::uint32_t stamp = 0;
    bool matched = false;
    void clear(std::size_t size);
  };
  // Where a program may go on behind its first character: what its alternatives begin with, sorted.
  struct Beginning {
    std::vector<std::pair<PhraseInstruction, std::uint32_t>> characters;  // kChar instructions and where they stand
    std::vector<std::uint32_t> others;
  };
  const Beginning& beginning_of(std::span<const PhraseInstruction> program);
  void add(States& states, std::uint32_t at, bool after_space);

  std::span<const PhraseInstruction> program_;
  States now_;
  States next_;
  States behind_;  // what stands behind the whole character
  std::vector<std::uint32_t> stack_;
  std::unordered_map<const PhraseInstruction*, Beginning> beginnings_;  // of the programs that were run
};

}  // namespace stet
