// Every locale of ICU: what it writes as a long or full date must be read back as the same day, and with another
// weekday it must differ from the day's.
#include <gtest/gtest.h>
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/smpdtfmt.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "support/dates.h"

namespace stet {
namespace {

using icu::DateFormat;
using icu::Locale;
using icu::UnicodeString;

std::string utf8(const UnicodeString& s) {
  std::string out;
  s.toUTF8String(out);
  return out;
}

UDate millis(CivilDate date) { return static_cast<double>(to_days(date)) * 86400000.0 + 43200000.0; }

std::string language_of(const Locale& locale) { return locale.getLanguage(); }

// Whether the locale names its months; some have but numbers ("M01").
bool has_month_names(const icu::SimpleDateFormat& format) {
  int32_t count = 0;
  const UnicodeString* months = format.getDateFormatSymbols()->getMonths(count);
  return count >= 12 && months[0] != UnicodeString(u"M01") && months[0] != UnicodeString(u"1");
}

// The date of this day, with the weekday's name (field E or c) taken from `other`.
std::string with_weekday_of(const icu::SimpleDateFormat& format, CivilDate date, CivilDate other) {
  const auto part = [&](CivilDate day, int32_t& begin, int32_t& end) {
    UnicodeString text;
    for (const UDateFormatField field : {UDAT_DAY_OF_WEEK_FIELD, UDAT_STANDALONE_DAY_FIELD}) {
      icu::FieldPosition position(field);
      text.remove();
      format.format(millis(day), text, position);
      begin = position.getBeginIndex();
      end = position.getEndIndex();
      if (end > begin) break;
    }
    return text;
  };
  int32_t begin = 0;
  int32_t end = 0;
  UnicodeString text = part(date, begin, end);
  if (end <= begin) return {};
  int32_t from = 0;
  int32_t to = 0;
  const UnicodeString source = part(other, from, to);
  text.replace(begin, end - begin, UnicodeString(source, from, to - from));
  return utf8(text);
}

const std::vector<CivilDate>& days() {
  static const std::vector<CivilDate> all = [] {
    std::vector<CivilDate> made;
    for (int month = 1; month <= 12; ++month) {
      for (const int day : {1, 8, 19, 28}) made.push_back({month % 2 == 0 ? 2025 : 1997, month, day});
    }
    return made;
  }();
  return all;
}

// What goes wrong first in this locale, or "".
std::string first_failure(const Locale& locale, const icu::SimpleDateFormat& format, bool full) {
  const std::string language = language_of(locale);
  for (const CivilDate day : days()) {
    UnicodeString formatted;
    format.format(millis(day), formatted);
    const std::string text = utf8(formatted);
    const auto dates = dates_in(text, language);
    if (dates.size() != 1) return text + " gives " + std::to_string(dates.size()) + " dates\n" + describe(text, dates);
    if (dates[0].date != day || dates[0].year_source != YearSource::kText) {
      return text + " is read as\n" + describe(text, dates);
    }
    if (!full) continue;
    const auto named = [&](const DateFact& date) {
      return (date.weekdays >> static_cast<int>(weekday_of(day)) & 1U) != 0;
    };
    if (!named(dates[0])) return text + " loses its weekday:\n" + describe(text, dates);
    for (int shift = 1; shift < 7; ++shift) {
      const std::string wrong = with_weekday_of(format, day, from_days(to_days(day) + shift));
      if (wrong.empty()) return text + ": no weekday in the pattern";
      const auto read = dates_in(wrong, language);
      if (read.size() != 1 || read[0].date != day) return wrong + " is read as\n" + describe(wrong, read);
      if (read[0].weekdays == 0 || named(read[0])) return wrong + " passes:\n" + describe(wrong, read);
    }
  }
  return {};
}

bool names_weekday(const icu::SimpleDateFormat& format) {
  UnicodeString pattern;
  format.toPattern(pattern);
  return pattern.indexOf(u'E') >= 0 || pattern.indexOf(u'c') >= 0;
}

TEST(DateLocales, LongAndFullDatesAreReadBack) {
  int32_t count = 0;
  const Locale* locales = Locale::getAvailableLocales(count);
  int passed = 0;
  std::set<std::string> unnamed;
  std::map<std::string, std::string> failures;
  for (int32_t i = 0; i < count; ++i) {
    const Locale& locale = locales[i];
    for (const auto style : {DateFormat::kLong, DateFormat::kFull}) {
      const std::unique_ptr<DateFormat> format(DateFormat::createDateInstance(style, locale));
      auto* simple = dynamic_cast<icu::SimpleDateFormat*>(format.get());
      ASSERT_NE(simple, nullptr) << locale.getName();
      simple->adoptTimeZone(icu::TimeZone::getGMT()->clone());
      if (!has_month_names(*simple)) {
        unnamed.insert(locale.getName());
        continue;
      }
      const std::string failure = first_failure(locale, *simple, names_weekday(*simple));
      if (!failure.empty()) failures[locale.getName()] = failure;
    }
    if (!unnamed.contains(locale.getName()) && !failures.contains(locale.getName())) ++passed;
  }
  for (const auto& [name, failure] : failures) ADD_FAILURE() << name << ": " << failure;
  for (const std::string& name : unnamed) std::printf("%s has no names of months\n", name.c_str());
  std::printf("%d of %d locales pass\n", passed, count);
  EXPECT_EQ(static_cast<std::size_t>(passed) + unnamed.size() + failures.size(), static_cast<std::size_t>(count));
  RecordProperty("locales", passed);
}

}  // namespace
}  // namespace stet
