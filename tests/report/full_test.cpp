// The frames of the full format, line by line.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "report/reporter.h"
#include "report/terminal.h"
#include "text/display.h"

namespace stet {
namespace {

Place place(const std::string& text, std::uint32_t begin, std::uint32_t end, std::uint32_t line = 3) {
  Place result;
  result.path = "a.md";
  result.start = {.line = line, .column = begin + 1};
  result.end = {.line = line, .column = end + 1};
  result.snippet = {.text = text, .begin = begin, .end = end, .first_line = line};
  return result;
}

Diagnostic finding(Place at) {
  Diagnostic result;
  result.rule = "date/impossible";
  result.severity = Severity::kError;
  result.message = "there is no such day";
  result.place = std::move(at);
  return result;
}

// The marked words of a text, in its first and only line.
Diagnostic finding(const std::string& text, const std::string& marked) {
  const auto begin = static_cast<std::uint32_t>(text.find(marked));
  return finding(place(text, begin, begin + static_cast<std::uint32_t>(marked.size())));
}

std::string shown(const Diagnostic& diagnostic, const ReportStyle& style = {}) {
  FileReport report;
  report.diagnostics.push_back(diagnostic);
  std::string out;
  report_formats()[0].make(style)->render(report, style.locale, out);
  return out;
}

// The frame without the headline.
std::string frame(const Diagnostic& diagnostic, std::uint32_t columns = 120) {
  const std::string out = shown(diagnostic, {.columns = columns});
  return out.substr(out.find('\n') + 1);
}

TEST(FullFormat, MarksTheSpan) {
  EXPECT_EQ(shown(finding("Am 31. April war Markt.", "31. April")),
            "a.md:3:4: error[date/impossible] there is no such day\n"
            "  |\n"
            "3 | Am 31. April war Markt.\n"
            "  |    ^^^^^^^^^\n"
            "\n");
}

TEST(FullFormat, MarksStandBelowWideAndJoinedCharacters) {
  EXPECT_EQ(frame(finding("漢字👩‍👩‍👧‍👦u\u0308🇩🇪 hier", "hier")),
            "  |\n"
            "3 | 漢字👩‍👩‍👧‍👦u\u0308🇩🇪 hier\n"
            "  |           ^^^^\n"  // below column 2 + 2 + 2 + 1 + 2 and a space
            "\n");
  EXPECT_EQ(frame(finding("a 👍🏽 b", "👍🏽")),
            "  |\n"
            "3 | a 👍🏽 b\n"
            "  |   ^^\n"
            "\n");
  EXPECT_EQ(frame(finding("a\tb", "b")),
            "  |\n"
            "3 | a   b\n"
            "  |     ^\n"
            "\n");
}

TEST(FullFormat, ADraftCannotSteerTheTerminal) {
  EXPECT_EQ(frame(finding("x\x1b[2J\u202E hier", "hier")),
            "  |\n"
            "3 | x␛[2J<U+202E> hier\n"
            "  |               ^^^^\n"
            "\n");
  Diagnostic steering = finding("x", "x");
  steering.message = "found “\x1b[2J\nx”";
  steering.place.path = "b\x1b[2J\xFF\n.md";
  EXPECT_EQ(shown(steering).substr(0, shown(steering).find('\n')),
            "b␛[2J\uFFFD␊.md:3:1: error[date/impossible] found “␛[2J␊x”");
}

TEST(FullFormat, AnEmptySpanIsMarkedByOneSign) {
  EXPECT_EQ(frame(finding(place("abc", 1, 1))), "  |\n3 | abc\n  |  ^\n\n");
  EXPECT_EQ(frame(finding(place("abc", 3, 3))), "  |\n3 | abc\n  |    ^\n\n");
  EXPECT_EQ(frame(finding(place("", 0, 0))), "  |\n3 |\n  | ^\n\n");
  EXPECT_EQ(frame(finding(place("a\u00ADb", 1, 3))), "  |\n3 | ab\n  |  ^\n\n");  // a soft hyphen
}

// Whatever the line's length: it fits, and the mark stands below the words.
TEST(FullFormat, LongLinesAreCutAroundTheSpan) {
  std::string before;
  for (int i = 0; i < 500; ++i) before += "wört 漢 ";
  for (const std::size_t cut : {std::size_t{0}, std::size_t{40}, before.size()}) {
    const std::string text = before.substr(0, cut) + "HIER" + before.substr(0, before.size() - cut) + "Ende";
    const std::string out = frame(finding(text, "HIER"), 80);
    const std::size_t first = out.find('\n') + 1;
    const std::size_t second = out.find('\n', first) + 1;
    const std::string source = out.substr(first, second - first - 1);
    const std::string marks = out.substr(second, out.find('\n', second) - second);
    EXPECT_LE(display_width(source), 80U) << source;
    EXPECT_GE(display_width(source), 60U) << source;
    ASSERT_NE(source.find("HIER"), std::string::npos) << source;
    EXPECT_EQ(display_width(source.substr(0, source.find("HIER"))), marks.find('^')) << source;
    EXPECT_EQ(std::count(marks.begin(), marks.end(), '^'), 4) << marks;
  }
}

TEST(FullFormat, ASpanOfSeveralLines) {
  EXPECT_EQ(frame(finding(place("eins zwei\r\ndrei vier", 5, 15, 9))),
            "   |\n"
            " 9 | eins zwei\n"
            "   |      ^^^^\n"
            "10 | drei vier\n"
            "   | ^^^^\n"
            "\n");
}

TEST(FullFormat, ASecondFrameForARelatedPlace) {
  Diagnostic diagnostic = finding("Es sind fünf.", "fünf");
  diagnostic.related.push_back({place("Es sind sechs.", 8, 13, 120), "here it is six"});
  diagnostic.fixes.push_back({.title = "write “sechs”", .safe = false, .edits = {}});
  EXPECT_EQ(shown(diagnostic),
            "a.md:3:9: error[date/impossible] there is no such day\n"
            "    |\n"
            "  3 | Es sind fünf.\n"
            "    |         ^^^^\n"
            "   ::: a.md:120:9: here it is six\n"
            "    |\n"
            "120 | Es sind sechs.\n"
            "    |         -----\n"
            "    = help: write “sechs” (to be checked)\n"
            "\n");
}

TEST(FullFormat, ColoursOnlyWhenAsked) {
  const Diagnostic diagnostic = finding("abc", "b");
  EXPECT_EQ(shown(diagnostic).find('\x1b'), std::string::npos);
  std::string colored = shown(diagnostic, {.color = true});
  EXPECT_NE(colored.find("\x1b[1;31merror[date/impossible]\x1b[0m"), std::string::npos) << colored;
  // Without its colours it is the same text.
  for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
    colored.erase(at, colored.find('m', at) + 1 - at);
  }
  EXPECT_EQ(colored, shown(diagnostic));
}

TEST(Printable, KeepsLinesAndNothingElseThatMovesTheCursor) {
  EXPECT_EQ(printable("a\x1b[31m\nb\xFF\u202E\r\n"), "a␛[31m\nb\uFFFD<U+202E>␍\n");
  EXPECT_EQ(printable(""), "");
}

}  // namespace
}  // namespace stet
