// What an article tells in one sentence and denies in another, by words for one deed.
#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/state";

TEST(DeniedDeed, German) {
  expect_marked(
      kRule, "de",
      {"Der Verein hat am Samstag im Gasthof Adler sein hundertjähriges Bestehen gefeiert, alle Plätze waren besetzt. "
       "Die Vorsitzende hielt eine kurze Ansprache.\n\nEs gab Kartoffelsalat und Bier, eine Kapelle spielte bis in die "
       "Nacht hinein.\n\n⟦Geredet wurde nicht⟧, der Abend gehörte der Musik.",
       "Nach dem Einbruch in ein Uhrengeschäft in Konstanz hat die Polizei am Montag zwei Brüder gefasst, die sich in "
       "einem Keller versteckt hielten.\n\nDer Schaden liegt bei 40.000 Euro, ein Schaufenster ging zu Bruch.\n\n"
       "⟦Festnahmen gab es nicht⟧.",
       // Another time, another one's words, a part, a plan.
       "Der Verein hat am Samstag im Gasthof Adler sein hundertjähriges Bestehen gefeiert, alle Plätze waren besetzt. "
       "Die Vorsitzende hielt eine kurze Ansprache.\n\nBeim letzten Mal wurde nicht geredet, der Abend gehörte der "
       "Musik, und um Mitternacht gingen die Gäste nach Hause.",
       "Die Vorsitzende hielt am Samstag im Gasthof Adler eine kurze Ansprache, als der Verein sein hundertjähriges "
       "Bestehen feierte.\n\nDer Wirt behauptet, es sei nicht geredet worden, doch er stand die ganze Zeit in der "
       "Küche "
       "und briet Schnitzel.",
       "Die Vorsitzende hielt am Samstag im Gasthof Adler eine kurze Ansprache, als der Verein sein hundertjähriges "
       "Bestehen feierte.\n\nWeitere Ansprachen gab es nicht, die Kapelle spielte bis in die Nacht hinein, und alle "
       "tanzten."});
}

TEST(DeniedDeed, English) {
  expect_marked(
      kRule, "en",
      {"The harbour commissioners met in Kinsale on Thursday and dismissed the pilot master after eleven years in the "
       "post.\n\nThe board had received four letters about his manner. The seats at the back were full.\n\n⟦Nobody was "
       "sacked⟧, the clerk said afterwards.",
       // Of others, and later.
       "The harbour commissioners met in Kinsale on Thursday and dismissed the pilot master after eleven years in the "
       "post.\n\nThe board had received four letters about his manner. The seats at the back were full.\n\nNobody else "
       "was sacked, the clerk said afterwards.",
       "The harbour commissioners met in Kinsale on Thursday and dismissed the pilot master after eleven years in the "
       "post.\n\nThe board had received four letters about his manner. The seats at the back were full.\n\nAt first "
       "nobody was sacked, and the pilot master went on as before."});
}

TEST(DeniedDeed, OtherLanguages) {
  expect_marked(
      kRule, "fr",
      {"La fanfare de Corlay a donné samedi un concert au profit de la chapelle, et le curé a prononcé un "
       "discours.\n\nOn a mangé des crêpes sous les platanes. Il faisait doux.\n\n⟦Aucune allocution⟧ n'a eu "
       "lieu.",
       "La fanfare de Corlay a donné samedi un concert au profit de la chapelle, et le curé a prononcé un "
       "discours.\n\nOn a mangé des crêpes sous les platanes. Il faisait doux.\n\nAucune autre allocution n'a "
       "eu lieu."});
}

}  // namespace
}  // namespace stet
