#include "text/usual_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace stet {
namespace {

// "begin-end text" of each.
std::string forms(std::string_view text) {
  std::string out;
  for (const UsualForm& form : usual_forms(text)) {
    out += std::to_string(form.begin) + "-" + std::to_string(form.end) + " " + form.text + "\n";
  }
  return out;
}

TEST(UsualForms, LettersInPartsAreComposed) {
  EXPECT_EQ(forms("fu\u0308r"), "1-4 ü\n");
  EXPECT_EQ(forms("l'e\u0301te\u0301"), "2-5 é\n6-9 é\n");
  EXPECT_EQ(forms("A\u030A"), "0-3 Å\n");
  EXPECT_EQ(forms("\u0438\u0306"), "0-4 \u0439\n");
  EXPECT_EQ(forms("a\u0302\u0323"), "0-5 \u1EAD\n");
  EXPECT_EQ(forms("\u1112\u1161\u11AB"), "0-9 \uD55C\n");
  EXPECT_EQ(forms("\u304B\u3099"), "0-6 \u304C\n");
}

TEST(UsualForms, WhatHasNoOtherFormStays) {
  EXPECT_EQ(forms("für, été, ⅓, 中文, 한국, שלום"), "");
  EXPECT_EQ(forms("x\u0323"), "");  // no sign of its own
  EXPECT_EQ(forms("\u0308a"), "");
  EXPECT_EQ(forms("\u212A"), "");  // the sign for kelvin is no letter with a mark
  std::string many = "a";
  for (int i = 0; i < 40; ++i) many += "\u0301";
  EXPECT_EQ(forms(many), "");
}

TEST(UsualForms, NoBreakSpacesPartWords) {
  EXPECT_EQ(forms("Herr\u00A0Meier"), "4-6  \n");
  EXPECT_EQ(forms("été\u202Fde"), "5-8  \n");
  EXPECT_EQ(forms("12\u00A0Euro"), "2-4  \n");
  EXPECT_EQ(forms("Mai\u00A02025"), "3-5  \n");
  EXPECT_EQ(forms("Meier\u00A0(45)\u00A0sagte"), "5-7  \n11-13  \n");
  EXPECT_EQ(forms("vier\u00A0– Nord, 5:3\u00A0(1:1) –\u00A0zwei"), "4-6  \n19-21  \n30-32  \n");
  EXPECT_EQ(forms("e\u0301te\u0301\u00A0de"), "0-3 é\n4-7 é\n7-9  \n");
}

TEST(UsualForms, NumbersMarksAndHalvesOfLettersKeepTheirs) {
  EXPECT_EQ(forms("10\u00A0000\u202F€, 5\u00A0%"), "");
  EXPECT_EQ(forms("«\u00A0oui\u00A0» : non\u00A0!"), "");
  EXPECT_EQ(forms("z.\u00A0B."), "");
  EXPECT_EQ(forms("de\u0301ja\u0300 lÃ\u00A0bas"), "1-4 é\n5-8 à\n");
  EXPECT_EQ(forms("A\u0303\u00A0bas"), "0-3 Ã\n");
  EXPECT_EQ(forms("Р\u00A0б"), "");
  EXPECT_EQ(forms("æ\u00A0ª"), "");
  EXPECT_EQ(forms("\u00A0a\u00A0"), "");
}

TEST(UsualForms, WrittenAndUsual) {
  EXPECT_TRUE(is_usual_form("u\u0308", "ü"));
  EXPECT_TRUE(is_usual_form("\u00A0", " "));
  EXPECT_FALSE(is_usual_form("&nbsp;", " "));
  EXPECT_FALSE(is_usual_form("&uuml;", "ü"));
  EXPECT_FALSE(is_usual_form("u**\u0308", "ü"));
  EXPECT_FALSE(is_usual_form("\n", " "));
  EXPECT_FALSE(is_usual_form("", " "));
}

// Where signs stand inside of words, a code page was read as another: the no-break space is "á".
TEST(UsualForms, NoBreakSpacesMayBeLettersOfAnotherPage) {
  EXPECT_EQ(usual_forms("la\u00A0casa").size(), 1U);
  EXPECT_EQ(usual_forms("la\u00A0casa, «sí»: 5\u00A0£ y más, según él, ¡no!").size(), 1U);
  EXPECT_TRUE(usual_forms("el gr\u00A0fico de la acci¢n").empty());
}

}  // namespace
}  // namespace stet
