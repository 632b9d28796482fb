#include "text/sentences.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace stet {
namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  for (const TextSpan span : cut_sentences(text)) out.emplace_back(text.substr(span.begin, span.size()));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Sentences, EndWithTheirClosingMarks) {
  EXPECT_EQ(sentences_of("Er kam. „Ich bleibe.“ Sie ging (leider!). Ende"),
            (Strings{"Er kam.", "„Ich bleibe.“", "Sie ging (leider!).", "Ende"}));
}

TEST(Sentences, GoOnBehindAbbreviationsInitialsAndOrdinals) {
  for (const char* text :
       {"Dr. Meier kam am 8. April z. B. mit J. Huber.", "Mr. Smith met Mrs. Jones at St. Paul's.",
        "M. Dupont et Mme. Durand sont là.", "„Wirklich?“ fragte sie.", "Rund 3 Mio. Euro fehlen."}) {
    EXPECT_EQ(sentences_of(text).size(), 1U) << text;
  }
}

TEST(Sentences, GoOnBehindGermanOrdinalsOfThreeDigits) {
  EXPECT_EQ(sentences_of("Zum 120. Geburtstag kam sie. Das 1000. Tor fiel spät."),
            (Strings{"Zum 120. Geburtstag kam sie.", "Das 1000. Tor fiel spät."}));
  EXPECT_EQ(sentences_of("Wir kamen mit der 120. Die Fahrt war lang."),
            (Strings{"Wir kamen mit der 120.", "Die Fahrt war lang."}));
  EXPECT_EQ(sentences_of("Es blieb bei den 120. Für mehr fehlte Platz."),
            (Strings{"Es blieb bei den 120.", "Für mehr fehlte Platz."}));
  EXPECT_EQ(sentences_of("Er zählte bis 120. Meyer lachte."), (Strings{"Er zählte bis 120.", "Meyer lachte."}));
  EXPECT_EQ(sentences_of("We took the 405. Traffic was slow."), (Strings{"We took the 405.", "Traffic was slow."}));
  EXPECT_EQ(sentences_of("Il est dans les 120. Paul rit."), (Strings{"Il est dans les 120.", "Paul rit."}));
}

TEST(Sentences, OtherScripts) {
  EXPECT_EQ(sentences_of("今日は晴れ。明日は雨。"), (Strings{"今日は晴れ。", "明日は雨。"}));
  EXPECT_EQ(sentences_of("Он пришёл. Она ушла?"), (Strings{"Он пришёл.", "Она ушла?"}));
}

TEST(Sentences, LineFeedEndsOne) { EXPECT_EQ(sentences_of("Titel\nText"), (Strings{"Titel", "Text"})); }

// The one around a place is the one that cutting the whole text gives.
TEST(Sentences, AtAPlaceEqualsCutting) {
  const std::string text = "Am 8. April kam Dr. Meier. „Gut so!“ rief er. Dann – endlich – Ruhe…  Und jetzt?\nSchluss";
  for (const TextSpan span : cut_sentences(text)) {
    for (std::uint32_t pos = span.begin; pos < span.end; ++pos) {
      if (!is_boundary(text, pos)) continue;
      EXPECT_EQ(sentence_at(text, pos), span) << pos;
    }
  }
}

// Otherwise asking for the sentence of each number in a text without full stops takes the square of its length.
TEST(SentenceAt, LooksNoFartherThanAReaderWould) {
  std::string text = "Ein Satz. ";
  while (text.size() < 40000) text += "öl, €s ";
  for (std::uint32_t pos = 0; pos < text.size(); pos += 997) {
    if (!is_boundary(text, pos)) continue;
    const TextSpan span = sentence_at(text, pos);
    EXPECT_LE(span.begin, pos);
    EXPECT_GE(span.end, pos);
    EXPECT_LE(pos - span.begin, kFarthestSentence + 4);
    EXPECT_LE(span.end - pos, kFarthestSentence);
    EXPECT_TRUE(is_boundary(text, span.begin) && is_boundary(text, span.end)) << pos;
    EXPECT_TRUE(span.end == text.size() || span.end > pos + kFarthestSentence - 4 || span.end == 9) << pos;
  }
}

}  // namespace
}  // namespace stet
