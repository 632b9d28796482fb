#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/reading.h"

namespace stet {
namespace {

// What is_set_aside() means, by looking at every mark.
bool shown(const Document& document, std::uint32_t block, TextSpan span) {
  return std::ranges::any_of(document.inlines(), [&](const Inline& mark) {
    const bool aside = mark.kind == InlineKind::kCode || mark.kind == InlineKind::kStrikethrough;
    return aside && mark.block == block && mark.span.overlaps(span);
  });
}

TEST(SetAside, EveryStretchOfEveryBlock) {
  const Document document = read_markdown_text(
      "`a` b **c `d`**`e` ~~f *g* `h` i~~ *j* ~~k~~`l`\n\nm **n** o\n\n`p`\n\n| `q` | r |\n|---|---|\n| ~~s~~ | t |\n");
  std::size_t aside = 0;
  for (std::uint32_t block = 0; block < document.blocks().size(); ++block) {
    const auto size = static_cast<std::uint32_t>(document.block(block).text.size());
    for (std::uint32_t begin = 0; begin <= size; ++begin) {
      for (std::uint32_t end = begin; end <= size; ++end) {
        const bool expected = shown(document, block, {begin, end});
        EXPECT_EQ(document.is_set_aside(block, {begin, end}), expected) << block << ": " << begin << "-" << end;
        aside += expected ? 1 : 0;
      }
    }
  }
  EXPECT_GT(aside, 100U);
}

TEST(SetAside, MarksInsideMarksOfHtml) {
  const Document document =
      read_html_text("<p>a <del>b <code>c</code> <code>d</code> e</del> f <code>g</code></p><p>h <b>i</b></p>");
  const std::string text(document.block(0).text);
  ASSERT_EQ(text, "a b c d e f g");
  const auto at = [&](char c) { return static_cast<std::uint32_t>(text.find(c)); };
  for (const char c : std::string("bcdeg")) EXPECT_TRUE(document.is_set_aside(0, {at(c), at(c) + 1})) << c;
  for (const char c : std::string("af")) EXPECT_FALSE(document.is_set_aside(0, {at(c), at(c) + 1})) << c;
  EXPECT_FALSE(document.is_set_aside(1, {0, 3}));
}

}  // namespace
}  // namespace stet
