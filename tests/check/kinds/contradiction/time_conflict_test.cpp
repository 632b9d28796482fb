// Texts in five languages are in fixtures/contradictions.
#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/time";

TEST(TimeConflict, OnlySlipsAreReported) {
  expect_marked(kRule, "en",
                {"The crash happened at 6.30pm.\n\nThose who saw the crash at ⟦6.30am⟧ should call.",
                 "The crash happened at 6.30pm.\n\nThose who saw the crash at 3.10pm should call.",
                 "The crash happened at 6.30pm.\n\nThose who saw the crash at 18.30 should call."});
}

TEST(TimeConflict, ATableOfTimesIsNoConflict) {
  std::string text = "The crash happened at 6.30pm.\n\nThose who saw the crash at 7.30pm should call.";
  for (int i = 0; i < 50; ++i) text += "\n\nA bus leaves at 8." + std::to_string(10 + i) + "pm.";
  EXPECT_EQ(remarked(kRule, text, "en"), text);
}

TEST(TimeConflict, SectionsTellOfTheirOwn) {
  expect_marked(kRule, "en",
                {"The crash happened at 6.30pm.\n\n## Hull\n\nThose who saw the crash at 7.30pm should call."});
}

}  // namespace
}  // namespace stet
