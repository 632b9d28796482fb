#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/reading.h"

namespace stet {
namespace {

std::string source_of(const Document& d, SourceSpan span) {
  return std::string(d.source().utf8().substr(span.begin, span.size()));
}

// What stands in the source for a stretch of a block's text.
std::string source_of(const Document& d, std::size_t block, std::string_view text) {
  const Block& b = d.blocks()[block];
  const auto at = static_cast<std::uint32_t>(b.text.find(text));
  return source_of(d, b.map.to_source({at, at + static_cast<std::uint32_t>(text.size())}));
}

TEST(Markdown, HeadingsAndParagraphs) {
  const Document d = read_markdown_text("Vor\n===\n\n# Eins #\n\n## Zwei\nEin\nAbsatz.\n\nDrei\n---\n");
  EXPECT_EQ(outline(d), "title: Vor\nheading: Eins\nheading: Zwei\nparagraph: Ein Absatz.\nheading: Drei\n");
  EXPECT_EQ(d.blocks()[1].level, 1);
  EXPECT_EQ(d.blocks()[2].level, 2);
  EXPECT_EQ(source_of(d, d.blocks()[0].source), "Vor\n===");
  EXPECT_EQ(source_of(d, d.blocks()[1].source), "# Eins #");
  EXPECT_EQ(source_of(d, d.blocks()[3].source), "Ein\nAbsatz.");
  EXPECT_EQ(source_of(d, d.blocks()[4].source), "Drei\n---");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, MarkupInsideAWordAndADate) {
  const Document d = read_markdown_text("Am **Donnerstag**, *8. April* 2025, war Ab*schluss*.\n");
  EXPECT_EQ(d.blocks()[0].text, "Am Donnerstag, 8. April 2025, war Abschluss.");
  EXPECT_EQ(source_of(d, 0, "Donnerstag, 8. April 2025"), "Donnerstag**, *8. April* 2025");
  EXPECT_EQ(source_of(d, 0, "Abschluss"), "Ab*schluss");
  EXPECT_EQ(inline_list(d), "strong 'Donnerstag'\nemphasis '8. April'\nemphasis 'schluss'\n");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, EntitiesEscapesAndBreaks) {
  const Document d = read_markdown_text("a&nbsp;b \\*c\\* &nosuch; d&amp;e\r\nf  \r\ng\\\nh\n");
  EXPECT_EQ(d.blocks()[0].text, "a b *c* &nosuch; d&e f\ng\nh");
  EXPECT_EQ(source_of(d, 0, " "), "&nbsp;");
  EXPECT_EQ(source_of(d, 0, "*c*"), "*c\\*");
  EXPECT_EQ(source_of(d, 0, "d&e"), "d&amp;e");
  EXPECT_EQ(source_of(d, 0, "e f"), "e\r\nf");
  EXPECT_EQ(source_of(d, 0, "f\ng"), "f  \r\ng");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, LettersInPartsAndNoBreakSpacesAreReadAsMostWriteThem) {
  const Document d = read_markdown_text("Der *Bu\u0308rger*\u00A0Meier **gru\u0308ßt** \u00A0ga&#776;nzlich.\n");
  EXPECT_EQ(d.blocks()[0].text, "Der Bürger Meier grüßt \u00A0gänzlich.");
  EXPECT_EQ(source_of(d, 0, "Bürger Meier"), "Bu\u0308rger*\u00A0Meier");
  EXPECT_EQ(source_of(d, 0, "ü"), "u\u0308");
  EXPECT_EQ(source_of(d, 0, "änz"), "a&#776;nz");
  EXPECT_EQ(inline_list(d), "emphasis 'Bürger'\nstrong 'grüßt'\n");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, LinksKnowTheirTargetsAndWhereTheyStand) {
  const Document d = read_markdown_text(
      "[Der *Text*](https://a.de/x_(y)?a=1&amp;b=2 \"Titel\") <https://b.de> https://c.de/ www.d.de [e][r] "
      "[**f**](<g h\\>>) [](leer)\n\n[r]: https://ref.de/ä\n");
  EXPECT_EQ(inline_list(d),
            "link 'Der Text' -> https://a.de/x_(y)?a=1&b=2\n"
            "emphasis 'Text'\n"
            "link 'https://b.de' -> https://b.de\n"
            "link 'https://c.de/' -> https://c.de/\n"
            "link 'www.d.de' -> http://www.d.de\n"
            "link 'e' -> https://ref.de/ä\n"
            "link 'f' -> g h>\n"
            "strong 'f'\n"
            "link '' -> leer\n");
  EXPECT_EQ(source_of(d, d.inlines()[0].target_source), "https://a.de/x_(y)?a=1&amp;b=2");
  EXPECT_TRUE(d.inlines()[2].target_source.empty()) << "an autolink is its own target";
  EXPECT_TRUE(d.inlines()[3].target_source.empty());
  EXPECT_EQ(source_of(d, d.inlines()[5].target_source), "https://ref.de/ä");
  EXPECT_EQ(source_of(d, d.inlines()[6].target_source), "g h\\>");
  EXPECT_EQ(source_of(d, d.inlines()[8].target_source), "leer");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, ListsAreTrees) {
  const Document d = read_markdown_text(
      "- eins\n- zwei\n  - zwei.eins\n    weiter\n\n    Absatz\n  1. a\n  2. b\n- [x] getan\n-\n- **fett**\n");
  EXPECT_EQ(outline(d),
            "list-item: eins\nlist-item: zwei\nlist-item: zwei.eins weiter\nlist-item: Absatz\nlist-item: a\n"
            "list-item: b\nlist-item: getan\nlist-item: fett\n");
  EXPECT_EQ(list_tree(d), "ul[0|1 ul[2 3] ol[4|5]|6||7]");
  EXPECT_EQ(d.blocks()[1].level, 1);
  EXPECT_EQ(d.blocks()[2].level, 2);
  EXPECT_EQ(source_of(d, d.lists()[0].items[0].source), "- eins");
  EXPECT_EQ(source_of(d, d.lists()[0].items[2].source), "- [x] getan");
  EXPECT_EQ(source_of(d, d.lists()[2].items[1].source), "2. b");
  EXPECT_EQ(source_of(d, d.lists()[2].source), "1. a\n  2. b");
  EXPECT_EQ(source_of(d, d.blocks()[7].source), "**fett**");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, ListsOnOneLine) {
  const Document d = read_markdown_text("- - 1. x\n");
  EXPECT_EQ(list_tree(d), "ul[ul[ol[0]]]");
  EXPECT_EQ(source_of(d, d.lists()[1].items[0].source), "- 1. x");
  EXPECT_EQ(source_of(d, d.lists()[2].items[0].source), "1. x");
}

TEST(Markdown, ADayOfTheMonthIsNoListNumber) {
  const Document d = read_markdown_text(
      "8. April 2025 (Donnerstag) war frei.\n\nText\n\n1. Mai 2024 auch.\n\nText\n\n1. eins\n2. zwei\n");
  EXPECT_EQ(d.blocks()[0].text, "8. April 2025 (Donnerstag) war frei.");
  EXPECT_EQ(d.blocks()[2].text, "1. Mai 2024 auch.");
  EXPECT_EQ(d.blocks()[4].text, "eins");
  EXPECT_EQ(d.blocks()[5].text, "zwei");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, QuotesStripTheirMarks) {
  const Document d = read_markdown_text("> Das ist **ein\n> Zitat**\nohne Mark.\n> > tief\n> - Liste\n>   weiter\n");
  EXPECT_EQ(outline(d), "quote: Das ist ein Zitat ohne Mark.\nquote: tief\nlist-item: Liste weiter\n");
  EXPECT_EQ(source_of(d, 0, "ein Zitat"), "ein\n> Zitat");
  EXPECT_EQ(source_of(d, 2, "Liste weiter"), "Liste\n>   weiter");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, TablesKeepEmptyCells) {
  const Document d = read_markdown_text(
      "| a | b \\| c | |\n|---|:-:|---|\n| `x` |  | **z** |\n| nur |\n| |mitte||\n| ![Alt](b.png) | &amp; | <br> |\n");
  EXPECT_EQ(table_rows(d),
            "T0 H: a | b | c | \n"
            "T0: x |  | z\n"
            "T0: nur\n"
            "T0:  | mitte | \n"
            "T0: Alt | & | \n");
  for (const TableRow& row : d.tables()[0].rows) EXPECT_EQ(source_of(d, row.source).front(), '|');
  EXPECT_EQ(source_of(d, d.blocks()[d.tables()[0].rows[1].cells[1]].source), "  ");
  EXPECT_EQ(source_of(d, d.blocks()[d.tables()[0].rows[1].cells[2]].source), "**z**");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, ShortDelimitersMakeTablesToo) {
  const Document d = read_markdown_text("vor\n\na|b\n-|:-\nä|d&uuml;\n\n|x|\n|-|\n|y|\n\nnach `|-|` äh\n");
  EXPECT_EQ(table_rows(d), "T0 H: a | b\nT0: ä | dü\nT1 H: x\nT1: y\n");
  EXPECT_EQ(d.blocks().back().text, "nach |-| äh");
  EXPECT_EQ(source_of(d, 4, "dü"), "d&uuml;");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, TablesInQuotesAndLists) {
  const Document d =
      read_markdown_text("> | a | b |\n> |---|---|\n> | | d |\n\n- | e | f |\n  |---|---|\n  | g |  |\n");
  EXPECT_EQ(table_rows(d), "T0 H: a | b\nT0:  | d\nT1 H: e | f\nT1: g | \n");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, CodeIsVerbatim) {
  const Document d = read_markdown_text(
      "Mit `in line` und\n\n```py\na  b\n\n  c\n```\n\n    tief\n      tiefer\n\n> ```\n> q\n> r\n> ```\n");
  EXPECT_EQ(outline(d), "paragraph: Mit in line und\ncode: a  b⏎⏎  c\ncode: tief⏎  tiefer\ncode: q⏎r\n");
  EXPECT_EQ(inline_list(d), "code 'in line'\n");
  EXPECT_EQ(source_of(d, d.blocks()[1].source), "```py\na  b\n\n  c\n```");
  EXPECT_TRUE(d.blocks()[1].map.whole_copy());
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, CodeSpansOverLines) {
  const Document d = read_markdown_text("a `b\nc` d\n");
  EXPECT_EQ(d.blocks()[0].text, "a b c d");
  EXPECT_EQ(source_of(d, 0, "b c"), "b\nc");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, RawHtmlIsNoProse) {
  const Document d = read_markdown_text(
      "<div class=\"x\">\nRoh\n</div>\n\nEin <b>Wort</b> <!-- stet x: y --> und<br>Zeile <a\nhref=\"u\">L</a>.\n\n<!-- "
      "allein -->\n");
  EXPECT_EQ(outline(d),
            "raw-html: <div class=\"x\">⏎Roh⏎</div>\n"
            "paragraph: Ein Wort und⏎Zeile L.\n"
            "raw-html: <b>\nraw-html: </b>\nraw-html: <!-- stet x: y -->\nraw-html: <br>\n"
            "raw-html: <a⏎href=\"u\">\nraw-html: </a>\nraw-html: <!-- allein -->\n");
  EXPECT_EQ(source_of(d, 1, "Wort und\nZeile L"), "Wort</b> <!-- stet x: y --> und<br>Zeile <a\nhref=\"u\">L");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, ImagesAreCaptions) {
  const Document d = read_markdown_text(
      "![Alt &uuml; *Text*](b.png \"Titel\")\n\nVor ![mit\nUmbruch](c.png) nach.\n\n[![im "
      "Link](d.png)](e)\n\n![](leer.png)\n");
  EXPECT_EQ(outline(d), "caption: Alt ü Text\nparagraph: Vor nach.\ncaption: mit Umbruch\ncaption: im Link\n");
  EXPECT_EQ(source_of(d, 0, "Alt ü"), "Alt &uuml;");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, FootnotesDoNotDisturb) {
  const Document d = read_markdown_text(
      "Satz[^1] geht _weiter_[^n-2]. Kein [^anderes].\n\n[^1]: Wort.\n[^n-2]: Zweite\n  Zeile `[^1]`.\n");
  EXPECT_EQ(outline(d),
            "paragraph: Satz geht weiter. Kein [^anderes].\nparagraph: Wort.\nparagraph: Zweite Zeile [^1].\n");
  EXPECT_EQ(source_of(d, 0, "Satz geht"), "Satz[^1] geht");
  EXPECT_EQ(inline_list(d), "emphasis 'weiter'\ncode '[^1]'\n");
  EXPECT_EQ(source_of(d, d.blocks()[1].source), "[^1]: Wort.");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, NulAndBrokenBytesAreReplaced) {
  const Document d = read_text(std::string_view("a\0b \xFF c\n", 8), Format::kMarkdown);
  EXPECT_EQ(d.blocks()[0].text, "a\uFFFDb \uFFFD c");
  EXPECT_EQ(source_of(d, 0, "a\uFFFDb"), std::string("a\0b", 3));
  EXPECT_EQ(d.source().to_disk(d.blocks()[0].map.to_source({6, 9})), (DiskSpan{4, 5}));
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, NothingIsRepeatedBehindANul) {
  using namespace std::string_view_literals;
  const Document d = read_text("<div>\nf\0oo\n</div>\n\n    co\0de\n\n[a\0b](c \"d\0e\") `x\0`\n"sv, Format::kMarkdown);
  EXPECT_EQ(outline(d), "raw-html: <div>⏎f\uFFFDoo⏎</div>\ncode: co\uFFFDde\nparagraph: a\uFFFDb x\uFFFD\n");
  EXPECT_EQ(broken_law(d), "");
}

TEST(Markdown, Utf16LiesOnDiskInUnitsOfTwo) {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string_view("**ab** c\n")) bytes += {c, '\0'};
  const Document d = read_text(bytes, Format::kMarkdown);
  EXPECT_EQ(d.blocks()[0].text, "ab c");
  EXPECT_EQ(d.source().to_disk(d.blocks()[0].map.to_source({0, 2})), (DiskSpan{6, 10}));
}

TEST(Markdown, EmptyAndBlankFiles) {
  for (const std::string_view text : {"", "\n", "\r\n\r\n", " \t\n", "\uFEFF", "<!---->", "[a]: b\n", "***\n"}) {
    EXPECT_EQ(broken_law(read_markdown_text(text)), "") << text;
  }
  EXPECT_TRUE(read_markdown_text(" \n").blocks().empty());
}

}  // namespace
}  // namespace stet
