// Kind `impossible-date`: a day that no calendar has.
#include <algorithm>
#include <array>

#include "check/kinds/date/date_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::int32_t kLastJulian = 1930;  // until then some countries counted 29 February 1900

constexpr auto kDateGuards = std::to_array<Key>({kDateGuardKeys[0], kDateGuardKeys[1]});

bool is_month(std::int32_t month) { return month >= 1 && month <= 12; }

std::int32_t longest(std::int32_t month) { return month == 2 ? 29 : days_in_month(2001, month); }

// Whether the year is known surely enough to say that it has no 29 February.
bool year_is_sure(const DateFact& date) {
  return date.year_source == YearSource::kText || date.year_source == YearSource::kRange ||
         date.year_source == YearSource::kTwoDigits;
}

// Whether this reading is a day that exists, or may have existed.
bool may_exist(const DateFact& date, CivilDate day) {
  if (!is_month(day.month) || day.day < 1) return false;
  if (day.day <= days_in_month(2001, day.month)) return true;
  if (day.day > longest(day.month)) return day == CivilDate{1712, 2, 30};  // Sweden's way back from its own calendar
  if (!year_is_sure(date) || is_leap_year(day.year)) return true;
  return day.year <= kLastJulian && day.year % 4 == 0;
}

class ImpossibleDate final : public Check {
 public:
  explicit ImpossibleDate(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const DateFact& date : facts.time().dates) {
      if (date.day.empty() || !date.certain || date.before_christ || date.unclear_year) continue;
      if (date.system != CalendarSystem::kGregorian && date.system != CalendarSystem::kBuddhist) continue;
      if (may_exist(date, date.date) || (date.swapped && may_exist(date, *date.swapped))) continue;
      if (!definition_.looks_at(document.block(date.block).role) || !is_plausible(date)) continue;
      if (is_guarded(facts, definition_.slot, date.block, date.span)) continue;
      if (may_be_two_sentences(document, facts, date)) continue;
      report(document, date, sink);
    }
  }

 private:
  // Numbers that look like a date at all: 31.04.2025 and 04.30.2025, not 45.67.2025.
  static bool is_plausible(const DateFact& date) {
    const CivilDate day = date.date;
    if (day.day == 0 || day.month == 0) return false;  // 00.00.0000 is a form to be filled in
    if (date.shape == DateShape::kNamed) return day.day <= 39;
    const bool two_digits = date.year_source == YearSource::kTwoDigits;
    if (two_digits && (date.weekdays == 0 || !is_month(day.month))) return false;
    if (is_month(day.month)) return day.day <= 39;
    return is_month(day.day) && day.month <= 31 && date.year_source == YearSource::kText;
  }

  // "A mean of 39. July was", where a number with a dot is an ordinal for no month with a capital.
  static bool may_be_two_sentences(const Document& document, const Facts& facts, const DateFact& date) {
    const Block& block = document.block(date.block);
    if (date.shape != DateShape::kNamed || facts.numbers(block).capital_nouns) return false;
    const std::string_view written = block.text.substr(date.span.begin, date.span.size());
    const std::size_t dot = written.find(". ");
    if (dot == std::string_view::npos || dot == 0 || written[dot - 1] < '0' || written[dot - 1] > '9') return false;
    const auto home = table_number(block.language);
    const auto month = std::ranges::lower_bound(document.words(block), date.span.begin + dot + 2, {}, &Word::begin);
    return home && month != document.words(block).end() && is_capitalised(word_text(block, *month)) &&
           (kinship(month->hash).common >> *home & 1U) != 0;
  }

  static void report(const Document& document, const DateFact& date, Sink& sink) {
    Finding finding;
    finding.place = {date.block, date.span};
    CivilDate day = date.date;
    if (!is_month(day.month) && date.swapped && is_month(date.swapped->month)) day = *date.swapped;
    const DateWriter writer(document, date);
    const auto add = [&](std::vector<std::optional<TextEdit>> edits, CivilDate result) {
      const bool other_weekday = date.weekdays != 0 && year_is_sure(date) &&
                                 (date.weekdays >> static_cast<unsigned>(weekday_of(result)) & 1U) == 0;
      if (other_weekday || !exists(result)) return;
      std::vector<TextEdit> known;
      for (auto& edit : edits) {
        if (!edit) return;
        known.push_back(std::move(*edit));
      }
      finding.fixes.push_back(writer.fix(std::move(known)));
    };
    if (!is_month(day.month)) {
      finding.wording = "month-first";
      const CivilDate other{day.year, day.day, day.month};
      finding.values = {{"month", NumberValue{static_cast<double>(day.month)}}, {"date", other}};
      if (date.shape != DateShape::kNamed && exists(other))
        add({writer.day(other.day), writer.month(other.month)}, other);
      sink.report(std::move(finding));
      return;
    }
    const bool leap_day = day.month == 2 && day.day == 29;
    CivilDate shown = day;
    if (!year_is_sure(date)) shown.year = kNoYear;
    finding.values = {{"date", shown}, {"days", NumberValue{static_cast<double>(longest(day.month))}}};
    if (leap_day) {
      finding.wording = "leap-day";
      finding.values.emplace_back("year", std::to_string(day.year));
    }
    if (day == date.date) {
      const std::int32_t year = year_is_sure(date) ? day.year : 2001;
      const std::int32_t last = days_in_month(year, day.month);
      add({writer.day(last)}, {year, day.month, last});
      if (day.month < 12 && day.day == last + 1) {
        add({writer.day(1), writer.month(day.month + 1)}, {year, day.month + 1, 1});
      }
      for (const std::int32_t month : {day.month - 1, day.month + 1}) {
        if (is_month(month)) add({writer.month(month)}, {year, month, day.day});
      }
      if (leap_day && date.year_source == YearSource::kText) {
        for (const std::int32_t leap : {day.year - 1, day.year + 1}) add({writer.year(leap)}, {leap, 2, 29});
      }
    }
    sink.report(std::move(finding));
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<ImpossibleDate>(definition);
}

}  // namespace

namespace kinds {
extern const Kind impossible_date;
const Kind impossible_date{"impossible-date", "a day that no calendar has", {}, kDateGuards, make};
}  // namespace kinds
}  // namespace stet
