#include "text/styled_letters.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

std::string marked(std::string_view text) {
  std::string out;
  std::size_t pos = 0;
  for (const StyledWord& word : styled_words(text)) {
    out += text.substr(pos, word.span.begin - pos);
    out += '[' + word.plain + ']';
    pos = word.span.end;
  }
  return out += text.substr(pos);
}

TEST(StyledLetters, WordsAndPhrasesInSignsOfMathematicsAreTold) {
  EXPECT_EQ(marked("Jetzt 𝐆𝐫𝐚𝐭𝐢𝐬 testen, 𝓳𝓮𝓽𝔃𝓽 𝓪𝓫!"), "Jetzt [Gratis] testen, [jetzt ab]!");
  EXPECT_EQ(marked("𝐁𝐮𝐲 𝐧𝐨𝐰 𝐚𝐧𝐝 𝐬𝐚𝐯𝐞 today"), "[Buy now and save] today");
  EXPECT_EQ(marked("ℋ𝓮𝓁𝓁𝓸"), "[Hello]");
}

TEST(StyledLetters, ALetterInAWordIsTold) {
  EXPECT_EQ(marked("The pａssword, the counciⅼ, the Ꭲreaty and the b𝗮nk"),
            "The [password], the [council], the [Treaty] and the [bank]");
}

TEST(StyledLetters, FormulasNumeralsAndOtherScriptsAreLeftAlone) {
  for (const std::string_view text : {"𝑓(𝑥) = 𝑎𝑥 + 𝑏, 𝑠𝑖𝑛 𝑥, ℝ, ℂ and the 𝓛-function", "Louis Ⅻ, part ⅲ, Ⅳa, Klasse ⅸ",
                                      "ＮＨＫとＪＲの計画", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "plain words, naïve ones, Ⓐ and ™"}) {
    EXPECT_EQ(marked(text), text);
  }
}

TEST(StyledLetters, TheCheapLookSeesAllOfThem) {
  for (const std::string_view text : {"b𝗮nk", "pａssword", "pＡssword", "counciⅼ", "Ꭲreaty", "Ᏼank"}) {
    EXPECT_TRUE(may_be_styled(text)) << text;
  }
  EXPECT_FALSE(may_be_styled("Größe – “naïve” 日本語, здесь, ☎ 😀"));
}

}  // namespace
}  // namespace stet
