#include "rule/message.h"

#include <gtest/gtest.h>

#include "rule/value_text.h"

namespace stet {
namespace {

constexpr Locale kEn = Locale::kEnglish;
constexpr Locale kDe = Locale::kGerman;

TEST(Locale, Names) {
  EXPECT_EQ(locale_from_name("en"), kEn);
  EXPECT_EQ(locale_from_name("de-CH"), kDe);
  EXPECT_EQ(locale_from_name("DE_at"), kDe);
  EXPECT_EQ(locale_from_name("fr"), std::nullopt);
  EXPECT_EQ(locale_from_name(""), std::nullopt);
  EXPECT_EQ(locale_from_name(locale_name(kDe)), kDe);
  EXPECT_EQ(locale_from_name(locale_name(kEn)), kEn);
}

TEST(ValueText, Dates) {
  EXPECT_EQ(value_text(CivilDate{2025, 4, 8}, kEn), "8 April 2025");
  EXPECT_EQ(value_text(CivilDate{2025, 4, 8}, kDe), "8. April 2025");
  EXPECT_EQ(value_text(CivilDate{1789, 3, 31}, kDe), "31. März 1789");
  EXPECT_EQ(value_text(CivilDate{-43, 3, 15}, kEn), "15 March 44 BC");
  EXPECT_EQ(value_text(CivilDate{-43, 3, 15}, kDe), "15. März 44 v. Chr.");
}

TEST(ValueText, DaysThatNeverExisted) {
  EXPECT_EQ(value_text(CivilDate{2025, 4, 31}, kEn), "31 April 2025");
  EXPECT_EQ(value_text(CivilDate{2025, 13, 1}, kEn), "2025-13-01");
  EXPECT_EQ(value_text(CivilDate{2025, 0, 1}, kDe), "2025-00-01");
}

TEST(ValueText, Weekdays) {
  EXPECT_EQ(value_text(Weekday::kTuesday, kEn), "Tuesday");
  EXPECT_EQ(value_text(Weekday::kTuesday, kDe), "Dienstag");
  EXPECT_EQ(value_text(Weekday::kMonday, kDe), "Montag");
  EXPECT_EQ(value_text(Weekday::kSunday, kEn), "Sunday");
}

TEST(ValueText, Numbers) {
  EXPECT_EQ(value_text(NumberValue{25000.5}, kEn), "25,000.5");
  EXPECT_EQ(value_text(NumberValue{25000.5}, kDe), "25.000,5");
  EXPECT_EQ(value_text(NumberValue{0}, kEn), "0");
  EXPECT_EQ(value_text(NumberValue{999}, kEn), "999");
  EXPECT_EQ(value_text(NumberValue{1000}, kEn), "1,000");
  EXPECT_EQ(value_text(NumberValue{1234567}, kDe), "1.234.567");
  EXPECT_EQ(value_text(NumberValue{-1234}, kEn), "-1,234");
  EXPECT_EQ(value_text(NumberValue{-123}, kEn), "-123");
  EXPECT_EQ(value_text(NumberValue{0.1 + 0.2}, kEn), "0.3");
  EXPECT_EQ(value_text(NumberValue{1.0 / 3}, kEn), "0.333333333");
  EXPECT_EQ(value_text(NumberValue{0.00012}, kEn), "0.00012");
  EXPECT_EQ(value_text(NumberValue{1e15}, kEn), "1,000,000,000,000,000");
}

TEST(ValueText, NumbersWithDecimals) {
  EXPECT_EQ(value_text(NumberValue{1234.5, 0}, kEn), "1,234");  // ties to even
  EXPECT_EQ(value_text(NumberValue{12.345, 1}, kDe), "12,3");
  EXPECT_EQ(value_text(NumberValue{7, 2}, kEn), "7.00");
  EXPECT_EQ(value_text(NumberValue{-0.01, 1}, kEn), "0.0");
}

TEST(ValueText, Languages) {
  EXPECT_EQ(value_text(Language("fr"), kEn), "French");
  EXPECT_EQ(value_text(Language("fr"), kDe), "Französisch");
  EXPECT_EQ(value_text(Language("qqx"), kEn), "qqx");
}

TEST(ValueText, TextStaysOnOneLine) {
  EXPECT_EQ(value_text(std::string("a\nb\r\nc\td"), kEn), "a b  c d");
  EXPECT_EQ(value_text(std::string("x\x1B[31my\x7F"), kEn), "x [31my ");
  EXPECT_EQ(value_text(std::string("a\u202Eb\u2066c\u0085d"), kEn), "a b c d");
  EXPECT_EQ(value_text(std::string("a\0b", 3), kEn), "a b");
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(ValueText, LongTextIsShortened) {
  EXPECT_EQ(value_text(repeated("ä", 80), kEn), repeated("ä", 80));
  EXPECT_EQ(value_text(repeated("ä", 81), kEn), repeated("ä", 79) + "…");
  EXPECT_EQ(value_text(repeated("x", 78) + "  yz", kEn), repeated("x", 78) + "…");
}

TEST(ValueText, ACharacterIsNeverCutInTwo) {
  // Cut in front of e with an accent as two code points, not between them: the … is the 80th at most.
  EXPECT_EQ(value_text(repeated("x", 78) + "e\u0301zz", kEn), repeated("x", 78) + "…");
  EXPECT_EQ(value_text(repeated("x", 77) + "e\u0301zz", kEn), repeated("x", 77) + "e\u0301…");
  // A family is one character of five code points.
  EXPECT_EQ(value_text(repeated("x", 76) + "👩\u200D👩\u200D👧zz", kEn), repeated("x", 76) + "…");
}

TEST(FillTemplate, ReplacesNames) {
  const Values values = {{"match", std::string("Donnerstag")}, {"day", Weekday::kTuesday}, {"n", NumberValue{4000}}};
  EXPECT_EQ(fill_template("“{match}” was a {day}", values, kEn), "“Donnerstag” was a Tuesday");
  EXPECT_EQ(fill_template("{day}, {day}: {n}", values, kDe), "Dienstag, Dienstag: 4.000");
  EXPECT_EQ(fill_template("plain", values, kEn), "plain");
  EXPECT_EQ(fill_template("", values, kEn), "");
}

TEST(FillTemplate, AnUnknownNameIsSeen) { EXPECT_EQ(fill_template("a {b} c", {}, kEn), "a {b} c"); }

TEST(FillTemplate, ValuesAreNotFilledAgain) {
  EXPECT_EQ(fill_template("{match}", {{"match", std::string("{match} {x}")}}, kEn), "{match} {x}");
}

TEST(FillTemplate, DoubledBracesAreBraces) {
  EXPECT_EQ(fill_template("{{{x}}}", {{"x", std::string("y")}}, kEn), "{y}");
  EXPECT_EQ(fill_template("{{x}}", {{"x", std::string("y")}}, kEn), "{x}");
}

TEST(TemplateNames, EachOnceInOrder) {
  const auto names = template_names("{b} and {a-1}, {b} {{no}}");
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(*names, (std::vector<std::string>{"b", "a-1"}));
}

TEST(TemplateNames, BracesMustPair) {
  const auto error_of = [](std::string_view text) {
    const auto names = template_names(text);
    return names.ok() ? std::pair<std::string, std::uint32_t>()
                      : std::pair(names.error().message, names.error().column);
  };
  EXPECT_EQ(error_of("äö {x"), std::pair(std::string("\"{\" begins or ends no {name}"), 4U));
  EXPECT_EQ(error_of("{}"), std::pair(std::string("\"{\" begins or ends no {name}"), 1U));
  EXPECT_EQ(error_of("{a b}"), std::pair(std::string("\"{\" begins or ends no {name}"), 1U));
  EXPECT_EQ(error_of("a } b"), std::pair(std::string("\"}\" begins or ends no {name}"), 3U));
  EXPECT_EQ(error_of("{match"), std::pair(std::string("\"{\" begins or ends no {name}"), 1U));
}

}  // namespace
}  // namespace stet
