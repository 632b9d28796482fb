// What the kinds that check dates share: which years a date may mean, what silences it, and fixes in its own wording.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/finding.h"
#include "document/document.h"
#include "facts/facts.h"

namespace stet {

// The section keys with which a rule on dates is silenced; the indices among its section keys are their order here.
inline constexpr Key kDateGuardKeys[] = {
    {"unless", KeyType::kPhrases, "silence a finding in whose sentence they stand", true},
    {"unless-near", KeyType::kPhrases, "silence a finding that they touch or that stands within 40 bytes", true},
};

// Whether a guard of this rule stands in the sentence of the span, or near it.
bool is_guarded(const Facts& facts, std::uint32_t slot, std::uint32_t block, TextSpan span);

// Whether a year, be it part of a date or alone, begins in the span.
bool names_year(const TimeFacts& time, std::uint32_t block, TextSpan span);
// The first such year.
std::optional<std::int32_t> year_in(const TimeFacts& time, std::uint32_t block, TextSpan span);

// Whether a year begins in the span that is no part of a whole date: "2019", not "2 March 2025".
bool names_bare_year(const TimeFacts& time, std::uint32_t block, TextSpan span);

// Whether the day may have been named after this weekday by the calendar that was in use: the Gregorian one, and until
// 1930 the Julian one too, since countries changed between 1582 and then (Britain in 1752, with a new year in March;
// Russia in 1918, Greece in 1923). Always true before 1583 and for days that do not exist.
bool weekday_may_fit(CivilDate date, std::uint8_t weekdays);

// The years that a date may mean, as far as the article tells: its own; or for one without a year, those within 366
// days of the reference date or of the full date close by that gives its year, and every year that the article
// names. Empty when nothing is known.
std::vector<std::int32_t> possible_years(const DateFact& date, const TimeFacts& time);

// The number, from 1 on, of a weekday (of kWeekdays names) or month (of kMonths) of this name in any form; nothing when
// the calendar has none.
inline constexpr std::size_t kWeekdays = 7;
inline constexpr std::size_t kMonths = 12;
std::optional<std::int32_t> number_named(const Calendar& calendar, std::string_view name, std::size_t names);

// Writes parts of a date anew, in the words and the case of the text.
class DateWriter {
 public:
  DateWriter(const Document& document, const DateFact& date) : text_(document.block(date.block).text), date_(date) {}

  // The edits that name another weekday (day, month, year); nothing when the text's form has no such word.
  [[nodiscard]] std::optional<TextEdit> weekday(Weekday weekday) const;
  [[nodiscard]] std::optional<TextEdit> day(std::int32_t day) const;
  [[nodiscard]] std::optional<TextEdit> month(std::int32_t month) const;
  [[nodiscard]] std::optional<TextEdit> year(std::int32_t year) const;

  // The date with these edits made.
  [[nodiscard]] std::string with(const std::vector<TextEdit>& edits) const;
  // A fix titled "write “…”" (the rule's message `write`).
  [[nodiscard]] ProposedFix fix(std::vector<TextEdit> edits) const;

 private:
  [[nodiscard]] TextEdit edit(TextSpan span, std::string text) const { return {{date_.block, span}, std::move(text)}; }
  [[nodiscard]] std::string_view written(TextSpan span) const { return text_.substr(span.begin, span.size()); }
  [[nodiscard]] std::optional<std::string> name(std::uint16_t form, std::size_t number, TextSpan old) const;

  std::string_view text_;
  const DateFact& date_;
};

}  // namespace stet
