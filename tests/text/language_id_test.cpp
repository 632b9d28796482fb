#include "text/language_id.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

TEST(LanguageId, WholeArticles) {
  const struct {
    const char* code;
    const char* text;
  } cases[] = {
      {"de",
       "Der Gemeinderat hat am Abend über den Umbau der Schule beraten. Die Kosten sind höher als geplant, und noch "
       "ist "
       "nicht klar, wer sie trägt. Eine Entscheidung wird für den Herbst erwartet."},
      {"en",
       "The council met on Monday to discuss the new bridge. It said that the costs were higher than planned and that "
       "there was no decision on who would pay for it."},
      {"fr",
       "Le conseil municipal s'est réuni lundi pour parler du nouveau pont. Les coûts sont plus élevés que prévu et la "
       "décision n'est pas encore prise, selon la maire de la ville."},
      {"es",
       "El ayuntamiento se reunió el lunes para hablar del nuevo puente. Los costes son más altos de lo previsto y no "
       "hay "
       "una decisión sobre quién los pagará en los próximos años."},
      {"it",
       "Il consiglio comunale si è riunito lunedì per discutere del nuovo ponte. I costi sono più alti del previsto e "
       "non "
       "c'è ancora una decisione su chi li pagherà nei prossimi anni."},
      {"nl",
       "De gemeenteraad kwam maandag bijeen om over de nieuwe brug te praten. De kosten zijn hoger dan gedacht en het "
       "is "
       "nog niet duidelijk wie er voor gaat betalen."},
      {"pl",
       "Rada miasta zebrała się w poniedziałek, aby omówić budowę nowego mostu. Koszty są wyższe, niż planowano, i nie "
       "wiadomo jeszcze, kto za to zapłaci."},
      {"pt",
       "A câmara municipal reuniu-se na segunda-feira para discutir a nova ponte. Os custos são mais altos do que o "
       "previsto e ainda não há uma decisão sobre quem vai pagar."},
      {"ru",
       "Городской совет собрался в понедельник, чтобы обсудить строительство нового моста. Расходы выше, чем "
       "ожидалось."},
      {"ja", "市議会は月曜日に新しい橋の建設について話し合いました。費用は予定より高くなっています。"},
  };
  for (const auto& c : cases) EXPECT_EQ(detect_language(c.text).code(), c.code) << c.text;
}

TEST(LanguageId, OneSentence) {
  const struct {
    const char* code;
    const char* text;
  } cases[] = {
      {"de", "Am 31. Juni 2025 war Markt."},
      {"de", "Im Mai kostete Butter 2,39 Euro."},
      {"de", "Er starb am 30. Februar 1998 in Wien."},
      {"en", "He died on 30 February 1998 in Vienna."},
      {"en", "Mayor Hunter resigns."},
      {"fr", "Le prix est passé de 10 à 12 euros."},
      {"es", "La entrada es gratuita."},
      {"es", "Es la tercera victoria."},
      {"it", "Il prezzo è salito da 10 a 12 euro."},
      {"it", "Il sindaco si dimette."},
      {"nl", "De toegang is gratis."},
      {"nl", "Burgemeester stapt op."},
      {"pt", "A entrada é gratuita."},
      {"pl", "Nie ma pociągów."},
      {"ru", "Цена выросла с 10 до 12 евро."},
      {"tr", "İki kişi yaralandı."},
      {"sv", "Marknaden hölls den 31 juni 2025."},
      {"da", "Markedet blev holdt den 31. juni 2025."},
      {"cs", "Trh se konal 31. června 2025."},
      {"hu", "A templom 1234-ben épült."},
      {"ro", "Prețul a crescut de la 10 la 12 euro."},
      {"el", "Η τιμή ανέβηκε από 10 σε 12 ευρώ."},
      {"vi", "Cây cầu mới đã được mở cửa vào thứ bảy."},
  };
  for (const auto& c : cases) EXPECT_EQ(detect_language(c.text).code(), c.code) << c.text;
}

// CLD2 says English where it does not know.
TEST(LanguageId, NamesAndFiguresAreOfNoLanguage) {
  EXPECT_FALSE(detect_language("030 / 123 456 789, 12:30").known());
  EXPECT_FALSE(detect_language("AAA BBB CCC DDD 12:30 +++").known());
}

TEST(LanguageId, ASentenceOfAnotherLanguageDoesNotCarryAShortText) {
  EXPECT_EQ(detect_language("Le ministre a déclaré que the new law will come into force in January. Les associations "
                            "ont accueilli la nouvelle avec prudence.")
                .code(),
            "fr");
}

// Characters of Chinese are many to a word.
TEST(LanguageId, AnEnglishSentenceMakesNoEnglishText) {
  const std::string english = " Residents said that the work had been going on for years and that it was too much. ";
  EXPECT_EQ(detect_language("市议会星期一决定重建旧厅，因为它对游客来说已不再安全。" + english +
                            "工程将耗资三百万欧元。"
                            "居民们松了一口气，因为噪音一年比一年大。")
                .code(),
            "zh");
  EXPECT_EQ(
      detect_language("日本作家村上春樹（むらかみ はるき）的新书出版了，首印三十万册。各大书店星期一开始发售。").code(),
      "zh");
  EXPECT_EQ(detect_language("市議会は月曜日、古いホールを改築することを決めた。" + english +
                            "工事は春に始まる予定で、費用は三百"
                            "万ユーロになると見られている。住民は喜んでいる。")
                .code(),
            "ja");
}

TEST(LanguageId, TitlesMakeNoEnglishText) {
  EXPECT_EQ(detect_language("Le groupe a joué Waiting for You, puis All That I Am. La salle connaissait les deux."),
            Language("fr"));
  EXPECT_EQ(detect_language("A banda tocou Road to the Sea e Back in Town, e depois Let There Be Light até ao fim."),
            Language("pt"));
}

TEST(LanguageId, TooLittleTextIsUnknown) {
  EXPECT_FALSE(detect_language("").known());
  EXPECT_FALSE(detect_language("1234").known());
}

TEST(LanguageId, ALongTextIsReadAtItsHead) {
  std::string text =
      "Der Rat hat über den Umbau beraten, und die Kosten sind höher als geplant. Noch ist nicht klar, wer sie trägt. ";
  while (text.size() < 100000) text += "zzz ü ";
  EXPECT_EQ(detect_language(text).code(), "de");
}

}  // namespace
}  // namespace stet
