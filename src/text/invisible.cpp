#include "text/invisible.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/unicode.h"
#include "text/utf8.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace stet {
namespace {

// Bytes that begin an invisible character, or may.
constexpr std::array<bool, 256> make_leads() {
  std::array<bool, 256> leads{};
  for (unsigned c = 0; c < 0x20; ++c) leads[c] = c != '\t' && c != '\n' && c != '\r';
  for (const unsigned c : {0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF3}) leads[c] = true;
  return leads;
}
constexpr std::array<bool, 256> kLeads = make_leads();

// Among the frequent leads, whether the bytes behind can make an invisible character.
bool may_begin(std::string_view text, std::size_t pos) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[pos + i]); };
  switch (byte(0)) {
    case 0xC2:
      return byte(1) < 0xA0 || byte(1) == 0xAD;
    case 0xE2:
      return (byte(1) == 0x80 && ((byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xA8 && byte(2) <= 0xAE))) ||
             (byte(1) == 0x81 && byte(2) >= 0xA0 && byte(2) <= 0xAF) || (byte(1) == 0xA0 && byte(2) == 0x80);
    case 0xCD:
      return byte(1) == 0x8F;
    default:
      return true;
  }
}

std::size_t next_suspect(std::string_view text, std::size_t pos) {
  const char* const data = text.data();
#if defined(__SSE2__)
  while (pos + 16 <= text.size()) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + pos));
    // As signed numbers, bytes beyond ASCII are negative: one comparison finds them and the controls.
    auto marked = static_cast<unsigned>(_mm_movemask_epi8(
        _mm_or_si128(_mm_cmplt_epi8(here, _mm_set1_epi8(0x20)), _mm_cmpeq_epi8(here, _mm_set1_epi8(0x7F)))));
    for (; marked != 0; marked &= marked - 1) {
      const std::size_t at = pos + static_cast<unsigned>(__builtin_ctz(marked));
      if (kLeads[static_cast<unsigned char>(data[at])] && may_begin(text, at)) return at;
    }
    pos += 16;
  }
#endif
  for (; pos < text.size(); ++pos) {
    if (kLeads[static_cast<unsigned char>(data[pos])] && may_begin(text, pos)) return pos;
  }
  return pos;
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_right_to_left(char32_t c) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool has_property(char32_t c, UProperty property) {
  return c != 0 && u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

// Alphabets in whose words nothing invisible has a place.
bool is_plain_letter(char32_t c) {
  if (!is_letter(c)) return false;
  const UScriptCode script = script_of(c);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_ARMENIAN || script == USCRIPT_GEORGIAN;
}

// Letters of scripts that part words, join letters or place marks by invisible characters.
bool is_shaping_letter(char32_t c) {
  if (c == 0 || c < 0x370) return false;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return false;
  const UScriptCode script = script_of(c);
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && !is_plain_letter(c);
}

bool is_variation_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }
bool is_tag(char32_t c) { return c >= 0xE0000 && c <= 0xE007F; }

bool is_filler(char32_t c) {
  return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x180E || (c >= 0x2061 && c <= 0x2065) ||
         (c >= 0x206A && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) || c == 0x17B4 || c == 0x17B5 || c == 0x2800 ||
         c == 0x34F;
}

bool is_braille(char32_t c) { return c >= 0x2800 && c < 0x2900; }

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<InvisibleRun> run() {
    for (std::size_t pos = next_suspect(text_, 0); pos < text_.size(); pos = next_suspect(text_, pos)) {
      const CodePoint c = decode_at(text_, pos);
      const std::optional<Invisible> what = judge(c.value, pos, pos + c.length);
      if (what) add(pos, pos + c.length, *what, c.value);
      pos += c.length;
    }
    judge_directions();
    return std::move(found_);
  }

 private:
  [[nodiscard]] char32_t at(std::size_t pos) const { return pos < text_.size() ? decode_at(text_, pos).value : 0; }
  [[nodiscard]] char32_t before(std::size_t pos) const { return pos > 0 ? decode_before(text_, pos).value : 0; }

  // The nearest characters that are not zero-width themselves; nothing behind a long row of those.
  static constexpr int kMostSteps = 16;
  [[nodiscard]] char32_t visible_before(std::size_t pos) const {
    for (int steps = 0; pos > 0 && steps < kMostSteps; ++steps) {
      const CodePoint c = decode_before(text_, pos);
      if (char_class(c.value) != CharClass::kInvisible && c.value != 0x200B) return c.value;
      pos -= c.length;
    }
    return 0;
  }
  [[nodiscard]] char32_t visible_at(std::size_t pos) const {
    for (int steps = 0; pos < text_.size() && steps < kMostSteps; ++steps) {
      const CodePoint c = decode_at(text_, pos);
      if (char_class(c.value) != CharClass::kInvisible && c.value != 0x200B) return c.value;
      pos += c.length;
    }
    return 0;
  }

  std::optional<Invisible> judge(char32_t c, std::size_t begin, std::size_t end) {
    if (c < 0x20 || c == 0x7F) return Invisible::kControl;
    if (c >= 0x80 && c < 0xA0) return Invisible::kWindowsControl;
    switch (c) {
      case 0xAD: {
        const bool inside = is_letter(visible_before(begin)) && is_letter(visible_at(end));
        return inside ? Invisible::kSoftHyphen : Invisible::kLooseSoftHyphen;
      }
      case 0x200B:
        if (is_shaping_letter(visible_before(begin)) || is_shaping_letter(visible_at(end))) return std::nullopt;
        return Invisible::kZeroWidthSpace;
      case 0x200C:
        return joiner(begin, end, true);
      case 0x200D:
        return joiner(begin, end, false);
      case 0x2060:
        if (!is_plain_letter(visible_before(begin)) || !is_plain_letter(visible_at(end))) return std::nullopt;
        return Invisible::kWordJoiner;
      case 0xFEFF:
        return Invisible::kByteOrderMark;
      case 0x2028:
      case 0x2029:
        return Invisible::kSeparator;
      case 0x200E:
      case 0x200F:
      case 0x061C:
        has_marks_ = true;
        return Invisible::kDirectionMark;
      case 0x202D:
      case 0x202E:
        has_marks_ = true;
        return Invisible::kDirectionOverride;
      default:
        break;
    }
    if ((c >= 0x202A && c <= 0x202C) || (c >= 0x2066 && c <= 0x2069)) {
      has_marks_ = true;
      return Invisible::kDirectionControl;
    }
    if (is_tag(c)) return begin < flag_end_ ? std::nullopt : tag(begin);
    if (is_variation_selector(c)) return selector(c, begin, end);
    if (is_filler(c) && !is_wanted_filler(c, begin, end)) return Invisible::kFiller;
    return std::nullopt;
  }

  // Fillers hold the place of a letter's part in Korean, Khmer and Mongolian; a joiner of marks stands between marks.
  [[nodiscard]] bool is_wanted_filler(char32_t c, std::size_t begin, std::size_t end) const {
    const char32_t left = before(begin);
    const char32_t right = at(end);
    if (c == 0x2800) return is_braille(left) || is_braille(right);
    if (c == 0x34F) return !is_plain_letter(left) || !is_plain_letter(right);
    if (c == 0x3164 || !(script_of(c) == USCRIPT_HANGUL || c == 0x180E || c == 0x17B4 || c == 0x17B5)) return false;
    const auto is_beside = [](char32_t other) { return is_shaping_letter(other) && !is_filler(other); };
    return is_beside(left) || (c != 0x180E && is_beside(right));
  }

  // Between f and another letter a non-joiner keeps a ligature apart: "Auf‌lage".
  [[nodiscard]] std::optional<Invisible> joiner(std::size_t begin, std::size_t end, bool apart) const {
    const char32_t left = before(begin);
    const char32_t right = at(end);
    if (is_shaping_letter(left) || is_shaping_letter(right)) return std::nullopt;
    if (apart && left == 'f' && is_letter(right)) return std::nullopt;
    if (!apart && has_property(right, UCHAR_EMOJI) && right > 0xFF) {
      const bool emoji = has_property(left, UCHAR_EMOJI) || left == 0xFE0F || is_tag(left);
      if (emoji) return std::nullopt;
    }
    return Invisible::kJoiner;
  }

  // The tags of a flag follow a black flag and end with a cancel tag.
  std::optional<Invisible> tag(std::size_t begin) {
    if (before(begin) != 0x1F3F4) return Invisible::kHiddenText;
    std::size_t pos = begin;
    while (is_tag(at(pos)) && at(pos) != 0xE007F) pos += 4;
    constexpr std::size_t kMostTags = 8;
    if (at(pos) != 0xE007F || pos - begin > kMostTags * 4) return Invisible::kHiddenText;
    flag_end_ = pos + 4;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Invisible> selector(char32_t c, std::size_t begin, std::size_t end) const {
    const char32_t left = before(begin);
    if (is_variation_selector(left) || is_variation_selector(at(end))) return Invisible::kHiddenData;
    if (c >= 0xE0100) {
      return has_property(left, UCHAR_IDEOGRAPHIC) ? std::nullopt : std::optional(Invisible::kVariationSelector);
    }
    const bool varies = left != 0 && (has_property(left, UCHAR_EMOJI) || is_shaping_letter(left) ||
                                      (U_GET_GC_MASK(static_cast<UChar32>(left)) & (U_GC_S_MASK | U_GC_P_MASK)) != 0);
    // Digits have variants in key caps and in mathematics only.
    const bool key_cap = left >= '0' && left <= '9' && (c != 0xFE0F || at(end) != 0x20E3) && c != 0xFE00;
    return varies && !key_cap ? std::nullopt : std::optional(Invisible::kVariationSelector);
  }

  void add(std::size_t begin, std::size_t end, Invisible what, char32_t c) {
    if (!found_.empty() && found_.back().span.end == begin && found_.back().what == what &&
        what != Invisible::kWindowsControl) {
      found_.back().span.end = static_cast<std::uint32_t>(end);
      return;
    }
    found_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, what, c});
  }

  // Marks and balanced controls are innocent where letters run from right to left.
  void judge_directions() {
    if (!has_marks_) return;
    bool right_to_left = false;
    bool left_to_right = false;
    for (std::size_t pos = 0; pos < text_.size();) {
      const CodePoint c = decode_at(text_, pos);
      if (is_right_to_left(c.value) && c.value != 0x200F && c.value != 0x61C) right_to_left = true;
      if (u_charDirection(static_cast<UChar32>(c.value)) == U_LEFT_TO_RIGHT && c.value != 0x200E) left_to_right = true;
      pos += c.length;
    }
    const bool balanced = is_balanced();
    std::erase_if(found_, [&](const InvisibleRun& run) {
      if (run.what == Invisible::kDirectionMark) return right_to_left;
      if (run.what == Invisible::kDirectionControl) return right_to_left && balanced;
      // Without letters that it could turn around an override does nothing.
      return run.what == Invisible::kDirectionOverride && right_to_left && balanced && !left_to_right;
    });
    if (balanced) return;
    for (InvisibleRun& run : found_) {
      if (run.what == Invisible::kDirectionControl) run.what = Invisible::kUnbalanced;
    }
  }

  // Whether each embedding and isolate ends in the block, and nothing ends that did not begin.
  [[nodiscard]] bool is_balanced() const {
    std::vector<bool> isolates;
    for (std::size_t pos = 0; pos < text_.size();) {
      const CodePoint c = decode_at(text_, pos);
      pos += c.length;
      const bool embeds = c.value == 0x202A || c.value == 0x202B || c.value == 0x202D || c.value == 0x202E;
      if (embeds || (c.value >= 0x2066 && c.value <= 0x2068)) isolates.push_back(!embeds);
      if (c.value != 0x202C && c.value != 0x2069) continue;
      if (isolates.empty() || isolates.back() != (c.value == 0x2069)) return false;
      isolates.pop_back();
    }
    return isolates.empty();
  }

  std::string_view text_;
  std::vector<InvisibleRun> found_;
  bool has_marks_ = false;
  std::size_t flag_end_ = 0;
};

}  // namespace

std::vector<InvisibleRun> find_invisible(std::string_view text) { return Finder(text).run(); }

}  // namespace stet
