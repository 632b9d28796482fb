// Births and deaths with their years, as one sentence or two neighbouring ones tell them of one person.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/civil_date.h"
#include "check/check.h"

namespace stet {

// "born", "died", and the date or year that belongs to it; month and day are 0 where they are not said.
struct LifeEvent {
  TextSpan cue;
  TextSpan at;
  CivilDate date;
};

struct Life {
  std::uint32_t block = 0;
  LifeEvent born;
  LifeEvent died;
  TextSpan end;  // the sentence that tells of the death
};

// The keys of a rule under which its words for these stand.
struct LifeKeys {
  std::uint8_t born = 0;
  std::uint8_t died = 0;
  std::uint8_t goes_on = 0;  // "he", "she": with which a sentence goes on about the same person
};

// The lives that are beyond doubt: a cue and a year each, as many years as cues or the year right beside its cue.
std::vector<Life> find_lives(const Document& document, const Facts& facts, const Definition& definition, LifeKeys keys);

// The birth that the sentence gives right beside a person: "Anna Berg (52), born in 1969", "the 1969-born Anna Berg
// (52)". `person` spans name and age.
std::optional<LifeEvent> birth_beside(const Document& document, const Facts& facts, const Definition& definition,
                                      std::uint8_t born_key, TextPlace person);

// What a cue tells of, with the year that stands nearest to it in its sentence; nothing when none is near.
std::optional<LifeEvent> event_with_year(const Document& document, const Facts& facts, TextPlace cue);

// The ages that the life may have reached: one when both days are known, else two.
struct AgeRange {
  std::int32_t least = 0;
  std::int32_t most = 0;
};
AgeRange age_between(CivilDate born, CivilDate end);

}  // namespace stet
