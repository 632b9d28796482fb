#include "report/facts_list.h"

#include <gtest/gtest.h>

#include "rule/ruleset.h"

namespace stet {
namespace {

std::vector<FactRow> facts_of(std::string text, std::string_view language = "de") {
  ReadOptions options;
  options.language = Language(language);
  const Document document = read_document("a.md", std::move(SourceText::from_bytes(std::move(text)).value()), options);
  static const RuleSet kRules = RuleSet::builtin();
  return list_facts(document, Facts::extract(document, kRules.knowledge()));
}

TEST(FactsList, ATableOfDatesAndNumbers) {
  const auto rows = facts_of("Am **Dienstag**, 8. April 2025, kamen rund 1.200 Gäste; am 9. April waren es weniger.\n");
  EXPECT_EQ(facts_as_table(rows),
            "a.md:1:6   date    Dienstag, 8. April 2025  2025-04-08 Tuesday    year in the text\n"
            "a.md:1:44  number  1.200                    1200 Gäste            about\n"
            "a.md:1:60  date    9. April                 2025-04-09 Wednesday  year from nearby date\n");
}

TEST(FactsList, WhatIsNotKnownIsLeftOpen) {
  EXPECT_EQ(facts_as_table(facts_of("Am 8. April war Markt, im Mai 2025 nicht, am 31. April 2025 nie.\n")),
            "a.md:1:4   date  8. April        --04-08                   year unknown\n"
            "a.md:1:27  date  Mai 2025        2025-05                   year in the text\n"
            "a.md:1:46  date  31. April 2025  2025-04-31 (no such day)  year in the text\n");
}

TEST(FactsList, JsonHoldsValuesAndPlaces) {
  EXPECT_EQ(
      facts_as_json(facts_of("Am 8.4.2025 kostete es 3,50 Euro.\n")),
      "{\"version\": 1, \"facts\": [\n"
      "{\"path\": \"a.md\", \"kind\": \"date\", \"text\": \"8.4.2025\", \"value\": \"2025-04-08\", \"known\": \"year "
      "in "
      "the text\", "
      "\"weekday\": \"Tuesday\", \"span\": {\"start\": 3, \"end\": 11}, \"start\": {\"line\": 1, \"column\": 4, "
      "\"utf16\": 3}, "
      "\"end\": {\"line\": 1, \"column\": 12, \"utf16\": 11}},\n"
      "{\"path\": \"a.md\", \"kind\": \"currency\", \"text\": \"3,50 Euro\", \"value\": \"3.5 EUR\", \"number\": 3.5, "
      "\"low\": 3.495, \"high\": 3.505, \"unit\": \"EUR\", \"span\": {\"start\": 23, \"end\": 32}, "
      "\"start\": {\"line\": 1, \"column\": 24, \"utf16\": 23}, \"end\": {\"line\": 1, \"column\": 33, \"utf16\": "
      "32}}\n]}\n");
}

TEST(FactsList, NothingFound) {
  EXPECT_EQ(facts_as_json(facts_of("Ein Satz.\n")), "{\"version\": 1, \"facts\": []}\n");
}

}  // namespace
}  // namespace stet
