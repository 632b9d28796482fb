#include "engine/repeated_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/check_file.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kFirst =
    "Die Brücke bleibt bis zum Herbst gesperrt.\n\n- Unsere besten Rezepte für den Herbst!\n";
constexpr const char* kSecond =
    "Das Bad öffnet im Mai.\n\n**Unsere BESTEN Rezepte** für den Herbst\n\nDas Bad öffnet im Mai.\n";

std::vector<std::string> findings(const char* text, const RepeatedLines& repeated) {
  static const RuleSet rules = RuleSet::builtin();
  CheckOptions options;
  options.read.format = Format::kMarkdown;
  options.repeated = &repeated;
  std::vector<std::string> out;
  for (const Diagnostic& d : check_source("t.md", SourceText::from_bytes(text).value(), rules, options).diagnostics) {
    if (d.rule == "boilerplate/repeated-across-files") out.push_back(d.excerpt + ": " + d.message);
  }
  return out;
}

TEST(RepeatedLines, AreReportedInEachFileWhateverTheirSpelling) {
  RepeatedLines repeated;
  repeated.add(line_keys(kFirst));
  repeated.add(line_keys(kSecond));
  EXPECT_THAT(findings(kFirst, repeated),
              ElementsAre("Unsere besten Rezepte für den Herbst!: this line stands in 2 files of this run"));
}

TEST(RepeatedLines, TwiceInOneFileIsNotTwoFiles) {
  RepeatedLines repeated;
  repeated.add(line_keys(kSecond));
  EXPECT_THAT(findings(kSecond, repeated), IsEmpty());
}

TEST(RepeatedLines, ShortAndLongLinesHaveNoKey) {
  std::vector<Word> scratch;
  EXPECT_EQ(line_key("Mehr lesen", scratch), 0U);
  EXPECT_EQ(line_key(std::string(100, 'a') + std::string(301, ' ') + "b c d", scratch), 0U);
  EXPECT_NE(line_key("eins zwei drei", scratch), line_key("eins drei zwei", scratch));
}

}  // namespace
}  // namespace stet
