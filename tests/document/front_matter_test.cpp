#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/reading.h"

namespace stet {
namespace {

// "key = value @ what stands in the source", one line an entry.
std::string entries(const Document& d) {
  std::string out;
  for (const FrontMatterEntry& e : d.front_matter()) {
    out +=
        e.key + " = " + e.value + " @ " + std::string(d.source().utf8().substr(e.source.begin, e.source.size())) + "\n";
  }
  return out;
}

TEST(FrontMatter, YamlValuesWithTheirPlaces) {
  const Document d = read_markdown_text(
      "---\n"
      "title: \"Größe \\\"zählt\\\"\"\n"
      "lang: de-AT\n"
      "date: 2025-04-08T10:00:00Z\n"
      "tags: [Politik, 'zwei Wörter']\n"
      "author:\n"
      "  name: Eva Maier\n"
      "---\n"
      "Der Text.\n");
  EXPECT_EQ(entries(d),
            "title = Größe \"zählt\" @ Größe \\\"zählt\\\"\n"
            "lang = de-AT @ de-AT\n"
            "date = 2025-04-08T10:00:00Z @ 2025-04-08T10:00:00Z\n"
            "tags = Politik @ Politik\n"
            "tags = zwei Wörter @ zwei Wörter\n"
            "author.name = Eva Maier @ Eva Maier\n");
  EXPECT_EQ(d.language(), Language("de"));
  ASSERT_TRUE(d.reference_date());
  EXPECT_EQ(d.reference_date()->date, (CivilDate{2025, 4, 8}));
  EXPECT_EQ(d.reference_date()->origin, DateOrigin::kFrontMatter);
  EXPECT_EQ(
      outline(d),
      "front-matter: Größe \"zählt\"\nfront-matter: zwei Wörter\nfront-matter: Eva Maier\nparagraph: Der Text.\n");
  EXPECT_EQ(broken_law(d), "");
  const Block& title = d.blocks()[0];
  EXPECT_EQ(title.map.to_source({9, 15}), (SourceSpan{22, 28})) << "zählt, between two escaped quotes";
}

TEST(FrontMatter, FoldedAndLiteralBlocks) {
  const Document d = read_markdown_text(
      "---\r\n"
      "lead: >\r\n"
      "  Gefaltet über\r\n"
      "  zwei Zeilen.\r\n"
      "verse: |\r\n"
      "  eins\r\n"
      "  zwei drei\r\n"
      "plain: läuft\r\n"
      "  hier weiter\r\n"
      "---\r\n");
  EXPECT_EQ(
      outline(d),
      "front-matter: Gefaltet über zwei Zeilen.\nfront-matter: eins⏎zwei drei\nfront-matter: läuft hier weiter\n");
  EXPECT_EQ(broken_law(d), "");
}

TEST(FrontMatter, TomlValuesWithTheirPlaces) {
  const Document d = read_markdown_text(
      "+++\n"
      "title = \"Ämter \\u00e4ndern sich\"\n"
      "date = 2025-04-08T10:00:00+02:00\n"
      "weight = 3\n"
      "[params]\n"
      "language = 'fr'\n"
      "lead = \"\"\"\nmehr\nzeilig\"\"\"\n"
      "+++\n"
      "Text.\n");
  EXPECT_EQ(entries(d),
            "title = Ämter ändern sich @ Ämter \\u00e4ndern sich\n"
            "date = 2025-04-08 @ 2025-04-08\n"
            "weight = 3 @ 3\n"
            "params.language = fr @ fr\n"
            "params.lead = mehr\nzeilig @ mehr\nzeilig\n");
  EXPECT_EQ(d.reference_date()->date, (CivilDate{2025, 4, 8}));
  EXPECT_EQ(d.blocks().back().text, "Text.");
  EXPECT_EQ(broken_law(d), "");
}

TEST(FrontMatter, TheSurestDateKeyCounts) {
  EXPECT_EQ(read_markdown_text("---\ncreated: 2024-01-01\nPublish_Date: 2025-04-08\n---\n").reference_date()->date,
            (CivilDate{2025, 4, 8}));
  EXPECT_FALSE(read_markdown_text("---\ndate: 4/5/2025\n---\n").reference_date());
  EXPECT_FALSE(read_markdown_text("---\ndate: 2025-02-30\n---\n").reference_date());
  EXPECT_FALSE(read_markdown_text("---\nupdated: 2025-02-20\n---\n").reference_date());
}

TEST(FrontMatter, ATitleWithAColonIsReadAllTheSame) {
  const Document d = read_markdown_text("---\ntitle: Wahl: das Ergebnis\nslug: wahl\n---\nText.\n");
  EXPECT_EQ(entries(d), "title = Wahl: das Ergebnis @ Wahl: das Ergebnis\nslug = wahl @ wahl\n");
  EXPECT_EQ(outline(d), "front-matter: Wahl: das Ergebnis\nparagraph: Text.\n");
}

TEST(FrontMatter, AThematicBreakIsNone) {
  for (const std::string_view text :
       {"---\n\nText ohne Ende.\n", "---\nNur ein Satz.\n---\nMehr.\n", "---\n\nText: hier.\n\nMehr davon\n\n---\n",
        "----\ntitle: x\n----\n", " ---\ntitle: x\n---\n", "--- x\ntitle: x\n---\n", "+++\nkein toml\n+++\n"}) {
    EXPECT_TRUE(read_markdown_text(text).front_matter().empty()) << text;
    EXPECT_FALSE(read_markdown_text(text).blocks().empty()) << text;
  }
}

TEST(FrontMatter, AnEmptyHeaderIsOne) {
  EXPECT_EQ(outline(read_markdown_text("---\n---\nText.\n")), "paragraph: Text.\n");
  EXPECT_EQ(outline(read_markdown_text("---\ntitle:\n...\nText.\n")), "paragraph: Text.\n");
}

TEST(FrontMatter, StandsInPlainTextAndHtmlToo) {
  EXPECT_EQ(outline(read_plain_text("---\ntitle: Ein Titel\n---\nText.\n")),
            "front-matter: Ein Titel\nparagraph: Text.\n");
  EXPECT_EQ(read_html_text("---\ntitle: Ein Titel\n---\n<p>Text.</p>\n").front_matter().size(), 1U);
}

TEST(FrontMatter, AttacksStaySmall) {
  std::string deep = "---\na: ";
  deep += std::string(20000, '[') + std::string(20000, ']') + "\n---\nText.\n";
  EXPECT_LE(read_markdown_text(deep).front_matter().size(), 1U);
  std::string laughs = "---\na0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last + "]\n";
  }
  const Document d = read_markdown_text(laughs + "---\nText.\n");
  EXPECT_LE(d.front_matter().size(), 2001U);
}

}  // namespace
}  // namespace stet
