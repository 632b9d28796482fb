// Sections under a heading of page furniture, and runs of lines around an article.
#include <gtest/gtest.h>

#include "engine/check_file.h"
#include "engine/fix.h"

namespace stet {
namespace {

constexpr std::string_view kRelated = R"(
kind     = "phrase"
severity = "warning"
removes  = true
covers   = ["boilerplate/menu"]
message  = { en = "pointer" }
why      = { en = "Why." }
[messages]
section = { en = "“{match}” and {lines} lines" }
remove  = { en = "delete" }
[any]
opens = ["Read next", "Comments"]
[[bad]]
language = "en"
text = "⟦Read next⟧"
[[good]]
language = "en"
text = "Read."
)";

constexpr std::string_view kMenu = R"(
kind     = "phrase"
severity = "warning"
message  = { en = "menu" }
why      = { en = "Why." }
[any]
lines = ["Menu", "Sport", "Share", "Print", "Reply"]
[[bad]]
language = "en"
text = "⟦Sport⟧"
[[good]]
language = "en"
text = "Read."
)";

constexpr std::string_view kBlock = R"(
kind     = "page-block"
severity = "warning"
message  = { en = "{lines} lines, {known} known, {others} not" }
why      = { en = "Why." }
covers   = ["boilerplate/menu"]
threshold   = 1.0
beside      = 1.2
brief       = 1.0
word        = -0.08
stop        = -1.2
figures     = 0.8
links       = 1.5
enclosed    = 1.6
before-body = -0.4
in-body     = -1.2
behind-body = 0.6
[messages]
boxed  = { en = "{lines} boxed lines" }
known  = { en = "{lines} known lines" }
remove = { en = "delete" }
[any]
keeps = ["By (\\w+ ){0,2}\\w+"]
[[bad]]
language = "en"
text = "⟦Menu\nLeeds\nSport⟧"
format = "plain"
[[good]]
language = "en"
text = "Read."
)";

const std::string kOne =
    "The council closed the bridge over the canal on Monday because two of its beams had rusted through, and nobody "
    "could say when it would open again to the buses that cross it forty times a day.";
const std::string kTwo =
    "Drivers have to take the long way round by the mill until then, said the mayor, who had crossed it that very "
    "morning on her bicycle and had noticed nothing at all but a slight humming in the rails.";

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleSource source;
    for (const auto& [name, toml] : {std::pair("boilerplate/related", kRelated), std::pair("boilerplate/menu", kMenu),
                                     std::pair("boilerplate/block", kBlock)}) {
      auto rule = parse_rule(name, std::string(name) + ".toml", toml, source.lexicon);
      EXPECT_TRUE(rule.ok()) << (rule.ok() ? "" : rule.error()[0].message);
      if (rule.ok()) source.rules.push_back(std::move(*rule));
    }
    auto compiled = RuleSet::compile(std::move(source));
    EXPECT_TRUE(compiled.ok()) << (compiled.ok() ? "" : compiled.error()[0].message);
    return std::move(*compiled);
  }();
  return set;
}

// One a line: rule: “what it marks” message. Line feeds are written as ⏎.
std::string findings(const std::string& text, const std::string& path = "t.txt") {
  std::string out;
  const FileReport report = check_source(path, SourceText::from_bytes(text).value(), rules(), CheckOptions{});
  for (const Diagnostic& d : report.diagnostics) {
    std::string marked = text.substr(d.place.span.begin, d.place.span.end - d.place.span.begin);
    for (std::size_t at = 0; (at = marked.find('\n', at)) != std::string::npos;) marked.replace(at, 1, "⏎");
    out += d.rule.substr(d.rule.find('/') + 1) + ": “" + marked + "” " + d.message + "\n";
  }
  return out;
}

TEST(Section, EndsWithThePassageWithinAnArticle) {
  EXPECT_EQ(findings(kOne + "\n\nRead next\nWhy clocks run late\n„All mine“\n\nA new bridge\n\n" + kTwo + "\n"),
            "related: “Read next⏎Why clocks run late⏎„All mine“” “Read next” and 2 lines\n");
}

TEST(Section, LeavesTheSubheadingToTheProse) {
  // Blank lines between all lines tell nothing: the one over the paragraph may be its heading.
  EXPECT_EQ(findings(kOne + "\n\nRead next\n\nWhy clocks run late\n\nA new bridge\n\n" + kTwo + "\n\n" + kOne + "\n"),
            "related: “Read next⏎⏎Why clocks run late” “Read next” and 1 lines\n");
  EXPECT_EQ(findings(kOne + "\n\nRead next\n\nA new bridge\n\n" + kTwo + "\n\n" + kOne + "\n"),
            "related: “Read next” pointer\n");
}

TEST(Section, HoldsWhatFollowsTheArticle) {
  EXPECT_EQ(
      findings(kOne + "\n\n" + kTwo + "\n\nComments\n\nAnn, 3 hours ago\n\nSo true. It hums at night too.\n\nReply\n"),
      "related: “Comments⏎⏎Ann, 3 hours ago⏎⏎So true. It hums at night too.⏎⏎Reply” “Comments” and 3 lines\n");
}

TEST(Section, EndsBeforeTheNextHeadingOfItsKind) {
  EXPECT_EQ(findings(kOne + "\n\n" + kTwo + "\n\nRead next\nA cat on a bus\nComments\nAnn\n"),
            "related: “Read next⏎A cat on a bus” “Read next” and 1 lines\n"
            "related: “Comments⏎Ann” “Comments” and 1 lines\n");
}

TEST(Section, NeedsAHeadingThatIsNoSentence) { EXPECT_EQ(findings(kOne + "\n\nRead next.\n\n" + kTwo + "\n"), ""); }

TEST(Section, StopsAtAListOfTheArticle) {
  std::string steps;
  for (int i = 0; i < 20; ++i) steps += "Cut the rope\n";
  EXPECT_EQ(findings(kOne + "\n\nRead next\n" + steps + "\n" + kTwo + "\n"), "related: “Read next” pointer\n");
}

TEST(Section, IsDeletedWithItsLineEnd) {
  const std::string text = kOne + "\n\nRead next\nA cat on a bus\n\n" + kTwo + "\n";
  const FixedFile fixed = fix_file("t.txt", text, rules(), CheckOptions{}, true, [](FileReport&) {});
  EXPECT_EQ(fixed.bytes, kOne + "\n\n\n" + kTwo + "\n");
  const FixedFile kept = fix_file("t.txt", text, rules(), CheckOptions{}, false, [](FileReport&) {});
  EXPECT_EQ(kept.bytes, text);
}

TEST(PageBlock, TakesInWhatStandsBetweenKnownLines) {
  EXPECT_EQ(findings("Menu\nLeeds\nSport\nObituaries\n\nThe bridge that hums\n\n" + kOne + "\n\n" + kTwo + "\n"),
            "block: “Menu⏎Leeds⏎Sport⏎Obituaries” 4 lines, 2 known, 2 not\n");
}

TEST(PageBlock, LeavesTitleBylineAndLeadAlone) {
  const std::string rest = "\n\n" + kOne + "\n\n" + kTwo + "\n";
  EXPECT_EQ(findings("Menu\nSport\nThe bridge that hums at night\nBy Ann Lee\nShare\nPrint" + rest),
            "menu: “Menu” menu\nmenu: “Sport” menu\nmenu: “Share” menu\nmenu: “Print” menu\n");
}

TEST(PageBlock, NeedsKnownLinesOnBothSidesWithinAnArticle) {
  const std::string top = kOne + "\n\n";
  const std::string rest = "\n\n" + kTwo + "\n";
  EXPECT_EQ(findings(top + "Share\nTwo eggs\nPrint" + rest), "block: “Share⏎Two eggs⏎Print” 3 lines, 2 known, 1 not\n");
  EXPECT_EQ(findings(top + "Share\nPrint\n\nTwo eggs\nFlour\nMilk" + rest), "menu: “Share” menu\nmenu: “Print” menu\n");
}

TEST(PageBlock, TakesTeasersBehindTheArticle) {
  EXPECT_EQ(
      findings(kOne + "\n\n" + kTwo + "\n\nShare\nWhy clocks on platforms always run late\nSport\nA cat on a bus\n"),
      "block: “Share⏎Why clocks on platforms always run late⏎Sport⏎A cat on a bus” 4 lines, 2 known, 2 not\n");
}

TEST(PageBlock, BeginsWithTheNameOfTheSiteWhenTheTitleIsYetToCome) {
  const std::string rest = "\n\n" + kOne + "\n\n" + kTwo + "\n";
  EXPECT_EQ(findings("The Hooter\n\nMenu\nSport\n\nThe bridge that hums at night" + rest),
            "block: “The Hooter⏎⏎Menu⏎Sport” 3 lines, 2 known, 1 not\n");
  EXPECT_EQ(findings("Humming bridge\n\nShare\nPrint" + rest), "menu: “Share” menu\nmenu: “Print” menu\n");
}

TEST(PageBlock, TakesInWhatStandsInAMenuWithoutBlankLines) {
  const std::string menu = "Menu\nLeeds\nSport\nSport\nHeating and hot water\nSport\nPrint\nMenu\n";
  EXPECT_EQ(findings(menu + "Market town\nThe bridge that hums at night\nBy Ann Lee\n" + kOne + "\n" + kTwo + "\n"),
            "block: “Menu⏎Leeds⏎Sport⏎Sport⏎Heating and hot water⏎Sport⏎Print⏎Menu” 8 lines, 6 known, 2 not\n");
  EXPECT_EQ(findings("Menu\nLeeds\nSport\nShare\nBy Ann Lee\n" + kOne + "\n" + kTwo + "\n"),
            "menu: “Menu” menu\nmenu: “Sport” menu\nmenu: “Share” menu\n");
}

TEST(PageBlock, AMenuEndsAboveTheLineThatSpeaksOfWhatTheBodySpeaksOf) {
  const std::string rest = kOne + "\n" + kTwo + "\n";
  // The first line is not the title, and headlines of other articles stand over it.
  EXPECT_EQ(
      findings("The Hooter\nSport\nWhy clocks on platforms always run late\nMenu\nCanal bridge closed to buses\n" +
               rest),
      "block: “The Hooter⏎Sport⏎Why clocks on platforms always run late⏎Menu” 4 lines, 2 known, 2 not\n");
  EXPECT_EQ(findings("Canal bridge closed to buses\nSport\nMenu\n" + rest), "menu: “Sport” menu\nmenu: “Menu” menu\n");
  EXPECT_EQ(findings("Canal bridge\nSport\nMenu\nA bridge hums\n" + rest), "menu: “Sport” menu\nmenu: “Menu” menu\n");
}

TEST(PageBlock, ATitleThatComesAgainIsTheLaterOne) {
  const std::string title = "Canal bridge closed to buses";
  EXPECT_EQ(findings("The Hooter\nMenu\nNews, " + title + "\nSport\n" + title + "\n" + kOne + "\n" + kTwo + "\n"),
            "block: “The Hooter⏎Menu⏎News, " + title + "⏎Sport” 4 lines, 2 known, 2 not\n");
}

TEST(PageBlock, BlankLinesMakeABox) {
  const std::string rest = "\n\n" + kTwo + "\n\n" + kOne + "\n\nAnd so it hums, says the mayor, and will go on to.\n";
  const std::string box = "Read next\nA cat on a bus\nIt got off at the sea and sat there.\nA dog on a train";
  EXPECT_EQ(findings(kOne + "\n\n" + box + rest),
            "related: “Read next⏎A cat on a bus” “Read next” and 1 lines\n"
            "block: “It got off at the sea and sat there.⏎A dog on a train” 2 boxed lines\n");
  // Numbers make a list of the article's own, and a word of a menu may be a subheading.
  EXPECT_EQ(findings(kOne + "\n\nPrint\n2 eggs\n40 g flour\n1 l milk" + rest), "menu: “Print” menu\n");
  EXPECT_EQ(findings(kOne + "\n\nSport\nThe rowers train elsewhere now, and not gladly." + rest),
            "menu: “Sport” menu\n");
  // No blank lines between the paragraphs: they tell nothing.
  EXPECT_EQ(findings("Sport\nA cat on a bus\n" + kOne + "\n" + kTwo + "\n\n" + kOne + "\n"), "menu: “Sport” menu\n");
}

TEST(PageBlock, ASentenceBetweenFurnitureBehindTheArticleBelongsToIt) {
  const std::string top = kOne + "\n\n" + kTwo + "\n\n";
  const std::string bio = "Ann writes about rivers, and has kept otters since she was a child of four or five.";
  EXPECT_EQ(findings(top + "Share\nSport\n" + bio + "\nPrint\n"),
            "block: “Share⏎Sport⏎" + bio + "⏎Print” 4 lines, 3 known, 1 not\n");
  EXPECT_EQ(findings(top + bio + "\nShare\nPrint\n"), "menu: “Share” menu\nmenu: “Print” menu\n");
}

TEST(PageBlock, EntriesInOneLineAreAMenu) {
  EXPECT_EQ(findings("The Hooter\nSport | Rivers | Print | Woods\nMenu\nCanal bridge closed to buses\n" + kOne + "\n" +
                     kTwo + "\n"),
            "block: “The Hooter⏎Sport | Rivers | Print | Woods⏎Menu” 3 lines, 2 known, 1 not\n");
}

TEST(Section, ALineTooLongForASubheadingBelongsToIt) {
  const std::string rest = "\n" + kTwo + "\n" + kOne + "\n";
  const std::string headline = "Why clocks on platforms always run late";
  EXPECT_EQ(findings(kOne + "\nRead next\n" + headline + rest),
            "related: “Read next⏎" + headline + "” “Read next” and 1 lines\n");
  // Unless the article has subheadings of that length.
  EXPECT_EQ(findings(kOne + "\nWhat the mayor heard on the old bridge\n" + kTwo + "\nRead next\n" + headline + rest),
            "related: “Read next” pointer\n");
}

TEST(Section, HoldsHeadlinesWithTheirSummaries) {
  const std::string first =
      "Why clocks on platforms always run late\nA watchmaker found the reason in a drawer of his aunt.";
  const std::string second = "A cat takes the bus to the sea\nIt got off at the harbour and sat there until dark.";
  EXPECT_EQ(
      findings(kOne + "\nRead next\n" + first + "\n" + second + "\n" + kTwo + "\n" + kOne + "\n"),
      "related: “Read next⏎Why clocks on platforms always run late⏎A watchmaker found the reason in a drawer of his "
      "aunt.⏎A cat takes the bus to the sea⏎It got off at the harbour and sat there until dark.” “Read next” and 4 "
      "lines\n");
  // One may be a subheading and its paragraph.
  EXPECT_EQ(findings(kOne + "\nRead next\n" + first + "\n" + kTwo + "\n" + kOne + "\n"),
            "related: “Read next⏎Why clocks on platforms always run late” “Read next” and 1 lines\n");
}

TEST(Section, ATimeBeginsNoSubheading) {
  EXPECT_EQ(findings(kOne + "\nRead next\n14:02 Otter seen\n14:37 Bridge closed\n" + kTwo + "\n" + kOne + "\n"),
            "related: “Read next⏎14:02 Otter seen⏎14:37 Bridge closed” “Read next” and 2 lines\n");
  EXPECT_EQ(findings(kOne + "\nRead next\nOtter seen\nBridge closed\n" + kTwo + "\n" + kOne + "\n"),
            "related: “Read next⏎Otter seen” “Read next” and 1 lines\n");
}

TEST(PageBlock, AWholePageNeedsOneKnownLineForAMenu) {
  const std::string top = "The Hooter\nRivers\nMenu\nWoods\n\nCanal bridge closed to buses\n\n";
  const std::string body = kOne + "\n\n" + kTwo + "\n\n" + kOne + "\n";
  EXPECT_EQ(findings(top + body), "menu: “Menu” menu\n");
  const std::string found = findings(top + body + "\nSport\nSport\nMenu\nShare\nPrint\n");
  EXPECT_TRUE(found.starts_with("block: “The Hooter⏎Rivers⏎Menu⏎Woods” 4 lines, 1 known, 3 not\n")) << found;
}

TEST(PageBlock, ALabelBetweenKnownLinesOverTheBodyIsFurniture) {
  const std::string title = "Canal bridge closed to buses\n";
  EXPECT_EQ(findings(title + "Share\nPin\nPrint\n" + kOne + "\n" + kTwo + "\n"),
            "block: “Share⏎Pin⏎Print” 3 lines, 2 known, 1 not\n");
  EXPECT_EQ(findings(title + "Share\nPrint\nAnn Lee\n" + kOne + "\n" + kTwo + "\n"),
            "menu: “Share” menu\nmenu: “Print” menu\n");
}

TEST(PageBlock, SummariesOfOtherArticlesAreNotTheArticlesEnd) {
  const std::string summary =
      "Ships that turn in the harbour need the lights of the old tower, and nobody knows who pays for the lamp since "
      "its "
      "keeper retired to the hills with a cat.";
  const std::string teasers = "Why clocks on platforms run late\n" + summary + "\nSport\nA cat on a bus\n" + summary +
                              "\nMenu\nWhat the otter eats\n" + summary + "\nPrint\n";
  const std::string found = findings(kOne + "\n\n" + kTwo + "\n\nRead next\n" + teasers);
  EXPECT_TRUE(found.ends_with("“Read next” and 9 lines\n")) << found;
}

TEST(PageBlock, ALineBetweenTwoParagraphsDoesNotPartThem) {
  const std::string brief =
      "The mill stands still on Sundays. Whoever comes then has to swim or wait until the ferry wakes.";
  EXPECT_EQ(findings(kOne + "\n\nRead next\n\n" + brief + "\n"), "related: “Read next” pointer\n");
  EXPECT_EQ(findings(kOne + "\n\nSport\n\n" + kTwo + "\n\nSport\n\n" + kOne + "\n\nSport\n\n" + brief + "\n"),
            "menu: “Sport” menu\nmenu: “Sport” menu\nmenu: “Sport” menu\n");
}

TEST(PageBlock, LinesOfMarkdownStandForThemselves) {
  const std::string rest = "\n\n" + kOne + "\n\n" + kTwo + "\n";
  const auto found = [&](const std::string& text) { return findings(text + rest, "t.md"); };
  EXPECT_EQ(found("Menu\nTwo of three\nShare\nPrint"),
            "block: “Menu⏎Two of three⏎Share⏎Print” 4 lines, 3 known, 1 not\n");
  EXPECT_EQ(found("[Menu](/a)  \n[Two of three](/b)  \n[Share](/c)  "),
            "block: “[Menu](/a)  ⏎[Two of three](/b)  ⏎[Share](/c)” 3 lines, 2 known, 1 not\n");
  EXPECT_EQ(found("Menu\nof the day\nShare"), "");
  EXPECT_EQ(found("Menu\nShare"), "");
  EXPECT_EQ(found("> Menu\n> Two of three\n> Share"), "");
}

TEST(PageBlock, SeesAcrossOneBlankLineBehindTheArticle) {
  const std::string top = kOne + "\n\n" + kTwo + "\n\n";
  EXPECT_EQ(findings(top + "Share\nPrint\n\nA cat takes the bus\n\nSport\nMenu\n"),
            "block: “Share⏎Print⏎⏎A cat takes the bus⏎⏎Sport⏎Menu” 5 lines, 4 known, 1 not\n");
}

TEST(PageBlock, IsSilentWithoutKnownLines) {
  EXPECT_EQ(findings(kOne + "\n\n" + kTwo + "\n\nLeeds 2\nYork 1\nHull 0\n"), "");
}

TEST(PageBlock, LeavesFewKnownLinesToTheirRules) {
  EXPECT_EQ(findings("Menu\nSport\nShare\n"), "menu: “Menu” menu\nmenu: “Sport” menu\nmenu: “Share” menu\n");
  EXPECT_EQ(findings("Menu\nSport\nShare\nPrint\nMenu\nSport\n"),
            "block: “Menu⏎Sport⏎Share⏎Print⏎Menu⏎Sport” 6 known lines\n");
}

TEST(PageBlock, WorksInLinesThatEndWithCarriageReturns) {
  EXPECT_EQ(findings("Menu\r\nLeeds\r\nSport\r\n\r\n" + kOne + "\r\n\r\n" + kTwo + "\r\n"),
            "block: “Menu\r⏎Leeds\r⏎Sport” 3 lines, 2 known, 1 not\n");
}

}  // namespace
}  // namespace stet
