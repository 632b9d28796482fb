#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/civil_date.h"
#include "support/findings.h"

namespace stet {
namespace {

constexpr std::string_view kRule = "date/named-day";

std::size_t findings_of(const std::string& draft, std::string_view language) {
  return check_only(kRule, draft, Format::kMarkdown, language).diagnostics.size();
}

// Easter Sundays, of which other Sundays are none; other weekdays are date/weekday-mismatch. As almanacs print them,
// the earliest and the latest that there are among them.
constexpr std::array<CivilDate, 14> kEasters = {{{1818, 3, 22},
                                                 {1886, 4, 25},
                                                 {1913, 3, 23},
                                                 {1943, 4, 25},
                                                 {1954, 4, 18},
                                                 {1981, 4, 19},
                                                 {2000, 4, 23},
                                                 {2008, 3, 23},
                                                 {2011, 4, 24},
                                                 {2016, 3, 27},
                                                 {2019, 4, 21},
                                                 {2024, 3, 31},
                                                 {2025, 4, 20},
                                                 {2038, 4, 25}}};

TEST(NamedDay, Easter) {
  for (const CivilDate easter : kEasters) {
    for (const std::int32_t off : {-14, -7, 0, 7, 14}) {
      const CivilDate said = from_days(to_days(easter) + off);
      const std::string draft = fmt::format("Der Ostersonntag, {}. {} {}, war kalt.", said.day,
                                            said.month == 3   ? "März"
                                            : said.month == 4 ? "April"
                                                              : "Mai",
                                            said.year);
      EXPECT_EQ(findings_of(draft, "de"), off == 0 ? 0U : 1U) << draft;
    }
  }
}

TEST(NamedDay, MovesWithEaster) {
  EXPECT_EQ(findings_of("On Good Friday, 18 April 2025, and Whit Monday, 9 June 2025, shops stay shut.", "en"), 0U);
  EXPECT_EQ(findings_of("On Good Friday, 11 April 2025, shops stay shut.", "en"), 1U);
  EXPECT_EQ(findings_of("Thanksgiving, November 28, 2024, was mild.", "en"), 0U);
  EXPECT_EQ(findings_of("Thanksgiving, November 27, 2025, was mild.", "en"), 0U);
  EXPECT_EQ(findings_of("Thanksgiving, November 20, 2025, was mild.", "en"), 1U);
}

TEST(NamedDay, SaysTheRightDay) {
  const FileReport checked =
      check_only(kRule, "The pool is closed on Christmas Eve, December 25.", Format::kMarkdown, "en");
  ASSERT_EQ(checked.diagnostics.size(), 1U);
  EXPECT_EQ(checked.diagnostics[0].message, "Christmas Eve is on 24 December");
}

// What only looks like it: the day after, places and people of that name, other countries, years without a date.
TEST(NamedDay, Innocents) {
  for (const std::string draft :
       {"Nach Heiligabend, am 27. Dezember, öffnet das Bad.", "Von Heiligabend bis 2. Januar ist zu.",
        "Im Viertel St. Martin, 12. Mai, ist Markt.", "Silvester ist am 31. Dezember.",
        "Der Muttertag ist 2025 am 11. Mai.", "Die orthodoxe Weihnacht ist am 7. Januar."}) {
    EXPECT_EQ(findings_of(draft, "de"), 0U) << draft;
  }
  for (const std::string draft :
       {"On the day after Christmas Day, 26 December, it rained.", "Orthodox Easter Sunday, 5 May 2024, was warm.",
        "Canadians keep Thanksgiving on October 14, 2024.", "He sang on Christmas Eve and, on 27 December, flew home.",
        "On 25 December, Christmas Eve's guests went home."}) {
    EXPECT_EQ(findings_of(draft, "en"), 0U) << draft;
  }
  EXPECT_EQ(findings_of("La festa è a Santo Stefano, il 3 maggio.", "it"), 0U);
}

}  // namespace
}  // namespace stet
