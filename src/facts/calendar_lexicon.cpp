// The keys of rules/lexicon/dates.toml.
#include <algorithm>
#include <array>
#include <charconv>

#include "facts/calendar_build.h"

namespace stet {
namespace {

struct WordKey {
  std::string_view key;
  Term term;
  std::int32_t value = 0;
};

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

constexpr WordKey kWordKeys[] = {
    {"weekday-day", Term::kJoint, joint(Part::kWeekday, Part::kDay)},
    {"weekday-month", Term::kJoint, joint(Part::kWeekday, Part::kMonth)},
    {"weekday-year", Term::kJoint, joint(Part::kWeekday, Part::kYear)},
    {"day-weekday", Term::kJoint, joint(Part::kDay, Part::kWeekday)},
    {"day-month", Term::kJoint, joint(Part::kDay, Part::kMonth)},
    {"day-year", Term::kJoint, joint(Part::kDay, Part::kYear)},
    {"month-day", Term::kJoint, joint(Part::kMonth, Part::kDay)},
    {"month-weekday", Term::kJoint, joint(Part::kMonth, Part::kWeekday)},
    {"month-year", Term::kJoint, joint(Part::kMonth, Part::kYear)},
    {"year-month", Term::kJoint, joint(Part::kYear, Part::kMonth)},
    {"year-weekday", Term::kJoint, joint(Part::kYear, Part::kWeekday)},
    {"after-day", Term::kJoint, joint(Part::kDay, Part::kEdge)},
    {"after-year", Term::kJoint, joint(Part::kYear, Part::kEdge)},
    {"ordinals", Term::kOrdinal},
    {"before", Term::kBefore},
    {"numbered", Term::kNumbered},
    {"from", Term::kFrom},
    {"to", Term::kTo},
    {"and", Term::kAnd},
    {"is-weekday", Term::kIsWeekday},
    {"article", Term::kArticle},
    {"day-parts", Term::kDayPart},
    {"subject", Term::kSubject},
    {"no-weekday", Term::kNoWeekday},
    {"clock", Term::kClock},
    {"clock-before", Term::kClockBefore},
    {"am", Term::kAm},
    {"pm", Term::kPm},
    {"zones", Term::kZone},
    {"bc", Term::kBc},
    {"ad", Term::kAd},
    {"year", Term::kYearWord},
    {"ago", Term::kAgo},
    {"since", Term::kSince},
    {"for", Term::kForHow},
    {"born", Term::kBorn},
    {"died", Term::kDied},
    {"aged", Term::kAged},
    {"years-old", Term::kYearsOld},
    {"began", Term::kBegan},
    {"minutes", Term::kUnit, static_cast<int>(TimeUnit::kMinute)},
    {"hours", Term::kUnit, static_cast<int>(TimeUnit::kHour)},
    {"days", Term::kUnit, static_cast<int>(TimeUnit::kDay)},
    {"weeks", Term::kUnit, static_cast<int>(TimeUnit::kWeek)},
    {"months", Term::kUnit, static_cast<int>(TimeUnit::kMonth)},
    {"years", Term::kUnit, static_cast<int>(TimeUnit::kYear)},
    {"decades", Term::kUnit, static_cast<int>(TimeUnit::kDecade)},
    {"yesterday", Term::kRelative, relative(TimeUnit::kDay, -1)},
    {"today", Term::kRelative, relative(TimeUnit::kDay, 0)},
    {"tomorrow", Term::kRelative, relative(TimeUnit::kDay, 1)},
    {"last-week", Term::kRelative, relative(TimeUnit::kWeek, -1)},
    {"this-week", Term::kRelative, relative(TimeUnit::kWeek, 0)},
    {"next-week", Term::kRelative, relative(TimeUnit::kWeek, 1)},
    {"last-month", Term::kRelative, relative(TimeUnit::kMonth, -1)},
    {"this-month", Term::kRelative, relative(TimeUnit::kMonth, 0)},
    {"next-month", Term::kRelative, relative(TimeUnit::kMonth, 1)},
    {"last-year", Term::kRelative, relative(TimeUnit::kYear, -1)},
    {"this-year", Term::kRelative, relative(TimeUnit::kYear, 0)},
    {"next-year", Term::kRelative, relative(TimeUnit::kYear, 1)},
};

// "令和 2018": the words, and the year before the first; "zwölf 12" in the same way.
std::pair<std::string_view, std::int32_t> word_and_number(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return {text, 0};
  std::int32_t number = 0;
  std::from_chars(text.data() + space + 1, text.data() + text.size(), number);
  return {text.substr(0, space), number};
}

}  // namespace

void CalendarBuilder::add_lexicon(const Lexicon& lexicon) {
  const auto words = [&](std::string_view key) { return lexicon.find("dates", calendar_.language_, key); };
  // Names stand in columns: the first of each month is one form, the second another.
  const auto add_columns = [&](std::span<const std::string_view> keys, Term term) {
    for (std::size_t column = 0;; ++column) {
      NameForm form;
      bool any = false;
      for (const std::string_view key : keys) {
        const auto list = words(key);
        form.names.emplace_back(column < list.size() ? list[column] : std::string_view());
        any |= column < list.size();
      }
      if (!any) return;
      add_form(std::move(form), term);
    }
  };
  add_columns(kMonths, Term::kMonth);
  add_columns(kWeekdays, Term::kWeekday);
  plain_forms_ = calendar_.forms_.size();
  for (const std::string_view suffix : words("weekday-suffixes")) add_glued(Term::kWeekday, false, "", suffix);
  for (std::size_t day = 0; day < kWeekdays.size(); ++day) {
    for (const std::string_view name : words(std::string(kWeekdays[day]) + "-holidays")) {
      NameForm form{.replaceable = false, .names = std::vector<std::string>(7)};
      form.names[day] = name;
      add_form(std::move(form), Term::kWeekday);
    }
  }
  for (const WordKey& key : kWordKeys) {
    for (const std::string_view word : words(key.key)) add_phrase(word, key.term, key.value);
    for (const std::string_view word : lexicon.find("dates", Language::any(), key.key)) {
      add_phrase(word, key.term, key.value);
    }
  }
  for (const std::string_view endings : words("day-endings")) {
    std::string_view rest = endings;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      const std::string_view ending = rest.substr(0, space);
      calendar_.day_endings_.emplace_back(ending == "-" ? "" : ending);
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
  for (const std::string_view era : words("eras")) {
    const auto [name, year] = word_and_number(era);
    add_phrase(name, Term::kEra, year);
  }
  for (const std::string_view count : words("counts")) {
    const auto [name, number] = word_and_number(count);
    add_phrase(name, Term::kCount, number);
  }
}

}  // namespace stet
