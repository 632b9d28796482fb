// Years that dates do not give themselves.
#include <algorithm>
#include <cstdlib>

#include "facts/time_facts.h"

namespace stet {
namespace {

constexpr std::uint32_t kHeadBlocks = 6;       // a dateline stands in one of the first
constexpr std::uint32_t kShortLine = 90;       // bytes: a line of its own such as "Stand: 8. April 2025, 14 Uhr"
constexpr std::uint32_t kLineBegin = 60;       // bytes: "BERLIN, 8. April 2025 – Die Regierung …"
constexpr std::int32_t kFirstDateline = 1990;  // before, it is rather what the article is about
constexpr std::uint32_t kNearby = 400;         // bytes

YearSource source_of(DateOrigin origin) {
  switch (origin) {
    case DateOrigin::kOption:
      return YearSource::kOption;
    case DateOrigin::kFrontMatter:
      return YearSource::kFrontMatter;
    case DateOrigin::kJsonLd:
    case DateOrigin::kMeta:
    case DateOrigin::kTimeElement:
      return YearSource::kMetadata;
  }
  return YearSource::kUnknown;
}

bool is_full(const DateFact& date) {
  return date.year_source == YearSource::kText && !date.before_christ && !date.swapped && exists(date.date);
}

// "8. April 2025" alone in a line of the article's head, or before the dash that opens its first sentence.
bool is_dateline(const Document& document, const DateFact& date) {
  if (!is_full(date) || date.date.year < kFirstDateline) return false;
  const Block& block = document.block(date.block);
  if (block.role == Role::kTableCell || block.role == Role::kListItem) return false;
  if (block.text.size() <= kShortLine && block.role != Role::kTitle && block.role != Role::kHeading) {
    // Little else stands in the line, and no sentence.
    return block.text.size() < date.span.size() + 40 && !block.text.ends_with('.');
  }
  if (date.span.end > kLineBegin) return false;
  std::string_view rest = block.text.substr(date.span.end);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '.' || rest.front() == ')' || rest.front() == ',')) {
    rest.remove_prefix(1);
  }
  for (const std::string_view dash : {"–", "—", "- ", "--", ":"}) {
    if (rest.starts_with(dash)) return true;
  }
  return false;
}

// The full date that stands closest to number i in its block, if one is near.
const DateFact* nearest_full_date(const std::vector<DateFact>& dates, std::size_t i) {
  const DateFact& date = dates[i];
  const DateFact* before = nullptr;
  for (std::size_t k = i; k > 0 && before == nullptr; --k) {
    const DateFact& other = dates[k - 1];
    if (other.block != date.block || other.span.begin + kNearby < date.span.begin) break;
    if (is_full(other)) before = &other;
  }
  const DateFact* after = nullptr;
  for (std::size_t k = i + 1; k < dates.size() && after == nullptr; ++k) {
    const DateFact& other = dates[k];
    if (other.block != date.block || other.span.begin > date.span.begin + kNearby) break;
    if (is_full(other)) after = &other;
  }
  if (before == nullptr || after == nullptr) return before != nullptr ? before : after;
  return after->span.begin - date.span.begin < date.span.begin - before->span.begin ? after : before;
}

// The day that the lead tells of, when it has a weekday and nothing in the article is of a later year but one.
std::optional<CivilDate> lead_day(const Document& document, const TimeFacts& facts) {
  for (const DateFact& date : facts.dates) {
    if (date.block >= kHeadBlocks) break;
    if (!is_full(date) || date.weekday.empty() || document.block(date.block).role != Role::kParagraph) continue;
    if (date.date.year < kFirstDateline) return std::nullopt;
    const bool is_last = std::ranges::all_of(
        facts.years, [&](const YearMention& mention) { return mention.year <= date.date.year + 1; });
    return is_last ? std::optional(date.date) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

void resolve_years(const Document& document, TimeFacts& facts) {
  if (const auto reference = document.reference_date()) {
    facts.context = {reference->date, source_of(reference->origin), {}};
  } else {
    for (const DateFact& date : facts.dates) {
      if (date.block >= kHeadBlocks) break;
      if (!is_dateline(document, date)) continue;
      facts.context = {date.date, YearSource::kDateline, {}};
      break;
    }
    if (!facts.context.reference) facts.context.lead = lead_day(document, facts);
  }
  for (std::size_t i = 0; i < facts.dates.size(); ++i) {
    DateFact& date = facts.dates[i];
    if (date.year_source == YearSource::kTwoDigits && facts.context.reference) {
      // The century that brings it closest to the article.
      const std::int32_t now = facts.context.reference->year;
      const std::int32_t short_year = date.date.year % 100;
      std::int32_t year = now - now % 100 + short_year;
      if (year > now + 20) year -= 100;
      date.date.year = year;
      if (date.swapped) date.swapped->year = year;
    }
    if (date.year_source != YearSource::kUnknown || date.before_christ || date.date.month == 0) continue;
    CivilDate anchor;
    YearSource source = YearSource::kUnknown;
    if (facts.context.reference) {
      anchor = *facts.context.reference;
      source = facts.context.source;
    } else {
      const DateFact* other = nearest_full_date(facts.dates, i);
      if (other == nullptr && !facts.context.lead) continue;
      anchor = other != nullptr ? other->date : *facts.context.lead;
      source = other != nullptr ? YearSource::kNearby : YearSource::kLead;
    }
    std::int64_t closest = 0;
    for (std::int32_t year = anchor.year - 1; year <= anchor.year + 1; ++year) {
      const std::int32_t day =
          std::min(std::max(date.date.day, 1), days_in_month(year, std::clamp(date.date.month, 1, 12)));
      const CivilDate candidate{year, std::clamp(date.date.month, 1, 12), day};
      const std::int64_t distance = std::llabs(to_days(candidate) - to_days(anchor));
      if (date.year_source != YearSource::kUnknown && distance >= closest) continue;
      closest = distance;
      date.date.year = year;
      date.year_source = source;
    }
  }
}

}  // namespace stet
