// The short forms of words in the lexicon.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace stet {

// Calls `use` with each string that "Preis(e|es)?" stands for.
template <class Use>
void spell_out(const std::string& word, Use use) {
  const std::size_t open = word.find('(');
  const std::size_t close = word.find(')', open);
  if (open == std::string::npos || close == std::string::npos) return use(word);
  const bool optional = word.substr(close + 1, 1) == "?";
  const std::string head = word.substr(0, open);
  const std::string tail = word.substr(close + (optional ? 2 : 1));
  if (optional) spell_out(head + tail, use);
  for (std::size_t begin = open + 1; begin <= close;) {
    const std::size_t end = std::min(word.find('|', begin), close);
    spell_out(head + word.substr(begin, end - begin) + tail, use);
    begin = end + 1;
  }
}

}  // namespace stet
