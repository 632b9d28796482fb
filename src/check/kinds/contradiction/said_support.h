// What a file says of a person, of a thing that was founded or opened, of a day: packed into a number, and compared.
#pragma once

#include <cstdint>
#include <optional>

#include "base/civil_date.h"
#include "facts/time_facts.h"

namespace stet {

// Dates whose month or day is 0 say only the year or the month; a year of 0 says nothing. Places are hashes, 0 for
// none; 20 bits of them count.
struct SaidLife {
  CivilDate born;
  CivilDate died;
  std::uint32_t place = 0;  // of birth
};
struct SaidAge {
  std::int32_t age = 0;  // years
  CivilDate day;         // on which that was written
};
// When something was founded, opened, built.
struct SaidBegin {
  CivilDate date;
  std::uint32_t place = 0;
};
// How many died, were hurt, came: on one day in one place.
struct SaidCount {
  std::uint8_t what = 0;  // which of the three
  double count = 0;
  CivilDate event;
  std::optional<CivilDate> written;  // counts of the first year are still put right
};

std::uint64_t pack(const SaidLife& life);
std::uint64_t pack(const SaidAge& age);
std::uint64_t pack(const SaidBegin& begin);
std::uint64_t pack(const SaidCount& count);

// What a packed count is of; nothing for other values.
std::optional<std::uint8_t> counted_in(std::uint64_t packed);

// Whether two packed values can't both be true of one thing, and are near enough to each other to be of one thing: two
// people of one name are mostly born many years apart. Values of different kinds never contradict.
bool contradict(std::uint64_t a, std::uint64_t b);

// The only date or year that stands in a stretch of a block; nothing when there are several, or none that gives its
// year.
std::optional<CivilDate> only_date_in(const TimeFacts& time, std::uint32_t block, TextSpan span);

}  // namespace stet
