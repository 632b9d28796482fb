#include "base/error_text.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

TEST(ErrorText, MessageAlone) { EXPECT_EQ(to_text(Error{.message = "no rules"}), "no rules\n"); }

TEST(ErrorText, PathWithoutPlace) {
  EXPECT_EQ(to_text(Error{.message = "no such file", .path = "a.toml"}), "a.toml: no such file\n");
}

TEST(ErrorText, PlaceExcerptAndHint) {
  EXPECT_EQ(to_text(Error{.message = "unknown key \"mesage\"",
                          .path = "rules/a/b.toml",
                          .line = 12,
                          .column = 3,
                          .excerpt = "  mesage = 1",
                          .hint = "did you mean \"message\"?"}),
            "rules/a/b.toml:12:3: unknown key \"mesage\"\n"
            "  12 |   mesage = 1\n"
            "     |   ^\n"
            "  did you mean \"message\"?\n");
}

TEST(ErrorText, ColumnsAreCodePoints) {
  EXPECT_EQ(to_text(Error{.message = "x", .path = "p", .line = 1, .column = 4, .excerpt = "äöü!"}),
            "p:1:4: x\n  1 | äöü!\n    |    ^\n");
}

TEST(ErrorText, LineWithoutColumn) {
  EXPECT_EQ(to_text(Error{.message = "x", .path = "p", .line = 7, .excerpt = "abc"}), "p:7: x\n  7 | abc\n");
}

TEST(ErrorText, ControlCharactersAreSpaces) {
  EXPECT_EQ(to_text(Error{.message = "x", .path = "p", .line = 1, .column = 3, .excerpt = "\t\x1B[0m"}),
            "p:1:3: x\n  1 |   [0m\n    |   ^\n");
}

TEST(ErrorText, LongLinesAreCutAroundTheColumn) {
  const std::string ys(300, 'y');
  EXPECT_EQ(to_text(Error{.message = "m", .path = "p", .line = 1, .column = 1, .excerpt = ys}),
            "p:1:1: m\n  1 | " + std::string(100, 'y') + "…\n    | ^\n");
  EXPECT_EQ(to_text(Error{.message = "m", .path = "p", .line = 1, .column = 151, .excerpt = ys}),
            "p:1:151: m\n  1 | …" + std::string(100, 'y') + "…\n    | " + std::string(61, ' ') + "^\n");
  EXPECT_EQ(to_text(Error{.message = "m", .path = "p", .line = 1, .column = 300, .excerpt = ys}),
            "p:1:300: m\n  1 | …" + std::string(100, 'y') + "\n    | " + std::string(100, ' ') + "^\n");
}

TEST(ErrorText, SeveralFollowEachOther) { EXPECT_EQ(to_text(Errors{{.message = "a"}, {.message = "b"}}), "a\nb\n"); }

}  // namespace
}  // namespace stet
