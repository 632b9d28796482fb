// Writes ICU's CLDR names of months and weekdays, and its date patterns, as a C++ table: one text for each
// language, over all of that language's locales. Doing it when stet is built keeps ICU out of start-up, and
// costs nothing for regional names (Jänner) that a run-time lookup would have to open a hundred locales for.
//
// usage: calendar_tables OUTPUT.cpp
//
// The lines of a text, fields parted by tabs (facts/calendar.cpp reads them):
//   M wide|abbreviated gregorian|persian|islamic NAME×12
//   W wide|abbreviated NAME×7        from Monday on
//   P gregorian|buddhist|persian|islamic PATTERN
//   E CALENDAR NAME…                 era names that may stand beside a year; gregorian: BC, AD, BC, AD in short
//   R day|week|month|year OFFSET PHRASE    "letzte Woche"
//   Z CODE POINT                     of the digit zero, where it is not ASCII
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/numsys.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace {

using icu::DateFormat;
using icu::DateFormatSymbols;
using icu::Locale;
using icu::UnicodeString;

struct LanguageText {
  std::set<std::string> seen;
  std::string text;
  void line(const std::string& s) {
    if (seen.insert(s).second) text += s + '\n';
  }
};

std::string utf8(const UnicodeString& s) {
  std::string out;
  s.toUTF8String(out);
  return out;
}

// The family of an ICU calendar name; empty for those that are not read.
std::string family(const std::string& calendar) {
  if (calendar == "gregorian" || calendar == "buddhist" || calendar == "persian") return calendar;
  return calendar.rfind("islamic", 0) == 0 ? "islamic" : "";
}

// The names first..first+count-1, or nothing when CLDR has only numbers for them.
std::string names(const UnicodeString* all, int32_t first, int32_t count, bool monday_first) {
  std::string out;
  bool any_letter = false;
  for (int32_t i = 0; i < count; ++i) {
    const UnicodeString& name = all[first + (monday_first ? (i + 1) % 7 : i)];
    if (name.isEmpty()) return {};
    for (int32_t k = 0; k < name.length(); ++k) any_letter |= !u_isdigit(name.char32At(k)) && name[k] != u'M';
    out += '\t' + utf8(name);
  }
  return any_letter ? out : std::string();
}

void add_symbols(const Locale& locale, const std::string& calendar, LanguageText& out) {
  // A format's own symbols, since DateFormatSymbols(locale) ignores the locale's calendar.
  const std::unique_ptr<DateFormat> format(DateFormat::createDateInstance(DateFormat::kFull, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (simple == nullptr) return;
  const DateFormatSymbols& symbols = *simple->getDateFormatSymbols();
  struct Width {
    const char* name;
    DateFormatSymbols::DtWidthType type;
  };
  const std::string months_of = calendar == "buddhist" ? "gregorian" : calendar;
  for (const Width width :
       {Width{"wide", DateFormatSymbols::WIDE}, Width{"abbreviated", DateFormatSymbols::ABBREVIATED},
        Width{"abbreviated", DateFormatSymbols::SHORT}}) {
    for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
      int32_t count = 0;
      if (width.type != DateFormatSymbols::SHORT) {
        const UnicodeString* months = symbols.getMonths(count, context, width.type);
        const std::string list = count >= 12 ? names(months, 0, 12, false) : "";
        if (!list.empty()) out.line(std::string("M\t") + width.name + '\t' + months_of + list);
      }
      const UnicodeString* weekdays = symbols.getWeekdays(count, context, width.type);
      const std::string list = count >= 8 ? names(weekdays, 1, 7, true) : "";
      if (!list.empty()) out.line(std::string("W\t") + width.name + list);
    }
  }
  int32_t count = 0;
  std::string eras;
  const UnicodeString* wide = symbols.getEraNames(count);
  for (int32_t i = 0; i < count; ++i) eras += '\t' + utf8(wide[i]);
  const UnicodeString* brief = symbols.getEras(count);
  for (int32_t i = 0; i < count; ++i) eras += '\t' + utf8(brief[i]);
  out.line("E\t" + calendar + eras);
}

void add_patterns(const Locale& locale, const std::string& calendar, LanguageText& out) {
  for (const auto style : {DateFormat::kFull, DateFormat::kLong, DateFormat::kMedium}) {
    const std::unique_ptr<DateFormat> format(DateFormat::createDateInstance(style, locale));
    const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
    if (simple == nullptr) continue;
    UnicodeString pattern;
    simple->toPattern(pattern);
    out.line("P\t" + calendar + '\t' + utf8(pattern));
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  if (U_FAILURE(status)) return;
  for (const char16_t* skeleton : {u"yMMMMEEEEd", u"yMMMMd", u"yMMMEd", u"MMMMEEEEd", u"MMMMd", u"MMMEd", u"yMMMM"}) {
    const UnicodeString pattern = generator->getBestPattern(skeleton, status);
    if (U_SUCCESS(status)) out.line("P\t" + calendar + '\t' + utf8(pattern));
  }
}

void add_relatives(const Locale& locale, LanguageText& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RelativeDateTimeFormatter formatter(locale, status);
  struct Unit {
    const char* name;
    UDateAbsoluteUnit unit;
  };
  struct Direction {
    const char* offset;
    UDateDirection direction;
  };
  for (const Unit unit : {Unit{"day", UDAT_ABSOLUTE_DAY}, Unit{"week", UDAT_ABSOLUTE_WEEK},
                          Unit{"month", UDAT_ABSOLUTE_MONTH}, Unit{"year", UDAT_ABSOLUTE_YEAR}}) {
    for (const Direction direction : {Direction{"-1", UDAT_DIRECTION_LAST}, Direction{"0", UDAT_DIRECTION_THIS},
                                      Direction{"1", UDAT_DIRECTION_NEXT}}) {
      UnicodeString phrase;
      formatter.format(direction.direction, unit.unit, phrase, status);
      bool digit = false;
      for (int32_t i = 0; i < phrase.length(); ++i) digit |= u_isdigit(phrase.char32At(i)) != 0;
      if (U_FAILURE(status) || phrase.isEmpty() || digit || phrase[0] == u'-' || phrase[0] == u'+') continue;
      out.line(std::string("R\t") + unit.name + '\t' + direction.offset + '\t' + utf8(phrase));
    }
  }
}

void add_locale(const Locale& base, LanguageText& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> usual(icu::Calendar::createInstance(base, status));
  std::vector<std::string> calendars = {"gregorian"};
  if (U_SUCCESS(status) && std::string(usual->getType()) != "gregorian") calendars.emplace_back(usual->getType());
  for (const std::string& calendar : calendars) {
    const std::string kind = family(calendar);
    if (kind.empty()) continue;
    Locale locale = base;
    status = U_ZERO_ERROR;
    locale.setKeywordValue("calendar", calendar.c_str(), status);
    add_symbols(locale, kind, out);
    add_patterns(locale, kind, out);
  }
  add_relatives(base, out);
  status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> digits(icu::NumberingSystem::createInstance(base, status));
  if (U_SUCCESS(status) && !digits->isAlgorithmic()) {
    const UChar32 zero = digits->getDescription().char32At(0);
    if (zero != U'0') out.line("Z\t" + std::to_string(zero));
  }
}

// Codes that ICU has replaced (iw, tl, no), since texts still carry them.
void add_old_codes(std::map<std::string, LanguageText>& languages) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* old = uloc_openAvailableByType(ULOC_AVAILABLE_ONLY_LEGACY_ALIASES, &status);
  for (const char* name = nullptr; U_SUCCESS(status) && (name = uenum_next(old, nullptr, &status)) != nullptr;) {
    std::string code = name;
    code.resize(std::min(code.find('_'), code.size()));
    const std::string today = Locale::createCanonical(name).getLanguage();
    if (code != today && !languages.contains(code) && languages.contains(today)) languages[code] = languages[today];
  }
  uenum_close(old);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: calendar_tables OUTPUT.cpp\n", stderr);
    return 2;
  }
  std::map<std::string, LanguageText> languages;
  int32_t count = 0;
  const Locale* locales = Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) add_locale(locales[i], languages[locales[i].getLanguage()]);
  add_old_codes(languages);

  std::ofstream out(argv[1], std::ios::binary);
  out << "// Generated by tools/calendar_tables.cpp from ICU.\n#include \"facts/calendar.h\"\n\nnamespace stet {\n\n"
      << "namespace {\nconstexpr CalendarSource kSources[] = {\n";
  for (const auto& [code, language] : languages) out << "{\"" << code << "\", R\"~~(" << language.text << ")~~\"},\n";
  out << "};\n}  // namespace\n\nstd::span<const CalendarSource> calendar_sources() { return kSources; }\n\n}  // "
         "namespace stet\n";
  out.close();
  return out ? 0 : 1;
}
