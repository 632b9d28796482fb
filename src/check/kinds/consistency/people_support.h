// The people whom an article names: in full ("Wiebke Harmsen"), with a title ("Frau Harms"), or by the surname alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "facts/facts.h"

namespace stet {

struct FullName {
  std::uint32_t block = 0;
  TextSpan first;
  TextSpan last;
  std::uint32_t first_hash = 0;
  std::uint32_t last_hash = 0;
  std::uint32_t before = 0;  // hash of the word right before it, a title perhaps; 0 without one
};

// A surname without a first name.
struct LoneName {
  std::uint32_t block = 0;
  TextSpan span;
  std::uint32_t hash = 0;
  bool titled = false;  // "Frau" stands before it
  bool acting = false;  // "sagte" stands beside it
};

// Whether a full name that ends there brings in somebody new: "Anja Weber, a baker". `articles` may be null.
bool is_brought_in(const Document& document, std::uint32_t block, std::uint32_t end,
                   const std::vector<std::string>* articles);

// By place.
struct People {
  std::vector<FullName> full;
  std::vector<LoneName> lone;
};

// Hashes of words by language.
using NameWords = ByList<std::unordered_set<std::uint32_t>>;
NameWords name_words(const Definition& definition, std::string_view key);

// The words by which people are told, from these section keys of a rule.
struct PeopleWords {
  explicit PeopleWords(const Definition& definition);
  NameWords titles;                                // "titles"
  NameWords no_first;                              // "no-first"
  NameWords acts;                                  // "acts": what people do, "sagte"
  ByList<std::vector<std::string>> title_endings;  // "title-endings": "Feuerwehrsprecher", folded
};

// Two words with capitals side by side are a full name, unless the first is in `no_first`; of more, the last two. Of
// "Marie-Laure" both parts are the first name. Looks at the blocks whose role and language the definition has.
People read_people(const Document& document, const Definition& definition, const PeopleWords& words);

// Whether one of two names, as folded_letters(), is the other with one of the endings behind it, or the same.
bool is_inflected(std::u32string_view a, std::u32string_view b, std::span<const std::string> endings);

// Whether two first names may be one person's by rules/lexicon/nickname.toml: "Bill" and "William".
bool are_nicknames(const Facts& facts, Language language, std::string_view a, std::string_view b);

}  // namespace stet
