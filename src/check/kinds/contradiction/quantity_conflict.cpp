// Kind `quantity-conflict`: two sentences that give the same thing two different numbers, or two years.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "check/kinds/context_support.h"
#include "check/kinds/number/number_support.h"
#include "facts/speech.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "part two sentences of which only one holds them", true},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"attributes", KeyType::kStrings, "what a thing has one number of: \"Einwohner\""},
    {"events", KeyType::kStrings, "words for what happens once, and has one year: \"founded\", \"opened\""},
});
constexpr std::size_t kReach = 12;       // words to each side that tell what is counted
constexpr std::size_t kEventReach = 8;   // words to each side of a year that tell what happened in it
constexpr std::size_t kLeastShared = 2;  // words that both sides must share
constexpr std::size_t kLeastOfAttribute = 1;
constexpr std::size_t kLeastOfCommon = 4;  // where the number is a share or a time, of which an article has many
constexpr std::size_t kSharedPart = 3;     // and a third of the words of the shorter one
constexpr double kFarthestRatio = 2.5;     // numbers farther apart are of different things
constexpr std::int32_t kFarthestYears = 40;
constexpr std::size_t kMostMentions = 20;  // of one noun or unit in an article: more are a series

// What is counted: a noun, or a unit.
struct Mention {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan own;  // the number with its noun or unit
  Interval interval;
  double value = 0;
  std::size_t least_shared = 0;  // words that tell that another mention is of the same thing
  Hedge hedge = Hedge::kExact;
  bool year = false;
};

class QuantityConflict final : public Check {
 public:
  explicit QuantityConflict(const Definition& definition) : definition_(definition), small_(small_words(definition)) {
    for (const auto& [language, section] : definition.sections) {
      events_[language] = forms_of(definition, language, "events");
      attributes_[language] = forms_of(definition, language, "attributes");
    }
  }

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    QuotedBlocks quoted(document);
    for (auto& [key, mentions] : collect(document, facts)) {
      if (mentions.size() < 2 || mentions.size() > kMostMentions) continue;
      const double first = mentions.front().value;
      if (std::ranges::all_of(mentions, [&](const Mention& mention) { return mention.value == first; })) continue;
      compare_all(document, facts, quoted, mentions, sink);
    }
  }

 private:
  using Mentions = std::map<std::string, std::vector<Mention>>;

  Mentions collect(const Document& document, const Facts& facts) const {
    Mentions found;
    for (const Quantity& quantity : facts.quantities()) {
      const Block& block = document.block(quantity.block);
      if (!definition_.looks_at(block.role) || small_.count(block.language) == 0) continue;
      if (quantity.rate || quantity.fraction || quantity.article) continue;
      if (quantity.range != Quantity::Range::kSingle || quantity.ambiguous || quantity.value <= 2) continue;
      const TextSpan own = counted_span(quantity);
      // "At least 25": the number itself, to be compared with another that is hedged in the same way.
      const bool open = quantity.hedge != Hedge::kExact && quantity.hedge != Hedge::kAbout;
      const Interval interval = open ? Quantity::interval_of(quantity.value, quantity.step, Rounding::kCareful)
                                     : quantity.interval(Rounding::kCareful);
      const std::size_t least = is_common(quantity)             ? kLeastOfCommon
                                : is_attribute(block, quantity) ? kLeastOfAttribute
                                                                : kLeastShared;
      found[counted_key(document, quantity)].push_back(
          {quantity.block, quantity.span, own, interval, quantity.value, least, open ? quantity.hedge : Hedge::kExact});
    }
    for (const YearMention& year : facts.time().years) {
      const Block& block = document.block(year.block);
      if (is_part_of_day(facts.time(), year) || !definition_.looks_at(block.role) || events_.count(block.language) == 0)
        continue;
      const TextSpan span{year.begin, year.begin + 4};
      const double value = year.year;
      found["year"].push_back({year.block, span, span, {value, value}, value, kLeastShared, Hedge::kExact, true});
    }
    return found;
  }

  // "6 October 2012": its day tells more of the time than its year.
  static bool is_part_of_day(const TimeFacts& time, const YearMention& year) {
    auto date = std::ranges::lower_bound(time.dates, std::pair(year.block, year.begin), {}, [](const DateFact& fact) {
      return std::pair(fact.block, fact.span.end - 1);  // the first that ends behind the year's first digit
    });
    return date != time.dates.end() && date->block == year.block && date->span.begin <= year.begin && date->has_day();
  }

  bool is_attribute(const Block& block, const Quantity& quantity) const {
    const std::string noun = context_form(block.text.substr(quantity.noun.begin, quantity.noun.size()));
    return !noun.empty() && std::ranges::binary_search(attributes_.at(block.language), noun);
  }

  static bool is_common(const Quantity& quantity) {
    return quantity.is_percent() || quantity.dimension_of() == Dimension::kTime ||
           (quantity.unit == kNoUnit && quantity.noun.empty());
  }

  void compare_all(const Document& document, const Facts& facts, QuotedBlocks& quoted,
                   const std::vector<Mention>& mentions, Sink& sink) const {
    std::vector<std::optional<Context>> contexts(mentions.size());
    std::set<std::size_t> reported;
    for (std::size_t j = 1; j < mentions.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (reported.count(i) != 0 || reported.count(j) != 0) continue;
        if (mentions[i].interval.overlaps(mentions[j].interval)) continue;
        const Context* const a = context(document, mentions[i], contexts[i]);
        const Context* const b = context(document, mentions[j], contexts[j]);
        if (!of_one_thing(document, facts, quoted, mentions[i], *a, mentions[j], *b)) continue;
        reported.insert({i, j});
        report(document, mentions[i], mentions[j], sink);
      }
    }
  }

  // Numbers that are far apart are of different things, unless the sentences are the same.
  static bool are_close(const Mention& a, const Mention& b) {
    const auto [low, high] = std::minmax(a.value, b.value);
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

  bool of_one_thing(const Document& document, const Facts& facts, QuotedBlocks& quoted, const Mention& m,
                    const Context& a, const Mention& n, const Context& b) const {
    if (m.hedge != n.hedge || (m.block == n.block && a.sentence == b.sentence)) return false;
    if (document.block(m.block).language != document.block(n.block).language) return false;
    const Likeness likeness = compare(a, b);
    if (likeness.other_names || other_numbers(facts, m, a) != other_numbers(facts, n, b)) return false;
    if (quoted.hold(m.block, m.span) || quoted.hold(n.block, n.span)) return false;
    // "For the motion", "against it": what one sentence says and the other does not parts them.
    const std::vector<std::string> guards = guards_in(document, facts, a);
    if (guards != guards_in(document, facts, b)) return false;
    // Sentences alike that follow each other tell of one thing after the other.
    if (is_repeated(likeness)) return m.block != n.block;
    if (likeness.shared < m.least_shared || likeness.shared * kSharedPart < likeness.smaller) return false;
    if (m.year && !share_event(document.block(m.block).language, a, b)) return false;
    // "More than 200" and "more than 230" are both true, if they are not said in the same words.
    return m.hedge == Hedge::kExact && are_close(m, n) && guards.empty();
  }

  // The guards of a sentence, as they stand there.
  std::vector<std::string> guards_in(const Document& document, const Facts& facts, const Context& context) const {
    std::vector<std::string> guards;
    const std::string_view text = document.block(context.block).text;
    for (const Hit& hit : facts.matches().in(definition_.slot, context.block, context.sentence)) {
      guards.push_back(context_form(text.substr(hit.span.begin, hit.span.size())));
    }
    std::ranges::sort(guards);
    return guards;
  }

  bool share_event(Language language, const Context& a, const Context& b) const {
    return std::ranges::any_of(events_.at(language),
                               [&](const std::string& form) { return a.has(form) && b.has(form); });
  }

  // The other numbers and years of a sentence; of a year, the other years. "From 40 to 45", "of the 40, 12": sentences
  // with different ones tell of different things.
  static std::multiset<double> other_numbers(const Facts& facts, const Mention& mention, const Context& context) {
    std::multiset<double> others;
    const auto add = [&](std::uint32_t begin, double value) {
      if (begin >= context.sentence.begin && begin < context.sentence.end && begin != mention.span.begin) {
        others.insert(value);
      }
    };
    for (const Quantity& quantity : facts.quantities(mention.block)) {
      if (!quantity.article && !mention.year) add(quantity.span.begin, quantity.value);
    }
    const auto& years = facts.time().years;
    for (auto it = std::ranges::lower_bound(years, mention.block, {}, &YearMention::block);
         it != years.end() && it->block == mention.block; ++it) {
      add(it->begin, it->year);
    }
    return others;
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
  std::map<Language, std::vector<std::string>> attributes_;
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
