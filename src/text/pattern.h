// The language in which rules write phrases and patterns (docs/rules.md), parsed and taken apart.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/phrase_program.h"
#include "text/scan_program.h"
#include "text/words.h"

namespace stet {

enum class PatternSyntax : std::uint8_t {
  kPhrase,   // literal text with alternatives and options; word edges at both ends
  kPattern,  // a regular expression
};

// What is found behind {name} in a phrase.
using LexiconWords = std::function<std::optional<std::vector<std::string>>(std::string_view name)>;

// What every match must hold: at least one of these whole words, or one of these characters (CharSet). Both
// empty: nothing is known.
struct Requirement {
  std::vector<std::string> words;
  std::vector<std::size_t> before;  // for each of `words`, how many words may begin before it in a match
  std::string characters;
  // Sets of whole words, and of characters, each of which must be met by one; `words` and `characters` are the rarest.
  std::vector<std::vector<std::string>> all;
  std::vector<std::string> all_characters;
};

struct PhraseProgram {
  std::vector<PhraseInstruction> instructions;
  std::size_t most_leading = 0;  // characters before the first word
};

class Pattern {
 public:
  // Fails with the column (in code points of `text`, from 1) of what can't be read.
  static Result<Pattern> parse(std::string_view text, PatternSyntax syntax, const LexiconWords& lexicon);

  // All texts that the pattern stands for, when they are finite and at most `limit`.
  [[nodiscard]] std::optional<std::vector<std::string>> expand(std::size_t limit) const;

  // For PhraseMachine. Nothing for what the machine does not know: line ends, named groups, unlisted classes, lazy
  // repetitions, very long phrases.
  [[nodiscard]] std::optional<PhraseProgram> to_program() const;

  // The pattern for RE2, over text in NFC without soft hyphens. Group 1 is the match; around it may stand one
  // character that makes a word edge.
  [[nodiscard]] std::string to_regex(bool case_sensitive) const;

  // The same for ScanMachine. Empty for what only RE2 knows: properties of characters but letters, digits and case,
  // endless repetitions of what may be empty, and very long expressions.
  [[nodiscard]] std::vector<ScanWord> to_scan_program(bool case_sensitive) const;

  [[nodiscard]] Requirement requirement() const;

  // How many words a match may hold, rather too many; kAnyWords for those and more.
  static constexpr std::size_t kAnyWords = 100;
  [[nodiscard]] std::size_t most_words() const;

  struct Node;

 private:
  std::shared_ptr<const Node> root_;
  PatternSyntax syntax_ = PatternSyntax::kPhrase;
  bool edge_before_ = false;
  bool edge_after_ = false;
};

}  // namespace stet
