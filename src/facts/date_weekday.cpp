// The weekday beside a date, and the days that share a month's name: "Montag bis Donnerstag, 7. bis 10. April".
#include <algorithm>

#include "facts/date_parser.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Values (0: Monday) to bits of weekdays (1 << 1: Monday).
std::uint8_t weekday_bits(std::uint32_t values) { return static_cast<std::uint8_t>(values << 1U); }

}  // namespace

std::size_t DateParser::match_before(const Calendar& calendar, Term term, std::size_t at) const {
  for (std::size_t length = std::min<std::size_t>(4, at); length > 0; --length) {
    if (calendar.match(term, tokens_, at - length).tokens == length) return length;
  }
  return 0;
}

bool DateParser::weekday_counts(const Calendar& calendar, Stretch at, const NameForm& form) const {
  const Token& first = tokens_[at.begin];
  // "Welt am Sonntag", "der Freitag".
  for (std::size_t back = 0; back <= std::min<std::size_t>(4, at.begin); ++back) {
    const TermMatch name = calendar.match(Term::kNoWeekday, tokens_, at.begin - back);
    if (name.tokens > back) return false;
  }
  const bool after_mark = at.end >= tokens_.size() || tokens_[at.end].kind == TokenKind::kMark;
  const char32_t lead = decode_at(text_, first.begin).value;
  const std::size_t length = tokens_[at.end - 1].end - first.begin;
  if (length == decode_at(text_, first.begin).length) {  // one character: "(木)", "L."
    const bool bracket = at.begin > 0 && mark_at(at.begin - 1, U'(');
    return bracket && after_mark;
  }
  if (is_unspaced(lead)) return true;
  if (mark_at(at.end, U'-') && glued(at.end)) return false;
  if (glued(at.begin) && mark_at(at.begin - 1, U'-')) return false;
  if (!form.abbreviated) return true;
  // "Sun" and "So" are words too. A name that CLDR writes with a capital needs it; and "The Toronto Sun 8 April" names
  // a paper.
  const bool pointed = mark_at(at.end, U'.') && glued(at.end);
  bool capital_form = false;
  for (const std::string& name : form.names) capital_form |= !name.empty() && is_upper(decode_at(name, 0).value);
  if (capital_form && is_lower(lead)) return false;
  if (pointed || at.begin == 0) return true;
  const Token& before = tokens_[at.begin - 1];
  if (!before.is_word()) return true;
  if (match_before(calendar, Term::kBefore, at.begin) > 0 || match_before(calendar, Term::kFrom, at.begin) > 0 ||
      match_before(calendar, Term::kTo, at.begin) > 0) {
    return true;
  }
  return !is_upper(decode_at(text_, before.begin).value);
}

std::optional<ParsedWeekday> DateParser::weekday_before(const Calendar& calendar, std::size_t at, Part part) const {
  for (std::size_t begin = at; begin > 0 && at - begin < reach(calendar);) {
    --begin;
    if (tokens_[begin].begin < floor_) break;
    std::uint32_t values = 0;
    TermMatch match = calendar.match_all(Term::kWeekday, tokens_, begin, values);
    if (match.tokens == 0 || begin + match.tokens > at) continue;
    const std::size_t end = begin + match.tokens;
    if (!calendar.joins(tokens_, end, at, Part::kWeekday, part)) continue;
    // A longer name may end at the same place: "周二" holds "二".
    for (std::size_t longer = begin; longer > 0 && begin - longer < 5;) {
      --longer;
      std::uint32_t more = 0;
      const TermMatch other = calendar.match_all(Term::kWeekday, tokens_, longer, more);
      if (other.tokens > 0 && longer + other.tokens == end) {
        match = other;
        values = more;
        begin = longer;
      }
    }
    if (!weekday_counts(calendar, {begin, end}, calendar.form(match.form))) return std::nullopt;
    return ParsedWeekday{{begin, end}, weekday_bits(values), match.form};
  }
  return std::nullopt;
}

// Whether behind a weekday there stands another date, which then is the one that it belongs to.
bool DateParser::goes_on_as_date(const Calendar& calendar, std::size_t at) const {
  const NumberAt number = number_after(calendar, at);
  if (number.found && tokens_[number.at].digits <= 2 &&
      calendar.joins(tokens_, at, number.at, Part::kWeekday, Part::kDay)) {
    for (std::size_t i = number.at + 1; i < std::min(tokens_.size(), number.at + 4); ++i) {
      if (calendar.match(Term::kMonth, tokens_, i).tokens > 0 &&
          calendar.joins(tokens_, number.at + 1, i, Part::kDay, Part::kMonth)) {
        return true;
      }
    }
    const std::size_t next = number.at + 1;
    const bool separated = mark_at(next, U'.') || mark_at(next, U'/') || mark_at(next, U'-');
    if (separated && next + 1 < tokens_.size() && tokens_[next + 1].is_number() && tokens_[number.at].value <= 31 &&
        tokens_[next + 1].value <= 12) {
      return true;
    }
  }
  for (std::size_t i = at; i < std::min(tokens_.size(), at + 4); ++i) {
    if (tokens_[i].is_mark(U'.') || tokens_[i].is_mark(U';') || tokens_[i].is_mark(U'(')) break;
    if (calendar.match(Term::kMonth, tokens_, i).tokens > 0 &&
        calendar.joins(tokens_, at, i, Part::kWeekday, Part::kMonth)) {
      return true;
    }
    const TermMatch other = calendar.match(Term::kWeekday, tokens_, i);
    if (other.tokens > 0 && weekday_counts(calendar, {i, i + other.tokens}, calendar.form(other.form))) return true;
  }
  return false;
}

std::optional<ParsedWeekday> DateParser::weekday_after(const Calendar& calendar, std::size_t at, Part part) const {
  const std::size_t is = at < tokens_.size() ? calendar.match(Term::kIsWeekday, tokens_, at).tokens : 0;
  for (std::size_t begin = at; begin < tokens_.size() && begin - at < reach(calendar); ++begin) {
    std::uint32_t values = 0;
    const TermMatch match = calendar.match_all(Term::kWeekday, tokens_, begin, values);
    if (match.tokens == 0) continue;
    const Stretch found{begin, begin + match.tokens};
    const ParsedWeekday weekday{found, weekday_bits(values), match.form};
    const bool closed = found.end >= tokens_.size() || tokens_[found.end].is_mark(U',') ||
                        tokens_[found.end].is_mark(U')') || tokens_[found.end].is_mark(U'.') ||
                        tokens_[found.end].is_mark(U';') || tokens_[found.end].is_mark(U'\u2013') ||
                        tokens_[found.end].is_mark(U':');
    const bool counts = weekday_counts(calendar, found, calendar.form(match.form));
    if (is > 0 && at + is == begin) return counts ? std::optional(weekday) : std::nullopt;
    const std::size_t article = match_before(calendar, Term::kArticle, begin);
    if (article > 0 && begin - article > at && calendar.joins(tokens_, at, begin - article, part, Part::kWeekday)) {
      return counts && closed ? std::optional(weekday) : std::nullopt;
    }
    if (!calendar.joins(tokens_, at, begin, part, Part::kWeekday)) {
      // "8日" before "日曜日": the first may be read as a weekday too.
      if (begin - at < 2) continue;
      return std::nullopt;
    }
    if (mark_at(begin - 1, U'(')) {
      const bool mark = found.end >= tokens_.size() || tokens_[found.end].kind == TokenKind::kMark;
      return counts && mark ? std::optional(weekday) : std::nullopt;
    }
    const bool single =
        tokens_[found.end - 1].end - tokens_[begin].begin == decode_at(text_, tokens_[begin].begin).length;
    if (single && is_unspaced(decode_at(text_, tokens_[begin].begin).value)) continue;
    if (!counts || goes_on_as_date(calendar, found.end)) return std::nullopt;
    const bool comma = mark_at(begin - 1, U',');
    if (calendar.weekday_last() || (comma && closed)) return weekday;
    return std::nullopt;
  }
  return std::nullopt;
}

bool DateParser::attach_weekday_of(const Calendar& calendar, ParsedDate& date) const {
  std::optional<ParsedWeekday> weekday = weekday_before(calendar, date.at.begin, date.first);
  if (!weekday) weekday = weekday_after(calendar, date.at.end, date.last);
  if (!weekday) return false;
  const bool foreign = &calendar != date.fact.calendar;
  if (foreign && calendar.form(weekday->form).abbreviated) return false;
  date.fact.weekday = span(weekday->at);
  date.fact.weekdays = weekday->weekdays;
  date.fact.weekday_form = weekday->form;
  date.whole = {std::min(date.at.begin, weekday->at.begin), std::max(date.at.end, weekday->at.end)};
  return true;
}

void DateParser::attach_weekday(const Calendar& calendar, ParsedDate& date) const {
  date.whole = date.at;
  if (attach_weekday_of(calendar, date)) return;
  // "April" is English too: "Thursday, 8 April" in a German text.
  for (const Calendar* other : calendars_.all()) {
    if (other == &calendar) continue;
    TermMatch month;
    if (!date.month.empty()) {
      month = other->match(Term::kMonth, tokens_, date.month.begin);
      if (month.tokens != date.month.end - date.month.begin || month.value + 1 != date.fact.date.month) continue;
    }
    if (!attach_weekday_of(*other, date)) continue;
    date.fact.calendar = other;
    date.fact.month_form = month.form;
    return;
  }
}

std::size_t DateParser::link_before(const Calendar& calendar, std::size_t at, bool& range) const {
  range = false;
  if (at == 0) return 0;
  std::size_t length = match_before(calendar, Term::kTo, at);
  if (length > 0) {
    range = true;
    return length;
  }
  length = match_before(calendar, Term::kAnd, at);
  if (length > 0) return at > length && mark_at(at - length - 1, U',') ? length + 1 : length;
  const Token& mark = tokens_[at - 1];
  if (mark.is_mark(U'\u2013') || mark.is_mark(U'-')) {
    range = true;
    return 1;
  }
  return mark.is_mark(U'/') || mark.is_mark(U',') ? 1 : 0;
}

std::size_t DateParser::link_after(const Calendar& calendar, std::size_t at, bool& range) const {
  range = false;
  if (at >= tokens_.size()) return 0;
  std::size_t length = calendar.match(Term::kTo, tokens_, at).tokens;
  if (length > 0) {
    range = true;
    return length;
  }
  length = calendar.match(Term::kAnd, tokens_, at).tokens;
  if (length > 0) return length;
  if (tokens_[at].is_mark(U'\u2013') || tokens_[at].is_mark(U'-')) {
    range = true;
    return 1;
  }
  return 0;
}

void DateParser::days_before(const Calendar& calendar, const ParsedDate& date, std::vector<ParsedDate>& out) const {
  std::size_t at = date.whole.begin;
  std::vector<ParsedDate> found;
  bool range = false;
  bool end_of_range = false;
  for (int i = 0; i < 6; ++i) {
    const std::size_t link = link_before(calendar, at, range);
    if (link == 0) break;
    std::size_t end = at - link;
    while (end > 0 && (mark_at(end - 1, U'.') || mark_at(end - 1, U',') ||
                       (tokens_[end - 1].is_word() && glued(end - 1) &&
                        calendar.match(Term::kOrdinal, tokens_, end - 1).tokens == 1))) {
      --end;
    }
    if (end == 0 || !tokens_[end - 1].is_number() || !may_be_day(end - 1) || tokens_[end - 1].value > 31) break;
    ParsedDate other = date;
    other.fact.weekday = {};
    other.fact.weekdays = 0;
    other.fact.day = {tokens_[end - 1].begin, tokens_[end - 1].end};
    other.fact.date.day = static_cast<std::int32_t>(tokens_[end - 1].value);
    other.fact.month = {};
    other.fact.year = {};
    if (other.fact.has_year()) other.fact.year_source = YearSource::kRange;
    other.at = {end - 1, end};
    other.whole = other.at;
    other.first = Part::kDay;
    other.last = Part::kDay;
    if (const auto weekday = weekday_before(calendar, end - 1, Part::kDay)) {
      other.fact.weekday = span(weekday->at);
      other.fact.weekdays = weekday->weekdays;
      other.fact.weekday_form = weekday->form;
      other.whole.begin = weekday->at.begin;
    }
    if (range && i == 0) end_of_range = true;
    at = other.whole.begin;
    found.push_back(std::move(other));
    if (range) break;
  }
  for (std::size_t i = found.size(); i > 0; --i) out.push_back(std::move(found[i - 1]));
  if (end_of_range) out.back().begins_range = true;
}

void DateParser::days_after(const Calendar& calendar, ParsedDate& date, std::vector<ParsedDate>& out) const {
  const bool complete = date.fact.year_source == YearSource::kText;
  bool range = false;
  const std::size_t link = complete ? 0 : link_after(calendar, date.at.end, range);
  const std::size_t next = date.at.end + link;
  if (link == 0 || next >= tokens_.size() || !tokens_[next].is_number() || tokens_[next].digits > 2 ||
      tokens_[next].value == 0 || tokens_[next].value > 31 || clock_follows(calendar, next)) {
    out.push_back(date);
    return;
  }
  ParsedDate other = date;
  other.fact.weekday = {};
  other.fact.weekdays = 0;
  other.fact.day = {tokens_[next].begin, tokens_[next].end};
  other.fact.date.day = static_cast<std::int32_t>(tokens_[next].value);
  other.fact.month = {};
  other.fact.unclear_year = false;
  other.at = {next, next + 1};
  other.last = Part::kDay;
  year_after(calendar, next + 1, Part::kDay, other);
  other.whole = other.at;
  if (other.fact.has_year()) {
    date.fact.date.year = other.fact.date.year;
    date.fact.year_source = YearSource::kRange;
    date.fact.unclear_year = false;
  }
  date.begins_range = range;
  out.push_back(date);
  out.push_back(std::move(other));
}

void DateParser::share_weekdays(const Calendar& calendar, std::vector<ParsedDate>& dates) const {
  // Here only those before the first date: "Montag bis Donnerstag, …", "Freitag und Samstag, …".
  ParsedDate& first = dates.front();
  if (first.fact.weekdays == 0 || first.whole.begin == first.at.begin) return;
  bool range = false;
  const std::size_t link = link_before(calendar, first.whole.begin, range);
  if (link == 0) return;
  const std::size_t end = first.whole.begin - link;
  std::optional<ParsedWeekday> before;
  for (std::size_t begin = end; begin > 0 && end - begin < 6 && !before;) {
    --begin;
    std::uint32_t values = 0;
    const TermMatch match = calendar.match_all(Term::kWeekday, tokens_, begin, values);
    if (match.tokens > 0 && begin + match.tokens <= end &&
        calendar.joins(tokens_, begin + match.tokens, end, Part::kWeekday, Part::kDay)) {
      before = ParsedWeekday{{begin, begin + match.tokens}, weekday_bits(values), match.form};
    }
  }
  if (!before) return;
  if (dates.size() == 2 && dates[1].fact.weekdays == 0) {
    dates[1].fact.weekday = first.fact.weekday;
    dates[1].fact.weekdays = first.fact.weekdays;
    dates[1].fact.weekday_form = first.fact.weekday_form;
    first.fact.weekday = span(before->at);
    first.fact.weekdays = before->weekdays;
    first.fact.weekday_form = before->form;
    first.whole.begin = before->at.begin;
  } else if (dates.size() == 1) {
    // Which of them the date belongs to is open.
    first.fact.weekdays = 0;
    first.fact.weekday = {};
    first.whole = first.at;
  }
}

}  // namespace stet
