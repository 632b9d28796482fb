// What ICU's CLDR data says in all its languages: names of countries and languages, months, weekdays, dates.
#pragma once

#include <string>
#include <vector>

namespace stet {

struct LocaleTexts {
  std::string locale;
  std::vector<std::string> names;  // short: a country, a language, a month
  std::vector<std::string> dates;  // whole dates with weekday and time
};

// Those of one locale ("de"); of every locale that ICU has.
LocaleTexts locale_texts(const std::string& locale);
std::vector<std::string> all_locales();

}  // namespace stet
