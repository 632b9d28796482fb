#include "document/html_entities.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "document/html_entities_data.h"
#include "text/utf8.h"

namespace stet {
namespace {

struct Case {
  std::string_view reference;
  std::uint32_t length;
  std::string_view text;
};

class EntityTest : public testing::TestWithParam<Case> {};

TEST_P(EntityTest, Decodes) {
  const DecodedEntity entity = decode_entity(GetParam().reference, true);
  EXPECT_EQ(entity.length, GetParam().length);
  EXPECT_EQ(entity.text(), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Html, EntityTest,
    testing::Values(Case{"&amp;", 5, "&"}, Case{"&auml;rger", 6, "ä"}, Case{"&nbsp;&nbsp;", 6, "\u00A0"},
                    Case{"&hellip;", 8, "…"}, Case{"&NotEqualTilde;", 15, "\u2242\u0338"}, Case{"&AElig;", 7, "Æ"},
                    Case{"&zwnj;", 6, "\u200C"}, Case{"&#228;", 6, "ä"}, Case{"&#xE4;", 6, "ä"}, Case{"&#Xe4", 5, "ä"},
                    Case{"&#128512;", 9, "😀"}, Case{"&#150;", 6, "–"}, Case{"&#0;", 4, "\uFFFD"},
                    Case{"&#xD800;", 8, "\uFFFD"}, Case{"&#99999999999999;", 17, "\uFFFD"}, Case{"&#x;", 0, ""},
                    Case{"&#", 0, ""}, Case{"&", 0, ""}, Case{"& ", 0, ""}, Case{"&nosuchname;", 0, ""},
                    Case{"&copy 2025", 5, "©"}, Case{"&notit;", 4, "¬"}, Case{"&notin;", 7, "∉"},
                    Case{"&CounterClockwiseContourIntegral;", 33, "∳"}));

TEST(Entity, WithoutSemicolonOnlyWhereHtmlAllows) {
  EXPECT_EQ(decode_entity("&copy 2025", false).length, 0U);
  EXPECT_EQ(decode_entity("&copy;", false).length, 6U);
  EXPECT_EQ(decode_entity("&hellip", true).length, 0U);
}

TEST(Entity, EveryNameIsFound) {
  const char* at = kEntityData;
  for (std::size_t i = 0; i < kEntityCount; ++i) {
    const std::string_view name = at;
    const std::string_view text = at + name.size() + 1;
    ASSERT_LE(text.size(), sizeof(DecodedEntity::bytes));
    ASSERT_EQ(decode_entity(fmt::format("&{};", name), false).text(), text) << name;
    ASSERT_EQ(find_invalid_utf8(text).begin, text.size()) << name;
    at = text.data() + text.size() + 1;
  }
  EXPECT_EQ(at, kEntityData + sizeof kEntityData - 1);
}

TEST(Entity, EveryLegacyNameIsFoundWithoutSemicolon) {
  const char* at = kLegacyData;
  for (std::size_t i = 0; i < kLegacyCount; ++i) {
    const std::string name = at;
    EXPECT_EQ(decode_entity(fmt::format("&{} x", name), true).text(),
              decode_entity(fmt::format("&{};", name), false).text());
    EXPECT_EQ(decode_entity(fmt::format("&{} x", name), true).length, name.size() + 1);
    at += name.size() + 1;
  }
  EXPECT_EQ(at, kLegacyData + sizeof kLegacyData - 1);
}

}  // namespace
}  // namespace stet
