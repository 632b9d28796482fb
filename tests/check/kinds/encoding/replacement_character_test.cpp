#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/checking.h"

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kRule = "encoding/replacement-character";

TEST(ReplacementCharacter, ExactInUtf16AndCrlf) {
  const std::string text = "😀 Das ist f\uFFFDr alle.\r\nEin Bild\uFFFC.\r\n";
  EXPECT_THAT(marked_by(kRule, text), ElementsAre("f\uFFFDr", "\uFFFC"));
  EXPECT_THAT(marked_by(kRule, utf16(text)), ElementsAre(utf16("f\uFFFDr").substr(2), utf16("\uFFFC").substr(2)));
  EXPECT_EQ(fixed_by(kRule, text), "😀 Das ist f\uFFFDr alle.\r\nEin Bild.\r\n");
}

TEST(ReplacementCharacter, BrokenBytesAreAnotherRules) {
  EXPECT_THAT(marked_by(kRule, "Das ist f\xFCr alle."), IsEmpty());
  EXPECT_THAT(marked_by(kRule, "Das ist f\xFCr alle, gr\uFFFD\uFFFDer."), ElementsAre("gr\uFFFD\uFFFDer"));
}

constexpr std::string_view kGerman = "Der Rat und die Stadt haben das nicht gewollt, sagte sie. ";

TEST(ReplacementCharacter, QuestionMarksNeedProof) {
  const auto marked = [](std::string_view text) { return marked_by(kRule, std::string(kGerman) + std::string(text)); };
  EXPECT_THAT(marked("Das ist f?r die Leute."), ElementsAre("f?r"));
  EXPECT_THAT(marked("Das ist f?r die Leute in K?nigstein."), ElementsAre("f?r", "K?nigstein"));
  EXPECT_THAT(marked("Das ist schön f?r die Leute in K?nigstein."), ElementsAre("f?r"));
  EXPECT_THAT(marked("Sie fragte: wer?wie?was? Und K?nigstein?"), IsEmpty());
  EXPECT_THAT(marked("Mehr unter example.org/a?f?r und index.php?id=f?r."), IsEmpty());
  EXPECT_THAT(marked("F?R ALLE: GR??TE HILFE, ?BER NACHT"), ElementsAre("F?R", "GR??TE", "?BER"));
}

TEST(ReplacementCharacter, TheFixIsAGuess) {
  const std::string text = std::string(kGerman) + "F?r die T?r, ?ber Nacht.";
  EXPECT_EQ(fixed_by(kRule, text), text);
  EXPECT_EQ(fixed_by(kRule, text, "a.txt", true), std::string(kGerman) + "Für die Tür, über Nacht.");
}

}  // namespace
}  // namespace stet
