// What a document says of time: dates with their years found, and what the years were found by.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "facts/dates.h"

namespace stet {

// What a date without a year is to be understood by.
struct DateContext {
  // When the article was written, if that is known: --as-of, front matter, metadata, a dateline.
  std::optional<CivilDate> reference;
  YearSource source = YearSource::kUnknown;
  // Else the day with its weekday and year that the lead tells of, where the article names no later year: the news.
  std::optional<CivilDate> lead;

  [[nodiscard]] std::optional<CivilDate> written() const { return reference ? reference : lead; }
};

struct TimeFacts {
  std::vector<DateFact> dates;     // by block and place; resolved: date.year is the likeliest
  std::vector<YearMention> years;  // all numbers that may be years, by block and place
  DateContext context;
};

// Reads all prose blocks, but for inline code and what is struck through.
TimeFacts extract_time_facts(const Document& document, const Lexicon& lexicon, const CalendarCache& calendars);

// Gives each date without a year the likeliest one: that of the reference date's neighbourhood, or of a full date close
// by in the text. Never asks a clock.
void resolve_years(const Document& document, TimeFacts& facts);

}  // namespace stet
