// Lines and sentences in other letters than the text's own.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/foreign_stretches.h"

namespace stet {

// As foreign_stretches(), for a language that rules/lexicon/common-words.toml does not have: Greek, Arabic, Chinese.
// A line or sentence of three words in letters that are not its own, or of six characters of Chinese, Japanese or
// Korean; five words inside of a sentence. Of Latin
// words, which are at home as names and terms everywhere, only lines and sentences of four that hold nothing else, in
// small letters and most of them of one language. CLD2 names the language.
std::vector<ForeignStretch> script_stretches(std::string_view text, std::span<const Word> words, Language home);

}  // namespace stet
