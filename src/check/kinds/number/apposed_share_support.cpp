#include "check/kinds/number/apposed_share_support.h"

#include <algorithm>
#include <limits>

#include "check/kinds/context_support.h"
#include "check/kinds/number/result_support.h"
#include "check/kinds/set_apart_support.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kFarthestPart = 60;  // bytes from a part to its share
constexpr double kSlack = 0.15;            // fractions are spoken roughly
constexpr double kFarthest = 5;            // times as much: of another whole
constexpr double kFewest = 3;              // a whole of two says nothing

bool is_plain(const Quantity& q) {
  const bool exact = q.hedge == Hedge::kExact || q.hedge == Hedge::kAbout;
  return exact && !q.ambiguous && !q.dimension && !q.fraction && !q.rate && !q.is_percent() &&
         q.range == Quantity::Range::kSingle && q.value > 0 && q.dimension_of() != Dimension::kTime &&
         q.dimension_of() != Dimension::kPoints && !(q.article && q.value == 1);
}

bool is_dash(std::string_view text, std::size_t pos) {
  const char32_t c = decode_before(text, pos).value;
  return c == U'–' || c == U'—';
}

// Where the comma, colon, bracket or dash begins that sets the share apart from what stands before it.
std::optional<std::size_t> mark_before(const Block& block, const Quantity& share, const ApposedWords& words,
                                       const NumberLanguage& language) {
  const std::string_view text = block.text;
  std::size_t begin = skip_blanks_back(text, share.hedge_begin);
  for (int more = 0; more < 3; ++more) {
    if (const auto skip = language.skip_before.longest(text, begin)) begin = skip_blanks_back(text, skip.position);
    if (const auto even = words_before(words.not_even, text, begin)) begin = skip_blanks_back(text, even.position);
    if (const auto link = words_before(words.links, text, begin)) begin = skip_blanks_back(text, link.position);
  }
  if (begin == 0) return std::nullopt;
  if (std::string_view(",:(").find(text[begin - 1]) != std::string_view::npos) return begin - 1;
  if (is_dash(text, begin)) return begin - decode_before(text, begin).length;
  return std::nullopt;
}

// Whether no noun follows; "1,6 li ha messi lo Stato" has a pronoun.
bool counts_nothing(const Quantity& q) {
  constexpr std::size_t kPronoun = 3;
  return q.noun.empty() || q.noun.size() <= kPronoun;
}

// How often the part's number is to be taken: "24 million. The region gives 16"; 0 when it is of another kind.
double scale_of(const Quantity& part, const Quantity& whole) {
  if (part.unit == whole.unit) {
    const bool bare = part.scale == 1 && counts_nothing(part) && part.value < whole.scale;
    return bare ? whole.scale : 1;
  }
  // "La Diputación pondrá 4.000", "900 tonnes were stored there; 600 burned"
  if (part.unit != kNoUnit || !counts_nothing(part)) return 0;
  return part.scale == 1 && part.value < whole.scale ? whole.scale : 1;
}

Interval range_of(const Quantity& part, double scale, const Quantity& whole) {
  const Interval of_part = careful(part);
  const Interval of_whole = careful(whole);
  return {of_part.low * scale / of_whole.high * 100, of_part.high * scale / of_whole.low * 100};
}

}  // namespace

Interval allowed_share(const Quantity& share, double slack) {
  constexpr double kRough = 0.17;
  constexpr double kBound = 0.03;
  const double said = share.value * 100;
  switch (share.hedge) {
    case Hedge::kOver:
    case Hedge::kAtLeast:
      return {said * (1 - kBound), std::numeric_limits<double>::infinity()};
    case Hedge::kUnder:
    case Hedge::kUpTo:
      return {0, said * (1 + kBound)};
    case Hedge::kAbout:
      return {said * (1 - kRough), said * (1 + kRough)};
    case Hedge::kExact:
      break;
  }
  return {said * (1 - slack), said * (1 + slack)};
}

std::optional<ApposedShare> wrong_apposed_share(const Block& block, std::span<const Quantity> numbers, std::size_t i,
                                                const ApposedWords& words, const NumberLanguage& language) {
  const std::string_view text = block.text;
  const Quantity& share = numbers[i];
  if (i < 2 || share.range != Quantity::Range::kSingle || share.ambiguous || share.rate ||
      (!share.fraction && !share.is_percent())) {
    return std::nullopt;
  }
  const Quantity& last = numbers[i - 1];
  // "twenty of the thirty villages, two thirds,"
  const bool part_first = [&] {
    const auto of = words_at(words.part_of, text, skip_blanks(text, numbers[i - 2].span.end));
    if (!of || of.position > last.hedge_begin) return false;
    // "130 of Orrsay's 260 residents": one word more at most.
    const std::string_view more = text.substr(of.position, last.hedge_begin - of.position);
    constexpr std::size_t kLongestName = 20;
    return more.size() <= kLongestName && more.find_first_of(",.;:()") == std::string_view::npos &&
           std::ranges::count(more, ' ') <= 2;
  }();
  const Quantity& part = part_first ? numbers[i - 2] : last;
  const TextSpan sentence = sentence_at(text, share.span.begin);
  if (!is_plain(part) || !sentence.contains(part.span) || words_before(words.steps, text, part.hedge_begin))
    return std::nullopt;
  const auto mark = mark_before(block, share, words, language);
  if (!mark || *mark < last.span.end || *mark - last.span.end > kFarthestPart) return std::nullopt;
  // Nothing else is set apart between the two, and no other clause begins there.
  const std::string_view between = text.substr(last.span.end, *mark - last.span.end);
  if (between.find_first_of(",;:()") != std::string_view::npos) return std::nullopt;
  const auto total = words_at(words.of_total, text, skip_blanks(text, share.span.end));
  if (!is_closed_at(text, total ? total.position : share.span.end)) return std::nullopt;

  const Interval meant = [&] {
    if (share.is_percent()) return share.interval(Rounding::kZeros);
    Quantity bounded = share;
    std::size_t begin = skip_blanks_back(text, share.hedge_begin);
    if (const auto skip = language.skip_before.longest(text, begin)) begin = skip_blanks_back(text, skip.position);
    if (words_before(words.not_even, text, begin)) bounded.hedge = Hedge::kUnder;
    return allowed_share(bounded, kSlack);
  }();
  // "900 bales; 600 of them burned, a quarter"
  const bool of_them = words_at(words.of_which, text, skip_blanks(text, part.span.end)).found;
  const Quantity* whole = nullptr;
  bool marked_whole = false;
  const std::size_t before = sentence.begin == 0 ? 0 : skip_blanks_back(text, sentence.begin);
  const std::uint32_t window =
      before == 0 ? sentence.begin : sentence_at(text, static_cast<std::uint32_t>(before - 1)).begin;
  for (std::size_t j = 0; j < numbers.size(); ++j) {
    const Quantity& other = numbers[j];
    if (j == i || &other == &part || other.is_percent() || other.fraction) continue;
    const double scale = scale_of(part, other);
    if (scale == 0 || part.value * scale >= other.value) continue;
    if (meant.overlaps(range_of(part, scale, other))) return std::nullopt;  // of this one, then
    if (j > i || other.span.begin < window || !is_plain(other)) continue;
    const bool marked = (part_first && &other == &last) ||
                        static_cast<bool>(words_before(words.of_whole, text, other.hedge_begin)) ||
                        holds(words.of_which, text, {other.span.end, part.hedge_begin}) || of_them;
    // Two wholes, of which none is told as that of the part.
    if (whole != nullptr && !marked && !marked_whole) return std::nullopt;
    if (whole == nullptr || marked) whole = &other;
    marked_whole = marked_whole || marked;
  }
  if (whole == nullptr || whole->value < kFewest) return std::nullopt;
  // "60 animals, a third of the load": of which the only number before is one of the same.
  const auto noun = [&](const Quantity& q) { return text.substr(q.noun.begin, q.noun.size()); };
  const bool counts = part.unit == kNoUnit && whole->unit == kNoUnit;
  if (!marked_whole && counts && !part.noun.empty() && !whole->noun.empty() &&
      !is_same_word(context_form(noun(part)), context_form(noun(*whole)))) {
    return std::nullopt;
  }
  // "It costs 24 million. The region pays 16, two thirds": of money, the one sum before is the whole.
  const bool money = whole->dimension_of() == Dimension::kCurrency || (whole->scale > 1 && whole->noun.empty());
  const bool left_out = part.unit != whole->unit && sentence.contains(whole->span);
  if (!marked_whole && !total && !money && !left_out) return std::nullopt;
  const double scale = scale_of(part, *whole);
  const double right = part.value * scale / whole->value * 100;
  const double said = share.value * (share.fraction ? 100 : 1);
  if (right * kFarthest < said || said * kFarthest < right) return std::nullopt;
  return ApposedShare{&part, whole, &share, right, said};
}

}  // namespace stet
