#include <gtest/gtest.h>

#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "repetition/reworded-sentence";

TEST(Reworded, OrderAndAFewWords) {
  expect_marked(
      kRule, "en",
      {
          "The old ferry leaves Garsby harbour twice daily in summer, weather and crew permitting.\n\nIt is slow."
          "\n\n⟦Weather and crew permitting, the old ferry leaves the harbour at Garsby twice daily in summer.⟧",
          // Another number, another name, side by side, a quotation.
          "The old ferry leaves Garsby harbour at 8 daily in summer, weather and crew permitting.\n\nIt is slow."
          "\n\nWeather and crew permitting, the old ferry leaves Garsby harbour at 9 daily in summer.",
          "The old ferry leaves Garsby harbour twice daily in summer, weather and crew permitting.\n\nIt is slow."
          "\n\nWeather and crew permitting, the old ferry leaves Thornwick harbour four times daily in summer.",
          "The old ferry leaves Garsby harbour twice daily in summer, weather and crew permitting. Weather and "
          "crew permitting, the old ferry leaves the harbour at Garsby twice daily in summer.",
          "The old ferry leaves Garsby harbour twice daily in summer, weather and crew permitting.\n\nIt is slow."
          "\n\n\"Weather and crew permitting, the old ferry leaves the harbour at Garsby twice daily,\" he said.",
      });
}

}  // namespace
}  // namespace stet
