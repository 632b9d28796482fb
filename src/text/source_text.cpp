#include "text/source_text.h"

#include <algorithm>
#include <limits>

#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 16;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

Error too_large() {
  Error error;
  error.message = "the file is too large: stet reads files of less than 4 GiB";
  return error;
}

}  // namespace

Result<SourceText> SourceText::from_bytes(std::string bytes) {
  if (bytes.size() > kMostBytes) return too_large();
  SourceText text;
  text.bytes_ = std::move(bytes);
  const std::string_view view = text.bytes_;
  if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
    text.skip_ = 2;
    text.encoding_ = view.starts_with("\xFF\xFE") ? Encoding::kUtf16Le : Encoding::kUtf16Be;
    text.decode_utf16(text.encoding_ == Encoding::kUtf16Le);
  } else {
    if (view.starts_with("\xEF\xBB\xBF")) {
      text.skip_ = 3;
      text.encoding_ = Encoding::kUtf8Bom;
    }
    const InvalidUtf8 broken = find_invalid_utf8(view, text.skip_);
    if (broken.begin < view.size()) text.decode_broken_utf8(broken.begin);
  }
  if (text.decoded_.size() > kMostBytes) return too_large();
  return text;
}

// Notes that what is decoded next stands for bytes of this shape, unless the last anchor says so already.
void SourceText::add_unit(std::size_t disk, std::uint8_t source_unit, std::uint8_t disk_unit) {
  if (!anchors_.empty() && anchors_.back().source_unit == source_unit && anchors_.back().disk_unit == disk_unit) return;
  anchors_.push_back(
      {static_cast<std::uint32_t>(decoded_.size()), static_cast<std::uint32_t>(disk), source_unit, disk_unit});
}

void SourceText::decode_broken_utf8(std::size_t first_broken) {
  const std::string_view disk = bytes_;
  decoded_.reserve(disk.size() + 64);
  std::size_t pos = skip_;
  for (InvalidUtf8 broken = find_invalid_utf8(disk, first_broken);
       pos < disk.size() && decoded_.size() <= kMostBytes;) {
    if (broken.begin > pos) {
      add_unit(pos, 1, 1);
      decoded_.append(disk.substr(pos, broken.begin - pos));
      pos = broken.begin;
    }
    if (pos == disk.size()) break;
    add_unit(pos, 3, static_cast<std::uint8_t>(broken.length));
    const auto at = static_cast<std::uint32_t>(decoded_.size());
    broken_.push_back({at, at + 3});
    decoded_.append(kReplacement);
    pos += broken.length;
    broken = find_invalid_utf8(disk, pos);
  }
}

void SourceText::decode_utf16(bool little_endian) {
  const std::string_view disk = bytes_;
  const auto unit_at = [&](std::size_t pos) {
    const auto a = static_cast<unsigned char>(disk[pos]);
    const auto b = static_cast<unsigned char>(disk[pos + 1]);
    return static_cast<char32_t>(little_endian ? a | b << 8 : b | a << 8);
  };
  const auto is_high = [](char32_t c) { return c >= 0xD800 && c < 0xDC00; };
  const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
  decoded_.reserve(disk.size() / 2 + disk.size() / 8);
  std::size_t pos = skip_;
  while (pos < disk.size() && decoded_.size() <= kMostBytes) {
    char32_t c = 0xFFFD;
    std::uint8_t disk_unit = 1;  // an odd byte at the end
    bool broken = true;
    if (pos + 2 <= disk.size()) {
      disk_unit = 2;
      const char32_t unit = unit_at(pos);
      if (!is_high(unit) && !is_low(unit)) {
        c = unit;
        broken = false;
      } else if (is_high(unit) && pos + 4 <= disk.size() && is_low(unit_at(pos + 2))) {
        c = 0x10000 + ((unit - 0xD800) << 10) + (unit_at(pos + 2) - 0xDC00);
        disk_unit = 4;
        broken = false;
      }
    }
    const std::uint8_t source_unit = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    add_unit(pos, source_unit, disk_unit);
    const auto at = static_cast<std::uint32_t>(decoded_.size());
    if (broken) broken_.push_back({at, at + 3});
    append_utf8(decoded_, c);
    pos += disk_unit;
  }
}

std::uint32_t SourceText::to_disk(std::uint32_t source, bool is_end) const {
  if (anchors_.empty()) return source + skip_;
  // The anchor that holds the byte before an end, or the byte at a begin.
  const std::uint32_t held = is_end && source > 0 ? source - 1 : source;
  auto it = std::upper_bound(anchors_.begin(), anchors_.end(), held,
                             [](std::uint32_t s, const Anchor& anchor) { return s < anchor.source; });
  const Anchor& anchor = *std::prev(it);
  const std::uint32_t offset = source - anchor.source;
  const std::uint32_t units =
      is_end ? (offset + anchor.source_unit - 1U) / anchor.source_unit : offset / anchor.source_unit;
  return anchor.disk + units * anchor.disk_unit;
}

DiskSpan SourceText::to_disk(SourceSpan span) const {
  const std::uint32_t begin = to_disk(span.begin, false);
  return {begin, span.empty() ? begin : std::max(begin, to_disk(span.end, true))};
}

std::string SourceText::encode(std::string_view text) const {
  if (encoding_ == Encoding::kUtf8 || encoding_ == Encoding::kUtf8Bom) return std::string(text);
  std::string out;
  out.reserve(text.size() * 2);
  const auto put = [&](char32_t unit) {
    const auto low = static_cast<char>(unit & 0xFFU);
    const auto high = static_cast<char>(unit >> 8 & 0xFFU);
    out.push_back(encoding_ == Encoding::kUtf16Le ? low : high);
    out.push_back(encoding_ == Encoding::kUtf16Le ? high : low);
  };
  for (std::size_t pos = 0; pos < text.size();) {
    const CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (c.value < 0x10000) {
      put(c.value);
    } else {
      put(0xD800 + ((c.value - 0x10000) >> 10));
      put(0xDC00 + ((c.value - 0x10000) & 0x3FF));
    }
  }
  return out;
}

}  // namespace stet
