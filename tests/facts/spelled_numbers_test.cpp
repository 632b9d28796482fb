// Number words against ICU's rule-based formats, which know nothing of our lexicon.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

#include "facts/numerals.h"
#include "support/lexicon.h"

namespace stet {
namespace {

struct Speller {
  const char* locale;
  const char* rule_set;  // null: the default
};

std::string spell(icu::RuleBasedNumberFormat& format, const char* rule_set, int value) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  icu::FieldPosition position;
  if (rule_set != nullptr) {
    format.format(static_cast<int64_t>(value), icu::UnicodeString(rule_set), out, position, status);
  } else {
    format.format(static_cast<int64_t>(value), out, position, status);
  }
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

class SpelledNumbers : public testing::TestWithParam<Speller> {};

TEST_P(SpelledNumbers, ReadsWhatIcuWrites) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(GetParam().locale), status);
  ASSERT_TRUE(U_SUCCESS(status));
  const NumberLanguage language(rules_lexicon(), Language(GetParam().locale));
  int wrong = 0;
  const auto check = [&](int value) {
    const std::string text = spell(format, GetParam().rule_set, value);
    // "one hundred thousand, nine hundred": for us a comma separates two numbers.
    if (text.find(',') != std::string::npos) return;
    const auto read = read_spelled(text, 0, language);
    if (read && read->end == text.size() && read->value == value) return;
    if (++wrong <= 10) {
      ADD_FAILURE() << value << " “" << text << "” read as " << (read ? read->value : -1) << " to byte "
                    << (read ? read->end : 0) << " of " << text.size();
    }
  };
  for (int value = 0; value <= 2200; ++value) check(value);
  for (int value = 2203; value < 1000000; value += 997) check(value);
  EXPECT_EQ(wrong, 0);
}

TEST_P(SpelledNumbers, AreBegunByTheCheapTest) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale(GetParam().locale), status);
  ASSERT_TRUE(U_SUCCESS(status));
  const NumberLanguage language(rules_lexicon(), Language(GetParam().locale));
  for (int value = 0; value <= 12000; ++value) {
    const std::string text = spell(format, GetParam().rule_set, value);
    ASSERT_TRUE(language.may_begin_number(text, 0)) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Languages, SpelledNumbers,
    testing::Values(Speller{"de", nullptr}, Speller{"en", nullptr}, Speller{"en", "%spellout-cardinal-verbose"},
                    Speller{"fr", nullptr}, Speller{"fr", "%spellout-cardinal-feminine"}, Speller{"es", nullptr},
                    Speller{"es", "%spellout-cardinal-feminine"}, Speller{"it", nullptr}, Speller{"nl", nullptr},
                    Speller{"pt", nullptr}, Speller{"pt", "%spellout-cardinal-feminine"}, Speller{"pl", nullptr}),
    [](const auto& speller) { return std::string(speller.param.locale) + std::to_string(speller.index); });

struct Spelled {
  const char* language;
  const char* text;
  double value;
  const char* rest;  // what is left behind the number
};

TEST(SpelledNumbersTest, ReadsWhatPeopleWrite) {
  const Spelled kCases[] = {
      {"de", "dreiundzwanzig Kinder", 23, " Kinder"},
      {"de", "DREIUNDZWANZIG", 23, ""},
      {"de", "fu\u0308nfzig", 50, ""},
      {"de", "drei\u00ADund\u00ADzwanzig", 23, ""},
      {"de", "zweitausenddreihundert", 2300, ""},
      {"de", "neunzehnhundertneunundachtzig", 1989, ""},
      {"de", "dreissig", 30, ""},
      {"de", "anderthalb Jahre", 1.5, " Jahre"},
      {"de", "zwanzig und drei Kinder", 20, " und drei Kinder"},
      {"de", "hundertundeins", 101, ""},
      {"en", "twenty-three people", 23, " people"},
      {"en", "one hundred and five", 105, ""},
      {"en", "two thousand three hundred", 2300, ""},
      {"en", "nineteen hundred", 1900, ""},
      {"en", "a hundred metres", 100, " metres"},
      {"en", "one hundred and two hundred", 100, " and two hundred"},
      {"en", "twenty and thirty", 20, " and thirty"},
      {"fr", "quatre-vingt-dix-sept", 97, ""},
      {"fr", "quatre-vingts", 80, ""},
      {"fr", "soixante et onze", 71, ""},
      {"fr", "vingt et un ans", 21, " ans"},
      {"fr", "septante-deux", 72, ""},
      {"fr", "cinq cents", 500, ""},
      {"es", "veintitrés", 23, ""},
      {"es", "VEINTITRE\u0301S", 23, ""},
      {"es", "treinta y tres mil", 33000, ""},
      {"es", "doscientas cincuenta", 250, ""},
      {"es", "treinta y cuarenta", 30, " y cuarenta"},
      {"it", "ventitré", 23, ""},
      {"it", "ventuno", 21, ""},
      {"it", "duemilacinquecento", 2500, ""},
      {"it", "centotto", 108, ""},
      {"nl", "drieëntwintig", 23, ""},
      {"nl", "honderdvijftig", 150, ""},
      {"pt", "cento e vinte e três", 123, ""},
      {"pl", "dwadzieścia trzy", 23, ""},
      {"pl", "pięciuset", 500, ""},
  };
  for (const Spelled& c : kCases) {
    const NumberLanguage language(rules_lexicon(), Language(c.language));
    const std::string_view text = c.text;
    const auto read = read_spelled(text, 0, language);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->value, c.value) << text;
    EXPECT_EQ(text.substr(read->end), c.rest) << text;
  }
}

TEST(SpelledNumbersTest, LeavesOtherWordsAlone) {
  const std::pair<const char*, const char*> kCases[] = {
      {"de", "einfach"},   {"de", "achtsam"},   {"de", "siebengescheit"}, {"de", "dreist"},   {"de", "vielleicht"},
      {"de", "hundemüde"}, {"de", "Elfenbein"}, {"en", "tension"},        {"en", "seventh"},  {"en", "tenfold"},
      {"fr", "centre"},    {"fr", "deuxième"},  {"fr", "dixième"},        {"es", "tresillo"}, {"es", "seisena"},
      {"it", "ventaglio"}, {"it", "vent"},      {"it", "seicentesco"},    {"nl", "achter"},   {"pl", "stolica"},
  };
  for (const auto& [code, text] : kCases) {
    const NumberLanguage language(rules_lexicon(), Language(code));
    EXPECT_FALSE(read_spelled(text, 0, language)) << text;
  }
}

}  // namespace
}  // namespace stet
