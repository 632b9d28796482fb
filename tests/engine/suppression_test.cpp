#include "engine/suppression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/permission_index.h"
#include "rule/ruleset.h"
#include "support/reading.h"

namespace stet {
namespace {

using ::testing::ElementsAre;

// Each permission as "rule: what it covers".
std::vector<std::string> permissions(std::string_view markdown) {
  const Document document = read_markdown_text(markdown);
  const Suppressions suppressions(document);
  std::vector<std::string> all;
  for (const Permission& permission : suppressions.permissions()) {
    const std::string_view reach = document.source().utf8().substr(permission.reach.begin, permission.reach.size());
    all.push_back(std::string(permission.rule) + ": " + std::string(reach));
  }
  return all;
}

std::size_t idle(std::string_view markdown) {
  const Document document = read_markdown_text(markdown);
  return Suppressions(document).idle().size();
}

TEST(Suppression, OneAboveABlockCoversIt) {
  EXPECT_THAT(permissions("<!-- stet date/impossible: why -->\n\nEins.\n\nZwei.\n"),
              ElementsAre("date/impossible: \n\nEins."));
  EXPECT_THAT(permissions("<!-- stet a, b -->\n<!-- stet c -->\n\nEins.\n"),
              ElementsAre("a: \n<!-- stet c -->\n\nEins.", "b: \n<!-- stet c -->\n\nEins.", "c: \n\nEins."));
}

TEST(Suppression, OneInsideABlockCoversIt) {
  EXPECT_THAT(permissions("Eins <!-- stet a --> zwei.\n\nDrei.\n"), ElementsAre("a: Eins <!-- stet a --> zwei."));
  EXPECT_THAT(permissions("Eins\nund <!-- stet a -->.\n\nDrei.\n"), ElementsAre("a: Eins\nund <!-- stet a -->."));
}

// At the end of a paragraph, in lines of their own, they mean what follows; a comment of several lines is no line
// that something leads.
TEST(Suppression, SeveralAtTheEndOfAParagraph) {
  EXPECT_THAT(
      permissions("Eins.\n<!-- stet a -->\n<!-- stet b --> <!-- stet c -->\n\nZwei.\n"),
      ElementsAre("a: \n<!-- stet b --> <!-- stet c -->\n\nZwei.", "b:  <!-- stet c -->\n\nZwei.", "c: \n\nZwei."));
  EXPECT_THAT(permissions("Eins. <!-- stet a --> <!-- stet b -->\n\nZwei.\n"),
              ElementsAre("a: Eins. <!-- stet a --> <!-- stet b -->", "b: Eins. <!-- stet a --> <!-- stet b -->"));
  EXPECT_THAT(permissions("Eins. <!-- stet a:\nso --> <!-- stet b -->\n\nZwei.\n"),
              ElementsAre("a: Eins. <!-- stet a:\nso --> <!-- stet b -->", "b: \n\nZwei."));
}

TEST(Suppression, StretchesEndByNameOrWithTheLastBegin) {
  EXPECT_THAT(permissions("<!-- stet-begin a, b -->x<!-- stet-begin c -->y<!-- stet-end -->z<!-- stet-end b -->w"),
              ElementsAre("a: x<!-- stet-begin c -->y<!-- stet-end -->z<!-- stet-end b -->w",
                          "b: x<!-- stet-begin c -->y<!-- stet-end -->z", "c: y"));
  EXPECT_THAT(permissions("<!-- stet-begin a -->x<!-- stet-begin a -->y<!-- stet-end a -->z<!-- stet-end -->w"),
              ElementsAre("a: x<!-- stet-begin a -->y<!-- stet-end a -->z", "a: y"));
}

TEST(Suppression, WhatCanDoNothingIsIdle) {
  EXPECT_EQ(idle("<!-- stet-end -->"), 1U);
  EXPECT_EQ(idle("<!-- stet-end a -->"), 1U);
  EXPECT_EQ(idle("<!-- stet-begin a -->x<!-- stet-end a -->y<!-- stet-end a -->"), 1U);
  EXPECT_EQ(idle("<!-- stet-begin a -->x<!-- stet-end b -->y<!-- stet-end a -->"), 1U);
  EXPECT_EQ(idle("<!-- stet -->\n\nx"), 1U);
  EXPECT_EQ(idle("<!-- stet-begin a -->x<!-- stet-end -->"), 0U);
}

TEST(Suppression, EveryCommentThatTouchesIsUsed) {
  const RuleSet rules = RuleSet::builtin();
  const auto rule = std::ranges::find(rules.rules(), "repetition/doubled-word", &Rule::name);
  ASSERT_NE(rule, rules.rules().end());
  const Document document = read_markdown_text(
      "The the <!-- stet repetition/doubled-word, tone/filler --> cat <!-- stet repetition -->.\n\n"
      "<!-- stet * -->\n\nSat <!-- stet repetition --> on on.\n");
  Suppressions suppressions(document);
  const auto used = [&suppressions] {
    std::string all;
    for (const Permission& permission : suppressions.permissions()) all += permission.used ? 'x' : '-';
    return all;
  };
  const auto at = [&](std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document.source().utf8().find(text));
    return SourceSpan{begin, begin + static_cast<std::uint32_t>(text.size())};
  };
  EXPECT_FALSE(suppressions.allows(*rule, {500, 501}));
  EXPECT_EQ(used(), "-----");
  EXPECT_TRUE(suppressions.allows(*rule, at("The the")));
  EXPECT_EQ(used(), "x-x--");
  EXPECT_TRUE(suppressions.allows(*rule, at("on on")));
  EXPECT_EQ(used(), "x-xxx");
  EXPECT_TRUE(suppressions.allows(*rule, at("The the")));
}

// The index against looking at every permission.
TEST(PermissionIndex, FindsWhatTouches) {
  std::mt19937 dice(3);
  const auto rolled = [&dice](std::uint32_t below) { return static_cast<std::uint32_t>(dice() % below); };
  for (int round = 0; round < 300; ++round) {
    std::vector<SourceSpan> reaches(1 + rolled(20));
    for (SourceSpan& reach : reaches) {
      reach.begin = rolled(30);
      reach.end = reach.begin + rolled(12);
    }
    std::ranges::stable_sort(reaches, {}, &SourceSpan::begin);
    PermissionIndex index;
    for (std::size_t i = 0; i < reaches.size(); ++i) index.add(i, reaches[i]);
    std::set<std::size_t> told;
    for (int question = 0; question < 12; ++question) {
      const std::uint32_t begin = rolled(40);
      const SourceSpan finding{begin, begin + rolled(6)};
      std::set<std::size_t> expected;
      for (std::size_t i = 0; i < reaches.size(); ++i) {
        const bool at = finding.empty() && reaches[i].begin <= begin && begin <= reaches[i].end;
        if (reaches[i].overlaps(finding) || at) expected.insert(i);
      }
      const bool any = !expected.empty();
      for (const std::size_t known : told) expected.erase(known);
      std::set<std::size_t> taken;
      EXPECT_EQ(index.touches(finding, [&](std::size_t i) { EXPECT_TRUE(taken.insert(i).second); }), any);
      EXPECT_EQ(taken, expected);
      told.insert(taken.begin(), taken.end());
    }
  }
}

TEST(PermissionIndex, NothingTouchesWhenThereIsNone) {
  PermissionIndex index;
  EXPECT_FALSE(index.touches({0, 5}, [](std::size_t) { FAIL(); }));
}

}  // namespace
}  // namespace stet
