// One noun with two places beside it: "a fire in Trenton", "the fire in Camden"; "the Lisbon summit", "the summit in
// Madrid".
#pragma once

#include <cstdint>
#include <vector>

#include "check/check.h"
#include "check/kinds/contradiction/event_place_reader_support.h"

namespace stet {

class EventPlaces {
 public:
  // `days` is the key of the rule's list of days, `first_elsewhere` that of its two lists of Whereabouts.
  EventPlaces(const Definition& definition, std::uint8_t days, std::uint8_t first_elsewhere)
      : definition_(definition), reader_(definition), days_(days), first_elsewhere_(first_elsewhere) {}

  // Of `places`, those of a short article that stand in the gazetteer, and of names that do not. One at most.
  [[nodiscard]] std::vector<PlaceClash> find(const Document& document, const Facts& facts,
                                             const std::vector<SeenPlace>& places) const;
  [[nodiscard]] const EventPlaceReader& reader() const { return reader_; }
  // Whether the article counts several of what happened at this place: "two crashes", of "the crash in Hull".
  [[nodiscard]] bool counts_several(const Document& document, const Facts& facts, const std::vector<SeenPlace>& places,
                                    const SeenPlace& place) const;

 private:
  using Mention = EventMention;

  [[nodiscard]] static bool are_told_apart(const Mention& a, const Mention& b);
  [[nodiscard]] static bool may_be_one(const Mention& a, const Mention& b);
  [[nodiscard]] bool contradict(const Document& document, const Facts& facts, const std::vector<Mention>& all,
                                const Mention& a, const Mention& b) const;
  [[nodiscard]] bool is_guarded(const Document& document, const Facts& facts, const Mention& mention) const;
  // Whether the article tells of two courts.
  [[nodiscard]] bool tells_of_appeal(const Document& document, Language language) const;
  [[nodiscard]] bool tells_of_before(const Document& document, const Mention& mention) const;
  [[nodiscard]] bool has_other_time(const Document& document, const Facts& facts, const Mention& a,
                                    const Mention& b) const;
  // `counted`: only in numbers, "two fires", not "fires".
  [[nodiscard]] bool tells_of_several(const Document& document, const Facts& facts, const Mention& mention,
                                      bool counted = false) const;

  const Definition& definition_;
  EventPlaceReader reader_;
  std::uint8_t days_ = 0;
  std::uint8_t first_elsewhere_ = 0;
};

}  // namespace stet
