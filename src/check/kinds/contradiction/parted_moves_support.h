// Whether two moves are of two things, by what stands before them: another shop, another town, a part of the whole.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/move_support.h"

namespace stet {

// The numbers of a rule's section keys: of phrases that turn to another one, and of those that name a part.
struct PartingKeys {
  std::uint8_t elsewhere = 0;
  std::uint8_t subset = 0;
};

// Reads the section keys "local", "idle-openings" and "owning" of a rule, too.
class PartedMoves {
 public:
  // Keeps the definition and the words.
  PartedMoves(const Definition& definition, const BySection<MoveWords>& words, PartingKeys keys);

  // Whether one of the two says that it is of another one ("at its rival", earlier in the paragraph too), of a part
  // ("among women"), or of what the other one's paragraph does not tell of. Both blocks are of a language of the rule.
  [[nodiscard]] bool are_parted(const Document& document, const Facts& facts, TextPlace there, TextPlace here) const;

 private:
  struct Words {
    std::vector<std::string> leads;   // how sentences open that tell of another place or group: "among"
    std::vector<std::string> idle;    // behind these words they tell of none: "in fact"
    std::vector<std::string> owning;  // "its"
  };
  static Words read_words(const Definition& definition, Language language);
  // `own` says so in words that the paragraph of `other` lacks; with `paragraph` in a sentence before, too.
  bool says_so(const Document& document, const Facts& facts, TextPlace own, TextPlace other, bool paragraph) const;

  const Definition& definition_;
  const BySection<MoveWords>& words_;
  BySection<Words> own_;
  PartingKeys keys_;
};

}  // namespace stet
