// What a check reports: places and values, without wording.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/civil_date.h"
#include "base/language.h"
#include "base/span.h"

namespace stet {

enum class Severity : std::uint8_t { kInfo, kWarning, kError };
std::string_view severity_name(Severity severity);
std::optional<Severity> severity_from_name(std::string_view name);

// A number to be written with the separators of the message's language.
struct NumberValue {
  double value = 0;
  int decimals = -1;  // digits behind the point; -1: as many as needed
};

// A value that the message names. The engine writes dates, weekdays, numbers and languages in the words of
// the message's language.
using Value = std::variant<std::string, CivilDate, Weekday, NumberValue, Language>;
using Values = std::vector<std::pair<std::string, Value>>;

// A place in a block's text.
struct TextPlace {
  std::uint32_t block = 0;  // a block number or Document::kRawBlock
  TextSpan span;
};

// `wording` names one of the rule's messages: "" is `message`, any other `messages.NAME`.
struct RelatedPlace {
  TextPlace place;
  std::string_view wording;
  Values values;
  bool elsewhere = false;  // not `place`, but that in the other file which Check::judge() was shown
};

struct TextEdit {
  TextPlace place;
  std::string text;
};

struct ProposedFix {
  std::string_view wording;  // the title
  Values values;
  bool safe = false;
  std::vector<TextEdit> edits;
};

struct Finding {
  TextPlace place;
  std::string_view wording;
  Values values;
  std::vector<RelatedPlace> related;
  std::vector<ProposedFix> fixes;
  std::optional<Severity> severity;  // when this finding weighs less than the rule says
  // Stands for everything of its kind inside: findings of the rules that its rule `covers` are not reported there.
  bool covers = false;
};

}  // namespace stet
