#include "check/kinds/layout_support.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

bool is_closing(char32_t c) {
  constexpr std::u32string_view kClosing = U"\"')]*_»«”“’‘›‹";
  return kClosing.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    if (!is_space(c.value) && char_class(c.value) != CharClass::kInvisible) break;
    text.remove_suffix(c.length);
  }
  return text;
}

bool ends_open(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return false;
  const char32_t last = decode_before(text, text.size()).value;
  return last == ',' || is_word_char(last);
}

bool ends_sentence(std::string_view text) {
  text = trimmed(text);
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026) return true;
    if (!is_closing(c.value)) return false;
    text.remove_suffix(c.length);
  }
  return false;
}

bool is_prose_of(const Block& block, std::uint32_t words) {
  return block.word_count >= words && ends_sentence(block.text);
}

bool is_strong(const Document& document, std::uint32_t block) {
  const auto inlines = document.inlines();
  const auto first = std::lower_bound(inlines.begin(), inlines.end(), block,
                                      [](const Inline& mark, std::uint32_t number) { return mark.block < number; });
  const auto size = static_cast<std::uint32_t>(document.block(block).text.size());
  const auto last = std::find_if(first, inlines.end(), [&](const Inline& mark) { return mark.block != block; });
  return std::any_of(first, last, [&](const Inline& mark) {
    return mark.kind == InlineKind::kStrong && mark.span.size() + 2 >= size;
  });
}

}  // namespace stet
