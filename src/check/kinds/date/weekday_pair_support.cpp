#include "check/kinds/date/weekday_pair_support.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace stet {
namespace {

constexpr std::int64_t kSeason = 45;       // days
constexpr std::size_t kMostDates = 60;     // an article with more is a calendar
constexpr std::int32_t kFirstYear = 1990;  // before it, dates without a year are history
// The calendar comes back after 28 years, as long as no common century lies between.
constexpr std::int32_t kCycleBegin = 2001;
constexpr std::int32_t kCycleEnd = 2029;

struct Candidate {
  const DateFact* date = nullptr;
  std::optional<std::int32_t> year;   // that stands in it
  std::optional<std::int32_t> named;  // the year that was named last before it
  std::size_t fitting = 0;            // of the others
};

bool has_weekday(const DateFact& date, CivilDate day) {
  return (date.weekdays >> static_cast<unsigned>(weekday_of(day)) & 1U) != 0;
}

// The day of `date` that is nearest to `anchor`; nothing when none is of the same season.
std::optional<CivilDate> nearest(const DateFact& date, CivilDate anchor) {
  std::optional<CivilDate> best;
  for (std::int32_t year = anchor.year - 1; year <= anchor.year + 1; ++year) {
    const CivilDate day{year, date.date.month, date.date.day};
    if (exists(day) && std::llabs(to_days(day) - to_days(anchor)) <= kSeason) best = day;
  }
  return best;
}

enum class Verdict : std::uint8_t { kApart, kFit, kClash };

// Whether two dates may be of one season. When they can't, `pair` tells of a year that fits the first, which is the one
// that has its year.
Verdict judge(const Candidate& a, const Candidate& b, WeekdayPair& pair) {
  if (a.year && b.year) return Verdict::kApart;
  if (b.year) return judge(b, a, pair);
  if (a.year.value_or(kFirstYear) < kFirstYear) return Verdict::kApart;
  const std::int32_t from = a.year.value_or(kCycleBegin);
  const std::int32_t end = a.year ? from + 1 : kCycleEnd;
  bool near = false;
  for (std::int32_t year = from; year < end; ++year) {
    const CivilDate anchor{year, a.date->date.month, a.date->date.day};
    if (!exists(anchor) || !has_weekday(*a.date, anchor)) continue;
    const std::optional<CivilDate> other = nearest(*b.date, anchor);
    if (!other) continue;
    if (has_weekday(*b.date, *other)) return Verdict::kFit;
    if (!near) pair = {b.date, a.date, to_days(*other) - to_days(anchor), anchor.year};
    near = true;
  }
  return near ? Verdict::kClash : Verdict::kApart;
}

// The year that stands last before the date, in its block or in a heading above it, but for the date's own.
std::optional<std::int32_t> named_before(const Document& document, const TimeFacts& time, const DateFact& date) {
  std::optional<std::int32_t> named;
  for (const YearMention& mention : time.years) {
    if (mention.block > date.block || (mention.block == date.block && mention.begin >= date.span.begin)) break;
    const Role role = document.block(mention.block).role;
    if (mention.block == date.block || role == Role::kHeading || role == Role::kTitle) named = mention.year;
  }
  return named;
}

bool are_of_one_year(const Candidate& a, const Candidate& b) {
  const auto differs = [](std::optional<std::int32_t> named, std::optional<std::int32_t> year) {
    return named && year && *named != *year;
  };
  if (a.year || b.year) return !differs(a.year ? b.named : a.named, a.year ? a.year : b.year);
  return !differs(a.named, b.named);
}

}  // namespace

std::vector<WeekdayPair> clashing_weekdays(const Document& document, const TimeFacts& time,
                                           const std::function<bool(const DateFact&)>& counts) {
  std::vector<Candidate> candidates;
  for (const DateFact& date : time.dates) {
    const bool is_whole = date.weekdays != 0 && date.day.size() > 0 && date.date.month != 0 && !date.swapped;
    if (!is_whole || date.system != CalendarSystem::kGregorian || date.before_christ || date.unclear_year) continue;
    if (date.date.day > days_in_month(2000, date.date.month) || date.date.month > 12 || !counts(date)) continue;
    const bool is_told = date.year_source >= YearSource::kOption && date.year_source <= YearSource::kDateline;
    const bool is_dated = date.year_source == YearSource::kText || date.year_source == YearSource::kRange ||
                          (is_told && exists(date.date) && has_weekday(date, date.date));
    Candidate candidate{&date, {}, named_before(document, time, date), 0};
    if (is_dated) candidate.year = date.date.year;
    if (is_dated && !has_weekday(date, date.date)) continue;  // is wrong by itself
    candidates.push_back(candidate);
    if (candidates.size() > kMostDates) return {};
  }
  std::vector<std::pair<std::size_t, std::size_t>> clashes;
  for (std::size_t j = 1; j < candidates.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      WeekdayPair pair;
      const Verdict verdict = judge(candidates[i], candidates[j], pair);
      if (verdict == Verdict::kFit) {
        ++candidates[i].fitting;
        ++candidates[j].fitting;
      } else if (verdict == Verdict::kClash && are_of_one_year(candidates[i], candidates[j])) {
        clashes.emplace_back(i, j);
      }
    }
  }
  std::vector<WeekdayPair> found;
  for (const auto& [i, j] : clashes) {
    const Candidate& a = candidates[i];
    const Candidate& b = candidates[j];
    const bool first_is_odd = !a.year && (b.year || a.fitting < b.fitting);
    WeekdayPair pair;
    (void)judge(first_is_odd ? b : a, first_is_odd ? a : b, pair);
    const auto known = std::ranges::find(found, pair.odd, &WeekdayPair::odd);
    if (known == found.end()) {
      found.push_back(pair);
    } else if (std::llabs(pair.days) < std::llabs(known->days)) {
      *known = pair;
    }
  }
  return found;
}

}  // namespace stet
