// Names of two words of which one has lost its capital: "the Prime minister", "the european Union", where the article
// writes "the Prime Minister", "the European Union" elsewhere; words behind an article that a short article writes with
// a capital and without: "le Gouvernement", "le gouvernement".
#pragma once

#include <vector>

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

// Those of the paragraphs whose language has `definite` or `inflections`. Headings prove nothing.
std::vector<HalfName> find_half_names(const Document& document, const Definition& definition);

}  // namespace stet
