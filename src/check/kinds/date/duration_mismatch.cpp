// Kind `duration-mismatch`: a length of time beside the dates or years between which it lies.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "check/kinds/date/clock_length_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/date/elapsed_support.h"
#include "check/kinds/date/event_distance_support.h"
#include "check/kinds/date/stretch_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/number/number_support.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    {"since", KeyType::kPatterns, "to now, or to the group end: with the groups years and begin"},
    {"from", KeyType::kStrings, "stand before the begin of a stretch of time: \"von\""},
    {"to", KeyType::kStrings, "stand between its two years: \"bis\""},
    {"that-is", KeyType::kStrings, "may stand between a stretch and its length: \"also\""},
    {"long", KeyType::kStrings, "may stand behind a length: \"lang\""},
    {"begins", KeyType::kStrings, "say that a date is that of a begin: \"beginnt\""},
    {"lasts", KeyType::kStrings, "say that a length follows: \"dauert\""},
    {"ends", KeyType::kStrings, "say that a date is that of an end: \"endet\""},
    {"makes", KeyType::kStrings, "stand before a length that sums up the two dates of the sentence: \"das waren\""},
    {"apart", KeyType::kStrings, "between a length and a stretch part the two: \"vor\""},
    {"later", KeyType::kStrings, "behind a length: the date named before is its begin: \"später\""},
    {"after", KeyType::kStrings, "behind a length: its begin follows: \"nach\""},
    {"earlier", KeyType::kStrings, "behind a length: the date named before is its end: \"zuvor\""},
    {"prior", KeyType::kStrings, "behind a length: its end follows: \"vor\""},
    {"beside", KeyType::kStrings, "stand between a length and the date that it leads to: \"am\""},
    {"during", KeyType::kStrings, "stand before a length that is that of the stretch before: \"in den\""},
    {"clock", KeyType::kPatterns, "from one time of day to another: with the groups h1, m1, p1 (am, pm), h2, m2, p2"},
    {"clock-at", KeyType::kPatterns, "a time of day, with the groups h1, m1, p1"},
    {"clock-words", KeyType::kStrings, "hours as words, from one to twelve and midnight, parted by |"},
    {"lasting", KeyType::kStrings, "stand before a length that something took: \"for\""},
    {"per-day", KeyType::kStrings, "may stand behind a length in hours: \"a day\""},
    {"of-it", KeyType::kStrings, "stand behind a length, before what fills it: \"of\""},
    {"of-length", KeyType::kStrings, "stand between what lasts and its length: \"of\""},
});
constexpr std::uint8_t kSince = 2;
constexpr std::uint8_t kClock = 18;
constexpr std::uint8_t kClockAt = 19;
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {
    {"from", kBackward},    {"to", kForward},      {"that-is", kForward}, {"long", kForward},
    {"begins", kForward},   {"lasts", kForward},   {"ends", kForward},    {"makes", kBackward},
    {"apart", kForward},    {"later", kForward},   {"after", kForward},   {"earlier", kForward},
    {"prior", kForward},    {"beside", kForward},  {"during", kBackward}, {"clock-words", kForward, true},
    {"lasting", kBackward}, {"per-day", kForward}, {"of-it", kForward},   {"of-length", kBackward}};
enum List : std::uint8_t {
  kFrom,
  kTo,
  kThatIs,
  kLong,
  kBegins,
  kLasts,
  kEnds,
  kMakes,
  kApart,
  kLater,
  kAfter,
  kEarlier,
  kPrior,
  kBeside,
  kDuring,
  kClockWords,
  kLasting,
  kPerDay,
  kOfIt,
  kOfLength
};

constexpr std::int32_t kSlack = 1;        // "in the fourth year" is three or four years
constexpr std::size_t kMostBetween = 40;  // bytes from "three-week" to the dates
constexpr std::uint32_t kReach = 80;      // bytes around a stretch where its length is looked for
constexpr std::size_t kBesideStep = 3;    // bytes from "an hour earlier" to "at 5.30pm"
constexpr double kYear = 360;             // days, or nearly
constexpr double kFarthest = 4;           // times longer or shorter: of another thing
constexpr std::size_t kWordsThatExplain = 4;

class DurationMismatch final : public Check {
 public:
  explicit DurationMismatch(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Hit& hit : facts.matches().of(definition_->slot)) {
      if (hit.key == kSince && definition_->looks_at(document.block(hit.block).role))
        check_since(document, facts, hit, sink);
    }
    const auto words_of = [&](const Block& block) {
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      return words == nullptr ? nullptr : &(*words)[kTo];
    };
    for (const TimeStretch& stretch : find_stretches(document, facts, words_of)) {
      const Block& block = document.block(stretch.block);
      const RuleWords::Tries& words = *words_.in(block.language);
      const auto begin = static_cast<std::uint32_t>(begin_of(block, stretch, words));
      // Two years with "and" between them are a stretch only behind "between".
      if (begin == stretch.span.begin && !stretch.closed) continue;
      const TextSpan near{begin - std::min<std::uint32_t>(begin, kReach), stretch.span.end + kReach};
      for (const Quantity& q : facts.quantities(stretch.block, near)) {
        if (!is_length(q)) continue;
        if (is_behind(block, stretch, q, words) || is_before(block, begin, q, words) ||
            is_set_apart(block, facts, stretch, q, words)) {
          compare(document, facts, stretch, q, {std::min(begin, q.span.begin), std::max(stretch.span.end, q.span.end)},
                  sink);
        }
      }
    }
    check_clock(document, facts, sink);
    check_clock_steps(document, facts, sink);
    check_told(document, facts, sink);
    check_elapsed(document, facts, sink);
    check_distances(document, facts, sink);
  }

 private:
  static bool is_length(const Quantity& q) {
    return q.dimension_of() == Dimension::kTime && q.hedge == Hedge::kExact && !q.rate && !q.fraction && !q.article &&
           q.range == Quantity::Range::kSingle && !q.ambiguous && days_of(q.unit) >= 1;
  }

  // Where the preposition before the stretch begins, or the stretch.
  static std::size_t begin_of(const Block& block, const TimeStretch& stretch, const RuleWords::Tries& words) {
    const auto from = words_before(words[kFrom], block.text, stretch.span.begin);
    return from ? from.position : stretch.span.begin;
  }

  // "…, also zehn Jahre lang,": nothing but words that explain, and a mark, stand between; and the clause ends.
  static bool is_behind(const Block& block, const TimeStretch& stretch, const Quantity& q,
                        const RuleWords::Tries& words) {
    if (q.span.begin < stretch.span.end) return false;
    std::size_t pos = stretch.span.end;
    bool marked = false;
    for (std::size_t n = 0; n <= kWordsThatExplain; ++n) {
      pos = skip_blanks(block.text, pos);
      if (const auto word = words_at(words[kThatIs], block.text, pos)) {
        pos = word.position;
        marked = true;
        continue;
      }
      const CodePoint c = pos < block.text.size() ? decode_at(block.text, pos) : CodePoint{};
      if (c.value != ',' && c.value != '(' && c.value != U'–' && c.value != U'—') break;
      pos += c.length;
      marked = true;
    }
    return marked && skip_blanks(block.text, pos) == q.span.begin && ends_there(block, q, words);
  }

  // "From 1993 to 2023 she led it, thirty years long, …": between two marks, the only length of the sentence.
  static bool is_set_apart(const Block& block, const Facts& facts, const TimeStretch& stretch, const Quantity& q,
                           const RuleWords::Tries& words) {
    if (q.span.begin < stretch.span.end || days_of(q.unit) < kYear || stretch.begin.month != 0) return false;
    const TextSpan sentence = sentence_at(block.text, stretch.span.begin);
    if (!sentence.contains(q.span) || !ends_there(block, q, words)) return false;
    for (const Quantity& other : facts.quantities(stretch.block, sentence)) {
      const bool count = other.unit == kNoUnit && other.span.begin > q.span.end;
      if (&other != &q && (other.dimension_of() == Dimension::kTime || count)) return false;
    }
    // "From 1993 to 2023 in Rome, ten years long with her"
    std::size_t behind = skip_blanks(block.text, q.span.end);
    if (const auto word = words_at(words[kLong], block.text, behind)) behind = skip_blanks(block.text, word.position);
    if (behind < block.text.size() && std::string_view(".,;:!?)").find(block.text[behind]) == std::string_view::npos)
      return false;
    const std::size_t mark = skip_blanks_back(block.text, q.hedge_begin);
    if (mark <= stretch.span.end) return false;
    const char32_t c = decode_before(block.text, mark).value;
    return c == ',' || c == U'–' || c == U'—';
  }

  // Whether nothing of the clause follows the length.
  static bool ends_there(const Block& block, const Quantity& q, const RuleWords::Tries& words) {
    std::size_t pos = skip_blanks(block.text, q.span.end);
    if (const auto behind = words_at(words[kLong], block.text, pos)) return behind.found;
    if (pos >= block.text.size()) return true;
    constexpr std::u32string_view kMarks = U",.;:)–—!?";
    return kMarks.find(decode_at(block.text, pos).value) != std::u32string_view::npos;
  }

  // "the three-week strike from", "drei Wochen lang, vom": up to where the stretch begins.
  static bool is_before(const Block& block, std::uint32_t begin, const Quantity& q, const RuleWords::Tries& words) {
    if (q.span.end > begin || begin - q.span.end > kMostBetween) return false;
    std::size_t pos = skip_blanks(block.text, q.span.end);
    if (const auto behind = words_at(words[kLong], block.text, pos)) pos = skip_blanks(block.text, behind.position);
    if (pos < begin && (block.text[pos] == ',' || block.text[pos] == '(')) pos = skip_blanks(block.text, pos + 1);
    if (pos == begin) return true;
    // A noun between them: only of "three-week", which belongs to it.
    const bool attribute = q.unit_span.begin <= q.number.end + 1 && block.text[q.number.end] != ' ';
    const TextSpan between{q.span.end, begin};
    if (!attribute || holds(words[kApart], block.text, between)) return false;
    const std::string_view text = block.text.substr(between.begin, between.size());
    return std::none_of(text.begin(), text.end(), [](char c) {
      return c == ',' || c == '.' || c == ';' || c == ':' || c == ')' || c == '"' || (c >= '0' && c <= '9');
    });
  }

  void compare(const Document& document, const Facts& facts, const TimeStretch& stretch, const Quantity& q,
               TextSpan place, Sink& sink) const {
    if (is_guarded(facts, definition_->slot, stretch.block, place)) return;
    const std::string_view text = document.block(stretch.block).text;
    if (auto finding = mismatch(stretch, q, text.substr(stretch.first.begin, stretch.first.size()),
                                text.substr(stretch.last.begin, stretch.last.size()))) {
      finding->place = {stretch.block, place};
      sink.report(std::move(*finding));
    }
  }

  // The wording of a length that is not that of the stretch, whose begin and end are written so.
  static std::optional<Finding> mismatch(const TimeStretch& stretch, const Quantity& q, std::string_view begin,
                                         std::string_view end) {
    const double unit = days_of(q.unit);
    const Elapsed elapsed = elapsed_in(stretch, unit);
    const double slack = unit > 1 ? unit / 2 : 0;
    const double said = q.value * unit;
    if (said + slack >= elapsed.least && said - slack <= elapsed.most) return std::nullopt;
    if (said > elapsed.most * kFarthest || said * kFarthest < elapsed.least) return std::nullopt;
    Finding finding;
    const double right = elapsed.usual / unit;
    finding.wording = unit < 2 ? "days" : unit < 8 ? "weeks" : right < 2 ? "short" : unit < 32 ? "months" : "";
    finding.values = {{"begin", std::string(begin)},
                      {"end", std::string(end)},
                      {"right", NumberValue{std::round(right), 0}},
                      {"days", NumberValue{elapsed.usual, 0}},
                      {"years", printed(q)}};
    return finding;
  }

  // "Closed for nine hours, from 6 to 12"
  void check_clock(const Document& document, const Facts& facts, Sink& sink) const {
    std::vector<ClockRange> ranges;
    for (const Hit& hit : facts.matches().of(definition_->slot)) {
      if (hit.key != kClock || !definition_->looks_at(document.block(hit.block).role)) continue;
      if (auto range = read_clock(document, facts, hit)) ranges.push_back(*range);
    }
    for (const ClockRange& range : ranges) {
      const RuleWords::Tries& words = *words_.in(document.block(range.block).language);
      const ClockLengthWords lists{words[kThatIs], words[kPerDay], words[kLasting],
                                   words[kDuring], words[kOfIt],   words[kOfLength]};
      for (const Quantity* length : lengths_of(range, ranges.size() == 1, document, facts, lists)) {
        if (!differs(range, *length) || is_guarded(facts, definition_->slot, range.block, range.span)) continue;
        const std::string_view text = document.block(range.block).text;
        Finding finding;
        finding.wording = "hours";
        finding.place = {length->block, length->span};
        finding.values = {{"begin", std::string(text.substr(range.first.begin, range.first.size()))},
                          {"end", std::string(text.substr(range.last.begin, range.last.size()))},
                          {"right", NumberValue{std::round(range.hours * 2) / 2}},
                          {"years", printed(*length)}};
        finding.related.push_back({{range.block, range.span}, "range", {}});
        sink.report(std::move(finding));
      }
    }
  }

  // A time of day, in hours.
  struct ClockTime {
    std::uint32_t block = 0;
    TextSpan span;
    double hours = 0;
  };

  // "The concert begins at 7.30pm, the doors open an hour earlier, at 5.30pm"
  void check_clock_steps(const Document& document, const Facts& facts, Sink& sink) const {
    constexpr double kMinutesOff = 0.1;  // hours
    constexpr double kHalfDay = 12;
    constexpr double kMost = 11;
    constexpr double kHoursOfDay = 24;
    std::vector<ClockTime> times;
    for (const Hit& hit : facts.matches().of(definition_->slot)) {
      if (hit.key != kClockAt || !definition_->looks_at(document.block(hit.block).role)) continue;
      const GroupValues groups(document, facts, hit);
      const auto hour = groups.number("h1");
      if (!hour || *hour > kHoursOfDay) continue;
      const bool late = groups.text("p1").starts_with('p') || groups.text("p1").starts_with('P');
      const double at = *hour + groups.number("m1").value_or(0) / 60.0 + (late && *hour < kHalfDay ? kHalfDay : 0);
      times.push_back({hit.block, hit.span, at});
    }
    if (times.size() < 2) return;
    for (const Quantity& q : facts.quantities()) {
      const double length = q.value * days_of(q.unit) * kHoursOfDay;
      if (q.dimension_of() != Dimension::kTime || length <= 0 || length > kMost ||
          q.range != Quantity::Range::kSingle || q.hedge != Hedge::kExact || q.ambiguous) {
        continue;
      }
      const Block& block = document.block(q.block);
      const RuleWords::Tries* words = words_.in(block.language);
      if (words == nullptr) continue;
      const std::size_t behind = skip_blanks(block.text, q.span.end);
      const auto later = words_at((*words)[kLater], block.text, behind);
      const auto earlier = words_at((*words)[kEarlier], block.text, behind);
      if (!later && !earlier) continue;
      const std::size_t end = later ? later.position : earlier.position;
      const TextSpan sentence = facts.sentences().at(q.block, q.span.begin);
      const ClockTime* own = nullptr;
      const ClockTime* base = nullptr;
      std::size_t bases = 0;
      for (const ClockTime& time : times) {
        if (time.block != q.block || time.span.begin >= sentence.end) continue;
        if (time.span.begin >= end && time.span.begin - end <= kBesideStep && is_comma(block, end, time.span.begin)) {
          own = &time;
        } else if (time.span.end <= q.span.begin && q.hedge_begin - time.span.end <= 2 &&
                   is_comma(block, time.span.end, q.hedge_begin)) {
          own = &time;
        }
      }
      if (own == nullptr) continue;
      const std::size_t before = sentence.begin == 0 ? 0 : skip_blanks_back(block.text, sentence.begin);
      const std::uint32_t window =
          before == 0 ? sentence.begin : sentence_at(block.text, static_cast<std::uint32_t>(before - 1)).begin;
      for (const ClockTime& time : times) {
        if (time.block != q.block || &time == own || time.span.begin < window || time.span.begin > own->span.begin)
          continue;
        base = &time;
        ++bases;
      }
      if (bases != 1 || is_guarded(facts, definition_->slot, q.block, q.span)) continue;
      const double right = base->hours + (later ? length : -length);
      const double off = std::fmod(std::abs(right - own->hours), kHalfDay);
      if (off <= kMinutesOff || off >= kHalfDay - kMinutesOff) continue;
      const double told = std::fmod(std::abs(own->hours - base->hours), kHalfDay);
      const std::string_view text = block.text;
      Finding finding;
      finding.wording = "hours";
      finding.place = {q.block, q.span.joined(own->span)};
      const ClockTime& first = later ? *base : *own;
      const ClockTime& last = later ? *own : *base;
      finding.values = {{"begin", std::string(text.substr(first.span.begin, first.span.size()))},
                        {"end", std::string(text.substr(last.span.begin, last.span.size()))},
                        {"right", NumberValue{std::round(told * 4) / 4}},
                        {"years", NumberValue{std::round(length * 4) / 4}}};
      finding.related.push_back({{base->block, base->span}, "range", {}});
      sink.report(std::move(finding));
    }
  }

  // Nothing but a comma, or a bracket, between the two.
  static bool is_comma(const Block& block, std::size_t begin, std::size_t end) {
    const std::string_view gap = block.text.substr(begin, end - begin);
    return gap.find_first_not_of(" ,(") == std::string_view::npos;
  }

  std::optional<ClockRange> read_clock(const Document& document, const Facts& facts, const Hit& hit) const {
    const Block& block = document.block(hit.block);
    const RuleWords::Tries* words = words_.in(block.language);
    const GroupValues groups(document, facts, hit);
    constexpr double kDay = 24;
    constexpr double kHalfDay = 12;
    constexpr double kMinutes = 60;
    bool half = false;
    const auto at = [&](std::string_view hour, std::string_view minute,
                        std::string_view part) -> std::optional<double> {
      const auto span = groups.span(hour);
      if (words == nullptr || !span) return std::nullopt;
      std::optional<double> value;
      if (const auto word = (*words)[kClockWords].longest(block.text, span->begin);
          word && word.position >= span->end) {
        value = word.payload < kHalfDay ? word.payload + 1.0 : kDay;
        half = half || *value < kHalfDay;
      } else if (const auto number = groups.number(hour)) {
        value = *number;
      }
      if (!value || *value > kDay) return std::nullopt;
      const std::string_view sun = groups.text(part);
      if (!sun.empty()) {
        const bool late = sun.front() == 'p' || sun.front() == 'P';
        value = std::fmod(*value, kHalfDay) + (late ? kHalfDay : 0);
      }
      return *value + groups.number(minute).value_or(0) / kMinutes;
    };
    // "From 3 to 6pm"
    const bool shared = groups.text("p1").empty() && !groups.text("p2").empty();
    const auto begin = at("h1", "m1", shared ? "p2" : "p1");
    const auto end = at("h2", "m2", "p2");
    if (!begin || !end || *begin == *end) return std::nullopt;
    const double hours = *end > *begin ? *end - *begin : *end + kDay - *begin;
    const bool told = !groups.text("p1").empty() && !groups.text("p2").empty();
    const bool early = *begin <= kHalfDay && *end <= kHalfDay && !told;
    return ClockRange{hit.block, hit.span, *groups.span("h1"), *groups.span("h2"), hours, half || shared || early};
  }

  // "Opened on 8 September … on 13 September, nine days after the opening"
  void check_distances(const Document& document, const Facts& facts, Sink& sink) const {
    const auto words_of = [&](const Block& block) -> std::optional<DistanceWords> {
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) return std::nullopt;
      return DistanceWords{(*words)[kAfter], (*words)[kPrior], (*words)[kBeside]};
    };
    for (const EventDistance& distance : find_event_distances(document, facts, words_of)) {
      const Quantity& q = *distance.length;
      if (!is_length(q)) continue;
      const TextSpan place = distance.own->span.joined(q.span);
      const TextPlace event{distance.event->block, distance.event->span};
      if (is_guarded(facts, definition_->slot, q.block, place) ||
          is_guarded(facts, definition_->slot, event.block, event.span))
        continue;
      const auto text = [&](const DateFact& date) {
        return document.block(date.block).text.substr(date.span.begin, date.span.size());
      };
      const bool before = distance.stretch.begin == distance.event->date;
      auto finding = mismatch(distance.stretch, q, text(before ? *distance.event : *distance.own),
                              text(before ? *distance.own : *distance.event));
      if (!finding) continue;
      finding->place = {q.block, place};
      finding->related.push_back({event, "event", {{"date", std::string(text(*distance.event))}}});
      sink.report(std::move(*finding));
    }
  }

  // "The works begin in April 2025 and take 18 months, they end in June 2026": two dates and one length in a sentence.
  void check_told(const Document& document, const Facts& facts, Sink& sink) const {
    const auto& dates = facts.time().dates;
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
      const DateFact& first = dates[i];
      const DateFact& last = dates[i + 1];
      if (first.block != last.block || first.range_end != kNoDate) continue;
      const Block& block = document.block(first.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      const auto stretch = words == nullptr ? std::nullopt : stretch_between(first, last);
      if (!stretch) continue;
      const TextSpan sentence = sentence_at(block.text, first.span.begin);
      if (last.span.end > sentence.end) continue;
      if (i > 0 && dates[i - 1].block == first.block && dates[i - 1].span.begin >= sentence.begin) continue;
      if (i + 2 < dates.size() && dates[i + 2].block == first.block && dates[i + 2].span.begin < sentence.end) continue;
      const Quantity* length = nullptr;
      std::size_t lengths = 0;
      bool sums_up = false;
      for (const Quantity& q : facts.quantities(first.block, sentence)) {
        if (q.dimension_of() != Dimension::kTime) continue;
        length = &q;
        ++lengths;
        sums_up = q.span.begin > last.span.end && words_before((*words)[kMakes], block.text, q.hedge_begin);
        if (sums_up) break;
      }
      if ((lengths != 1 && !sums_up) || !is_length(*length) || length->span.begin < first.span.end) continue;
      const TextSpan rest{std::min(length->span.end, first.span.end), sentence.end};
      const bool told = holds((*words)[kBegins], block.text, {sentence.begin, length->span.begin}) &&
                        holds((*words)[kLasts], block.text, sentence) && holds((*words)[kEnds], block.text, rest);
      if (!told && !sums_up) continue;
      compare(document, facts, *stretch, *length, {first.span.begin, std::max(last.span.end, length->span.end)}, sink);
    }
  }

  // "On 3 March it burned. A week later, on 17 March, …"
  void check_elapsed(const Document& document, const Facts& facts, Sink& sink) const {
    const auto words_of = [&](const Block& block) -> std::optional<ElapsedWords> {
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr) return std::nullopt;
      return ElapsedWords{(*words)[kLater], (*words)[kAfter],  (*words)[kEarlier],
                          (*words)[kPrior], (*words)[kBeside], (*words)[kDuring]};
    };
    for (const ElapsedClaim& claim : find_elapsed(document, facts, words_of)) {
      Quantity length = *claim.length;
      length.article = false;  // "a week later"
      const Block& block = document.block(length.block);
      if (length.span.begin > claim.stretch.last.end && is_of_something(block, facts, length)) continue;
      if (is_length(length)) compare(document, facts, claim.stretch, length, claim.place, sink);
    }
  }

  // "Between 2014 and 2020 prices doubled. In those two years of drought …": of a part of them.
  bool is_of_something(const Block& block, const Facts& facts, const Quantity& length) const {
    const std::size_t behind = skip_blanks(block.text, length.span.end);
    if (behind >= block.text.size()) return false;
    if (words_at((*words_.in(block.language))[kOfIt], block.text, behind)) return true;
    return facts.numbers(block).capital_nouns && is_upper(decode_at(block.text, behind).value);
  }

  void check_since(const Document& document, const Facts& facts, const Hit& hit, Sink& sink) const {
    const GroupValues groups(document, facts, hit);
    const auto years = groups.number("years");
    const auto begin = groups.number("begin");
    const CivilDate reference = facts.time().context.reference.value_or(CivilDate{0, 1, 1});
    const std::int32_t end = groups.number("end").value_or(reference.year);
    if (!years || !begin || end <= *begin) return;
    const std::int32_t right = end - *begin;
    // A round number may be a rounded one; far off, the two belong to different things.
    if (std::abs(right - *years) <= kSlack || (*years % 10 == 0 && std::abs(right - *years) < 5)) return;
    if (std::abs(right - *years) > 15 || is_guarded(facts, definition_->slot, hit.block, hit.span)) return;
    Finding finding;
    finding.place = {hit.block, hit.span};
    finding.values = {{"years", std::to_string(*years)},
                      {"begin", std::to_string(*begin)},
                      {"end", std::to_string(end)},
                      {"right", std::to_string(right)}};
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<DurationMismatch>(definition);
}

}  // namespace

namespace kinds {
extern const Kind duration_mismatch;
const Kind duration_mismatch{
    "duration-mismatch", "a length of time beside the dates between which it lies", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
