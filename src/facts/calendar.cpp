#include "facts/calendar.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "facts/calendar_build.h"

namespace stet {
namespace {

// Marks that may stand between the parts of a date in any language.
bool is_joint_mark(std::uint32_t c, Part left, Part right) {
  switch (c) {
    case U',':
      return left != Part::kDay || right != Part::kMonth;
    case U'.':
    case U'\u0F0B':  // Tibetan tsheg
    case U'\u0F0D':
      return true;
    case U'-':
      return left != Part::kWeekday && (right != Part::kWeekday || left == Part::kDay);  // "8-án, kedden"
    case U'\'':
      return true;
    case U'(':
    case U')':
    case U'[':
    case U']':
      return true;
    case U'\u00B0':  // 1° maggio
      return left == Part::kDay;
    default:
      return false;
  }
}

}  // namespace

Calendar::Calendar(Language language, const Lexicon& lexicon) : language_(language) {
  CalendarBuilder builder(*this);
  builder.add_cldr();
  builder.add_lexicon(lexicon);
  builder.finish();
}

bool Calendar::matches(const Entry& entry, const Tokens& tokens, std::size_t at) const {
  if (at + entry.length > tokens.size()) return false;
  for (std::size_t i = 0; i < entry.length; ++i) {
    const auto& [kind, value] = pool_[entry.rest + i];
    if (tokens[at + i].kind != kind || tokens[at + i].value != value) return false;
  }
  return true;
}

std::pair<std::size_t, std::size_t> Calendar::range(std::uint32_t first) const {
  const auto lower = std::lower_bound(entries_.begin(), entries_.end(), first,
                                      [](const Entry& e, std::uint32_t f) { return e.first < f; });
  auto upper = lower;
  while (upper != entries_.end() && upper->first == first) ++upper;
  return {static_cast<std::size_t>(lower - entries_.begin()), static_cast<std::size_t>(upper - entries_.begin())};
}

TermMatch Calendar::match_all(Term term, const Tokens& tokens, std::size_t at, std::uint32_t& values) const {
  values = 0;
  TermMatch found;
  if (at >= tokens.size() || !may_begin(tokens[at].value)) return found;
  const auto [begin, end] = range(tokens[at].value);
  for (std::size_t i = begin; i < end; ++i) {
    const Entry& entry = entries_[i];
    if (entry.term != term || entry.length < found.tokens || !matches(entry, tokens, at)) continue;
    if (entry.length > found.tokens) {
      found = {entry.length, entry.value, entry.form};
      values = 0;
    }
    if (entry.value >= 0 && entry.value < 32) values |= 1U << static_cast<unsigned>(entry.value);
  }
  return found;
}

TermMatch Calendar::match(Term term, const Tokens& tokens, std::size_t at) const {
  std::uint32_t values = 0;
  return match_all(term, tokens, at, values);
}

std::uint64_t Calendar::terms_of(std::uint32_t token_value) const {
  if (!may_begin(token_value)) return 0;
  std::uint64_t terms = 0;
  const auto [begin, end] = range(token_value);
  for (std::size_t i = begin; i < end; ++i) terms |= std::uint64_t{1} << static_cast<unsigned>(entries_[i].term);
  return terms;
}

void Calendar::add_months(TokenFilter& filter) const {
  for (const Entry& entry : entries_) {
    if (entry.term == Term::kMonth) filter.add(entry.first);
  }
}

bool Calendar::joins(const Tokens& tokens, std::size_t begin, std::size_t end, Part left, Part right) const {
  if (end < begin || end - begin > 24) return false;
  const std::int32_t wanted = joint(left, right);
  bool comma = false;
  for (std::size_t at = begin; at < end;) {
    if (tokens[at].kind == TokenKind::kMark) {
      comma |= tokens[at].is_mark(U',');
      const bool own = comma_before_month_ && tokens[at].is_mark(U',');
      if (!own && !is_joint_mark(tokens[at].value, left, right)) return false;
      ++at;
      continue;
    }
    if (!may_begin(tokens[at].value)) return false;
    std::size_t longest = 0;
    const auto [first, last] = range(tokens[at].value);
    for (std::size_t i = first; i < last; ++i) {
      const Entry& entry = entries_[i];
      const bool fits =
          (entry.term == Term::kJoint && entry.value == wanted) ||
          (entry.term == Term::kOrdinal && left == Part::kDay && at == begin && !tokens[at].space_before) ||
          (entry.term == Term::kSubject && left == Part::kWeekday && comma) ||
          (entry.term == Term::kDayPart && left == Part::kWeekday);
      if (fits && entry.length > longest && at + entry.length <= end && matches(entry, tokens, at))
        longest = entry.length;
    }
    if (longest == 0) return false;
    at += longest;
  }
  return true;
}

struct CalendarCache::State {
  std::shared_mutex mutex;
  std::map<Language, std::unique_ptr<Calendar>> calendars;
};

CalendarCache::CalendarCache() : state_(std::make_unique<State>()) {}
CalendarCache::~CalendarCache() = default;
CalendarCache::CalendarCache(CalendarCache&&) noexcept = default;
CalendarCache& CalendarCache::operator=(CalendarCache&&) noexcept = default;

const Calendar& CalendarCache::of(Language language, const Lexicon& lexicon) const {
  {
    const std::shared_lock lock(state_->mutex);
    const auto it = state_->calendars.find(language);
    if (it != state_->calendars.end()) return *it->second;
  }
  auto made = std::make_unique<Calendar>(language, lexicon);
  const std::unique_lock lock(state_->mutex);
  // Another thread may have been faster; its calendar is the same.
  return *state_->calendars.try_emplace(language, std::move(made)).first->second;
}

}  // namespace stet
