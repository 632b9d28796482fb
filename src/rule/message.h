// Wording filled with values, in the language of the messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/finding.h"
#include "rule/rule.h"

namespace stet {

// A value as the locale writes it: "8 April 2025" and "8. April 2025", "Tuesday" and "Dienstag", "25,000.5" and
// "25.000,5", "French" and "Französisch". A text stands as it is, but on one line, without control
// characters, and with … behind 80 code points.
std::string value_text(const Value& value, Locale locale);

// A template with each {name} replaced by the value of that name; {{ and }} are braces. A name that
// has no value stays as it is, so that the mistake is seen. The caller adds the value "match".
std::string fill_template(std::string_view text, const Values& values, Locale locale);

// The names in a template, each once, in order. Fails on braces that do not pair or hold no name; the
// error's column counts code points of the template.
Result<std::vector<std::string>> template_names(std::string_view text);

}  // namespace stet
