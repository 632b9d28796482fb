// Kind `quantity-conflict`: two sentences that give the same thing two different numbers, or two years.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "check/kinds/context_support.h"
#include "check/kinds/date_support.h"
#include "check/kinds/number_support.h"
#include "facts/speech.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    kDateGuardKeys[0],
    kDateGuardKeys[1],
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"events", KeyType::kStrings, "words for what happens once, and has one year: \"founded\", \"opened\""},
});
constexpr std::size_t kReach = 12;       // words to each side that tell what is counted
constexpr std::size_t kEventReach = 8;   // words to each side of a year that tell what happened in it
constexpr std::size_t kLeastShared = 2;  // words that both sides must share
constexpr std::size_t kSharedPart = 3;   // and a third of the words of the shorter one
constexpr double kFarthestRatio = 2.5;   // numbers farther apart are of different things
constexpr std::int32_t kFarthestYears = 40;
constexpr std::size_t kMostMentions = 60;  // of one noun or unit in an article: more are a series

// What is counted: a noun, or a unit.
struct Mention {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan own;  // the number with its noun or unit
  Interval interval;
  double value = 0;
  bool year = false;
};

class QuantityConflict final : public Check {
 public:
  explicit QuantityConflict(const Definition& definition) : definition_(definition) {
    for (const auto& [language, section] : definition.sections) {
      small_[language] = small_words(definition, language);
      events_[language] = forms_of(definition, language, "events");
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    for (auto& [key, mentions] : collect(document, facts)) {
      if (mentions.size() < 2 || mentions.size() > kMostMentions) continue;
      const double first = mentions.front().value;
      if (std::ranges::all_of(mentions, [&](const Mention& mention) { return mention.value == first; })) continue;
      compare_all(document, facts, mentions, sink);
    }
  }

 private:
  using Mentions = std::map<std::string, std::vector<Mention>>;

  Mentions collect(const Document& document, const Facts& facts) const {
    Mentions found;
    for (const Quantity& quantity : facts.quantities()) {
      const Block& block = document.block(quantity.block);
      if (!definition_.looks_at(block.role) || small_.count(block.language) == 0) continue;
      const bool bare = quantity.unit == kNoUnit;
      if ((bare && quantity.noun.empty()) || quantity.rate || quantity.fraction || quantity.article) continue;
      if (quantity.hedge != Hedge::kExact && quantity.hedge != Hedge::kAbout) continue;
      if (quantity.range != Quantity::Range::kSingle || quantity.ambiguous || quantity.value <= 2) continue;
      if (quantity.is_percent() || quantity.dimension_of() == Dimension::kTime) continue;
      const TextSpan own = counted_span(quantity);
      found[counted_key(document, quantity)].push_back(
          {quantity.block, quantity.span, own, quantity.interval(Rounding::kCareful), quantity.value});
    }
    for (const YearMention& year : facts.time().years) {
      const Block& block = document.block(year.block);
      if (!definition_.looks_at(block.role) || events_.count(block.language) == 0) continue;
      const TextSpan span{year.begin, year.begin + 4};
      const double value = year.year;
      found["year"].push_back({year.block, span, span, {value, value}, value, true});
    }
    return found;
  }

  void compare_all(const Document& document, const Facts& facts, const std::vector<Mention>& mentions,
                   Sink& sink) const {
    std::vector<std::optional<Context>> contexts(mentions.size());
    std::set<std::size_t> reported;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (reported.count(i) != 0 || reported.count(j) != 0 || !may_conflict(mentions[i], mentions[j])) continue;
        const Context* const a = context(document, mentions[i], contexts[i]);
        const Context* const b = context(document, mentions[j], contexts[j]);
        if (!of_one_thing(document, facts, mentions[i], *a, mentions[j], *b)) continue;
        reported.insert({i, j});
        report(document, mentions[i], mentions[j], sink);
      }
    }
  }

  static bool may_conflict(const Mention& a, const Mention& b) {
    if (a.interval.overlaps(b.interval)) return false;
    const double low = std::min(a.value, b.value);
    const double high = std::max(a.value, b.value);
    return a.year ? high - low <= kFarthestYears : high <= low * kFarthestRatio;
  }

  const Context* context(const Document& document, const Mention& mention, std::optional<Context>& known) const {
    if (!known) {
      const Language language = document.block(mention.block).language;
      known =
          context_of(document, mention.block, mention.own, mention.year ? kEventReach : kReach, small_.at(language));
    }
    return &*known;
  }

  bool of_one_thing(const Document& document, const Facts& facts, const Mention& m, const Context& a, const Mention& n,
                    const Context& b) const {
    if (m.block == n.block && a.sentence == b.sentence) return false;
    if (document.block(m.block).language != document.block(n.block).language) return false;
    const Likeness likeness = compare(a, b);
    if (likeness.shared < kLeastShared || likeness.shared * kSharedPart < likeness.smaller || likeness.other_names)
      return false;
    if (m.year && !share_event(document.block(m.block).language, a, b)) return false;
    if (other_times(facts, m, a, n, b) || has_more_numbers(facts, m, a) || has_more_numbers(facts, n, b)) return false;
    for (const Mention* mention : {&m, &n}) {
      if (is_quoted(quoted_passages(document.block(mention->block).text), mention->span)) return false;
      if (is_guarded(document, facts, definition_.slot, mention->block, mention->span)) return false;
    }
    return true;
  }

  bool share_event(Language language, const Context& a, const Context& b) const {
    return std::ranges::any_of(events_.at(language),
                               [&](const std::string& form) { return a.has(form) && b.has(form); });
  }

  // The years that a sentence gives, but for the mention itself.
  static std::set<std::int32_t> years_in(const Facts& facts, const Mention& mention, const Context& context) {
    std::set<std::int32_t> years;
    const auto& all = facts.time().years;
    for (auto it = std::ranges::lower_bound(all, mention.block, {}, &YearMention::block);
         it != all.end() && it->block == mention.block; ++it) {
      if (it->begin >= context.sentence.begin && it->begin < context.sentence.end && it->begin != mention.span.begin) {
        years.insert(it->year);
      }
    }
    return years;
  }

  static bool other_times(const Facts& facts, const Mention& m, const Context& a, const Mention& n, const Context& b) {
    return years_in(facts, m, a) != years_in(facts, n, b);
  }

  // "from 40 to 45", "of the 40, 12": a sentence with other numbers of its kind tells of more than one thing.
  static bool has_more_numbers(const Facts& facts, const Mention& mention, const Context& context) {
    return std::ranges::any_of(facts.quantities(mention.block), [&](const Quantity& quantity) {
      return quantity.span.begin >= context.sentence.begin && quantity.span.end <= context.sentence.end &&
             quantity.span.begin != mention.span.begin && !quantity.article;
    });
  }

  void report(const Document& document, const Mention& first, const Mention& second, Sink& sink) const {
    const auto written = [&](const Mention& mention) {
      return std::string(document.block(mention.block).text.substr(mention.own.begin, mention.own.size()));
    };
    Finding finding;
    finding.place = {second.block, second.span};
    finding.wording = second.year ? "year" : "";
    finding.values = {{"here", written(second)}, {"there", written(first)}};
    finding.related.push_back({{first.block, first.span}, "there", {{"there", written(first)}}});
    sink.report(std::move(finding));
  }

  Definition definition_;
  std::map<Language, SmallWords> small_;
  std::map<Language, std::vector<std::string>> events_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<QuantityConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind quantity_conflict;
const Kind quantity_conflict{
    "quantity-conflict", "one thing with two different numbers or years in one article", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
