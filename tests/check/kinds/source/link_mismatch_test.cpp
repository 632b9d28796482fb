#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

std::string in(std::string_view text, Format format = Format::kMarkdown) {
  return findings("source/link-mismatch", text, format);
}
// Whether a link of this text to this address is silent.
bool silent(const std::string& label, const std::string& address) {
  return in("See [" + label + "](" + address + ").").empty();
}

TEST(LinkMismatch, NamesBothSitesAndBothPlaces) {
  EXPECT_EQ(in("See [www.harbour.example](https://shop.example/a?b=1)."),
            "1:6 “www.harbour.example” the link text names harbour.example, but the link leads to shop.example\n"
            "  1:27 “https://shop.example/a?b=1” it leads here\n");
  EXPECT_EQ(in("See [www.harbour.example](https://shop.example).", Format::kPlain),
            "1:6 “www.harbour.example” the link text names harbour.example, but the link leads to shop.example\n"
            "  1:27 “https://shop.example” it leads here\n");
}

TEST(LinkMismatch, OneSiteUnderSeveralNames) {
  EXPECT_TRUE(silent("harbour.example", "https://www.harbour.example/a"));
  EXPECT_TRUE(silent("www.harbour.example", "https://news.harbour.example/a"));
  EXPECT_TRUE(silent("news.council.gov.uk", "https://council.gov.uk/"));
  EXPECT_FALSE(silent("council.gov.uk", "https://elsewhere.gov.uk/"));
  EXPECT_TRUE(silent("ha-fen.de", "https://hafen.at/x"));
  EXPECT_TRUE(silent("twitter.com", "https://x.com/harbour"));
  EXPECT_TRUE(silent("harbour.example", "https://bit.ly/3abc"));
  EXPECT_TRUE(silent("harbour.example", "https://pages.example/harbour.example"));
  EXPECT_TRUE(silent("bücher.de", "https://xn--bcher-kva.de/"));
}

TEST(LinkMismatch, OnlyATextThatIsASiteNamesOne) {
  EXPECT_TRUE(silent("the harbour", "https://shop.example"));
  EXPECT_TRUE(silent("a report at harbour.example", "https://shop.example"));
  EXPECT_TRUE(silent("Harbour.com", "https://shop.example"));
  EXPECT_TRUE(silent("main.cpp", "https://shop.example"));
  EXPECT_TRUE(silent("2.de", "https://shop.example/2"));
  EXPECT_TRUE(silent("mail@harbour.example", "https://shop.example"));
  EXPECT_TRUE(silent("harbour.example", "/local/page"));
  EXPECT_TRUE(silent("harbour.example", "mailto:mail@shop.example"));
  EXPECT_FALSE(silent("→ harbour.example →", "https://shop.example"));
  EXPECT_FALSE(silent("https://Harbour.example:8080/a", "https://shop.example"));
}

}  // namespace
}  // namespace stet
