// Single values in the words of the messages' language.
#pragma once

#include <string>
#include <string_view>

#include "base/civil_date.h"
#include "base/language.h"
#include "check/finding.h"
#include "rule/rule.h"

namespace stet {

// One line without control characters, directional ones included, at most 80 code points.
std::string one_line(std::string_view text);
// A year that is kNoYear is left out: "31 April". A day that never existed is written too: "31 April 2025"; a month
// that never existed as "2025-13-01".
std::string date_text(CivilDate date, Locale locale);
std::string_view weekday_text(Weekday weekday, Locale locale);
std::string number_text(NumberValue number, Locale locale);
std::string language_text(Language language, Locale locale);

}  // namespace stet
