// Kind `fraction-percent`: a fraction, or a part and its whole, and the share beside it must agree.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "check/kinds/number/apposed_share_support.h"
#include "check/kinds/number/number_support.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"links", KeyType::kStrings, "stand between the two: \"also\", \"that is\""},
    {"of", KeyType::kStrings, "begin what the fraction is of: \"der Befragten\""},
    {"barriers", KeyType::kStrings, "end that: \"und\", \"mehr als\""},
    {"part-of", KeyType::kStrings, "stand between a part and its whole: \"von den\""},
    {"of-whole", KeyType::kStrings, "stand before a whole whose part follows: \"von den\""},
    {"more", KeyType::kStrings, "make a change of a share: \"mehr\""},
    {"of-which", KeyType::kStrings, "stand between a whole and its part: \"davon\""},
    {"of-total", KeyType::kStrings, "stand behind a share of all there is: \"der Gesamtsumme\""},
    {"steps", KeyType::kStrings, "stand before a value that another one changed to, or from: \"auf\""},
    {"sum-up", KeyType::kStrings, "say that a share at the end is that of the whole statement: \"das sind\""},
    {"not-even", KeyType::kStrings, "make a share one that is not reached: \"nicht einmal\""},
});
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"links", kBackward},   {"of", kForward},        {"barriers", kForward},
                               {"part-of", kForward},  {"of-whole", kBackward}, {"more", kForward},
                               {"of-which", kForward}, {"of-total", kForward},  {"steps", kBackward},
                               {"sum-up", kBackward},  {"not-even", kBackward}};
enum List : std::uint8_t {
  kLinks,
  kOf,
  kBarriers,
  kPartOf,
  kOfWhole,
  kMore,
  kOfWhich,
  kOfTotal,
  kSteps,
  kSumUp,
  kNotEven
};
constexpr std::size_t kFarthest = 120;  // bytes from a part to its whole, and to its share

class FractionPercentCheck final : public Check {
 public:
  explicit FractionPercentCheck(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
      if (all[i].block == all[i + 2].block) check_counted(document, facts, all.subspan(i, 3), sink);
    }
    check_apposed(document, facts, sink);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const Quantity& a = all[i];
      const Quantity& b = all[i + 1];
      if (a.block != b.block || a.fraction == b.fraction) continue;
      const Quantity& fraction = a.fraction ? a : b;
      const Quantity& percent = a.fraction ? b : a;
      if (!percent.is_percent() || percent.range != Quantity::Range::kSingle || percent.ambiguous) continue;
      const Block& block = document.block(a.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr || !same_thing(block.text, a, b, *words)) continue;
      const Interval said = percent.interval(Rounding::kPrinted);
      if (said.overlaps(allowed_share(fraction, 0.05))) continue;
      report(block, facts, fraction, percent, !said.overlaps(allowed_share(fraction, 0.1)), sink);
    }
  }

 private:
  // "(25 Prozent)", "of those asked (25 percent)", ", also 25 Prozent": nothing else between or behind.
  static bool same_thing(std::string_view text, const Quantity& a, const Quantity& b, const RuleWords::Tries& words) {
    const auto mark = mark_before(text, a.span.end, b, b.hedge_begin, words);
    if (!mark) return false;
    if (sums_up(text, a, b, *mark, words)) return true;
    std::size_t end = *mark;
    while (end > a.span.end && (text[end - 1] == '(' || text[end - 1] == ',')) --end;
    end = skip_blanks_back(text, end);
    const std::string_view between = text.substr(a.span.end, end - a.span.end);
    // "drei von vier Wählern (75 Prozent)"
    if (a.noun.end == end && a.noun.begin == skip_blanks(text, a.span.end)) return true;
    return is_what_it_is_of(text, static_cast<std::uint32_t>(a.span.end), static_cast<std::uint32_t>(end), between,
                            words);
  }

  // "Three of four pupils could not swim, that is 60 %.": what the share is of stands between, and ends behind it.
  static bool sums_up(std::string_view text, const Quantity& a, const Quantity& b, std::size_t mark,
                      const RuleWords::Tries& words) {
    const std::string_view between = text.substr(a.span.end, mark - a.span.end);
    const std::size_t comma = between.find_last_not_of(", –—");
    const bool plain = between.substr(0, comma + 1).find_first_of(",.;:()") == std::string_view::npos;
    if (!plain || between.size() > kFarthest || !a.fraction || !b.is_percent() || a.hedge != Hedge::kExact)
      return false;
    const std::size_t behind = skip_blanks(text, b.span.end);
    const bool closed = behind >= text.size() || std::string_view(".,;").find(text[behind]) != std::string_view::npos;
    return closed && words_before(words[kSumUp], text, b.hedge_begin) &&
           !holds(words[kBarriers], text, {a.span.end, a.noun.end});
  }

  // "1200 of the 4000 applications, or 40 %", "Of 4,800 patients 1,200, or one in five, …".
  void check_counted(const Document& document, const Facts& facts, std::span<const Quantity> three, Sink& sink) const {
    const Quantity& share = three[2];
    if (share.range != Quantity::Range::kSingle || share.ambiguous || (!share.is_percent() && !share.fraction)) return;
    const Block& block = document.block(share.block);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr || !sentence_at(block.text, share.span.begin).contains(three[0].span)) return;
    const std::size_t behind = skip_blanks(block.text, three[0].span.end);
    const auto of = words_at((*words)[kPartOf], block.text, behind);
    const bool part_first = of && skip_blanks(block.text, of.position) == three[1].hedge_begin;
    if (!part_first && !words_before((*words)[kOfWhole], block.text, three[0].hedge_begin)) return;
    const Quantity& part = three[part_first ? 0 : 1];
    const Quantity& whole = three[part_first ? 1 : 0];
    if (!is_count(part) || !is_count(whole) || part.unit != whole.unit || part.value > whole.value) return;
    if (three[1].span.begin - three[0].span.end > kFarthest ||
        !is_apposition(block.text, three[1], share, *words, facts.numbers(block)))
      return;
    const Interval of_part = part.interval(Rounding::kCareful);
    const Interval of_whole = whole.interval(Rounding::kCareful);
    const Interval computed{of_part.low / of_whole.high * 100, of_part.high / of_whole.low * 100};
    const double said = share.value * (share.fraction ? 100 : 1);
    const Interval meant = share.fraction ? allowed_share(share, 0.1) : share.interval(Rounding::kZeros);
    if (computed.overlaps(meant)) return;
    sink.report(counted(part, whole, share, part.value / whole.value * 100, said));
  }

  static Finding counted(const Quantity& part, const Quantity& whole, const Quantity& share, double right,
                         double said) {
    Finding finding;
    finding.covers = true;
    finding.place = {share.block, share.span};
    finding.wording = "counted";
    finding.severity = Severity::kWarning;
    finding.values = {{"part", printed(part)},
                      {"whole", printed(whole)},
                      {"percent", number_value(right, std::max(share.decimals, 0))},
                      {"said", number_value(said, share.decimals)}};
    finding.related.push_back({{part.block, part.span}, "part", {}});
    finding.related.push_back({{whole.block, whole.span}, "whole", {}});
    return finding;
  }

  // "Of the 120 employees some forty, half of them, left": the whole stands farther off.
  void check_apposed(const Document& document, const Facts& facts, Sink& sink) const {
    const auto all = facts.quantities();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].fraction && !all[i].is_percent()) continue;
      const Block& block = document.block(all[i].block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr || block.table != kNone) continue;
      const auto in_block = std::ranges::equal_range(all, all[i].block, {}, &Quantity::block);
      const auto number = static_cast<std::size_t>(&all[i] - in_block.data());
      const ApposedWords apposed{(*words)[kLinks],   (*words)[kPartOf], (*words)[kOfWhole], (*words)[kOfWhich],
                                 (*words)[kOfTotal], (*words)[kSteps],  (*words)[kNotEven]};
      const auto wrong =
          wrong_apposed_share(block, {in_block.data(), in_block.size()}, number, apposed, facts.numbers(block));
      if (wrong) sink.report(counted(*wrong->part, *wrong->whole, all[i], wrong->right, wrong->said));
    }
  }

  static bool is_count(const Quantity& q) {
    return q.hedge == Hedge::kExact && !q.ambiguous && !q.fraction && !q.article && !q.rate && !q.is_percent() &&
           q.value > 1 && q.range == Quantity::Range::kSingle;
  }

  // Whether a share says in other words what stands before it: ", or 40 %", "(40 %)".
  static bool is_apposition(std::string_view text, const Quantity& last, const Quantity& share,
                            const RuleWords::Tries& words, const NumberLanguage& numbers) {
    std::size_t begin = skip_blanks_back(text, share.hedge_begin);
    while (const auto skip = numbers.skip_before.longest(text, begin)) begin = skip_blanks_back(text, skip.position);
    if (words_at(words[kMore], text, skip_blanks(text, share.span.end))) return false;
    // "963 of the 2,140 runners were women, more than half."
    const std::size_t end = skip_blanks_back(text, begin);
    const std::size_t behind = skip_blanks(text, share.span.end);
    const bool apart = end > last.span.end && (text[end - 1] == ',' || dash_before(text, end));
    const bool closed = behind >= text.size() || std::string_view(".;").find(text[behind]) != std::string_view::npos;
    const auto mark =
        share.fraction && apart && closed ? std::optional(end) : mark_before(text, last.span.end, share, begin, words);
    return mark && *mark - last.span.end <= kFarthest;
  }

  // Where the mark ends that makes a share say in other words what stands before `begin`: a bracket that closes behind
  // it, or a comma or dash before a link. Nothing when there is none behind `after`.
  static std::optional<std::size_t> mark_before(std::string_view text, std::uint32_t after, const Quantity& share,
                                                std::size_t begin, const RuleWords::Tries& words) {
    std::size_t end = skip_blanks_back(text, begin);
    const auto link = words[kLinks].longest(text, end);
    if (link) end = skip_blanks_back(text, link.position);
    if (end <= after) return std::nullopt;
    if (text[end - 1] == '(') return closes(text, share.span.end) ? std::optional(end) : std::nullopt;
    return link && (text[end - 1] == ',' || dash_before(text, end)) ? std::optional(end) : std::nullopt;
  }

  static bool dash_before(std::string_view text, std::size_t pos) {
    const char32_t c = decode_before(text, pos).value;
    return c == 0x2013 || c == 0x2014;
  }

  static bool closes(std::string_view text, std::size_t pos) {
    pos = skip_blanks(text, pos);
    return pos < text.size() && (text[pos] == ')' || text[pos] == ',' || text[pos] == ';');
  }

  // Nothing, or "der Befragten", "of all German voters": up to five words that begin with a word like "of".
  static bool is_what_it_is_of(std::string_view text, std::uint32_t begin, std::uint32_t end, std::string_view between,
                               const RuleWords::Tries& words) {
    const std::size_t first = skip_blanks(text, begin);
    if (first >= end || dash_before(text, end)) return true;
    if (!words[kOf].longest(text, first) || holds(words[kBarriers], text, {begin, end})) return false;
    std::size_t blanks = 0;
    for (const char c : between) {
      if (c == ' ') ++blanks;
      if (c == ',' || c == '.' || c == ':' || c == ';' || c == '\n' || c == '(' || c == ')') return false;
    }
    return blanks <= 6;
  }

  static void report(const Block& block, const Facts& facts, const Quantity& fraction, const Quantity& percent,
                     bool certain, Sink& sink) {
    Finding finding;
    finding.place = {percent.block, percent.span};
    const double share = fraction.value * 100;
    const int decimals = std::max(percent.decimals, share == std::floor(share) ? 0 : 1);
    std::string_view wording;
    if (fraction.hedge == Hedge::kOver || fraction.hedge == Hedge::kAtLeast) wording = "over";
    if (fraction.hedge == Hedge::kUnder || fraction.hedge == Hedge::kUpTo) wording = "under";
    finding.wording = wording;
    finding.values = {{"fraction", std::string(block.text.substr(fraction.span.begin, fraction.span.size()))},
                      {"percent", number_value(share, decimals)},
                      {"said", NumberValue{percent.value, percent.decimals}}};
    finding.related.push_back({{fraction.block, fraction.span}, "fraction", {}});
    if (fraction.hedge == Hedge::kAbout) finding.severity = Severity::kWarning;
    if (!certain) finding.severity = Severity::kInfo;
    if (!percent.spelled && wording.empty()) {
      const std::string number = write_number(share, percent.decimals, percent, facts.numbers(block));
      finding.fixes.push_back({"replace", {{"number", number}}, false, {{{percent.block, percent.number}, number}}});
    }
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  RuleWords words_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<FractionPercentCheck>(definition);
}

}  // namespace

namespace kinds {
extern const Kind fraction_percent;
const Kind fraction_percent{
    "fraction-percent", "a fraction and a percentage beside it that differ", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
