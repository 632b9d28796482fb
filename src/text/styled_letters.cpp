#include "text/styled_letters.h"

#include <algorithm>
#include <optional>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

enum class Style : std::uint8_t { kNone, kAscii, kMathematics, kFullWidth, kCherokee, kRoman };

struct Styled {
  Style style = Style::kNone;
  char letter = 0;
};

constexpr char32_t kMathematics = 0x1D400;
constexpr char32_t kEndOfAlphabets = 0x1D6A4;  // Greek ones follow
constexpr std::size_t kLeastLetters = 4;

// The letter of `plain` at the place that c has in `letters`; 0 when it is not there.
char letter_at(char32_t c, std::u32string_view letters, std::string_view plain) {
  const std::size_t at = letters.find(c);
  return at == std::u32string_view::npos ? '\0' : plain[at];
}

Styled styled(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {Style::kAscii, static_cast<char>(c)};
  if (c < 0x13A0) return {};
  if (c >= kMathematics && c < kEndOfAlphabets) {
    const auto i = static_cast<unsigned>((c - kMathematics) % 52);
    return {Style::kMathematics, static_cast<char>(i < 26 ? 'A' + i : 'a' + i - 26)};
  }
  if (c >= 0xFF21 && c <= 0xFF3A) return {Style::kFullWidth, static_cast<char>('A' + (c - 0xFF21))};
  if (c >= 0xFF41 && c <= 0xFF5A) return {Style::kFullWidth, static_cast<char>('a' + (c - 0xFF41))};
  // Letters of mathematics that Unicode had before.
  if (const char letter = letter_at(c, U"ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ", "CgHHHhIILlNPQRRRZZBCeEFMo"); letter != 0) {
    return {Style::kMathematics, letter};
  }
  // Lookalikes by Unicode Technical Standard 39.
  if (const char letter = letter_at(c, U"ᎠᎡᎢᎪᎫᎬᎳᎷᎻᏀᏃᏒᏔᏚᏞᏟᏢᏦᏩᏴ", "DRTAJEWMHGZRWSLCPKGB"); letter != 0) {
    return {Style::kCherokee, letter};
  }
  if (const char letter = letter_at(c, U"ⅰⅴⅹⅼⅽⅾⅿ", "ivxlcdm"); letter != 0) return {Style::kRoman, letter};
  return {};
}

bool is_wide(char32_t c) { return (c >= 0x2E80 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00); }

bool has_wide_character(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    if (is_wide(c.value)) return true;
    pos += c.length;
  }
  return false;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<StyledWord> run() {
    for (std::size_t pos = 0; pos < text_.size();) {
      const CodePoint c = decode_at(text_, pos);
      if (styled(c.value).style == Style::kNone || word_char_before(text_, pos)) {
        pos += c.length;
        continue;
      }
      pos = take_word(pos);
    }
    std::erase_if(found_, [](const StyledWord& word) { return !word.mixed && !is_phrase(word.plain); });
    return std::move(found_);
  }

 private:
  // Formulas have single letters, and names of functions alone: "𝑥𝑦", "𝑠𝑖𝑛 𝑥".
  static bool is_phrase(std::string_view plain) {
    std::size_t words = 0;
    std::size_t letters = 0;
    std::size_t longest = 0;
    for (std::size_t pos = 0; pos < plain.size();) {
      const std::size_t end = std::min(plain.find(' ', pos), plain.size());
      letters += end - pos;
      longest = std::max(longest, end - pos);
      words += end - pos > 1;
      pos = end + 1;
    }
    return longest >= kLeastLetters || (words >= 2 && longest + 1 >= kLeastLetters && letters > kLeastLetters);
  }

  // The word that begins here, and where it ends.
  std::size_t take_word(std::size_t begin) {
    StyledWord word;
    Style style = Style::kNone;
    std::size_t ascii = 0;
    std::size_t others = 0;
    std::size_t pos = begin;
    while (pos < text_.size()) {
      const CodePoint c = decode_at(text_, pos);
      const Styled letter = styled(c.value);
      if (letter.style == Style::kNone) break;
      if (letter.style == Style::kAscii) {
        ++ascii;
      } else {
        style = letter.style;
        ++others;
      }
      word.plain += letter.letter;
      pos += c.length;
    }
    if (others == 0 || word_char_at(text_, pos)) return pos;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos)};
    word.mixed = ascii > 0;
    // A phrase in one style is one finding.
    const bool joins = !found_.empty() && !word.mixed && !found_.back().mixed && style == style_ &&
                       found_.back().span.end + 1 == begin && text_[begin - 1] == ' ';
    if (joins) {
      found_.back().span.end = word.span.end;
      found_.back().plain += ' ' + word.plain;
    } else if (is_disguised(style, ascii, others)) {
      style_ = style;
      found_.push_back(std::move(word));
    }
    return pos;
  }

  // "𝑓(x)" and "2ⅹ" are none.
  bool is_disguised(Style style, std::size_t ascii, std::size_t others) {
    switch (style) {
      case Style::kMathematics:
        return ascii == 0 || ascii + others >= kLeastLetters;
      case Style::kFullWidth:
        if (!wide_) wide_ = has_wide_character(text_) ? 1 : 0;
        return *wide_ == 0 || ascii >= 2;
      case Style::kCherokee:
      case Style::kRoman:
        return ascii >= 2 && ascii > others;
      default:
        return false;
    }
  }

  std::string_view text_;
  std::vector<StyledWord> found_;
  Style style_ = Style::kNone;  // of the last one found
  std::optional<int> wide_;
};

}  // namespace

std::vector<StyledWord> styled_words(std::string_view text) { return Finder(text).run(); }

bool may_be_styled(std::string_view text) {
  for (std::size_t pos = 0; pos + 2 < text.size(); ++pos) {
    const auto c = static_cast<unsigned char>(text[pos]);
    if (c < 0xE1) continue;
    const auto next = static_cast<unsigned char>(text[pos + 1]);
    if (c == 0xF0   ? next == 0x9D
        : c == 0xEF ? next == 0xBC || next == 0xBD
        : c == 0xE1 ? next == 0x8E || next == 0x8F
                    : c == 0xE2 && next == 0x85) {
      return true;
    }
  }
  return false;
}

}  // namespace stet
