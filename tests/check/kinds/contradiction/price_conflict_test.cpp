#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "contradiction/price";

TEST(PriceConflict, OneAdmissionTwoPrices) {
  expect_marked(kRule, "de",
                {
                    "Der Eintritt kostet 6 Euro, Kinder zahlen 3 Euro.\n\nTickets gibt es zum Preis von ⟦8 Euro⟧.",
                    "Der Eintritt kostet 6 Euro.\n\nTickets gibt es zum Preis von 6 Euro.",
                    "Der Eintritt kostet 6 Euro.\n\nKarten kosten im Vorverkauf 5 Euro.",
                    "Der Eintritt kostet 6 Euro.\n\nBisher kosteten die Tickets 5 Euro.",
                    "Der Eintritt kostet 6 Euro.\n\nTickets kosten 8 Euro.\n\nTickets kosten 10 Euro.",
                });
  expect_marked(kRule, "en",
                {
                    "Admission is $9.\n\nTickets, which cost ⟦$12⟧, are on sale.",
                    "Admission is $9.\n\nTickets for the show in 2024 cost $12.",
                    "Admission is $9.\n\nThe ticket price rose to $12.",
                });
}

TEST(PriceConflict, NamesBothPrices) {
  EXPECT_EQ(findings(kRule, "Admission is $9.\n\nTickets, which cost $12, are on sale."),
            "3:21 “$12” “$12” here, “$9” elsewhere in the article for the admission\n"
            "  1:14 “$9” $9 here\n");
}

}  // namespace
}  // namespace stet
