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

}  // namespace
}  // namespace stet
