// An expression as a program of an automaton, laid out so that it is used where it lies: nothing is compiled at run
// time. Written by Pattern::to_scan_program(), run by ScanMachine.
//
// The characters of the world are cut into classes that the expression can't tell apart; its sets are sets of classes.
// Source: R. Cox, Regular Expression Matching: the Virtual Machine Approach (2009).
#pragma once

#include <cstdint>
#include <span>

namespace stet {

// A word of a program. Instructions have their operation in the upper 8 bits, the argument in the lower 24.
using ScanWord = std::uint32_t;

enum class ScanOp : std::uint8_t {
  kSet,        // a character of a class in the set that begins at word `argument` of sets()
  kSplit,      // rather here than at `argument`
  kSplitLate,  // rather at `argument` than here
  kJump,       // at `argument`
  kSave,       // no character: keeps the place as number `argument`
  kTextBegin,  // no character
  kTextEnd,    // no character
  kLineBegin,  // no character
  kLineEnd,    // no character
  kMatch,
};

constexpr ScanWord scan_instruction(ScanOp op, std::uint32_t argument = 0) {
  return static_cast<std::uint32_t>(op) << 24U | argument;
}
constexpr ScanOp scan_op(ScanWord instruction) { return static_cast<ScanOp>(instruction >> 24U); }
constexpr std::uint32_t scan_argument(ScanWord instruction) { return instruction & 0xFFFFFFU; }

// The parts of a program: a header, the class of each ASCII character (a byte each), the ranges beyond ASCII (first
// code points, then classes), instructions, sets.
class ScanProgram {
 public:
  struct Header {
    std::uint32_t classes = 0;
    std::uint32_t newline = 0;  // the class of \n, which is in it alone
    std::uint32_t saves = 0;    // places that kSave keeps: begin and end of each group, group 1 first
    std::uint32_t ranges = 0;
    std::uint32_t instructions = 0;
  };
  static constexpr std::size_t kHeaderWords = sizeof(Header) / sizeof(ScanWord);
  static constexpr std::size_t kAsciiWords = 128 / sizeof(ScanWord);

  explicit ScanProgram(std::span<const ScanWord> words) : words_(words) {}

  [[nodiscard]] const Header& header() const { return *reinterpret_cast<const Header*>(words_.data()); }
  [[nodiscard]] std::span<const ScanWord> instructions() const {
    return words_.subspan(kFirstRange + 2 * std::size_t{header().ranges}, header().instructions);
  }
  [[nodiscard]] std::uint32_t ascii_class(unsigned char c) const { return ascii_classes()[c]; }
  // The class of each ASCII character.
  [[nodiscard]] const std::uint8_t* ascii_classes() const {
    return reinterpret_cast<const std::uint8_t*>(words_.data() + kHeaderWords);
  }
  [[nodiscard]] std::uint32_t class_of(char32_t c) const;
  // Whether the set of a kSet instruction holds a class.
  [[nodiscard]] bool has(std::uint32_t set, std::uint32_t character_class) const {
    const std::size_t sets = kFirstRange + 2 * std::size_t{header().ranges} + header().instructions;
    return (words_[sets + set + character_class / 32] >> character_class % 32 & 1U) != 0;
  }

 private:
  static constexpr std::size_t kFirstRange = kHeaderWords + kAsciiWords;
  std::span<const ScanWord> words_;
};

}  // namespace stet
