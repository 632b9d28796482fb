#include <gtest/gtest.h>

#include "support/run_of_files.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "consistency/across-files";

TEST(NameAcrossFiles, TellsTheOtherSpellingAndWhereItStands) {
  EXPECT_EQ(
      findings_across(kRule,
                      {{"a.md", "Am Abend sprach Wolodymyr Selenskyj."},
                       {"b.md", "Wolodymyr Selenskyj war da."},
                       {"c.md", "Dann kam **Wolodymyr** Selenski."}},
                      "de"),
      "c.md:1:12 “Wolodymyr** Selenski” “Wolodymyr Selenski” here, “Wolodymyr Selenskyj” in 2 other files, first in "
      "a.md → a.md:1:17\n");
  EXPECT_EQ(
      findings_across(kRule, {{"a.md", "Then Sergey Lavrov spoke."}, {"b.md", "Then Sergei Lavrov spoke."}}, "en"),
      "b.md:1:6 “Sergei Lavrov” “Sergei Lavrov” here, “Sergey Lavrov” in a.md → a.md:1:6\n");
}

TEST(NameAcrossFiles, FindsSpellings) {
  const std::pair<std::string_view, std::string_view> german[] = {
      {"Wolodymyr Selenskyj", "Volodymyr Selenskij"}, {"Sergej Lawrow", "Sergej Lavrov"},
      {"Sergej Rjabkow", "Sergei Ryabkov"},           {"Michail Chodorkowski", "Michail Khodorkovsky"},
      {"Nikolaj Patruschew", "Nikolai Patrushev"},    {"Alexej Nawalny", "Aleksej Navalny"},
      {"Andrej Tschernow", "Andrej Tchernow"},        {"Tayyip Erdogan", "Tayyip Erdoğan"},
      {"Nikola Petković", "Nikola Petkovic"},         {"Dmytro Kowaljow", "Dmytro Kovalyov"},
      {"Wladimir Bogdanow", "Vladimir Bogdanov"},     {"Präsident Selenskyj", "Präsident Selenski"},
      {"Muammar Gaddafi", "Muammar Ghadhafi"},        {"Jurij Dschanow", "Jurij Dzhanow"},
  };
  for (const auto& [first, second] : german) {
    EXPECT_EQ(marked_across(kRule, "Dort sprach " + std::string(first) + " am Abend.",
                            "Hier sprach " + std::string(second) + " am Abend.", "de"),
              second);
  }
  const std::pair<std::string_view, std::string_view> english[] = {
      {"Volodymyr Zelensky", "Volodymyr Zelenskyy"},
      {"Sergey Ryabkov", "Sergei Rjabkov"},
      {"Andrey Petrov", "Andrej Petrov"},
      {"Mikhail Bulgakov", "Michail Bulgakov"},
      {"Tayyip Erdogan", "Tayyip Erdoğan"},
      {"Vladimir Rachmaninov", "Vladimir Rachmaninoff"},
  };
  for (const auto& [first, second] : english) {
    EXPECT_EQ(marked_across(kRule, "There spoke " + std::string(first) + " at night.",
                            "Here spoke " + std::string(second) + " at night.", "en"),
              second);
  }
}

TEST(NameAcrossFiles, LeavesTwoPeopleAlone) {
  const std::pair<std::string_view, std::string_view> names[] = {
      {"Anna Meyer", "Anna Meier"},           {"Anna Maier", "Anna Mayer"},
      {"Peter Schmidt", "Peter Schmitt"},     {"Jan Hoffmann", "Jan Hofmann"},
      {"Eva Herrmann", "Eva Hermann"},        {"Karl Möller", "Karl Moller"},
      {"Karl Müller", "Karl Mueller"},        {"Peter Fischer", "Peter Fisher"},
      {"Stefan Krause", "Stephan Krause"},    {"Günter Weber", "Günther Weber"},
      {"Philipp Lange", "Philip Lange"},      {"Nadja Berger", "Nadia Berger"},
      {"Nikola Petković", "Nikola Petrović"}, {"Eva Nowak", "Eva Nowaková"},
      {"Iwan Petrow", "Anna Petrowa"},        {"Wolodymyr Selenskyj", "Wolodymyr Selenskyjs"},
      {"Chloe Martin", "Chloé Martin"},       {"Marc Brandt", "Mark Brandt"},
      {"Jan Schulz", "Jan Schultz"},          {"Jan Lorenz", "Jan Lorentz"},
      {"Sonja Berger", "Sonya Berger"},       {"Deutsche Bahn", "Deutsche Bank"},
  };
  for (const auto& [first, second] : names) {
    EXPECT_EQ(marked_across(kRule, "Dort sprach " + std::string(first) + " am Abend.",
                            "Hier sprach " + std::string(second) + " am Abend.", "de"),
              "");
  }
}

TEST(NameAcrossFiles, LanguagesTransliterateInTheirOwnWay) {
  EXPECT_EQ(findings_across(kRule,
                            {{"a.html", "<p lang=de>Dort sprach Wladimir Putin.</p>"},
                             {"b.html", "<p lang=en>Then Vladimir Putin spoke.</p>"}},
                            ""),
            "");
}

TEST(NameAcrossFiles, TwoSpellingsInOneFileAreThatFilesOwn) {
  EXPECT_EQ(
      marked_across(kRule, "Dort sprach Sergej Lawrow.", "Dort sprach Sergej Lavrov. Sergej Lawrow schwieg.", "de"),
      "");
}

}  // namespace
}  // namespace stet
