#include "facts/roles.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "document/document.h"
#include "facts/facts.h"
#include "rule/ruleset.h"
#include "support/reading.h"

namespace stet {
namespace {

// One line a mention: "office “written” first surname", with the country and what makes it no present office.
std::string roles(std::string_view text, std::string_view language) {
  static const RuleSet rules = RuleSet::builtin();
  ReadOptions options;
  options.language = Language(language);
  const Document document = read_text(text, Format::kPlain, options);
  const Facts facts = Facts::extract(document, rules.knowledge());
  const CueSource& source = *facts.cues("role").source;
  std::string out;
  for (const RoleMention& mention : read_roles(document, facts, ~0U, 100)) {
    const std::string_view in = document.block(mention.block).text;
    const bool abroad = mention.nation != RoleMention::kNoNation;
    out += fmt::format("{} “{}” {} {}{}{}{}\n", source.keys[mention.role],
                       in.substr(mention.span.begin, mention.span.size()), mention.first, mention.surname,
                       abroad ? " " + source.keys[mention.nation] : "", mention.past ? " past" : "",
                       mention.joined ? " joined" : "");
  }
  return out;
}

TEST(Roles, BeforeTheName) {
  EXPECT_EQ(roles("Finanzminister Jan Meier sprach.", "de"), "office-finance “Finanzminister” jan meier\n");
  EXPECT_EQ(roles("Finance Minister Jan Meier spoke.", "en"), "office-finance “Finance Minister” jan meier\n");
  EXPECT_EQ(roles("Habló el ministro de Defensa, Luis Prado, ayer.", "es"),
            "office-defence “ministro de Defensa” luis prado\n");
}

TEST(Roles, BehindTheName) {
  EXPECT_EQ(roles("Jane Doe, the company's CFO, smiled.", "en"), "office-cfo “CFO” jane doe\n");
  EXPECT_EQ(roles("Merkel (CDU), Finanzminister Scholz und andere kamen.", "de"),
            "party-cdu “CDU”  merkel\noffice-finance “Finanzminister”  scholz\n");
}

TEST(Roles, WithTheirCountry) {
  EXPECT_EQ(roles("The Polish president Nowak came.", "en"), "office-president “Polish president”  nowak nation-pl\n");
  EXPECT_EQ(roles("Poland’s president Nowak came.", "en"), "office-president “Poland’s president”  nowak nation-pl\n");
  EXPECT_EQ(roles("US-Außenminister Harlow kam.", "de"), "office-foreign “US-Außenminister”  harlow nation-us\n");
  EXPECT_EQ(roles("Le ministre russe des Affaires étrangères, Igor Dobrov, part.", "fr"),
            "office-foreign “ministre russe des Affaires étrangères” igor dobrov nation-ru\n");
}

TEST(Roles, OfThePastOrOneOfTwo) {
  EXPECT_EQ(roles("Former foreign minister Hale spoke.", "en"), "office-foreign “foreign minister”  hale past\n");
  EXPECT_EQ(roles("Der Finanz- und Außenminister Meier sprach.", "de"),
            "office-foreign “Außenminister”  meier joined\n");
}

TEST(Roles, AWordBehindTheNameIsNoPartOfIt) {
  EXPECT_EQ(roles("Finanzminister Jan Meier sprach. Sie warf Finanzminister Meier Versagen vor.", "de"),
            "office-finance “Finanzminister” jan meier\noffice-finance “Finanzminister”  meier\n");
}

TEST(Roles, ListsAreNoArticles) {
  std::string text;
  for (int i = 0; i < 101; ++i) text += "Finanzminister Meier sprach. ";
  EXPECT_EQ(roles(text, "de"), "");
}

}  // namespace
}  // namespace stet
