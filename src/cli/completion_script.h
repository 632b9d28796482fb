// Completion of the command line in shells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

// What may stand for a value.
enum class ValueSort { kNone, kWord, kFile, kFolder, kRule };

struct CompletionOption {
  std::string name;  // with its hyphens: "--locale"
  std::string doc;
  ValueSort value = ValueSort::kNone;
  std::vector<std::string> choices;  // of a kWord
};

struct CompletionCommand {
  std::string name;
  std::string doc;
  std::vector<CompletionOption> options;
  ValueSort argument = ValueSort::kNone;
  std::vector<std::string> choices;  // of a kWord
};

// A script for "bash", "zsh" or "fish"; nothing for another shell. Rules are asked of `stet rules` when needed.
std::optional<std::string> completion_script(std::string_view shell, const std::vector<CompletionCommand>& commands);

}  // namespace stet
