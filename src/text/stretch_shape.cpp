#include "text/stretch_shape.h"

#include <algorithm>
#include <cstdint>

namespace stet {
namespace {

using Run = UnitWords::Run;

const Language kGerman("de");

// Whether it has a finite verb that only the other language has.
bool is_told(const UnitWords& unit, Run run, std::size_t language) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (!unit.is_upper(i) && unit.is_verb(i, language) && !unit.is_at_home(i)) return true;
  }
  return false;
}

}  // namespace

bool is_code(std::string_view written) {
  constexpr std::ptrdiff_t kLeastSigns = 3;
  return std::count_if(written.begin(), written.end(), [](char c) {
           return std::string_view("=<>{}[];_\\").find(c) != std::string_view::npos;
         }) >= kLeastSigns;
}

bool is_address(const UnitWords& unit, Run run, std::size_t language) {
  constexpr std::size_t kShortestCode = 4;  // digits of a postal code, which a comma parts from the street
  constexpr std::size_t kLongestCode = 5;
  std::size_t numbers = 0;
  std::size_t names = 0;
  std::size_t others = 0;
  bool code = false;
  constexpr std::size_t kMostBehind = 4;  // words: a name in two parts, the code, the town
  const std::size_t end = std::min(unit.size(), run.end + kMostBehind);
  for (std::size_t i = run.begin; i < end; ++i) {
    if (!unit.is_number(i)) {
      if (unit.is_upper(i)) {
        ++names;
      } else {
        others += !unit.is_name_word(i, language);  // "de la"
      }
      continue;
    }
    ++numbers;
    const std::uint32_t begin = unit.at(i).begin;
    if (unit.word(i).size() < kShortestCode || begin < 2 || unit.text().substr(begin - 2, 2) != ", ") continue;
    code = true;
    // "…, 20099 Hamburg" needs no number of a house.
    numbers += unit.word(i).size() == kLongestCode && i + 1 < run.end && unit.is_upper(i + 1);
  }
  // "rue" might be a verb too.
  return code && numbers >= 2 && names > others && (names >= 2 * others || !is_told(unit, run, language));
}

bool has_slash(const UnitWords& unit, Run run) {
  const std::size_t first = run.begin > 0 ? unit.at(run.begin - 1).end : unit.at(run.begin).begin;
  constexpr std::string_view kSlash = " / ";
  const std::size_t last = unit.at(run.end - 1).end;
  const std::size_t behind = run.end < unit.size() ? unit.at(run.end).begin : last + kSlash.size();
  return unit.text().substr(first, behind - first).find(kSlash) != std::string_view::npos;
}

bool is_there_and_back(const UnitWords& unit, Run run) {
  return run.end - run.begin == 3 && unit.at(run.begin).hash == unit.at(run.begin + 2).hash;
}

bool is_listed_title(const UnitWords& unit, Run run, std::size_t language, const ForeignStretch& stretch) {
  constexpr std::uint32_t kLongestTitle = 4;  // words, where it stands by itself
  constexpr std::uint32_t kLongestEntry = 6;  // in a list
  constexpr std::size_t kLongestConjunction = 3;
  const std::size_t begin = stretch.span.begin;
  const std::string_view text = unit.text();
  if (kTableLanguages[language] == kGerman || begin < 2) return false;
  if (!unit.is_upper(run.begin) || !unit.is_of(run.begin, language)) return false;
  const char before = text[begin - 2];
  if (before == ':' || before == ';') return stretch.words <= kLongestTitle && !is_told(unit, run, language);
  if (before != ',' || stretch.fills != ForeignStretch::Fills::kNothing || stretch.words > kLongestEntry) return false;
  const std::string_view written = text.substr(begin, stretch.span.size());
  if (std::count(written.begin(), written.end(), ',') > 1) return false;
  const char behind = stretch.span.end < text.size() ? text[stretch.span.end] : '.';
  const bool joined =
      run.end < unit.size() && unit.is_at_home(run.end) && unit.word(run.end).size() <= kLongestConjunction;
  return behind == ',' || joined;
}

}  // namespace stet
