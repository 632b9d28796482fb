#include "facts/concepts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace stet {
namespace {

Lexicon lexicon() {
  Lexicon words;
  words.add("concept", Language("de"), "birth", {"*geburt(en)?", "Entbindung(en)?"});
  words.add("concept", Language("de"), "price", {"*preis(e|es|en)?", "Gebühr(en)?"});
  words.add("concept", Language("de"), "prize", {"Nobelpreis(e|es|en)?"});
  words.add("concept", Language("de"), "work", {"Werk(e)?"});
  words.add("concept", Language("de"), "plant", {"Werk(e)?", "Fabrik*"});
  words.add("concept-births", Language("de"), "birth", {"Niederkunft"});
  words.add("concepts", Language("de"), "birth", {"Anfang"});
  words.add("concept", Language("fr"), "sales", {"chiffre d'affaires", "vente(s)?"});
  return words;
}

// What the word that begins at `begin` names, and the text up to its end.
struct Named {
  Concepts::Found found;
  std::string text;
};
Named named(std::string_view text, std::string_view language = "de", std::size_t begin = 0) {
  const Concepts concepts(lexicon(), Language(language));
  const std::size_t end = std::min(text.find(' ', begin), text.size());
  const Concepts::Found found = concepts.at(text, begin, std::min(end, text.find('\'', begin)));
  return {found, std::string(text.substr(begin, found.end - begin))};
}

bool is(const Named& word, std::string_view name) { return word.found.concepts.has(concept_number(lexicon(), name)); }

TEST(Concepts, FindAllFormsOfAWordInAnyCase) {
  EXPECT_TRUE(is(named("Entbindungen nehmen ab"), "birth"));
  EXPECT_TRUE(is(named("ENTBINDUNG"), "birth"));
  EXPECT_TRUE(is(named("Geburt"), "birth"));
  EXPECT_TRUE(is(named("Niederkunft"), "birth"));  // of a part of the lexicon
  EXPECT_TRUE(named("Anfang").found.concepts.empty());
  EXPECT_FALSE(is(named("Geburtstag"), "birth"));
  EXPECT_TRUE(named("Entbindungspfleger").found.concepts.empty());
  EXPECT_TRUE(is(named("Gebu\u0308hren"), "price"));
}

TEST(Concepts, KnowTheHeadOfACompoundAndWhereItBegins) {
  const Named word = named("Erdölpreise");
  EXPECT_TRUE(is(word, "price"));
  EXPECT_EQ(word.found.head, std::string("Erdöl").size());
  EXPECT_EQ(named("Preise").found.head, 0U);
}

TEST(Concepts, AWholeWordCountsMoreThanAHead) {
  EXPECT_TRUE(is(named("Nobelpreis"), "prize"));
  EXPECT_FALSE(is(named("Nobelpreis"), "price"));
}

TEST(Concepts, APhraseIsReadToItsEnd) {
  const Named word = named("chiffre d\u2019affaires du groupe", "fr");
  EXPECT_TRUE(is(word, "sales"));
  EXPECT_EQ(word.text, "chiffre d\u2019affaires");
  EXPECT_TRUE(named("chiffre du mois", "fr").found.concepts.empty());
}

TEST(Concepts, AWordMayNameTwoThings) {
  const Named works = named("Werke");
  EXPECT_TRUE(is(works, "work"));
  EXPECT_TRUE(is(works, "plant"));
  EXPECT_TRUE(works.found.concepts.meets(named("Fabrikhalle").found.concepts));
  EXPECT_FALSE(works.found.concepts.meets(named("Preis").found.concepts));
}

TEST(Concepts, OtherLanguagesAndUnknownListsNameNothing) {
  EXPECT_TRUE(named("Entbindungen", "fr").found.concepts.empty());
  EXPECT_TRUE(named("Entbindungen", "nl").found.concepts.empty());
  EXPECT_EQ(concept_number(lexicon(), "brith"), Concepts::kUnknown);
}

}  // namespace
}  // namespace stet
