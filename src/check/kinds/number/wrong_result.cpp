// Kind `wrong-result`: a number that its neighbours give: "Of the 36 flats 21 are sold. The remaining 13 …".
//
// What is computed from is what the claim's sentence and the one before name of its kind, and nothing more: where there
// is another number, no one can tell what was computed.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/number/parts_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"rest", KeyType::kStrings, "stand before what is left of a whole: \"remaining\""},
    {"rest-behind", KeyType::kStrings, "the same, behind it: \"restantes\""},
    {"of-whole", KeyType::kStrings, "stand before a whole whose part follows: \"of the\""},
    {"of-it", KeyType::kStrings, "stand behind a part whose whole stands before: \"of them\""},
    {"go-on", KeyType::kStrings, "stand behind a number that counts what was counted before: \"are\""},
    {"that-is", KeyType::kStrings, "stand before a number that follows from those before: \"that is\""},
    {"more", KeyType::kStrings, "make a number a difference: \"more\""},
    {"than-before", KeyType::kStrings, "say that it is one to the time before: \"than last year\""},
    {"rise", KeyType::kStrings, "stand before a rise in percent: \"an increase of\""},
    {"fall", KeyType::kStrings, "stand before a fall: \"a drop of\""},
    {"half", KeyType::kStrings, "say that a number is half the other: \"half as many\""},
    {"twice", KeyType::kStrings, "twice"},
    {"thrice", KeyType::kStrings, "three times"},
    {"each", KeyType::kStrings, "stand behind a price of one: \"apiece\""},
    {"each-before", KeyType::kStrings, "begin what costs that: \"jedes\""},
    {"in-all", KeyType::kStrings, "stand in the sentence with the price of all: \"in total\""},
    {"average", KeyType::kStrings, "stand before an average: \"an average of\""},
    {"per", KeyType::kStrings, "stand behind it, before what it is taken over: \"a\", \"per\""},
    {"gives", KeyType::kStrings, "say that somebody bears a part of a sum: \"pays\""},
    {"unless", KeyType::kStrings, "silence the sentences: \"including\", \"among others\""},
});
using enum PhraseTrie::Direction;
constexpr WordList kLists[] = {
    {"rest", kBackward},    {"rest-behind", kForward}, {"of-whole", kBackward},   {"of-it", kForward},
    {"go-on", kForward},    {"that-is", kBackward},    {"more", kForward},        {"than-before", kForward},
    {"rise", kBackward},    {"fall", kBackward},       {"half", kForward},        {"twice", kForward},
    {"thrice", kForward},   {"each", kForward},        {"each-before", kForward}, {"in-all", kForward},
    {"average", kBackward}, {"per", kForward},         {"gives", kForward},       {"unless", kForward}};
enum List : std::uint8_t {
  kRest,
  kRestBehind,
  kOfWhole,
  kOfIt,
  kGoOn,
  kThatIs,
  kMore,
  kThanBefore,
  kRise,
  kFall,
  kHalf,
  kTwice,
  kThrice,
  kEach,
  kEachBefore,
  kInAll,
  kAverage,
  kPer,
  kGives,
  kUnless
};
constexpr double kFarthest = 2.5;         // times as much: farther off, the numbers are of different things
constexpr std::size_t kMostNumbers = 60;  // of a paragraph; one with more is a register
constexpr std::size_t kMostParts = 6;     // of a whole
constexpr std::uint32_t kEachReach = 40;  // bytes between "each" and the price
constexpr std::uint32_t kTailReach = 24;  // bytes between a number and "twice as many"
constexpr double kFactorSlack = 0.12;     // "twice" is said of what is nearly that
constexpr double kSharesSlack = 0.5;      // percentage points

using Operands = std::vector<const Quantity*>;

// A block's numbers, with its language's words.
struct Scene {
  const Block& block;
  std::span<const Quantity> numbers;
  const RuleWords::Tries& words;

  [[nodiscard]] bool holds(List list, TextSpan span) const { return stet::holds(words[list], block.text, span); }
  [[nodiscard]] bool before(List list, const Quantity& q) const {
    return static_cast<bool>(words_before(words[list], block.text, q.hedge_begin));
  }
  [[nodiscard]] bool behind(List list, const Quantity& q) const {
    const std::string_view text = block.text;
    return words_at(words[list], text, skip_blanks(text, q.span.end)) ||
           (!q.noun.empty() && words_at(words[list], text, skip_blanks(text, q.noun.end)));
  }
  // From the begin of the sentence before that of `pos`.
  [[nodiscard]] std::uint32_t window(std::uint32_t pos) const {
    const TextSpan own = sentence_at(block.text, pos);
    const std::size_t end = skip_blanks_back(block.text, own.begin);
    return end == 0 ? own.begin : sentence_at(block.text, static_cast<std::uint32_t>(end - 1)).begin;
  }
};

bool is_measured_otherwise(const Quantity& q) {
  return q.dimension_of() == Dimension::kTime || q.is_percent() || q.dimension_of() == Dimension::kPoints ||
         q.fraction || (q.article && q.unit == kNoUnit);
}

// The numbers of a unit that stand in the window before a claim; nothing when one of them is no plain number.
std::optional<Operands> operands(const Scene& scene, std::size_t claim, UnitId unit) {
  Operands found;
  const std::uint32_t begin = scene.window(scene.numbers[claim].span.begin);
  for (std::size_t i = 0; i < claim; ++i) {
    const Quantity& q = scene.numbers[i];
    if (q.span.begin < begin || q.unit != unit || is_measured_otherwise(q)) continue;
    if (!is_usable_part(q) || q.shared_unit || q.shared_scale || q.value <= 0) return std::nullopt;
    found.push_back(&q);
  }
  return found;
}

std::string_view noun_of(const Scene& scene, const Quantity& q) {
  return scene.block.text.substr(q.noun.begin, q.noun.size());
}

// Whether a number counts what another one counts, as far as the word behind it tells.
bool counts_the_same(const Scene& scene, const Quantity& whole, const Quantity& part) {
  if (part.unit != kNoUnit) return true;
  if (part.noun.empty() || scene.behind(kOfIt, part) || scene.behind(kGoOn, part)) return true;
  return !whole.noun.empty() && is_same_word(context_form(noun_of(scene, whole)), context_form(noun_of(scene, part)));
}

Interval careful(const Quantity& q) { return q.interval(Rounding::kCareful); }

bool is_far(double said, double right) { return said > right * kFarthest || right > said * kFarthest; }

Finding found(const Quantity& claim, std::string_view wording, double right, const Operands& from) {
  Finding finding;
  finding.place = {claim.block, claim.span};
  finding.wording = wording;
  const int decimals = claim.scale > 1 ? std::max(claim.decimals, 1) : claim.decimals;
  finding.values = {{"right", number_value(right / claim.scale, decimals)}, {"said", printed(claim)}};
  for (const Quantity* q : from) finding.related.push_back({{q->block, q->span}, "from", {}});
  return finding;
}

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
  const auto from = operands(scene, i, rest.unit);
  if (!from || from->size() < 2 || from->size() > kMostParts) return std::nullopt;
  const Quantity& whole = *from->front();
  const auto parts = std::span(*from).subspan(1);
  bool tied = rest.dimension_of() == Dimension::kCurrency || scene.before(kOfWhole, whole);
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
  Finding finding = found(rest, "rest", right, *from);
  finding.values.emplace_back("whole", printed(whole));
  return finding;
}

// "48,000, after 42,000 the year before. That is 8,000 more."
std::optional<Finding> check_difference(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  if (!scene.behind(kMore, claim)) return std::nullopt;
  const std::size_t than = scene.block.text.find_first_of(".,;:", claim.span.end);
  const TextSpan tail{claim.span.end, static_cast<std::uint32_t>(std::min(than, scene.block.text.size()))};
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
  return found(claim, "difference", right, *from);
}

// "Of the 800 asked, 320 heat with gas. That is 45 percent."
std::optional<Finding> check_share(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  if (!claim.is_percent() || !scene.before(kThatIs, claim) || scene.behind(kMore, claim)) return std::nullopt;
  const auto from = operands(scene, i, kNoUnit);
  if (!from || from->size() != 2) return std::nullopt;
  const bool first = (*from)[0]->value > (*from)[1]->value;
  const Quantity& whole = *(*from)[first ? 0 : 1];
  const Quantity& part = *(*from)[first ? 1 : 0];
  if (!scene.before(kOfWhole, whole) && !scene.behind(kOfIt, part)) return std::nullopt;
  const double right = part.value / whole.value * 100;
  Interval meant = claim.interval(Rounding::kZeros);
  meant.low -= kSharesSlack;
  meant.high += kSharesSlack;
  const Interval range{careful(part).low / careful(whole).high * 100, careful(part).high / careful(whole).low * 100};
  if (meant.overlaps(range) || is_far(claim.value, right)) return std::nullopt;
  return found(claim, "share", right, *from);
}

// "48,000, after 42,000 the year before. That is a rise of 20 percent."
std::optional<Finding> check_change(const Scene& scene, std::size_t i) {
  const Quantity& claim = scene.numbers[i];
  const bool rise = scene.before(kRise, claim);
  if (!claim.is_percent() || (!rise && !scene.before(kFall, claim))) return std::nullopt;
  if (claim.range != Quantity::Range::kSingle || claim.ambiguous) return std::nullopt;
  Operands from;
  const std::uint32_t begin = scene.window(claim.span.begin);
  for (const Quantity& q : scene.numbers.first(i)) {
    if (q.span.begin < begin || q.dimension_of() == Dimension::kTime || (q.article && q.unit == kNoUnit)) continue;
    if (q.is_percent() || !is_usable_part(q) || q.shared_unit || q.shared_scale || q.value <= 0) return std::nullopt;
    from.push_back(&q);
  }
  if (from.size() != 2) return std::nullopt;
  const Quantity& a = *from[0];
  const Quantity& b = *from[1];
  // "840 tonnes, after 1,250"
  const bool bare = b.unit == kNoUnit && b.noun.empty();
  if (a.unit != b.unit && !bare) return std::nullopt;
  if (a.unit == b.unit && !counts_the_same(scene, a, b) && !counts_the_same(scene, b, a)) return std::nullopt;
  const Quantity& low = a.value < b.value ? a : b;
  const Quantity& high = a.value < b.value ? b : a;
  const double right = (high.value - low.value) / (rise ? low.value : high.value) * 100;
  const Interval less = careful(low);
  const Interval more = careful(high);
  Interval meant = claim.interval(Rounding::kZeros);
  meant.low -= kSharesSlack;
  meant.high += kSharesSlack;
  const Interval range = rise ? Interval{(more.low / less.high - 1) * 100, (more.high / less.low - 1) * 100}
                              : Interval{(1 - less.high / more.low) * 100, (1 - less.low / more.high) * 100};
  if (right == 0 || meant.overlaps(range) || is_far(claim.value, right)) return std::nullopt;
  return found(claim, "share", right, from);
}

// "900 … 1,350, twice as many."
std::optional<Finding> check_factor(const Scene& scene, std::size_t i) {
  const std::string_view text = scene.block.text;
  const Quantity& last = scene.numbers[i];
  if (is_measured_otherwise(last) || !is_usable_part(last)) return std::nullopt;
  const std::uint32_t stop = sentence_at(text, last.span.begin).end;
  const std::size_t comma = text.find(',', last.span.end);
  if (comma >= stop || comma > last.span.end + kTailReach) return std::nullopt;
  if (i + 1 < scene.numbers.size() && scene.numbers[i + 1].span.begin < comma) return std::nullopt;
  std::size_t pos = skip_blanks(text, comma + 1);
  if (const auto that_is = words_before(scene.words[kThatIs], text, pos)) pos = skip_blanks(text, pos);
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
  const auto from = operands(scene, i, last.unit);
  if (!from || from->size() != 1 || !counts_the_same(scene, *from->front(), last)) return std::nullopt;
  const double right = last.value / from->front()->value;
  const Interval meant{*factor * (1 - kFactorSlack), *factor * (1 + kFactorSlack)};
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
  return found(total, "product", price->value * count->value, {count, price});
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
  if (!scene.before(kAverage, claim)) return std::nullopt;
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
  return found(claim, "average", total->value / times->value, {total, times});
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
  return found(total, "sum", right, parts);
}

class WrongResult final : public Check {
 public:
  explicit WrongResult(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      while (end < all.size() && all[end].block == all[begin].block) ++end;
      const Block& block = document.block(all[begin].block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words != nullptr && block.table == kNone && end - begin >= 2 && end - begin <= kMostNumbers) {
        check_block({block, all.subspan(begin, end - begin), *words}, sink);
      }
      begin = end;
    }
  }

 private:
  static void check_block(const Scene& scene, Sink& sink) {
    constexpr auto kChecks = std::to_array({check_rest, check_difference, check_share, check_change, check_factor,
                                            check_product, check_average, check_shares_of_sum});
    for (std::size_t i = 1; i < scene.numbers.size(); ++i) {
      for (const auto check : kChecks) {
        auto finding = check(scene, i);
        if (!finding) continue;
        sink.report(std::move(*finding));
        break;
      }
    }
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<WrongResult>(definition);
}

}  // namespace

namespace kinds {
extern const Kind wrong_result;
const Kind wrong_result{"wrong-result", "a number that its neighbours do not give", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
