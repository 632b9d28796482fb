// Kind `unit-conversion`: a measure and its conversion beside it must agree.
#include <algorithm>
#include <array>
#include <cmath>

#include "check/kinds/number/conversion_support.h"
#include "check/kinds/number/number_support.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kKeys = std::to_array<Key>({
    {"rates", KeyType::kStrings, "\"CURRENCY LOW HIGH\": what one unit has been worth in US dollars"},
});
constexpr auto kSectionKeys = std::to_array<Key>({
    {"links", KeyType::kStrings, "stand between a value and its conversion: \"umgerechnet\", \"that is\""},
    {"or", KeyType::kStrings, "links behind a comma or before a hedge: \"12 meters, or 39 feet\"; else a choice"},
    {"unless", KeyType::kStrings, "silence the sentence: purchasing power, old money"},
});
constexpr std::size_t kMostExchanges = 200;  // that later ones are compared with
using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"links", kBackward}, {"or", kBackward}, {"unless", kForward}};
enum List : std::uint8_t { kLinks, kOr, kUnless };

class UnitConversionCheck final : public Check {
 public:
  UnitConversionCheck(const Definition& definition, Errors& errors)
      : definition_(&definition), words_(definition, kLists) {
    const auto* rates = definition.option<std::vector<std::string>>("rates");
    if (rates != nullptr) rates_ = ExchangeRates(*rates, errors);
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const auto all = facts.quantities();
    Money money;
    SentenceGuard guard(kUnless);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      // "5–10 km (3–6 miles)": begins with begins, ends with ends.
      const bool ranges = i + 3 < all.size() && all[i].range == Quantity::Range::kBegin &&
                          all[i + 2].range == Quantity::Range::kBegin && all[i + 3].range == Quantity::Range::kEnd;
      const Quantity& value = all[ranges ? i + 1 : i];
      const Quantity& other = all[ranges ? i + 2 : i + 1];
      if (value.block != all[i].block || other.block != value.block || !measured(value)) continue;
      if (!ranges && (value.range != Quantity::Range::kSingle || other.range != Quantity::Range::kSingle)) continue;
      const Quantity& last = ranges ? all[i + 3] : other;
      if (last.block != value.block || !measured(last)) continue;
      const Block& block = document.block(value.block);
      const RuleWords::Tries* words = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (words == nullptr || !beside(block.text, value, other, last, *words)) continue;
      if (guard.silences(block, *words, value.span.begin)) continue;
      if (ranges) {
        judge(block, facts, all[i], other, money, sink);
        judge(block, facts, value, last, money, sink);
        i += 3;
      } else {
        judge(block, facts, value, other, money, sink);
      }
    }
    compare(money.exchanges, sink);
  }

 private:
  struct Money {
    std::vector<Exchange> exchanges;  // that may be right
    const Block* block = nullptr;     // the one that was looked at last
    bool old = false;                 // whether it speaks of years with other rates
  };

  static bool measured(const Quantity& q) {
    return q.unit != kNoUnit && !q.ambiguous && !q.dimension && !q.rate && !q.fraction && q.value != 0;
  }

  // "5 miles (8 km)", "5 miles, umgerechnet 8 km", "60 mph/97 km/h".
  static bool beside(std::string_view text, const Quantity& value, const Quantity& other, const Quantity& last,
                     const RuleWords::Tries& words) {
    std::size_t end = skip_blanks_back(text, other.hedge_begin);
    if (end < value.span.end) return false;
    bool linked = false;
    if (const auto word = words[kOr].longest(text, end); word && word.position >= value.span.end) {
      const std::size_t before = skip_blanks_back(text, word.position);
      if (other.hedge == Hedge::kExact && text[before - 1] != ',') return false;
      linked = true;
      end = before;
    }
    while (end > value.span.end) {
      const auto link = words[kLinks].longest(text, end);
      if (!link || link.position < value.span.end) break;
      linked = true;
      end = skip_blanks_back(text, link.position);
    }
    if (end <= value.span.end) return linked;
    const CodePoint c = decode_before(text, end);
    if (skip_blanks(text, value.span.end) != end - c.length) return false;
    const std::size_t behind = skip_blanks(text, last.span.end);
    const char next = behind < text.size() ? text[behind] : '\0';
    if (c.value == '(' || c.value == '[')
      return next == ')' || next == ']' || next == ',' || next == ';' || next == '/';
    if (c.value == '/') return true;
    if (c.value == '=' || c.value == 0x2248) return true;
    return linked && (c.value == ',' || c.value == ':' || c.value == 0x2013 || c.value == 0x2014);
  }

  void judge(const Block& block, const Facts& facts, const Quantity& value, const Quantity& other, Money& money,
             Sink& sink) const {
    if (const auto exchange = rates_.exchange(value, other)) {
      if (&block != money.block) {
        money.block = &block;
        money.old = mentions_old_years(block.text);
      }
      if (money.old) return;
      if (exchange->state == Exchange::State::kPossible) {
        money.exchanges.push_back(*exchange);
      } else {
        report_money(*exchange, sink);
      }
      return;
    }
    const auto conversion = convert(value, other);
    if (!conversion || conversion->fits) return;
    report(facts.numbers(block), value, other, *conversion, sink);
  }

  // Before 1999 there were other exchange rates, and other currencies.
  static bool mentions_old_years(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
      if (text[i] != '1' || text[i + 1] < '6' || text[i + 1] > '9') continue;
      const auto digit = [&](std::size_t pos) { return pos < text.size() && text[pos] >= '0' && text[pos] <= '9'; };
      if (digit(i + 2) && digit(i + 3) && !digit(i + 4) && (i == 0 || !digit(i - 1))) {
        if (text.substr(i, 4) < "1999") return true;
      }
    }
    return false;
  }

  static void report(const NumberLanguage& language, const Quantity& value, const Quantity& other,
                     const Conversion& conversion, Sink& sink) {
    Finding finding;
    finding.place = {other.block, other.span};
    const auto unit = [](const Quantity& q) { return std::string(unit_of(q.unit).symbol); };
    finding.values = {{"value", NumberValue{value.value, value.scale == 1 ? value.decimals : -1}},
                      {"unit", unit(value)},
                      {"computed", number_value(conversion.value, conversion.decimals)},
                      {"other_unit", unit(other)},
                      {"said", NumberValue{other.value, other.scale == 1 ? other.decimals : -1}}};
    finding.related.push_back({{value.block, value.span}, "value", {}});
    const double shown = conversion.value / other.scale;
    const int decimals = other.scale == 1 ? conversion.decimals : other.decimals;
    if (!other.spelled && shown >= std::pow(10.0, -decimals)) {
      const std::string number = write_number(shown, decimals, other, language);
      finding.fixes.push_back({"replace", {{"number", number}}, false, {{{other.block, other.number}, number}}});
    }
    sink.report(std::move(finding));
  }

  static void report_money(const Exchange& money, Sink& sink) {
    Finding finding;
    finding.place = {money.other.block, money.other.span};
    finding.wording = money.scale != 1 ? "scale" : "currency";
    if (money.state == Exchange::State::kDoubtful) finding.severity = Severity::kWarning;
    const auto symbol = [](UnitId id) { return std::string(unit_of(id).symbol); };
    finding.values = {{"value", NumberValue{money.value.value, -1}},
                      {"unit", symbol(money.value_unit)},
                      {"said", NumberValue{money.other.value, -1}},
                      {"other_unit", symbol(money.other_unit)},
                      {"low", NumberValue{significant(money.expected.low), -1}},
                      {"high", NumberValue{significant(money.expected.high), -1}}};
    finding.related.push_back({{money.value.block, money.value.span}, "value", {}});
    sink.report(std::move(finding));
  }

  static double significant(double value) {
    if (value <= 0) return 0;
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
    return std::round(value / unit) * unit;
  }

  // Two exchanges of the same currencies in one article: their rates must be near each other.
  static void compare(const std::vector<Exchange>& exchanges, Sink& sink) {
    for (std::size_t i = 1; i < exchanges.size(); ++i) {
      for (std::size_t j = 0; j < std::min(i, kMostExchanges); ++j) {
        const auto ratio = exchanges[i].apart_from(exchanges[j]);
        if (!ratio || *ratio < 1.5) continue;
        const Exchange& here = exchanges[i];
        const Exchange& there = exchanges[j];
        Finding finding;
        finding.place = {here.other.block, here.other.span};
        finding.wording = "other-rate";
        finding.severity = Severity::kWarning;
        finding.values = {{"rate", NumberValue{significant(here.rate()), -1}},
                          {"other_rate", NumberValue{significant(there.rate_as(here)), -1}},
                          {"unit", std::string(unit_of(here.value_unit).symbol)},
                          {"other_unit", std::string(unit_of(here.other_unit).symbol)}};
        finding.related.push_back({{there.other.block, there.other.span}, "elsewhere", {}});
        sink.report(std::move(finding));
        break;
      }
    }
  }

  const Definition* definition_;
  RuleWords words_;
  ExchangeRates rates_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& errors) {
  return std::make_unique<UnitConversionCheck>(definition, errors);
}

}  // namespace

namespace kinds {
extern const Kind unit_conversion;
const Kind unit_conversion{"unit-conversion", "a measure or a sum of money and a conversion that does not fit", kKeys,
                           kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
