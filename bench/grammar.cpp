#include "grammar.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>

#include "base/civil_date.h"

namespace stet::bench {
namespace {

constexpr std::array<std::string_view, 12> kGermanMonths = {"Januar",    "Februar", "März",     "April",
                                                            "Mai",       "Juni",    "Juli",     "August",
                                                            "September", "Oktober", "November", "Dezember"};
constexpr std::array<std::string_view, 12> kEnglishMonths = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kGermanDays = {"Montag",  "Dienstag", "Mittwoch", "Donnerstag",
                                                         "Freitag", "Samstag",  "Sonntag"};
constexpr std::array<std::string_view, 7> kEnglishDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                          "Friday", "Saturday", "Sunday"};

[[noreturn]] void fail(const std::string& message) {
  fmt::print(stderr, "{}\n", message);
  std::exit(2);
}

// 12.345 in German, 12,345 in English.
std::string group_digits(std::int32_t number, char separator) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, separator);
  return digits;
}

// In UTF-8 the small letters from à to þ are C3 A0 to C3 BE, the capitals 32 lower.
void capitalise(std::string& text) {
  std::size_t i = 0;
  while (i < text.size() && (text[i] == '*' || text[i] == '[')) ++i;
  for (const std::string_view quote : {"„", "“"}) {
    if (text.compare(i, quote.size(), quote) == 0) i += quote.size();
  }
  if (i >= text.size()) return;
  if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 32);
  const bool latin1 = text[i] == '\xC3' && i + 1 < text.size();
  if (latin1 && text[i + 1] >= '\xA0' && text[i + 1] <= '\xBE') text[i + 1] = static_cast<char>(text[i + 1] - 32);
}

}  // namespace

std::uint64_t Dice::roll(std::uint64_t sides) {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return (z ^ (z >> 31U)) % sides;
}

std::int32_t Dice::between(std::int32_t low, std::int32_t high) {
  return low + static_cast<std::int32_t>(roll(static_cast<std::uint64_t>(high - low) + 1));
}

Grammar::Grammar(Language language) : language_(language) {
  const std::string path = fmt::format("{}/vocabulary/{}.txt", STET_BENCH_DIR, language.code());
  std::ifstream file(path);
  if (!file) fail(path + ": cannot be read");
  std::vector<std::string>* list = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == ':') {
      list = &lists_[line.substr(1)];
    } else if (list == nullptr) {
      fail(path + ": text before the first list");
    } else {
      list->push_back(line);
    }
  }
}

std::string Grammar::write(std::string_view name, Dice& dice) const {
  std::string out;
  expand(name, dice, out);
  capitalise(out);
  return out;
}

void Grammar::expand(std::string_view name, Dice& dice, std::string& out) const {
  if (name.empty() || expand_builtin(name, dice, out)) return;
  const auto list = lists_.find(name);
  if (list == lists_.end()) fail(fmt::format("vocabulary {}: no list \"{}\"", language_.code(), name));
  expand_text(list->second[dice.roll(list->second.size())], dice, out);
}

void Grammar::expand_text(std::string_view text, Dice& dice, std::string& out) const {
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) return;
    const std::size_t close = text.find('}', open);
    expand(text.substr(open + 1, close - open - 1), dice, out);
    text.remove_prefix(close + 1);
  }
}

bool Grammar::expand_builtin(std::string_view name, Dice& dice, std::string& out) const {
  const bool german = language_ == Language("de");
  if (const std::size_t dots = name.find(".."); dots != std::string_view::npos) {
    std::int32_t low = 0;
    std::int32_t high = 0;
    std::from_chars(name.data(), name.data() + dots, low);
    std::from_chars(name.data() + dots + 2, name.data() + name.size(), high);
    const std::int32_t number = dice.between(low, high);
    out += high < 10000 ? std::to_string(number) : group_digits(number, german ? '.' : ',');
  } else if (name == "year") {
    out += std::to_string(dice.between(1950, 2024));
  } else if (name == "time") {
    const std::int32_t hour = dice.between(6, 22);
    const std::int32_t minute = 5 * dice.between(0, 11);
    out += german ? fmt::format("{}.{:02}", hour, minute)
                  : fmt::format("{}:{:02} {}", hour > 12 ? hour - 12 : hour, minute, hour < 12 ? "am" : "pm");
  } else if (name == "date" || name == "weekday-date") {
    const CivilDate date = from_days(dice.between(10957, 20088));  // 2000 to 2024
    const auto month = static_cast<std::size_t>(date.month - 1);
    const auto day = static_cast<std::size_t>(weekday_of(date)) - 1;
    if (name == "weekday-date") out += fmt::format("{}, ", german ? kGermanDays[day] : kEnglishDays[day]);
    out += german ? fmt::format("{}. {} {}", date.day, kGermanMonths[month], date.year)
                  : fmt::format("{} {} {}", date.day, kEnglishMonths[month], date.year);
  } else {
    return false;
  }
  return true;
}

}  // namespace stet::bench
