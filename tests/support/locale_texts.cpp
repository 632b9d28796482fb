#include "support/locale_texts.h"

#include <unicode/datefmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>

#include <memory>

namespace stet {
namespace {

std::string utf8(const icu::UnicodeString& s) {
  std::string out;
  s.toUTF8String(out);
  return out;
}

}  // namespace

LocaleTexts locale_texts(const std::string& name) {
  const icu::Locale locale(name.c_str());
  LocaleTexts texts{name, {}, {}};
  const std::unique_ptr<icu::LocaleDisplayNames> display(
      icu::LocaleDisplayNames::createInstance(locale, ULDN_STANDARD_NAMES));
  icu::UnicodeString shown;
  const auto add = [&](std::vector<std::string>& list) {
    if (!shown.isBogus() && !shown.isEmpty()) list.push_back(utf8(shown));
    shown.remove();
  };
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    display->regionDisplayName(*code, shown);
    add(texts.names);
  }
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    if (std::string(*code).size() != 2) continue;
    display->languageDisplayName(*code, shown);
    add(texts.names);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, status);
  std::int32_t count = 0;
  for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
    const icu::UnicodeString* months = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
    for (std::int32_t i = 0; i < count; ++i) texts.names.push_back(utf8(months[i]));
    const icu::UnicodeString* days = symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, width);
    for (std::int32_t i = 1; i < count; ++i) texts.names.push_back(utf8(days[i]));
  }
  for (const auto style : {icu::DateFormat::kFull, icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
    const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateTimeInstance(style, style, locale));
    if (format == nullptr) continue;
    for (int month = 0; month < 12; ++month) {
      format->format(1735689600000.0 + month * 30.5 * 86400000.0, shown);
      add(texts.dates);
    }
  }
  return texts;
}

std::vector<std::string> all_locales() {
  std::vector<std::string> names;
  std::int32_t count = 0;
  const icu::Locale* const locales = icu::Locale::getAvailableLocales(count);
  for (std::int32_t i = 0; i < count; ++i) names.emplace_back(locales[i].getName());
  return names;
}

}  // namespace stet
