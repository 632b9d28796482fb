// What silences a match: phrases near it. Shared by the kinds that look for words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "check/check.h"

namespace stet {

// The section keys of the guards, in the order in which they follow a kind's own keys.
inline constexpr Key kGuardKeys[] = {
    {"unless", KeyType::kPhrases, "silence a match in whose sentence they stand", true},
    {"unless-before", KeyType::kPhrases, "silence a match right before which they stand", true},
    {"unless-after", KeyType::kPhrases, "silence a match right behind which they stand", true},
    {"require-near", KeyType::kPhrases, "one of them must stand in the match's sentence", true},
};

// How far `unless` and `require-near` look: the top key `guard`.
inline constexpr Key kGuardScopeKey = {"guard", KeyType::kString,
                                       "\"sentence\" (the default) or \"block\": how far unless and require-near look"};

// Finds a rule's matches that no guard silences.
class Guards {
 public:
  // `first_guard` is the index of "unless" among the kind's section keys. The definition must outlive it.
  Guards(const Definition& definition, std::uint8_t first_guard, Errors& errors);

  // The hits of the kind's own lists that stand, in order.
  [[nodiscard]] std::vector<Hit> standing(const Document& document, const Facts& facts) const;

 private:
  // The hits of one block: those of the rule's guards, and the sentence that was looked at last.
  struct InBlock;

  [[nodiscard]] InBlock gather(const Document& document, std::span<const Hit> hits) const;
  [[nodiscard]] bool stands(const Hit& hit, InBlock& block) const;

  const Definition* definition_;
  std::uint32_t slot_;
  std::uint8_t first_guard_;
  bool whole_block_ = false;
};

}  // namespace stet
