// How long something lasts, told beside the two times of day between which it lies: "nine hours long, from 6 to 15",
// "from 3pm to 6pm. Five hours of tea", "it ran from 7pm until 11pm … the two-hour debate".
#pragma once

#include <optional>
#include <vector>

#include "check/kinds/number/number_support.h"
#include "document/document.h"
#include "facts/facts.h"

namespace stet {

// From one time of day to another, in one sentence.
struct ClockRange {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan first;     // the begin as it is written
  TextSpan last;      // and the end
  double hours = 0;   // up to 24
  bool half = false;  // both are told by the half day: twelve hours more or less may be meant
};

struct ClockLengthWords {
  const PhraseTable& that_is;      // forward: between a range and its length
  const PhraseTable& long_behind;  // forward: behind a length: "long", "a day"
  const PhraseTable& for_before;   // backward: before a length: "for"
  const PhraseTable& during;       // backward: before a length that is that of the range before
  const PhraseTable& of;         // forward: behind a length, before what lasts so long; backward reading is `of_before`
  const PhraseTable& of_before;  // backward: between what lasts and its length
};

// The quantities of the document that say how long the range is; `alone` tells that the document has no other range.
std::vector<const Quantity*> lengths_of(const ClockRange& range, bool alone, const Document& document,
                                        const Facts& facts, const ClockLengthWords& words);

// Whether so many hours are not those of the range, by more than what is left out when one speaks of hours.
bool differs(const ClockRange& range, const Quantity& length);

}  // namespace stet
