#include "facts/quantities.h"

#include <algorithm>
#include <cmath>

#include "facts/quantity_reader.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

std::string_view gap_between(std::string_view text, const Quantity& a, const Quantity& b) {
  return text.substr(a.span.end, b.span.begin - a.span.end);
}

enum class Joint : std::uint8_t { kApart, kDash, kWord, kTimes, kTolerance };

// What joins two quantities, when there is nothing else between them.
Joint joint_between(std::string_view text, const Quantity& a, const Quantity& b, const NumberLanguage& language) {
  const std::string_view gap = gap_between(text, a, b);
  std::size_t begin = 0;
  std::size_t end = gap.size();
  while (begin < end && is_space(decode_at(gap, begin).value)) {
    if (gap[begin] == '\n') return Joint::kApart;
    begin += decode_at(gap, begin).length;
  }
  while (end > begin && is_space(decode_before(gap, end).value)) {
    if (gap[end - 1] == '\n') return Joint::kApart;
    end -= decode_before(gap, end).length;
  }
  const std::string_view core = gap.substr(begin, end - begin);
  if (core.empty()) return Joint::kApart;
  if (core == "-" || core == "–" || core == "—" || core == "−" || core == "‐" || core == "‑") return Joint::kDash;
  if (core == "x" || core == "X" || core == "×" || core == "*") return Joint::kTimes;
  if (core == "±" || core == "+/-") return Joint::kTolerance;
  const auto match = language.range.longest(gap, begin);
  return match && match.position == end ? Joint::kWord : Joint::kApart;
}

// "rose 30% to $120 million" is no range.
bool may_be_range(const Quantity& a, const Quantity& b) {
  if (a.fraction || b.fraction) return false;
  return a.unit == b.unit || a.unit == kNoUnit || (b.unit == kNoUnit && a.unit_span.begin < a.number.begin);
}

// The ends of a range share the unit, and the scale, that only the second has.
void join_range(Quantity& a, Quantity& b) {
  a.range = Quantity::Range::kBegin;
  b.range = Quantity::Range::kEnd;
  if (a.unit != kNoUnit || b.unit == kNoUnit) {
    if (b.unit == kNoUnit && a.unit != kNoUnit && a.unit_span.begin < a.number.begin) {  // $5-10
      b.unit = a.unit;
      b.shared_unit = true;
    }
    if (a.unit != kNoUnit || a.scale != 1) return;
  } else {
    a.unit = b.unit;
    a.shared_unit = true;
  }
  const double mantissa = b.value / b.scale;
  if (b.scale > 1 && a.scale == 1 && !a.grouped && a.value < 1000 && a.value <= 50 * mantissa) {
    a.value *= b.scale;
    a.step *= b.scale;
    a.scale = b.scale;
    a.shared_scale = true;
  }
}

// Settles what only neighbours can tell. Returns the new end.
void join_neighbours(std::string_view text, const NumberLanguage& language, std::vector<Quantity>& out,
                     std::size_t from) {
  std::vector<bool> drop(out.size() - from);
  for (std::size_t i = from; i + 1 < out.size(); ++i) {
    Quantity& a = out[i];
    Quantity& b = out[i + 1];
    const Joint joint = joint_between(text, a, b, language);
    if (joint == Joint::kTimes || joint == Joint::kTolerance) {
      a.dimension = b.dimension = true;
    } else if ((joint == Joint::kDash || joint == Joint::kWord) && a.range != Quantity::Range::kEnd &&
               may_be_range(a, b)) {
      join_range(a, b);
      // A dash between bare numbers is a score, a season, a phone number.
      if (joint == Joint::kDash && a.unit == kNoUnit && b.unit == kNoUnit && b.noun.empty()) {
        drop[i - from] = drop[i + 1 - from] = true;
      }
    }
  }
  std::size_t kept = from;
  for (std::size_t i = from; i < out.size(); ++i) {
    if (drop[i - from]) continue;
    if (kept != i) out[kept] = out[i];
    ++kept;
  }
  out.resize(kept);
}

}  // namespace

Interval Quantity::interval_of(double value, double step, Rounding rounding) {
  double half = step / 2;
  const double size = std::abs(value);
  if (rounding != Rounding::kPrinted && size > 0 && step > 0) {
    // The last digit that is no zero, as a power of ten times the printed step.
    double units = std::round(size / step);
    double rounded = step;
    while (units >= 10 && std::fmod(units, 10) == 0) {
      units /= 10;
      rounded *= 10;
    }
    if (rounding == Rounding::kZeros) {
      if (units >= 10 && std::fmod(units, 5) == 0) rounded *= 5;
      half = std::max(half, std::min(rounded / 2, size / 10));
    } else {
      const int digits = rounding == Rounding::kPlain && rounded < 1000 * step ? 3 : 2;
      const double meant = std::pow(10, std::floor(std::log10(size)) - digits + 1);
      half = std::max(half, std::min(rounded, meant) / 2);
    }
  }
  return {value - half, value + half};
}

Interval Quantity::interval(Rounding rounding, double slack) const {
  Interval values = interval_of(value, step, rounding);
  if (hedge != Hedge::kExact) {
    const double wide = std::abs(value) * slack;
    values.low = std::min(values.low, value - wide);
    values.high = std::max(values.high, value + wide);
  }
  return values;
}

void extract_quantities(std::string_view text, std::span<const Word> words, const NumberLanguage& language,
                        std::uint32_t block, std::vector<Quantity>& out) {
  const std::size_t from = out.size();
  std::size_t resume = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.begin < resume) continue;
    const char c = text[word.begin];
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !language.may_begin_number(text, word.begin)) continue;
    if (!digit && language.is_article(word.hash) &&
        (i + 1 == words.size() || !language.may_follow_article(text, words[i + 1].begin))) {
      continue;
    }
    QuantityReader reader(text, language, block, from < out.size() ? &out.back() : nullptr);
    if (digit ? reader.read_at_digit(word.begin) : reader.read_at_word(word.begin)) out.push_back(reader.quantity());
    resume = reader.end();
  }
  if (out.size() - from > 1) join_neighbours(text, language, out, from);
}

}  // namespace stet
