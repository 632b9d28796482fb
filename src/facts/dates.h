// The dates that a text gives, with their places and calendar values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/civil_date.h"
#include "base/span.h"
#include "facts/calendar.h"
#include "text/words.h"

namespace stet {

// How the year of a date is known.
enum class YearSource : std::uint8_t {
  kUnknown,    // it is not
  kText,       // it stands in the date
  kTwoDigits,  // its last two digits stand in the date
  kRange,      // it stands at the other end of a range or in the same list
  kOption,     // --as-of
  kFrontMatter,
  kMetadata,  // JSON-LD, meta or time elements of an HTML page
  kDateline,  // a full date in the article's head
  kNearby,    // a full date or year close by
  kLead,      // the day with its weekday that the lead tells of
};
std::string_view year_source_name(YearSource source);

enum class DateShape : std::uint8_t {
  kNamed,    // with a month's name, or 2025年4月8日
  kNumeric,  // 8.4.2025, 4/8/2025
  kIso,      // 2025-04-08
};

struct DateFact {
  std::uint32_t block = 0;
  TextSpan span;     // all of it, the weekday included
  TextSpan weekday;  // its parts; empty where there is none
  TextSpan day;
  TextSpan month;
  TextSpan year;
  DateShape shape = DateShape::kNamed;
  CalendarSystem system = CalendarSystem::kGregorian;
  // The day as it is written, in the Gregorian calendar; it may never have existed. 0 for what is not said: a year
  // that the text does not give, the day of "April 2025".
  CivilDate date;
  YearSource year_source = YearSource::kUnknown;
  // The other reading of 4/8/2025, month and day changed.
  std::optional<CivilDate> swapped;
  std::uint8_t weekdays = 0;  // those that the text may mean, a bit each: 1 << int(Weekday)
  bool before_christ = false;
  // Whether the surroundings make it a date beyond doubt: a year, a weekday, a preposition or an article beside it.
  bool certain = false;
  // Whether there is something that its year can't be read from surely: "1. April 25".
  bool unclear_year = false;
  // How the weekday and the month are written: forms of `calendar`, and numbers (0 based) in them.
  const Calendar* calendar = nullptr;
  std::uint16_t weekday_form = 0;
  std::uint16_t month_form = 0;
  // When this date begins a range ("from … to …", a dash): the index of the date that ends it; else kNoDate.
  std::uint32_t range_end = 0xFFFFFFFFU;

  [[nodiscard]] bool has_day() const { return date.day != 0 || day.size() > 0; }
  [[nodiscard]] bool has_year() const { return year_source != YearSource::kUnknown; }
};
inline constexpr std::uint32_t kNoDate = 0xFFFFFFFFU;

// The calendars that a block is read with: its language's, and those of the languages that fragments are often in.
class CalendarSet {
 public:
  CalendarSet(Language language, const CalendarCache& cache, const Lexicon& lexicon);

  [[nodiscard]] const Calendar& own() const { return *calendars_[0]; }
  [[nodiscard]] std::span<const Calendar* const> all() const { return calendars_; }
  // False for nearly all words that begin no month's name in any of them.
  [[nodiscard]] bool may_be_month(std::uint32_t token_value) const { return months_.may_hold(token_value); }

 private:
  std::vector<const Calendar*> calendars_;
  TokenFilter months_;
};

// A number of four digits that may be a year.
struct YearMention {
  std::uint32_t block = 0;
  std::uint32_t begin = 0;  // where it stands in the block's text
  std::int32_t year = 0;    // 1000 to 2199
};

// What is read of dates, by block and place.
struct Dates {
  std::vector<DateFact> dates;
  std::vector<YearMention> years;
};

// Appends the dates of one block's text. `words` are those of cut_words(). Years that the text does not give stay
// unknown; resolve_years() finds them over the whole document.
void extract_dates(std::string_view text, std::span<const Word> words, std::uint32_t block,
                   const CalendarSet& calendars, Dates& out);

// The weekday on which the day fell in the Julian calendar, if that date is one of it.
std::optional<Weekday> julian_weekday(CivilDate date);

// The Gregorian day of a day in another calendar; nothing when it is none of it.
std::optional<CivilDate> to_gregorian(CalendarSystem system, CivilDate date);

}  // namespace stet
