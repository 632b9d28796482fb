#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "base/civil_date.h"
#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "date/duration-mismatch";
constexpr std::array kGerman = {"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                "Juli",   "August",  "September", "Oktober", "November", "Dezember"};
constexpr std::array kEnglish = {"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};

template <class Months>
std::string written(const Months& months, CivilDate date, std::string_view dot) {
  return fmt::format("{}{} {} {}", date.day, dot, months[static_cast<std::size_t>(date.month - 1)], date.year);
}

std::size_t findings_of(std::string_view rule, const std::string& draft, std::string_view language) {
  return check_only(rule, draft, Format::kMarkdown, language).diagnostics.size();
}

// The number of days between two dates is right with and without the last one; three more than that, or less than
// the working days, are wrong.
TEST(DurationMismatch, DaysBetweenTwoDates) {
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const auto begin = from_days(to_days({1990, 1, 1}) + static_cast<std::int64_t>(random() % 15000));
    const auto days = static_cast<std::int32_t>(8 + random() % 40);
    const CivilDate end = from_days(to_days(begin) + days);
    const auto german = [&](std::int32_t length) {
      return fmt::format("Die Halle war vom {} bis {}, also {} Tage lang, gesperrt.", written(kGerman, begin, "."),
                         written(kGerman, end, "."), length);
    };
    const auto english = [&](std::int32_t length) {
      return fmt::format("From {} to {}, a total of {} days, the hall was shut.", written(kEnglish, begin, ""),
                         written(kEnglish, end, ""), length);
    };
    for (const std::int32_t right : {days, days + 1}) {
      EXPECT_EQ(findings_of(kRule, german(right), "de"), 0U) << german(right);
      EXPECT_EQ(findings_of(kRule, english(right), "en"), 0U) << english(right);
    }
    for (const std::int32_t wrong : {days + 4, days * 5 / 7 - 2}) {
      EXPECT_EQ(findings_of(kRule, german(wrong), "de"), 1U) << german(wrong);
      EXPECT_EQ(findings_of(kRule, english(wrong), "en"), 1U) << english(wrong);
    }
  }
}

// Years: one more or less is a matter of counting.
TEST(DurationMismatch, YearsBetweenTwoYears) {
  for (int begin = 1950; begin < 2000; begin += 7) {
    for (int years = 4; years < 30; years += 3) {
      for (int said = years - 3; said <= years + 3; ++said) {
        const std::string draft =
            fmt::format("Von {} bis {}, also {} Jahre lang, war sie Bürgermeisterin.", begin, begin + years, said);
        const bool wrong = said < years - 1 || said > years + 1;
        EXPECT_EQ(findings_of(kRule, draft, "de"), wrong ? 1U : 0U) << draft;
      }
    }
  }
}

}  // namespace
}  // namespace stet
