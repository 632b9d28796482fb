// A rule: a check with its wording, severity and examples.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.h"
#include "check/check.h"
#include "check/finding.h"
#include "document/document.h"

namespace stet {

enum class Locale : std::uint8_t { kEnglish, kGerman };
inline constexpr std::size_t kLocaleCount = 2;
std::optional<Locale> locale_from_name(std::string_view name);  // "en", "de", "de-CH"
std::string_view locale_name(Locale locale);                    // "en", "de"

// One text in every language of messages. English is always there; German falls back to it.
struct Wording {
  std::string text[kLocaleCount];
  [[nodiscard]] const std::string& in(Locale locale) const {
    const std::string& own = text[static_cast<std::size_t>(locale)];
    return own.empty() ? text[0] : own;
  }
};

struct Example {
  bool bad = true;
  Language language;
  Format format = Format::kMarkdown;
  std::optional<CivilDate> as_of;
  std::string text;  // with ⟦…⟧ in a bad one
  std::string message;
  std::optional<std::string> fixed;
  std::uint32_t line = 0;  // in the rule file
};

// The [fix] table of phrase and pattern rules.
struct FixTemplate {
  Wording title;
  std::string text;
  bool safe = false;
};

struct Rule {
  std::string name;  // "date/weekday-mismatch"
  const Kind* kind = nullptr;
  Severity severity = Severity::kWarning;
  std::map<std::string, Wording, std::less<>> messages;  // "" is `message`
  Wording why;
  std::vector<std::string> was;
  std::uint32_t formats = 7;  // a bit each: 1 << int(Format)
  std::uint32_t limit = 0;    // findings in one file; 0: no limit
  bool same_entry = false;    // its findings name no two entries of a live blog or of short news
  std::optional<FixTemplate> fix;
  std::vector<std::string> covers;  // globs: whose findings are part of one of this rule's that covers its place
  Definition definition;
  std::vector<Example> examples;
  std::string file;      // where it was read from, for errors and `explain`
  std::string patterns;  // MatcherBuilder::serialize() of its lists under slot 0, when it was just read

  [[nodiscard]] std::string_view group() const { return std::string_view(name).substr(0, name.find('/')); }
};

}  // namespace stet
