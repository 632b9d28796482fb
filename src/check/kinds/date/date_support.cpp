#include "check/kinds/date/date_support.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "check/kinds/context_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::int64_t kAround =
    366;  // days in which a date without a year is looked for: the last such day, or the next
constexpr std::uint32_t kNear = 40;        // bytes
constexpr std::int32_t kFirstYear = 1583;  // the first full year of the Gregorian calendar
constexpr std::int32_t kLastJulian = 1930;
constexpr std::int32_t kLastMarchYear = 1752;  // years that began on 25 March

bool names(std::uint8_t weekdays, Weekday weekday) { return (weekdays >> static_cast<unsigned>(weekday) & 1U) != 0; }

bool julian_fits(CivilDate date, std::uint8_t weekdays) {
  const auto weekday = julian_weekday(date);
  return weekday && names(weekdays, *weekday);
}

bool is_all_upper(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    if (is_lower(c.value)) return false;
    letters += is_upper(c.value) ? 1 : 0;
    pos += c.length;
  }
  return letters > 1;
}

std::string upper(std::string_view text, bool first_only) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    append_utf8(out, first_only && pos > 0 ? c.value : upper_case(c.value));
    pos += c.length;
  }
  return out;
}

}  // namespace

bool is_guarded(const Facts& facts, std::uint32_t slot, std::uint32_t block, TextSpan span) {
  constexpr std::uint32_t kLongestGuard = 256;
  const TextSpan sentence = facts.sentences().at(block, span.begin).joined(span);
  const std::uint32_t first = std::min(sentence.begin, span.begin - std::min(span.begin, kNear));
  const std::uint32_t begin = first - std::min(first, kLongestGuard);
  const std::uint32_t end = std::max(sentence.end, span.end + kNear);
  return std::ranges::any_of(facts.matches().in(slot, block, {begin, end + 1}), [&](const Hit& hit) {
    return (hit.key == 0 && sentence.overlaps(hit.span)) ||
           (hit.key == 1 && hit.span.begin <= span.end + kNear && span.begin <= hit.span.end + kNear);
  });
}

bool names_year(const TimeFacts& time, std::uint32_t block, TextSpan span) {
  return year_in(time, block, span).has_value();
}

std::optional<std::int32_t> year_in(const TimeFacts& time, std::uint32_t block, TextSpan span) {
  const auto year = std::ranges::lower_bound(time.years, std::pair(block, span.begin), {},
                                             [](const YearMention& each) { return std::pair(each.block, each.begin); });
  const bool found = year != time.years.end() && year->block == block && year->begin < span.end;
  return found ? std::optional(year->year) : std::nullopt;
}

bool names_bare_year(const TimeFacts& time, std::uint32_t block, TextSpan span) {
  return std::ranges::any_of(time.years, [&](const YearMention& year) {
    if (year.block != block || year.begin < span.begin || year.begin >= span.end) return false;
    return std::ranges::none_of(time.dates, [&](const DateFact& date) {
      return date.block == block && date.has_day() && date.span.begin <= year.begin && year.begin < date.span.end;
    });
  });
}

bool weekday_may_fit(CivilDate date, std::uint8_t weekdays) {
  if (date.year < kFirstYear) return true;
  if (exists(date) && names(weekdays, weekday_of(date))) return true;
  if (date.year <= kLastJulian && julian_fits(date, weekdays)) return true;
  const bool old_new_year = date.year <= kLastMarchYear && (date.month < 3 || (date.month == 3 && date.day < 25));
  if (old_new_year && julian_fits({date.year + 1, date.month, date.day}, weekdays)) return true;
  return !exists(date);
}

std::vector<std::int32_t> possible_years(const DateFact& date, const TimeFacts& time) {
  std::vector<std::int32_t> years;
  const auto add = [&](std::int32_t year) {
    if (std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
  };
  switch (date.year_source) {
    case YearSource::kUnknown:
      return years;
    case YearSource::kText:
    case YearSource::kRange:
      add(date.date.year);
      return years;
    case YearSource::kTwoDigits:
      add(date.date.year);
      if (!time.context.reference) add(date.date.year - 100);
      return years;
    default:
      break;
  }
  add(date.date.year);
  for (const std::int32_t year : {date.date.year - 1, date.date.year + 1}) {
    const CivilDate other{year, date.date.month, std::min(date.date.day, days_in_month(year, date.date.month))};
    const bool from_lead = date.year_source == YearSource::kLead;
    const auto known = from_lead ? time.context.lead : time.context.reference;
    const CivilDate anchor = known.value_or(CivilDate{date.date.year, 7, 1});
    if (!known || std::llabs(to_days(other) - to_days(anchor)) <= kAround) add(year);
  }
  for (const YearMention& mention : time.years) add(mention.year);
  return years;
}

std::optional<std::int32_t> number_named(const Calendar& calendar, std::string_view name, std::size_t names) {
  const std::string wanted = context_form(name);
  for (std::uint16_t i = 0; i < calendar.form_count(); ++i) {
    const auto& known = calendar.form(i).names;
    if (known.size() != names) continue;
    for (std::size_t k = 0; k < names; ++k) {
      if (context_form(known[k]) == wanted) return static_cast<std::int32_t>(k) + 1;
    }
  }
  return std::nullopt;
}

std::optional<std::string> DateWriter::name(std::uint16_t form_number, std::size_t number, TextSpan old) const {
  if (date_.calendar == nullptr || old.empty()) return std::nullopt;
  const NameForm& form = date_.calendar->form(form_number);
  if (!form.replaceable) return std::nullopt;
  std::string found = number < form.names.size() ? form.names[number] : "";
  for (std::uint16_t i = 0; found.empty() && i < date_.calendar->form_count(); ++i) {
    const NameForm& other = date_.calendar->form(i);
    const bool alike = other.names.size() == form.names.size() && other.abbreviated == form.abbreviated &&
                       other.system == form.system && other.replaceable;
    if (alike) found = other.names[number];
  }
  if (found.empty()) return std::nullopt;
  if (found.ends_with('.')) found.pop_back();  // the point stands behind the span
  const std::string_view was = written(old);
  if (is_all_upper(was)) return upper(found, false);
  if (is_upper(decode_at(was, 0).value)) return upper(found, true);
  return found;
}

std::optional<TextEdit> DateWriter::weekday(Weekday weekday) const {
  const auto text = name(date_.weekday_form, static_cast<std::size_t>(weekday) - 1, date_.weekday);
  if (!text) return std::nullopt;
  return edit(date_.weekday, *text);
}

std::optional<TextEdit> DateWriter::day(std::int32_t day) const {
  const std::string_view was = written(date_.day);
  if (was.empty() || was[0] < '0' || was[0] > '9') return std::nullopt;
  const bool padded = was.size() == 2 && was[0] == '0';
  const bool pads = padded || (date_.shape != DateShape::kNamed && was.size() == 2 &&
                               written(date_.month).size() == 2 && written(date_.month)[0] == '0');
  const std::string number = pads ? fmt::format("{:02}", day) : fmt::format("{}", day);
  // "8th" becomes "10th", "2nd" "3rd": the ending changes with the number.
  std::size_t end = date_.day.end;
  while (end < text_.size()) {
    const CodePoint c = decode_at(text_, end);
    if (!is_letter(c.value) || is_unspaced(c.value)) break;
    end += c.length;
  }
  const std::string_view ending = text_.substr(date_.day.end, end - date_.day.end);
  if (date_.shape != DateShape::kNamed) return edit(date_.day, number);
  if (ending == date_.calendar->day_ending(date_.date.day)) {
    return edit({date_.day.begin, static_cast<std::uint32_t>(end)},
                number + std::string(date_.calendar->day_ending(day)));
  }
  if (!ending.empty()) return std::nullopt;
  return edit(date_.day, number);
}

std::optional<TextEdit> DateWriter::month(std::int32_t month) const {
  const std::string_view was = written(date_.month);
  if (was.empty()) return std::nullopt;
  if (date_.shape == DateShape::kNamed) {
    const auto text = name(date_.month_form, static_cast<std::size_t>(month) - 1, date_.month);
    if (!text) return std::nullopt;
    return edit(date_.month, *text);
  }
  if (was[0] < '0' || was[0] > '9') return std::nullopt;
  return edit(date_.month, was.size() == 2 && (was[0] == '0' || written(date_.day).size() == 2)
                               ? fmt::format("{:02}", month)
                               : fmt::format("{}", month));
}

std::optional<TextEdit> DateWriter::year(std::int32_t year) const {
  const std::string_view was = written(date_.year);
  if (was.size() != 4 || was[0] < '0' || was[0] > '9' || date_.system != CalendarSystem::kGregorian)
    return std::nullopt;
  return edit(date_.year, fmt::format("{:04}", year));
}

std::string DateWriter::with(const std::vector<TextEdit>& edits) const {
  std::vector<const TextEdit*> order;
  TextSpan span = date_.span;
  for (const TextEdit& e : edits) {
    order.push_back(&e);
    span = span.joined(e.place.span);
  }
  std::sort(order.begin(), order.end(),
            [](const TextEdit* a, const TextEdit* b) { return a->place.span.begin < b->place.span.begin; });
  std::string out;
  std::uint32_t at = span.begin;
  for (const TextEdit* e : order) {
    out += text_.substr(at, e->place.span.begin - at);
    out += e->text;
    at = e->place.span.end;
  }
  return out + std::string(text_.substr(at, span.end - at));
}

ProposedFix DateWriter::fix(std::vector<TextEdit> edits) const {
  ProposedFix fix;
  fix.wording = "write";
  fix.values = {{"text", with(edits)}};
  fix.edits = std::move(edits);
  return fix;
}

}  // namespace stet
