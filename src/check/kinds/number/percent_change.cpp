// Kind `percent-change`: "from A to B" and "by P %" in one clause must agree.
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "check/kinds/number/change_support.h"
#include "check/kinds/number/number_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"from", KeyType::kStrings, "stand right before the old value: \"von\""},
    {"to", KeyType::kStrings, "stand right before the new value: \"auf\""},
    {"by", KeyType::kStrings, "stand right before the change: \"um\", \"ein Plus von\""},
    {"by-weak", KeyType::kStrings, "the same, where the values themselves are no percentages: \"un\""},
    {"against", KeyType::kStrings, "stand before the old value, behind the new one: \"gegenüber\""},
    {"barriers", KeyType::kStrings, "none of them stands between the three: \"und\""},
    {"unless", KeyType::kStrings, "silence the sentence: a yearly rate, an adjusted one"},
    {"halved", KeyType::kStrings, "say that the new value is half the old one"},
    {"doubled", KeyType::kStrings, "say that it is twice the old one"},
    {"tripled", KeyType::kStrings, "three times"},
    {"quadrupled", KeyType::kStrings, "four times"},
    {"times", KeyType::kStrings, "stand between a factor and what is multiplied: \"times the\""},
    {"beyond", KeyType::kStrings, "make more of it, before it: \"more than\" doubled"},
    {"nearly", KeyType::kStrings, "make less of it, before it: \"almost\" doubled"},
    {"thrice", KeyType::kStrings, "stand before a number of which another one is three times: \"triple the\""},
    {"twice", KeyType::kStrings, "stand before what is doubled: \"twice the\""},
    {"points", KeyType::kStrings, "how percentage points are written"},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {
    {"from", kBackward},    {"to", kBackward},      {"by", kBackward},        {"by-weak", kBackward},
    {"against", kBackward}, {"barriers", kForward}, {"unless", kForward},     {"halved", kForward},
    {"doubled", kForward},  {"tripled", kForward},  {"quadrupled", kForward}, {"times", kBackward},
    {"thrice", kBackward},  {"twice", kBackward},   {"beyond", kForward},     {"nearly", kForward}};
enum List : std::uint8_t {
  kFrom,
  kTo,
  kBy,
  kByWeak,
  kAgainst,
  kBarriers,
  kUnless,
  kHalved,
  kDoubled,
  kTripled,
  kQuadrupled,
  kTimes,
  kThrice,
  kTwice,
  kBeyond,
  kNearly
};
// "Doubled" is said of what nearly doubled, too.
constexpr double kFactorSlack = 0.15;

// The three numbers of one statement.
struct Change {
  Quantity from;
  Quantity to;
  Quantity by;
};

// What a printed percentage may stand for: rounded or cut off, and what its hedge says.
Interval percent_interval(const Quantity& by) {
  const double size = std::abs(by.value);
  Interval range{size - by.step / 2, size + by.step};
  const double slack = std::max(size * 0.1, by.step);
  switch (by.hedge) {
    case Hedge::kExact:
      break;
    case Hedge::kAbout:
      range = {size - slack, size + slack};
      break;
    case Hedge::kOver:
    case Hedge::kAtLeast:
      range.high = std::numeric_limits<double>::infinity();
      break;
    case Hedge::kUnder:
    case Hedge::kUpTo:
      range.low = 0;
      break;
  }
  return range;
}

// Sizes only: a fall from 100 to 80 is 20 %.
Interval size_of(Interval range) {
  if (range.low >= 0) return range;
  if (range.high <= 0) return {-range.high, -range.low};
  return {0, std::max(-range.low, range.high)};
}

Interval relative(const Change& change, Rounding rounding) {
  const Interval a = change.from.interval(rounding);
  const Interval b = change.to.interval(rounding);
  if (a.low <= 0) return {0, std::numeric_limits<double>::infinity()};
  return size_of({(b.low / a.high - 1) * 100, (b.high / a.low - 1) * 100});
}

Interval difference(const Change& change, Rounding rounding) {
  const Interval a = change.from.interval(rounding);
  const Interval b = change.to.interval(rounding);
  return size_of({b.low - a.high, b.high - a.low});
}

// The severity of a mismatch: certain even if both values were rounded generously, or only as they are printed.
std::optional<Severity> mismatch(Interval careful, Interval plain, Interval said) {
  constexpr double kTiny = 1e-9;
  said.low -= kTiny;
  said.high += kTiny;
  if (!careful.overlaps(said)) return Severity::kError;
  if (!plain.overlaps(said)) return Severity::kWarning;
  return std::nullopt;
}

class PercentChangeCheck final : public Check {
 public:
  explicit PercentChangeCheck(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    SentenceGuard guard(kUnless);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      if (all[i].block != all[i + 1].block) continue;
      check_factor(document, all[i], all[i + 1], guard, sink);
      check_times(document, facts.quantities(all[i].block), all[i + 1], guard, sink);
    }
    // "From 400 to 300 in twelve months, a fall of a third": the time is none of the three.
    std::vector<Quantity> timeless;
    const auto is_time = [&](std::size_t i) { return i < all.size() && all[i].dimension_of() == Dimension::kTime; };
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!is_time(i) || i == 0 || is_time(i - 1) || is_time(i + 1)) timeless.push_back(all[i]);
    }
    for (std::size_t i = 0; i + 2 < timeless.size(); ++i) {
      const auto three = std::span(timeless).subspan(i, 3);
      if (three[0].block != three[2].block || !has_percent(three)) continue;
      const Block& block = document.block(three[0].block);
      if (!definition_->looks_at(block.role)) continue;
      const RuleWords::Tries* words = words_.in(block.language);
      if (words == nullptr) continue;
      auto change = read(block.text, three, *words);
      if (!change) continue;
      judge(block, facts, *change, *words, guard, sink);
      i += 2;
    }
  }

 private:
  static bool has_percent(std::span<const Quantity> three) {
    for (const Quantity& q : three) {
      if (q.is_percent() || q.fraction || q.dimension_of() == Dimension::kPoints) return true;
    }
    return false;
  }

  // "um ein Drittel": fractions are spoken roughly.
  static Quantity as_percent(Quantity by) {
    if (!by.fraction || by.value >= 1) return by;
    by.unit = find_unit("percent");
    by.fraction = false;
    by.value *= 100;
    by.decimals = 0;
    by.step = 1;
    if (by.hedge == Hedge::kExact) by.hedge = Hedge::kAbout;
    return by;
  }

  static std::optional<Change> read(std::string_view text, std::span<const Quantity> three,
                                    const RuleWords::Tries& words) {
    for (std::size_t i = 0; i + 1 < 3; ++i) {
      const TextSpan gap{three[i].span.end, three[i + 1].span.begin};
      if (gap.size() > kMaxChangeGap + 4 || breaks_clause(text.substr(gap.begin, gap.size()))) return std::nullopt;
      if (holds(words[kBarriers], text, gap)) return std::nullopt;
    }
    for (std::size_t p = 0; p < 3; ++p) {
      const Quantity by = as_percent(three[p]);
      if (!by.is_percent() && by.dimension_of() != Dimension::kPoints) continue;
      for (const bool old_first : {true, false}) {
        const Quantity& first = three[p == 0 ? 1 : 0];
        const Quantity& second = three[p == 2 ? 1 : 2];
        const Quantity& from = old_first ? first : second;
        const Quantity& to = old_first ? second : first;
        const auto from_word = words_before(words[kFrom], text, from.hedge_begin);
        if (!from_word) continue;
        // "86 million against 80 the year before, a rise of 18 %"
        const bool against = p == 2 && !old_first && words_before(words[kAgainst], text, from.hedge_begin);
        if (!against && !words_before(words[kTo], text, to.hedge_begin)) continue;
        if (!is_by(text, three, p, from.unit, to.unit, from_word.position, words)) continue;
        if (!is_plain_value(from) || !is_plain_value(to) || !is_plain_value(by)) return std::nullopt;
        if (from.value <= 0 || to.value < 0 || by.range != Quantity::Range::kSingle) return std::nullopt;
        // "von 10 auf 12 bis 15"; "from 10 to 12" itself looks like a range.
        const bool pair = from.range == Quantity::Range::kBegin && to.range == Quantity::Range::kEnd;
        const bool single = from.range == Quantity::Range::kSingle && to.range == Quantity::Range::kSingle;
        if (!pair && !single) return std::nullopt;
        Change change{from, to, by};
        if (!align_values(change.from, change.to)) return std::nullopt;
        return change;
      }
    }
    return std::nullopt;
  }

  // "doubled from 40 to 60".
  void check_factor(const Document& document, const Quantity& first, const Quantity& second, SentenceGuard& guard,
                    Sink& sink) const {
    const Block& block = document.block(first.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr) return;
    const auto change = read_from_to(block, first, second, (*words)[kFrom], (*words)[kTo]);
    if (!change || change->from.value <= 0 || change->to.value <= 0) return;
    const auto& [from, to, change_begin] = *change;
    const TextSpan sentence = sentence_at(block.text, first.span.begin);
    const TextSpan before = clause_before(block.text, sentence, change_begin);
    const std::size_t comma = block.text.substr(0, sentence.end).find(',', second.span.end);
    const TextSpan behind{second.span.end, static_cast<std::uint32_t>(std::min<std::size_t>(comma, sentence.end))};
    std::optional<double> factor;
    for (const auto& [list, value] : {std::pair{kHalved, 0.5}, {kDoubled, 2.0}, {kTripled, 3.0}, {kQuadrupled, 4.0}}) {
      if (!holds((*words)[list], block.text, before) && !holds((*words)[list], block.text, behind)) continue;
      if (factor) return;
      factor = value;
    }
    if (!factor || guard.silences(block, *words, first.span.begin)) return;
    if (breaks_clause(block.text.substr(first.span.end, second.span.begin - first.span.end))) return;
    // From 1 on, whichever way it goes: "more than halved" is less than half.
    const double ratio = *factor < 1 ? from.value / to.value * *factor : to.value / from.value / *factor;
    const bool beyond = holds((*words)[kBeyond], block.text, before) || holds((*words)[kBeyond], block.text, behind);
    const bool nearly = holds((*words)[kNearly], block.text, before) || holds((*words)[kNearly], block.text, behind);
    if (beyond ? ratio >= 1 - kFactorSlack : std::abs(ratio - 1) <= kFactorSlack * (nearly ? 2 : 1)) return;
    Finding finding;
    finding.place = {first.block, {first.span.begin, second.span.end}};
    finding.wording = "factor";
    finding.values = {{"from", NumberValue{mantissa(from), from.decimals}},
                      {"to", NumberValue{mantissa(to), to.decimals}},
                      {"factor", number_value(to.value / from.value, 1)},
                      {"said", NumberValue{*factor}}};
    sink.report(std::move(finding));
  }

  // "150 mm fell, three times the 60 mm that are usual".
  void check_times(const Document& document, std::span<const Quantity> all, const Quantity& base, SentenceGuard& guard,
                   Sink& sink) const {
    const Block& block = document.block(base.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr || !is_plain_value(base) || base.value <= 0) return;
    const auto times = words_before((*words)[kTimes], block.text, base.hedge_begin);
    const bool twice = !times && words_before((*words)[kTwice], block.text, base.hedge_begin);
    const bool thrice = !times && words_before((*words)[kThrice], block.text, base.hedge_begin);
    if (!times && !twice && !thrice) return;
    const TextSpan sentence = sentence_at(block.text, base.span.begin);
    const Quantity* factor = nullptr;
    const Quantity* result = nullptr;
    for (const Quantity& q : all) {
      if (q.span.begin < sentence.begin || q.span.begin >= base.span.begin) continue;
      const bool multiplies = times && skip_blanks(block.text, q.span.end) == times.position;
      if (multiplies && q.unit == kNoUnit) factor = &q;
      if (!multiplies && q.unit == base.unit && is_plain_value(q)) result = &q;
    }
    if (result == nullptr || (times && factor == nullptr) || guard.silences(block, *words, base.span.begin)) return;
    Quantity big = *result;
    Quantity small = base;
    if (!align_values(big, small) || big.range != Quantity::Range::kSingle) return;
    const double said = thrice ? 3 : twice ? 2 : factor->value;
    const bool rough = factor != nullptr && factor->hedge != Hedge::kExact;
    const double ratio = big.value / small.value / said;
    // "80, more than twice the 30 of last year"; "150 mm (about six inches) fell, three times the 60" are no about.
    TextSpan lead{result->span.end, base.span.begin};
    const std::size_t mark =
        block.text.substr(0, factor != nullptr ? factor->span.begin : lead.end).find_last_of(",;()");
    if (mark != std::string_view::npos) lead.begin = std::max(lead.begin, static_cast<std::uint32_t>(mark));
    if (holds((*words)[kBeyond], block.text, lead) && ratio >= 1 - kFactorSlack) return;
    const bool nearly = rough || holds((*words)[kNearly], block.text, lead);
    if (std::abs(ratio - 1) <= kFactorSlack * (nearly ? 2 : 1)) return;
    Finding finding;
    finding.place = {base.block, {result->span.begin, base.span.end}};
    finding.wording = "times";
    finding.severity = Severity::kWarning;
    finding.values = {{"from", NumberValue{mantissa(big), big.decimals}},
                      {"to", NumberValue{mantissa(small), small.decimals}},
                      {"factor", number_value(big.value / small.value, 1)},
                      {"said", number_value(said, 0)}};
    sink.report(std::move(finding));
  }

  // Whether the percentage is said to be the change: by a word before it, in brackets behind the values, or by
  // "20 % from 100 to 120" with nothing between.
  static bool is_by(std::string_view text, std::span<const Quantity> three, std::size_t p, UnitId from, UnitId to,
                    std::size_t from_word, const RuleWords::Tries& words) {
    const Quantity by = as_percent(three[p]);
    if (words_before(words[kBy], text, by.hedge_begin)) return true;
    const std::size_t before = skip_blanks_back(text, by.hedge_begin);
    const bool bracket = before > 0 && (text[before - 1] == '(' || text[before - 1] == '+');
    if (p == 2 && bracket) {
      const std::size_t behind = skip_blanks(text, by.span.end);
      return before < by.span.begin && behind < text.size() && text[behind] == ')';
    }
    const UnitId percent = find_unit("percent");
    if (from == percent || to == percent) return false;
    // "gana el 3 % sobre saldos de 3.000 a 5.000": the words between say what the share is of.
    const auto weak = words_before(words[kByWeak], text, by.hedge_begin);
    if (p == 1) return static_cast<bool>(weak);
    const TextSpan gap = p == 0 ? TextSpan{by.span.end, static_cast<std::uint32_t>(from_word)}
                                : TextSpan{three[1].span.end, static_cast<std::uint32_t>(weak ? weak.position : 0)};
    if (weak) return gap.begin <= gap.end && count_letters(text.substr(gap.begin, gap.size()), 1) == 0;
    return p == 0 && skip_blanks(text, by.span.end) == from_word;
  }

  void judge(const Block& block, const Facts& facts, Change& change, const RuleWords::Tries& words,
             SentenceGuard& guard, Sink& sink) const {
    if (guard.silences(block, words, change.by.span.begin)) return;
    const bool shares = change.from.is_percent();
    const bool points = change.by.dimension_of() == Dimension::kPoints;
    if (points && !shares) return;
    const Interval said = percent_interval(change.by);
    // "kam auf 48 von 92 Stimmen, das sind 52 Prozent": the part of a whole.
    if (!points && said.contains(change.to.value / change.from.value * 100)) return;
    const auto in_points = mismatch(difference(change, Rounding::kCareful), difference(change, Rounding::kPlain), said);
    const auto in_percent = mismatch(relative(change, Rounding::kCareful), relative(change, Rounding::kPlain), said);
    if (points) {
      if (in_points) report(block, facts, change, "points-mismatch", *in_points, sink);
    } else if (in_percent && shares && !in_points) {
      report(block, facts, change, "percentage-points", *in_percent, sink);
    } else if (in_percent) {
      report(block, facts, change, "", *in_percent, sink);
    } else if (shares && means_points(change)) {
      report(block, facts, change, "percentage-points", Severity::kWarning, sink);
    }
  }

  // "from 4 % to 5 %, up 1 %": rounding would allow it, but the number is the difference to the digit.
  static bool means_points(const Change& change) {
    const double difference = std::abs(change.to.value - change.from.value);
    const double percent = difference / change.from.value * 100;
    const double said = std::abs(change.by.value);
    return change.by.hedge == Hedge::kExact && std::abs(difference - said) < 1e-9 && percent > 2 * said;
  }

  void report(const Block& block, const Facts& facts, const Change& change, std::string_view wording, Severity severity,
              Sink& sink) const {
    const Quantity& by = change.by;
    const double percent = std::abs(change.to.value / change.from.value - 1) * 100;
    const double points = std::abs(change.to.value - change.from.value);
    const int decimals = std::max({by.decimals, percent < 9.5 && by.decimals == 0 ? 1 : 0});
    const int point_decimals = std::max(change.from.decimals, change.to.decimals);
    Finding finding;
    finding.place = {by.block, by.span};
    finding.covers = true;
    finding.wording = wording;
    if (severity != Severity::kError) finding.severity = severity;
    finding.values = {{"from", NumberValue{mantissa(change.from), change.from.decimals}},
                      {"to", NumberValue{mantissa(change.to), change.to.decimals}},
                      {"percent", number_value(percent, decimals)},
                      {"points", number_value(points, point_decimals)},
                      {"said", NumberValue{std::abs(by.value), by.decimals}}};
    finding.related.push_back({{by.block, change.from.span}, "old", {}});
    finding.related.push_back({{by.block, change.to.span}, "new", {}});
    const NumberLanguage& language = facts.numbers(block);
    if (wording == "percentage-points") {
      add_points_fix(block, by, finding);
    }
    const bool as_points = wording == "points-mismatch";
    const std::string number =
        as_points ? write_number(points, point_decimals, by, language) : write_number(percent, decimals, by, language);
    if (!by.spelled) {
      finding.fixes.push_back({"replace", {{"number", number}}, false, {{{by.block, by.number}, number}}});
    }
    sink.report(std::move(finding));
  }

  void add_points_fix(const Block& block, const Quantity& by, Finding& finding) const {
    const auto* points = definition_->option<std::vector<std::string>>(block.language, "points");
    if (points == nullptr || points->empty() || by.unit_span.begin < by.number.end) return;
    // "5%" needs a blank before the words.
    const std::string text = (by.unit_span.begin == by.number.end ? " " : "") + points->front();
    finding.fixes.push_back({"write-points", {{"points", points->front()}}, false, {{{by.block, by.unit_span}, text}}});
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<PercentChangeCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind percent_change;
const Kind percent_change{"percent-change", "a change in percent that its two values deny", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
