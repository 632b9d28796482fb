// The lists of words by which ordinals are read, in the order of OrdinalReader::kLists.
#pragma once

#include <cstdint>

namespace stet {

enum OrdinalList : std::uint8_t {
  kFirsts,
  kAtFirst,
  kSuffixes,
  kForThe,
  kTimes,
  kEditions,
  kFeats,
  kWorks,
  kParts,
  kFillers,
  kGiven,
  kPeriods,
  kPlanned,
  kUnless,
  kGeneric,
  kThisOne,
  kAhead,
  kPast,
  kIndefinite,
  kOwners,
  kFamilies,
  kPlurals,
  kTotals,
  kVerbsToo
};

}  // namespace stet
