#include <gtest/gtest.h>

#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/topic";

std::string in(std::string_view text, Format format = Format::kMarkdown, std::string_view language = "de") {
  return findings(kRule, text, format, language);
}

constexpr std::string_view kLead = "In Wien begannen am Montag Gespräche über die Alpenbahn.\n\n";

TEST(TopicContradiction, NamesBothSides) {
  EXPECT_EQ(
      in(std::string(kLead) + "Die Alpenbahn steht nicht auf der Tagesordnung.\n"),
      "3:1 “Die Alpenbahn steht nicht auf der Tagesordnung” “Die Alpenbahn steht nicht auf der Tagesordnung” here, "
      "“Gespräche über die Alpenbahn” elsewhere in the article\n"
      "  1:28 “Gespräche über die Alpenbahn” the topic is affirmed here\n");
}

TEST(TopicContradiction, OneClusterIsOneFinding) {
  EXPECT_EQ(
      in(std::string(kLead) + "Die Alpenbahn steht nicht auf der Tagesordnung.\n\nBei den Gesprächen geht es um "
                              "die Alpenbahn.\n\nDie Alpenbahn ist kein Thema der Gespräche.\n"),
      "3:1 “Die Alpenbahn steht nicht auf der Tagesordnung” “Die Alpenbahn steht nicht auf der Tagesordnung” here, "
      "“Gespräche über die Alpenbahn” elsewhere in the article\n"
      "  1:28 “Gespräche über die Alpenbahn” the topic is affirmed here\n"
      "  5:20 “geht es um die Alpenbahn” the topic is affirmed here\n"
      "  7:1 “Die Alpenbahn ist kein Thema” it is denied here too\n");
}

TEST(TopicContradiction, EveryFormat) {
  EXPECT_NE(
      in("<p>In Wien begannen am Montag <b>Gespräche</b> &uuml;ber die Alpenbahn.</p><p>Die <i>Alpenbahn</i> steht "
         "nicht auf der Tagesordnung.</p>",
         Format::kHtml),
      "");
  EXPECT_NE(in("In Wien begannen am Montag Gespräche über die Alpenbahn.\r\n\r\nDie Alpenbahn steht nicht auf der "
               "Tagesordnung.\r\n",
               Format::kPlain),
            "");
}

TEST(TopicContradiction, OtherVoices) {
  EXPECT_EQ(in("Laut Italien geht es bei den Gesprächen um die Alpenbahn.\n\nLaut Österreich steht die Alpenbahn nicht "
               "auf der Tagesordnung.\n"),
            "");
  EXPECT_EQ(in(std::string(kLead) + "Das Ministerium betont, die Alpenbahn stehe nicht auf der Tagesordnung.\n"), "");
  EXPECT_NE(in("Laut US-Beamten geht es bei den Gesprächen um die Alpenbahn.\n\nLaut der US-Sprecherin Jane Roe steht "
               "die Alpenbahn nicht auf der Tagesordnung.\n"),
            "");
}

TEST(TopicContradiction, OtherEvents) {
  EXPECT_EQ(in(std::string(kLead) + "Bei den Gesprächen in Rom steht die Alpenbahn nicht auf der Tagesordnung.\n"), "");
  EXPECT_EQ(in(std::string(kLead) + "In der Sitzung des Stadtrats wurde die Alpenbahn nicht behandelt.\n"), "");
  EXPECT_EQ(in(std::string(kLead) + "Bei den nächsten Gesprächen geht es nicht um die Alpenbahn.\n"), "");
}

TEST(TopicContradiction, NarrowerTopics) {
  EXPECT_EQ(in(std::string(kLead) + "Der Tunnel der Alpenbahn steht nicht auf der Tagesordnung.\n"), "");
  EXPECT_EQ(in("In Wien begannen Gespräche über Fahrpläne der Alpenbahn.\n\nDie Alpenbahn steht nicht auf der "
               "Tagesordnung.\n"),
            "");
}

TEST(TopicContradiction, CaptionsTablesAndQuotesDoNotVote) {
  EXPECT_EQ(in(std::string(kLead) + "| Thema | Stand |\n|---|---|\n| Alpenbahn | Die Alpenbahn steht nicht auf der "
                                    "Tagesordnung. |\n"),
            "");
  EXPECT_EQ(in(std::string(kLead) + "> Die Alpenbahn steht nicht auf der Tagesordnung.\n"), "");
  EXPECT_EQ(in(std::string(kLead) + "„Die Alpenbahn steht nicht auf der Tagesordnung“, sagte er.\n"), "");
}

}  // namespace
}  // namespace stet
