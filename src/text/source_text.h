// A file's bytes read as UTF-8, whatever their encoding, with the way back to the bytes on disk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace stet {

enum class Encoding : std::uint8_t { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be };

// Owns the bytes. `utf8()` is what all readers see: valid UTF-8 without a byte-order mark; each
// broken sequence (or lone surrogate) stands there as one U+FFFD and is listed in `broken()`.
// UTF-16 is recognised by its byte-order mark only.
class SourceText {
 public:
  SourceText() = default;
  // Fails when the file, or what it decodes to, is 4 GiB or more.
  static Result<SourceText> from_bytes(std::string bytes);

  SourceText(SourceText&&) noexcept = default;
  SourceText& operator=(SourceText&&) noexcept = default;
  SourceText(const SourceText&) = delete;
  SourceText& operator=(const SourceText&) = delete;

  [[nodiscard]] std::string_view utf8() const {
    return decoded_.empty() ? std::string_view(bytes_).substr(skip_) : std::string_view(decoded_);
  }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] Encoding encoding() const { return encoding_; }

  // Where a span of utf8() lies on disk. A span inside one replaced sequence becomes that sequence.
  [[nodiscard]] DiskSpan to_disk(SourceSpan span) const;

  // The broken sequences, in order, as spans of utf8().
  [[nodiscard]] const std::vector<SourceSpan>& broken() const { return broken_; }

  // `text` (UTF-8) in the encoding of the file, without a byte-order mark.
  [[nodiscard]] std::string encode(std::string_view text) const;

 private:
  // From here on up to the next anchor, each `source_unit` bytes of utf8() stand for `disk_unit` bytes on disk.
  struct Anchor {
    std::uint32_t source = 0;
    std::uint32_t disk = 0;
    std::uint8_t source_unit = 1;
    std::uint8_t disk_unit = 1;
  };

  void decode_broken_utf8(std::size_t first_broken);
  void decode_utf16(bool little_endian);
  void add_unit(std::size_t disk, std::uint8_t source_unit, std::uint8_t disk_unit);
  [[nodiscard]] std::uint32_t to_disk(std::uint32_t source, bool is_end) const;

  std::string bytes_;
  std::string decoded_;  // empty when bytes_ can be used as they are
  std::uint32_t skip_ = 0;
  Encoding encoding_ = Encoding::kUtf8;
  std::vector<Anchor> anchors_;  // empty when the offset is skip_ throughout
  std::vector<SourceSpan> broken_;
};

}  // namespace stet
