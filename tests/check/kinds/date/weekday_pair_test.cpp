#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

std::string checked(const std::string& text, const std::string& language = "de") {
  return remarked("date/weekday-mismatch", text, language);
}

void expect(const std::string& marked, const std::string& language = "de") {
  EXPECT_EQ(checked(marked, language), marked);
}

TEST(WeekdayPair, TheTurnOfTheYear) {
  expect("Am Sonntag, 28. Dezember, ist Konzert. Am Samstag, 3. Januar, ist Probe.");
  expect("Am Sonntag, 28. Dezember, ist Konzert. Am ⟦Sonntag, 3. Januar⟧, ist Probe.");
}

// From 20 February to 6 March it is 14 days, or 15.
TEST(WeekdayPair, TheEndOfFebruaryInAnyYear) {
  expect("Am Freitag, 20. Februar, ist Konzert. Am Freitag, 6. März, ist Probe.");
  expect("Am Freitag, 20. Februar, ist Konzert. Am Samstag, 6. März, ist Probe.");
  expect("Am Freitag, 20. Februar, ist Konzert. Am ⟦Sonntag, 6. März⟧, ist Probe.");
  expect("Am Freitag, 20. Februar 2026, ist Konzert. Am ⟦Samstag, 6. März⟧, ist Probe. 2027 nicht.");
  expect("Am Samstag, 29. Februar, ist Konzert. Am Freitag, 6. März, ist Probe.");
  expect("Am Samstag, 29. Februar, ist Konzert. Am ⟦Samstag, 6. März⟧, ist Probe.");
}

// The one that disagrees with the others is the wrong one, wherever it stands; the one with its year never is.
TEST(WeekdayPair, TheOddOneOut) {
  expect("Am ⟦Montag, 3. Mai⟧, beginnt es. Am Mittwoch, 6. Mai, ist Rast, am Freitag, 8. Mai, Schluss.");
  expect("Am ⟦Freitag, 8. Februar⟧, ist die Feier. Er starb am Montag, 3. Februar 2025. Sie ging 2019.");
}

TEST(WeekdayPair, DatesOfOtherSeasonsAndYears) {
  expect("Am Samstag, 1. März, war Konzert. Am Samstag, 1. Juni, ist Probe.");
  expect("Im Jahr 2024 spielten sie am Samstag, 14. September. Jetzt, 2026, ist am Samstag, 12. September, Konzert.");
  expect("Am Montag, 7. April 1924, kam er. Am Montag, 8. April, ging er.");
}

}  // namespace
}  // namespace stet
