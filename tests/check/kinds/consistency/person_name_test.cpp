#include <gtest/gtest.h>

#include "support/findings.h"
#include "support/marked.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/person-name";

TEST(PersonName, SurnamesBehindATitle) {
  expect_marked(kRule, "de",
                {
                    "Die Ärztin Marlies Grundmann kam. Abends ging Frau ⟦Grundman⟧ wieder.",
                    "Petra Lindner und Jörg Linde streiten. Herr Linde ging, Frau Lindner blieb.",
                    "Petra Lindner singt.\n\nHerrn Lindners Hund bellt, Frau Lindnerin nicht.",
                });
  expect_marked(kRule, "en",
                {
                    "Gareth Pritchatt runs the shop. \"No,\" said Mr ⟦Pritchett⟧, who does not.",
                    "Fiona Macallister won. It was, Ms ⟦Macalister⟧ said, her last race.",
                    "Tom Hale left. Mr Hall came, and Mrs Hales went.",
                });
  expect_marked(kRule, "fr", {"Solène Guérinet chante. Le public aime Mme ⟦Guérinot⟧."});
  expect_marked(kRule, "es", {"Ramón Echeverri ganó. Perdió el Sr. ⟦Etcheverri⟧."});
  expect_marked(kRule, "it", {"Marta Colussi canta. La signora ⟦Coluzzi⟧ balla."});
}

TEST(PersonName, FullNames) {
  expect_marked(kRule, "en",
                {
                    "Headteacher Lynne Burrows spoke.\n\nHeadteacher ⟦Lynn⟧ Burrows sat down.",
                    "Callum Dunsmore won. Callum ⟦Dinsmore⟧ waved.",
                    "Callum Dunsmore beat Callum Dinsmore by a second.",
                    "Martin Dunsmore won. Martina Dunsmore lost.",
                    "Joan Tully spoke. Her sister Joanne Tully did not.",
                });
  expect_marked(kRule, "de",
                {"Trainer Jörg Wasmeier lobte alle. Jörg ⟦Wassmeier⟧ schwieg. Jörg Wasmeier auch.",
                 "Lena Wasmeier siegt. Leni Wasmeier ist ihre Schwester."});
}

TEST(PersonName, NamesWhatItCompares) {
  EXPECT_EQ(findings(kRule, "Fiona Macallister won. It was, Ms Macalister said, her last race."),
            "1:35 “Macalister” “Macalister” here, “Macallister” elsewhere: probably one person\n"
            "  1:7 “Macallister” “Macallister” here\n");
}

}  // namespace
}  // namespace stet
