#include "facts/quantity_reader.h"

#include <cmath>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {

std::size_t QuantityReader::skip_spaces(std::size_t pos) const {
  while (pos < text_.size() && text_[pos] != '\n') {
    const CodePoint c = decode_at(text_, pos);
    if (!is_space(c.value)) break;
    pos += c.length;
  }
  return pos;
}

std::size_t QuantityReader::skip_spaces_back(std::size_t pos) const {
  while (pos > 0 && text_[pos - 1] != '\n') {
    const CodePoint c = decode_before(text_, pos);
    if (!is_space(c.value)) break;
    pos -= c.length;
  }
  return pos;
}

std::size_t QuantityReader::behind_gap(std::size_t pos) const {
  if (pos >= text_.size()) return pos;
  const CodePoint c = decode_at(text_, pos);
  if (c.value == '-' || c.value == 0x2010 || c.value == 0x2011) return pos + c.length;
  return skip_spaces(pos);
}

bool QuantityReader::read_at_digit(std::size_t pos) {
  const Digits digits = read_digits(text_, pos, language_);
  end_ = digits.numeral.end;
  if (digits.kind == DigitsKind::kOther) return false;
  const Sign sign = sign_before(pos);
  if (sign == Sign::kInvalid) return false;
  if (joins_more_digits(digits.numeral)) {
    while (end_ < text_.size()) {
      const std::size_t next = end_ + decode_at(text_, end_).length;
      if (!word_char_at(text_, end_) && !word_char_at(text_, next)) break;
      end_ = next;
    }
    return false;
  }
  if (is_date_or_time(digits.numeral) || is_ordinal(digits.numeral)) return false;
  const bool year = is_year(digits.numeral) && !is_counted(pos);
  needs_unit_ = digits.kind == DigitsKind::kNeedsUnit || year || is_labelled(begin_);
  take_number(pos, digits.numeral);
  if (sign == Sign::kMinus) quantity_.value = -quantity_.value;
  glued_ = word_char_at(text_, end_);
  if (end_ + 1 < text_.size() && text_[end_] == '-' && word_char_at(text_, end_ + 1)) {
    glued_ = !is_digit(decode_at(text_, end_ + 1).value);
  }
  if (!glued_ && (read_fraction(digits.numeral) || read_one_in(pos, digits.numeral))) return finish();
  read_currency_before();
  read_half();
  read_scale();
  const bool unit = read_unit();
  const bool measured = unit || quantity_.scale != 1;
  // "Portare via 1.300 forme": what is counted by the thousand has no label.
  const bool labelled = !digits.numeral.grouped && is_labelled(pos);
  const bool count =
      !measured && !glued_ && digits.kind != DigitsKind::kNeedsUnit && !labelled && is_count(digits.numeral);
  if ((glued_ || needs_unit_) && !measured && !count) return false;
  // "im Jahr 2000 Euro …" is a year all the same.
  if (is_year(digits.numeral) && quantity_.unit_span.begin >= quantity_.number.end &&
      language_.year_before.longest(text_, skip_spaces_back(begin_))) {
    return false;
  }
  return finish();
}

bool QuantityReader::read_at_word(std::size_t pos) {
  end_ = pos + 1;
  while (!is_boundary(text_, end_)) ++end_;
  begin_ = pos;
  if (pos > 0 && sign_before(pos) == Sign::kInvalid) return false;
  begin_ = pos;
  if (const auto numeral = read_spelled(text_, pos, language_)) {
    end_ = numeral->end;
    if (is_date_or_time(*numeral) || is_spelled_hour(*numeral)) return false;
    take_number(pos, *numeral);
    if (read_fraction(*numeral) || read_one_in(pos, *numeral)) return finish();
    read_currency_before();
    read_half();
    read_scale();
    const bool unit = read_unit();
    if (!numeral->article) return finish();
    // "ein Kilo" is a quantity, "a m" is not.
    const bool named = unit && quantity_.unit_span.size() > 3;
    if (quantity_.scale != 1 || named) return finish();
    quantity_ = {.block = quantity_.block};
    end_ = numeral->end;
  }
  if (const auto portion = language_.portions.longest(text_, pos)) {
    end_ = portion.position;
    take_number(pos, {.end = end_, .value = language_.values[portion.payload], .step = 0, .spelled = true});
  } else if (const auto each = language_.each.longest(text_, pos)) {
    const auto ordinal = language_.ordinals.longest(text_, skip_spaces(each.position));
    if (!ordinal) return false;
    end_ = ordinal.position;
    take_number(pos, {.end = end_, .value = 1 / language_.values[ordinal.payload], .step = 0, .spelled = true});
  } else {
    return false;
  }
  quantity_.fraction = true;
  quantity_.unit = find_unit("share");
  return finish();
}

void QuantityReader::take_number(std::size_t begin, const Numeral& numeral) {
  quantity_.number = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(numeral.end)};
  quantity_.span = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(numeral.end)};
  quantity_.value = numeral.value;
  quantity_.step = numeral.step;
  quantity_.decimals = numeral.decimals;
  quantity_.spelled = numeral.spelled;
  quantity_.article = numeral.article;
  quantity_.grouped = numeral.grouped;
  quantity_.ambiguous = numeral.ambiguous;
  quantity_.style = numeral.style;
}

bool QuantityReader::read_fraction(const Numeral& numeral) {
  if (numeral.value < 1 || numeral.value > 99 || numeral.value != std::floor(numeral.value)) return false;
  const auto match = language_.fractions.longest(text_, behind_gap(end_));
  if (!match) return false;
  const double denominator = language_.values[match.payload];
  if (numeral.value >= denominator) return false;
  end_ = match.position;
  quantity_.value = numeral.value / denominator;
  quantity_.step = 0;
  quantity_.fraction = true;
  quantity_.unit = find_unit("share");
  return true;
}

// "one in three", "drei von vier": not "two in 2019", not "5 von 20 auf 25 Euro".
bool QuantityReader::read_one_in(std::size_t begin, const Numeral& numeral) {
  if (numeral.value < 1 || numeral.value > 99 || numeral.value != std::floor(numeral.value)) return false;
  const auto match = language_.out_of.longest(text_, skip_spaces(end_));
  if (!match) return false;
  const std::size_t pos = skip_spaces(match.position);
  if (pos == match.position || pos >= text_.size()) return false;
  std::optional<Numeral> whole;
  if (text_[pos] >= '0' && text_[pos] <= '9') {
    const Digits digits = read_digits(text_, pos, language_);
    if (digits.kind == DigitsKind::kNumber) whole = digits.numeral;
  } else if (language_.may_begin_number(text_, pos)) {
    whole = read_spelled(text_, pos, language_);
  }
  if (!whole || whole->article || whole->decimals > 0 || whole->value > 100 || whole->value <= numeral.value)
    return false;
  if (word_char_at(text_, whole->end) || unit_at(skip_spaces(whole->end))) return false;
  if (language_.scales.longest(text_, skip_spaces(whole->end))) return false;
  if (text_.substr(whole->end, 1) == "-" || text_.substr(whole->end, 3) == "–") return false;
  take_number(begin, {.end = whole->end, .value = numeral.value / whole->value, .step = 0, .spelled = numeral.spelled});
  end_ = whole->end;
  quantity_.fraction = true;
  quantity_.unit = find_unit("share");
  return true;
}

void QuantityReader::read_half() {
  const std::size_t behind = skip_spaces(end_);
  if (behind < text_.size()) {
    const CodePoint c = decode_at(text_, behind);
    double part = 0;
    switch (c.value) {
      case U'½':
        part = 0.5;
        break;
      case U'¼':
        part = 0.25;
        break;
      case U'¾':
        part = 0.75;
        break;
      case U'⅓':
        part = 1.0 / 3;
        break;
      case U'⅔':
        part = 2.0 / 3;
        break;
      default:
        break;
    }
    if (part > 0) {
      quantity_.value += part;
      quantity_.step = 0.25;
      end_ = behind + c.length;
      return;
    }
  }
  if (const auto half = language_.half_after.longest(text_, behind); half && quantity_.decimals == 0) {
    quantity_.value += 0.5;
    quantity_.step = 0.5;
    end_ = half.position;
  }
}

void QuantityReader::read_scale() {
  const std::size_t pos = glued_ && word_char_at(text_, end_) ? end_ : behind_gap(end_);
  const auto apply = [&](double scale, std::size_t end) {
    quantity_.scale *= scale;
    quantity_.value *= scale;
    quantity_.step *= scale;
    end_ = end;
  };
  if (const auto match = language_.scales.longest(text_, pos)) {
    apply(language_.values[match.payload], match.position);
    // "mil millones", "hundred million"
    if (const auto more = language_.scales.longest(text_, skip_spaces(end_))) {
      apply(language_.values[more.payload], more.position);
    }
    // "two million three hundred thousand"
    const std::size_t rest = skip_spaces(end_);
    if (quantity_.spelled && rest > end_ && rest < text_.size() && language_.may_begin_number(text_, rest)) {
      const auto more = read_spelled(text_, rest, language_);
      if (more && !more->article && more->value >= 1000 && more->value < quantity_.scale) {
        quantity_.value += more->value;
        quantity_.step = 1;
        end_ = more->end;
      }
    }
    return;
  }
  const auto money = language_.scales_money.longest(text_, pos);
  if (!money) return;
  const double scale = language_.values[money.payload];
  bool currency = quantity_.dimension_of() == Dimension::kCurrency;
  if (!currency) {
    const std::size_t behind = skip_spaces(money.position);
    const auto of = language_.of.longest(text_, behind);
    const auto unit = unit_at(of ? skip_spaces(of.position) : behind);
    currency = unit && unit_of(unit->second).dimension == Dimension::kCurrency;
  }
  if (currency) apply(scale, money.position);
}

bool QuantityReader::read_unit() {
  if (quantity_.unit != kNoUnit) return true;  // a currency before the number
  const bool letter_follows = word_char_at(text_, end_);
  std::size_t pos = letter_follows ? end_ : behind_gap(end_);
  auto found = unit_at(pos);
  if (!found && quantity_.scale != 1) {
    if (const auto of = language_.of.longest(text_, pos)) found = unit_at(pos = skip_spaces(of.position));
  }
  if (!found) return false;
  quantity_.unit = found->second;
  quantity_.unit_span = {static_cast<std::uint32_t>(pos), static_cast<std::uint32_t>(found->first)};
  end_ = found->first;
  read_compound();
  // "Quatre ans et demi"
  if (const auto half = language_.half_after.longest(text_, skip_spaces(end_));
      half && quantity_.step == 1 && quantity_.scale == 1) {
    quantity_.value += 0.5;
    quantity_.step = 0.5;
    end_ = half.position;
  }
  return true;
}

bool QuantityReader::same_case(std::size_t begin, std::size_t end, std::string_view symbol) const {
  std::size_t i = 0;
  for (std::size_t pos = begin; pos < end; ++pos) {
    const char c = text_[pos];
    if ((c | 0x20) < 'a' || (c | 0x20) > 'z') continue;
    while (i < symbol.size() && ((symbol[i] | 0x20) < 'a' || (symbol[i] | 0x20) > 'z')) ++i;
    if (i == symbol.size() || symbol[i++] != c) return false;
  }
  return true;
}

std::optional<std::pair<std::size_t, UnitId>> QuantityReader::unit_at(std::size_t pos) const {
  std::optional<std::pair<std::size_t, UnitId>> best;
  language_.units.walk(text_, pos, [&](std::size_t end, std::uint32_t index) {
    const UnitName& name = language_.unit_names[index];
    if (name.exact && !same_case(pos, end, name.text)) return;
    // "10 000 l'année précédente" are no litres.
    const std::string_view behind = text_.substr(end);
    if (end == pos + 1 && (behind.starts_with('\'') || behind.starts_with("’"))) {
      const std::size_t next = end + (behind.front() == '\'' ? 1 : std::string_view("’").size());
      if (word_char_at(text_, next)) return;
    }
    // At the same length a name of the language goes before a symbol.
    if (best && best->first == end && name.exact) return;
    best = {end, name.unit};
  });
  return best;
}

// "6 ft 2 in", "9 stone 4 lb", "2 Stunden 30 Minuten": one quantity.
void QuantityReader::read_compound() {
  const Unit& big = unit_of(quantity_.unit);
  if (big.key != "foot" && big.key != "stone" && big.key != "lb" && big.key != "pound" &&
      big.dimension != Dimension::kTime) {
    return;
  }
  const std::size_t pos = skip_spaces(end_);
  if (pos >= text_.size() || text_[pos] < '0' || text_[pos] > '9') return;
  const Digits digits = read_digits(text_, pos, language_);
  if (digits.kind != DigitsKind::kNumber) return;
  const std::size_t behind = behind_gap(digits.numeral.end);
  auto small = unit_at(behind);
  if (!small && big.key == "foot" && text_.substr(behind, 2) == "in" && !word_char_at(text_, behind + 2)) {
    small = {behind + 2, find_unit("inch")};
  }
  if (!small) return;
  const Unit& unit = unit_of(small->second);
  if (unit.dimension != big.dimension || unit.system != big.system || unit.factors[0] >= big.factors[0]) return;
  const double ratio = unit.factors[0] / big.factors[0];
  if (digits.numeral.value * ratio >= 1) return;
  quantity_.value += digits.numeral.value * ratio;
  quantity_.step = digits.numeral.step * ratio;
  quantity_.unit_span.end = static_cast<std::uint32_t>(small->first);
  end_ = small->first;
}

void QuantityReader::read_currency_before() {
  const std::size_t pos = skip_spaces_back(begin_);
  UnitId unit = kNoUnit;
  std::size_t begin = 0;
  language_.currency_before.walk(text_, pos, [&](std::size_t start, std::uint32_t index) {
    const UnitName& name = language_.unit_names[index];
    if (!same_case(start, pos, name.text)) return;
    unit = name.unit;
    begin = start;
  });
  if (unit == kNoUnit || (previous_ != nullptr && begin < previous_->span.end)) return;
  // "5 € 10 Stück": the symbol belongs to the number before it.
  const std::size_t before = skip_spaces_back(begin);
  if (previous_ != nullptr && previous_->unit == kNoUnit && before == previous_->span.end) return;
  quantity_.unit = unit;
  quantity_.unit_span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos)};
  begin_ = begin;
  if (begin > 0) {
    const CodePoint c = decode_before(text_, begin);
    if ((c.value == '-' || c.value == 0x2212) &&
        (begin == c.length || is_space(decode_before(text_, begin - c.length).value))) {
      quantity_.value = -quantity_.value;
      begin_ -= c.length;
    }
  }
}

bool QuantityReader::finish() {
  quantity_.span = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)};
  read_hedges();
  read_rate();
  read_noun();
  return true;
}

}  // namespace stet
