#include "rule/rule.h"

namespace stet {

std::optional<Locale> locale_from_name(std::string_view name) {
  const Language language(name);
  if (language == Language("en")) return Locale::kEnglish;
  if (language == Language("de")) return Locale::kGerman;
  return std::nullopt;
}

std::string_view locale_name(Locale locale) { return locale == Locale::kGerman ? "de" : "en"; }

}  // namespace stet
