// `written` of the kind `pattern`, by the rules that use it.
#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string links(std::string_view text, Format format = Format::kMarkdown) {
  return findings("markup/broken-link", text, format);
}
std::string signs(std::string_view text) { return findings("markup/broken-markdown", text); }

TEST(Pattern, WrittenLeavesEscapesAlone) {
  EXPECT_EQ(links("a [b] (http://c.example)"),
            "1:3 “[b] (http://c.example)” broken link notation: [b] (http://c.example)\n");
  EXPECT_EQ(links("a \\[b\\] (http://c.example)"), "");
  EXPECT_EQ(links("a [b\\] (http://c.example)"), "");
  EXPECT_NE(links("a \\\\[b] (http://c.example)"), "");
  EXPECT_EQ(links("a &#91;b] (http://c.example)"), "");
  EXPECT_EQ(signs("a **b"), "1:3 “**b” Markdown that is not understood: **b\n");
  EXPECT_EQ(signs("a \\*\\*b"), "");
  EXPECT_EQ(signs("a *\\*b"), "");
}

TEST(Pattern, WrittenLeavesSpacesAtTheEndsOut) {
  EXPECT_EQ(signs("a\n**b"), "2:1 “**b” Markdown that is not understood: **b\n");
  EXPECT_EQ(links("[a](http://b.example c"),
            "1:1 “[a](http://b.example c” broken link notation: [a](http://b.example c\n");
}

TEST(Pattern, LinksThatWork) {
  for (const char* text : {"[a](http://b.example)", "[a](http://b.example 'T')", "[a]( http://b.example )",
                           "[a][1] b\n\n[1]: http://b.example", "<http://b.example>", "[a](</b c.pdf>)",
                           "`[a] (http://b.example)`", "![a](b.jpg)"}) {
    EXPECT_EQ(links(text), "") << text;
    EXPECT_EQ(signs(text), "") << text;
  }
  EXPECT_EQ(links("[a](http://b.example \"T\")", Format::kPlain), "");
}

TEST(Pattern, StarsThatMeanSomethingElse) {
  for (const char* text :
       {"f**k it", "2**3", "***", "12 Euro**", "a ** b", "C** and D**", "****", "**a**, *b*, ***c***"}) {
    EXPECT_EQ(signs(text), "") << text;
  }
}

}  // namespace
}  // namespace stet
