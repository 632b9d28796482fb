#include "check/kinds/date/clock_length_support.h"

#include <algorithm>
#include <cmath>

#include "check/kinds/context_support.h"
#include "check/kinds/date/stretch_support.h"
#include "check/kinds/set_apart_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostBetween = 50;  // bytes from a length to the range behind it
constexpr std::size_t kMostToNoun = 90;   // bytes from what lasts to the range
constexpr std::size_t kShortestNoun = 5;  // bytes
constexpr double kHoursOfDay = 24;
constexpr double kFarthest = 3;  // times as long: of something else

double hours_of(const Quantity& q) { return q.value * days_of(q.unit) * kHoursOfDay; }

bool is_hours(const Quantity& q) {
  constexpr double kMostDays = 0.9;
  constexpr double kFewestDays = 0.03;  // an hour, and more than half of one
  const double days = days_of(q.unit);
  return q.dimension_of() == Dimension::kTime && days < kMostDays && days > kFewestDays && !q.fraction && !q.article &&
         q.range == Quantity::Range::kSingle && !q.ambiguous && q.value >= 1;
}

// ", nine hours long", ", soit neuf heures par jour", "(nine hours)"
bool is_behind(const Block& block, const ClockRange& range, const Quantity& q, const ClockLengthWords& words) {
  const std::string_view text = block.text;
  if (q.span.begin < range.span.end) return false;
  std::size_t pos = range.span.end;
  bool marked = false;
  for (int n = 0; n < 4; ++n) {
    pos = skip_blanks(text, pos);
    if (const auto word = words_at(words.that_is, text, pos)) {
      pos = word.position;
      marked = true;
      continue;
    }
    const CodePoint c = pos < text.size() ? decode_at(text, pos) : CodePoint{};
    if (c.value != ',' && c.value != '(' && c.value != ':' && c.value != U'–' && c.value != U'—') break;
    pos += c.length;
    marked = true;
  }
  const auto lasting = words_before(words.for_before, text, q.hedge_begin);  // ", tras cuatro horas de debate"
  const std::size_t begin = lasting ? lasting.position : q.hedge_begin;
  marked = marked || (lasting && skip_blanks(text, pos) == begin);
  if (!marked || (skip_blanks(text, pos) != begin && skip_blanks(text, pos) != q.hedge_begin)) return false;
  const auto behind = words_at(words.long_behind, text, skip_blanks(text, q.span.end));
  return is_closed_at(text, behind ? behind.position : q.span.end);
}

// "for nine hours, from 6 to 15."
bool is_before(const Block& block, const ClockRange& range, const Quantity& q, const ClockLengthWords& words) {
  const std::string_view text = block.text;
  if (q.span.end > range.span.begin || range.span.begin - q.span.end > kMostBetween) return false;
  const std::size_t comma = skip_blanks_back(text, range.span.begin);
  if (comma <= q.span.end || std::string_view(",:(").find(text[comma - 1]) == std::string_view::npos) {
    if (comma != q.span.end) return false;
  }
  const std::string_view gap = text.substr(q.span.end, comma > q.span.end ? comma - 1 - q.span.end : 0);
  const bool plain = gap.find_first_of(",.;:()") == std::string_view::npos &&
                     gap.find_first_of("0123456789") == std::string_view::npos;
  const bool lasting = words_before(words.for_before, text, q.hedge_begin) ||
                       words_at(words.long_behind, text, skip_blanks(text, q.span.end));
  return plain && lasting && is_closed_at(text, range.span.end);
}

// "From 3pm to 6pm. Five hours of tea": more than there are; fewer may be a part of them.
bool is_next(const Block& block, const ClockRange& range, const Quantity& q, const ClockLengthWords& words) {
  const std::string_view text = block.text;
  TextSpan own = sentence_at(text, q.span.begin);
  // "dalle 16 alle 19. Tre ore di musica": the point may be read as that of an ordinal.
  const std::string_view point = text.substr(range.span.end, 2);
  if (own.contains(range.span) && (point == ". " || point == "; ")) own.begin = range.span.end + 2;
  const std::size_t end = skip_blanks_back(text, own.begin);
  if (end == 0 || sentence_at(text, static_cast<std::uint32_t>(end - 1)).begin > range.span.begin) return false;
  if (own.begin < range.span.end) return false;
  if (const auto during = words_before(words.during, text, q.hedge_begin))
    return skip_blanks(text, own.begin) == during.position;
  return skip_blanks(text, own.begin) == q.hedge_begin && hours_of(q) > range.hours &&
         words_at(words.of, text, skip_blanks(text, q.span.end)).found;
}

std::string_view noun_of(const Block& block, const Quantity& q, const ClockLengthWords& words) {
  const std::string_view text = block.text;
  const bool attribute = !q.noun.empty() && q.span.end > q.number.end &&
                         (text[q.number.end] == '-' || q.unit_span.begin == q.number.end || q.unit_span.empty());
  if (attribute) return text.substr(q.noun.begin, q.noun.size());
  // "Après un débat de quatre heures"
  const auto of = words_before(words.of_before, text, q.hedge_begin);
  if (!of) return {};
  const std::size_t stop = skip_blanks_back(text, of.position);
  std::size_t begin = stop;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\'' && text[begin - 1] != '\n') --begin;
  return text.substr(begin, stop - begin);
}

// "The debate ran from 7pm until 11pm … the two-hour debate"
bool is_of_same(const Document& document, const ClockRange& range, const Quantity& q, const ClockLengthWords& words) {
  const std::string_view noun = noun_of(document.block(q.block), q, words);
  if (noun.size() < kShortestNoun) return false;
  const Block& block = document.block(range.block);
  const TextSpan sentence = sentence_at(block.text, range.span.begin);
  const std::uint32_t begin = std::max<std::uint32_t>(
      sentence.begin, range.span.begin - std::min<std::uint32_t>(range.span.begin, kMostToNoun));
  const std::string form = context_form(noun);
  return std::ranges::any_of(words_in(document.words(block), {begin, range.span.begin}), [&](const Word& word) {
    return is_same_word(form, context_form(word_text(block, word)));
  });
}

}  // namespace

std::vector<const Quantity*> lengths_of(const ClockRange& range, bool alone, const Document& document,
                                        const Facts& facts, const ClockLengthWords& words) {
  std::vector<const Quantity*> found;
  const Block& block = document.block(range.block);
  const TextSpan sentence = sentence_at(block.text, range.span.begin);
  const auto overlaps = [&](const Quantity& q) {
    return q.block == range.block && q.span.begin < range.span.end && range.span.begin < q.span.end;
  };
  std::size_t inside = 0;
  for (const Quantity& q : facts.quantities(range.block, sentence)) {
    if (is_hours(q) && !overlaps(q)) ++inside;
  }
  for (const Quantity& q : facts.quantities()) {
    if (!is_hours(q) || overlaps(q)) continue;
    if (q.block == range.block && sentence.contains(q.span)) {
      const bool told = is_behind(block, range, q, words) || is_before(block, range, q, words);
      if (inside == 1 && (told || is_next(block, range, q, words))) found.push_back(&q);
    } else if (q.block == range.block && is_next(block, range, q, words)) {
      found.push_back(&q);
    } else if (alone && document.block(q.block).language == block.language && is_of_same(document, range, q, words)) {
      found.push_back(&q);
    }
  }
  return found;
}

bool differs(const ClockRange& range, const Quantity& length) {
  constexpr double kSlack = 0.75;  // hours: "almost four hours", "until almost eleven"
  constexpr double kPart = 0.15;
  constexpr double kHalfDay = 12;
  const double said = hours_of(length);
  const auto fits = [&](double hours) {
    const double slack = std::max(kSlack, hours * kPart) + (length.hedge == Hedge::kExact ? 0 : kSlack);
    if (length.hedge == Hedge::kOver || length.hedge == Hedge::kAtLeast)
      return said <= hours + slack && said * 2 > hours;
    return std::abs(said - hours) <= slack;
  };
  if (fits(range.hours)) return false;
  // "From 11 to 3": of the same half of the day, or not.
  if (range.half && (fits(range.hours + kHalfDay) || (range.hours > kHalfDay && fits(range.hours - kHalfDay))))
    return false;
  return said <= range.hours * kFarthest && range.hours <= said * kFarthest;
}

}  // namespace stet
