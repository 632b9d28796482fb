#include "cli/completion_script.h"

#include <fmt/format.h>

namespace stet {
namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string names_of(const std::vector<CompletionCommand>& commands) {
  std::vector<std::string> names;
  for (const CompletionCommand& command : commands) names.push_back(command.name);
  return joined(names);
}

// Within single quotes of a shell.
std::string quoted(std::string_view text, std::string_view special = "") {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// --- bash ---

std::string bash_value(ValueSort sort, const std::vector<std::string>& choices) {
  switch (sort) {
    case ValueSort::kWord:
      return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", quoted(joined(choices)));
    case ValueSort::kFolder:
      return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")";
    case ValueSort::kFile:
      return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
    case ValueSort::kRule:
      return "_stet_rules";
    case ValueSort::kNone:
      break;
  }
  return ":";
}

// `prev` is the option whose value is completed; readline cuts --option=value into three words.
constexpr std::string_view kBashHead = R"sh(# Completion of stet in bash: source <(stet completion bash)
_stet_rules() {
  local prefix=
  [[ $cur == *,* ]] && prefix=${cur%,*},
  COMPREPLY=($(compgen -P "$prefix" -W "$("$stet" rules 2>/dev/null | cut -d' ' -f1)" -- "${cur##*,}"))
}

_stet() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} stet=${COMP_WORDS[0]} command= i
  COMPREPLY=()
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then
      command=${COMP_WORDS[i]}
      break
    fi
  done
  case $command:$prev in
)sh";

std::string bash_script(const std::vector<CompletionCommand>& commands) {
  std::string out(kBashHead);
  for (const CompletionCommand& command : commands) {
    for (const CompletionOption& option : command.options) {
      if (option.value == ValueSort::kNone) continue;
      out += fmt::format("    {}:{}) {}; return ;;\n", command.name, option.name,
                         bash_value(option.value, option.choices));
    }
  }
  out += "  esac\n  if [[ $cur == -* ]]; then\n    case $command in\n";
  for (const CompletionCommand& command : commands) {
    std::vector<std::string> names;
    for (const CompletionOption& option : command.options) names.push_back(option.name);
    out += fmt::format("      {}) COMPREPLY=($(compgen -W '{}' -- \"$cur\")) ;;\n", command.name, joined(names));
  }
  out += "      '') COMPREPLY=($(compgen -W '--help --version' -- \"$cur\")) ;;\n    esac\n    return\n  fi\n";
  out += "  case $command in\n";
  for (const CompletionCommand& command : commands) {
    out += fmt::format("    {}) {} ;;\n", command.name, bash_value(command.argument, command.choices));
  }
  out += fmt::format("    '') COMPREPLY=($(compgen -W '{}' -- \"$cur\")) ;;\n  esac\n}}\n\n", names_of(commands));
  return out + "complete -F _stet stet\n";
}

// --- zsh ---

std::string zsh_action(ValueSort sort, const std::vector<std::string>& choices) {
  switch (sort) {
    case ValueSort::kWord:
      return choices.empty() ? "value: " : fmt::format("value:({})", joined(choices));
    case ValueSort::kFolder:
      return "folder:_files -/";
    case ValueSort::kFile:
      return "file:_files";
    case ValueSort::kRule:
      return "rule:_stet_rules";
    case ValueSort::kNone:
      break;
  }
  return "";
}

constexpr std::string_view kZshHead = R"sh(#compdef stet
# Completion of stet in zsh: source <(stet completion zsh), or a file called _stet in a folder of $fpath.
_stet_rules() {
  local -a rules=(${(f)"$($stet rules 2>/dev/null | cut -d' ' -f1)"})
  _values -s , rule $rules
}

_stet() {
  local stet=$words[1]
  if (( CURRENT == 2 )); then
    local -a commands=(
)sh";

std::string zsh_script(const std::vector<CompletionCommand>& commands) {
  std::string out(kZshHead);
  for (const CompletionCommand& command : commands) {
    out += fmt::format("      '{}:{}'\n", command.name, quoted(command.doc, ":\\"));
  }
  out +=
      "    )\n    _describe command commands\n    _arguments '--help[help]' '--version[version]'\n    return\n  fi\n";
  out += "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const CompletionCommand& command : commands) {
    out += fmt::format("    {})\n      _arguments", command.name);
    for (const CompletionOption& option : command.options) {
      const std::string action = zsh_action(option.value, option.choices);
      out += fmt::format(" \\\n        '*{}[{}]{}{}'", option.name, quoted(option.doc, "[]:\\"),
                         action.empty() ? "" : ":", action);
    }
    const std::string argument = zsh_action(command.argument, command.choices);
    if (!argument.empty()) out += fmt::format(" \\\n        '*:{}'", argument);
    out += "\n      ;;\n";
  }
  return out + "  esac\n}\n\ncompdef _stet stet\n";
}

// --- fish ---

std::string fish_action(ValueSort sort, const std::vector<std::string>& choices) {
  switch (sort) {
    case ValueSort::kWord:
      return choices.empty() ? " -x" : fmt::format(" -x -a '{}'", joined(choices));
    case ValueSort::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueSort::kFile:
      return " -r -F";
    case ValueSort::kRule:
      return " -x -a '(__stet_rules)'";
    case ValueSort::kNone:
      break;
  }
  return "";
}

std::string fish_script(const std::vector<CompletionCommand>& commands) {
  std::string out =
      "# Completion of stet in fish: stet completion fish | source\n"
      "function __stet_rules\n"
      "    stet rules 2>/dev/null | string replace -r ' .*' '' | string match -v ''\n"
      "end\n\n"
      "complete -c stet -f\n";
  for (const CompletionCommand& command : commands) {
    out += fmt::format("\ncomplete -c stet -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       quoted(command.doc, "\\"));
    const std::string start = fmt::format("complete -c stet -n '__fish_seen_subcommand_from {}'", command.name);
    for (const CompletionOption& option : command.options) {
      out += fmt::format("{} -l {} -d '{}'{}\n", start, option.name.substr(2), quoted(option.doc, "\\"),
                         fish_action(option.value, option.choices));
    }
    if (command.argument == ValueSort::kFile) {
      out += start + " -F\n";
    } else if (command.argument != ValueSort::kNone) {
      out += start + fish_action(command.argument, command.choices) + "\n";
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> completion_script(std::string_view shell, const std::vector<CompletionCommand>& commands) {
  if (shell == "bash") return bash_script(commands);
  if (shell == "zsh") return zsh_script(commands);
  if (shell == "fish") return fish_script(commands);
  return std::nullopt;
}

}  // namespace stet
