#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "source/bare-homepage";
constexpr const char* kMessage = "” source cited by its home page, not by the article: seekurier.example\n";

std::string in(std::string_view text, Format format = Format::kMarkdown) { return findings(kRule, text, format, "de"); }
std::string at(std::string_view place_and_excerpt) { return std::string(place_and_excerpt) + kMessage; }

TEST(BareHomepage, PointsAtTheAddressInEveryFormat) {
  EXPECT_EQ(in("Laut [Seekurier](http://www.seekurier.example) ist zu."), at("1:18 “http://www.seekurier.example"));
  EXPECT_EQ(in("Laut [Seekurier](http://www.seekurier.example) ist zu.", Format::kPlain),
            at("1:18 “http://www.seekurier.example"));
  EXPECT_EQ(in("<p>Laut <a href='http://seekurier.example'>Seekurier</a> ist zu.", Format::kHtml),
            at("1:18 “http://seekurier.example"));
  EXPECT_EQ(in("Laut <http://seekurier.example> ist zu."), at("1:7 “http://seekurier.example"));
  EXPECT_EQ(in("Laut WWW.Seekurier.example, ist zu."), at("1:6 “WWW.Seekurier.example"));
}

TEST(BareHomepage, AHomePageMayNameItsLanguageOrFile) {
  for (const char* path : {"", "/", "/de", "/de/", "/index.html", "/home.htm"}) {
    const std::string address = std::string("https://seekurier.example") + path;
    EXPECT_EQ(in("Laut [Seekurier](" + address + ") ist zu."), at("1:18 “" + address)) << path;
  }
  for (const char* path : {"/news", "/de/4711", "/?p=12", "/#start", "/a.pdf"}) {
    EXPECT_EQ(in("Laut [Seekurier](https://seekurier.example" + std::string(path) + ") ist zu."), "") << path;
  }
}

TEST(BareHomepage, TheCitationStandsBesideTheLink) {
  constexpr const char* kLink = "[Seekurier](https://seekurier.example)";
  EXPECT_NE(in(std::string("Wie ") + kLink + " heute berichtete, ist zu."), "");
  EXPECT_NE(in(std::string("Laut dem Portal ") + kLink + " ist zu."), "");
  EXPECT_EQ(in(std::string("Laut dem Wirt, der das ") + kLink + " nennt, ist zu."), "");
  EXPECT_EQ(in(std::string("So sehr sie es laut sagte. ") + kLink + " ist zu."), "");
  EXPECT_EQ(in(std::string("Der ") + kLink + " ist zu. Er berichtete nichts."), "");
}

TEST(BareHomepage, ListsOfSources) {
  EXPECT_EQ(in("## Quellen\n\n* www.seekurier.example\n  * https://seekurier.example/a\n* Rathaus\n"),
            at("3:3 “www.seekurier.example"));
  EXPECT_EQ(in("| Ort | Lindau |\n|---|---|\n| Quellen | www.seekurier.example |\n"),
            at("3:13 “www.seekurier.example"));
  EXPECT_EQ(in("| Quellen | Stand |\n|---|---|\n| Rathaus | Mai |\n\nwww.seekurier.example\n"), "");
  EXPECT_EQ(in("## Links\n\n* www.seekurier.example\n"), "");
}

TEST(BareHomepage, SourcesInOneLine) {
  EXPECT_EQ(in("Quellen: [Rathaus](https://rathaus.example/a), [Seekurier](https://seekurier.example)"),
            at("1:60 “https://seekurier.example"));
  EXPECT_EQ(in("Quelle: Rathaus. Karten bei [Seekurier](https://seekurier.example)"), "");
}

TEST(BareHomepage, WhoeverTheTitleNamesMayBeCitedByTheirOwnSite) {
  constexpr const char* kText = "Laut [Verlag](https://seekurier.example) trifft es die Druckerei.\n";
  EXPECT_EQ(in(std::string("# SEEKURIER streicht Stellen\n\n") + kText), "");
  EXPECT_NE(in(std::string("# Zeitung streicht Stellen\n\n") + kText), "");
}

TEST(BareHomepage, ManyCitationsInOneBlockTakeNoTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Laut X www. http://a.example/b ](https://a.example/c ";
  EXPECT_EQ(in(text, Format::kPlain), "");
}

}  // namespace
}  // namespace stet
