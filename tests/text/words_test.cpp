#include "text/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/unicode.h"

namespace stet {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<Word> words;
  cut_words(text, words);
  std::vector<std::string> out;
  for (const Word& word : words) out.emplace_back(text.substr(word.begin, word.end - word.begin));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Words, EndAtHyphensApostrophesAndUnderscores) {
  EXPECT_EQ(words_of("L’été d'un Leser*innen-Abo_2 (§ 3)"),
            (Strings{"L", "été", "d", "un", "Leser", "innen", "Abo", "2", "3"}));
}

TEST(Words, HoldMarksAndSoftHyphensInside) {
  EXPECT_EQ(words_of("u\u0308ber Donau\u00ADdampf\u00AD schiff"),
            (Strings{"u\u0308ber", "Donau\u00ADdampf", "schiff"}));
}

TEST(Words, EveryScript) {
  EXPECT_EQ(words_of("Привет, мир! שלום 2025年4月8日 नमस्ते🙂ok"),
            (Strings{"Привет", "мир", "שלום", "2025年4月8日", "नमस्ते", "ok"}));
}

TEST(Words, HashIgnoresCaseFormAndSoftHyphens) {
  EXPECT_EQ(hash_word("STRASSE"), hash_word("straße"));
  EXPECT_EQ(hash_word("\u00DCBER"), hash_word("u\u0308ber"));
  EXPECT_EQ(hash_word("Donau\u00ADdampfschifffahrtsgesellschaft"), hash_word("donaudampfschifffahrtsgesellschaft"));
  EXPECT_NE(hash_word("uber"), hash_word("über"));
}

// The fast path over ASCII must come to the same hash as folding, at every length and place in the buffer.
TEST(Words, FastPathEqualsFolding) {
  std::string word;
  for (int length = 1; length <= 70; ++length) {
    word.push_back(
        static_cast<char>(length % 7 == 0 ? '0' + length % 10 : (length % 2 == 0 ? 'A' : 'a') + length % 26));
    for (const std::string& text : {word, word + " x", "(" + word + ")", word + "“", "é " + word}) {
      std::vector<Word> words;
      cut_words(text, words);
      const std::size_t at = text.front() == '\xC3' ? 1 : 0;
      ASSERT_GT(words.size(), at) << text;
      EXPECT_EQ(words[at].end - words[at].begin, word.size()) << text;
      EXPECT_EQ(words[at].hash, hash_word(word)) << text;
    }
  }
}

TEST(Words, OtherCharacters) {
  std::vector<Word> words;
  const CharSet set = cut_words("a <b> 🎯 7", words);
  EXPECT_TRUE(set.has('<'));
  EXPECT_TRUE(set.has(CharSet::kDigit));
  EXPECT_TRUE(set.has(CharSet::kSymbol));
  EXPECT_FALSE(set.has('['));
  EXPECT_TRUE(cut_words("die A4-Seite", words).has(CharSet::kDigit));
  EXPECT_TRUE(cut_words("४ Seiten", words).has(CharSet::kDigit));
  EXPECT_FALSE(cut_words("vier Seiten", words).has(CharSet::kDigit));
  EXPECT_FALSE(cut_words("über den Fluss", words).has(CharSet::kSymbol));
}

TEST(Fold, IsCanonicalAndCaseless) {
  EXPECT_EQ(fold("Große ÉTÉ ﬁn"), "grosse e\u0301te\u0301 fin");
  EXPECT_EQ(fold("E\u0301te\u0301"), fold("été"));
  EXPECT_EQ(fold("İIıi"), "iiii");
}

TEST(WordEdge, KnowsUnicode) {
  const std::string text = "über";
  EXPECT_TRUE(is_word_edge(text, 0));
  EXPECT_FALSE(is_word_edge(text, 2));  // between ü and b, where an ASCII \b would say yes
  EXPECT_TRUE(is_word_edge(text, text.size()));
}

}  // namespace
}  // namespace stet
