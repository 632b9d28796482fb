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

TEST(HtmlLimits, AttributesOfManyBodiesAreThoseOfOne) {
  EXPECT_TRUE(is_bearable_html(repeated("<div a=b></div>", 5000)));
  EXPECT_FALSE(is_bearable_html(repeated("<body a=b>", 5000)));
  EXPECT_FALSE(is_bearable_html(repeated("<HTML a=b><body c>", 2500)));
}

TEST(HtmlLimits, NestingDeeperThanAnyPageIsNot) {
  EXPECT_TRUE(is_bearable_html(repeated("<div></div>", 30000)));
  EXPECT_TRUE(is_bearable_html(repeated("<p>", 30000)));
  EXPECT_TRUE(is_bearable_html(repeated("<a name=b>c", 30000)));
  EXPECT_TRUE(is_bearable_html("<table>" + repeated("<tr><td><b>a<td>b", 30000)));
  EXPECT_TRUE(is_bearable_html("<svg>" + repeated("<path d=a />", 30000) + "</svg>"));
  EXPECT_TRUE(is_bearable_html("<svg>" + repeated("<div></div>", 30000)));
  EXPECT_TRUE(is_bearable_html("<script>" + repeated("<div>", 30000) + "</script>"));
  EXPECT_TRUE(is_bearable_html(repeated("<b><p>a</b>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<div>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<b>a", 30000)));
}

// Closing tags that HTML passes over.
TEST(HtmlLimits, NestingThatSeemsToEnd) {
  EXPECT_FALSE(is_bearable_html(repeated("<div></q>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<span><div></span>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<div><object></div></object>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<div><textarea></div></textarea>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<div><table><td></div>", 30000)));
  EXPECT_FALSE(is_bearable_html("<svg>" + repeated("<g a=b/>", 30000)));
  EXPECT_FALSE(is_bearable_html(repeated("<b><div></b>", 30000)));
}

// In a mark the parser looks at all open elements for each character.
TEST(HtmlLimits, LongTextDeepInMarksIsNot) {
  const std::string words = repeated("word ", 400000);
  EXPECT_TRUE(is_bearable_html(repeated("<div>", 3000) + words));
  EXPECT_TRUE(is_bearable_html(repeated("<div>", 1000) + "<b>" + words));
  EXPECT_TRUE(is_bearable_html(repeated("<div>", 3000) + "<b></b>" + words));
  EXPECT_FALSE(is_bearable_html(repeated("<div>", 3000) + "<b>" + words));
}

TEST(HtmlLimits, WhatIsUnbearableIsReadAsPlainText) {
  const Document document = read_html_text("<p" + attributes(5000) + ">\n\nEin Satz.\n");
  ASSERT_FALSE(document.blocks().empty());
  EXPECT_EQ(document.blocks().back().text, "Ein Satz.");
}

// Each paragraph opens all marks again, so that the tree of these 90 kB would take 5 GB.
TEST(HtmlLimits, SoIsWhatGrowsToGigabytes) {
  std::string page;
  for (int i = 0; i < 5000; ++i) page += "<p><b id=" + std::to_string(i) + ">x";
  EXPECT_TRUE(is_bearable_html("<p><b id=1>x</b></p>"));
  const Document document = read_html_text(page + "\n\nEin Satz.\n");
  ASSERT_FALSE(document.blocks().empty());
  EXPECT_EQ(document.blocks().back().text, "Ein Satz.");
  const Document small = read_html_text("<p><b id=1>x<p><b id=2>y<p>z");
  EXPECT_EQ(outline(small), "paragraph: x\nparagraph: y\nparagraph: z\n");
}

}  // namespace
}  // namespace stet
