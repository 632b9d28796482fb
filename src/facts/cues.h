// Where the words of a lexicon stand in a document.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/matcher.h"

namespace stet {

// A lexicon whose file says `cues = true`: its lists are looked for along with all rules' phrases, in every
// prose block. A hit's key is the index of its list in `keys`.
struct CueSource {
  std::string name;
  std::uint32_t slot = 0;
  std::vector<std::string> keys;
};

// The hits of one such lexicon in one document.
struct Cues {
  const CueSource* source = nullptr;
  std::span<const Hit> hits;  // by block, begin, end

  [[nodiscard]] std::string_view key(const Hit& hit) const { return source->keys[hit.key]; }
};

}  // namespace stet
