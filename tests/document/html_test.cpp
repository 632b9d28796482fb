#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "support/reading.h"

namespace stet {
namespace {

std::string outline_of(std::string_view html) {
  const Document document = read_html_text(html);
  EXPECT_EQ(broken_law(document), "") << html;
  return outline(document);
}

TEST(Html, TextInReadingOrderWithRoles) {
  EXPECT_EQ(
      outline_of(R"(<!DOCTYPE html><html lang="de"><head><title>Bad bleibt zu | Blatt</title>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Start</a></li><li>Sport</li></ul></nav>
<article><h1>Bad bleibt zu</h1>
<p>Das   <b>Hallenbad</b> bleibt
 bis&nbsp;Mai zu.<br>Die Stadt baut&#8230;</p>
<script>var p = "<p>nicht</p>";</script>
<blockquote><p>„Es dauert.“</p></blockquote>
<figure><img src="a.jpg" alt="Leeres Becken &amp; Kran"><figcaption>Foto: A. Berg</figcaption></figure>
<pre>int x;</pre>
</article><aside><p>Mehr dazu</p></aside><footer>Impressum</footer></body></html>)"),
      "front-matter: Bad bleibt zu | Blatt\nnavigation: Start\nnavigation: Sport\ntitle: Bad bleibt zu\n"
      "paragraph: Das Hallenbad bleibt bis Mai zu.⏎Die Stadt baut…\nquote: „Es dauert.“\n"
      "caption: Leeres Becken & Kran\ncaption: Foto: A. Berg\ncode: int x;\naside: Mehr dazu\nfooter: Impressum\n");
}

TEST(Html, LanguagesAndReferenceDates) {
  const Document document = read_html_text(
      R"(<html lang="fr"><head><meta property="article:published_time" content="2025-04-08T06:00:00+02:00">
<script type="application/ld+json">{"@graph":[{"@type":"Article","datePublished":"2025-04-07"}]}</script></head>
<body><p>Le pont est fermé.</p><p lang="de-CH">Die Brücke ist zu.</p><p>Il dit <span lang="en">never again</span>.</p>
<time datetime="2025-04-06">dimanche</time></body></html>)");
  EXPECT_EQ(document.language().code(), "fr");
  EXPECT_EQ(document.blocks()[0].language.code(), "fr");
  EXPECT_EQ(document.blocks()[1].language.code(), "de");
  ASSERT_TRUE(document.reference_date());
  EXPECT_EQ(document.reference_date()->date, (CivilDate{2025, 4, 7}));
  EXPECT_EQ(document.reference_date()->origin, DateOrigin::kJsonLd);
  ASSERT_EQ(document.inlines().size(), 1U);
  EXPECT_EQ(document.inlines()[0].language.code(), "en");
}

TEST(Html, TablesKeepTheirCells) {
  const Document document = read_html_text(
      "<table><tr><th>Ort</th><th>Datum</th></tr><tr><td>Ulm</td><td></td></tr></table><table><tr><td><h2>Kopf</"
      "h2><p>Satz.</p></td></tr></table>");
  EXPECT_EQ(broken_law(document), "");
  EXPECT_EQ(table_rows(document), "T0 H: Ort | Datum\nT0: Ulm | \n");
  EXPECT_THAT(outline(document), testing::HasSubstr("heading: Kopf\nparagraph: Satz.\n"));
}

TEST(Html, ListsNestAndLinksKeepTheirTargets) {
  const Document document =
      read_html_text("<ul><li>Eins<ol><li>Zwei</li></ol></li><li><a href='/x?a=1&amp;b=2'>Drei</a></li></ul>");
  EXPECT_EQ(broken_law(document), "");
  EXPECT_EQ(outline(document), "list-item: Eins\nlist-item: Zwei\nlist-item: Drei\n");
  ASSERT_EQ(document.inlines().size(), 1U);
  EXPECT_EQ(document.inlines()[0].target, "/x?a=1&b=2");
  const SourceSpan target = document.inlines()[0].target_source;
  EXPECT_EQ(document.source().utf8().substr(target.begin, target.size()), "/x?a=1&amp;b=2");
}

TEST(Html, WhatIsHiddenIsNotRead) {
  EXPECT_EQ(outline_of("<p>Da<span hidden>nicht</span></p><div style='display: none'>weg</div><p "
                       "aria-hidden=true>weg</p><noscript>weg</noscript>"),
            "paragraph: Da\n");
}

TEST(Html, EntitiesMapToTheirSource) {
  const std::string html = "<p>Gr&uuml;&szlig;e &#x1F3AF; a &lt; b &amp;amp; &unknown; 5 < 6</p>";
  const Document document = read_html_text(html);
  EXPECT_EQ(broken_law(document), "");
  ASSERT_EQ(document.blocks().size(), 1U);
  const Block& block = document.blocks()[0];
  EXPECT_EQ(block.text, "Grüße 🎯 a < b &amp; &unknown; 5 < 6");
  const SourceSpan word = block.map.to_source({0, 7});
  EXPECT_EQ(html.substr(word.begin, word.size()), "Gr&uuml;&szlig;e");
  EXPECT_FALSE(block.map.is_verbatim({0, 7}));
}

TEST(Html, BrokenMarkupIsReadAllTheSame) {
  for (const char* html :
       {"<p>a<b>c</p>d</b>", "<table>fremd<tr><td>x", "</p></div>text", "<li>ohne Liste", "<p>a</foo>b",
        "<a href=x><div>Block im Link</div></a>", "<", "<p>a<p>b<ul><p>c", "", "<!-- nur -->",
        "<table><tr><td>a<ul><li>b</li></ul></td></tr></table>", "<tr><td>lose", "a\r\nb<br>\rc"}) {
    outline_of(html);
  }
  EXPECT_EQ(outline_of("<table>fremd<tr><td>x</td></tr></table>"), "paragraph: fremd\ntable-cell: x\n");
}

TEST(Html, DeepNestingIsSurvived) {
  std::string html;
  for (int i = 0; i < 100000; ++i) html += "<div>";
  html += "tief";
  EXPECT_THAT(outline(read_html_text(html)), testing::HasSubstr("tief"));
}

// Tags, entities and letters in any order: there is a document, and its positions hold.
TEST(Html, RandomMarkupKeepsTheLaws) {
  const std::vector<std::string> parts = {"<p>",
                                          "</p>",
                                          "<b>",
                                          "</b>",
                                          "<ul>",
                                          "<li>",
                                          "</ul>",
                                          "<table>",
                                          "<tr>",
                                          "<td>",
                                          "</td>",
                                          "</table>",
                                          "ä ",
                                          "&amp;",
                                          "&uuml",
                                          "wort ",
                                          "\r\n",
                                          "<br>",
                                          "<a href='x'>",
                                          "</a>",
                                          "<img alt='b &lt; c'>",
                                          "<h2>",
                                          "</h2>",
                                          "<!--x-->",
                                          "<pre>",
                                          "</pre>",
                                          "<div lang=fr>",
                                          "</div>",
                                          "<span lang=en>",
                                          "</span>",
                                          "<q>",
                                          "🎯"};
  std::mt19937 random(3);
  for (int round = 0; round < 4000; ++round) {
    std::string html;
    for (std::size_t i = 0, n = random() % 25; i < n; ++i) html += parts[random() % parts.size()];
    const Document document = read_html_text(html);
    ASSERT_EQ(broken_law(document), "") << html;
  }
}

}  // namespace
}  // namespace stet
