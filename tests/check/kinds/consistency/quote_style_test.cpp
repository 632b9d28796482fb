#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/quote-style";

void expect(std::string_view language, std::initializer_list<std::string_view> drafts) {
  expect_marked(kRule, language, drafts);
}

TEST(QuoteStyle, TheRarerStyleIsReportedOnce) {
  const std::string_view pairs[] = {"„…“", "\"…\"", "»…«", "«…»", "“…”"};
  const auto quote = [](std::string_view pair, std::string_view word) {
    const std::size_t dots = pair.find("…");
    return std::string(pair.substr(0, dots)) + std::string(word) + std::string(pair.substr(dots + 3));
  };
  for (const std::string_view usual : pairs) {
    for (const std::string_view rare : pairs) {
      if (usual == rare) continue;
      const std::string draft = "Sie rief " + quote(usual, "komm") + " und " + quote(usual, "geh") + ".\n\nEr rief ⟦" +
                                quote(rare, "bleib") + "⟧ ihr zu.";
      EXPECT_EQ(remarked(kRule, draft, "de"), draft);
      const std::string early = "Er rief ⟦" + quote(rare, "bleib") + "⟧ ihr zu.\n\nSie rief " + quote(usual, "komm") +
                                " und " + quote(usual, "geh") + ".";
      EXPECT_EQ(remarked(kRule, early, "de"), early);
    }
  }
  EXPECT_EQ(findings(kRule, "„Ja“, sagte sie. „Nein“, sagte er. \"Doch\", rief das Kind.", Format::kMarkdown, "de"),
            "1:36 “\"Doch\"” two styles of quotation marks: \"…\" 1×, „…“ 2×\n  1:1 “„Ja“” „…“ here\n");
}

TEST(QuoteStyle, OtherLanguages) {
  expect("en", {
                   "“Yes,” he said. ⟦\"No,\"⟧ she said.",
                   "\"Yes,\" he said. ⟦“No,”⟧ she said.",
                   "\"Yes,\" he said. \"So.\" ⟦“No,”⟧ she said. ",
                   "⟦“Yes,”⟧ he said. \"So.\" \"No,\" she said.",
                   "“Yes,” he said.\n\n- ⟦\"No,\"⟧ she said.",
                   "# ⟦\"Yes\"⟧\n\n“No,” she said. “So.”",
                   "> “Yes,” he said. “So.”\n\n⟦\"No,\"⟧ she said.",
               });
  expect("fr", {"« Oui », dit-il. ⟦\"Non\"⟧, dit-elle.", "\"Oui\", dit-il. ⟦« Non »⟧, dit-elle.",
                "“Oui”, dit-il. ⟦\"Non\"⟧, dit-elle.", "«Oui», dit-il. «Si.» ⟦“Non”⟧, dit-elle."});
  expect("es",
         {"«Sí», dijo. ⟦\"No\"⟧, dijo ella.", "\"Sí\", dijo. ⟦«No»⟧, dijo ella.", "“Sí”, dijo. ⟦\"No\"⟧, dijo ella."});
  expect("it",
         {"«Sì», dice. ⟦\"No\"⟧, dice lei.", "\"Sì\", dice. ⟦«No»⟧, dice lei.", "“Sì”, dice. ⟦\"No\"⟧, dice lei."});
}

TEST(QuoteStyle, OneStyle) {
  expect("de", {
                   "„Ja“, sagte er. „Nein“, sagte sie.",
                   "„Ja”, sagte er. „Nein“, sagte sie.",
                   "»Ja«, sagte er. »Nein«, sagte sie.",
                   "«Ja», sagte er. «Nein», sagte sie.",
                   "\"Ja\", sagte er. \"Nein\", sagte sie.",
                   "„Er sagte »ja«“, sagte sie. „Nein“, rief er.",
                   "„Er sagte \"ja\" dazu“, sagte sie. „Nein“, rief er.",
                   "»Er sagte „ja“«, sagte sie. »Nein«, rief er.",
                   "„Ja“, sagte er. Ein 27\"-Monitor, 19\" groß.",
                   "„Ja“, sagte er. Der Code `\"x\"` lief.",
                   "„Ja“, sagte er. Das \"E\" fehlt.",
                   "„Ja“, sagte er. Hans' Hut, so'n Ding.",
                   "„Ja“, sagte er. » Mehr lesen » Weiter »",
                   "„Ja“, sagte er. 12' 30\" lang, 13' 40\" lang.",
                   "„Ja“, sagte er. Er ging \"weg.",
               });
  expect("en", {
                   "“Yes,” he said. “No,” she said.",
                   "\"Yes,\" he said. \"No,\" she said.",
                   "“He told me ‘no’,” she said.",
                   "“He told me \"no\" again,” she said.",
                   "“Yes,” he said. A 27\" screen, 19\" wide.",
                   "“Yes,” he said. The code `\"x\"` ran.",
                   "“Yes,” he said. The \"A\" is lost.",
                   "“Yes,” he said. It’s 6'2\" or 6'3\" tall.",
                   "“Yes,” he said. The café «Au Port» is shut.",
               });
  expect("fr", {"« Oui », dit-il. « Non », dit-elle.", "« Il a dit “oui” », dit-elle.", "«Oui». « Non »."});
  expect("es", {"«Sí», dijo. «No», dijo ella.", "«Dijo “sí”», contó.", "“Sí”. “No”."});
  expect("it", {"«Sì», dice. «No», dice lei.", "«Ha detto “sì”», racconta.", "“Sì”. “No”."});
}

TEST(QuoteStyle, MarksNeverClosedAreLookedForOnce) {
  std::string text = "“Yes,” he said. ";
  for (int i = 0; i < 100000; ++i) text += "Then “he \"went on ";
  EXPECT_EQ(findings(kRule, text), "");
}

}  // namespace
}  // namespace stet
