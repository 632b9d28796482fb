#include "rule/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "text/language_names.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongest = 80;  // code points of a text in a message

// Own tables: ICU would take longer to open its data than a whole check takes.
constexpr std::string_view kMonths[kLocaleCount][12] = {{"January", "February", "March", "April", "May", "June", "July",
                                                         "August", "September", "October", "November", "December"},
                                                        {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
                                                         "August", "September", "Oktober", "November", "Dezember"}};
constexpr std::string_view kWeekdays[kLocaleCount][7] = {
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"}};

// Characters that would break the line, move a terminal's cursor or turn the direction of the rest.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0x061C || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Whether `c` belongs to the character before it: a mark, a variation selector, a joiner, a skin tone.
bool continues(char32_t c) {
  const CharClass kind = char_class(c);
  const bool is_mark = kind == CharClass::kWord && !is_letter(c) && !is_digit(c);
  return kind == CharClass::kInvisible || is_mark || (c >= 0x1F3FB && c <= 0x1F3FF);
}

// As few decimals as give the number again, to nine significant places: 0.1 + 0.2 is written 0.3.
std::string shortest_decimal(double value) {
  constexpr int kMostDecimals = 12;
  for (int decimals = 0; decimals < kMostDecimals; ++decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (std::abs(std::strtod(text.c_str(), nullptr) - value) <= 1e-9 * std::abs(value)) return text;
  }
  return fmt::format("{:.{}f}", value, kMostDecimals);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  std::size_t count = 0;
  std::size_t cut = 0;  // where to cut: the last character that is whole within kLongest - 1
  bool joined = false;  // the last code point was a joiner: the next belongs to it
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    if (count < kLongest && !continues(c.value) && !joined) cut = out.size();
    if (count == kLongest) {
      out.resize(cut);
      while (out.ends_with(' ')) out.pop_back();
      return out + "…";
    }
    if (is_control(c.value)) {
      out += ' ';
    } else {
      out += text.substr(pos, c.length);
    }
    joined = c.value == 0x200D;
    pos += c.length;
    ++count;
  }
  return out;
}

std::string date_text(CivilDate date, Locale locale) {
  if (date.month < 1 || date.month > 12) return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  const auto month = kMonths[static_cast<std::size_t>(locale)][date.month - 1];
  const bool german = locale == Locale::kGerman;
  if (date.year == kNoYear) return fmt::format("{}{} {}", date.day, german ? "." : "", month);
  const bool before_christ = date.year <= 0;
  const std::int32_t year = before_christ ? 1 - date.year : date.year;
  if (german) {
    return fmt::format("{}. {} {}{}", date.day, month, year, before_christ ? " v. Chr." : "");
  }
  return fmt::format("{} {} {}{}", date.day, month, year, before_christ ? " BC" : "");
}

std::string_view weekday_text(Weekday weekday, Locale locale) {
  return kWeekdays[static_cast<std::size_t>(locale)][static_cast<std::size_t>(weekday) - 1];
}

std::string number_text(NumberValue number, Locale locale) {
  if (!std::isfinite(number.value)) return fmt::format("{}", number.value);
  const std::string plain =
      number.decimals < 0 ? shortest_decimal(number.value) : fmt::format("{:.{}f}", number.value, number.decimals);
  const bool german = locale == Locale::kGerman;
  const bool is_zero = plain.find_first_not_of("-0.") == std::string::npos;
  const std::size_t first_digit = plain.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string out = first_digit == 1 && !is_zero ? "-" : "";
  for (std::size_t i = first_digit; i < point; ++i) {
    if (i > first_digit && (point - i) % 3 == 0) out += german ? '.' : ',';
    out += plain[i];
  }
  if (point < plain.size()) {
    out += german ? ',' : '.';
    out += plain.substr(point + 1);
  }
  return out;
}

std::string language_text(Language language, Locale locale) { return language_name(language, locale_name(locale)); }

}  // namespace stet
