// Kind `date-range`: a range of dates or years that ends before it begins, and a death before the birth.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "check/kinds/date/date_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"years", KeyType::kPatterns, "ranges of years, with the groups from and to"},
    {"lives", KeyType::kPatterns, "birth and death, with the groups from and to"},
    {"between", KeyType::kStrings, "stand before two dates that a joining word makes a range: \"zwischen\""},
    {"and", KeyType::kStrings, "stand between those: \"und\""},
    {"same-year", KeyType::kPhrases, "say that a month behind another one is of its year: \"desselben Jahres\""},
});
enum List : std::uint8_t { kYears = 2, kLives, kBetween, kAnd, kSameYear };
constexpr WordList kLists[] = {{"between", PhraseTrie::Direction::kBackward}, {"and", PhraseTrie::Direction::kForward}};
constexpr std::int32_t kFirstYear = 1000;
constexpr std::int32_t kLastYear = 2199;

class DateRange final : public Check {
 public:
  explicit DateRange(const Definition& definition) : definition_(definition), words_(definition_, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto& dates = facts.time().dates;
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const DateFact& from = dates[i];
      const Block& block = document.block(from.block);
      if (!definition_.looks_at(block.role)) continue;
      const bool range = from.range_end < dates.size();
      if (!range && (i + 1 == dates.size() || !is_between(block, from, dates[i + 1]))) continue;
      const DateFact& to = range ? dates[from.range_end] : dates[i + 1];
      if (runs_backwards(from, to)) report(document, facts, from, to, sink);
    }
    for (const Hit& hit : facts.matches().of(definition_.slot)) {
      if (hit.key == kSameYear) check_same_year(document, facts, hit, sink);
      if ((hit.key != kYears && hit.key != kLives) || !definition_.looks_at(document.block(hit.block).role)) continue;
      const GroupValues groups(document, facts, hit);
      const auto from = groups.number("from");
      const auto to = groups.number("to");
      if (!from || !to || *from <= *to || *from > kLastYear || *to < kFirstYear) continue;
      if (is_guarded(facts, definition_.slot, hit.block, hit.span)) continue;
      Finding finding;
      finding.place = {hit.block, {groups.span("from")->begin, groups.span("to")->end}};
      finding.wording = hit.key == kLives ? "life" : "years";
      finding.values = {{"from", std::to_string(*from)}, {"to", std::to_string(*to)}};
      sink.report(std::move(finding));
    }
  }

 private:
  // "between August 2023 and February 2020"
  bool is_between(const Block& block, const DateFact& from, const DateFact& to) const {
    if (from.block != to.block || to.span.begin < from.span.end) return false;
    const RuleWords::Tries* words = words_.in(block.language);
    if (words == nullptr || !words_before((*words)[0], block.text, from.span.begin)) return false;
    const auto joint = words_at((*words)[1], block.text, skip_blanks(block.text, from.span.end));
    return joint && skip_blanks(block.text, joint.position) == to.span.begin;
  }

  // "from 15 to 6 September": whatever the year. "28 to 3 March" may have left out the first month.
  static bool are_days_of_one_month(const DateFact& from, const DateFact& to) {
    constexpr std::int32_t kLate = 20;
    constexpr std::int32_t kEarly = 12;
    const auto tells_year = [](const DateFact& date) {
      return date.year_source == YearSource::kText || date.year_source == YearSource::kTwoDigits;
    };
    return from.month.empty() && !tells_year(to) && !tells_year(from) && from.date.month == to.date.month &&
           from.date.day > to.date.day && to.date.day > 0 && (from.date.day < kLate || to.date.day > kEarly) &&
           from.date.day <= days_in_month(2024, std::clamp(from.date.month, 1, 12));
  }

  static bool is_plain(const DateFact& date) {
    return !date.swapped && !date.before_christ && !date.unclear_year && date.system == CalendarSystem::kGregorian &&
           exists(date.date);
  }

  // "from May 2024 to March 2024": months, both with their years.
  static bool are_months(const DateFact& from, const DateFact& to) {
    const auto is_month = [](const DateFact& date) {
      return !date.before_christ && !date.unclear_year && !date.has_day() && date.date.month != 0 &&
             date.system == CalendarSystem::kGregorian && date.year_source == YearSource::kText;
    };
    return is_month(from) && is_month(to);
  }

  // "vom 28. Dezember bis 3. Januar 2025" runs over the new year; both ends must give their year, or share the month.
  static bool runs_backwards(const DateFact& from, const DateFact& to) {
    if (are_months(from, to)) return from.date > to.date;
    if (are_days_of_one_month(from, to)) return true;
    if (!is_plain(from) || !is_plain(to) || to_days(from.date) <= to_days(to.date)) return false;
    if (to.year_source != YearSource::kText) return false;
    if (from.year_source == YearSource::kText) return true;
    return from.year_source == YearSource::kRange && (from.month.empty() || from.date.month == to.date.month);
  }

  // "between October 2023 and March of the same year".
  void check_same_year(const Document& document, const Facts& facts, const Hit& hit, Sink& sink) const {
    constexpr std::uint32_t kLongestJoint = 12;  // bytes: " y hasta el "
    const Block& block = document.block(hit.block);
    if (!definition_.looks_at(block.role)) return;
    const auto words = words_in(document.words(block), {0, hit.span.begin});
    if (words.empty()) return;
    const Word& month = words.back();
    const auto& dates = facts.time().dates;
    const auto first =
        std::ranges::lower_bound(dates, std::pair(hit.block, sentence_at(block.text, hit.span.begin).begin), {},
                                 [](const DateFact& date) { return std::pair(date.block, date.span.begin); });
    for (auto it = first; it != dates.end() && it->block == hit.block && it->span.end < hit.span.begin; ++it) {
      const DateFact& from = *it;
      if (from.date.month == 0 || from.calendar == nullptr || from.year_source != YearSource::kText) continue;
      if (month.begin < from.span.end || month.begin - from.span.end > kLongestJoint) continue;
      const auto number = number_named(*from.calendar, word_text(block, month), kMonths);
      if (!number || *number >= from.date.month) continue;
      Finding finding;
      finding.place = {hit.block, {from.span.begin, hit.span.end}};
      finding.wording = "years";
      finding.values = {{"from", std::string(block.text.substr(from.span.begin, from.span.size()))},
                        {"to", std::string(block.text.substr(month.begin, hit.span.end - month.begin))}};
      sink.report(std::move(finding));
      return;
    }
  }

  void report(const Document& document, const Facts& facts, const DateFact& from, const DateFact& to,
              Sink& sink) const {
    const TextSpan span{from.span.begin, std::max(from.span.end, to.span.end)};
    if (from.block != to.block || is_guarded(facts, definition_.slot, from.block, span)) return;
    Finding finding;
    finding.place = {from.block, span};
    finding.values = {{"from", from.date}, {"to", to.date}};
    if (are_months(from, to) || !to.has_year()) {
      const std::string_view text = document.block(from.block).text;
      finding.wording = "years";
      finding.values = {{"from", std::string(text.substr(from.span.begin, from.span.size()))},
                        {"to", std::string(text.substr(to.span.begin, to.span.size()))}};
    }
    if (from.year_source != YearSource::kText) finding.severity = Severity::kWarning;
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) { return std::make_unique<DateRange>(definition); }

}  // namespace

namespace kinds {
extern const Kind date_range;
const Kind date_range{"date-range", "a range of dates or years that ends before it begins", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
