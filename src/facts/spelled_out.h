// The short forms of words in the lexicon.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace stet {

// Calls `use` with each string that "Preis(e|es)?" stands for; groups may stand within groups.
template <class Use>
void spell_out(const std::string& word, Use use) {
  const std::size_t open = word.find('(');
  if (open == std::string::npos) return use(word);
  std::vector<std::size_t> bars{open};  // where an alternative ends, the bracket before the first
  std::size_t close = open;
  for (std::size_t depth = 0; close < word.size(); ++close) {
    if (word[close] == '(') ++depth;
    if (word[close] == '|' && depth == 1) bars.push_back(close);
    if (word[close] == ')' && --depth == 0) break;
  }
  if (close == word.size()) return use(word);
  bars.push_back(close);
  const bool optional = word.substr(close + 1, 1) == "?";
  const std::string head = word.substr(0, open);
  const std::string tail = word.substr(close + (optional ? 2 : 1));
  if (optional) spell_out(head + tail, use);
  for (std::size_t i = 1; i < bars.size(); ++i) {
    spell_out(head + word.substr(bars[i - 1] + 1, bars[i] - bars[i - 1] - 1) + tail, use);
  }
}

}  // namespace stet
