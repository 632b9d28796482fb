#include <gtest/gtest.h>

#include "document/document.h"
#include "support/reading.h"

namespace stet {
namespace {

TEST(Plain, OneLineIsOneParagraph) {
  const Document d = read_plain_text(
      "Streit um die Brücke\n"
      "Die Stadt will die alte Brücke sperren, sobald der Frost kommt, und zwar für Lastwagen und Busse "
      "gleichermaßen.\n"
      "Der Rat tagt.\n");
  EXPECT_EQ(outline(d),
            "title: Streit um die Brücke\n"
            "paragraph: Die Stadt will die alte Brücke sperren, sobald der Frost kommt, und zwar für Lastwagen und "
            "Busse gleichermaßen.\n"
            "paragraph: Der Rat tagt.\n");
  EXPECT_EQ(d.blocks()[0].source, (SourceSpan{0, 21}));
}

TEST(Plain, ANumberThatMakesNoListStaysInTheText) {
  const Document d =
      read_plain_text("Der Tag kam.\n\n28. April 2023, 19:50 Uhr\n\n1. FC Köln verliert das Spiel am Ende.\n");
  EXPECT_EQ(outline(d),
            "paragraph: Der Tag kam.\n"
            "paragraph: 28. April 2023, 19:50 Uhr\n"
            "paragraph: 1. FC Köln verliert das Spiel am Ende.\n");
}

}  // namespace
}  // namespace stet
