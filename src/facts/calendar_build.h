// How a Calendar is put together; used by calendar*.cpp alone.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "facts/calendar.h"

namespace stet {

class CalendarBuilder {
 public:
  explicit CalendarBuilder(Calendar& calendar) : calendar_(calendar) {}

  // What CLDR knows of the language: names, what its patterns put between the parts, relative times.
  void add_cldr();
  // What rules/lexicon/dates.toml adds.
  void add_lexicon(const Lexicon& lexicon);
  // Sorts; the calendar is ready.
  void finish();

 private:
  std::uint16_t add_form(NameForm form, Term term);
  void add_phrase(std::string_view phrase, Term term, std::int32_t value, std::uint16_t form = 0);
  void add_entry(const Tokens& tokens, std::size_t begin, std::size_t end, Term term, std::int32_t value,
                 std::uint16_t form);
  // The words of a literal between two parts of a date, split where marks stand.
  void add_joint(std::string_view literal, Part left, Part right);
  // All forms of this kind and width once more with something glued to them.
  void add_glued(Term term, bool abbreviated, std::string_view prefix, std::string_view suffix);
  void add_pattern(CalendarSystem system, std::string_view pattern);

  Calendar& calendar_;
  std::vector<Term> form_terms_;
  std::map<CalendarSystem, std::vector<std::string>> eras_;
  std::vector<std::pair<CalendarSystem, std::string_view>> patterns_;
  std::set<std::tuple<Term, bool, std::string, std::string>> glues_;
  std::size_t plain_forms_ = 0;  // those before anything was glued
};

}  // namespace stet
