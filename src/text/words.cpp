#include "text/words.h"

#include <algorithm>
#include <array>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint64_t kMul = 0x9E3779B97F4A7C15ULL;

// The hash goes over the folded UTF-8 in chunks of 16 bytes, so that an ASCII word, lower-cased by one OR per
// chunk, and a word folded character by character come to the same.
std::uint64_t mix(std::uint64_t h, std::uint64_t lo, std::uint64_t hi) {
  h = (h ^ lo) * kMul;
  h ^= h >> 29U;
  h = (h ^ hi) * kMul;
  return h ^ (h >> 32U);
}

std::uint32_t finish(std::uint64_t h, std::size_t length) {
  h = (h ^ length) * kMul;
  return static_cast<std::uint32_t>(h >> 32U);
}

std::uint32_t hash_folded(std::string_view folded) {
  std::uint64_t h = 0;
  const std::size_t length = folded.size();
  for (std::size_t i = 0; i < length; i += 16) {
    std::uint64_t lanes[2] = {0, 0};
    std::memcpy(lanes, folded.data() + i, std::min<std::size_t>(16, length - i));
    h = mix(h, lanes[0], lanes[1]);
  }
  return finish(h, length);
}

enum Byte : std::uint8_t { kSeparator, kAlnum, kHigh };

constexpr std::array<Byte, 256> make_bytes() {
  std::array<Byte, 256> bytes{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    bytes[c] = c >= 128 ? kHigh : alnum ? kAlnum : kSeparator;
  }
  return bytes;
}
constexpr std::array<Byte, 256> kBytes = make_bytes();

bool is_digit_byte(unsigned char c) { return c >= '0' && c <= '9'; }

// The number of leading ASCII letters and digits in 16 bytes, and whether a digit is among them.
struct Prefix {
  unsigned length;
  bool digit;
};
#if defined(__SSE2__)
Prefix alnum_prefix(const char* p) {
  const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  const __m128i lower = _mm_or_si128(v, _mm_set1_epi8(0x20));
  // Signed comparisons: bytes beyond ASCII are negative and so below 'a' and '0'.
  const __m128i letter =
      _mm_and_si128(_mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
  const __m128i digit =
      _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(v, _mm_set1_epi8('9' + 1)));
  const auto mask = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(letter, digit)));
  const auto length = static_cast<unsigned>(__builtin_ctz(~mask));
  return {length, (static_cast<unsigned>(_mm_movemask_epi8(digit)) & ((1U << length) - 1)) != 0};
}
#else
Prefix alnum_prefix(const char* p) {
  Prefix prefix{0, false};
  for (; prefix.length < 16 && kBytes[static_cast<unsigned char>(p[prefix.length])] == kAlnum; ++prefix.length) {
    prefix.digit = prefix.digit || is_digit_byte(static_cast<unsigned char>(p[prefix.length]));
  }
  return prefix;
}
#endif

constexpr std::uint64_t kLower = 0x2020202020202020ULL;

// kMasks + 16 - n: the first n of 16 bytes set, without a branch on n.
alignas(32) constexpr auto kMasks = [] {
  std::array<std::uint8_t, 32> masks{};
  for (std::size_t i = 0; i < 16; ++i) masks[i] = 0xFF;
  return masks;
}();

// The first n of 16 bytes in lower case, the others zero.
struct Lanes {
  std::uint64_t lo;
  std::uint64_t hi;
};
Lanes lower_lanes(const char* p, unsigned n) {
  std::uint64_t text[2];
  std::uint64_t mask[2];
  std::memcpy(text, p, 16);
  std::memcpy(mask, kMasks.data() + 16 - n, 16);
  return {(text[0] | kLower) & mask[0], (text[1] | kLower) & mask[1]};
}

// The common alphabets beyond ASCII: what a character is and its folding in UTF-8, in eight bytes.
constexpr std::uint8_t kTooLong = 0xFF;
struct Folded {
  CharClass cls = CharClass::kOther;
  bool digit = false;
  std::uint8_t size = 0;
  char bytes[5] = {};
};
constexpr char32_t kFoldedEnd = 0x530;

const Folded* folded_table() {
  static const auto table = [] {
    std::array<Folded, kFoldedEnd> made;
    for (char32_t c = 0; c < kFoldedEnd; ++c) {
      std::string bytes;
      const Folding folding = fold_char(c);
      for (unsigned i = 0; i < folding.size; ++i) append_utf8(bytes, folding.to[i]);
      made[c].cls = char_class(c);
      made[c].digit = is_digit(c);
      // Longer foldings (three marks on one letter) go the slow way.
      made[c].size = bytes.size() <= sizeof made[c].bytes ? static_cast<std::uint8_t>(bytes.size()) : kTooLong;
      if (made[c].size != kTooLong) std::memcpy(made[c].bytes, bytes.data(), bytes.size());
    }
    return made;
  }();
  return table.data();
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<Word>& out) : text_(text), out_(out) {}

  CharSet run() {
    std::size_t pos = 0;
    const std::size_t size = text_.size();
    while (pos < size) {
      const auto c = static_cast<unsigned char>(text_[pos]);
      switch (kBytes[c]) {
        case kSeparator:
          others_.add(c);
          ++pos;
          break;
        case kAlnum:
          pos = ascii_word(pos);
          break;
        case kHigh:
          pos = high(pos);
          break;
      }
    }
    return others_;
  }

 private:
  // An ASCII word, until a character beyond ASCII says otherwise.
  std::size_t ascii_word(std::size_t begin) {
    std::uint64_t h = 0;
    std::size_t pos = begin;
    bool has_digit = false;
    while (true) {
      char padded[16];
      const char* chunk = text_.data() + pos;
      if (text_.size() - pos < 16) {
        std::memset(padded, 0, sizeof padded);
        std::memcpy(padded, chunk, text_.size() - pos);
        chunk = padded;
      }
      const auto [n, digit] = alnum_prefix(chunk);
      has_digit = has_digit || digit;
      if (n < 16 || text_.size() - pos == 16) {
        pos += n;
        if (pos < text_.size() && kBytes[static_cast<unsigned char>(text_[pos])] == kHigh) return folded_word(begin);
        if (n > 0) {
          const Lanes lanes = lower_lanes(chunk, n);
          h = mix(h, lanes.lo, lanes.hi);
        }
        break;
      }
      const Lanes lanes = lower_lanes(chunk, 16);
      h = mix(h, lanes.lo, lanes.hi);
      pos += 16;
    }
    if (has_digit) add_digits(begin, pos);
    push(begin, pos, finish(h, pos - begin));
    return pos;
  }

  void add_digits(std::size_t begin, std::size_t end) {
    others_.add(CharSet::kDigit);
    const std::string_view word = text_.substr(begin, end - begin);
    if (!std::all_of(word.begin(), word.end(), [](char c) { return is_digit_byte(static_cast<unsigned char>(c)); })) {
      others_.add(CharSet::kMixedWord);
    }
  }

  std::size_t high(std::size_t pos) {
    const CodePoint c = decode_at(text_, pos);
    const CharClass cls = c.value < kFoldedEnd ? table_[c.value].cls : char_class(c.value);
    if (cls == CharClass::kWord) return folded_word(pos);
    if (cls == CharClass::kOther) {
      others_.add(CharSet::bucket(c.value));
      if (CharSet::is_symbol(c.value)) others_.add(CharSet::kSymbol);
    }
    return pos + c.length;
  }

  std::size_t folded_word(std::size_t begin) {
    folded_.clear();
    std::size_t pos = begin;
    std::size_t end = begin;
    bool has_digit = false;
    while (pos < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[pos]);
      if (byte < 128) {
        if (kBytes[byte] != kAlnum) break;
        has_digit = has_digit || is_digit_byte(byte);
        folded_.push_back(static_cast<char>(byte | 0x20U));
        end = ++pos;
        continue;
      }
      const CodePoint c = decode_at(text_, pos);
      const CharClass cls = c.value < kFoldedEnd ? table_[c.value].cls : char_class(c.value);
      if (cls != CharClass::kWord && cls != CharClass::kInvisible) break;
      pos += c.length;
      if (cls == CharClass::kInvisible) continue;
      end = pos;
      append_folded(c.value);
    }
    if (has_digit) add_digits(begin, end);
    push(begin, end, hash_folded({folded_.data(), folded_.size()}));
    return pos;
  }

  void append_folded(char32_t c) {
    if (c < kFoldedEnd && table_[c].size != kTooLong) {
      if (table_[c].digit) others_.add(CharSet::kDigit);
      folded_.append(table_[c].bytes, table_[c].size);
      return;
    }
    if (is_digit(c)) others_.add(CharSet::kDigit);
    const Folding folding = fold_char(c);
    for (unsigned i = 0; i < folding.size; ++i) append_utf8(folded_, folding.to[i]);
  }

  void push(std::size_t begin, std::size_t end, std::uint32_t hash) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), hash});
  }

  std::string_view text_;
  std::vector<Word>& out_;
  const Folded* table_ = folded_table();
  std::string folded_;
  CharSet others_;
};

}  // namespace

CharSet cut_words(std::string_view text, std::vector<Word>& out) { return Cutter(text, out).run(); }

std::uint32_t hash_word(std::string_view word) { return hash_folded(fold(word)); }

std::string fold(std::string_view text) {
  std::string out(text);
  std::size_t pos = 0;
  for (; pos < text.size(); ++pos) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte >= 128) break;
    out[pos] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte);
  }
  if (pos == text.size()) return out;
  const Folded* const table = folded_table();
  out.resize(pos);
  while (pos < text.size()) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (c.value < kFoldedEnd && table[c.value].size != kTooLong) {
      out.append(table[c.value].bytes, table[c.value].size);
      continue;
    }
    const Folding folding = fold_char(c.value);
    for (unsigned i = 0; i < folding.size; ++i) append_utf8(out, folding.to[i]);
  }
  return out;
}

}  // namespace stet
