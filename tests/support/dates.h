// Dates of a text with the project's own lexicon, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/dates.h"

namespace stet {

// rules/lexicon/dates.toml and its neighbours, read once.
const Lexicon& test_lexicon();
const CalendarCache& test_calendars();

// The dates of a text in this language, as one block.
std::vector<DateFact> dates_in(std::string_view text, std::string_view language);

// One a line: the text, "=", weekday if one is named, the day as it is read: "Di 8.4. = Tue ????-04-08".
std::string describe(std::string_view text, const std::vector<DateFact>& dates);
inline std::string read_dates(std::string_view text, std::string_view language) {
  return describe(text, dates_in(text, language));
}

}  // namespace stet
