// What two values say of a third: the step from one to the other, a speed, a part of a whole, the games of a season.
#include <algorithm>
#include <array>
#include <cmath>

#include "check/kinds/number/change_support.h"
#include "check/kinds/number/result_support.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostBeside = 24;  // bytes between a step and the two values
constexpr double kSpeedSlack = 0.08;
constexpr double kTiny = 1e-9;

std::uint32_t sentence_end(const Scene& scene, const Quantity& q) {
  return sentence_at(scene.block.text, q.span.begin).end;
}

bool is_plain(const Quantity& q) { return is_usable_part(q) && q.value > 0; }

std::string_view between(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  return begin < end ? scene.block.text.substr(begin, end - begin) : std::string_view{};
}

bool has_no_stop(std::string_view text) { return text.find_first_of(".;:!?()\n") == std::string_view::npos; }

// "a difference of 3", said of two values.
bool differs_by(const Quantity& a, const Quantity& b, const Quantity& said) {
  const Interval low = careful(a.value < b.value ? a : b);
  const Interval high = careful(a.value < b.value ? b : a);
  const Interval meant = careful(said);
  return meant.low <= high.high - low.low + kTiny && meant.high >= high.low - low.high - kTiny;
}

// "by 3 million, from 48 to 46 million", "from 3.20 to 5.80 metres, that is by two metres", "from 4.8 % to 5.3 %, 0.7
// points more".
std::optional<Finding> check_step(const Scene& scene, std::size_t i) {
  const auto& numbers = scene.numbers;
  for (const bool behind : {true, false}) {
    const std::size_t first = behind ? i : i - 2;
    if (!behind && i < 2) break;
    const std::size_t at = behind ? i - 1 : i;
    if (behind && i + 1 >= numbers.size()) continue;
    const Quantity& claim = numbers[at];
    const Quantity& a = numbers[first];
    const Quantity& b = numbers[first + 1];
    if (claim.ambiguous || claim.fraction || claim.rate || claim.hedge != Hedge::kExact || claim.value <= 0) continue;
    if (claim.range != Quantity::Range::kSingle || claim.is_percent()) continue;
    const bool points = claim.dimension_of() == Dimension::kPoints || scene.behind(kPoints, claim);
    if (!scene.before(kBy, claim) && !(points && !behind && scene.before(kThatIs, claim))) continue;
    const auto change = read_from_to(scene.block, a, b, scene.words[kFrom], scene.words[kTo]);
    if (!change || change->from.rate || change->to.rate || change->from.hedge != Hedge::kExact ||
        change->to.hedge != Hedge::kExact) {
      continue;
    }
    const std::string_view gap = behind ? between(scene, claim.span.end, static_cast<std::uint32_t>(change->begin))
                                        : between(scene, b.span.end, claim.hedge_begin);
    if (gap.size() > kMostBeside || !has_no_stop(gap)) continue;
    Quantity step = claim;
    Quantity from = change->from;
    Quantity to = change->to;
    if (points != from.is_percent()) continue;
    if (!points) {
      Quantity like = to;
      if (!align_values(step, like) || like.scale != to.scale) continue;
    }
    const double right = std::abs(from.value - to.value);
    if (right == 0 || is_far(step.value, right) || differs_by(from, to, step)) continue;
    Finding finding = wrong_result(step, "difference", right, {&a, &b});
    finding.place = {claim.block, claim.span};
    return finding;
  }
  return std::nullopt;
}

// "The old one is 90 metres high, the new one 120 and so 40 metres taller than the old one": of three values of one
// unit in two sentences the middle one says by how much.
std::optional<Finding> check_taller(const Scene& scene, std::size_t i) {
  if (i + 1 >= scene.numbers.size()) return std::nullopt;
  const Quantity& claim = scene.numbers[i];
  const Quantity& a = scene.numbers[i - 1];
  const Quantity& b = scene.numbers[i + 1];
  if (claim.unit == kNoUnit || a.unit != claim.unit || b.unit != claim.unit || !scene.behind(kDiffers, claim))
    return std::nullopt;
  if (!is_plain(claim) || !is_plain(a) || !is_plain(b)) return std::nullopt;
  const std::uint32_t end = sentence_end(scene, claim);
  if (b.span.begin >= end || a.span.begin < scene.window(claim.span.begin)) return std::nullopt;
  // "than the old one, which measures 90": nothing but a relative clause.
  const std::string_view gap = between(scene, claim.span.end, b.span.begin);
  if (!has_no_stop(gap) || std::ranges::count(gap, ',') != 1 || gap.size() > 60) return std::nullopt;
  const double right = std::abs(a.value - b.value);
  if (right == 0 || is_far(claim.value, right) || differs_by(a, b, claim)) return std::nullopt;
  return wrong_result(claim, "difference", right, {&a, &b});
}

// "41 points, six behind the leaders, who have 45"
std::optional<Finding> check_gap(const Scene& scene, std::size_t i) {
  if (i + 1 >= scene.numbers.size()) return std::nullopt;
  const Quantity& claim = scene.numbers[i];
  const Quantity& own = scene.numbers[i - 1];
  const Quantity& other = scene.numbers[i + 1];
  const TextSpan sentence = sentence_at(scene.block.text, claim.span.begin);
  if (!sentence.contains(own.span) || !sentence.contains(other.span)) return std::nullopt;
  for (const Quantity* q : {&claim, &own, &other}) {
    if (!is_plain(*q) || q->unit != kNoUnit || q->decimals != 0) return std::nullopt;
  }
  if (!scene.behind(kTablePoints, own) || claim.value >= own.value || claim.value >= other.value) return std::nullopt;
  if (!other.noun.empty() && !scene.behind(kTablePoints, other)) return std::nullopt;
  const std::string_view first = between(scene, own.span.end, claim.span.begin);
  const std::string_view last = between(scene, claim.span.end, other.span.begin);
  if (first.size() > 40 || last.size() > 60 || !has_no_stop(first) || !has_no_stop(last)) return std::nullopt;
  if (!scene.behind(kGap, claim) && !scene.before(kGapBefore, claim)) return std::nullopt;
  if (last.find(',') == std::string_view::npos || differs_by(own, other, claim)) return std::nullopt;
  const double right = std::abs(own.value - other.value);
  constexpr double kMostApart = 15;  // points; farther, one of them is of something else
  if (std::abs(right - claim.value) > kMostApart || right == 0) return std::nullopt;
  return wrong_result(claim, "difference", right, {&own, &other});
}

// Minutes of "two hours and ten minutes" that ends with a number, from which on; 0 when it is no time.
double minutes_at(const Scene& scene, std::size_t i, std::size_t& first) {
  double minutes = 0;
  double unit = 0;
  first = i;
  for (std::size_t n = i + 1; n-- > 0;) {
    const Quantity& q = scene.numbers[n];
    if (q.dimension_of() != Dimension::kTime || !is_usable_part(q)) break;
    const double size = unit_of(q.unit).factors[0] / 60;
    if (n < i && (size <= unit || scene.numbers[n + 1].span.begin > q.span.end + 6)) break;
    minutes += q.value * size;
    unit = size;
    first = n;
  }
  return minutes;
}

// "The 300 kilometres take two hours, an average of 180 km/h"
std::optional<Finding> check_speed(const Scene& scene, std::size_t i) {
  Quantity claim = scene.numbers[i];
  if (claim.dimension_of() != Dimension::kSpeed || !scene.is_average(claim) || i < 2) return std::nullopt;
  const std::uint32_t begin = sentence_at(scene.block.text, claim.span.begin).begin;
  const Quantity* length = nullptr;
  double minutes = 0;
  for (std::size_t n = i; n-- > 0;) {
    const Quantity& q = scene.numbers[n];
    if (q.span.begin < begin) break;
    if (q.fraction && q.span.end + 6 > claim.span.begin) continue;  // "una media de"
    if (q.dimension_of() == Dimension::kTime) {
      if (minutes > 0) return std::nullopt;
      minutes = minutes_at(scene, n, n);
    } else if (q.dimension_of() == Dimension::kLength && length == nullptr && is_plain(q)) {
      length = &q;
    } else {
      return std::nullopt;
    }
  }
  if (length == nullptr || minutes <= 0 || claim.ambiguous || claim.range != Quantity::Range::kSingle)
    return std::nullopt;
  const double speed = unit_of(length->unit).to_base(length->value) / (minutes * 60);
  const double right = unit_of(claim.unit).from_base(speed);
  if (std::abs(claim.value / right - 1) <= kSpeedSlack || is_far(claim.value, right)) return std::nullopt;
  return wrong_result(claim, "average", right, {length});
}

// "Three quarters of the 60 children, that is 40"
std::optional<Finding> check_part(const Scene& scene, std::size_t i) {
  if (i < 2) return std::nullopt;
  const Quantity& claim = scene.numbers[i];
  const Quantity& whole = scene.numbers[i - 1];
  const Quantity& share = scene.numbers[i - 2];
  if (!share.is_percent() && !share.fraction) return std::nullopt;
  if (share.hedge != Hedge::kExact || share.ambiguous || share.range != Quantity::Range::kSingle) return std::nullopt;
  if (!is_plain(claim) || !is_plain(whole) || whole.unit != claim.unit || claim.is_percent()) return std::nullopt;
  if (!words_at(scene.words[kShareOf], scene.block.text, skip_blanks(scene.block.text, share.span.end)))
    return std::nullopt;
  const std::string_view of = between(scene, share.span.end, whole.span.begin);
  const std::string_view gap = between(scene, whole.span.end, claim.hedge_begin);
  if (of.size() > 20 || gap.size() > 60 || !has_no_stop(of) || !has_no_stop(gap) || of.find(',') != of.npos)
    return std::nullopt;
  if (!scene.before(kThatIs, claim) || gap.find(',') == std::string_view::npos || scene.behind(kMore, claim))
    return std::nullopt;
  if (!counts_the_same(scene, whole, claim)) return std::nullopt;
  const double part = share.fraction ? share.value : share.value / 100;
  // A fraction is said roughly; a percentage is rounded.
  const double slack = share.fraction ? part * 0.05 : share.step / 100;
  const Interval right{careful(whole).low * (part - slack), careful(whole).high * (part + slack)};
  const Interval meant = careful(claim);
  if (meant.low <= std::ceil(right.high) && meant.high >= std::floor(right.low)) return std::nullopt;
  if (is_far(claim.value, whole.value * part)) return std::nullopt;
  return wrong_result(claim, "part", whole.value * part, {&share, &whole});
}

// "won 14, lost six and drawn five of its 24 games": with no other number between.
std::optional<Finding> check_games(const Scene& scene, std::size_t i) {
  if (i < 3) return std::nullopt;
  const Quantity& total = scene.numbers[i];
  if (!scene.behind(kGames, total) || !is_plain(total) || total.unit != kNoUnit) return std::nullopt;
  const auto parts = scene.numbers.subspan(i - 3, 3);
  const TextSpan sentence = sentence_at(scene.block.text, parts[0].span.begin);
  if (!sentence.contains(parts[2].span) || scene.window(total.span.begin) > parts[0].span.begin) return std::nullopt;
  // "Die Elf holte zehn Siege …": where there is another number, the three must be those of the games beyond doubt.
  const auto is_told = [&](const Quantity& q) {
    return scene.behind(kWins, q) || scene.behind(kLosses, q) || scene.behind(kDraws, q);
  };
  if (i > 3 && sentence.contains(scene.numbers[i - 4].span) && !std::ranges::all_of(parts, is_told))
    return std::nullopt;
  for (const ResultList list : {kWins, kLosses, kDraws}) {
    if (!scene.holds(list, {sentence.begin, total.span.begin})) return std::nullopt;
  }
  double right = 0;
  for (const Quantity& part : parts) {
    if (!is_plain(part) || part.unit != kNoUnit || part.decimals != 0) return std::nullopt;
    right += part.value;
  }
  constexpr double kMostOff = 6;  // games; more, the total is of something else
  if (right == total.value || std::abs(right - total.value) > kMostOff) return std::nullopt;
  if (scene.holds(kUnless, {sentence.begin, sentence_end(scene, total)})) return std::nullopt;
  return wrong_result(total, "sum", right, {&parts[0], &parts[1], &parts[2]});
}

// "The 1,500 euros are split equally among five clubs, each gets 250 euros"
std::optional<Finding> check_equal_parts(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  if (claim.dimension_of() != Dimension::kCurrency || i < 2 || !is_plain(claim)) return std::nullopt;
  const std::uint32_t begin = scene.window(claim.span.begin);
  if (!scene.holds(kEqually, {begin, claim.span.end})) return std::nullopt;
  const Quantity& a = scene.numbers[i - 2];
  const Quantity& b = scene.numbers[i - 1];
  const bool sum_first = a.unit == claim.unit;
  const Quantity& sum = sum_first ? a : b;
  const Quantity& count = sum_first ? b : a;
  if (sum.unit != claim.unit || count.unit != kNoUnit || !is_plain(sum) || !is_plain(count) || count.value < 2)
    return std::nullopt;
  if (a.span.begin < begin || (i > 2 && scene.numbers[i - 3].span.begin >= begin)) return std::nullopt;
  const double right = sum.value / count.value;
  const Interval meant = claim.interval(Rounding::kZeros);
  if (meant.overlaps({careful(sum).low / count.value, careful(sum).high / count.value}) || is_far(claim.value, right))
    return std::nullopt;
  return wrong_result(claim, "average", right, {&sum, &count});
}

// "80 euros a night, that is 640 euros for a week", "40 euros a month, so 500 a year"
std::optional<Finding> check_scaled(const Scene& scene, std::size_t i) {
  // "a month" may be read as a length of time between the two.
  const bool skips = i > 1 && scene.numbers[i - 1].article && scene.numbers[i - 1].dimension_of() == Dimension::kTime;
  const Quantity& price = scene.numbers[skips ? i - 2 : i - 1];
  const Quantity& claim = scene.numbers[i];
  if (claim.dimension_of() != Dimension::kCurrency || price.unit != claim.unit || price.value >= claim.value)
    return std::nullopt;
  const std::string_view text = scene.block.text;
  const TextSpan sentence = sentence_at(text, claim.span.begin);
  if (!sentence.contains(price.span) || price.ambiguous || claim.ambiguous || price.hedge != Hedge::kExact ||
      claim.hedge != Hedge::kExact || price.range != Quantity::Range::kSingle ||
      claim.range != Quantity::Range::kSingle) {
    return std::nullopt;
  }
  const std::string_view gap = between(scene, price.span.end, claim.span.begin);
  if (gap.size() > 60 || !has_no_stop(gap) || gap.find(',') == std::string_view::npos) return std::nullopt;
  // The week or the year stands on the claim's side of the comma.
  const TextSpan near{price.span.end + static_cast<std::uint32_t>(gap.find(',')), sentence.end};
  const TextSpan first{sentence.begin, near.begin};
  const bool weekly = scene.holds(kForWeek, near) && scene.holds(kNightly, first);
  const bool yearly = !weekly && scene.holds(kForYear, near) && scene.holds(kMonthly, first);
  if ((!weekly && !yearly) || !scene.holds(kThus, near)) return std::nullopt;
  if (scene.holds(kUnless, {sentence.begin, claim.span.begin})) return std::nullopt;
  // "350 euros a year with fees"
  std::size_t end = skip_blanks(text, claim.span.end);
  for (const ResultList list : {kForWeek, kForYear}) {
    if (const auto words = words_at(scene.words[list], text, end)) end = skip_blanks(text, words.position);
  }
  if (end < text.size() && std::string_view(".,;)!").find(text[end]) == std::string_view::npos) return std::nullopt;
  const double times = weekly ? 7 : 12;
  const Interval one = price.interval(Rounding::kPrinted);
  const double right = price.value * times;
  // A week may cost less than seven nights, never more.
  if (claim.value < right || careful(claim).overlaps({one.low * times, one.high * times}) || is_far(claim.value, right))
    return std::nullopt;
  return wrong_result(claim, "part", right, {&price});
}

}  // namespace

std::span<const ResultCheck> step_checks() {
  static constexpr ResultCheck kChecks[] = {check_step, check_taller, check_gap,         check_speed,
                                            check_part, check_games,  check_equal_parts, check_scaled};
  return kChecks;
}

}  // namespace stet
