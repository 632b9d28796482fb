#include "check/kinds/date/elapsed_support.h"

#include <algorithm>
#include <span>

#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::uint32_t kYearLength = 4;
constexpr std::size_t kMostAfter = 90;  // bytes from "three weeks after" to the begin
constexpr double kYearDays = 360;

// A date, or a year alone.
struct Moment {
  TextSpan span;
  const DateFact* date = nullptr;
  CivilDate day;  // month and day 0 where they are not said
};

// Whether one of those, which are in order, shares a byte with the span.
bool overlaps_one(const auto& all, TextSpan span) {
  const auto behind = [&](const auto& each) { return each.span.end <= span.begin; };
  const auto first = std::ranges::partition_point(all, behind);
  return first != all.end() && first->span.begin < span.end;
}

// The moments of a block in order; counts that could be years are none.
std::vector<Moment> moments_of(std::uint32_t block, const Facts& facts) {
  std::vector<Moment> found;
  const auto& dates = facts.time().dates;
  for (auto date = std::ranges::lower_bound(dates, block, {}, &DateFact::block);
       date != dates.end() && date->block == block; ++date) {
    found.push_back({date->span, &*date, date->date});
  }
  const std::size_t days = found.size();
  const auto numbers = facts.quantities(block);
  const auto& years = facts.time().years;
  for (auto year = std::ranges::lower_bound(years, block, {}, &YearMention::block);
       year != years.end() && year->block == block; ++year) {
    const TextSpan span{year->begin, year->begin + kYearLength};
    if (overlaps_one(std::span(found).first(days), span) || overlaps_one(numbers, span)) continue;
    found.push_back({span, nullptr, {year->year, 0, 0}});
  }
  std::ranges::sort(found, {}, [](const Moment& each) { return each.span.begin; });
  return found;
}

std::optional<TimeStretch> stretch_of(std::uint32_t block, const Moment& first, const Moment& last, double unit) {
  if (first.date != nullptr && last.date != nullptr && first.day.day != 0 && last.day.day != 0)
    return stretch_between(*first.date, *last.date);
  const auto has_year = [](const Moment& each) { return each.date == nullptr || each.date->has_year(); };
  const auto is_odd = [](const Moment& each) {
    return each.date != nullptr && (each.date->before_christ || each.date->unclear_year);
  };
  if (unit < kYearDays || !has_year(first) || !has_year(last) || is_odd(first) || is_odd(last)) return std::nullopt;
  if (last.day.year <= first.day.year) return std::nullopt;
  return TimeStretch{block, {}, first.span, last.span, first.day, last.day};
}

class Reader {
 public:
  Reader(const Block& block, std::uint32_t id, const std::vector<Moment>& moments, const ElapsedWords& words)
      : block_(block), id_(id), moments_(moments), words_(words) {}

  std::optional<ElapsedClaim> read(const Quantity& q) const {
    const std::string_view text = block_.text;
    const std::size_t behind = skip_blanks(text, q.span.end);
    const TextSpan own = sentence_at(text, q.span.begin);
    if (const auto later = words_at(words_.later, text, behind)) {
      const Moment* end = beside(q, later.position, own);
      return claim(end == nullptr ? nullptr : only_before(q, end, own), end, q);
    }
    if (const auto earlier = words_at(words_.earlier, text, behind)) {
      const Moment* begin = beside(q, earlier.position, own);
      return claim(begin, begin == nullptr ? nullptr : only_before(q, begin, own), q);
    }
    const auto after = words_at(words_.after, text, behind);
    const auto prior = words_at(words_.prior, text, behind);
    if (!after && !prior) return during(q, own);
    const std::size_t from = after ? after.position : prior.position;
    const auto [named, other] = around(q, from, own);
    return after ? claim(named, other, q) : claim(other, named, q);
  }

 private:
  std::optional<ElapsedClaim> claim(const Moment* first, const Moment* last, const Quantity& q) const {
    if (first == nullptr || last == nullptr) return std::nullopt;
    const auto stretch = stretch_of(id_, *first, *last, days_of(q.unit));
    if (!stretch) return std::nullopt;
    const TextSpan place{std::min({first->span.begin, last->span.begin, q.span.begin}),
                         std::max({first->span.end, last->span.end, q.span.end})};
    return ElapsedClaim{*stretch, &q, place};
  }

  [[nodiscard]] std::span<const Moment> moments_in(TextSpan where) const {
    const auto begin_of = [](const Moment& each) { return each.span.begin; };
    const auto first = std::ranges::lower_bound(moments_, where.begin, {}, begin_of);
    auto last = std::ranges::lower_bound(first, moments_.end(), where.end, {}, begin_of);
    if (last != first && std::prev(last)->span.end > where.end) --last;
    return {first, last};
  }

  [[nodiscard]] bool has_comma(std::size_t begin, std::size_t end) const {
    return begin < end && block_.text.substr(begin, end - begin).find(',') != std::string_view::npos;
  }

  [[nodiscard]] bool joins(std::size_t begin, std::size_t end) const {
    return joins_moment(block_.text, begin, end, words_.beside);
  }

  // "three days later, on 18 June,", "2023, three years later": the moment at either side of a length with its word.
  const Moment* beside(const Quantity& q, std::size_t word_end, TextSpan own) const {
    const Moment* found = nullptr;
    for (const Moment& each : moments_in(own)) {
      const bool comma = has_comma(each.span.end, q.hedge_begin);
      const bool fits =
          each.span.begin >= word_end ? joins(word_end, each.span.begin) : comma && joins(each.span.end, q.hedge_begin);
      if (!fits) continue;
      if (found != nullptr) return nullptr;
      found = &each;
    }
    return found;
  }

  // The only other moment of this sentence up to the length; where there is none, of the sentence before.
  const Moment* only_before(const Quantity& q, const Moment* known, TextSpan own) const {
    const std::size_t end = skip_blanks_back(block_.text, own.begin);
    const std::uint32_t begin =
        end == 0 ? own.begin : sentence_at(block_.text, static_cast<std::uint32_t>(end - 1)).begin;
    for (const TextSpan where : {TextSpan{own.begin, q.span.begin}, TextSpan{begin, own.begin}}) {
      const Moment* found = nullptr;
      for (const Moment& each : moments_in(where)) {
        if (&each == known) continue;
        if (found != nullptr) return nullptr;
        found = &each;
      }
      if (found != nullptr) return found->date != nullptr && found->date->range_end != kNoDate ? nullptr : found;
    }
    return nullptr;
  }

  // "Three weeks after the accident of 2 May, on 16 May,": what is named, and the moment that the length leads to.
  std::pair<const Moment*, const Moment*> around(const Quantity& q, std::size_t from, TextSpan own) const {
    std::vector<const Moment*> inside;
    for (const Moment& each : moments_in(own)) inside.push_back(&each);
    if (inside.size() != 2) return {};
    const auto is_near = [&](const Moment& each) {
      if (each.span.begin < from || each.span.begin - from > kMostAfter) return false;
      const std::string_view gap = block_.text.substr(from, each.span.begin - from);
      return gap.find_first_of(",;:()\"") == std::string_view::npos;
    };
    const auto [a, b] = std::pair(inside[0], inside[1]);
    if (a->span.begin < q.span.begin && joins(a->span.end, q.hedge_begin) && is_near(*b)) return {b, a};
    if (is_near(*a) && has_comma(a->span.end, b->span.begin) && joins(a->span.end, b->span.begin)) return {a, b};
    return {};
  }

  // "It runs from 3 to 14 May. In the three weeks …"
  std::optional<ElapsedClaim> during(const Quantity& q, TextSpan own) const {
    if (days_of(q.unit) < 2 || !words_before(words_.during, block_.text, q.hedge_begin)) return std::nullopt;
    const std::size_t end = skip_blanks_back(block_.text, own.begin);
    if (end == 0) return std::nullopt;
    const TextSpan before = sentence_at(block_.text, static_cast<std::uint32_t>(end - 1));
    std::vector<const Moment*> inside;
    for (const TextSpan where : {before, own}) {
      for (const Moment& each : moments_in(where)) inside.push_back(&each);
    }
    if (inside.size() != 2 || !before.contains(inside[1]->span)) return std::nullopt;
    const DateFact* first = inside[0]->date;
    const bool years = first == nullptr && inside[1]->date == nullptr;
    if (years ? !are_joined(*inside[0], *inside[1]) : first == nullptr || first->range_end == kNoDate)
      return std::nullopt;
    return claim(inside[0], inside[1], q);
  }

  // "between 2014 and 2020", "1990–1998": one word at most between two years.
  [[nodiscard]] bool are_joined(const Moment& first, const Moment& last) const {
    constexpr std::size_t kLongestWord = 9;  // " and ", " bis "
    const std::string_view gap = block_.text.substr(first.span.end, last.span.begin - first.span.end);
    return gap.size() <= kLongestWord && gap.find_first_of(",;.(/") == std::string_view::npos;
  }

  const Block& block_;
  std::uint32_t id_;
  const std::vector<Moment>& moments_;
  const ElapsedWords& words_;
};

}  // namespace

std::vector<ElapsedClaim> find_elapsed(const Document& document, const Facts& facts, const ElapsedWordsOf& words_of) {
  std::vector<ElapsedClaim> found;
  std::uint32_t block = kNoDate;
  std::vector<Moment> moments;
  std::optional<ElapsedWords> words;
  for (const Quantity& q : facts.quantities()) {
    if (q.dimension_of() != Dimension::kTime) continue;
    if (q.block != block) {
      block = q.block;
      moments = moments_of(block, facts);
      words.reset();
      if (moments.size() >= 2) {
        if (const auto own = words_of(document.block(block))) words.emplace(*own);
      }
    }
    if (!words) continue;
    if (const auto claim = Reader(document.block(block), block, moments, *words).read(q)) found.push_back(*claim);
  }
  return found;
}

}  // namespace stet
