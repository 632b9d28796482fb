#include "document/html_limits.h"

#include <gtest/gtest.h>

#include <string>

#include "support/reading.h"

namespace stet {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string attributes(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += " a" + std::to_string(i) + "=\"x > y\"";
  return out;
}

TEST(HtmlLimits, PagesAreBearable) {
  EXPECT_TRUE(is_bearable_html(""));
  EXPECT_TRUE(is_bearable_html("<"));
  EXPECT_TRUE(is_bearable_html("<p"));
  EXPECT_TRUE(is_bearable_html("<p class=\"a\">Ein Satz.</p>"));
  EXPECT_TRUE(is_bearable_html(repeated("<p class=\"a\" hidden>Ein Satz.</p>", 5000)));
  EXPECT_TRUE(is_bearable_html("<p" + attributes(1000) + ">"));
}

TEST(HtmlLimits, WhatIsNoTagHasNoAttributes) {
  const std::string words = repeated("a b ", 5000);
  EXPECT_TRUE(is_bearable_html("<p>1 < 2 " + words));
  EXPECT_TRUE(is_bearable_html("<!-- <p " + words + "-->"));
  EXPECT_TRUE(is_bearable_html("<script>if (a <b && " + words + ") { }</script><p>a"));
  EXPECT_TRUE(is_bearable_html("<p title=\"" + words + "\">"));
  EXPECT_TRUE(is_bearable_html("<p title = '" + words + "'>"));
}

TEST(HtmlLimits, TagsWithThousandsOfAttributesAreNot) {
  EXPECT_FALSE(is_bearable_html("<p" + attributes(5000) + ">"));
  EXPECT_FALSE(is_bearable_html("<!-- a --><script></script><p title=\">\" " + repeated("a/", 5000)));
  EXPECT_FALSE(is_bearable_html("<p " + repeated("<a ", 5000)));
}

TEST(HtmlLimits, NestingDeeperThanAnyPageIsNot) {
  EXPECT_TRUE(is_bearable_html(repeated("<div></div>", 30000)));
  EXPECT_TRUE(is_bearable_html(repeated("<p>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<div>", 30000)));
}

TEST(HtmlLimits, WhatIsUnbearableIsReadAsPlainText) {
  const Document document = read_html_text("<p" + attributes(5000) + ">\n\nEin Satz.\n");
  ASSERT_FALSE(document.blocks().empty());
  EXPECT_EQ(document.blocks().back().text, "Ein Satz.");
}

}  // namespace
}  // namespace stet
