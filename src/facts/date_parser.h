// Reads one date from tokens; used by date*.cpp alone. All positions are token numbers unless they are spans.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/calendar.h"
#include "facts/date_tokens.h"
#include "facts/dates.h"

namespace stet {

// Half-open range of tokens.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

struct ParsedWeekday {
  Stretch at;
  std::uint8_t weekdays = 0;
  std::uint16_t form = 0;
};

// A date while it is being put together.
struct ParsedDate {
  DateFact fact;
  Stretch at;  // all of it but the weekday
  Stretch whole;
  Stretch month;
  Part first = Part::kDay;  // its outermost parts
  Part last = Part::kDay;
  bool begins_range = false;  // the next one is joined to it by "to" or a dash
};

class DateParser {
 public:
  // Nothing before byte `floor` is looked at: it belongs to a date that has been read.
  DateParser(std::string_view text, const Tokens& tokens, const CalendarSet& calendars, std::uint32_t floor)
      : text_(text), tokens_(tokens), calendars_(calendars), floor_(floor) {}

  // The dates that share the month's name at `at`: one mostly, several in "7. bis 10. April". In text order.
  void read_named(std::size_t at, std::vector<ParsedDate>& out);
  // The date in digits whose first number stands at `at`, and days before it that share its month.
  void read_numeric(std::size_t at, std::vector<ParsedDate>& out);

 private:
  struct NumberAt {
    std::size_t at = 0;
    bool found = false;
  };

  [[nodiscard]] bool read_named(const Calendar& calendar, std::size_t at, std::vector<ParsedDate>& out);
  bool place_day_and_year(const Calendar& calendar, Stretch month, ParsedDate& date);
  [[nodiscard]] bool month_is_plain(const Calendar& calendar, Stretch month) const;

  [[nodiscard]] NumberAt number_before(const Calendar& calendar, std::size_t at) const;
  [[nodiscard]] NumberAt number_after(const Calendar& calendar, std::size_t at) const;
  [[nodiscard]] bool may_be_day(std::size_t at) const;
  // Whether the number may be a year where it stands: not the hour of a clock, no "2000s".
  [[nodiscard]] bool may_be_year(const Calendar& calendar, std::size_t at) const;
  void set_year(const Calendar& calendar, std::size_t at, ParsedDate& date) const;
  // Reads a year behind `at`, to which `left` is joined.
  void year_after(const Calendar& calendar, std::size_t at, Part left, ParsedDate& date) const;
  bool era_before(const Calendar& calendar, std::size_t year_at, ParsedDate& date) const;

  void attach_weekday(const Calendar& calendar, ParsedDate& date) const;
  bool attach_weekday_of(const Calendar& calendar, ParsedDate& date) const;
  // In scripts without spaces each character is a token.
  static std::size_t reach(const Calendar& calendar) { return calendar.unspaced() ? 24 : 9; }
  [[nodiscard]] std::optional<ParsedWeekday> weekday_before(const Calendar& calendar, std::size_t at, Part part) const;
  [[nodiscard]] std::optional<ParsedWeekday> weekday_after(const Calendar& calendar, std::size_t at, Part part) const;
  [[nodiscard]] bool weekday_counts(const Calendar& calendar, Stretch at, const NameForm& form) const;
  [[nodiscard]] bool goes_on_as_date(const Calendar& calendar, std::size_t at) const;
  // Days before the date that share its month, with their weekdays.
  void days_before(const Calendar& calendar, const ParsedDate& date, std::vector<ParsedDate>& out) const;
  // "April 7 to 10": days behind it.
  void days_after(const Calendar& calendar, ParsedDate& date, std::vector<ParsedDate>& out) const;
  void share_weekdays(const Calendar& calendar, std::vector<ParsedDate>& dates) const;

  // A word or dash between two days: 0 none, else its tokens; `range` says "to" rather than "and".
  [[nodiscard]] std::size_t link_before(const Calendar& calendar, std::size_t at, bool& range) const;
  [[nodiscard]] std::size_t link_after(const Calendar& calendar, std::size_t at, bool& range) const;
  // The length of the phrase that ends right before `at`.
  [[nodiscard]] std::size_t match_before(const Calendar& calendar, Term term, std::size_t at) const;

  void finish(const Calendar& calendar, ParsedDate& date) const;
  [[nodiscard]] bool is_certain(const Calendar& calendar, const ParsedDate& date) const;
  [[nodiscard]] TextSpan span(Stretch at) const { return {tokens_[at.begin].begin, tokens_[at.end - 1].end}; }
  [[nodiscard]] bool glued(std::size_t at) const {  // to the token before
    return at > 0 && at < tokens_.size() && tokens_[at - 1].end == tokens_[at].begin;
  }
  [[nodiscard]] bool mark_at(std::size_t at, char32_t c) const { return at < tokens_.size() && tokens_[at].is_mark(c); }
  [[nodiscard]] bool clock_follows(const Calendar& calendar, std::size_t number_at) const;

  std::string_view text_;
  const Tokens& tokens_;
  const CalendarSet& calendars_;
  std::uint32_t floor_;
};

}  // namespace stet
