// Days of the proleptic Gregorian calendar, without any clock.
#pragma once

#include <compare>
#include <cstdint>

namespace stet {

enum class Weekday : std::uint8_t { kMonday = 1, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };

// Stands for a year that is not known, where one is only written.
inline constexpr std::int32_t kNoYear = INT32_MIN;

// A calendar day. Astronomical years: 0 is 1 BC. May hold a day that never existed; ask exists().
struct CivilDate {
  std::int32_t year = 0;
  std::int32_t month = 0;  // 1 to 12
  std::int32_t day = 0;    // 1 to 31
  constexpr auto operator<=>(const CivilDate&) const = default;
};

constexpr bool is_leap_year(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  constexpr std::int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

constexpr bool exists(CivilDate d) {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month);
}

// Days since 1970-01-01 of a date that exists (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
constexpr std::int64_t to_days(CivilDate d) {
  const std::int64_t y = d.month <= 2 ? d.year - 1 : d.year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  const std::int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

// The inverse of to_days().
constexpr CivilDate from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t doe = days - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const auto day = static_cast<std::int32_t>(doy - (153 * mp + 2) / 5 + 1);
  const auto month = static_cast<std::int32_t>(mp < 10 ? mp + 3 : mp - 9);
  return {static_cast<std::int32_t>(yoe + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

// The weekday of a date that exists.
constexpr Weekday weekday_of(CivilDate d) {
  const std::int64_t days = to_days(d);  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(((days + 3) % 7 + 7) % 7 + 1);
}

}  // namespace stet
