#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "markup/blank-lines";

TEST(BlankLines, CountsThemWhateverTheyHold) {
  EXPECT_EQ(findings(kRule, "a\n\n\n\n\nb\n"), "2:1 “⏎⏎⏎⏎” 4 blank lines in a row\n");
  EXPECT_EQ(findings(kRule, "a\n \t\n\u00A0\n\u200B\n\u3000\nb"),
            "2:1 “ \t⏎\u00A0⏎\u200B⏎\u3000⏎” 4 blank lines in a row\n");
  EXPECT_EQ(findings(kRule, "a\n\n\n\nb\n"), "");
  EXPECT_EQ(findings(kRule, "a\n\n\nÄ\n\n\nb\n"), "");
  EXPECT_EQ(findings(kRule, "\n\n\n\n\na\n\n\n\n\n"), "");
  EXPECT_EQ(findings(kRule, "\n\n\n\n\n"), "");
  EXPECT_EQ(findings(kRule, ""), "");
}

TEST(BlankLines, TheFixKeepsTheLineEnds) {
  EXPECT_EQ(fixed(kRule, "a\n\n\n\n\n\nb\n\n\n\n\nc\n"), "a\n\nb\n\nc\n");
  EXPECT_EQ(fixed(kRule, "a\r\n\r\n\r\n\r\n\r\nb\r\n"), "a\r\n\r\nb\r\n");
  EXPECT_EQ(fixed(kRule, "a\r\r\r\r\rb", Format::kPlain), "a\r\rb");
  EXPECT_EQ(fixed(kRule, "\uFEFFa\n\n\n\n\nb\n"), "\uFEFFa\n\nb\n");
}

TEST(BlankLines, CodeIsLeftAlone) {
  EXPECT_EQ(findings(kRule, "a\n\n```\nx\n\n\n\n\n\ny\n```\n\nb\n"), "");
  EXPECT_EQ(findings(kRule, "a\n\n```\nx\n```\n\n\n\n\nb\n"), "6:1 “⏎⏎⏎⏎” 4 blank lines in a row\n");
}

}  // namespace
}  // namespace stet
