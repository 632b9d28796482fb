#include "facts/date_tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kMostValue = 999'999'999;

// One character for what readers take for the same mark.
char32_t plain_mark(char32_t c) {
  switch (c) {
    case U'\u2019':
    case U'\u02BC':
    case U'\u2018':
    case U'\u02B9':
    case U'\u05F3':
      return U'\'';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
      return U'-';
    case U'\u2014':
    case U'\u2212':
      return U'\u2013';
    case U'\uFF08':
      return U'(';
    case U'\uFF09':
      return U')';
    case U'\uFF1A':
      return U':';
    case U'\uFF0F':
      return U'/';
    case U'\uFF0E':
    case U'\u2024':
      return U'.';
    case U'\u060C':  // the commas of Arabic, Ethiopic, Burmese, Chinese, Vai …
    case U'\u1363':
    case U'\u104A':
    case U'\u3001':
    case U'\uFF0C':
    case U'\u2E41':
    case U'\u2E32':
    case U'\u07F8':
      return U',';
    default:
      return c;
  }
}

bool is_invisible(char32_t c) { return char_class(c) == CharClass::kInvisible || (c >= 0x200B && c <= 0x200F); }

}  // namespace

int digit_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(static_cast<UChar32>(c));
}

void cut_tokens(std::string_view text, std::uint32_t begin, std::uint32_t end, Tokens& out) {
  std::uint32_t pos = begin;
  bool space = false;
  const auto push = [&](TokenKind kind, std::uint32_t to, std::uint32_t value, std::size_t digits = 0) {
    out.push_back({.kind = kind,
                   .space_before = space,
                   .digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255)),
                   .begin = pos,
                   .end = to,
                   .value = value});
    space = false;
    pos = to;
  };
  while (pos < end) {
    const CodePoint c = decode_at(text, pos);
    if (digit_value(c.value) >= 0) {
      std::uint64_t value = 0;
      std::size_t digits = 0;
      std::uint32_t to = pos;
      while (to < end) {
        const CodePoint d = decode_at(text, to);
        const int digit = digit_value(d.value);
        if (digit < 0) break;
        value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(digit), kMostValue);
        ++digits;
        to += d.length;
      }
      push(TokenKind::kNumber, to, static_cast<std::uint32_t>(value), digits);
    } else if (is_word_char(c.value)) {
      std::uint32_t to = pos + c.length;
      if (!is_unspaced(c.value)) {
        while (to < end) {
          const CodePoint d = decode_at(text, to);
          if (!(is_word_char(d.value) || is_invisible(d.value)) || is_unspaced(d.value)) break;
          to += d.length;
        }
      }
      push(TokenKind::kWord, to, hash_word(text.substr(pos, to - pos)));
    } else if (is_space(c.value)) {
      space = true;
      pos += c.length;
    } else if (is_invisible(c.value)) {
      pos += c.length;
    } else {
      push(TokenKind::kMark, pos + c.length, static_cast<std::uint32_t>(plain_mark(c.value)));
    }
  }
}

std::size_t tokens_around(std::string_view text, std::span<const Word> words, std::size_t center, std::size_t reach,
                          Tokens& out) {
  out.clear();
  std::size_t first = center;
  std::uint32_t begin = 0;
  for (std::size_t steps = 0;; ++steps) {
    const std::uint32_t gap = first == 0 ? 0 : words[first - 1].end;
    const std::size_t line = text.substr(gap, words[first].begin - gap).rfind('\n');
    if (line != std::string_view::npos) {
      begin = gap + static_cast<std::uint32_t>(line) + 1;
      break;
    }
    begin = gap;
    if (first == 0 || steps == reach) break;
    --first;
  }
  std::size_t target = 0;
  std::size_t last = first;
  std::uint32_t end = begin;
  for (;; ++last) {
    const Word& word = words[last];
    if (end < word.begin) cut_tokens(text, end, word.begin, out);
    // The space before the word was cut with the gap; carry it over.
    const bool space = word.begin > 0 && word.begin > begin && is_space(decode_before(text, word.begin).value);
    if (last == center) target = out.size();
    const std::size_t at = out.size();
    const auto lead = static_cast<unsigned char>(text[word.begin]);
    const bool plain = (lead < 0x80 && (lead < '0' || lead > '9')) || (lead >= 0xC3 && lead < 0xD8);
    if (plain) {
      out.push_back(
          {.kind = TokenKind::kWord, .space_before = space, .begin = word.begin, .end = word.end, .value = word.hash});
    } else {
      cut_tokens(text, word.begin, word.end, out);
      if (at < out.size()) out[at].space_before = space;
    }
    end = word.end;
    const std::uint32_t next =
        last + 1 < words.size() ? words[last + 1].begin : static_cast<std::uint32_t>(text.size());
    const std::size_t line = text.substr(end, next - end).find('\n');
    if (line != std::string_view::npos || last + 1 >= words.size() || last >= center + reach) {
      const std::uint32_t stop = line != std::string_view::npos ? end + static_cast<std::uint32_t>(line) : next;
      cut_tokens(text, end, stop, out);
      break;
    }
  }
  return target;
}

}  // namespace stet
