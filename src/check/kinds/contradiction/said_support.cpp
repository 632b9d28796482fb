#include "check/kinds/contradiction/said_support.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "facts/quantities.h"

namespace stet {
namespace {

enum Tag : std::uint8_t { kLife, kAge, kBegin, kCount };
constexpr std::uint32_t kTagBits = 2;
constexpr std::uint32_t kDateBits = 21;
constexpr std::uint32_t kPlaceBits = 20;
constexpr std::uint32_t kCountBits = 40;
constexpr std::uint32_t kWhat = 62;  // the last two bits of a count

constexpr std::int32_t kNear = 5;            // years between two dates that may be of one thing
constexpr std::int32_t kNearWithProof = 40;  // where something else agrees: the place, the other end of the life
constexpr std::int32_t kFarthestSwapped = 72;
constexpr std::int32_t kYoungest = 16;
constexpr std::int32_t kFarthestAges = 8;
constexpr std::int64_t kSameWeek = 7;  // days
constexpr std::uint32_t kUnknownDay = 0;
constexpr std::uint32_t kSettled = 1;  // written a year or more after the event
constexpr double kFarthestRatio = 2.5;

std::uint64_t date_bits(CivilDate date) {
  if (date.year <= 0 || date.year > 4095) return 0;
  return static_cast<std::uint64_t>(date.year) << 9U | static_cast<std::uint64_t>(date.month) << 5U |
         static_cast<std::uint64_t>(date.day);
}

std::uint64_t field(std::uint64_t value, std::uint32_t at, std::uint32_t bits) {
  return value >> at & ((std::uint64_t{1} << bits) - 1);
}

CivilDate date_at(std::uint64_t value, std::uint32_t at) {
  const std::uint64_t bits = field(value, at, kDateBits);
  return {static_cast<std::int32_t>(bits >> 9U), static_cast<std::int32_t>(bits >> 5U & 15U),
          static_cast<std::int32_t>(bits & 31U)};
}

enum class Match : std::uint8_t { kUnknown, kEqual, kOther };

bool is_full(CivilDate date) { return date.month != 0 && date.day != 0; }

Match match(CivilDate a, CivilDate b) {
  if (a.year == 0 || b.year == 0) return Match::kUnknown;
  const bool other = a.year != b.year || (a.month != 0 && b.month != 0 && a.month != b.month) ||
                     (is_full(a) && is_full(b) && a.day != b.day);
  if (!other) return Match::kEqual;
  // One day in the Julian and the Gregorian calendar.
  if (is_full(a) && is_full(b) && exists(a) && exists(b) && std::min(a.year, b.year) < 1930) {
    const std::int64_t apart = std::abs(to_days(a) - to_days(b));
    if (apart >= 10 && apart <= 13) return Match::kUnknown;
  }
  return Match::kOther;
}

// Two digits of a year swapped.
bool is_swapped(std::int32_t a, std::int32_t b) {
  std::string x = std::to_string(a);
  std::string y = std::to_string(b);
  std::size_t other = 0;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) other += x[i] != y[i] ? 1 : 0;
  std::ranges::sort(x);
  std::ranges::sort(y);
  return other == 2 && x == y;
}

// Whether two different dates may be of one thing.
bool are_near(CivilDate a, CivilDate b, bool proven) {
  const std::int32_t apart = std::abs(a.year - b.year);
  return apart <= (proven ? kNearWithProof : kNear) || (apart <= kFarthestSwapped && is_swapped(a.year, b.year));
}

bool lives_contradict(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint32_t kDied = kTagBits + kDateBits;
  const std::uint64_t place_a = field(a, kDied + kDateBits, kPlaceBits);
  const std::uint64_t place_b = field(b, kDied + kDateBits, kPlaceBits);
  if (place_a != 0 && place_b != 0 && place_a != place_b) return false;
  const bool same_place = place_a != 0 && place_a == place_b;
  const CivilDate born_a = date_at(a, kTagBits);
  const CivilDate born_b = date_at(b, kTagBits);
  const CivilDate died_a = date_at(a, kDied);
  const CivilDate died_b = date_at(b, kDied);
  const Match born = match(born_a, born_b);
  const Match died = match(died_a, died_b);
  if (born == Match::kOther && died == Match::kOther) return false;
  if (born == Match::kOther) return are_near(born_a, born_b, same_place || died == Match::kEqual);
  return died == Match::kOther && are_near(died_a, died_b, same_place || born == Match::kEqual);
}

bool ages_contradict(std::uint64_t a, std::uint64_t b) {
  const auto age_a = static_cast<std::int32_t>(field(a, kTagBits, 7));
  const auto age_b = static_cast<std::int32_t>(field(b, kTagBits, 7));
  const auto day_a = static_cast<std::int64_t>(field(a, kTagBits + 7, 20));
  const auto day_b = static_cast<std::int64_t>(field(b, kTagBits + 7, 20));
  const std::int32_t apart = std::abs(age_a - age_b);
  if (apart == 0 || apart > kFarthestAges || std::min(age_a, age_b) < kYoungest) return false;
  if (std::abs(day_a - day_b) > kSameWeek) return false;
  // A birthday may lie between the two days.
  return apart > 1 || day_a == day_b;
}

bool begins_contradict(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint32_t kPlace = kTagBits + kDateBits;
  const std::uint64_t place_a = field(a, kPlace, kPlaceBits);
  const std::uint64_t place_b = field(b, kPlace, kPlaceBits);
  if (place_a != 0 && place_b != 0 && place_a != place_b) return false;
  const CivilDate date_a = date_at(a, kTagBits);
  const CivilDate date_b = date_at(b, kTagBits);
  return match(date_a, date_b) == Match::kOther && are_near(date_a, date_b, place_a != 0 && place_a == place_b);
}

bool counts_contradict(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint32_t kDay = kTagBits + kCountBits;
  if (field(a, kDay, 20) != field(b, kDay, 20)) return false;
  const auto count_a = static_cast<double>(field(a, kTagBits, kCountBits));
  const auto count_b = static_cast<double>(field(b, kTagBits, kCountBits));
  const auto [low, high] = std::minmax(count_a, count_b);
  if (high > low * kFarthestRatio) return false;
  return !Quantity::interval_of(count_a, 1, Rounding::kCareful)
              .overlaps(Quantity::interval_of(count_b, 1, Rounding::kCareful));
}

std::uint64_t place_bits(std::uint32_t place) { return place & ((1U << kPlaceBits) - 1); }

std::uint64_t day_number(CivilDate day) { return static_cast<std::uint64_t>(to_days(day) + 400000) & 0xFFFFFU; }

}  // namespace

std::uint64_t pack(const SaidLife& life) {
  return kLife | date_bits(life.born) << kTagBits | date_bits(life.died) << (kTagBits + kDateBits) |
         place_bits(life.place) << (kTagBits + 2 * kDateBits);
}

std::uint64_t pack(const SaidAge& age) {
  return kAge | (static_cast<std::uint64_t>(age.age) & 127U) << kTagBits | day_number(age.day) << (kTagBits + 7);
}

std::uint64_t pack(const SaidBegin& begin) {
  return kBegin | date_bits(begin.date) << kTagBits | place_bits(begin.place) << (kTagBits + kDateBits);
}

std::uint64_t pack(const SaidCount& count) {
  std::uint64_t day = kUnknownDay;
  if (count.written) {
    constexpr std::int64_t kYear = 365;
    day = to_days(*count.written) - to_days(count.event) >= kYear ? kSettled : day_number(*count.written);
  }
  const auto whole = static_cast<std::uint64_t>(std::llround(std::clamp(count.count, 0.0, 1e12)));
  return kCount | static_cast<std::uint64_t>(count.what & 3U) << kWhat |
         (whole & ((std::uint64_t{1} << kCountBits) - 1)) << kTagBits | day << (kTagBits + kCountBits);
}

std::optional<std::uint8_t> counted_in(std::uint64_t packed) {
  if (field(packed, 0, kTagBits) != kCount) return std::nullopt;
  return static_cast<std::uint8_t>(packed >> kWhat);
}

bool contradict(std::uint64_t a, std::uint64_t b) {
  if (field(a, 0, kTagBits) != field(b, 0, kTagBits)) return false;
  switch (field(a, 0, kTagBits)) {
    case kLife:
      return lives_contradict(a, b);
    case kAge:
      return ages_contradict(a, b);
    case kBegin:
      return begins_contradict(a, b);
    default:
      return counts_contradict(a, b);
  }
}

std::optional<CivilDate> only_date_in(const TimeFacts& time, std::uint32_t block, TextSpan span) {
  std::optional<CivilDate> found;
  std::uint32_t end = 0;
  for (auto it = std::ranges::lower_bound(time.dates, block, {}, &DateFact::block);
       it != time.dates.end() && it->block == block && it->span.begin < span.end; ++it) {
    if (it->span.end <= span.begin) continue;
    if (found || it->year_source != YearSource::kText || it->before_christ || it->range_end != kNoDate) return {};
    found = it->date;
    end = it->span.end;
  }
  for (auto it = std::ranges::lower_bound(time.years, block, {}, &YearMention::block);
       it != time.years.end() && it->block == block && it->begin < span.end; ++it) {
    if (it->begin < span.begin || it->begin < end) continue;
    if (found) return {};
    found = CivilDate{it->year, 0, 0};
  }
  return found;
}

}  // namespace stet
