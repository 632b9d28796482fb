// One house, branch or workshop of a short article in two streets or halls: "a warehouse on Carrick Lane", "the unit in
// Forge Street".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "check/by_section.h"
#include "check/check.h"
#include "check/kinds/contradiction/venue_support.h"
#include "facts/concepts.h"

namespace stet {

class VenueThings {
 public:
  static constexpr Key kKeys[] = {
      {"definite", KeyType::kStrings, "words before what the reader knows: \"the\""},
      {"indefinite", KeyType::kStrings, "words before something that was not told of before: \"a\""},
      {"generic", KeyType::kStrings, "words for whatever house, shop or office was told of: \"premises\""},
  };

  // The rule's first two section keys must be kGuardKeys.
  explicit VenueThings(const Definition& definition);

  // `venues` by language, as the rule has sections.
  void find(const Document& document, const Facts& facts, const BySection<VenueWords>& venues, Sink& sink) const;

 private:
  struct Words {
    std::vector<std::string> definite;
    std::vector<std::string> indefinite;
    std::vector<std::string> generic;
  };
  // A noun with the venue that it stands in.
  struct Thing {
    std::uint32_t block = 0;
    TextSpan sentence;
    Venue venue;
    std::string form;
    ConceptSet concepts;
    bool definite = false;
    bool indefinite = false;
    bool generic = false;
  };
  void read(const Document& document, const Facts& facts, std::uint32_t number, TextSpan sentence,
            const VenueWords& venues, std::vector<Thing>& things) const;

  const Definition& definition_;
  BySection<Words> words_;
};

}  // namespace stet
