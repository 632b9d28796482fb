// Two moments and the time said to lie between them: "On 3 March it burned. A week later, on 17 March, …".
#pragma once

#include <array>
#include <vector>

#include "check/kinds/date/stretch_support.h"
#include "check/kinds/number/number_support.h"
#include "document/document.h"
#include "facts/facts.h"

namespace stet {

// Lists of a rule's sections, all looked at forwards but for the last.
struct ElapsedWords {
  const PhraseTable& later;    // behind a length: the moment before is its begin: "later"
  const PhraseTable& after;    // behind a length: the begin follows: "after"
  const PhraseTable& earlier;  // behind a length: the moment named before is its end: "earlier"
  const PhraseTable& prior;    // behind a length: the end follows: "before"
  const PhraseTable& beside;   // may stand between a length and the moment that it leads to: "on"
  const PhraseTable& during;   // before a length that is that of the stretch named before, backwards: "over the"
};

struct ElapsedClaim {
  TimeStretch stretch;
  const Quantity* length = nullptr;
  TextSpan place;
};

// Null for a block whose language has no words.
using ElapsedWordsOf = std::function<std::optional<ElapsedWords>(const Block&)>;

// The lengths of a document whose begin and end are named beside them beyond doubt.
std::vector<ElapsedClaim> find_elapsed(const Document& document, const Facts& facts, const ElapsedWordsOf& words_of);

}  // namespace stet
