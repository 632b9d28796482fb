// Kind `occasion-conflict`: one happening on two weekdays, dates, in two months, years, seasons or times of day: "stole
// a hearse on Monday", "an hour after Friday's theft".
#include <array>
#include <map>
#include <set>
#include <vector>

#include "check/kinds/contradiction/attached_check_support.h"
#include "check/kinds/date/date_support.h"

namespace stet {
namespace {

constexpr auto kKeys =
    std::to_array<Key>({Happenings::kKeys[0], Happenings::kKeys[1], Happenings::kKeys[2], Happenings::kKeys[3]});
constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"monday", KeyType::kPhrases, "name this day: \"Monday\", \"Easter Monday\""},
    {"tuesday", KeyType::kPhrases, "as `monday`"},
    {"wednesday", KeyType::kPhrases, "as `monday`"},
    {"thursday", KeyType::kPhrases, "as `monday`"},
    {"friday", KeyType::kPhrases, "as `monday`"},
    {"saturday", KeyType::kPhrases, "as `monday`"},
    {"sunday", KeyType::kPhrases, "as `monday`"},
    {"january", KeyType::kPhrases, "name this month"},
    {"february", KeyType::kPhrases, "as `january`"},
    {"march", KeyType::kPhrases, "as `january`"},
    {"april", KeyType::kPhrases, "as `january`"},
    {"may", KeyType::kPhrases, "as `january`"},
    {"june", KeyType::kPhrases, "as `january`"},
    {"july", KeyType::kPhrases, "as `january`"},
    {"august", KeyType::kPhrases, "as `january`"},
    {"september", KeyType::kPhrases, "as `january`"},
    {"october", KeyType::kPhrases, "as `january`"},
    {"november", KeyType::kPhrases, "as `january`"},
    {"december", KeyType::kPhrases, "as `january`"},
    {"spring", KeyType::kPhrases, "name this season"},
    {"summer", KeyType::kPhrases, "as `spring`"},
    {"autumn", KeyType::kPhrases, "as `spring`"},
    {"winter", KeyType::kPhrases, "as `spring`"},
    {"dawn", KeyType::kPhrases, "name this part of the day"},
    {"morning", KeyType::kPhrases, "as `dawn`"},
    {"noon", KeyType::kPhrases, "as `dawn`"},
    {"afternoon", KeyType::kPhrases, "as `dawn`"},
    {"evening", KeyType::kPhrases, "as `dawn`"},
    {"night", KeyType::kPhrases, "as `dawn`"},
    {"value-first", KeyType::kBool, "whether what it belongs to may follow: \"Friday's theft\""},
    AttachedWords::kKeys[0],
    AttachedWords::kKeys[1],
    AttachedWords::kKeys[2],
    AttachedWords::kKeys[3],
    AttachedWords::kKeys[4],
    AttachedWords::kKeys[5],
    AttachedWords::kKeys[6],
    AttachedWords::kKeys[7],
    AttachedWords::kKeys[8],
    AttachedWords::kKeys[9],
    AttachedWords::kKeys[10],
    AttachedWords::kKeys[11],
    AttachedWords::kKeys[12],
    AttachedWords::kKeys[13],
    AttachedWords::kKeys[14],
    AttachedWords::kKeys[15],
    AttachedWords::kKeys[16],
    AttachedWords::kKeys[17],
});
constexpr std::uint8_t kFirstDay = 2;
constexpr std::uint8_t kFirstMonth = 9;
constexpr std::uint8_t kFirstSeason = 21;
constexpr std::uint8_t kFirstPart = 25;
constexpr std::uint8_t kBehindParts = 31;
constexpr std::uint32_t kDaysOfWeek = 7;
constexpr std::uint32_t kNight = 100;    // and the number of its first day
constexpr std::uint32_t kNightGap = 12;  // bytes between its two days
enum Sort : std::uint8_t { kWeekday, kMonth, kSeason, kPart, kDate, kYear };

class OccasionConflict final : public AttachedCheck {
 public:
  using AttachedCheck::AttachedCheck;

 private:
  std::vector<AttachedValue> find_values(const Document& document, const Facts& facts) const override {
    std::vector<AttachedValue> values;
    const auto add = [&](std::uint32_t block, TextSpan span, Sort sort, std::uint32_t number) {
      const Block& in = document.block(block);
      if (!looks_at(in)) return;
      const bool* first = definition().option<bool>(in.language, "value-first");
      values.push_back({block, span, sort, number, first != nullptr && *first, true, sort == kYear});
    };
    const Hit* day = nullptr;  // the weekday before
    for (const Hit& hit : facts.matches().of(definition().slot)) {
      if (hit.key < kFirstDay || hit.key >= kBehindParts || is_half(document, hit)) continue;
      const Sort sort = hit.key < kFirstMonth    ? kWeekday
                        : hit.key < kFirstSeason ? kMonth
                        : hit.key < kFirstPart   ? kSeason
                                                 : kPart;
      if (sort == kWeekday && day != nullptr && is_night(document, *day, hit)) {
        // "In the night from Monday to Tuesday" is one value.
        values.pop_back();
        add(hit.block, day->span.joined(hit.span), kWeekday, kNight + day->key);
        day = nullptr;
        continue;
      }
      const std::size_t known = values.size();
      add(hit.block, hit.span, sort, hit.key);
      day = sort == kWeekday && values.size() > known ? &hit : nullptr;
    }
    for (const DateFact& date : facts.time().dates) {
      if (date.date.day != 0 && date.date.month != 0) {
        add(date.block, date.span, kDate, static_cast<std::uint32_t>(date.date.month * 32 + date.date.day));
      }
    }
    for (const YearMention& year : facts.time().years) {
      add(year.block, {year.begin, year.begin + 4}, kYear, static_cast<std::uint32_t>(year.year));
    }
    drop_chronicles(values);
    return values;
  }

  // A paragraph with three times of the day tells hour by hour what came of it: "at night it broke out, at noon the
  // church burned, at 5 p.m. its tower fell".
  static void drop_chronicles(std::vector<AttachedValue>& values) {
    constexpr std::size_t kTimes = 3;
    std::map<std::uint32_t, std::set<std::uint32_t>> parts;  // of the day, by block
    for (const AttachedValue& value : values) {
      if (value.sort == kPart) parts[value.block].insert(value.number);
    }
    std::erase_if(values, [&](const AttachedValue& value) {
      return value.sort == kPart && parts.at(value.block).size() >= kTimes;
    });
  }

  // The minutes of a time of day: "15 Uhr" of "21.15 Uhr".
  static bool is_half(const Document& document, const Hit& hit) {
    const std::string_view before = std::string_view(document.block(hit.block).text).substr(0, hit.span.begin);
    if (before.size() < 2 || (before.back() != '.' && before.back() != ':')) return false;
    const char digit = before[before.size() - 2];
    return digit >= '0' && digit <= '9';
  }

  // "Monday to Tuesday", "lunedì e martedì": the next day, and hardly anything between.
  static bool is_night(const Document& document, const Hit& one, const Hit& next) {
    if (one.block != next.block || next.span.begin <= one.span.end) return false;
    if (!holds_day(kNight + one.key, next.key) || one.key == next.key) return false;
    const Block& block = document.block(one.block);
    const TextSpan gap{one.span.end, next.span.begin};
    return gap.size() <= kNightGap &&
           block.text.substr(gap.begin, gap.size()).find_first_of(",.;:()") == std::string_view::npos;
  }

  static bool holds_day(std::uint32_t night, std::uint32_t day) {
    const std::uint32_t first = night - kNight;
    return day == first || day == kFirstDay + (first - kFirstDay + 1) % kDaysOfWeek;
  }

  bool dates_headline(const AttachedValue& value) const override { return value.sort != kYear && value.sort != kPart; }

  bool differ(const AttachedValue& a, const AttachedValue& b) const override {
    if (a.sort == kWeekday && a.number >= kNight && b.number < kNight) return !holds_day(a.number, b.number);
    if (a.sort == kWeekday && b.number >= kNight && a.number < kNight) return !holds_day(b.number, a.number);
    if (a.sort != kPart) return true;
    constexpr std::uint32_t kParts = kBehindParts - kFirstPart;
    const std::uint32_t apart = (a.number + kParts - b.number) % kParts;
    return apart > 1 && apart < kParts - 1;
  }
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<OccasionConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind occasion_conflict;
const Kind occasion_conflict{"occasion-conflict", "one happening at two times", kKeys, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
