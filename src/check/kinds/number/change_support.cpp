#include "check/kinds/number/change_support.h"

#include <algorithm>

#include "check/kinds/number/number_support.h"

namespace stet {
namespace {

// The scale of "4.1 million" is also that of "3.2" in front of it.
bool share_scale(Quantity& lean, const Quantity& rich) {
  if (lean.scale != 1 || rich.scale <= 1) return true;
  const double ratio = lean.value / mantissa(rich);
  if (lean.unit != kNoUnit && lean.unit_span.begin > lean.number.begin) return true;
  if (lean.grouped || lean.value >= 1000 || ratio > 20 || ratio < 0.05) return false;
  lean.value *= rich.scale;
  lean.step *= rich.scale;
  lean.scale = rich.scale;
  return true;
}

}  // namespace

bool is_plain_value(const Quantity& q) { return !q.ambiguous && !q.dimension && !q.fraction && q.step > 0; }

bool align_values(Quantity& a, Quantity& b) {
  if (a.unit == kNoUnit) a.unit = b.unit;
  if (b.unit == kNoUnit) b.unit = a.unit;
  return a.unit == b.unit && share_scale(a, b) && share_scale(b, a);
}

std::optional<FromTo> read_from_to(const Block& block, const Quantity& first, const Quantity& second,
                                   const PhraseTable& from, const PhraseTable& to) {
  if (second.span.begin > first.span.end + kMaxChangeGap) return std::nullopt;
  const auto from_word = words_before(from, block.text, first.hedge_begin);
  if (!from_word || !words_before(to, block.text, second.hedge_begin)) return std::nullopt;
  FromTo change{first, second, from_word.position};
  if (!is_plain_value(first) || !is_plain_value(second) || !align_values(change.from, change.to)) return std::nullopt;
  return change;
}

TextSpan clause_before(std::string_view text, TextSpan sentence, std::size_t pos) {
  std::size_t end = skip_blanks_back(text, pos);
  if (end > sentence.begin && text[end - 1] == ',') --end;
  const std::string_view before = text.substr(sentence.begin, end - std::min<std::size_t>(end, sentence.begin));
  const std::size_t comma = before.rfind(',');
  const std::size_t begin = comma == std::string_view::npos ? sentence.begin : sentence.begin + comma + 1;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace stet
