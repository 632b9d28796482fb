#include "rule/toml_reader.h"

#include <gtest/gtest.h>

#include <array>

#include "base/error_text.h"

namespace stet {
namespace {

std::string syntax_error(std::string_view text) {
  const TomlFile file("t.toml", text);
  EXPECT_EQ(file.root(), nullptr);
  return to_text(file.errors());
}

TEST(TomlFile, ASyntaxErrorHasItsPlace) {
  EXPECT_EQ(syntax_error("a = 1\nb = \"open\nc = 2\n"),
            "t.toml:2:10: the string is not closed on its line\n"
            "  2 | b = \"open\n"
            "    |          ^\n");
}

TEST(TomlFile, ASyntaxErrorSaysWhatWasRead) {
  EXPECT_EQ(
      syntax_error("a = 1\na = 2\n"),
      "t.toml:2:5: cannot redefine existing integer 'a' (while reading a key-value pair)\n  2 | a = 2\n    |     ^\n");
}

TEST(TomlFile, ABadTableNameIsAnErrorToo) {
  EXPECT_EQ(syntax_error("[=\n"),
            "t.toml:1:2: expected bare key starting character or string delimiter, saw '=' (while reading a key)\n"
            "  1 | [=\n"
            "    |  ^\n");
}

TEST(TomlFile, BrokenUtf8IsAnErrorWithAValidExcerpt) {
  const TomlFile file("t.toml", "a = 1\nb = \"\xE4\"\n");
  ASSERT_EQ(file.root(), nullptr);
  ASSERT_EQ(file.errors().size(), 1U);
  EXPECT_EQ(file.errors()[0].line, 2U);
  EXPECT_EQ(file.errors()[0].excerpt, "b = \"�\"");
}

TEST(TomlFile, ErrorsComeByPlace) {
  TomlFile file("t.toml", "a = 1\nb = 2\n");
  file.error({2, 1}, "second");
  file.error({1, 5}, "first");
  EXPECT_EQ(to_text(file.errors()),
            "t.toml:1:5: first\n  1 | a = 1\n    |     ^\nt.toml:2:1: second\n  2 | b = 2\n    | ^\n");
}

TEST(TableReader, ReadsEachType) {
  TomlFile file(
      "t.toml",
      "b = true\ni = 7\nn = 1.5\nm = 2\ns = \"ä\"\nl = [\"x\", \"y\"]\nd = 2025-04-08\n[t]\nk = 1\n[[a]]\n[[a]]\n");
  ASSERT_NE(file.root(), nullptr);
  TableReader reader(file, *file.root());
  EXPECT_EQ(reader.boolean("b"), true);
  EXPECT_EQ(reader.integer("i", 0, 9), 7);
  EXPECT_EQ(reader.number("n"), 1.5);
  EXPECT_EQ(reader.number("m"), 2.0);
  ASSERT_NE(reader.string("s"), nullptr);
  EXPECT_EQ(reader.string("s")->string, "ä");
  ASSERT_NE(reader.strings("l"), nullptr);
  EXPECT_EQ(reader.strings("l")->items[1].string, "y");
  ASSERT_NE(reader.find("d"), nullptr);
  EXPECT_EQ(reader.find("d")->value.date, (CivilDate{2025, 4, 8}));
  ASSERT_NE(reader.table("t"), nullptr);
  EXPECT_EQ(reader.table("t")->entries[0].key, "k");
  EXPECT_EQ(reader.tables("a").size(), 2U);
  EXPECT_EQ(reader.string("absent"), nullptr);
  reader.finish();
  EXPECT_FALSE(file.failed()) << to_text(file.errors());
}

TEST(TableReader, SaysWhichTypeIsWanted) {
  TomlFile file(
      "t.toml",
      "b = 1\ni = \"7\"\nn = []\ns = { x = 1 }\nl = \"x\"\nm = [\"x\", 3, 12:00:00]\ne = []\nr = 10\na = [1]\n");
  ASSERT_NE(file.root(), nullptr);
  TableReader reader(file, *file.root());
  EXPECT_EQ(reader.boolean("b"), std::nullopt);
  EXPECT_EQ(reader.integer("i", 0, 9), std::nullopt);
  EXPECT_EQ(reader.number("n"), std::nullopt);
  EXPECT_EQ(reader.string("s"), nullptr);
  EXPECT_EQ(reader.strings("l"), nullptr);
  EXPECT_EQ(reader.strings("m"), nullptr);
  EXPECT_EQ(reader.strings("e"), nullptr);
  EXPECT_EQ(reader.integer("r", 0, 9), std::nullopt);
  EXPECT_TRUE(reader.tables("a").empty());
  reader.finish();
  EXPECT_EQ(
      to_text(file.errors()),
      "t.toml:1:5: \"b\" must be true or false, not a whole number\n  1 | b = 1\n    |     ^\n"
      "t.toml:2:5: \"i\" must be a whole number, not a string\n  2 | i = \"7\"\n    |     ^\n"
      "t.toml:3:5: \"n\" must be a number, not a list\n  3 | n = []\n    |     ^\n"
      "t.toml:4:5: \"s\" must be a string, not a table\n  4 | s = { x = 1 }\n    |     ^\n"
      "t.toml:5:5: \"l\" must be a list of strings, not a string\n  5 | l = \"x\"\n    |     ^\n"
      "t.toml:6:11: \"m\" must hold strings, not a whole number\n  6 | m = [\"x\", 3, 12:00:00]\n    |           ^\n"
      "t.toml:6:14: \"m\" must hold strings, not a time\n  6 | m = [\"x\", 3, 12:00:00]\n    |              ^\n"
      "t.toml:7:5: \"e\" is empty\n  7 | e = []\n    |     ^\n"
      "t.toml:8:5: \"r\" must lie between 0 and 9\n  8 | r = 10\n    |     ^\n"
      "t.toml:9:1: \"a\" must be written as [[a]]\n  9 | a = [1]\n    | ^\n");
}

TEST(TableReader, UnknownKeysNameTheProbableOne) {
  TomlFile file("t.toml", "kind = \"x\"\nmesage = \"y\"\ncolour = 1\n");
  ASSERT_NE(file.root(), nullptr);
  TableReader reader(file, *file.root());
  (void)reader.string("kind");
  (void)reader.find("message");
  reader.finish();
  EXPECT_EQ(to_text(file.errors()),
            "t.toml:2:1: unknown key \"mesage\"\n  2 | mesage = \"y\"\n    | ^\n  did you mean \"message\"?\n"
            "t.toml:3:1: unknown key \"colour\"\n  3 | colour = 1\n    | ^\n  known here: kind, message\n");
}

TEST(TableReader, NamesOutOfAList) {
  constexpr std::array<std::string_view, 3> kNames = {"title", "heading", "list-item"};
  TomlFile file("t.toml", "a = \"heading\"\nb = \"heding\"\nc = [\"title\", \"list_item\", \"lead\"]\n");
  ASSERT_NE(file.root(), nullptr);
  TableReader reader(file, *file.root());
  EXPECT_EQ(reader.one_of("a", kNames, "role"), 1U);
  EXPECT_EQ(reader.one_of("b", kNames, "role"), std::nullopt);
  EXPECT_EQ(reader.some_of("c", kNames, "role"), std::vector<std::size_t>{0});
  EXPECT_EQ(to_text(file.errors()),
            "t.toml:2:5: unknown role \"heding\"\n  2 | b = \"heding\"\n    |     ^\n  did you mean \"heading\"?\n"
            "t.toml:3:15: unknown role \"list_item\"\n  3 | c = [\"title\", \"list_item\", \"lead\"]\n"
            "    |               ^\n  did you mean \"list-item\"?\n"
            "t.toml:3:28: unknown role \"lead\"\n  3 | c = [\"title\", \"list_item\", \"lead\"]\n"
            "    |                            ^\n  known here: title, heading, list-item\n");
}

TEST(TableReader, MissingKeyStandsAtItsTable) {
  TomlFile file("t.toml", "[fix]\nsafe = true\n");
  ASSERT_NE(file.root(), nullptr);
  TableReader fix(file, file.root()->entries[0].value);
  EXPECT_EQ(fix.require("text"), nullptr);
  EXPECT_EQ(to_text(file.errors()), "t.toml:1:1: missing key \"text\"\n  1 | [fix]\n    | ^\n");
}

// The code point number `offset` of the string `s` stands at line:column.
TomlPlace place_in(std::string_view toml, std::size_t offset) {
  const TomlFile file("t.toml", toml);
  if (file.root() == nullptr) return {};
  return file.place_in(file.root()->entries.back().value, offset);
}

TEST(PlaceInString, OneLineStrings) {
  EXPECT_EQ(place_in("s = \"abc\"", 0), (TomlPlace{1, 6}));
  EXPECT_EQ(place_in("s = \"abc\"", 2), (TomlPlace{1, 8}));
  EXPECT_EQ(place_in("s = \"abc\"", 3), (TomlPlace{1, 9}));  // behind the last
  EXPECT_EQ(place_in("# ä\ns = \"äöü€😀x\"", 5), (TomlPlace{2, 11}));
  EXPECT_EQ(place_in("s = 'a\\b'", 2), (TomlPlace{1, 8}));  // no escapes in literal strings
}

TEST(PlaceInString, EscapesCountAsWritten) {
  EXPECT_EQ(place_in("s = \"\\\\b(\"", 0), (TomlPlace{1, 6}));
  EXPECT_EQ(place_in("s = \"\\\\b(\"", 1), (TomlPlace{1, 8}));
  EXPECT_EQ(place_in("s = \"\\u00e4x\"", 1), (TomlPlace{1, 12}));
  EXPECT_EQ(place_in("s = \"\\U0001F600x\"", 1), (TomlPlace{1, 16}));
  EXPECT_EQ(place_in("s = \"\\n\\tx\"", 2), (TomlPlace{1, 10}));
}

TEST(PlaceInString, StringsOfSeveralLines) {
  EXPECT_EQ(place_in("s = \"\"\"ab\ncd\"\"\"", 4), (TomlPlace{2, 2}));
  EXPECT_EQ(place_in("s = \"\"\"\nab\ncd\"\"\"", 0), (TomlPlace{2, 1}));
  EXPECT_EQ(place_in("s = '''\nab\ncd'''", 4), (TomlPlace{3, 2}));
  EXPECT_EQ(place_in("s = \"\"\"ab \\\n   cd\"\"\"", 3), (TomlPlace{2, 4}));
}

}  // namespace
}  // namespace stet
