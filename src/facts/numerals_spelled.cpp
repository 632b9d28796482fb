#include <algorithm>
#include <cmath>

#include "facts/numerals.h"
#include "text/unicode.h"

namespace stet {
namespace {

// What has been read of a number: finished thousands and millions, and the group below a thousand.
struct Sum {
  double total = 0;
  double group = 0;
  double limit = 1e15;  // the next thousand word must be smaller
  bool group_empty = true;
  bool article = false;  // began with an article; only "a hundred" may follow

  [[nodiscard]] double value() const { return total + group; }
};

enum class Link : std::uint8_t { kDirect, kInside, kTens, kHundreds };

// Whether the word may follow, and if so the new sum. The grammar is that of all European number words: ones
// behind tens, tens behind hundreds, a thousand multiplies what stands before it; some put ones before tens.
bool add(Sum& sum, double v, Link link, const NumberLanguage& language) {
  if (v != std::floor(v)) {  // anderthalb
    if (!sum.group_empty || sum.total > 0) return false;
    sum.group = v;
    sum.group_empty = false;
    sum.limit = 0;
    return true;
  }
  if (sum.limit == 0) return false;
  const double below = std::fmod(sum.group, 100);
  if (v >= 1000) {
    if (v >= sum.limit || link != Link::kDirect) return false;
    sum.total += (sum.group_empty ? 1 : sum.group) * v;
    sum.group = 0;
    sum.group_empty = true;
    sum.limit = v;
    return true;
  }
  if (v == 100) {
    // "mil e cem"
    if (link != Link::kDirect && (!sum.group_empty || language.join_hundreds.empty())) return false;
    if (sum.group_empty) {
      sum.group = 100;
    } else if (sum.group >= 1 && sum.group < 100) {
      sum.group *= 100;
    } else {
      return false;
    }
    sum.group_empty = false;
    return true;
  }
  if (v > 100) {
    if (!sum.group_empty) return false;
    sum.group = v;
    sum.group_empty = false;
    return true;
  }
  if (v == 0) {
    if (!sum.group_empty || sum.total > 0) return false;
    sum.group_empty = false;
    sum.limit = 0;
    return true;
  }
  if (link == Link::kInside) {  // drei-und-zwanzig
    if (!language.inverted || below < 1 || below > 9 || v < 20) return false;
    sum.group += v;
    return true;
  }
  if (below == 0) {
    if (link == Link::kTens && language.join_hundreds.empty()) return false;
    sum.group += v;
    sum.group_empty = false;
    return true;
  }
  const bool tens = below >= 20 && std::fmod(below, 10) == 0;
  if (v < 10 && tens && link != Link::kHundreds && !language.inverted) {
    sum.group += v;
    return true;
  }
  if (language.vigesimal && (below == 60 || below == 80) && v >= 10 && v < 20) {
    sum.group += v;
    return true;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, const NumberLanguage& language) : text_(text), language_(language) {}

  std::optional<Numeral> run(std::size_t pos) {
    atoms(pos, Sum{}, Link::kDirect, true, 0);
    if (best_.end == 0) return std::nullopt;
    best_.spelled = true;
    return best_;
  }

 private:
  // Tries every word at `pos`. Keeps the reading that reaches furthest.
  void atoms(std::size_t pos, Sum sum, Link link, bool initial, int depth) {
    if (depth > 16) return;
    language_.cardinals.walk(text_, pos, [&](std::size_t end, std::uint32_t index) {
      const NumberLanguage::Atom& atom = language_.atoms[index];
      if (initial ? !atom.initial : atom.article) return;
      Sum next = sum;
      next.article = initial && atom.article;
      if (!add(next, atom.value, link, language_)) return;
      if (atom.final && (!word_char_at(text_, end) || time_follows(end)) &&
          !(link != Link::kDirect && hundred_follows(end)))
        keep(end, next);
      if (!next.article) go_on(end, next, depth);
    });
  }

  void go_on(std::size_t pos, const Sum& sum, int depth) {
    if (pos >= text_.size()) return;
    const bool whole_hundreds = sum.group_empty || std::fmod(sum.group, 100) == 0;
    if (language_.compound && word_char_at(text_, pos)) {
      atoms(pos, sum, Link::kDirect, false, depth + 1);
      language_.join_inside.walk(
          text_, pos, [&](std::size_t end, std::uint32_t) { atoms(end, sum, Link::kInside, false, depth + 1); });
      if (whole_hundreds) {
        language_.join_hundreds_inside.walk(
            text_, pos, [&](std::size_t end, std::uint32_t) { atoms(end, sum, Link::kHundreds, false, depth + 1); });
      }
      return;
    }
    if (word_char_at(text_, pos)) return;
    const CodePoint c = decode_at(text_, pos);
    const std::size_t behind = pos + c.length;
    if (language_.hyphen && (c.value == '-' || c.value == 0x2010 || c.value == 0x2011)) {
      atoms(behind, sum, Link::kDirect, false, depth + 1);
    } else if (language_.spaced && c.value != '\n' && is_space(c.value)) {
      atoms(behind, sum, Link::kDirect, false, depth + 1);
      language_.join_tens.walk(text_, behind, [&](std::size_t end, std::uint32_t) {
        if (end < text_.size() && is_space(decode_at(text_, end).value)) {
          atoms(end + decode_at(text_, end).length, sum, Link::kTens, false, depth + 1);
        }
      });
      if (!whole_hundreds) return;
      language_.join_hundreds.walk(text_, behind, [&](std::size_t end, std::uint32_t) {
        if (end < text_.size() && is_space(decode_at(text_, end).value)) {
          atoms(end + decode_at(text_, end).length, sum, Link::kHundreds, false, depth + 1);
        }
      });
    }
  }

  // "dreiwöchig", "zweitägige"
  [[nodiscard]] bool time_follows(std::size_t pos) const {
    if (!language_.compound) return false;
    const auto unit = language_.units.longest(text_, pos);
    return unit && unit_of(language_.unit_names[unit.payload].unit).dimension == Dimension::kTime;
  }

  // "between one hundred and two hundred": "and two" is not the end of the first number.
  [[nodiscard]] bool hundred_follows(std::size_t pos) const {
    if (pos >= text_.size() || !is_space(decode_at(text_, pos).value)) return false;
    bool follows = false;
    language_.cardinals.walk(text_, pos + decode_at(text_, pos).length, [&](std::size_t end, std::uint32_t index) {
      follows = follows || (language_.atoms[index].value >= 100 && !word_char_at(text_, end));
    });
    return follows;
  }

  void keep(std::size_t end, const Sum& sum) {
    if (end <= best_.end) return;
    best_.end = end;
    best_.value = sum.value();
    best_.article = sum.article;
    best_.step = best_.value == std::floor(best_.value) ? 1 : 0.5;
  }

  std::string_view text_;
  const NumberLanguage& language_;
  Numeral best_;
};

}  // namespace

std::optional<Numeral> read_spelled(std::string_view text, std::size_t pos, const NumberLanguage& language) {
  return Reader(text, language).run(pos);
}

}  // namespace stet
