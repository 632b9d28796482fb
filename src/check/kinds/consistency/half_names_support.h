// Names of two words of which one has lost its capital: "the Prime minister", "the european Union", where the article
// writes "the Prime Minister", "the European Union" elsewhere; words behind an article that a short article writes with
// a capital and without: "le Gouvernement", "le gouvernement".
#pragma once

#include <cstdint>
#include <vector>

#include "base/lazy.h"
#include "check/check.h"

namespace stet {

inline constexpr Key kHalfNameKeys[] = {
    {"definite", KeyType::kStrings, "where only names have capitals: articles behind which a word may vary: \"the\""},
    {"inflections", KeyType::kStrings, "where nouns have capitals: endings of the adjective before one: \"en\""},
    {"links", KeyType::kStrings, "begin what belongs to the word before: \"of\""},
    {"institutions", KeyType::kStrings, "make a name of a place: \"bank\" of England"},
};

struct HalfName {
  TextPlace written;
  TextPlace other;
};

// The words of those keys, each language's made ready when first asked for. The definition must outlive them.
class HalfNameWords {
 public:
  explicit HalfNameWords(const Definition& definition) : definition_(&definition) {}
  struct Words {
    std::vector<std::uint32_t> definite;  // hashes, as those below
    std::vector<std::uint32_t> links;
    std::vector<std::uint32_t> institutions;
    const std::vector<std::string>* inflections = nullptr;
    bool has_definite = false;
  };
  [[nodiscard]] const Words& in(Language language) const;

 private:
  const Definition* definition_;
  LazyMap<Language, Words> languages_;
};

// Those of the paragraphs whose language has `definite` or `inflections`. Headings prove nothing.
std::vector<HalfName> find_half_names(const Document& document, const Definition& definition,
                                      const HalfNameWords& words);

}  // namespace stet
