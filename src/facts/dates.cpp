#include "facts/dates.h"

#include <algorithm>

#include "facts/date_parser.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kWordsAround = 12;
constexpr std::uint32_t kBytesAround = 120;  // in scripts without spaces

bool starts_with_digit(std::string_view text, const Word& word) {
  const auto c = static_cast<unsigned char>(text[word.begin]);
  if (c < 0x80) return c >= '0' && c <= '9';
  return c >= 0xD9 && digit_value(decode_at(text, word.begin).value) >= 0;
}

class Extractor {
 public:
  Extractor(std::string_view text, std::span<const Word> words, std::uint32_t block, const CalendarSet& calendars,
            Dates& out)
      : text_(text),
        words_(words),
        block_(block),
        calendars_(calendars),
        out_(out.dates),
        years_(out.years),
        first_(out.dates.size()) {}

  void run() {
    if (calendars_.own().unspaced()) {
      run_unspaced();
    } else {
      run_spaced();
    }
    link_ranges();
  }

 private:
  void run_spaced() {
    const bool numbered = calendars_.own().numbered_months();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      const bool digit = starts_with_digit(text_, word);
      if (digit && word.end - word.begin == 4) year_at(word.begin);
      if (word.begin < done_) continue;
      if (digit) {
        number_at(i, numbered);
      } else if (calendars_.may_be_month(word.hash)) {
        month_at(i);
      }
    }
  }

  void year_at(std::uint32_t begin) {
    std::int32_t year = 0;
    for (std::uint32_t i = begin; i < begin + 4; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return;
      year = year * 10 + (text_[i] - '0');
    }
    if (year >= 1000 && year < 2200) years_.push_back({block_, begin, year});
  }

  void month_at(std::size_t i) {
    const std::size_t at = tokens_around(text_, words_, i, kWordsAround, tokens_);
    parse([&](DateParser& parser) { parser.read_named(at, parsed_); });
  }

  void number_at(std::size_t i, bool numbered) {
    const Word& word = words_[i];
    // A digit in numbers such as "1.234" and "20" is looked at no further: a date in digits has two marks.
    const bool mark =
        word.end < text_.size() && (text_[word.end] == '.' || text_[word.end] == '/' || text_[word.end] == '-');
    const bool foreign = static_cast<unsigned char>(text_[word.end - 1]) >= 0xE0 - 0x60;  // "2025年4月8日" is one word
    if (mark && i + 1 < words_.size() && words_[i + 1].begin - word.end <= 3 &&
        starts_with_digit(text_, words_[i + 1])) {
      const std::size_t at = tokens_around(text_, words_, i, kWordsAround, tokens_);
      parse([&](DateParser& parser) { parser.read_numeric(at, parsed_); });
    }
    if (numbered && word.begin >= done_) {
      const std::size_t at = tokens_around(text_, words_, i, kWordsAround, tokens_);
      parse([&](DateParser& parser) { parser.read_named(at, parsed_); });
    }
    if (foreign && word.begin >= done_ && word.end - word.begin > 6) bytes_around(word.begin, word.end);
  }

  // All dates in the neighbourhood of text[begin, end).
  void bytes_around(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t from = std::max(done_, begin < kBytesAround ? 0 : begin - kBytesAround);
    while (!is_boundary(text_, from)) ++from;
    std::uint32_t to = std::min(static_cast<std::uint32_t>(text_.size()), end + kBytesAround);
    while (!is_boundary(text_, to)) --to;
    const std::size_t line = text_.substr(from, begin - from).rfind('\n');
    if (line != std::string_view::npos) from += static_cast<std::uint32_t>(line) + 1;
    const std::size_t line_end = text_.substr(begin, to - begin).find('\n');
    if (line_end != std::string_view::npos) to = begin + static_cast<std::uint32_t>(line_end);
    tokens_.clear();
    cut_tokens(text_, from, to, tokens_);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].begin < done_) continue;
      if (calendars_.may_be_month(tokens_[i].value)) {
        parse([&](DateParser& parser) { parser.read_named(i, parsed_); });
      }
      if (tokens_[i].is_number() && tokens_[i].begin >= begin && tokens_[i].begin >= done_) {
        parse([&](DateParser& parser) { parser.read_numeric(i, parsed_); });
      }
    }
  }

  void run_unspaced() {
    std::uint32_t pos = 0;
    while (pos < text_.size()) {
      const CodePoint c = decode_at(text_, pos);
      if (digit_value(c.value) < 0 || pos < done_) {
        pos += c.length;
        continue;
      }
      std::uint32_t end = pos;
      while (end < text_.size()) {
        const CodePoint d = decode_at(text_, end);
        if (digit_value(d.value) < 0) break;
        end += d.length;
      }
      if (end - pos == 4) year_at(pos);
      bytes_around(pos, end);
      pos = end;
    }
  }

  template <class Read>
  void parse(Read read) {
    parsed_.clear();
    DateParser parser(text_, tokens_, calendars_, done_);
    read(parser);
    std::size_t kept = 0;
    for (ParsedDate& date : parsed_) {
      // A window may hold a date that an earlier one has given.
      const std::size_t recent = std::max(first_, out_.size() < 12 ? 0 : out_.size() - 12);
      const bool known =
          std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(recent), out_.end(), [&](const DateFact& f) {
            return f.day == date.fact.day && f.month == date.fact.month && !(f.day.empty() && f.month.empty());
          });
      if (known) continue;
      date.fact.block = block_;
      if (kept > 0 && begins_range_) out_.back().range_end = static_cast<std::uint32_t>(out_.size());
      begins_range_ = date.begins_range;
      done_ = std::max(done_, tokens_[date.whole.end - 1].end);
      out_.push_back(date.fact);
      ++kept;
    }
    begins_range_ = false;
  }

  // "vom 28. Mai bis zum 3. Juni": two dates with nothing but a link between them.
  void link_ranges() {
    sort_by_place();
    for (std::size_t i = first_; i + 1 < out_.size(); ++i) {
      DateFact& from = out_[i];
      DateFact& to = out_[i + 1];
      if (from.range_end != kNoDate || from.calendar == nullptr || to.span.begin < from.span.end ||
          to.span.begin - from.span.end > 24) {
        continue;
      }
      Tokens gap;
      cut_tokens(text_, from.span.end, to.span.begin, gap);
      std::size_t at = 0;
      while (at < gap.size() && (gap[at].is_mark(U',') || gap[at].is_mark(U'.'))) ++at;
      if (at == gap.size()) continue;
      const bool dash = gap[at].is_mark(U'\u2013') || (gap[at].is_mark(U'-') && at + 1 == gap.size());
      const std::size_t length = dash ? 1 : from.calendar->match(Term::kTo, gap, at).tokens;
      if (length == 0) continue;
      at += length;
      // "bis zum", "to the"
      if (at < gap.size() && !from.calendar->joins(gap, at, gap.size(), Part::kWeekday, Part::kDay) &&
          from.calendar->match(Term::kBefore, gap, at).tokens == 0) {
        continue;
      }
      from.range_end = static_cast<std::uint32_t>(i + 1);
      if (from.year_source == YearSource::kUnknown && to.year_source == YearSource::kText && !to.date.year == 0) {
        from.date.year = to.date.year - (from.date.month > to.date.month ? 1 : 0);
        from.year_source = YearSource::kRange;
        from.unclear_year = false;
      }
    }
  }

  void sort_by_place() {
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(first_);
    const auto before = [](const DateFact& a, const DateFact& b) { return a.span.begin < b.span.begin; };
    if (std::is_sorted(begin, out_.end(), before)) return;
    std::vector<std::uint32_t> order(out_.size() - first_);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(first_ + i);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return before(out_[a], out_[b]); });
    std::vector<DateFact> sorted;
    for (const std::uint32_t i : order) {
      sorted.push_back(out_[i]);
      if (sorted.back().range_end == kNoDate) continue;
      const auto end = std::find(order.begin(), order.end(), sorted.back().range_end);
      sorted.back().range_end = static_cast<std::uint32_t>(first_ + static_cast<std::size_t>(end - order.begin()));
    }
    std::copy(sorted.begin(), sorted.end(), begin);
  }

  std::string_view text_;
  std::span<const Word> words_;
  std::uint32_t block_;
  const CalendarSet& calendars_;
  std::vector<DateFact>& out_;
  std::vector<YearMention>& years_;
  std::size_t first_;
  std::uint32_t done_ = 0;  // everything before has been read
  bool begins_range_ = false;
  Tokens tokens_;
  std::vector<ParsedDate> parsed_;
};

}  // namespace

std::string_view year_source_name(YearSource source) {
  switch (source) {
    case YearSource::kUnknown:
      return "unknown";
    case YearSource::kText:
      return "text";
    case YearSource::kTwoDigits:
      return "two digits";
    case YearSource::kRange:
      return "range";
    case YearSource::kOption:
      return "--as-of";
    case YearSource::kFrontMatter:
      return "front matter";
    case YearSource::kMetadata:
      return "metadata";
    case YearSource::kDateline:
      return "dateline";
    case YearSource::kNearby:
      return "nearby date";
    case YearSource::kLead:
      return "a date in the lead";
  }
  return "";
}

CalendarSet::CalendarSet(Language language, const CalendarCache& cache, const Lexicon& lexicon) {
  calendars_.push_back(&cache.of(language, lexicon));
  for (const std::string_view code : lexicon.find("dates", Language::any(), "main")) {
    const Language main(code);
    if (main != language) calendars_.push_back(&cache.of(main, lexicon));
  }
  for (const Calendar* calendar : calendars_) calendar->add_months(months_);
}

void DateParser::finish(const Calendar& calendar, ParsedDate& date) const {
  DateFact& fact = date.fact;
  if (date.whole.end == 0) date.whole = date.at;
  // "8 April (Tuesday)": the bracket that is opened inside is closed inside.
  bool open = false;
  for (std::size_t i = date.whole.begin; i < date.whole.end; ++i) {
    if (mark_at(i, U'(')) open = true;
    if (mark_at(i, U')')) open = false;
  }
  if (open && mark_at(date.whole.end, U')')) ++date.whole.end;
  fact.span = span(date.whole);
  if (calendar.has_buddhist_years() && fact.date.year >= 2400 && fact.date.year <= 2700) {
    fact.system = CalendarSystem::kBuddhist;
    fact.date.year -= 543;
  }
  if (fact.system == CalendarSystem::kPersian || fact.system == CalendarSystem::kIslamic) {
    const auto day = fact.has_year() && !fact.day.empty() ? to_gregorian(fact.system, fact.date) : std::nullopt;
    fact.date = day.value_or(CivilDate{});
    if (!day) {
      fact.weekdays = 0;
      fact.unclear_year = true;
    }
  }
  fact.certain = is_certain(calendar, date);
}

bool DateParser::is_certain(const Calendar& calendar, const ParsedDate& date) const {
  const DateFact& fact = date.fact;
  if (fact.weekdays != 0) return true;
  const std::size_t begin = date.at.begin;
  if (match_before(calendar, Term::kNumbered, begin) > 0 || (begin > 0 && mark_at(begin - 1, U'\u00B0'))) return false;
  if (begin > 1 && mark_at(begin - 1, U'.') && match_before(calendar, Term::kNumbered, begin - 1) > 0) return false;
  const bool preposition =
      match_before(calendar, Term::kBefore, begin) > 0 || match_before(calendar, Term::kFrom, begin) > 0;
  const bool year = fact.year_source == YearSource::kText || fact.year_source == YearSource::kRange;
  if (fact.shape != DateShape::kNamed) return year || preposition;
  // Behind "April 31" a noun may stand that is counted: "In April 31 people".
  const bool closed = date.at.end >= tokens_.size() || tokens_[date.at.end].kind == TokenKind::kMark;
  if (date.first == Part::kMonth) return year || (preposition && closed);
  const bool alone = closed && (begin == 0 || tokens_[begin - 1].kind == TokenKind::kMark);
  if (alone || preposition) return true;
  // "31." and "31st", and "31 de abril", are no amounts.
  bool ordinal = false;
  for (std::size_t i = begin + 1; i < date.month.begin; ++i)
    ordinal |= tokens_[i].is_word() || tokens_[i].is_mark(U'.');
  return ordinal || (year && fact.date.day <= 31);
}

void extract_dates(std::string_view text, std::span<const Word> words, std::uint32_t block,
                   const CalendarSet& calendars, Dates& out) {
  Extractor(text, words, block, calendars, out).run();
}

}  // namespace stet
