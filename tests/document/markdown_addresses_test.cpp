#include "document/markdown_addresses.h"

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

TEST(MarkdownAddresses, ParagraphsOfTensOfThousandsAreCrowded) {
  EXPECT_TRUE(has_crowded_addresses(repeated("https://example.org/a ", 50000)));
  EXPECT_TRUE(has_crowded_addresses(repeated("www.example.org\n", 50000)));
  EXPECT_TRUE(has_crowded_addresses("a\n\n" + repeated("a@example.org ", 50000) + "\n\nb"));
  EXPECT_TRUE(has_crowded_addresses(repeated("https://example.org/ ", 5000) + repeated("*a ", 250000)));
}

TEST(MarkdownAddresses, WhatPagesHoldIsNot) {
  EXPECT_FALSE(has_crowded_addresses(""));
  EXPECT_FALSE(has_crowded_addresses(repeated("https://example.org/a ", 20000)));
  EXPECT_FALSE(has_crowded_addresses(repeated("https://example.org/a\n\n", 50000)));
  EXPECT_FALSE(has_crowded_addresses(repeated("- https://example.org/a\n", 50000)));
  EXPECT_FALSE(has_crowded_addresses(repeated("12. https://example.org/a\r\n", 50000)));
  EXPECT_FALSE(has_crowded_addresses(repeated("| https://example.org/a |\n", 50000)));
  EXPECT_FALSE(has_crowded_addresses(repeated("Ein Satz. Noch einer: so. ", 100000)));
}

TEST(MarkdownAddresses, OnlyThenTheyAreNoLinks) {
  EXPECT_EQ(read_markdown_text("https://example.org/a www.example.org").inlines().size(), 2U);
  EXPECT_EQ(read_markdown_text(repeated("https://example.org/a ", 50000) + "[a](b)").inlines().size(), 1U);
}

}  // namespace
}  // namespace stet
