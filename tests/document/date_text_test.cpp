#include "document/date_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace stet {
namespace {

constexpr CivilDate kDay{2025, 4, 8};

TEST(MachineDate, IsReadInEveryShape) {
  for (const std::string_view text :
       {"2025-04-08", "2025-4-8", "2025-04-08T10:00:00Z", "2025-04-08T23:59:59-05:00", "2025-04-08 10:00:00 +0200",
        "2025/04/08", "20250408", "20250408T100000", "8.4.2025", "08.04.2025", "8. 4. 2025", "08.04.2025, 10:00 Uhr",
        "Tue, 08 Apr 2025 10:00:00 +0000", "8 Apr 2025", " 2025-04-08"}) {
    EXPECT_EQ(parse_machine_date(text), kDay) << text;
  }
}

TEST(MachineDate, SlashesOnlyWhereOneOrderCanBe) {
  EXPECT_EQ(parse_machine_date("28/4/2025"), (CivilDate{2025, 4, 28}));
  EXPECT_EQ(parse_machine_date("4/28/2025"), (CivilDate{2025, 4, 28}));
  EXPECT_EQ(parse_machine_date("4/4/2025"), (CivilDate{2025, 4, 4}));
  EXPECT_EQ(parse_machine_date("8/4/2025"), std::nullopt);
  EXPECT_EQ(parse_machine_date("08-04-2025"), std::nullopt);
}

TEST(MachineDate, NothingElseIsOne) {
  for (const std::string_view text :
       {"", "2025", "2025-04", "2025-02-30", "2025-13-01", "0000-01-01", "8.4.25", "April 8, 2025", "2025-04-08x",
        "2025-04-081", "1.2.3", "31.4.2025", "draft", "12345678901", "2025-04_08", "8.4"}) {
    EXPECT_EQ(parse_machine_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace stet
