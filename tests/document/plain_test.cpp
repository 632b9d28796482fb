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

}  // namespace
}  // namespace stet
