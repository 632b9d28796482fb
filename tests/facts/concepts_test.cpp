#include "facts/concepts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace stet {
namespace {

constexpr auto kWide = ConceptFamily::kThesaurus;

Lexicon lexicon() {
  Lexicon words;
  words.add("concept", Language("de"), "birth", {"*geburt(en)?", "Entbindung(en)?"});
  words.add("concept", Language("de"), "price", {"*preis(e|es|en)?", "Gebühr(en)?"});
  words.add("concept", Language("de"), "prize", {"Nobelpreis(e|es|en)?"});
  words.add("concept", Language("de"), "fees", {"Gebühr(en)?", "*preise"});
  words.add("concept", Language("de"), "high", {"Preise"});
  words.add("concept", Language("de"), "work", {"Werk(e)?"});
  words.add("concept", Language("de"), "plant", {"Werk(e)?", "Fabrik*"});
  words.add("thesaurus-births", Language("de"), "birth", {"Niederkunft"});
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
  static const ConceptLexicon all(lexicon(), kWide);
  const Concepts& concepts = all.of(Language(language));
  const std::size_t end = std::min(text.find(' ', begin), text.size());
  const Concepts::Found found = concepts.at(text, begin, std::min(end, text.find('\'', begin)));
  return {found, std::string(text.substr(begin, found.end - begin))};
}

bool is(const Named& word, std::string_view name) {
  return word.found.concepts.has(ConceptLexicon(lexicon(), kWide).number(name));
}

TEST(Concepts, FindAllFormsOfAWordInAnyCase) {
  EXPECT_TRUE(is(named("Entbindungen nehmen ab"), "birth"));
  EXPECT_TRUE(is(named("ENTBINDUNG"), "birth"));
  EXPECT_TRUE(is(named("Geburt"), "birth"));
  EXPECT_TRUE(is(named("Niederkunft"), "birth"));  // of the thesaurus
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

TEST(Concepts, AWholeWordMayAlsoBeTheHeadOfCompounds) {
  EXPECT_TRUE(is(named("Preise"), "high"));
  EXPECT_TRUE(is(named("Preise"), "fees"));
  EXPECT_FALSE(is(named("Brotpreise"), "high"));
}

TEST(Concepts, OtherLanguagesAndUnknownListsNameNothing) {
  EXPECT_TRUE(named("Entbindungen", "fr").found.concepts.empty());
  EXPECT_TRUE(named("Entbindungen", "nl").found.concepts.empty());
  EXPECT_EQ(ConceptLexicon(lexicon(), kWide).number("brith"), ConceptLexicon::kUnknown);
}

TEST(Concepts, TheStrictOnesAreWithoutTheThesaurus) {
  const ConceptLexicon strict(lexicon(), ConceptFamily::kConcepts);
  EXPECT_TRUE(strict.of(Language("de")).at("Niederkunft", 0, 11).concepts.empty());
  EXPECT_FALSE(strict.of(Language("de")).at("Geburt", 0, 6).concepts.empty());
}

TEST(Concepts, AnImageKnowsWhatItWasMadeOf) {
  const ConceptLexicon made(lexicon(), kWide);
  const std::string image = made.image();
  const ConceptLexicon viewed = ConceptLexicon::view(image);
  for (const std::string_view name : {"birth", "price", "prize", "work", "plant", "sales", "brith"}) {
    EXPECT_EQ(viewed.number(name), made.number(name)) << name;
  }
  for (const std::string_view word : {"Entbindungen", "Eintrittspreise", "Nobelpreis", "Werke", "Haus"}) {
    const Concepts::Found expected = made.of(Language("de")).at(word, 0, word.size());
    const Concepts::Found found = viewed.of(Language("de")).at(word, 0, word.size());
    EXPECT_EQ(found.head, expected.head) << word;
    for (std::uint16_t number = 0; number < 8; ++number) {
      EXPECT_EQ(found.concepts.has(number), expected.concepts.has(number)) << word;
    }
  }
  EXPECT_TRUE(ConceptLexicon::view("").of(Language("de")).at("Geburt", 0, 6).concepts.empty());
}

}  // namespace
}  // namespace stet
