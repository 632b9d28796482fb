// The price of one and of all, averages, and who pays which part of a sum.
#include <algorithm>
#include <string>

#include "check/kinds/context_support.h"
#include "check/kinds/number/result_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kEachReach = 40;  // bytes between "each" and the price

// Whether the number is a price of one thing of many.
bool is_price_of_one(const Scene& scene, const Quantity& q) {
  if (q.rate || scene.behind(kEach, q)) return scene.behind(kEach, q);
  const TextSpan sentence = sentence_at(scene.block.text, q.span.begin);
  const std::uint32_t far = q.span.begin > kEachReach ? q.span.begin - kEachReach : 0;
  return scene.holds(kEachBefore, {std::max(sentence.begin, far), q.span.begin});
}

// "40 tablets. Each costs 350 euros. In total that is 16,000 euros."
std::optional<Finding> check_product(const Scene& scene, std::size_t i) {
  const Quantity& total = scene.numbers[i];
  if (total.dimension_of() != Dimension::kCurrency || !is_usable_part(total)) return std::nullopt;
  const std::string_view text = scene.block.text;
  const TextSpan sentence = sentence_at(text, total.span.begin);
  if (!scene.holds(kInAll, sentence)) return std::nullopt;
  const Quantity* price = nullptr;
  const Quantity* count = nullptr;
  const std::uint32_t begin = scene.window(scene.window(total.span.begin));
  for (const Quantity& q : scene.numbers.first(i)) {
    if (q.span.begin < begin || is_measured_otherwise(q)) continue;
    const Quantity*& slot = q.unit == total.unit ? price : count;
    if (slot != nullptr || (q.unit != total.unit && q.unit != kNoUnit)) return std::nullopt;
    slot = &q;
  }
  if (price == nullptr || count == nullptr || !is_price_of_one(scene, *price)) return std::nullopt;
  Quantity one = *price;
  one.rate = false;
  if (!is_usable_part(one) || !is_usable_part(*count) || count->value < 2 ||
      scene.holds(kUnless, {begin, sentence.end}))
    return std::nullopt;
  const Interval right{careful(*count).low * price->interval(Rounding::kPrinted).low,
                       careful(*count).high * price->interval(Rounding::kPrinted).high};
  if (right.overlaps(careful(total)) || is_far(total.value, price->value * count->value)) return std::nullopt;
  return wrong_result(total, "product", price->value * count->value, {count, price});
}

// "day" and "days", "día" and "días"
bool begin_alike(std::string_view a, std::string_view b) {
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return common >= 3 && common + 2 >= std::max(a.size(), b.size());
}

// "3,600 customers in 12 days, an average of 360 a day"
std::optional<Finding> check_average(const Scene& scene, std::size_t i) {
  const std::string_view text = scene.block.text;
  Quantity claim = scene.numbers[i];
  if (!scene.is_average(claim)) return std::nullopt;
  const std::size_t behind = skip_blanks(text, claim.noun.empty() ? claim.span.end : claim.noun.end);
  auto per = words_at(scene.words[kPer], text, skip_blanks(text, claim.span.end));
  if (!per) per = words_at(scene.words[kPer], text, behind);
  if (!per) return std::nullopt;
  std::size_t over = skip_blanks(text, per.position);
  const std::size_t word = over;
  while (over < text.size() && word_char_at(text, over)) over += decode_at(text, over).length;
  const std::string form = context_form(text.substr(word, over - word));
  const Quantity* total = nullptr;
  const Quantity* times = nullptr;
  const std::uint32_t begin = scene.window(claim.span.begin);
  for (const Quantity& q : scene.numbers.first(i)) {
    if (q.span.begin < begin || q.is_percent() || q.fraction || q.article) continue;
    const TextSpan unit = q.unit_span.empty() ? q.noun : q.unit_span;
    const bool is_over = !unit.empty() && begin_alike(context_form(text.substr(unit.begin, unit.size())), form);
    const Quantity*& slot = is_over ? times : total;
    if (slot != nullptr || !is_usable_part(q)) return std::nullopt;
    slot = &q;
  }
  if (total == nullptr || times == nullptr || total->unit != claim.unit || times->value < 2) return std::nullopt;
  claim.rate = false;
  if (claim.ambiguous || claim.range != Quantity::Range::kSingle || total->value <= claim.value) return std::nullopt;
  const Interval right{careful(*total).low / times->value, careful(*total).high / times->value};
  const Interval meant = claim.interval(Rounding::kZeros);
  if (meant.overlaps(right) || is_far(claim.value, total->value / times->value)) return std::nullopt;
  return wrong_result(claim, "average", total->value / times->value, {total, times});
}

// "The budget is 85,000 euros. The town gives 40,000 euros, the region 20,000 and sponsors 15,000."
std::optional<Finding> check_shares_of_sum(const Scene& scene, std::size_t i) {
  const Quantity& last = scene.numbers[i];
  if (last.dimension_of() != Dimension::kCurrency) return std::nullopt;
  const std::string_view text = scene.block.text;
  const TextSpan sentence = sentence_at(text, last.span.begin);
  if (i + 1 < scene.numbers.size() && sentence.contains(scene.numbers[i + 1].span)) return std::nullopt;
  if (!scene.holds(kGives, sentence)) return std::nullopt;
  const auto from = operands(scene, i, last.unit);
  if (!from || from->size() < 3 || !is_usable_part(last)) return std::nullopt;
  const Quantity& total = *from->front();
  if (sentence.contains(total.span) || !sentence.contains((*from)[1]->span)) return std::nullopt;
  if (scene.holds(kUnless, {total.span.begin, sentence.end}) || scene.holds(kRest, {total.span.begin, sentence.end}) ||
      scene.holds(kRestBehind, {total.span.begin, sentence.end})) {
    return std::nullopt;
  }
  Interval sum = careful(last);
  double right = last.value;
  for (const Quantity* part : std::span(*from).subspan(1)) {
    sum.low += careful(*part).low;
    sum.high += careful(*part).high;
    right += part->value;
  }
  constexpr double kMostMissing = 1.3;
  if (sum.overlaps(careful(total)) || right > total.value * kMostMissing || total.value > right * kMostMissing)
    return std::nullopt;
  Operands parts(from->begin() + 1, from->end());
  parts.push_back(&last);
  return wrong_result(total, "sum", right, parts);
}

}  // namespace

std::span<const ResultCheck> rate_checks() {
  static constexpr ResultCheck kChecks[] = {check_product, check_average, check_shares_of_sum};
  return kChecks;
}

}  // namespace stet
