// What a language calls months, weekdays and the words around them, from CLDR and rules/lexicon/dates.toml.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "facts/date_tokens.h"
#include "facts/lexicon.h"

namespace stet {

// One language's names and patterns as tools/calendar_tables.cpp wrote them.
struct CalendarSource {
  std::string_view language;
  std::string_view text;
};
std::span<const CalendarSource> calendar_sources();  // by language

enum class CalendarSystem : std::uint8_t { kGregorian, kBuddhist, kPersian, kIslamic, kEra };

// What a word or phrase is in the language of dates. The keys of rules/lexicon/dates.toml are named in
// calendar_lexicon.cpp.
enum class Term : std::uint8_t {
  kMonth,    // value: 0 to 11; form: which NameForm
  kWeekday,  // value: 0 (Monday) to 6; form: which NameForm
  kJoint,    // may stand between two parts of a date; value: joint()
  kEra,      // counts years from value + 1
  kAfterCount,
  kOrdinal,      // glued to a day
  kBefore,       // a preposition that a date follows
  kNumbered,     // before a number that is no day: "No.", "Heft"
  kFrom,         // opens a range
  kTo,           // stands between the ends of a range
  kAnd,          // stands in a list
  kIsWeekday,    // between a date and the weekday that it is said to be
  kArticle,      // before a weekday in apposition
  kDayPart,      // after a weekday: "evening"
  kSubject,      // between a comma behind a weekday and the date: "der"
  kNoWeekday,    // holds a weekday's name, but names something else
  kClock,        // after the hour
  kClockBefore,  // before the hour
  kAm,
  kPm,
  kZone,
  kBc,
  kAd,
  kYearWord,  // before a year
  kRelative,  // value: relative()
  kUnit,      // value: TimeUnit
  kCount,     // a number word; value: the number
  kAgo,       // before or after a duration
  kSince,     // before a duration or a year
  kForHow,    // after a duration that lasts
  kBorn,
  kDied,
  kAged,      // before an age
  kYearsOld,  // after an age
  kBegan,
};
inline constexpr std::size_t kTermCount = static_cast<std::size_t>(Term::kBegan) + 1;

// The parts of a date that a joint stands between; kEdge is the outside.
enum class Part : std::uint8_t { kWeekday, kDay, kMonth, kYear, kEdge };
constexpr std::int32_t joint(Part left, Part right) { return static_cast<int>(left) * 5 + static_cast<int>(right); }

enum class TimeUnit : std::uint8_t { kMinute, kHour, kDay, kWeek, kMonth, kYear, kDecade, kCentury };
// A relative time as a Term's value: units away from now, -1 to 1 or more.
constexpr std::int32_t relative(TimeUnit unit, std::int32_t offset) {
  return static_cast<std::int32_t>(unit) * 1000 + offset + 500;
}
constexpr TimeUnit relative_unit(std::int32_t value) { return static_cast<TimeUnit>(value / 1000); }
constexpr std::int32_t relative_offset(std::int32_t value) { return value % 1000 - 500; }

// The names of all months or all weekdays in one form ("Jan.", genitive, with a prefix).
struct NameForm {
  bool abbreviated = false;
  bool replaceable = true;  // false: "Gründonnerstag" is no form of "Dienstag"
  CalendarSystem system = CalendarSystem::kGregorian;
  std::vector<std::string> names;  // 12 or 7; empty where the form has no such name
};

// What stands at a place.
struct TermMatch {
  std::uint32_t tokens = 0;  // how many; 0: nothing
  std::int32_t value = 0;
  std::uint16_t form = 0;
};

// A set of token values that says "perhaps" to a few others too.
class TokenFilter {
 public:
  void add(std::uint32_t value) { bits_[value >> 6U & (kWords - 1)] |= std::uint64_t{1} << (value & 63U); }
  [[nodiscard]] bool may_hold(std::uint32_t value) const {
    return (bits_[value >> 6U & (kWords - 1)] >> (value & 63U) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kWords = 512;
  std::array<std::uint64_t, kWords> bits_{};
};

// Immutable.
class Calendar {
 public:
  // Reads the language's CLDR names and its sections of the lexicon "dates". A language that neither knows gives
  // a calendar without words. Costs some tens of microseconds.
  Calendar(Language language, const Lexicon& lexicon);

  [[nodiscard]] Language language() const { return language_; }
  // Whether the language has names of months.
  [[nodiscard]] bool known() const { return known_; }
  // Whether its words must be looked for inside runs of letters.
  [[nodiscard]] bool unspaced() const { return unspaced_; }
  // Whether a pattern of it puts the month before the day ("April 8"), the year before the month, the year right
  // before the day, a mark behind the day that it needs ("8日"), the weekday behind the date.
  [[nodiscard]] bool month_first() const { return month_first_; }
  [[nodiscard]] bool year_first() const { return year_first_; }
  [[nodiscard]] bool year_before_day() const { return year_before_day_; }
  [[nodiscard]] bool day_mark() const { return day_mark_; }
  [[nodiscard]] bool weekday_last() const { return weekday_last_; }
  // Whether a month's name may begin with its number ("4-р сар").
  [[nodiscard]] bool numbered_months() const { return numbered_months_; }
  [[nodiscard]] bool has_buddhist_years() const { return buddhist_; }

  // The longest phrase of this kind that begins (ends) at this token. A word that has two values of a kind in
  // different forms is given with the first; match_all() gives all.
  [[nodiscard]] TermMatch match(Term term, const Tokens& tokens, std::size_t at) const;
  // All values among the longest matches, as bits.
  [[nodiscard]] TermMatch match_all(Term term, const Tokens& tokens, std::size_t at, std::uint32_t& values) const;
  // Whether tokens[begin, end) are joints of this kind, and marks that may stand in one.
  [[nodiscard]] bool joins(const Tokens& tokens, std::size_t begin, std::size_t end, Part left, Part right) const;

  // Which kinds of phrase begin with a word of this hash (or number or character): a bit each, 1 << Term.
  [[nodiscard]] std::uint64_t terms_of(std::uint32_t token_value) const;
  // False for nearly all words that begin no phrase; costs a nanosecond.
  [[nodiscard]] bool may_begin(std::uint32_t token_value) const { return filter_.may_hold(token_value); }
  // Adds what its months' names begin with.
  void add_months(TokenFilter& filter) const;

  // What the language glues to this day of the month: "st" in "1st"; mostly nothing.
  [[nodiscard]] std::string_view day_ending(std::int32_t day) const {
    const auto i = static_cast<std::size_t>(day) - 1;
    return i < day_endings_.size() ? std::string_view(day_endings_[i]) : std::string_view();
  }

  [[nodiscard]] const NameForm& form(std::uint16_t number) const { return forms_[number]; }
  [[nodiscard]] std::size_t form_count() const { return forms_.size(); }

 private:
  struct Entry {
    std::uint32_t first = 0;  // token value of the first token
    Term term = Term::kMonth;
    std::uint8_t length = 0;
    std::uint16_t form = 0;
    std::int32_t value = 0;
    std::uint32_t rest = 0;  // where the tokens stand in pool_
  };
  friend class CalendarBuilder;

  [[nodiscard]] bool matches(const Entry& entry, const Tokens& tokens, std::size_t at) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::uint32_t first) const;

  Language language_;
  bool known_ = false;
  bool comma_before_month_ = false;  // "1, జనవరి"; elsewhere "Heft 31, April" is no date
  bool unspaced_ = false;
  bool month_first_ = false;
  bool year_first_ = false;
  bool year_before_day_ = false;
  bool day_mark_ = false;
  bool numbered_months_ = false;
  bool weekday_last_ = false;
  bool buddhist_ = false;
  std::vector<NameForm> forms_;
  std::vector<std::string> day_endings_;
  std::vector<Entry> entries_;  // by first token, then term, longest first
  std::vector<std::pair<TokenKind, std::uint32_t>> pool_;
  TokenFilter filter_;
};

// The calendars of a run, each made when it is first asked for. Thread-safe.
class CalendarCache {
 public:
  CalendarCache();
  ~CalendarCache();
  CalendarCache(CalendarCache&&) noexcept;
  CalendarCache& operator=(CalendarCache&&) noexcept;

  // Lives as long as the cache. `lexicon` must be the same in every call.
  const Calendar& of(Language language, const Lexicon& lexicon) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet
