// Two dates of one season without a year whose weekdays can't both be right: "Saturday, 30 November … on Saturday,
// 13 December".
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "document/document.h"
#include "facts/time_facts.h"

namespace stet {

struct WeekdayPair {
  const DateFact* odd = nullptr;     // the one that fits fewer of the others; of two equal ones the later
  const DateFact* anchor = nullptr;  // the nearest that it does not fit
  std::int64_t days = 0;             // from the anchor to the odd one
  std::int32_t year = 0;             // one that fits the anchor
};

// The dates with weekdays that fit no date around them, each once, in reading order. At least one of the two lacks its
// year; they lie at most 45 days apart, so that they are of one season if they are of one year, and no other year was
// named last before one of them. `counts` says whether a date may take part.
std::vector<WeekdayPair> clashing_weekdays(const Document& document, const TimeFacts& time,
                                           const std::function<bool(const DateFact&)>& counts);

}  // namespace stet
