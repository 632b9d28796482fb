#include <array>
#include <cmath>

#include "facts/numerals.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool digit_at(std::string_view text, std::size_t pos) {
  return pos < text.size() && text[pos] >= '0' && text[pos] <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t pos) {
  while (digit_at(text, pos)) ++pos;
  return pos;
}

// No-break, thin and narrow spaces group digits in every language.
bool is_group_space(char32_t c) { return c == 0xA0 || c == 0x2009 || c == 0x202F || c == 0x2007; }

struct Group {
  char32_t separator = 0;  // before it
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

// Groups of digits with what separates them.
struct Groups {
  std::array<Group, 12> group;
  std::size_t count = 0;
  bool overflow = false;
  void add(Group g) {
    if (count == group.size()) {
      overflow = true;
      return;
    }
    group[count++] = g;
  }
  [[nodiscard]] std::size_t end() const { return group[count - 1].end; }
};

bool joins(std::string_view text, const Groups& groups, char32_t c, std::size_t begin, std::size_t end,
           const NumberLanguage& language) {
  if (c == '.' || c == ',') return true;
  // What only groups: three digits must follow, and no more than three may stand before.
  if (c != '\'' && c != 0x2019 && !is_group_space(c) && !(c == ' ' && language.group_space)) return false;
  if (end - begin != 3 || groups.group[0].size() > 3) return false;
  for (std::size_t i = 1; i < groups.count; ++i) {
    const char32_t before = groups.group[i].separator;
    if (before == '.' || before == ',' || (before == ' ') != (c == ' ')) return false;
  }
  if (text[groups.group[0].begin] == '0') return false;
  // "200 km/h, 3 200 m": fine; "am 3. 200 000" never comes here. A letter glued to the group makes it another word.
  return !(c == ' ' && word_char_at(text, end));
}

Groups read_groups(std::string_view text, std::size_t pos, const NumberLanguage& language) {
  Groups groups;
  groups.add({0, pos, skip_digits(text, pos)});
  while (!groups.overflow && groups.end() < text.size()) {
    const CodePoint c = decode_at(text, groups.end());
    const std::size_t begin = groups.end() + c.length;
    if (!digit_at(text, begin)) break;
    const std::size_t end = skip_digits(text, begin);
    if (!joins(text, groups, c.value, begin, end, language)) break;
    groups.add({c.value, begin, end});
  }
  return groups;
}

double digits_value(std::string_view digits) {
  double value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Where a stretch of digits and joining signs ends, for what is no number.
std::size_t skip_cluster(std::string_view text, std::size_t pos) {
  while (pos < text.size()) {
    if (digit_at(text, pos)) {
      ++pos;
      continue;
    }
    constexpr std::string_view kJoints = ".,:/-'";
    if (kJoints.find(text[pos]) == std::string_view::npos || !digit_at(text, pos + 1)) break;
    ++pos;
  }
  return pos;
}

bool all_three(const Groups& groups, std::size_t from, std::size_t to) {
  if (groups.group[0].size() > 3) return false;
  for (std::size_t i = from; i < to; ++i) {
    if (groups.group[i].size() != 3) return false;
  }
  return true;
}

Digits finish(std::string_view text, const Groups& groups, std::size_t whole, DigitsKind kind, bool ambiguous) {
  Digits digits{kind, {}};
  Numeral& n = digits.numeral;
  n.end = groups.end();
  n.ambiguous = ambiguous;
  for (std::size_t i = 0; i < whole; ++i) {
    const Group& g = groups.group[i];
    n.value = n.value * std::pow(10.0, static_cast<double>(g.size())) + digits_value(text.substr(g.begin, g.size()));
  }
  n.grouped = whole > 1;
  if (whole > 1) n.style.group = groups.group[1].separator;
  if (whole < groups.count) {
    const Group& g = groups.group[whole];
    n.decimals = static_cast<int>(g.size());
    n.step = std::pow(10.0, -n.decimals);
    n.value += digits_value(text.substr(g.begin, g.size())) / std::pow(10.0, n.decimals);
    n.style.decimal = g.separator;
  }
  return digits;
}

}  // namespace

Digits read_digits(std::string_view text, std::size_t pos, const NumberLanguage& language) {
  const Groups groups = read_groups(text, pos, language);
  const auto other = [&] { return Digits{DigitsKind::kOther, {.end = skip_cluster(text, pos)}}; };
  const std::size_t n = groups.count;
  const Group& first = groups.group[0];
  if (groups.overflow || first.size() > 15) return other();
  // 007, 0711: codes; 0 and 0,5 are numbers.
  if (text[pos] == '0' && first.size() > 1) return other();
  if (n == 1) return finish(text, groups, 1, DigitsKind::kNumber, false);

  const char32_t last = groups.group[n - 1].separator;
  const char32_t head = groups.group[1].separator;
  std::size_t same = 0;  // how often the last separator occurs
  for (std::size_t i = 1; i < n; ++i) same += groups.group[i].separator == last ? 1U : 0U;

  if (last != '.' && last != ',') {  // 1'234, 1 234
    return all_three(groups, 1, n) ? finish(text, groups, n, DigitsKind::kNumber, false) : other();
  }
  if (n > 2 && same == n - 1) {  // 1.234.567, or 1.2.3
    if (!all_three(groups, 1, n) || text[pos] == '0') return other();
    return finish(text, groups, n, DigitsKind::kNumber, false);
  }
  if (n > 2) {  // 1.234,5
    if (same != 1 || !all_three(groups, 1, n - 1)) return other();
    for (std::size_t i = 2; i + 1 < n; ++i) {
      if (groups.group[i].separator != head) return other();
    }
    return finish(text, groups, n - 1, DigitsKind::kNumber, false);
  }
  // One separator.
  const bool is_decimal = last == static_cast<char32_t>(language.decimal);
  const bool three = groups.group[1].size() == 3 && first.size() <= 3 && text[pos] != '0';
  if (three) {
    const bool groups_here = last == '.' ? language.group_dot : language.group_comma;
    if (groups_here && !is_decimal) return finish(text, groups, 2, DigitsKind::kNumber, language.loose && last == ',');
    // "1,234" in German, "1.234" in English: three decimals, or a foreign thousand.
    return finish(text, groups, 1, DigitsKind::kNumber, true);
  }
  if (is_decimal) return finish(text, groups, 1, DigitsKind::kNumber, false);
  if (last == '.' && groups.group[1].size() <= 2) return finish(text, groups, 1, DigitsKind::kNeedsUnit, false);
  if (last == ',') return finish(text, groups, 1, DigitsKind::kNeedsUnit, false);
  return finish(text, groups, 1, DigitsKind::kNeedsUnit, true);
}

}  // namespace stet
