// Dates with a month's name: "Donnerstag, den 8. April 2025", "April 8, 2025", "2025年4月8日（木）".
#include <bit>

#include "facts/date_parser.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

DateParser::NumberAt DateParser::number_before(const Calendar& calendar, std::size_t at) const {
  for (std::size_t i = at; i > 0 && at - i < reach(calendar); --i) {
    if (tokens_[i - 1].is_number()) return {i - 1, tokens_[i - 1].begin >= floor_};
  }
  return {};
}

DateParser::NumberAt DateParser::number_after(const Calendar& calendar, std::size_t at) const {
  for (std::size_t i = at; i < tokens_.size() && i - at < reach(calendar); ++i) {
    if (tokens_[i].is_number()) return {i, true};
  }
  return {};
}

bool DateParser::may_be_day(std::size_t at) const {
  const Token& number = tokens_[at];
  if (number.digits > 2 || number.value == 0) return false;
  if (at == 0 || !glued(at)) return true;
  const Token& before = tokens_[at - 1];
  if (before.is_word()) return is_unspaced(decode_at(text_, before.begin).value);
  if (before.is_mark(U'-') || before.is_mark(U'\u2013') || before.is_mark(U'/')) return true;
  const bool number_before_mark = at >= 2 && tokens_[at - 2].is_number() && glued(at - 1);
  if (number_before_mark) return false;
  switch (before.value) {
    case U'$':
    case U'€':
    case U'£':
    case U'¥':
    case U'#':
    case U'§':
    case U'№':
    case U'+':
    case U'@':
    case U'=':
      return false;
    default:
      return true;
  }
}

bool DateParser::clock_follows(const Calendar& calendar, std::size_t number_at) const {
  const std::size_t next = number_at + 1;
  if (next >= tokens_.size()) return false;
  for (const Term term : {Term::kClock, Term::kAm, Term::kPm, Term::kZone}) {
    if (calendar.match(term, tokens_, next).tokens > 0) return true;
  }
  const bool separated = (tokens_[next].is_mark(U':') || tokens_[next].is_mark(U'.')) && glued(next);
  return separated && next + 1 < tokens_.size() && tokens_[next + 1].is_number() && glued(next + 1) &&
         tokens_[next + 1].digits == 2 && (tokens_[next].is_mark(U':') || tokens_[number_at].digits <= 2);
}

bool DateParser::may_be_year(const Calendar& calendar, std::size_t at) const {
  const Token& number = tokens_[at];
  if (number.digits != 4 && number.digits != 3) return false;
  if (number.value < 100 || number.value > 2999) return false;
  if (clock_follows(calendar, at)) return false;
  if (at + 1 >= tokens_.size()) return true;
  const Token& next = tokens_[at + 1];
  if (!glued(at + 1)) return true;
  if (next.is_word()) {
    // "2000s", "1990er"; but "2025年", "2025г."
    if (is_unspaced(decode_at(text_, next.begin).value)) return true;
    return calendar.joins(tokens_, at + 1, at + 2, Part::kYear, Part::kEdge) ||
           calendar.joins(tokens_, at + 1, at + 2, Part::kYear, Part::kMonth) ||
           calendar.joins(tokens_, at + 1, at + 2, Part::kYear, Part::kWeekday);
  }
  const bool number_follows = at + 2 < tokens_.size() && tokens_[at + 2].is_number() && glued(at + 2);
  return !(number_follows && (next.is_mark(U'.') || next.is_mark(U','))) && !next.is_mark(U'%');
}

void DateParser::set_year(const Calendar& calendar, std::size_t at, ParsedDate& date) const {
  date.fact.year = {tokens_[at].begin, tokens_[at].end};
  date.fact.date.year = static_cast<std::int32_t>(tokens_[at].value);
  date.fact.year_source = YearSource::kText;
  std::size_t next = at + 1;
  const auto skip_marks = [&](std::size_t from) {
    while (from < tokens_.size() && (mark_at(from, U'(') || mark_at(from, U','))) ++from;
    return from;
  };
  if (calendar.match(Term::kBc, tokens_, skip_marks(next)).tokens > 0) date.fact.before_christ = true;
  for (const Calendar* other : calendars_.all()) {
    if (other->match(Term::kBc, tokens_, skip_marks(next)).tokens > 0) date.fact.before_christ = true;
  }
}

bool DateParser::era_before(const Calendar& calendar, std::size_t year_at, ParsedDate& date) const {
  for (std::size_t length = 1; length <= 3 && length <= year_at; ++length) {
    const TermMatch era = calendar.match(Term::kEra, tokens_, year_at - length);
    if (era.tokens != length) continue;
    date.fact.year = {tokens_[year_at - length].begin, tokens_[year_at].end};
    date.fact.date.year = era.value + static_cast<std::int32_t>(tokens_[year_at].value);
    date.fact.year_source = YearSource::kText;
    date.fact.system = CalendarSystem::kEra;
    date.at.begin = std::min(date.at.begin, year_at - length);
    return true;
  }
  return false;
}

void DateParser::year_after(const Calendar& calendar, std::size_t at, Part left, ParsedDate& date) const {
  const NumberAt number = number_after(calendar, at);
  if (!number.found || !calendar.joins(tokens_, at, number.at, left, Part::kYear)) return;
  const Token& token = tokens_[number.at];
  if (may_be_year(calendar, number.at)) {
    set_year(calendar, number.at, date);
  } else if (token.digits == 2) {
    const bool apostrophe = number.at > at && tokens_[number.at - 1].is_mark(U'\'');
    const bool hyphen = number.at > at && tokens_[number.at - 1].is_mark(U'-') && glued(number.at);
    if (apostrophe || hyphen) {
      date.fact.year = {tokens_[number.at].begin, token.end};
      date.fact.date.year = 2000 + static_cast<std::int32_t>(token.value);
      date.fact.year_source = YearSource::kTwoDigits;
    } else {
      const bool comma = number.at > at && tokens_[number.at - 1].is_mark(U',');
      if (!comma && !clock_follows(calendar, number.at)) date.fact.unclear_year = true;
      return;
    }
  } else {
    return;
  }
  date.at.end = number.at + 1;
  date.last = Part::kYear;
  const std::size_t suffix = date.at.end;
  if (suffix < tokens_.size() && tokens_[suffix].is_word() &&
      calendar.joins(tokens_, suffix, suffix + 1, Part::kYear, Part::kEdge)) {
    date.at.end = suffix + 1;
    const bool abbreviated = tokens_[suffix].end - tokens_[suffix].begin <= 2;  // "г.", not "года."
    if (abbreviated && mark_at(date.at.end, U'.') && glued(date.at.end)) ++date.at.end;
  }
}

bool DateParser::month_is_plain(const Calendar& calendar, Stretch month) const {
  const char32_t written = decode_at(text_, tokens_[month.begin].begin).value;
  if (!is_lower(written)) return true;
  const TermMatch match = calendar.match(Term::kMonth, tokens_, month.begin);
  const std::string& name = calendar.form(match.form).names[static_cast<std::size_t>(match.value)];
  return !is_upper(decode_at(name, 0).value);
}

bool DateParser::place_day_and_year(const Calendar& calendar, Stretch month, ParsedDate& date) {
  const NumberAt left = number_before(calendar, month.begin);
  const NumberAt right = number_after(calendar, month.end);
  const bool day_left =
      left.found && may_be_day(left.at) && calendar.joins(tokens_, left.at + 1, month.begin, Part::kDay, Part::kMonth);
  const bool year_left = left.found && !day_left && may_be_year(calendar, left.at) &&
                         calendar.joins(tokens_, left.at + 1, month.begin, Part::kYear, Part::kMonth);
  bool day_right = right.found && calendar.month_first() && may_be_day(right.at) && !mark_at(right.at - 1, U'\'') &&
                   calendar.joins(tokens_, month.end, right.at, Part::kMonth, Part::kDay);
  if (day_right && right.at > month.end && mark_at(right.at - 1, U',')) day_right = false;
  std::size_t after_day = right.at + 1;
  if (day_right) {
    while (after_day < tokens_.size() && tokens_[after_day].is_word() && glued(after_day) &&
           (calendar.match(Term::kOrdinal, tokens_, after_day).tokens > 0)) {
      ++after_day;
    }
    if (calendar.day_mark()) {
      // In "4月8日" the day must say that it is one; "4月8人" has none.
      if (after_day >= tokens_.size() || !tokens_[after_day].is_word() ||
          !calendar.joins(tokens_, after_day, after_day + 1, Part::kDay, Part::kEdge)) {
        day_right = false;
      } else {
        ++after_day;
      }
    } else if (clock_follows(calendar, right.at)) {
      day_right = false;
    }
  }
  const auto set_day = [&](std::size_t at) {
    date.fact.day = {tokens_[at].begin, tokens_[at].end};
    date.fact.date.day = static_cast<std::int32_t>(tokens_[at].value);
  };
  const bool right_wins = day_right && day_left && mark_at(after_day, U',') && after_day + 1 < tokens_.size() &&
                          may_be_year(calendar, after_day + 1);
  date.at = month;
  if (day_left && !right_wins) {
    set_day(left.at);
    date.at.begin = left.at;
    date.first = Part::kDay;
    date.last = Part::kMonth;
    year_after(calendar, month.end, Part::kMonth, date);
    const NumberAt year = number_before(calendar, left.at);
    if (!date.fact.has_year() && calendar.year_before_day() && year.found && may_be_year(calendar, year.at) &&
        calendar.joins(tokens_, year.at + 1, left.at, Part::kYear, Part::kDay)) {
      set_year(calendar, year.at, date);
      date.fact.unclear_year = false;
      date.at.begin = year.at;
      date.first = Part::kYear;
    }
    return true;
  }
  if (day_right) {
    set_day(right.at);
    date.at.end = after_day;
    date.first = Part::kMonth;
    date.last = Part::kDay;
    if (year_left && calendar.year_first()) {
      date.at.begin = left.at;
      date.first = Part::kYear;
      set_year(calendar, left.at, date);
    } else if (left.found && calendar.joins(tokens_, left.at + 1, month.begin, Part::kYear, Part::kMonth) &&
               left.at + 1 < month.begin && era_before(calendar, left.at, date)) {
      date.first = Part::kYear;
    } else if (!calendar.day_mark()) {
      year_after(calendar, after_day, Part::kDay, date);
    } else if (left.found && tokens_[left.at].digits == 2 &&
               calendar.joins(tokens_, left.at + 1, month.begin, Part::kYear, Part::kMonth)) {
      date.fact.unclear_year = true;
    }
    return true;
  }
  if (year_left && calendar.year_first()) {
    date.at.begin = left.at;
    date.first = Part::kYear;
    date.last = Part::kMonth;
    set_year(calendar, left.at, date);
    return true;
  }
  date.first = Part::kMonth;
  date.last = Part::kMonth;
  year_after(calendar, month.end, Part::kMonth, date);
  return date.fact.year_source == YearSource::kText;
}

bool DateParser::read_named(const Calendar& calendar, std::size_t at, std::vector<ParsedDate>& out) {
  std::uint32_t values = 0;
  const TermMatch match = calendar.match_all(Term::kMonth, tokens_, at, values);
  if (match.tokens == 0) return false;
  const Stretch month{at, at + match.tokens};
  // "Mai-Demo" is no month, nor is the end of a compound.
  const auto is_spaced_word = [&](std::size_t i) {
    return i < tokens_.size() && tokens_[i].is_word() && !is_unspaced(decode_at(text_, tokens_[i].begin).value);
  };
  if (mark_at(month.end, U'-') && glued(month.end) && is_spaced_word(month.end + 1) && glued(month.end + 1))
    return false;
  if (glued(at) && is_spaced_word(at) && mark_at(at - 1, U'-') && (at < 2 || !tokens_[at - 2].is_number()))
    return false;

  ParsedDate date;
  date.fact.calendar = &calendar;
  date.month = month;
  date.fact.month = span(month);
  date.fact.month_form = match.form;
  date.fact.system = calendar.form(match.form).system;
  date.fact.date.month = match.value + 1;
  if (!place_day_and_year(calendar, month, date)) return false;
  if (!month_is_plain(calendar, month) && (date.fact.day.empty() || date.fact.year_source != YearSource::kText)) {
    return false;
  }
  std::vector<ParsedDate> dates;
  if (!date.fact.day.empty()) {
    attach_weekday(calendar, date);
    if (date.first == Part::kDay) {
      days_before(calendar, date, dates);
      dates.push_back(date);
    } else {
      days_after(calendar, date, dates);
    }
    if (std::popcount(values) > 1) {
      for (ParsedDate& d : dates) d.fact.weekdays = 0;
    }
    share_weekdays(calendar, dates);
  } else {
    dates.push_back(date);
  }
  for (ParsedDate& d : dates) {
    finish(calendar, d);
    out.push_back(std::move(d));
  }
  return true;
}

void DateParser::read_named(std::size_t at, std::vector<ParsedDate>& out) {
  for (const Calendar* calendar : calendars_.all()) {
    if (read_named(*calendar, at, out)) return;
  }
}

}  // namespace stet
