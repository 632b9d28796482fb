// The flat image of a rule set that tools/embed_rules writes and the binary holds.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "rule/ruleset.h"

namespace stet {

// The image: what a check needs, quick to read; the matcher's own image, viewed in place; and what only
// `explain`, `test` and compiling anew need. Aligned when its begin is aligned to 16. Not portable between
// machines of different byte order.
Result<std::string, Errors> write_image(RuleSource source);

// Whether the rules of an image have the lexicon's words as tables only.
bool is_tabled(std::string_view lexicon);

// Everything that went into the image, which must outlive the lexicon.
RuleSource read_image(std::string_view image);

}  // namespace stet
