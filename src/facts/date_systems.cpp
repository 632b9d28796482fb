// Other calendars: the Julian one of the past, and those that some countries print.
#include <unicode/calendar.h>

#include <cmath>
#include <memory>

#include "facts/dates.h"

namespace stet {

std::optional<Weekday> julian_weekday(CivilDate date) {
  if (date.month < 1 || date.month > 12 || date.day < 1) return std::nullopt;
  const std::int32_t days = date.month == 2 ? (date.year % 4 == 0 ? 29 : 28) : days_in_month(2001, date.month);
  if (date.day > days) return std::nullopt;
  // The Julian day number of a Julian date (Richards, Explanatory Supplement to the Astronomical Almanac, 15.11).
  const std::int64_t a = (14 - date.month) / 12;
  const std::int64_t y = date.year + 4800 - a;
  const std::int64_t m = date.month + 12 * a - 3;
  const std::int64_t number = date.day + (153 * m + 2) / 5 + 365 * y + y / 4 - 32083;
  return static_cast<Weekday>(number % 7 + 1);  // day 0 was a Monday
}

std::optional<CivilDate> to_gregorian(CalendarSystem system, CivilDate date) {
  switch (system) {
    case CalendarSystem::kGregorian:
    case CalendarSystem::kEra:
      return date;
    case CalendarSystem::kBuddhist:
      return CivilDate{date.year - 543, date.month, date.day};
    case CalendarSystem::kPersian:
    case CalendarSystem::kIslamic:
      break;
  }
  UErrorCode status = U_ZERO_ERROR;
  const char* name = system == CalendarSystem::kPersian ? "fa@calendar=persian" : "ar@calendar=islamic-umalqura";
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(name), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->clear();
  calendar->setLenient(false);
  calendar->set(date.year, date.month - 1, date.day);
  const UDate millis = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return from_days(static_cast<std::int64_t>(std::floor(millis / 86400000.0)));
}

}  // namespace stet
