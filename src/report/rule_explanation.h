// What `stet explain` says of a rule.
#pragma once

#include <string>

#include "rule/rule.h"

namespace stet {

// Message, severity, scope, why and examples of a complete rule (with `why` and examples). Of the examples those
// in the language of `locale`, or the first language that has any; `all` gives them all.
std::string explain_rule(const Rule& rule, Locale locale, bool all);

// Text broken at spaces into lines of at most `width` code points, each behind `indent` spaces; a line feed
// behind each.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace stet
