// Kind `weekday-mismatch`: a date whose weekday is another day's.
#include <algorithm>
#include <bit>
#include <cstdlib>
#include <set>

#include "check/kinds/date/date_support.h"
#include "check/kinds/date/weekday_pair_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/layout_support.h"

namespace stet {
namespace {

constexpr std::int64_t kNeighbours = 3;  // no day is farther from the nearest with a given weekday

Weekday first_weekday(std::uint8_t weekdays) { return static_cast<Weekday>(std::countr_zero(weekdays)); }

// Alternatives in the text's own words: the right weekday, the nearest day that has the weekday, and the same day of
// the month (year) before or after if that has it.
std::vector<ProposedFix> alternatives(const Document& document, const DateFact& date, CivilDate day) {
  std::vector<ProposedFix> fixes;
  const DateWriter writer(document, date);
  const auto add = [&](std::vector<std::optional<TextEdit>> edits) {
    std::vector<TextEdit> known;
    for (auto& edit : edits) {
      if (!edit) return;
      known.push_back(std::move(*edit));
    }
    fixes.push_back(writer.fix(std::move(known)));
  };
  const auto fits = [&](CivilDate other) {
    return exists(other) && (date.weekdays >> static_cast<unsigned>(weekday_of(other)) & 1U) != 0;
  };
  add({writer.weekday(weekday_of(day))});
  if (date.system != CalendarSystem::kGregorian && date.system != CalendarSystem::kBuddhist) return fixes;
  for (std::int64_t distance = 1; distance <= kNeighbours; ++distance) {
    for (const std::int64_t shift : {distance, -distance}) {
      const CivilDate near = from_days(to_days(day) + shift);
      if (!fits(near)) continue;
      if (near.year != day.year) continue;
      if (near.month == day.month) {
        add({writer.day(near.day)});
      } else {
        add({writer.day(near.day), writer.month(near.month)});
      }
    }
  }
  for (const std::int32_t month : {day.month - 1, day.month + 1}) {
    if (month >= 1 && month <= 12 && fits({day.year, month, day.day})) add({writer.month(month)});
  }
  if (date.year_source == YearSource::kText) {
    for (const std::int32_t year : {day.year - 1, day.year + 1}) {
      if (fits({year, day.month, day.day})) add({writer.year(year)});
    }
  }
  return fixes;
}

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"no-month", KeyType::kPatterns, "a weekday and a day without its month, with the groups weekday and day"},
    {"proverbial", KeyType::kPhrases, "a weekday and a day that are no date: \"Friday the 13th\""},
    {"other-year", KeyType::kPhrases, "tell of another year than the article's: \"last year\""},
});
enum List : std::uint8_t { kNoMonth = 2, kProverbial, kOtherYear };

class WeekdayMismatch final : public Check {
 public:
  explicit WeekdayMismatch(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<const DateFact*> reported;
    for (const DateFact& date : facts.time().dates) {
      if (date.weekdays == 0 || date.day.empty() || date.before_christ || date.unclear_year) continue;
      if (date.system == CalendarSystem::kIslamic || !definition_.looks_at(document.block(date.block).role)) continue;
      if (fits(date, facts.time()) || is_guarded(facts, definition_.slot, date.block, date.span)) continue;
      report(document, facts, date, sink);
      reported.push_back(&date);
    }
    check_pairs(document, facts, reported, sink);
    std::optional<Around> around;
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != kNoMonth || !definition_.looks_at(document.block(hit.block).role)) continue;
      if (!around) around = months_around(facts.time());
      if (around->near) check_without_month(document, facts, hit, *around, sink);
    }
  }

 private:
  void check_pairs(const Document& document, const Facts& facts, const std::vector<const DateFact*>& reported,
                   Sink& sink) const {
    const auto counts = [&](const DateFact& date) {
      const Block& block = document.block(date.block);
      if (!definition_.looks_at(block.role) || !definition_.sections.contains(block.language)) return false;
      if (std::ranges::find(reported, &date) != reported.end()) return false;
      const auto hits = facts.matches().in(definition_.slot, date.block, whole_text(block));
      return !is_guarded(facts, definition_.slot, date.block, date.span) &&
             std::ranges::none_of(hits, [](const Hit& hit) { return hit.key == kOtherYear; });
    };
    for (const WeekdayPair& pair : clashing_weekdays(document, facts.time(), counts)) {
      const auto text = [&](const DateFact& date) {
        return std::string(document.block(date.block).text.substr(date.span.begin, date.span.size()));
      };
      const CivilDate anchor{pair.year, pair.anchor->date.month, pair.anchor->date.day};
      Finding finding;
      finding.place = {pair.odd->block, pair.odd->span};
      finding.wording = "pair";
      finding.severity = Severity::kWarning;
      finding.values = {{"said", text(*pair.odd)},
                        {"other", text(*pair.anchor)},
                        {"days", NumberValue{static_cast<double>(std::llabs(pair.days))}}};
      finding.related.push_back({{pair.anchor->block, pair.anchor->span}, "there", {{"other", text(*pair.anchor)}}});
      const DateWriter writer(document, *pair.odd);
      if (auto edit = writer.weekday(weekday_of(from_days(to_days(anchor) + pair.days)))) {
        finding.fixes.push_back(writer.fix({std::move(*edit)}));
      }
      sink.report(std::move(finding));
    }
  }

  // The months around the dates of an article, counted from the year 0, by which a day without a month is understood.
  struct Around {
    const Calendar* calendar = nullptr;
    std::optional<CivilDate> near;  // nothing when the day can't be understood
    std::set<std::int32_t> months;
  };

  static Around months_around(const TimeFacts& time) {
    Around around;
    around.near = time.context.written();
    const auto add = [&](CivilDate anchor) {
      for (std::int32_t shift = -1; shift <= 1; ++shift) {
        around.months.insert(anchor.year * 12 + anchor.month - 1 + shift);
      }
    };
    for (const DateFact& date : time.dates) {
      if (date.calendar == nullptr || date.before_christ || date.date.month < 1 || date.date.month > 12) continue;
      // A month whose year nobody knows may be that of the day.
      if (!date.has_year()) return {};
      if (around.calendar == nullptr) around.calendar = date.calendar;
      add(date.date);
      if (!around.near && date.has_day() && date.year_source == YearSource::kText) around.near = date.date;
    }
    if (around.calendar == nullptr) return {};
    if (around.near) add(*around.near);
    return around;
  }

  // "Saturday, 15 February 2025 … on Sunday the 22nd": the day has this weekday in no month around the article's dates.
  void check_without_month(const Document& document, const Facts& facts, const Hit& hit, const Around& around,
                           Sink& sink) const {
    if (is_guarded(facts, definition_.slot, hit.block, hit.span)) return;
    const auto others = facts.matches().in(definition_.slot, hit.block, hit.span);
    if (std::ranges::any_of(others, [](const Hit& other) { return other.key == kProverbial; })) return;
    const GroupValues groups(document, facts, hit);
    const auto day = groups.number("day");
    const auto number = number_named(*around.calendar, groups.text("weekday"), kWeekdays);
    if (!number || !day) return;
    const auto weekday = static_cast<Weekday>(*number);
    const bool fits_somewhere = std::ranges::any_of(around.months, [&](std::int32_t month) {
      const CivilDate candidate{month / 12, month % 12 + 1, *day};
      return exists(candidate) && weekday_of(candidate) == weekday;
    });
    if (fits_somewhere) return;
    Finding finding;
    finding.place = {hit.block, {groups.span("weekday")->begin, groups.span("day")->end}};
    finding.wording = "no-month";
    finding.severity = Severity::kWarning;
    finding.values = {{"said", std::string(document.block(hit.block).text.substr(finding.place.span.begin,
                                                                                 finding.place.span.size()))},
                      {"date", *around.near}};
    sink.report(std::move(finding));
  }

  static bool fits(const DateFact& date, const TimeFacts& time) {
    const std::vector<std::int32_t> years = possible_years(date, time);
    if (years.empty()) return true;
    const bool inferred = date.year_source >= YearSource::kOption;
    if (inferred && is_about_other_years(date, time)) return true;
    if (date.year_source == YearSource::kNearby && !is_of_one_time(date, time)) return true;
    return std::any_of(years.begin(), years.end(), [&](std::int32_t year) {
      const CivilDate day{year, date.date.month, date.date.day};
      if (!exists(day) || weekday_may_fit(day, date.weekdays)) {
        // 29 February fits no common year; its own year must exist to be judged.
        return exists(day) || year == date.date.year;
      }
      if (!date.swapped) return false;
      const CivilDate swapped{year, date.date.day, date.date.month};
      return exists(swapped) && weekday_may_fit(swapped, date.weekdays);
    });
  }

  // A date close by tells the year only in an article on one time, and that of the writing: what happened in 1924 is
  // told among days of other years.
  static bool is_of_one_time(const DateFact& date, const TimeFacts& time) {
    constexpr std::int32_t kFirst = 1990;
    return date.date.year >= kFirst &&
           std::all_of(time.years.begin(), time.years.end(),
                       [&](const YearMention& mention) { return std::abs(mention.year - date.date.year) <= 1; });
  }

  // A story about 1854 does not say the year with every date; a paragraph further on it may be about today again.
  static bool is_about_other_years(const DateFact& date, const TimeFacts& time) {
    const YearMention* last = nullptr;
    for (const YearMention& mention : time.years) {
      const bool before =
          mention.block < date.block || (mention.block == date.block && mention.begin < date.span.begin);
      if (before) last = &mention;
    }
    return last != nullptr && last->block + 1 >= date.block && std::abs(last->year - date.date.year) > 2;
  }

  static void report(const Document& document, const Facts& facts, const DateFact& date, Sink& sink) {
    Finding finding;
    finding.place = {date.block, date.span};
    const CivilDate day = date.date;
    finding.values = {{"date", day}, {"right", weekday_of(day)}, {"wrong", first_weekday(date.weekdays)}};
    if (date.swapped) {
      const CivilDate other = *date.swapped;
      if (exists(other)) {
        finding.wording = "either-order";
        finding.values.emplace_back("other", other);
        finding.values.emplace_back("other-right", weekday_of(other));
      }
      finding.severity = Severity::kWarning;
    } else {
      finding.fixes = alternatives(document, date, day);
    }
    switch (date.year_source) {
      case YearSource::kOption:
      case YearSource::kFrontMatter:
      case YearSource::kMetadata:
        finding.wording = "article-year";
        break;
      case YearSource::kDateline:
      case YearSource::kNearby:
      case YearSource::kLead:
        finding.wording = "nearby-year";
        if (date.year_source != YearSource::kDateline) finding.severity = Severity::kWarning;
        add_year_place(facts.time(), date, finding);
        break;
      default:
        break;
    }
    sink.report(std::move(finding));
  }

  // Where the year that the date lacks was taken from.
  static void add_year_place(const TimeFacts& time, const DateFact& date, Finding& finding) {
    const DateFact* best = nullptr;
    for (const DateFact& other : time.dates) {
      if (other.year_source != YearSource::kText || std::abs(other.date.year - date.date.year) > 1) continue;
      if (date.year_source == YearSource::kNearby && other.block != date.block) continue;
      if (best == nullptr) best = &other;
    }
    if (best != nullptr) finding.related.push_back({{best->block, best->span}, "year", {{"date", best->date}}});
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<WeekdayMismatch>(definition);
}

}  // namespace

namespace kinds {
extern const Kind weekday_mismatch;
const Kind weekday_mismatch{"weekday-mismatch", "a date whose weekday is another day's", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
