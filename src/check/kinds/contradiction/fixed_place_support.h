// One birth, death, foundation, seat or event of the same name at two places.
#pragma once

#include <vector>

#include "check/check.h"
#include "check/kinds/contradiction/place_mention_support.h"

namespace stet {

class FixedPlaces {
 public:
  explicit FixedPlaces(const Definition& definition) : definition_(definition), reader_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const;

 private:
  void compare_all(const Document& document, const Facts& facts, std::vector<PlaceMention>& mentions, Sink& sink) const;
  bool is_one_thing(const Document& document, const Facts& facts, PlaceMention& a, PlaceMention& b) const;
  [[nodiscard]] bool is_taken_up(const Document& document, const std::vector<PlaceMention>& all, const PlaceMention& a,
                                 const PlaceMention& b) const;
  bool has_other_owners(const Document& document, const Facts& facts, PlaceMention& a, PlaceMention& b) const;
  bool is_same_sentence(const Document& document, const Facts& facts, PlaceMention& a, PlaceMention& b) const;
  const Context& context(const Document& document, const Facts& facts, PlaceMention& mention) const;

  const Definition& definition_;
  PlaceMentionReader reader_;
};

}  // namespace stet
