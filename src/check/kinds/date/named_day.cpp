// Kind `named-day`: a feast beside a date on which it does not fall: "Christmas Eve, 25 December"; a quarter or half of
// the year beside months that are not its own: "in the second quarter, from July to September".
//
// Easter by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/by_section.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"feasts", KeyType::kStrings,
     "days and their names: \"12-24 Christmas Eve|…\"; \"easter+1 …\"; \"11-4-4 …\", the fourth Thursday of November"},
    {"beside", KeyType::kStrings, "may stand between a feast and its date: \"on\", \"falls on\""},
    {"other", KeyType::kStrings, "stand right before a feast and make another day of it: \"after\""},
    {"periods", KeyType::kPatterns, "with groups named by quarters and halves (q1 to q4, h1, h2), and from and to"},
});
constexpr std::uint8_t kPeriods = 5;
using enum PhraseTable::Direction;
constexpr std::size_t kFarthest = 40;  // bytes between a feast and its date
constexpr std::int32_t kAnyYear = 2023;
// Days between a feast and the date beside it; farther off, the two are of different things: a place of that name, a
// feast of another country or church.
constexpr std::int64_t kMostOff = 21;
constexpr std::int64_t kMostOffFixed = 7;

// A day of every year: month and day; or a weekday of a month; or days from Easter.
struct Rule {
  std::int32_t month = 0;  // 0: days from Easter
  std::int32_t day = 0;
  std::int32_t weekday = 0;  // of a weekday: which one in the month is `day`
};

// Easter Sunday as a day of March, of which April goes on.
std::int32_t easter(std::int32_t year) {
  const std::int32_t a = year % 19;
  const std::int32_t b = year / 100;
  const std::int32_t c = year % 100;
  const std::int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const std::int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  return h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 22;
}

CivilDate day_of(const Rule& rule, std::int32_t year) {
  if (rule.month == 0) return from_days(to_days({year, 3, 1}) + easter(year) - 1 + rule.day);
  if (rule.weekday == 0) return {year, rule.month, rule.day};
  const std::int64_t first = to_days({year, rule.month, 1});
  const auto begin = static_cast<std::int32_t>(weekday_of({year, rule.month, 1}));
  return from_days(first + (rule.weekday - begin + 7) % 7 + 7 * (rule.day - 1));
}

std::optional<Rule> read_rule(std::string_view text) {
  Rule rule;
  const auto number = [&](std::string_view part) {
    std::int32_t value = 0;
    if (part.starts_with('+')) part.remove_prefix(1);
    std::from_chars(part.data(), part.data() + part.size(), value);
    return value;
  };
  if (text.starts_with("easter")) {
    rule.day = number(text.substr(6));
    return rule;
  }
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  rule.month = number(text.substr(0, dash));
  const std::size_t second = text.find('-', dash + 1);
  if (second == std::string_view::npos) {
    rule.day = number(text.substr(dash + 1));
  } else {
    rule.weekday = number(text.substr(dash + 1, second - dash - 1));
    rule.day = number(text.substr(second + 1));
  }
  const bool real = rule.month >= 1 && rule.month <= 12 && rule.day >= 1 && rule.day <= 31 && rule.weekday <= 7;
  return real ? std::optional(rule) : std::nullopt;
}

struct Names {
  std::vector<Rule> rules;  // by the payload of the tries
  PhraseTrie before{kBackward};
  PhraseTrie behind{kForward};
  PhraseTrie beside{kForward};
  PhraseTrie beside_before{kBackward};
  PhraseTrie other{kBackward};
};

class NamedDay final : public Check {
 public:
  NamedDay(const Definition& definition, Errors& errors) : definition_(definition), names_(definition, read_names) {
    for (const auto& [language, section] : definition.sections) {
      for (const std::string& entry : list(definition, language, "feasts")) {
        if (rule_of(entry)) continue;
        errors.push_back(
            {.message = "feasts must be \"12-24 NAME\", \"easter+1 NAME\" or \"11-4-4 NAME\", not \"" + entry + "\""});
      }
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const DateFact& date : facts.time().dates) {
      const Block& block = document.block(date.block);
      const Names* const names = names_.find(block.language);
      if (names == nullptr || !definition_.looks_at(block.role) || date.day.empty() || date.date.month == 0) continue;
      if (date.shape == DateShape::kIso || date.swapped || date.before_christ || date.range_end != kNoDate) continue;
      if (date.system == CalendarSystem::kGregorian) check_feast(document, facts, date, *names, sink);
    }
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key == kPeriods) check_period(document, facts, hit, sink);
    }
  }

 private:
  static std::span<const std::string> list(const Definition& definition, Language language, std::string_view key) {
    const auto* words = definition.option<std::vector<std::string>>(language, key);
    return words == nullptr ? std::span<const std::string>() : *words;
  }

  // What stands before the names in "12-24 Christmas Eve".
  static std::optional<Rule> rule_of(std::string_view entry) {
    const std::size_t space = entry.find(' ');
    return space == entry.npos ? std::nullopt : read_rule(entry.substr(0, space));
  }

  static Names read_names(const Definition& definition, Language language) {
    Names names;
    for (const std::string& entry : list(definition, language, "feasts")) {
      const auto rule = rule_of(entry);
      if (!rule) continue;
      for (std::string_view rest = std::string_view(entry).substr(entry.find(' ') + 1); !rest.empty();) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        names.before.add(rest.substr(0, bar), static_cast<std::uint32_t>(names.rules.size()));
        names.behind.add(rest.substr(0, bar), static_cast<std::uint32_t>(names.rules.size()));
        rest.remove_prefix(std::min(bar + 1, rest.size()));
      }
      names.rules.push_back(*rule);
    }
    for (const std::string& word : list(definition, language, "beside")) {
      names.beside.add(word, 0);
      names.beside_before.add(word, 0);
    }
    for (const std::string& word : list(definition, language, "other")) names.other.add(word, 0);
    return names;
  }

  // Where the words, commas and years that join end, going back from `pos`; and the same forwards.
  static std::size_t joined_back(std::string_view text, std::size_t pos, const Names& names) {
    for (std::size_t begin = pos;;) {
      std::size_t at = skip_blanks_back(text, begin);
      if (at > 0 && (text[at - 1] == ',' || text[at - 1] == '(')) {
        --at;
      } else if (const auto word = words_before(names.beside_before, text, begin)) {
        at = word.position;
      } else if (at >= 4 && is_year(text.substr(at - 4, 4)) && (at == 4 || text[at - 5] == ' ')) {
        at -= 4;
      } else {
        return begin;
      }
      if (pos - at > kFarthest) return pos;
      begin = at;
    }
  }
  static std::size_t joined(std::string_view text, std::size_t pos, const Names& names) {
    for (std::size_t end = pos;;) {
      std::size_t at = skip_blanks(text, end);
      if (at < text.size() && (text[at] == ',' || text[at] == '(')) {
        ++at;
      } else if (const auto word = words_at(names.beside, text, at)) {
        at = word.position;
      } else {
        return end;
      }
      if (at - pos > kFarthest) return pos;
      end = at;
    }
  }
  static bool is_year(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  }

  void check_feast(const Document& document, const Facts& facts, const DateFact& date, const Names& names,
                   Sink& sink) const {
    const std::string_view text = document.block(date.block).text;
    // A weekday that is not the day's is reported as such: "Good Friday, 17 April 2025".
    const bool wrong_weekday =
        date.weekdays != 0 && date.has_year() && exists(date.date) && !weekday_may_fit(date.date, date.weekdays);
    if (wrong_weekday) return;
    // "Good Friday, 18 April": its last word is read as the date's weekday.
    std::size_t before = joined_back(text, std::min(date.day.begin, date.month.begin), names);
    auto match = words_before(names.before, text, before);
    if (!match) {
      before = joined_back(text, date.span.begin, names);
      match = words_before(names.before, text, before);
    }
    TextSpan name;
    if (match) {
      name = {static_cast<std::uint32_t>(match.position), static_cast<std::uint32_t>(skip_blanks_back(text, before))};
    } else {
      // "on 25 December, Christmas Eve,": not what only begins a new clause.
      const std::size_t behind = skip_blanks(text, joined(text, date.span.end, names));
      const std::string_view gap = text.substr(date.span.end, behind - date.span.end);
      if (gap.find_first_of(",(") == std::string_view::npos) return;
      match = words_at(names.behind, text, behind);
      if (!match) return;
      name = {static_cast<std::uint32_t>(behind), static_cast<std::uint32_t>(match.position)};
      const std::size_t next = skip_blanks(text, name.end);
      if (next < text.size() && std::string_view(",.;)").find(text[next]) == std::string_view::npos) return;
    }
    if (words_before(names.other, text, name.begin)) return;
    const Rule& rule = names.rules[match.payload];
    const bool moves = rule.month == 0 || rule.weekday != 0;
    std::int32_t year = date.date.year;
    if (!date.has_year()) {
      // "fell on 14 April in 2024", "fiel 2024 auf den 14. April"
      const TextSpan near{name.begin, date.span.end + 10};
      for (const YearMention& each : facts.time().years) {
        if (each.block == date.block && near.contains({each.begin, each.begin + 4})) year = each.year;
      }
    }
    if (moves && year < 1583) return;
    if (!moves) year = kAnyYear;
    const CivilDate right = day_of(rule, year);
    if (right.month == date.date.month && right.day == date.date.day) return;
    if (!is_near(right, date, year, moves ? kMostOff : kMostOffFixed)) return;
    const TextSpan place{std::min(name.begin, date.span.begin), std::max(name.end, date.span.end)};
    if (is_guarded(facts, definition_.slot, date.block, place)) return;
    Finding finding;
    finding.place = {date.block, place};
    finding.wording = moves ? "moves" : "";
    finding.values = {{"name", std::string(text.substr(name.begin, name.size()))}, {"right", right}};
    if (!moves) finding.values.back().second = CivilDate{kNoYear, right.month, right.day};
    sink.report(std::move(finding));
  }

  static bool is_near(CivilDate right, const DateFact& date, std::int32_t year, std::int64_t most) {
    const CivilDate said{year, date.date.month, date.date.day};
    if (!exists(said)) return false;
    constexpr std::int64_t kYearDays = 365;
    const std::int64_t off = std::abs(to_days(said) - to_days(right));
    return std::min(off, std::abs(kYearDays - off)) <= most;
  }

  // "in the second quarter, from July to September"
  void check_period(const Document& document, const Facts& facts, const Hit& hit, Sink& sink) const {
    struct Period {
      std::string_view group;
      std::int32_t first;
      std::int32_t last;
    };
    static constexpr Period kPeriod[] = {{"q1", 1, 3},   {"q2", 4, 6}, {"q3", 7, 9},
                                         {"q4", 10, 12}, {"h1", 1, 6}, {"h2", 7, 12}};
    const Block& block = document.block(hit.block);
    if (!definition_.looks_at(block.role)) return;
    const GroupValues groups(document, facts, hit);
    const CalendarSet calendars(block.language, facts.knowledge().calendars, facts.knowledge().lexicon);
    const auto from = number_named(calendars.own(), groups.text("from"), kMonths);
    const auto to = number_named(calendars.own(), groups.text("to"), kMonths);
    if (!from || !to || is_guarded(facts, definition_.slot, hit.block, hit.span)) return;
    for (const Period& period : kPeriod) {
      const auto name = groups.span(period.group);
      if (!name || name->empty() || (*from == period.first && *to == period.last)) continue;
      Finding finding;
      finding.place = {hit.block, {name->begin, hit.span.end}};
      finding.wording = "period";
      const std::size_t end = block.text.find_first_of(" ,(", name->end + 1);
      finding.values = {{"name", std::string(block.text.substr(name->begin, end - name->begin))}};
      sink.report(std::move(finding));
    }
  }

  const Definition& definition_;
  BySection<Names> names_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<NamedDay>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind named_day;
const Kind named_day{"named-day", "a feast or quarter beside a date that is not its own", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
