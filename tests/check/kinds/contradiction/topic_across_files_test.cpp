#include <gtest/gtest.h>

#include "support/run_of_files.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/topic-across-files";

std::string dated(std::string_view day, std::string_view text) {
  return "---\ndate: " + std::string(day) + "\n---\n\n" + std::string(text) + "\n";
}

TEST(TopicAcrossFiles, OneEventWithPlaceAndParticipants) {
  const std::string_view german = "Bei den Gesprächen zwischen Oslo und Rom in Istanbul geht es um Getreide.";
  EXPECT_EQ(
      findings_across(kRule,
                      {{"a.md", std::string(german)},
                       {"b.md", "Die Gespräche zwischen Oslo und Rom in Istanbul drehen sich nicht um Getreide."}},
                      "de"),
      "b.md:1:49 “drehen sich nicht um Getreide” “drehen sich nicht um Getreide” here, “geht es um Getreide” in a.md "
      "→ a.md:1:54\n");
  const std::string_view english = "The talks between Oslo and Rome in Istanbul are about grain.";
  EXPECT_NE(marked_across(kRule, english, "The talks between Oslo and Rome in Istanbul are not about grain.", "en"),
            "");
  EXPECT_NE(marked_across(kRule, "The talks between Oslo and Rome in Istanbul are not about grain.", english, "en"),
            "");
}

TEST(TopicAcrossFiles, OneDayIsOneOfTheSameWeek) {
  const std::string yes = "Bei den Gesprächen am Donnerstag in Istanbul geht es um Getreide.";
  const std::string no = "Bei den Gesprächen am Donnerstag in Istanbul geht es nicht um Getreide.";
  EXPECT_NE(marked_across(kRule, dated("2025-04-08", yes), dated("2025-04-09", no), "de"), "");
  EXPECT_EQ(marked_across(kRule, dated("2025-04-08", yes), dated("2025-04-19", no), "de"), "");
  EXPECT_EQ(marked_across(kRule, yes, no, "de"), "");
}

TEST(TopicAcrossFiles, OtherEventsAndVoicesAreLeftAlone) {
  const std::string_view yes = "Bei den Gesprächen zwischen Oslo und Rom in Istanbul geht es um Getreide.";
  const std::string_view others[] = {
      "Bei den Gesprächen zwischen Oslo und Rom in Istanbul geht es um Getreide.",
      "Bei den Gesprächen zwischen Wien und Bern in Istanbul geht es nicht um Getreide.",
      "Bei den Gesprächen zwischen Oslo und Rom in Riad geht es nicht um Getreide.",
      "Bei den Gesprächen zwischen Oslo und Rom in Istanbul geht es nicht nur um Getreide.",
      "Bei den Gesprächen zwischen Oslo und Rom in Istanbul geht es nicht um Zölle.",
      "Bei den Gesprächen zwischen Oslo und Rom in Istanbul geht es nicht mehr um Getreide.",
      "Laut Rom geht es bei den Gesprächen zwischen Oslo und Rom in Istanbul nicht um Getreide.",
      "Geht es bei den Gesprächen zwischen Oslo und Rom in Istanbul nicht um Getreide?",
      "Bei den Gesprächen geht es nicht um Getreide.",
      "Bei der zweiten Runde der Gespräche zwischen Oslo und Rom in Istanbul geht es nicht um Getreide.",
  };
  for (const std::string_view other : others) EXPECT_EQ(marked_across(kRule, yes, other, "de"), "") << other;
}

}  // namespace
}  // namespace stet
