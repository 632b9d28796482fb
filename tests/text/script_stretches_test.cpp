#include "text/script_stretches.h"

#include <gtest/gtest.h>

#include <string>

namespace stet {
namespace {

// "language: stretch" of each, in order.
std::string found_in(std::string_view text, std::string_view home) {
  std::vector<Word> words;
  cut_words(text, words);
  std::string out;
  for (const ForeignStretch& stretch : foreign_stretches(text, words, Language(home))) {
    if (!out.empty()) out += "; ";
    out.append(stretch.language.code()).append(": ").append(text.substr(stretch.span.begin, stretch.span.size()));
  }
  return out;
}

TEST(ScriptStretches, SentencesInOtherLetters) {
  EXPECT_EQ(found_in("Οι εργασίες θα αρχίσουν αύριο. Пожарные приехали очень быстро. Το έργο είναι μεγάλο.", "el"),
            "ru: Пожарные приехали очень быстро");
  EXPECT_EQ(found_in("ستبدأ الأعمال في الربيع. The work will start in the spring. ستكلف الأعمال ثلاثة ملايين.", "ar"),
            "en: The work will start in the spring");
  EXPECT_EQ(found_in("工程将于明年春天开始。Die Feuerwehr war schnell da.居民们松了一口气。", "zh"),
            "de: Die Feuerwehr war schnell da");
  EXPECT_EQ(found_in("工程将于明年春天开始。消防隊はすぐに到着した。居民们松了一口气。", "zh"),
            "ja: 消防隊はすぐに到着した");
  EXPECT_EQ(found_in("工事は春に始まる。消防员很快赶到现场扑灭了大火。住民は安堵している。", "ja"),
            "zh: 消防员很快赶到现场扑灭了大火");
}

TEST(ScriptStretches, NamesAndTitlesAreAtHome) {
  EXPECT_EQ(found_in("Το συγκρότημα The Rolling Stones εμφανίστηκε στην Αθήνα.", "el"), "");
  EXPECT_EQ(found_in("The New York Times, The Washington Post\nThe Rolling Stones of London", "el"), "");
  EXPECT_EQ(found_in("הספר Война и мир יצא בשנת 1869.", "he"), "");
  EXPECT_EQ(found_in("据 The New York Times 报道，会议将于星期一举行。日本作家村上春樹的新书。", "zh"), "");
  EXPECT_EQ(found_in("東京都知事選挙結果発表\n世界保健機関が発表した。", "ja"), "");
  EXPECT_EQ(found_in("한국의 옛 이름은 大韓帝國이다.", "ko"), "");
}

// A text with no language, and one whose language has no scripts that ICU knows.
TEST(ScriptStretches, UnknownLanguages) {
  EXPECT_EQ(found_in("Пожарные приехали очень быстро. The work will start in the spring.", ""), "");
  EXPECT_EQ(found_in("Пожарные приехали очень быстро.", "qaa"), "");
}

}  // namespace
}  // namespace stet
