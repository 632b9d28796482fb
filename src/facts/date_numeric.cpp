// Dates in digits: 8.4.2025, 08.04.25, 2025-04-08, 4/8/2025, 8. 4. 2025, and "Sonntag, 8.4."
#include "facts/date_parser.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// Whether a date in digits may begin behind this text: not in the middle of a name, number, path or address.
bool may_begin_after(std::string_view text, std::size_t pos) {
  if (pos == 0) return true;
  const CodePoint c = decode_before(text, pos);
  if (is_space(c.value)) return true;
  if (is_unspaced(c.value) && is_letter(c.value)) return true;
  if (is_word_char(c.value)) return false;
  switch (c.value) {
    case U'.':
    case U'/':
    case U'\\':
    case U'_':
    case U'@':
    case U'#':
    case U'&':
    case U'=':
    case U'+':
    case U'-':
    case U'\'':
    case U'§':
    case U'$':
    case U'€':
    case U'£':
    case U'%':
    case U'?':
    case U'~':
      return false;
    case U':':
      return pos < 2 || !is_digit(decode_before(text, pos - 1).value);
    default:
      return true;
  }
}

// Whether it may end before this text.
bool may_end_before(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return true;
  const CodePoint c = decode_at(text, pos);
  const auto digit_at = [&](std::size_t at) { return at < text.size() && is_digit(decode_at(text, at).value); };
  const auto word_at = [&](std::size_t at) { return at < text.size() && is_word_char(decode_at(text, at).value); };
  switch (c.value) {
    case U'.':
    case U',':
    case U':':
    case U'\u2013':
      return c.value == U'\u2013' || !digit_at(pos + 1);
    case U'-':
    case U'/':
      return !word_at(pos + 1);
    case U'\\':
    case U'_':
    case U'@':
    case U'=':
    case U'%':
    case U'€':
    case U'$':
    case U'°':
      return false;
    default:
      return !is_word_char(c.value) || is_unspaced(c.value) || c.value == U'T' || c.value == U'г';
  }
}

}  // namespace

void DateParser::read_numeric(std::size_t at, std::vector<ParsedDate>& out) {
  const auto number = [&](std::size_t i) -> const Token* {
    return i < tokens_.size() && tokens_[i].is_number() ? &tokens_[i] : nullptr;
  };
  const Token* first = number(at);
  if (first == nullptr || at + 2 >= tokens_.size() || !may_begin_after(text_, first->begin)) return;
  const Token& separator = tokens_[at + 1];
  if (separator.kind != TokenKind::kMark || separator.space_before) return;
  const char32_t mark = separator.value;
  if (mark != U'.' && mark != U'/' && mark != U'-') return;
  const Calendar& calendar = calendars_.own();
  const Token* second = number(at + 2);
  const auto spaced_well = [&](const Token& token) { return !token.space_before || mark == U'.'; };
  if (second == nullptr || second->digits > 2 || !spaced_well(*second)) return;
  const bool again = at + 3 < tokens_.size() && tokens_[at + 3].is_mark(mark) && !tokens_[at + 3].space_before;
  const Token* third = again ? number(at + 4) : nullptr;
  if (third != nullptr && !spaced_well(*third)) third = nullptr;
  const bool spaces = second->space_before || (third != nullptr && third->space_before);

  ParsedDate date;
  DateFact& fact = date.fact;
  fact.calendar = &calendar;
  fact.shape = DateShape::kNumeric;
  const auto set = [&](const Token& year, const Token& month, const Token& day) {
    fact.year = {year.begin, year.end};
    fact.month = {month.begin, month.end};
    fact.day = {day.begin, day.end};
    fact.date = {static_cast<std::int32_t>(year.value), static_cast<std::int32_t>(month.value),
                 static_cast<std::int32_t>(day.value)};
    fact.year_source = YearSource::kText;
  };
  const auto short_number = [](const Token& token) { return token.digits <= 2; };
  if (first->digits == 4 && third != nullptr && short_number(*third)) {
    // 2025-04-08, 2025/4/8, 2025. 04. 08.
    if (first->value < 1000 || first->value > 2999) return;
    set(*first, *second, *third);
    if (mark == U'-') {
      if (second->digits != 2 || third->digits != 2) return;
      fact.shape = DateShape::kIso;
    }
    date.first = Part::kYear;
    date.last = Part::kDay;
    date.at = {at, at + 5};
    if (mark_at(date.at.end, U'.') && glued(date.at.end) && spaces) ++date.at.end;
  } else if (first->digits <= 2 && third != nullptr && third->digits == 4) {
    if (third->value < 1000 || third->value > 2999) return;
    set(*third, *second, *first);
    date.first = Part::kDay;
    date.last = Part::kYear;
    date.at = {at, at + 5};
    const bool day_first = mark == U'.' && !calendar.month_first();
    if (!day_first) fact.swapped = CivilDate{fact.date.year, fact.date.day, fact.date.month};
  } else if (first->digits <= 2 && third != nullptr && third->digits == 2) {
    if (spaces) return;
    set(*third, *second, *first);
    fact.date.year += 2000;
    fact.year_source = YearSource::kTwoDigits;
    date.first = Part::kDay;
    date.last = Part::kYear;
    date.at = {at, at + 5};
    const bool day_first = mark == U'.' && !calendar.month_first();
    if (!day_first || clock_follows(calendar, at + 4)) fact.unclear_year = true;
  } else if (first->digits <= 2 && mark == U'.' && again && third == nullptr && !calendar.month_first()) {
    // "8.4." needs a weekday or a preposition before it, and must not be a time.
    if (second->value > 12 || first->value > 31 || second->value == 0 || first->value == 0) return;
    fact.month = {second->begin, second->end};
    fact.day = {first->begin, first->end};
    fact.date = {0, static_cast<std::int32_t>(second->value), static_cast<std::int32_t>(first->value)};
    date.first = Part::kDay;
    date.last = Part::kMonth;
    date.at = {at, at + 4};
    const std::size_t next = date.at.end;
    const bool could_be_time = first->value <= 24 && second->digits == 2;
    const bool closes =
        next >= tokens_.size() || (tokens_[next].is_word() && is_upper(decode_at(text_, tokens_[next].begin).value));
    if (could_be_time && closes) return;
    if (number(next) != nullptr && glued(next)) return;
    attach_weekday(calendar, date);
    if (fact.weekdays == 0 && match_before(calendar, Term::kBefore, at) == 0 &&
        match_before(calendar, Term::kFrom, at) == 0) {
      return;
    }
  } else {
    return;
  }
  if (!may_end_before(text_, tokens_[date.at.end - 1].end)) return;
  if (date.whole.end == 0) attach_weekday(calendar, date);
  std::vector<ParsedDate> dates;
  if (date.first == Part::kDay && mark == U'.' && !spaces) days_before(calendar, date, dates);
  dates.push_back(date);
  share_weekdays(calendar, dates);
  for (ParsedDate& d : dates) {
    finish(calendar, d);
    out.push_back(std::move(d));
  }
}

}  // namespace stet
