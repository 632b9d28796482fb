// What is left of a whole, by how much two numbers differ, which share one is of the other.
#include <algorithm>
#include <cmath>

#include "check/kinds/number/result_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::size_t kMostParts = 6;     // of a whole
constexpr std::uint32_t kTailReach = 24;  // bytes between a number and "twice as many"
constexpr double kFactorSlack = 0.12;     // "twice" is said of what is nearly that
constexpr double kSharesSlack = 0.5;      // percentage points

// Whether some of the parts, and the rest, make the whole.
bool is_made_up(const Quantity& whole, std::span<const Quantity* const> parts, const Quantity& rest) {
  for (std::size_t chosen = 1; chosen < (std::size_t{1} << parts.size()); ++chosen) {
    Interval sum = careful(rest);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if ((chosen >> i & 1U) == 0) continue;
      sum.low += careful(*parts[i]).low;
      sum.high += careful(*parts[i]).high;
    }
    if (sum.overlaps(careful(whole))) return true;
  }
  return false;
}

// "Of the 36 flats 21 are sold. The remaining 13 …"
std::optional<Finding> check_rest(const Scene& scene, std::size_t i) {
  const Quantity& rest = scene.numbers[i];
  if (!scene.before(kRest, rest) && !scene.behind(kRestBehind, rest)) return std::nullopt;
  // "4.5 million euros …, the remaining 1.2 million"
  UnitId unit = rest.unit;
  if (unit == kNoUnit && rest.scale > 1) {
    for (const Quantity& q : scene.numbers.first(i)) {
      if (q.dimension_of() == Dimension::kCurrency) unit = q.unit;
    }
  }
  auto from = operands(scene, i, unit);
  if (!from || from->size() < 2 || from->size() > kMostParts) return std::nullopt;
  // "seven of the twelve paintings"
  const Quantity& second = *(*from)[1];
  const bool part_first = second.value > from->front()->value && scene.before(kOfWhole, second) &&
                          second.span.begin < from->front()->span.end + kTailReach;
  if (part_first) std::swap((*from)[0], (*from)[1]);
  const Quantity& whole = *from->front();
  const auto parts = std::span(*from).subspan(1);
  bool tied = unit_of(unit).dimension == Dimension::kCurrency || scene.before(kOfWhole, whole);
  double sum = 0;
  for (const Quantity* part : parts) {
    if (!counts_the_same(scene, whole, *part) || part->value >= whole.value) return std::nullopt;
    tied = tied || scene.behind(kOfIt, *part);
    sum += part->value;
  }
  if (!rest.noun.empty() && !counts_the_same(scene, whole, rest) && !scene.behind(kRestBehind, rest))
    return std::nullopt;
  const double right = whole.value - sum;
  if (!tied || right <= 0 || is_far(rest.value, right) || is_made_up(whole, parts, rest)) return std::nullopt;
  Finding finding = wrong_result(rest, "rest", right, *from);
  finding.values.emplace_back("whole", printed(whole));
  return finding;
}

// "48,000, after 42,000 the year before. That is 8,000 more."
std::optional<Finding> check_difference(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  if (!scene.behind(kMore, claim)) return std::nullopt;
  const std::string_view text = scene.block.text.substr(0, sentence_at(scene.block.text, claim.span.begin).end);
  const std::size_t than = text.find_first_of(".,;:", claim.span.end);
  const TextSpan tail{claim.span.end, static_cast<std::uint32_t>(std::min(than, text.size()))};
  if (!scene.before(kThatIs, claim) && !scene.holds(kThanBefore, tail)) return std::nullopt;
  const auto from = operands(scene, i, claim.unit);
  if (!from || from->size() != 2) return std::nullopt;
  const Quantity& a = *(*from)[0];
  const Quantity& b = *(*from)[1];
  if (!counts_the_same(scene, a, b) && !counts_the_same(scene, b, a)) return std::nullopt;
  const double right = std::abs(a.value - b.value);
  const Interval low = careful(a.value < b.value ? a : b);
  const Interval high = careful(a.value < b.value ? b : a);
  const Interval meant = claim.interval(Rounding::kCareful);
  if (right == 0 || is_far(claim.value, right) || meant.overlaps({high.low - low.high, high.high - low.low}))
    return std::nullopt;
  return wrong_result(claim, "difference", right, *from);
}

// "Of the 800 asked, 320 heat with gas. That is 45 percent."
std::optional<Finding> check_share(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  if ((!claim.is_percent() && !claim.fraction) || !scene.before(kThatIs, claim) || scene.behind(kMore, claim))
    return std::nullopt;
  const auto from = operands(scene, i, kNoUnit);
  if (!from || from->size() != 2) return std::nullopt;
  const bool first = (*from)[0]->value > (*from)[1]->value;
  const Quantity& whole = *(*from)[first ? 0 : 1];
  const Quantity& part = *(*from)[first ? 1 : 0];
  if (!scene.before(kOfWhole, whole) && !scene.behind(kOfIt, part)) return std::nullopt;
  const double right = part.value / whole.value * 100;
  const double said = claim.fraction ? claim.value * 100 : claim.value;
  // A fraction is said of what is nearly it.
  Interval meant = claim.fraction ? Interval{said * 0.88, said * 1.12} : claim.interval(Rounding::kZeros);
  meant.low -= kSharesSlack;
  meant.high += kSharesSlack;
  const Interval range{careful(part).low / careful(whole).high * 100, careful(part).high / careful(whole).low * 100};
  if (meant.overlaps(range) || is_far(said, right)) return std::nullopt;
  if (claim.fraction && claim.hedge != Hedge::kExact) return std::nullopt;
  Finding finding = wrong_result(claim, "share", right, *from);
  finding.values[1].second = number_value(said, claim.fraction ? 0 : claim.decimals);
  return finding;
}

// Whether a share is set apart behind a number and closed by "more": "from 44 to 33, a quarter less.".
bool is_change_behind(const Scene& scene, std::size_t i) {
  const std::string_view text = scene.block.text;
  const Quantity& claim = scene.numbers[i];
  std::size_t behind = skip_blanks(text, claim.span.end);
  const auto more = words_at(scene.words[kMore], text, behind);
  if (!more || i < 2) return false;
  behind = skip_blanks(text, more.position);
  const bool closed = behind >= text.size() || std::string_view(".,;:)").find(text[behind]) != std::string_view::npos;
  if (!closed && !words_at(scene.words[kThanBefore], text, behind)) return false;
  const std::uint32_t last = scene.numbers[i - 1].span.end;
  const std::string_view gap = text.substr(last, claim.hedge_begin - std::min(claim.hedge_begin, last));
  // A change of two numbers: the new one behind "to", the old one before it.
  const bool step = scene.before(kTo, scene.numbers[i - 1]) || scene.before(kFrom, scene.numbers[i - 2]);
  const std::size_t comma = gap.find(',');
  return step && gap.size() <= kTailReach * 2 && comma != std::string_view::npos &&
         gap.find_first_of(".;:(", 0) == std::string_view::npos && gap.find(',', comma + 1) == std::string_view::npos;
}

// "48,000, after 42,000 the year before. That is a rise of 20 percent."
std::optional<Finding> check_change(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  if ((!claim.is_percent() && !claim.fraction) || claim.range != Quantity::Range::kSingle || claim.ambiguous)
    return std::nullopt;
  bool rise = scene.before(kRise, claim);
  const bool fall = scene.before(kFall, claim);
  const bool behind = !rise && !fall && is_change_behind(scene, i);
  if (!rise && !fall && !behind) return std::nullopt;
  if (claim.fraction && claim.hedge != Hedge::kExact) return std::nullopt;
  Operands from;
  const std::uint32_t begin = scene.window(claim.span.begin);
  for (const Quantity& q : behind ? scene.numbers.subspan(i - 2, 2) : scene.numbers.first(i)) {
    if (q.span.begin < begin || q.dimension_of() == Dimension::kTime || (q.article && q.unit == kNoUnit)) continue;
    Quantity value = q;
    value.rate = false;  // "18,000 a year"
    if (behind) {        // "from 500 to 800 passengers"
      value.shared_unit = false;
      value.range = Quantity::Range::kSingle;
    }
    if (q.is_percent() || !is_usable_part(value) || value.shared_unit || q.shared_scale || q.value <= 0)
      return std::nullopt;
    from.push_back(&q);
  }
  if (from.size() != 2) return std::nullopt;
  const Quantity& a = *from[0];
  const Quantity& b = *from[1];
  // "840 tonnes, after 1,250"
  const bool bare = b.unit == kNoUnit && b.noun.empty();
  if (a.unit != b.unit && !bare && !(behind && a.shared_unit)) return std::nullopt;
  if (behind) rise = b.value > a.value;
  if (a.unit == b.unit && !(behind && a.noun.empty()) && !counts_the_same(scene, a, b) && !counts_the_same(scene, b, a))
    return std::nullopt;
  const Quantity& low = a.value < b.value ? a : b;
  const Quantity& high = a.value < b.value ? b : a;
  const double right = (high.value - low.value) / (rise ? low.value : high.value) * 100;
  const Interval less = careful(low);
  const Interval more = careful(high);
  const double said = claim.value * (claim.fraction ? 100 : 1);
  Interval meant = claim.fraction ? Interval{said * (1 - kFactorSlack), said * (1 + kFactorSlack)}
                                  : claim.interval(Rounding::kZeros);
  meant.low -= kSharesSlack;
  meant.high += kSharesSlack;
  const Interval range = rise ? Interval{(more.low / less.high - 1) * 100, (more.high / less.low - 1) * 100}
                              : Interval{(1 - less.high / more.low) * 100, (1 - less.low / more.high) * 100};
  if (right == 0 || meant.overlaps(range) || is_far(said, right)) return std::nullopt;
  Finding finding = wrong_result(claim, "share", right, from);
  finding.values[1].second = number_value(said, claim.fraction ? 0 : claim.decimals);
  return finding;
}

// "900 … 1,350, twice as many."
std::optional<Finding> check_factor(const Scene& scene, std::size_t i) {
  const std::string_view text = scene.block.text;
  const Quantity& last = scene.numbers[i];
  if (is_measured_otherwise(last) || !is_usable_part(last)) return std::nullopt;
  const std::uint32_t stop = sentence_at(text, last.span.begin).end;
  const std::size_t comma = text.substr(0, stop).find(',', last.span.end);
  if (comma >= stop || comma > last.span.end + kTailReach) return std::nullopt;
  if (i + 1 < scene.numbers.size() && scene.numbers[i + 1].span.begin < comma) return std::nullopt;
  std::size_t pos = skip_blanks(text, comma + 1);
  if (const auto that_is = words_before(scene.words[kThatIs], text, pos)) pos = skip_blanks(text, pos);
  const auto over = words_at(scene.words[kOverWords], text, pos);
  if (over) pos = skip_blanks(text, over.position);
  std::optional<double> factor;
  std::size_t end = pos;
  for (const auto& [list, value] : {std::pair{kHalf, 0.5}, {kTwice, 2.0}, {kThrice, 3.0}}) {
    if (const auto match = words_at(scene.words[list], text, pos)) {
      factor = value;
      end = match.position;
    }
  }
  if (!factor) return std::nullopt;
  const std::size_t next = skip_blanks(text, end);
  const bool closed = next >= text.size() || std::string_view(".,;)").find(text[next]) != std::string_view::npos;
  if (!closed && !words_at(scene.words[kThanBefore], text, next)) return std::nullopt;
  auto from = operands(scene, i, last.unit);
  // "Founded by 60 farmers. Now 45 are left, ten years ago there were 90": of the same sentence, where it has one.
  if (from && from->size() > 1) {
    const std::uint32_t begin = sentence_at(text, last.span.begin).begin;
    const auto inside = std::ranges::find_if(*from, [&](const Quantity* q) { return q->span.begin >= begin; });
    if (from->end() - inside == 1) from->erase(from->begin(), inside);
  }
  if (!from || from->size() != 1 || !counts_the_same(scene, *from->front(), last)) return std::nullopt;
  const double right = last.value / from->front()->value;
  constexpr double kBeyond = 1.6;  // "more than twice as many" is not three times
  const Interval meant{*factor * (1 - kFactorSlack), *factor * (over ? kBeyond : 1 + kFactorSlack)};
  if (meant.contains(right) || meant.contains(1 / right) || is_far(*factor, right)) return std::nullopt;
  Finding finding;
  finding.place = {last.block, {static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(end)}};
  finding.wording = "factor";
  finding.values = {{"right", NumberValue{std::round(right * 100) / 100}},
                    {"number", printed(last)},
                    {"other", printed(*from->front())}};
  finding.related = {{{last.block, last.span}, "from", {}}, {{last.block, from->front()->span}, "from", {}}};
  return finding;
}

}  // namespace

std::span<const ResultCheck> share_checks() {
  static constexpr ResultCheck kChecks[] = {check_rest, check_difference, check_share, check_change, check_factor};
  return kChecks;
}

}  // namespace stet
