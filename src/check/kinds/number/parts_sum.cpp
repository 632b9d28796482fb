// Kind `parts-sum`: parts that do not add up to their total: a table's total row, "100 guests, 60 women and 50 men of
// them", the shares of a closed set of answers.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "check/kinds/number/number_support.h"
#include "check/kinds/number/part_of_whole_support.h"
#include "check/kinds/number/parts_support.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr Key kKeys[] = {{"parts", KeyType::kString, "\"shares\": only percentages; \"counts\": everything else"}};
constexpr std::size_t kFewestRows = 2;

class PartsSum final : public Check {
 public:
  PartsSum(const Definition& definition, Errors& errors) : definition_(&definition), words_(definition, kPartsLists) {
    const auto* parts = definition.option<std::string>("parts");
    if (parts == nullptr || (*parts != "shares" && *parts != "counts")) {
      errors.push_back({.message = "parts must be \"shares\" or \"counts\""});
    } else {
      shares_ = *parts == "shares";
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (const Table& table : document.tables()) check_table(document, facts, table, sink);
    for (const List& list : document.lists()) check_bill(document, facts, list, sink);
    const auto all = facts.quantities();
    std::optional<const Quantity*> seats;  // looked for when there are votes
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin;
      const Block& block = document.block(all[begin].block);
      const TextSpan sentence = facts.sentences().at(all[begin].block, all[begin].span.begin);
      while (end < all.size() && all[end].block == all[begin].block && all[end].span.begin < sentence.end) ++end;
      if (end == begin) ++end;
      const std::size_t first = begin;
      const auto quantities = all.subspan(begin, end - begin);
      begin = end;
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr || quantities.size() < (shares_ ? 3 : 2) || block.table != kNone) continue;
      if (holds((*words)[kUnless], block.text, sentence)) continue;
      if (shares_) {
        check_answers(block, sentence, quantities, *words, sink);
      } else {
        if (!holds((*words)[kThird], block.text, sentence)) check_pair(block, quantities, *words, sink);
        auto parts = said_parts(block, sentence, all, {first, begin}, *words);
        if (!parts) parts = part_over_whole(block, quantities, *words);
        if (!parts) parts = two_over_whole(block, quantities, *words);
        if (!parts && holds((*words)[kAnswers], block.text, sentence)) {
          if (!seats) seats = seats_of(document, facts, words_);
          if (*seats != nullptr) parts = votes_over_seats(block, sentence, quantities, **seats, *words);
        }
        if (parts) report(*parts, all[first].block, sink);
      }
    }
  }

 private:
  // The only quantity of a cell, when the cell says nothing else.
  static const Quantity* value_of(const Document& document, const Facts& facts, std::uint32_t cell) {
    const auto all = facts.quantities();
    const auto first = std::lower_bound(all.begin(), all.end(), cell,
                                        [](const Quantity& q, std::uint32_t block) { return q.block < block; });
    if (first == all.end() || first->block != cell) return nullptr;
    if (first + 1 != all.end() && (first + 1)->block == cell) return nullptr;
    const std::string_view text = document.block(cell).text;
    const std::size_t others = count_letters(text.substr(0, first->span.begin), 2) +
                               count_letters(text.substr(std::max(first->span.end, first->noun.end)), 2);
    return others == 0 && is_usable_part(*first) ? &*first : nullptr;
  }

  // The row of the total; nothing when there is none, or rows are parts of rows.
  std::optional<std::size_t> total_row(const Document& document, const Table& table) const {
    std::optional<std::size_t> total;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (table.rows[i].header || table.rows[i].cells.empty()) continue;
      const Block& label = document.block(table.rows[i].cells[0]);
      const RuleWords::Tries* words = definition_->looks_at(label.role) ? words_.in(label.language) : nullptr;
      if (words == nullptr || words_at((*words)[kNested], label.text, skip_blanks(label.text, 0))) return std::nullopt;
      if (holds((*words)[kUnless], label.text, {0, static_cast<std::uint32_t>(label.text.size())})) return std::nullopt;
      if (!words_at((*words)[kTotals], label.text, skip_blanks(label.text, 0))) continue;
      if (total) return std::nullopt;  // subtotals
      total = i;
    }
    return total && *total + 1 == table.rows.size() ? total : std::nullopt;
  }

  void check_table(const Document& document, const Facts& facts, const Table& table, Sink& sink) const {
    const auto total = total_row(document, table);
    if (!total) return;
    for (std::size_t column = 1; column < table.rows[*total].cells.size(); ++column) {
      const Quantity* sum = value_of(document, facts, table.rows[*total].cells[column]);
      if (sum == nullptr || sum->is_percent() != shares_) continue;
      double low = 0;
      double high = 0;
      std::size_t rows = 0;
      bool complete = true;
      for (std::size_t i = 0; i < *total && complete; ++i) {
        if (table.rows[i].header) continue;
        const Quantity* part =
            column < table.rows[i].cells.size() ? value_of(document, facts, table.rows[i].cells[column]) : nullptr;
        complete = part != nullptr && (part->unit == sum->unit || part->unit == kNoUnit || sum->unit == kNoUnit);
        if (!complete) break;
        const Interval range = part->interval(Rounding::kPrinted);
        low += range.low;
        high += range.high;
        ++rows;
      }
      if (!complete || rows < kFewestRows) continue;
      const Interval said = sum->interval(Rounding::kPrinted);
      const double middle = (low + high) / 2;
      // An average under the column is no total.
      if (Interval{low, high}.overlaps(said) || middle <= 0 || sum->value < middle / 2 || sum->value > middle * 2)
        continue;
      report(*sum, middle, sink);
    }
  }

  // A list of amounts, and "That makes £190." under it.
  void check_bill(const Document& document, const Facts& facts, const List& list, Sink& sink) const {
    if (shares_ || list.parent != kNone || list.items.size() < 3) return;
    double sum = 0;
    UnitId unit = kNoUnit;
    std::uint32_t last = 0;
    for (const ListEntry& item : list.items) {
      if (item.blocks.empty()) return;
      last = item.blocks.back();
      const auto amounts = facts.quantities(item.blocks.front());
      if (item.blocks.size() > 1 || amounts.size() != 1 || !is_usable_part(amounts.front())) return;
      if (unit_of(amounts.front().unit).dimension != Dimension::kCurrency) return;
      if (unit != kNoUnit && amounts.front().unit != unit) return;
      unit = amounts.front().unit;
      sum += amounts.front().value;
    }
    const std::uint32_t first = list.items.front().blocks.front();
    if (first > 0) check_spread(document.block(first - 1), facts.quantities(first - 1), unit, sum, sink);
    const auto totals = last + 1 < document.blocks().size() ? facts.quantities(last + 1) : std::span<const Quantity>{};
    if (totals.empty() || totals.front().unit != unit || !is_usable_part(totals.front())) return;
    const Block& block = document.block(last + 1);
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    const Quantity& total = totals.front();
    if (words == nullptr || sentence_at(block.text, total.span.begin).begin != 0) return;
    if (!holds((*words)[kInAll], block.text, {0, total.span.begin}) && !words_at((*words)[kTotals], block.text, 0))
      return;
    if (total.interval(Rounding::kPrinted).contains(sum)) return;
    report(total, sum, sink);
  }

  // "The fund will hand out $2.6 million." over a list of amounts.
  void check_spread(const Block& block, std::span<const Quantity> quantities, UnitId unit, double sum,
                    Sink& sink) const {
    constexpr double kMostOff = 1.5;
    const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (words == nullptr || quantities.size() != 1 || block.role != Role::kParagraph) return;
    const Quantity& total = quantities.front();
    const TextSpan all{0, static_cast<std::uint32_t>(block.text.size())};
    if (total.unit != unit || !is_usable_part(total) || !holds((*words)[kSpread], block.text, all)) return;
    if (holds((*words)[kNested], block.text, all) || holds((*words)[kUnless], block.text, all)) return;
    if (total.interval(Rounding::kCareful).contains(sum) || sum > total.value * kMostOff ||
        total.value > sum * kMostOff)
      return;
    report(total, sum, sink);
  }

  // "100 Gäste, davon 60 Frauen und 50 Männer": two kinds that make the whole.
  void check_pair(const Block& block, std::span<const Quantity> q, const RuleWords::Tries& words, Sink& sink) const {
    for (std::size_t i = 0; i + 2 < q.size(); ++i) {
      if (!is_usable_part(q[i]) || !is_usable_part(q[i + 1]) || !is_usable_part(q[i + 2])) continue;
      if (q[i].unit != kNoUnit || q[i + 1].unit != kNoUnit || q[i + 2].unit != kNoUnit) continue;
      if (q[i].step > 1 || q[i + 1].step > 1 || q[i + 2].step > 1) continue;
      const TextSpan gap{q[i].span.end, q[i + 1].span.begin};
      // "480 members, of whom 210 women", "480 members, 210 of them women"
      const auto of_which = words_at(words[kOfWhich], block.text, skip_blanks(block.text, q[i + 1].span.end));
      if (gap.size() > 60 || (!of_which && !holds(words[kOfWhich], block.text, gap))) continue;
      const auto counts = [&](PartsList list, const Quantity& of) {
        const std::size_t behind = of_which && &of == &q[i + 1] ? of_which.position : of.span.end;
        return static_cast<bool>(words_at(words[list], block.text, skip_blanks(block.text, behind)));
      };
      const bool closed = (counts(kFirst, q[i + 1]) && counts(kSecond, q[i + 2])) ||
                          (counts(kSecond, q[i + 1]) && counts(kFirst, q[i + 2]));
      const bool more = i + 3 < q.size() && q[i + 3].span.begin < q[i + 2].span.end + 40;
      if (!closed || more || q[i + 1].value + q[i + 2].value == q[i].value) continue;
      Finding finding = found(q[i], q[i + 1].value + q[i + 2].value);
      finding.place.span = {q[i].span.begin, q[i + 2].span.end};
      sink.report(std::move(finding));
    }
  }

  // "52 Prozent dafür, 38 dagegen, 14 enthielten sich", "46 % entfielen auf Wien, 31 % auf Graz und 28 % auf Linz":
  // more than the whole.
  void check_answers(const Block& block, TextSpan sentence, std::span<const Quantity> q, const RuleWords::Tries& words,
                     Sink& sink) const {
    double low = 0;
    double middle = 0;
    for (const Quantity& part : q) {
      if (!is_usable_part(part) || (!part.is_percent() && !part.shared_unit)) return;
      low += part.interval(Rounding::kPrinted).low;
      middle += part.value;
    }
    constexpr double kWhole = 100;
    if (low <= kWhole) return;
    const TextSpan parts{q.front().span.begin, sentence.end};
    const bool shares = is_list(block, parts, q, words) && (words_at(words[kOfThese], block.text, sentence.begin) ||
                                                            holds(words[kMakesUp], block.text, sentence));
    if (!shares && !are_answers(block, sentence, q, words)) return;
    Finding finding = found(q.front(), middle);
    finding.wording = "shares";
    finding.place.span = {q.front().span.begin, q.back().span.end};
    sink.report(std::move(finding));
  }

  static void report(const SaidParts& parts, std::uint32_t block, Sink& sink) {
    Finding finding = found(*parts.total, parts.sum / parts.total->scale);
    // The whole may stand in another sentence, or paragraph.
    if (finding.place.block != block) finding.related.push_back({finding.place, "whole", {}});
    finding.place = {block, parts.span};
    if (parts.over) finding.wording = "over";
    sink.report(std::move(finding));
  }

  static Finding found(const Quantity& total, double sum) {
    Finding finding;
    finding.place = {total.block, total.span};
    finding.values = {{"total", printed(total)}, {"sum", number_value(sum, total.decimals)}};
    return finding;
  }

  static void report(const Quantity& total, double sum, Sink& sink) { sink.report(found(total, sum / total.scale)); }

  const Definition* definition_;
  RuleWords words_;
  bool shares_ = false;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<PartsSum>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind parts_sum;
const Kind parts_sum{"parts-sum", "parts that do not add up to their total", kKeys, kPartsKeys, make};
}  // namespace kinds
}  // namespace stet
