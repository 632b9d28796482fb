// What the kinds that set two places of an article against each other report.
#pragma once

#include "check/finding.h"
#include "document/document.h"

namespace stet {

// The finding at `here`, with `there` as its related place: the values here and there are their words, the message of
// the related place is the rule's `there`.
Finding clash_of(const Document& document, TextPlace there, TextPlace here);

}  // namespace stet
