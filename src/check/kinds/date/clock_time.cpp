// Kind `clock-time`: a time of day that no clock shows.
#include <array>

#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"times", KeyType::kPatterns, "times of day, with the groups hour, minute and half (am, pm)"},
});
constexpr std::uint8_t kTimes = 2;

// Whether the number before is part of a longer one: "2.25 Uhr" in "1.2.25 Uhr", "10:25:30", "17: 45 Uhr".
bool continues_number(std::string_view text, std::size_t begin) {
  if (begin > 2 && text[begin - 1] == ' ' && text[begin - 2] == ':') --begin;
  if (begin < 2) return false;
  const char mark = text[begin - 1];
  const bool joins = mark == '.' || mark == ':' || mark == ',' || mark == '\'' || mark == '/';
  return joins && is_digit(decode_before(text, begin - 1).value);
}

class ClockTime final : public Check {
 public:
  explicit ClockTime(const Definition& definition) : definition_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key != kTimes || !definition_.looks_at(document.block(hit.block).role)) continue;
      const std::string_view text = document.block(hit.block).text;
      const GroupValues groups(document, facts, hit);
      const auto at = groups.span("hour");
      if (!at || continues_number(text, at->begin) || document.is_set_aside(hit.block, hit.span)) continue;
      Finding finding;
      finding.place = {hit.block, {at->begin, hit.span.end}};
      if (!judge(groups, finding)) continue;
      if (!is_guarded(facts, definition_.slot, hit.block, hit.span)) sink.report(std::move(finding));
    }
  }

 private:
  // Whether it is impossible, and why.
  static bool judge(const GroupValues& groups, Finding& finding) {
    const std::int32_t hour = groups.number("hour").value_or(0);
    const std::int32_t minute = groups.number("minute").value_or(0);
    const std::string_view half = groups.text("half");
    finding.values = {{"hour", NumberValue{static_cast<double>(hour)}},
                      {"minute", NumberValue{static_cast<double>(minute)}}};
    if (minute > 59) {
      finding.wording = "minute";
      return true;
    }
    if (!half.empty() && hour <= 24) {
      const bool after_noon = half.front() == 'p' || half.front() == 'P';
      finding.wording = "half-day";
      finding.values.emplace_back("half", std::string(half));
      return hour > 12 || (hour == 0 && after_noon);
    }
    return hour > 24;
  }

  const Definition& definition_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) { return std::make_unique<ClockTime>(definition); }

}  // namespace

namespace kinds {
extern const Kind clock_time;
const Kind clock_time{"clock-time", "a time of day that no clock shows", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
