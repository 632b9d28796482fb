// What stands around a number: what makes it no quantity, and what belongs to it.
#include <cmath>

#include "facts/quantity_reader.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool digit_at(std::string_view text, std::size_t pos) {
  return pos < text.size() && text[pos] >= '0' && text[pos] <= '9';
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212; }

// Before a number: what opens something.
bool is_opening(char32_t c) {
  switch (c) {
    case '(':
    case '[':
    case '"':
    case '\'':
    case 0x201E:
    case 0x201C:
    case 0x201A:
    case 0x2018:
    case 0xAB:
    case 0xBB:
    case '~':
    case '<':
    case '>':
      return true;
    default:
      return is_space(c);
  }
}

}  // namespace

QuantityReader::Sign QuantityReader::sign_before(std::size_t pos) {
  begin_ = pos;
  if (pos == 0) return Sign::kPlus;
  const CodePoint c = decode_before(text_, pos);
  const std::size_t before = pos - c.length;
  const char32_t further = before > 0 ? decode_before(text_, before).value : U' ';
  const bool touches_previous = previous_ != nullptr && previous_->span.end == before;
  if (is_dash(c.value)) {
    if (touches_previous) return Sign::kPlus;
    if (!is_opening(further)) return Sign::kInvalid;
    if (c.value == 0x2014) return Sign::kPlus;
    begin_ = before;
    return Sign::kMinus;
  }
  switch (c.value) {
    case '/':
      return touches_previous && previous_->unit != kNoUnit ? Sign::kPlus : Sign::kInvalid;
    case '.':
    case '_':
    case '\\':
    case '@':
    case '^':
    case '&':
    case '*':
    case '%':
    case '?':
      return Sign::kInvalid;
    case ',':
    case ':':
    case '=':
    case '\'':
    case 0x2019:
      return is_digit(further) || (c.value == '=' && is_word_char(further)) ? Sign::kInvalid : Sign::kPlus;
    case '+':  // +49 711 123
      if (digit_at(text_, end_ + 1) && text_[end_] == ' ') return Sign::kInvalid;
      return Sign::kPlus;
    default:
      break;
  }
  const std::size_t back = skip_spaces_back(pos);
  return back < pos && language_.minus.longest(text_, back) ? Sign::kMinus : Sign::kPlus;
}

bool QuantityReader::is_labelled(std::size_t pos) const {
  const auto label = language_.labels.longest(text_, skip_spaces_back(pos));
  return (label && label.payload == 0) ||
         static_cast<bool>(language_.months_before.longest(text_, skip_spaces_back(pos)));
}

bool QuantityReader::is_date_or_time(const Numeral& numeral) const {
  std::size_t pos = numeral.end;
  if (pos < text_.size() && text_[pos] == '.') ++pos;
  pos = skip_spaces(pos);
  if (numeral.value <= 31 && numeral.decimals == 0 && language_.months_after.longest(text_, pos)) return true;
  if (numeral.decimals == 0 && numeral.value <= 60 && (is_hour_of_clock(numeral) || is_minute_of_clock())) return true;
  return numeral.value <= 24.6 && static_cast<bool>(language_.clock.longest(text_, skip_spaces(numeral.end)));
}

bool QuantityReader::is_spelled_hour(const Numeral& numeral) const {
  constexpr double kHours = 12;  // "at sixteen" is an age
  const auto before = language_.labels.longest(text_, skip_spaces_back(begin_));
  if (!before || before.payload == 0 || numeral.decimals != 0 || numeral.value > kHours) return false;
  const std::size_t pos = skip_spaces(numeral.end);
  if (!word_char_at(text_, pos)) return true;
  const auto behind = language_.no_noun.longest(text_, pos);
  // "The vote stood at nine to six"
  return behind && !read_spelled(text_, skip_spaces(behind.position), language_);
}

// "18 h 30", "18h30": digits behind the hour's letter.
bool QuantityReader::is_hour_of_clock(const Numeral& numeral) const {
  const std::size_t letter = skip_spaces(numeral.end);
  if (letter >= text_.size() || (text_[letter] != 'h' && text_[letter] != 'H')) return false;
  const std::size_t minutes = skip_spaces(letter + 1);
  if (!digit_at(text_, minutes) || !digit_at(text_, minutes + 1) || digit_at(text_, minutes + 2)) return false;
  return !unit_at(skip_spaces(minutes + 2));  // "2 h 30 min" is how long something lasts
}

bool QuantityReader::is_minute_of_clock() const {
  const std::size_t letter = skip_spaces_back(begin_);
  if (letter == 0 || (text_[letter - 1] != 'h' && text_[letter - 1] != 'H')) return false;
  const std::size_t hour = skip_spaces_back(letter - 1);
  return hour > 0 && digit_at(text_, hour - 1);
}

bool QuantityReader::is_ordinal(const Numeral& numeral) const {
  if (!language_.dotted_ordinals || numeral.decimals > 0 || numeral.grouped) return false;
  if (numeral.end + 1 >= text_.size() || text_[numeral.end] != '.') return false;
  const CodePoint next = decode_at(text_, numeral.end + 1);
  if (is_dash(next.value) || next.value == '/' || next.value == ',') return true;
  const std::size_t pos = skip_spaces(numeral.end + 1);
  return pos > numeral.end + 1 && word_char_at(text_, pos);
}

// Whether the digits go on in a way that makes no number of them: 17:30, 2019/20, 2020-04-08, 3x4, 555-1234-5.
bool QuantityReader::joins_more_digits(const Numeral& numeral) const {
  const std::size_t pos = numeral.end;
  if (pos >= text_.size()) return false;
  const char c = text_[pos];
  if ((c == ':' || c == '/' || c == '\'' || c == 'x' || c == 'X') && digit_at(text_, pos + 1)) return true;
  const CodePoint joint = decode_at(text_, pos);
  const std::size_t next = pos + joint.length;
  if (!is_dash(joint.value) || !digit_at(text_, next)) return false;
  const Digits second = read_digits(text_, next, language_);
  if (second.kind == DigitsKind::kOther || is_year(second.numeral) || is_year(numeral)) return true;
  const std::size_t end = second.numeral.end;
  if (end >= text_.size()) return false;
  const CodePoint more = decode_at(text_, end);
  return (is_dash(more.value) || more.value == '/' || more.value == ':') && digit_at(text_, end + more.length);
}

bool QuantityReader::is_year(const Numeral& numeral) const {
  return !numeral.spelled && !numeral.grouped && numeral.decimals == 0 && numeral.value >= 1000 && numeral.value < 2200;
}

bool QuantityReader::is_counted(std::size_t pos) const {
  const auto hedge = language_.hedges_before.longest(text_, skip_spaces_back(pos));
  if (!hedge) return false;
  const auto kind = static_cast<Hedge>(hedge.payload);
  return kind == Hedge::kOver || kind == Hedge::kAtLeast;
}

// "1200 Besucher": what may be a year is a count before such a noun; in our time only behind a word that says so.
bool QuantityReader::is_count(const Numeral& numeral) {
  constexpr double kFirst = 1850;
  constexpr double kLast = 2035;
  if (!is_year(numeral)) return false;
  read_noun();
  if (quantity_.noun.empty() || !language_.counted.longest(text_, quantity_.noun.begin)) return false;
  const std::size_t before = skip_spaces_back(begin_);
  if (language_.year_before.longest(text_, before)) return false;
  if (numeral.value < kFirst || numeral.value > kLast) return true;
  // "1870 Zuschauer kamen", "Valbruna – 1870 Zuschauer": nobody begins so with a year that is long gone.
  constexpr double kLately = 1990;
  const bool opens = before == 0 || text_[before - 1] == '.' || text_[before - 1] == ':' || text_[before - 1] == '(' ||
                     is_dash(decode_before(text_, before).value);
  if (opens && numeral.value < kLately) return true;
  return language_.count_before.longest(text_, before) || language_.hedges_before.longest(text_, before);
}

void QuantityReader::read_hedges() {
  std::size_t pos = begin_;
  quantity_.hedge_begin = static_cast<std::uint32_t>(begin_);
  for (int i = 0; i < 4; ++i) {
    pos = skip_spaces_back(pos);
    const auto hedge = language_.hedges_before.longest(text_, pos);
    const auto skip = language_.skip_before.longest(text_, pos);
    if (hedge && (!skip || hedge.position <= skip.position)) {
      const auto kind = static_cast<Hedge>(hedge.payload);
      if (quantity_.hedge == Hedge::kExact || quantity_.hedge == Hedge::kAbout) quantity_.hedge = kind;
      pos = hedge.position;
      quantity_.hedge_begin = static_cast<std::uint32_t>(pos);
    } else if (skip) {
      pos = skip.position;
    } else {
      break;
    }
  }
  const auto after = language_.hedges_after.longest(text_, skip_spaces(end_));
  if (after && quantity_.hedge == Hedge::kExact) quantity_.hedge = static_cast<Hedge>(after.payload);
}

void QuantityReader::read_rate() {
  const std::size_t pos = skip_spaces(end_);
  if (pos < text_.size() && text_[pos] == '/') {
    quantity_.rate = !digit_at(text_, skip_spaces(pos + 1));
    return;
  }
  const auto per = language_.per.longest(text_, pos);
  quantity_.rate = per && per.payload == 0;  // "im Jahr davor" is none
}

void QuantityReader::read_noun() {
  std::size_t pos = end_;
  for (int i = 0; i < 3; ++i) {
    const std::size_t begin = skip_spaces(pos);
    if (begin == pos || begin >= text_.size()) return;
    const CodePoint first = decode_at(text_, begin);
    if (!is_letter(first.value) || language_.no_noun.longest(text_, begin)) return;
    std::size_t end = begin;
    while (end < text_.size() && word_char_at(text_, end)) end += decode_at(text_, end).length;
    if (!language_.capital_nouns || is_upper(first.value)) {
      quantity_.noun = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      return;
    }
    pos = end;  // an adjective
  }
}

}  // namespace stet
