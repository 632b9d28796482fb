#include "check/kinds/date/stretch_support.h"

#include <algorithm>

#include "check/kinds/number/number_support.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::int32_t kCommonYear = 2023;  // for days whose year nobody knows

std::int64_t earliest(CivilDate date) { return to_days({date.year, std::max(date.month, 1), std::max(date.day, 1)}); }

std::int64_t latest(CivilDate date) {
  const std::int32_t month = date.month == 0 ? 12 : date.month;
  return to_days({date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day});
}

bool is_in_date(const std::vector<DateFact>& dates, const YearMention& year) {
  const auto after = std::partition_point(dates.begin(), dates.end(), [&](const DateFact& date) {
    return std::pair(date.block, date.span.begin) <= std::pair(year.block, year.begin);
  });
  return after != dates.begin() && (after - 1)->block == year.block && (after - 1)->span.end > year.begin;
}

constexpr std::uint32_t kYearLength = 4;

}  // namespace

std::optional<TimeStretch> stretch_between(const DateFact& first, const DateFact& last) {
  if (first.before_christ || last.before_christ || first.unclear_year || last.unclear_year) return std::nullopt;
  if ((first.date.day == 0) != (last.date.day == 0) || first.date.month == 0 || last.date.month == 0) {
    return std::nullopt;
  }
  TimeStretch stretch{first.block, {first.span.begin, last.span.end}, first.span, last.span, first.date, last.date};
  if (!first.has_year() && !last.has_year()) {
    stretch.begin.year = stretch.end.year = kCommonYear;
    if (stretch.end < stretch.begin) ++stretch.end.year;
  } else if (!first.has_year() || !last.has_year()) {
    return std::nullopt;
  }
  const auto is_real = [](CivilDate date) { return date.day == 0 || exists(date); };
  if (!is_real(stretch.begin) || !is_real(stretch.end) || stretch.end <= stretch.begin) return std::nullopt;
  return stretch;
}

std::vector<TimeStretch> find_stretches(const Document& document, const Facts& facts, const JoiningWords& joining) {
  std::vector<TimeStretch> stretches;
  const auto& dates = facts.time().dates;
  for (const DateFact& date : dates) {
    if (date.range_end == kNoDate || dates[date.range_end].block != date.block) continue;
    if (joining(document.block(date.block)) == nullptr) continue;
    if (auto stretch = stretch_between(date, dates[date.range_end])) stretches.push_back(*stretch);
  }
  const auto& years = facts.time().years;
  for (std::size_t i = 0; i + 1 < years.size(); ++i) {
    const YearMention& first = years[i];
    const YearMention& last = years[i + 1];
    if (first.block != last.block || last.year <= first.year) continue;
    const Block& block = document.block(first.block);
    const PhraseTable* words = joining(block);
    if (words == nullptr || is_in_date(dates, first) || is_in_date(dates, last)) continue;
    std::size_t pos = skip_blanks(block.text, first.begin + kYearLength);
    bool joined = false;
    bool word_joins = false;
    if (const auto word = words_at(*words, block.text, pos)) {
      pos = word.position;
      joined = word_joins = true;
    } else if (pos < block.text.size()) {
      const CodePoint c = decode_at(block.text, pos);
      joined = c.value == '-' || c.value == U'–' || c.value == U'—';
      pos += c.length;
    }
    if (!joined || skip_blanks(block.text, pos) != last.begin) continue;
    const TextSpan one{first.begin, first.begin + kYearLength};
    const TextSpan other{last.begin, last.begin + kYearLength};
    stretches.push_back(
        {first.block, {one.begin, other.end}, one, other, {first.year, 0, 0}, {last.year, 0, 0}, !word_joins});
  }
  return stretches;
}

bool joins_moment(std::string_view text, std::size_t begin, std::size_t end, const PhraseTable& beside) {
  constexpr std::size_t kMostBeside = 24;  // bytes
  if (begin > end || end - begin > kMostBeside) return false;
  std::size_t pos = skip_blanks(text, begin);
  while (pos < end) {
    if (text[pos] == ',' || text[pos] == '(') {
      pos = skip_blanks(text, pos + 1);
    } else if (const auto word = words_at(beside, text, pos)) {
      pos = skip_blanks(text, word.position);
    } else {
      return false;
    }
  }
  return pos == end;
}

double days_of(UnitId unit) {
  constexpr double kSeconds = 86400;
  const Unit& found = unit_of(unit);
  return found.dimension == Dimension::kTime ? found.factors[0] / kSeconds : 0;
}

Elapsed elapsed_in(const TimeStretch& stretch, double unit_days) {
  constexpr double kWorkingDays = 5.0 / 7;
  Elapsed elapsed;
  elapsed.least = static_cast<double>(earliest(stretch.end) - latest(stretch.begin));
  elapsed.most = static_cast<double>(latest(stretch.end) - earliest(stretch.begin)) + 1;
  elapsed.usual = static_cast<double>(earliest(stretch.end) - earliest(stretch.begin)) + (stretch.end.day != 0 ? 1 : 0);
  if (unit_days < 2) elapsed.least *= kWorkingDays;
  return elapsed;
}

}  // namespace stet
