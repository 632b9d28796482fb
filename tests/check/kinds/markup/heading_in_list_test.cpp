#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string paragraph() {
  std::string text = "A";
  for (int i = 1; i < 25; ++i) text += " word";
  return text + ".";
}
std::string in(const std::string& text) { return findings("markup/heading-in-list", text); }

TEST(HeadingInList, FirstOrLastItem) {
  constexpr const char* kMessage = "“What comes next” a heading became a list item\n";
  EXPECT_EQ(in("- What comes next\n- " + paragraph()), "1:3 " + std::string(kMessage));
  EXPECT_EQ(in("- What comes next\n- " + paragraph() + "\n- " + paragraph()), "1:3 " + std::string(kMessage));
  EXPECT_EQ(in("- " + paragraph() + "\n- What comes next\n\n" + paragraph()), "2:3 " + std::string(kMessage));
}

TEST(HeadingInList, ListsThatAreLists) {
  EXPECT_EQ(in("- What comes next.\n- " + paragraph()), "");
  EXPECT_EQ(in("- Next steps\n- " + paragraph()), "");
  EXPECT_EQ(in("1. What comes next\n2. " + paragraph()), "");
  EXPECT_EQ(in("- What comes next\n- What came before\n- " + paragraph()), "");
  EXPECT_EQ(in("- What comes next\n  - " + paragraph() + "\n- " + paragraph()), "");
  EXPECT_EQ(in("- " + paragraph() + "\n- What comes next\n\nNot much."), "");
  EXPECT_EQ(in("- What comes next"), "");
}

}  // namespace
}  // namespace stet
