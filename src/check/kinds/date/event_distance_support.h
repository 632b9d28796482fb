// A length of time from an event that the text dates elsewhere: "opened on 8 September … on 13 September, nine days
// after the opening".
#pragma once

#include <vector>

#include "check/check.h"
#include "check/kinds/date/stretch_support.h"
#include "facts/phrase_trie.h"

namespace stet {

struct EventDistance {
  TimeStretch stretch;  // from the one day to the other
  const Quantity* length = nullptr;
  const DateFact* own = nullptr;    // beside the length
  const DateFact* event = nullptr;  // the only day that the text gives the event
};

// Lists of a rule's sections, looked at forwards.
struct DistanceWords {
  const PhraseTable& after;   // behind a length: the event follows, and was before: "after the"
  const PhraseTable& prior;   // the same of one that was later: "before the"
  const PhraseTable& beside;  // may stand between a length and its day: "on"
};
using DistanceWordsOf = std::function<std::optional<DistanceWords>(const Block&)>;

// The lengths with a day beside them whose event one other sentence dates, by the word for it or one for the same
// thing.
std::vector<EventDistance> find_event_distances(const Document& document, const Facts& facts,
                                                const DistanceWordsOf& words_of);

}  // namespace stet
