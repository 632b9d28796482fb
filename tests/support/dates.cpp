#include "support/dates.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "rule/ruleset.h"
#include "text/words.h"

namespace stet {

const Lexicon& test_lexicon() {
  static const Lexicon lexicon = [] {
    Lexicon words;
    std::ifstream file(STET_SOURCE_DIR "/rules/lexicon/dates.toml", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    if (!parse_lexicon("dates", "dates.toml", text.str(), words).empty()) std::abort();
    return words;
  }();
  return lexicon;
}

const CalendarCache& test_calendars() {
  static const CalendarCache cache;
  return cache;
}

std::vector<DateFact> dates_in(std::string_view text, std::string_view language) {
  const CalendarSet calendars(Language(language), test_calendars(), test_lexicon());
  std::vector<Word> words;
  cut_words(text, words);
  Dates dates;
  extract_dates(text, words, 0, calendars, dates);
  return dates.dates;
}

std::string describe(std::string_view text, const std::vector<DateFact>& dates) {
  constexpr const char* kNames[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  std::string out;
  for (const DateFact& date : dates) {
    if (!out.empty()) out += '\n';
    out += fmt::format("{} =", text.substr(date.span.begin, date.span.size()));
    for (std::size_t day = 1; day <= 7; ++day) {
      if ((date.weekdays >> day & 1U) != 0) out += fmt::format(" {}", kNames[day]);
    }
    out += date.has_year() ? fmt::format(" {:04}", date.date.year) : std::string(" ????");
    out += fmt::format("-{:02}", date.date.month);
    if (date.has_day()) out += fmt::format("-{:02}", date.date.day);
    if (date.swapped) out += " or swapped";
    if (date.before_christ) out += " BC";
    if (date.unclear_year) out += " unclear";
    if (date.range_end != kNoDate) out += " to";
  }
  return out;
}

}  // namespace stet
