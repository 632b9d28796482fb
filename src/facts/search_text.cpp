#include "facts/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstring>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_combining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// U+0300 to U+036F begin with CC or CD, the soft hyphen is C2 AD, joiners are E2 80 8C, 8D and E2 81 A0.
bool needs_work(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    std::uint64_t eight = 0;
    while (i + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      if ((eight & 0x8080808080808080ULL) != 0) break;
      i += sizeof eight;
    }
    if (i + 1 >= text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0xC2) continue;
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (c == 0xCC || (c == 0xCD && next <= 0xAF) || (c == 0xC2 && next == 0xAD)) return true;
    if (c == 0xE2 && i + 2 < text.size()) {
      const auto last = static_cast<unsigned char>(text[i + 2]);
      if ((next == 0x80 && (last == 0x8C || last == 0x8D)) || (next == 0x81 && last == 0xA0)) return true;
    }
  }
  return false;
}

}  // namespace

SearchText::SearchText(std::string_view text) : text_(text) {
  if (!needs_work(text)) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    CodePoint c = decode_at(text, pos);
    pos += c.length;
    if (char_class(c.value) == CharClass::kInvisible) continue;
    icu::UnicodeString cluster(static_cast<UChar32>(c.value));
    bool marks = false;
    while (pos < text.size()) {
      c = decode_at(text, pos);
      if (!is_combining(c.value)) break;
      cluster.append(static_cast<UChar32>(c.value));
      pos += c.length;
      marks = true;
    }
    const std::size_t from = normal_.size();
    if (marks && U_SUCCESS(status) != 0) cluster = nfc->normalize(cluster, status);
    cluster.toUTF8String(normal_);
    starts_.insert(starts_.end(), normal_.size() - from, static_cast<std::uint32_t>(begin));
  }
  starts_.push_back(static_cast<std::uint32_t>(text.size()));
}

TextSpan SearchText::to_text(std::size_t begin, std::size_t end) const {
  if (starts_.empty()) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  TextSpan span{starts_[begin], starts_[end]};
  // What was left out before the end (a trailing soft hyphen) is not part of the match.
  while (span.end > span.begin) {
    const CodePoint last = decode_before(text_, span.end);
    if (char_class(last.value) != CharClass::kInvisible) break;
    span.end -= last.length;
  }
  return span;
}

}  // namespace stet
