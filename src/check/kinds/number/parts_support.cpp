#include "check/kinds/number/parts_support.h"

#include <algorithm>
#include <cmath>

#include "check/kinds/context_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kLongestPart = 60;      // bytes from a part of a list to the next
constexpr std::size_t kMostWordsToColon = 4;  // from the total

bool is_count(const Quantity& q) { return is_usable_part(q) && q.unit == kNoUnit && q.step <= 1 && q.decimals == 0; }

double sum_of(std::span<const Quantity> parts) {
  double sum = 0;
  for (const Quantity& part : parts) sum += part.value;
  return sum;
}

std::string_view between(const Block& block, std::size_t begin, std::size_t end) {
  return begin < end ? block.text.substr(begin, end - begin) : std::string_view{};
}

// How much of the other unit one of this is; 0 when it can't be told.
double size_in(UnitId unit, UnitId other) {
  const Unit& a = unit_of(unit);
  const Unit& b = unit_of(other);
  if (a.dimension != b.dimension || a.dimension == Dimension::kTemperature || a.dimension == Dimension::kTime) return 0;
  return a.factors[0] > 0 && a.factors[1] == 0 && b.factors[0] > 0 && b.factors[1] == 0 ? a.factors[0] / b.factors[0]
                                                                                        : 0;
}

// Far off, a list tells of something else.
bool is_near(double sum, double total) { return sum > total / 2 && sum < total * 2; }

std::size_t count_spaces(std::string_view text) { return static_cast<std::size_t>(std::ranges::count(text, ' ')); }

// "Von den 30 Räten stimmten 17 dafür, 9 dagegen, 6 enthielten sich", "17 voix contre 9 et 6 abstentions sur 30
// votants": more than there are. Fewer may have come.
std::optional<SaidParts> too_many_votes(const Block& block, TextSpan sentence, std::span<const Quantity> q,
                                        const RuleWords::Tries& words) {
  if (q.size() < 3 || !std::ranges::all_of(q, is_count)) return std::nullopt;
  const auto is_total = [&](const Quantity& total, std::span<const Quantity> parts, TextSpan within) {
    return words_before(words[kOfAll], block.text, total.hedge_begin) && are_answers(block, within, parts, words) &&
           std::ranges::all_of(parts, [&](const Quantity& part) { return part.value < total.value; }) &&
           sum_of(parts) > total.value;
  };
  const TextSpan span{q.front().span.begin, q.back().span.end};
  const auto behind = q.subspan(1);
  const auto before = q.first(q.size() - 1);
  if (is_total(q.front(), behind, {q.front().span.end, sentence.end}))
    return SaidParts{&q.front(), sum_of(behind), span};
  if (is_total(q.back(), before, {sentence.begin, q.back().span.begin})) {
    return SaidParts{&q.back(), sum_of(before), span};
  }
  return std::nullopt;
}

// "412 wrote. Of these, 268 were against, 97 in favour and 31 had no clear view.", "17 were for it, 6 against, and 2
// abstained. All 27 members took part.": the total stands in a sentence beside it.
std::optional<SaidParts> votes_beside_total(const Block& block, TextSpan sentence, std::span<const Quantity> all,
                                            std::pair<std::size_t, std::size_t> numbers,
                                            const RuleWords::Tries& words) {
  const auto q = all.subspan(numbers.first, numbers.second - numbers.first);
  if (q.size() < 2 || !std::ranges::all_of(q, is_count) || !are_answers(block, sentence, q, words)) return std::nullopt;
  const double sum = sum_of(q);
  const bool complete = q.size() > 2 && holds(words[kNoAnswer], block.text, sentence);
  const TextSpan span{q.front().span.begin, q.back().span.end};
  if (numbers.first > 0 && words_at(words[kOfThese], block.text, sentence.begin)) {
    const Quantity& total = all[numbers.first - 1];
    const bool last =
        total.block == q.front().block && sentence_at(block.text, total.span.begin).end + 2 >= sentence.begin;
    if (last && is_count(total) && (sum > total.value || (complete && sum < total.value)) &&
        is_near(sum, total.value)) {
      return SaidParts{&total, sum, span};
    }
  }
  if (!complete || numbers.second == all.size()) return std::nullopt;
  const Quantity& total = all[numbers.second];
  if (total.block != q.front().block || !is_count(total) || total.value == sum || !is_near(sum, total.value))
    return std::nullopt;
  const TextSpan next = sentence_at(block.text, total.span.begin);
  const bool alone = numbers.second + 1 == all.size() || all[numbers.second + 1].block != total.block ||
                     all[numbers.second + 1].span.begin >= next.end;
  if (!alone || next.begin > sentence.end + 2 || !holds(words[kVoted], block.text, next)) return std::nullopt;
  return SaidParts{&total, sum, span};
}

// "17 were for it, 6 against, and 2 abstained, with all 27 members present"
std::optional<SaidParts> votes_before_total(const Block& block, TextSpan sentence, std::span<const Quantity> q,
                                            const RuleWords::Tries& words) {
  if (q.size() < 4 || !std::ranges::all_of(q, is_count)) return std::nullopt;
  const auto parts = q.first(q.size() - 1);
  const Quantity& total = q.back();
  const TextSpan tail{parts.back().span.end, sentence.end};
  const TextSpan votes{sentence.begin, total.span.begin};
  if (!holds(words[kVoted], block.text, tail) || !holds(words[kNoAnswer], block.text, votes)) return std::nullopt;
  const double sum = sum_of(parts);
  if (!are_answers(block, votes, parts, words) || sum == total.value || !is_near(sum, total.value)) return std::nullopt;
  return SaidParts{&total, sum, {q.front().span.begin, q.back().span.end}};
}

// "Twelve women, nine men and four children died. In all that is 26 people.": more than the parts are only "in all" of
// them where a word says that it follows.
std::optional<SaidParts> listed_before_total(const Block& block, TextSpan sentence, std::span<const Quantity> all,
                                             std::pair<std::size_t, std::size_t> numbers,
                                             const RuleWords::Tries& words) {
  constexpr double kMostOff = 1.2;
  const auto q = all.subspan(numbers.first, numbers.second - numbers.first);
  if (q.size() < 3 || numbers.second == all.size() || !std::ranges::all_of(q, is_count)) return std::nullopt;
  const Quantity& total = all[numbers.second];
  if (total.block != q.front().block || !is_count(total)) return std::nullopt;
  const TextSpan next = sentence_at(block.text, total.span.begin);
  const bool alone = numbers.second + 1 == all.size() || all[numbers.second + 1].block != total.block ||
                     all[numbers.second + 1].span.begin >= next.end;
  if (!alone || next.begin > sentence.end + 2 || !holds(words[kInAll], block.text, next)) return std::nullopt;
  if (holds(words[kUnless], block.text, next) || !is_list(block, sentence, q, words)) return std::nullopt;
  const double sum = sum_of(q);
  if (sum == total.value || sum > total.value * kMostOff || total.value > sum * kMostOff) return std::nullopt;
  if (total.value > sum && !holds(words[kThus], block.text, next)) return std::nullopt;
  return SaidParts{&total, sum, {q.front().span.begin, q.back().span.end}};
}

// "Of the 340 posts 180 are in engineering, 95 in sales and 75 in Boise", "312 work there. 180 of them are in sales, 92
// in the store and 60 in the office": the later parts have only their place, so that they are read as parts of one
// whole.
std::optional<SaidParts> too_many_parts(const Block& block, TextSpan sentence, std::span<const Quantity> all,
                                        std::pair<std::size_t, std::size_t> numbers, const RuleWords::Tries& words) {
  constexpr double kMostOver = 1.25;
  auto q = all.subspan(numbers.first, numbers.second - numbers.first);
  const Quantity* total = nullptr;
  const bool of_which = q.size() > 2 && holds(words[kOfWhich], block.text, {q[0].span.end, q[1].span.begin}) &&
                        between(block, q[0].span.end, q[1].span.begin).find(',') != std::string_view::npos;
  if (of_which || (q.size() > 3 && words_before(words[kOfAll], block.text, q.front().hedge_begin))) {
    total = &q.front();
    q = q.subspan(1);
  } else if (q.size() > 2 && numbers.first > 0 && all[numbers.first - 1].block == q.front().block) {
    const bool of_these = words_at(words[kOfThese], block.text, sentence.begin) ||
                          words_at(words[kOfThese], block.text, skip_blanks(block.text, q.front().span.end));
    if (of_these) total = &all[numbers.first - 1];
  }
  if (total == nullptr || !is_count(*total) || !std::ranges::all_of(q, is_count) ||
      !is_list(block, sentence, q, words)) {
    return std::nullopt;
  }
  const bool places = std::ranges::all_of(q.subspan(1), [&](const Quantity& part) {
    return static_cast<bool>(words_at(words[kPlaced], block.text, skip_blanks(block.text, part.span.end)));
  });
  const double sum = sum_of(q);
  if (!places || sum <= total->value || sum > total->value * kMostOver) return std::nullopt;
  const std::uint32_t begin = sentence.contains(total->span) ? total->span.begin : q.front().span.begin;
  return SaidParts{total, sum, {begin, q.back().span.end}};
}

// "Insgesamt wurden 30 Menschen verletzt: 12 Frauen, 10 Männer und 5 Kinder.", "48: 21 on the left bank, 19 on the
// right and 11 upstream", "2.1 from the state, 0.6 from the town and 0.8 from the club, 3.2 million in all".
std::optional<SaidParts> listed_parts(const Block& block, TextSpan sentence, std::span<const Quantity> q,
                                      const RuleWords::Tries& words) {
  // "And 35 boys under 16 years": the age is no part.
  const auto is_time = [](const Quantity& each) { return each.dimension_of() == Dimension::kTime; };
  while (q.size() > 3 && is_time(q.back()) && !is_time(q.front())) q = q.first(q.size() - 1);
  if (q.size() < 3) return std::nullopt;
  const TextSpan span{q.front().span.begin, q.back().span.end};
  const auto wrong = [&](const Quantity& total, std::span<const Quantity> parts) -> std::optional<SaidParts> {
    double low = 0;
    double high = 0;
    double sum = 0;
    for (const Quantity& part : parts) {
      // "2,1 aus der Stadtkasse …, zusammen 3,2 Millionen": the scale is said once.
      double factor = part.scale == 1 && part.value < total.scale ? total.scale : 1;
      // "96 millimetres, 141 and 118, together 375"
      const bool said_once = total.unit == kNoUnit && &part == &parts.front() && total.noun.empty();
      if (part.unit != kNoUnit && part.unit != total.unit && !said_once) {
        // "700 metres out and 700 metres back, 1.2 kilometres in all"
        const double size = size_in(part.unit, total.unit);
        if (size <= 0) return std::nullopt;
        factor = size;
      }
      if (part.value * factor >= total.value) return std::nullopt;  // "8 pages: print 8, 1, 2 and 7"
      const Interval range = part.interval(Rounding::kPrinted);
      const bool whole = part.decimals == 0 && part.step <= 1;
      low += factor * (whole ? part.value : range.low);
      high += factor * (whole ? part.value : range.high);
      sum += factor * part.value;
    }
    if (Interval{low, high}.overlaps(total.interval(Rounding::kPrinted)) || !is_near(sum, total.value))
      return std::nullopt;
    return SaidParts{&total, sum, span};
  };
  const auto behind = q.subspan(1);
  const std::size_t colon = block.text.substr(0, sentence.end).find(':', q.front().span.end);
  if (is_usable_part(q.front()) && !is_label(block, q.front()) && colon < behind.front().span.begin &&
      is_list(block, {static_cast<std::uint32_t>(colon + 1), sentence.end}, behind, words)) {
    const bool in_all = holds(words[kInAll], block.text, {sentence.begin, static_cast<std::uint32_t>(colon)});
    const std::string_view gap = between(block, q.front().span.end, colon);
    // A number that counts nothing, as a page's does, belongs to the list as well.
    const std::string_view lead = between(block, static_cast<std::uint32_t>(colon), behind.front().span.begin);
    if (lead.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
    if (in_all || (count_spaces(gap) <= kMostWordsToColon && gap.find('(') == std::string_view::npos)) {
      return wrong(q.front(), behind);
    }
  }
  // "three stages of 38, 51 and 29 kilometres, 121 in all"
  const bool counted = q.size() > 4 && is_count(q.front()) && q.front().value == static_cast<double>(q.size() - 2);
  const auto before = q.subspan(counted ? 1 : 0, q.size() - (counted ? 2 : 1));
  const Quantity& total = q.back();
  if (!is_usable_part(total)) return std::nullopt;
  const TextSpan around{before.back().span.end,
                        static_cast<std::uint32_t>(std::min<std::size_t>(sentence.end, total.span.end + 30))};
  const bool apart =
      between(block, before.back().span.end, total.span.begin).find_first_of(",:;–(—") != std::string_view::npos;
  if (!apart || !holds(words[kInAll], block.text, around)) return std::nullopt;
  if (!is_list(block, {before.front().span.begin, total.span.begin}, before, words)) return std::nullopt;
  return wrong(total, before);
}

}  // namespace

bool are_answers(const Block& block, TextSpan within, std::span<const Quantity> q, const RuleWords::Tries& words) {
  std::size_t answers = 0;
  bool versus = false;
  for (std::size_t i = 0; i <= q.size(); ++i) {
    const std::uint32_t begin = i == 0 ? within.begin : q[i - 1].span.end;
    const std::uint32_t end = i == q.size() ? within.end : q[i].span.begin;
    if (holds(words[kAnswers], block.text, {begin, end}) || holds(words[kNoAnswer], block.text, {begin, end}))
      ++answers;
    versus = versus || (i > 0 && i < q.size() && holds(words[kVersus], block.text, {begin, end}));
  }
  return answers + (versus ? 1 : 0) >= q.size();
}

bool is_list(const Block& block, TextSpan within, std::span<const Quantity> q, const RuleWords::Tries& words) {
  if (q.size() < 2) return false;
  for (std::size_t i = 0; i < q.size(); ++i) {
    Quantity part = q[i];
    part.article = false;  // "two men, a woman and two children"
    if (!is_usable_part(part)) return false;
    const std::size_t end = i + 1 < q.size() ? q[i + 1].span.begin : within.end;
    if (end - part.span.end > kLongestPart) return false;
    if (i == 0) continue;
    const std::string_view gap = between(block, q[i - 1].span.end, part.span.begin);
    if (gap.find('.') != std::string_view::npos || gap.find('(') != std::string_view::npos) return false;
    const TextSpan gap_span{q[i - 1].span.end, part.span.begin};
    if (i + 1 == q.size() ? !holds(words[kJoining], block.text, gap_span)
                          : gap.find_first_of(",;") == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

std::optional<SaidParts> said_parts(const Block& block, TextSpan sentence, std::span<const Quantity> all,
                                    std::pair<std::size_t, std::size_t> numbers, const RuleWords::Tries& words) {
  const auto q = all.subspan(numbers.first, numbers.second - numbers.first);
  if (auto parts = too_many_votes(block, sentence, q, words)) return parts;
  if (auto parts = votes_beside_total(block, sentence, all, numbers, words)) return parts;
  if (auto parts = votes_before_total(block, sentence, q, words)) return parts;
  if (auto parts = listed_before_total(block, sentence, all, numbers, words)) return parts;
  if (auto parts = too_many_parts(block, sentence, all, numbers, words)) return parts;
  return listed_parts(block, sentence, q, words);
}

}  // namespace stet
