#include "document/date_text.h"

#include <array>
#include <cstddef>

namespace stet {
namespace {

struct Number {
  std::int32_t value = 0;
  std::size_t digits = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes up to `most` digits off the text.
Number take_number(std::string_view& text, std::size_t most) {
  Number number;
  while (number.digits < most && number.digits < text.size() && is_digit(text[number.digits])) {
    number.value = number.value * 10 + (text[number.digits++] - '0');
  }
  text.remove_prefix(number.digits);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

void skip_spaces(std::string_view& text) {
  while (take(text, ' ') || take(text, '\t')) {
  }
}

std::optional<CivilDate> checked(CivilDate date, std::string_view rest) {
  // A time may follow, but no further part of a number or word.
  if (!rest.empty() && rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' && rest[0] != ',') return std::nullopt;
  if (date.year < 1000 || !exists(date)) return std::nullopt;
  return date;
}

std::optional<CivilDate> parse_mail_date(std::string_view text) {
  if (const std::size_t comma = text.find(','); comma != std::string_view::npos && comma <= 9)
    text.remove_prefix(comma + 1);
  skip_spaces(text);
  const Number day = take_number(text, 2);
  if (day.digits == 0 || !take(text, ' ')) return std::nullopt;
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::int32_t month = 0; month < 12; ++month) {
    if (!text.starts_with(kMonths[static_cast<std::size_t>(month)])) continue;
    text.remove_prefix(3);
    if (!take(text, ' ')) return std::nullopt;
    const Number year = take_number(text, 4);
    if (year.digits != 4) return std::nullopt;
    return checked({year.value, month + 1, day.value}, text);
  }
  return std::nullopt;
}

}  // namespace

std::optional<CivilDate> parse_machine_date(std::string_view text) {
  skip_spaces(text);
  const std::string_view whole = text;
  const Number first = take_number(text, 8);
  if (first.digits == 8) return checked({first.value / 10000, first.value / 100 % 100, first.value % 100}, text);
  if (first.digits == 0 || text.empty()) return parse_mail_date(whole);
  const char separator = text[0];
  if (separator != '-' && separator != '/' && separator != '.') return parse_mail_date(whole);
  text.remove_prefix(1);
  if (separator == '.') skip_spaces(text);
  const Number second = take_number(text, 2);
  if (second.digits == 0 || !take(text, separator)) return std::nullopt;
  if (separator == '.') skip_spaces(text);
  const Number third = take_number(text, 4);
  if (first.digits == 4 && separator != '.' && (third.digits == 1 || third.digits == 2)) {
    return checked({first.value, second.value, third.value}, text);
  }
  if (first.digits > 2 || third.digits != 4) return std::nullopt;
  const CivilDate day_first{third.value, second.value, first.value};
  if (separator == '.') return checked(day_first, text);
  const CivilDate month_first{third.value, first.value, second.value};
  if (exists(day_first) && exists(month_first) && day_first != month_first) return std::nullopt;
  return checked(exists(day_first) ? day_first : month_first, text);
}

}  // namespace stet
