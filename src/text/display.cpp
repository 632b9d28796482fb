#include "text/display.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::uint32_t kTabStop = 4;
constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kEmojiStyle = 0xFE0F;

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

// What belongs to the character before it, without a place of its own.
bool extends(char32_t c) {
  if (c < 0x300) return false;
  const auto type = u_charType(icu(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || c == kJoiner || c == kNonJoiner ||
         (c >= 0x1F3FB && c <= 0x1F3FF) ||  // skin tones
         (c >= 0x1160 && c <= 0x11FF);      // Hangul vowels and final consonants
}

// Invisible or steering: shown by its number.
bool must_be_spelled(char32_t c) {
  if (c < 0x80) return false;
  const auto type = u_charType(icu(c));
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
         type == U_SURROGATE;
}

std::uint32_t width_of(char32_t c) {
  if (c < 0x300) return 1;
  const auto width = u_getIntPropertyValue(icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// "␀" to "␟" and "␡", three bytes each.
std::string_view control_picture(unsigned char c) {
  static constexpr std::string_view kPictures = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡";
  return kPictures.substr((c == 0x7F ? 32U : c) * 3U, 3);
}

}  // namespace

DisplayLine::DisplayLine(std::string_view text) : text_(text) {
  for (std::uint32_t at = 0; at < text_.size();) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte == '\t') {
      const std::uint32_t width = kTabStop - column_ % kTabStop;
      add(at, at + 1, width, std::string_view("    ").substr(0, width));
      ++at;
      continue;
    }
    if (byte < 0x20 || byte == 0x7F) {
      add(at, at + 1, 1, control_picture(byte));
      ++at;
      continue;
    }
    const CodePoint first = decode_at(text_, at);
    if (first.value == kSoftHyphen) {
      add(at, at + first.length, 0, "");
      at += first.length;
      continue;
    }
    if (must_be_spelled(first.value) && first.value != kJoiner && first.value != kNonJoiner) {
      spell_out(at, at + first.length, first.value);
      at += first.length;
      continue;
    }
    std::uint32_t width = extends(first.value) ? 0 : width_of(first.value);
    const std::uint32_t end = cluster_end(at, first.value, width);
    add(at, end, width, text_.substr(at, end - at));
    at = end;
  }
}

std::uint32_t DisplayLine::cluster_end(std::uint32_t begin, char32_t first, std::uint32_t& width) const {
  std::uint32_t at = begin + decode_at(text_, begin).length;
  if (at < text_.size() && static_cast<unsigned char>(text_[at]) < 0x80) return at;
  const bool pictograph = u_hasBinaryProperty(icu(first), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  bool paired = false;
  char32_t previous = first;
  while (at < text_.size()) {
    const CodePoint next = decode_at(text_, at);
    const bool joined =
        previous == kJoiner && pictograph && u_hasBinaryProperty(icu(next.value), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    const bool second_half = is_regional(first) && !paired && is_regional(next.value);
    if (!extends(next.value) && !joined && !second_half && !(pictograph && is_tag(next.value))) break;
    paired = paired || second_half;
    if (next.value == kEmojiStyle && u_hasBinaryProperty(icu(first), UCHAR_EMOJI) != 0) width = 2;
    if (second_half) width = 2;
    previous = next.value;
    at += next.length;
  }
  return at;
}

void DisplayLine::add(std::uint32_t begin, std::uint32_t end, std::uint32_t width, std::string_view shown) {
  cells_.push_back({begin, end, width, shown});
  column_ += width;
}

void DisplayLine::spell_out(std::uint32_t begin, std::uint32_t end, char32_t c) {
  spelled_.push_back(std::make_unique<std::string>(fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c))));
  add(begin, end, static_cast<std::uint32_t>(spelled_.back()->size()), *spelled_.back());
}

std::string displayable(std::string_view text) {
  std::string out;
  const DisplayLine line(text);
  for (const DisplayCell& cell : line.cells()) out += cell.shown;
  return out;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  const DisplayLine line(text);
  for (const DisplayCell& cell : line.cells()) width += cell.width;
  return width;
}

}  // namespace stet
