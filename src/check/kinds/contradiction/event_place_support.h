// One noun with two places beside it: "a fire in Trenton", "the fire in Camden"; "the Lisbon summit", "the summit in
// Madrid".
#pragma once

#include <cstdint>
#include <vector>

#include "check/check.h"
#include "check/kinds/contradiction/event_place_reader_support.h"
#include "check/kinds/contradiction/placed_thing_reader_support.h"

namespace stet {

class EventPlaces {
 public:
  // `days` is the key of the rule's list of days, `first_elsewhere` that of its two lists of Whereabouts.
  EventPlaces(const Definition& definition, std::uint8_t days, std::uint8_t first_elsewhere)
      : definition_(definition),
        reader_(definition),
        things_(definition, reader_),
        days_(days),
        first_elsewhere_(first_elsewhere) {}

  // Of `places`, those of a short article that stand in the gazetteer, and of names that do not. One at most.
  [[nodiscard]] std::vector<PlaceClash> find(const Document& document, const Facts& facts,
                                             const std::vector<SeenPlace>& places) const;
  // The same of any noun that is told by its town: "a bakery in Malton", "the bakery in Pickering"; "based in Leeds",
  // "the Bradford firm". Never sure.
  [[nodiscard]] std::vector<PlaceClash> find_things(const Document& document, const Facts& facts,
                                                    const std::vector<SeenPlace>& places) const;
  [[nodiscard]] const EventPlaceReader& reader() const { return reader_; }
  // Whether the article counts several of what happened at this place: "two crashes", of "the crash in Hull".
  [[nodiscard]] bool counts_several(const Document& document, const Facts& facts, const std::vector<SeenPlace>& places,
                                    const SeenPlace& place) const;

 private:
  using Mention = EventMention;

  [[nodiscard]] static bool are_told_apart(const Mention& a, const Mention& b);
  [[nodiscard]] static bool may_be_one(const Mention& a, const Mention& b);
  [[nodiscard]] static bool are_one_thing(const PlacedThing& a, const PlacedThing& b);
  [[nodiscard]] bool share_happening(const Document& document, const Facts& facts, const Mention& a,
                                     const Mention& b) const;
  [[nodiscard]] static bool differ(const Mention& a, const Mention& b);
  // Whether nothing tells the two apart, or how they belong together.
  [[nodiscard]] bool is_of_one(const Document& document, const Facts& facts, const Mention& a, const Mention& b) const;
  [[nodiscard]] bool contradict(const Document& document, const Facts& facts, const std::vector<Mention>& all,
                                const Mention& a, const Mention& b) const;
  [[nodiscard]] bool is_guarded(const Document& document, const Facts& facts, const Mention& mention) const;
  // Whether the article tells of two courts.
  [[nodiscard]] bool tells_of_appeal(const Document& document, Language language) const;
  [[nodiscard]] bool tells_of_before(const Document& document, const Mention& mention) const;
  // `behind_alone`: a trial has several days; "until March the court in Leeds will".
  [[nodiscard]] bool has_other_time(const Document& document, const Facts& facts, const Mention& a, const Mention& b,
                                    bool behind_alone) const;
  // `counted`: only in numbers, "two fires", not "fires".
  [[nodiscard]] bool tells_of_several(const Document& document, const Facts& facts, const Mention& mention,
                                      bool counted = false) const;

  const Definition& definition_;
  EventPlaceReader reader_;
  PlacedThingReader things_;
  std::uint8_t days_ = 0;
  std::uint8_t first_elsewhere_ = 0;
};

}  // namespace stet
