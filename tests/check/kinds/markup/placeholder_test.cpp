#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "markup/placeholder";

TEST(Placeholder, ATemplatesRowWithoutAValue) {
  EXPECT_EQ(findings(kRule, "Details\nVorfall\tSonstiges\nOrt\tLindau\n", Format::kPlain, "de"),
            "2:9 “Sonstiges” placeholder left in the text: Sonstiges\n");
  EXPECT_EQ(findings(kRule, "<table><tr><td>Category</td><td>N/A</td></tr></table>", Format::kHtml, "en"),
            "1:33 “N/A” placeholder left in the text: N/A\n");
}

TEST(Placeholder, TheSameWordsInOtherTables) {
  for (const char* text : {"| Vorfall | Zahl |\n|---|---|\n| Sonstiges | 3 |\n",              // a row of numbers
                           "| Vorfall | Sonstiges | Zahl |\n|---|---|---|\n| a | b | 3 |\n",  // three columns
                           "| Name | Sonstiges |\n|---|---|\n| a | b |\n",                    // another label
                           "| a | Vorfall |\n|---|---|\n| Sonstiges | b |\n",                 // another row
                           "Vorfall\n\nSonstiges\n"}) {
    EXPECT_EQ(findings(kRule, text, Format::kMarkdown, "de"), "") << text;
  }
}

}  // namespace
}  // namespace stet
