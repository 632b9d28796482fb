#include "facts/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string_view>
#include <vector>

#include "rule/ruleset.h"
#include "text/words.h"

namespace stet {
namespace {

// Letters of several bytes behind digits that are no number: what lies behind the text is not looked at.
TEST(Quantities, DigitsThatGoOnInLettersEndWithTheText) {
  const RuleSet rules = RuleSet::builtin();
  const Knowledge& knowledge = rules.knowledge();
  const NumberLanguage& german = knowledge.numbers.get(knowledge.lexicon, Language("de"));
  for (const std::string_view text : {"1.2.3.4é", "1,2,3,4é", "1.2.3.4€", "1/2/3/4ü", "12.5.3.1😀", "1.2.3,4,5é"}) {
    // A buffer of its own, without a byte behind it, so that a sanitizer sees more.
    const auto bytes = std::make_unique<char[]>(text.size());
    text.copy(bytes.get(), text.size());
    const std::string_view own(bytes.get(), text.size());
    std::vector<Word> words;
    cut_words(own, words);
    std::vector<Quantity> found;
    extract_quantities(own, words, german, 0, found);
    for (const Quantity& quantity : found) EXPECT_LE(quantity.span.end, own.size()) << text;
  }
}

std::vector<double> values_in(std::string_view text, std::string_view language) {
  static const RuleSet rules = RuleSet::builtin();
  const Knowledge& knowledge = rules.knowledge();
  std::vector<Word> words;
  cut_words(text, words);
  std::vector<Quantity> found;
  extract_quantities(text, words, knowledge.numbers.get(knowledge.lexicon, Language(language)), 0, found);
  std::vector<double> values;
  for (const Quantity& quantity : found) values.push_back(quantity.value);
  return values;
}

TEST(Quantities, WhatMayBeAYearIsACountBeforeWhatIsCounted) {
  using testing::ElementsAre;
  using testing::IsEmpty;
  EXPECT_THAT(values_in("Es kamen 1200 Besucher und 1500 Menschen.", "de"), ElementsAre(1200, 1500));
  EXPECT_THAT(values_in("Vor 1870 Zuschauern siegte Ried.", "de"), ElementsAre(1870));
  EXPECT_THAT(values_in("The hall seats 1200 guests.", "en"), ElementsAre(1200));
  EXPECT_THAT(values_in("Als 1968 Studenten auf die Straße gingen, im Jahr 1989 Menschen flohen", "de"), IsEmpty());
  EXPECT_THAT(values_in("In 1968 students rioted.", "en"), IsEmpty());
  EXPECT_THAT(values_in("Es war 1870 Krieg.", "de"), IsEmpty());
}

TEST(Quantities, AHalfMayStandBehindTheUnit) {
  using testing::ElementsAre;
  EXPECT_THAT(values_in("Quatre ans et demi de prison, une heure et demie d'attente", "fr"), ElementsAre(4.5, 1.5));
  EXPECT_THAT(values_in("Cuatro años y medio de cárcel, tres horas y media", "es"), ElementsAre(4.5, 3.5));
  EXPECT_THAT(values_in("Due ore e mezza, quattro anni e mezzo", "it"), ElementsAre(2.5, 4.5));
  EXPECT_THAT(values_in("An hour and a half, two and a half years", "en"), ElementsAre(1.5, 2.5));
}

TEST(Quantities, AClockTimeWithAnHIsNone) {
  using testing::ElementsAre;
  EXPECT_THAT(values_in("Ouverte à 18 h 30, la séance réunit 27 élus ; fin à 21h15.", "fr"), ElementsAre(27));
  EXPECT_THAT(values_in("Il a couru 2 h 30 min.", "fr"), ElementsAre(2.5));
}

}  // namespace
}  // namespace stet
