// Where the words of a lexicon stand in a document.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/lexicon.h"
#include "facts/matcher.h"

namespace stet {

// A lexicon whose file names lists that call (`calls = […]`): its lists are looked for along with all rules' phrases,
// in every prose block, the lists that do not call only where one that calls is found. A hit's key is the index of its
// list in `keys`.
struct CueSource {
  std::string name;
  std::uint32_t slot = 0;
  std::vector<std::string> keys;  // sorted

  // The index of a list, or one beyond the last.
  [[nodiscard]] std::uint8_t key(std::string_view name) const;
};

// The sources of a lexicon by name, with slots from `first_slot` on.
std::vector<CueSource> cue_sources(const Lexicon& lexicon, std::uint32_t first_slot);

// What the matcher is to look for, as lexicon files write it.
std::vector<PatternSpec> cue_patterns(const Lexicon& lexicon, const CueSource& source);

// The hits of one such lexicon in one document.
struct Cues {
  const CueSource* source = nullptr;
  std::span<const Hit> hits;  // by block, begin, end
};

}  // namespace stet
