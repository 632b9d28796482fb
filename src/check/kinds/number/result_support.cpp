#include "check/kinds/number/result_support.h"

#include <algorithm>
#include <cmath>

#include "check/kinds/context_support.h"

namespace stet {

constexpr double kFarthest = 2.5;  // times as much: farther off, the numbers are of different things

bool is_measured_otherwise(const Quantity& q) {
  return q.dimension_of() == Dimension::kTime || q.is_percent() || q.dimension_of() == Dimension::kPoints ||
         q.fraction || (q.article && q.unit == kNoUnit);
}

namespace {

// "The state pays three million" of euros.
bool is_of_unit(const Quantity& q, UnitId unit) {
  const bool money = unit_of(unit).dimension == Dimension::kCurrency;
  return q.unit == unit || (money && q.unit == kNoUnit && q.scale > 1 && q.noun.empty());
}

}  // namespace

std::optional<Operands> operands(const Scene& scene, std::size_t claim, UnitId unit) {
  Operands found;
  const std::uint32_t begin = scene.window(scene.numbers[claim].span.begin);
  for (std::size_t i = 0; i < claim; ++i) {
    const Quantity& q = scene.numbers[i];
    if (q.span.begin < begin || !is_of_unit(q, unit) || is_measured_otherwise(q)) continue;
    if (!is_usable_part(q) || q.shared_unit || q.shared_scale || q.value <= 0) return std::nullopt;
    found.push_back(&q);
  }
  return found;
}

namespace {
std::string_view noun_of(const Scene& scene, const Quantity& q) {
  return scene.block.text.substr(q.noun.begin, q.noun.size());
}

}  // namespace

bool counts_the_same(const Scene& scene, const Quantity& whole, const Quantity& part) {
  if (part.unit != kNoUnit) return true;
  if (part.noun.empty() || scene.behind(kOfIt, part) || scene.behind(kGoOn, part)) return true;
  return !whole.noun.empty() && is_same_word(context_form(noun_of(scene, whole)), context_form(noun_of(scene, part)));
}

Interval careful(const Quantity& q) {
  // A count that is not round is exact: "31 plots".
  const bool counts = q.unit == kNoUnit && q.scale == 1 && q.decimals == 0 && std::fmod(q.value, 10) != 0;
  return counts && q.hedge == Hedge::kExact ? Interval{q.value, q.value} : q.interval(Rounding::kCareful);
}

bool is_far(double said, double right) { return said > right * kFarthest || right > said * kFarthest; }

Finding wrong_result(const Quantity& claim, std::string_view wording, double right, const Operands& from) {
  Finding finding;
  finding.place = {claim.block, claim.span};
  finding.wording = wording;
  const int decimals = claim.scale > 1 ? std::max(claim.decimals, 1) : claim.decimals;
  finding.values = {{"right", number_value(right / claim.scale, decimals)}, {"said", printed(claim)}};
  for (const Quantity* q : from) finding.related.push_back({{q->block, q->span}, "from", {}});
  return finding;
}

}  // namespace stet
