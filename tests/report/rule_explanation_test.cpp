#include "report/rule_explanation.h"

#include <gtest/gtest.h>

#include "base/error_text.h"
#include "rule/ruleset.h"

namespace stet {
namespace {

Rule full_rule() {
  auto rule = parse_rule("ad/promo", "r.toml", R"(
kind = "phrase"
severity = "warning"
message = { en = "ad: {match}", de = "Werbung: {match}" }
why = { en = "Word after word after word after word after word after word after word after word after word.", de = "Darum." }
was = ["ad/old"]
within = ["heading", "list-item"]
formats = ["html"]
limit = 3
[de]
phrases = ["Rabatt"]
[any]
lines = ["Promo"]
[[good]]
language = "de"
text = "Kein Nachlass."
[[bad]]
language = "de"
text = """
⟦Promo⟧

⟦Rabatt⟧"""
as-of = 2025-04-08
message = "ad: Promo"
fixed = "x"
[[bad]]
language = "en"
text = "⟦Promo⟧"
[[bad]]
language = "fr"
text = "⟦Promo⟧"
)",
                         Lexicon());
  if (!rule.ok()) ADD_FAILURE() << to_text(rule.error());
  return std::move(*rule);
}

TEST(ExplainRule, InEnglish) {
  EXPECT_EQ(explain_rule(full_rule(), Locale::kEnglish, false),
            "ad/promo (warning, phrase)\n"
            "\n"
            "  ad: {match}\n"
            "\n"
            "  Word after word after word after word after word after word after word after\n"
            "  word after word.\n"
            "\n"
            "  Languages   all, German\n"
            "  Looks at    heading, list-item\n"
            "  Formats     html\n"
            "  At most     3\n"
            "  Once named  ad/old\n"
            "\n"
            "Reported\n"
            "  en  ⟦Promo⟧\n"
            "\n"
            "3 more with --all\n");
}

TEST(ExplainRule, InGermanWithAllExamples) {
  EXPECT_EQ(explain_rule(full_rule(), Locale::kGerman, true),
            "ad/promo (Warnung, phrase)\n"
            "\n"
            "  Werbung: {match}\n"
            "\n"
            "  Darum.\n"
            "\n"
            "  Sprachen    alle, Deutsch\n"
            "  Betrachtet  heading, list-item\n"
            "  Formate     html\n"
            "  Höchstens   3\n"
            "  Früher      ad/old\n"
            "\n"
            "Gemeldet\n"
            "  de  ⟦Promo⟧\n"
            "\n"
            "      ⟦Rabatt⟧\n"
            "      geschrieben am: 8. April 2025\n"
            "      behoben: x\n"
            "  en  ⟦Promo⟧\n"
            "  fr  ⟦Promo⟧\n"
            "\n"
            "Nicht gemeldet\n"
            "  de  Kein Nachlass.\n");
}

TEST(Wrap, BreaksAtSpacesOnly) {
  EXPECT_EQ(wrap("one two three", 9, 2), "  one two\n  three\n");
  EXPECT_EQ(wrap("ääääääääää bb", 6, 0), "ääääääääää\nbb\n");
  EXPECT_EQ(wrap("a\nb  c", 80, 0), "a b c\n");
  EXPECT_EQ(wrap("", 80, 2), "  \n");
}

}  // namespace
}  // namespace stet
