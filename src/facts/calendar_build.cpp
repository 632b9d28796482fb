#include "facts/calendar_build.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

std::vector<std::string_view> split(std::string_view line, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = line.find(at);
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

CalendarSystem system_of(std::string_view name) {
  if (name == "buddhist") return CalendarSystem::kBuddhist;
  if (name == "persian") return CalendarSystem::kPersian;
  if (name == "islamic") return CalendarSystem::kIslamic;
  return CalendarSystem::kGregorian;
}

std::optional<Part> part_of(char field) {
  switch (field) {
    case 'E':
    case 'c':
    case 'e':
      return Part::kWeekday;
    case 'd':
      return Part::kDay;
    case 'M':
    case 'L':
      return Part::kMonth;
    case 'y':
    case 'u':
    case 'r':
      return Part::kYear;
    default:
      return std::nullopt;
  }
}

// One stretch of a date pattern: a field of some width, or a literal.
struct Piece {
  char field = 0;
  std::size_t width = 0;
  std::string literal;
};

std::vector<Piece> cut_pattern(std::string_view pattern) {
  std::vector<Piece> pieces;
  bool quoted = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    const bool is_field = !quoted && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    if (c == '\'') {
      quoted = !quoted;
    } else if (is_field) {
      if (pieces.empty() || pieces.back().field != c) pieces.push_back({.field = c, .width = 0, .literal = {}});
      ++pieces.back().width;
    } else {
      if (pieces.empty() || pieces.back().field != 0) pieces.emplace_back();
      pieces.back().literal += c;
    }
  }
  return pieces;
}

// The bytes of the word characters that a literal begins (ends) with, in scripts that part words with spaces.
std::size_t glued_prefix(std::string_view literal) {
  std::size_t n = 0;
  while (n < literal.size()) {
    const CodePoint c = decode_at(literal, n);
    if (!is_word_char(c.value) || is_unspaced(c.value)) break;
    n += c.length;
  }
  return n;
}
std::size_t glued_suffix(std::string_view literal) {
  std::size_t end = literal.size();
  while (end > 0) {
    const CodePoint c = decode_before(literal, end);
    if (!is_word_char(c.value) || is_unspaced(c.value)) break;
    end -= c.length;
  }
  return literal.size() - end;
}

// Whether a literal begins with a letter.
bool glued_any(std::string_view literal) { return !literal.empty() && is_word_char(decode_at(literal, 0).value); }

}  // namespace

std::uint16_t CalendarBuilder::add_form(NameForm form, Term term) {
  calendar_.forms_.push_back(std::move(form));
  form_terms_.push_back(term);
  if (term == Term::kMonth) calendar_.known_ = true;
  const auto number = static_cast<std::uint16_t>(calendar_.forms_.size() - 1);
  const std::vector<std::string>& names = calendar_.forms_.back().names;
  for (std::size_t i = 0; i < names.size(); ++i) add_phrase(names[i], term, static_cast<std::int32_t>(i), number);
  return number;
}

void CalendarBuilder::add_phrase(std::string_view phrase, Term term, std::int32_t value, std::uint16_t form) {
  if (phrase.empty()) return;
  Tokens tokens;
  cut_tokens(phrase, 0, static_cast<std::uint32_t>(phrase.size()), tokens);
  std::size_t end = tokens.size();
  // An abbreviation's point is optional in a text.
  if (end > 1 && tokens[end - 1].is_mark(U'.')) --end;
  add_entry(tokens, 0, end, term, value, form);
}

void CalendarBuilder::add_entry(const Tokens& tokens, std::size_t begin, std::size_t end, Term term, std::int32_t value,
                                std::uint16_t form) {
  if (begin == end || end - begin > 60) return;
  if (term == Term::kMonth && tokens[begin].is_number()) calendar_.numbered_months_ = true;
  calendar_.entries_.push_back({.first = tokens[begin].value,
                                .term = term,
                                .length = static_cast<std::uint8_t>(end - begin),
                                .form = form,
                                .value = value,
                                .rest = static_cast<std::uint32_t>(calendar_.pool_.size())});
  for (std::size_t i = begin; i < end; ++i) calendar_.pool_.emplace_back(tokens[i].kind, tokens[i].value);
}

void CalendarBuilder::add_joint(std::string_view literal, Part left, Part right) {
  Tokens tokens;
  cut_tokens(literal, 0, static_cast<std::uint32_t>(literal.size()), tokens);
  for (std::size_t begin = 0; begin < tokens.size();) {
    if (!tokens[begin].is_word()) {
      const bool comma = tokens[begin].is_mark(U',') && left == Part::kDay && right == Part::kMonth;
      calendar_.comma_before_month_ |= comma;
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].is_word()) ++end;
    add_entry(tokens, begin, end, Term::kJoint, joint(left, right), 0);
    begin = end;
  }
}

void CalendarBuilder::add_glued(Term term, bool abbreviated, std::string_view prefix, std::string_view suffix) {
  const auto key = std::tuple(term, abbreviated, std::string(prefix), std::string(suffix));
  if (!glues_.insert(key).second) return;
  for (std::size_t i = 0; i < plain_forms_; ++i) {
    if (form_terms_[i] != term || calendar_.forms_[i].abbreviated != abbreviated) continue;
    NameForm glued = calendar_.forms_[i];
    for (std::string& name : glued.names) {
      if (!name.empty()) name = std::string(prefix) + name + std::string(suffix);
    }
    add_form(std::move(glued), term);
  }
}

void CalendarBuilder::add_pattern(CalendarSystem system, std::string_view pattern) {
  std::vector<Piece> pieces = cut_pattern(pattern);
  std::vector<Piece> fields;  // with the literal behind each; an era counts as a literal
  std::vector<std::string> literals = {""};
  std::vector<std::size_t> era_at;
  for (Piece& piece : pieces) {
    if (piece.field == 'G') {
      era_at.push_back(literals.size() - 1);
    } else if (piece.field != 0) {
      fields.push_back(piece);
      literals.emplace_back();
    } else {
      literals.back() += piece.literal;
    }
  }
  const auto part_at = [&](std::size_t i) {
    return i < fields.size() ? part_of(fields[i].field).value_or(Part::kEdge) : Part::kEdge;
  };
  std::size_t day_at = fields.size(), month_at = day_at, weekday_at = day_at, year_at = day_at;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Part part = part_at(i);
    if (part == Part::kDay) day_at = i;
    if (part == Part::kMonth) month_at = i;
    if (part == Part::kWeekday) weekday_at = i;
    if (part == Part::kYear) year_at = i;
  }
  if (weekday_at < fields.size() && day_at < weekday_at) calendar_.weekday_last_ = true;
  const std::size_t none = fields.size();
  const bool in_words = month_at < none && (fields[month_at].width >= 3 || calendar_.unspaced_);
  if (in_words && day_at < none) {
    calendar_.month_first_ |= month_at < day_at;
    calendar_.year_before_day_ |= year_at < none && year_at + 1 == day_at;
    // A mark behind the last part: only Chinese, Japanese and Korean days have one in unspaced scripts.
    if (calendar_.unspaced_ && day_at + 1 == none && glued_any(literals.back())) calendar_.day_mark_ = true;
  }
  calendar_.year_first_ |= in_words && year_at < month_at;
  for (std::size_t i = 0; i < literals.size(); ++i) {
    // literals[i] stands between fields[i - 1] and fields[i].
    const Part left = i == 0 ? Part::kEdge : part_at(i - 1);
    const Part right = part_at(i);
    std::string_view literal = literals[i];
    const auto is_name = [&](std::size_t field) { return field < fields.size() && fields[field].width >= 3; };
    if (i > 0 && (left == Part::kMonth || left == Part::kWeekday) && is_name(i - 1)) {
      const std::size_t glued = glued_prefix(literal);
      if (glued > 0) {
        add_glued(left == Part::kMonth ? Term::kMonth : Term::kWeekday, fields[i - 1].width == 3, "",
                  literal.substr(0, glued));
        literal.remove_prefix(glued);
      }
    }
    if ((right == Part::kMonth || right == Part::kWeekday) && is_name(i)) {
      const std::size_t glued = glued_suffix(literal);
      if (glued > 0) {
        add_glued(right == Part::kMonth ? Term::kMonth : Term::kWeekday, fields[i].width == 3,
                  literal.substr(literal.size() - glued), "");
        literal.remove_suffix(glued);
      }
    }
    add_joint(literal, left, right);
    if (std::find(era_at.begin(), era_at.end(), i) != era_at.end()) {
      for (const std::string& era : eras_[system]) add_joint(era, left, right);
    }
  }
}

void CalendarBuilder::add_cldr() {
  const auto sources = calendar_sources();
  const auto source =
      std::lower_bound(sources.begin(), sources.end(), calendar_.language_.code(),
                       [](const CalendarSource& s, std::string_view code) { return s.language < code; });
  if (source == sources.end() || source->language != calendar_.language_.code()) return;
  for (const std::string_view line : split(source->text, '\n')) {
    const std::vector<std::string_view> parts = split(line, '\t');
    if (parts.size() < 2) continue;
    const char kind = line[0];
    if (kind == 'M' || kind == 'W') {
      const std::size_t skip = kind == 'M' ? 3 : 2;
      NameForm form;
      form.abbreviated = parts[1] == "abbreviated";
      if (kind == 'M') form.system = system_of(parts[2]);
      form.names.assign(parts.begin() + static_cast<std::ptrdiff_t>(skip), parts.end());
      if (kind == 'W') calendar_.unspaced_ |= is_unspaced(decode_at(form.names[0], 0).value);
      add_form(std::move(form), kind == 'M' ? Term::kMonth : Term::kWeekday);
    } else if (kind == 'P' && parts.size() == 3) {
      patterns_.emplace_back(system_of(parts[1]), parts[2]);
    } else if (kind == 'E') {
      const CalendarSystem system = system_of(parts[1]);
      if (system == CalendarSystem::kBuddhist) calendar_.buddhist_ = true;
      for (std::size_t i = 2; i < parts.size(); ++i) {
        eras_[system].emplace_back(parts[i]);
        if (system == CalendarSystem::kGregorian) add_phrase(parts[i], i % 2 == 0 ? Term::kBc : Term::kAd, 0);
      }
    } else if (kind == 'R' && parts.size() == 4) {
      const TimeUnit unit = parts[1] == "day"     ? TimeUnit::kDay
                            : parts[1] == "week"  ? TimeUnit::kWeek
                            : parts[1] == "month" ? TimeUnit::kMonth
                                                  : TimeUnit::kYear;
      add_phrase(parts[3], Term::kRelative, relative(unit, parts[2] == "-1" ? -1 : parts[2] == "1" ? 1 : 0));
    }
  }
  plain_forms_ = calendar_.forms_.size();
  for (const auto& [system, pattern] : patterns_) add_pattern(system, pattern);
}

void CalendarBuilder::finish() {
  auto& entries = calendar_.entries_;
  std::stable_sort(entries.begin(), entries.end(), [](const Calendar::Entry& a, const Calendar::Entry& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.term != b.term) return a.term < b.term;
    return a.length > b.length;
  });
  // Of several forms with the same name the first stands.
  const auto at = [this](std::uint32_t i) { return calendar_.pool_.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto same = [&](const Calendar::Entry& a, const Calendar::Entry& b) {
    return a.first == b.first && a.term == b.term && a.length == b.length && a.value == b.value &&
           std::equal(at(a.rest), at(a.rest + a.length), at(b.rest));
  };
  std::vector<Calendar::Entry> distinct;
  distinct.reserve(entries.size());
  for (const Calendar::Entry& entry : entries) {
    bool known = false;
    for (auto it = distinct.rbegin(); it != distinct.rend() && !known; ++it) {
      if (it->first != entry.first || it->term != entry.term || it->length != entry.length) break;
      known = same(*it, entry);
    }
    if (!known) distinct.push_back(entry);
  }
  entries = std::move(distinct);
  for (const Calendar::Entry& entry : entries) calendar_.filter_.add(entry.first);
}

}  // namespace stet
