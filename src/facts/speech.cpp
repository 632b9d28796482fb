#include "facts/speech.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

// What closes a passage that `open` begins; 0 when it opens none. `«` opens in French, `»` in German.
bool closes(char32_t open, char32_t c) {
  switch (open) {
    case U'„':
      return c == U'“' || c == U'”' || c == U'"';
    case U'“':
      return c == U'”';
    case U'«':
      return c == U'»';
    case U'»':
      return c == U'«';
    case U'"':
      return c == U'"';
    case U'「':
      return c == U'」';
    case U'‚':
      return c == U'‘';
    default:
      return false;
  }
}

constexpr std::size_t kLongest = 3000;  // code points that anybody is quoted with in one breath

constexpr char32_t kOpening[] = {U'„', U'“', U'«', U'»', U'"', U'「'};
bool opens(char32_t c) { return std::ranges::find(kOpening, c) != std::end(kOpening); }

// Whether a quotation mark may begin with this byte: a "…" of ASCII, or the first of „ “ ” ‚ ‘, « » and 「 」.
constexpr auto kBeginsMark = [] {
  std::array<bool, 256> begins{};
  for (const unsigned byte : {0x22U, 0xC2U, 0xE2U, 0xE3U}) begins[byte] = true;
  return begins;
}();

}  // namespace

std::vector<TextSpan> quoted_passages(std::string_view text, std::size_t least) {
  std::vector<TextSpan> passages;
  const auto begins_mark = [text](std::size_t pos) { return kBeginsMark[static_cast<unsigned char>(text[pos])]; };
  for (std::size_t pos = 0; pos < text.size();) {
    if (!begins_mark(pos)) {
      ++pos;
      continue;
    }
    const CodePoint open = decode_at(text, pos);
    const std::size_t begin = pos;
    pos += open.length;
    if (!opens(open.value)) continue;
    std::size_t length = 0;
    for (std::size_t at = pos; at < text.size() && length <= kLongest;) {
      if (!begins_mark(at)) {
        for (++at, ++length; at < text.size() && !is_boundary(text, at);) ++at;
        continue;
      }
      const CodePoint c = decode_at(text, at);
      at += c.length;
      if (closes(open.value, c.value)) {
        if (length > least) passages.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
        pos = at;
        break;
      }
      ++length;
    }
  }
  return passages;
}

bool is_quoted(const std::vector<TextSpan>& passages, TextSpan span) {
  const auto behind = std::ranges::upper_bound(passages, span.begin, {}, &TextSpan::begin);
  return behind != passages.begin() && std::prev(behind)->contains(span);
}

const std::vector<TextSpan>& QuotedBlocks::of(std::uint32_t block) {
  const auto [entry, is_new] = passages_.try_emplace(block);
  const Block& asked = document_.block(block);
  const auto stands_there = [&](char32_t mark) { return asked.others.has(CharSet::bucket(mark)); };
  if (is_new && std::ranges::any_of(kOpening, stands_there)) entry->second = quoted_passages(asked.text, least_);
  return entry->second;
}

}  // namespace stet
