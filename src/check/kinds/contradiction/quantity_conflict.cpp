// Kind `quantity-conflict`: two sentences that give the same thing two different numbers, or two years.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_list_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "part two sentences of which only one holds them", true},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    {"attributes", KeyType::kStrings, "what a thing has one number of: \"Einwohner\""},
    {"events", KeyType::kStrings, "words for what happens once, and has one year, those for one thing in one string"},
    {"goes-on", KeyType::kStrings, "words with which a sentence goes on about the one before: \"she\""},
    {"determiners", KeyType::kStrings, "words before a noun: \"the\""},
    {"admission", KeyType::kStrings,
     "words by which an amount of money is what a visit costs, of which an article has many"},
});
constexpr std::size_t kReach = 12;       // words to each side that tell what is counted
constexpr std::size_t kEventReach = 8;   // words to each side of a year that tell what happened in it
constexpr std::size_t kLeastShared = 2;  // words that both sides must share
constexpr std::size_t kLeastOfAttribute = 1;
constexpr std::size_t kLeastOfCommon = 4;  // where the number is a share or a time, of which an article has many
constexpr std::size_t kSharedPart = 3;     // and a third of the words of the shorter one
constexpr double kFarthestRatio = 2.5;     // numbers farther apart are of different things
constexpr std::int32_t kFarthestYears = 40;
constexpr std::uint32_t kFarthestEvent = 80;  // bytes between a year and what happened in it
constexpr std::ptrdiff_t kOfReach = 3;        // words between "the opening" and "the hall"
constexpr std::size_t kMostMentions = 20;     // of one noun or unit in an article: more are a series

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

using Events = std::unordered_map<std::string, std::vector<std::size_t>>;  // the numbers of its groups by form

Events read_events(const Definition& definition, Language language) {
  Events events;
  const auto groups = groups_of(definition, language, "events");
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const std::string& form : groups[i]) {
      std::vector<std::size_t>& own = events[form];
      if (own.empty() || own.back() != i) own.push_back(i);
    }
  }
  return events;
}

class QuantityConflict final : public Check {
 public:
  explicit QuantityConflict(const Definition& definition)
      : definition_(definition),
        small_(small_words(definition)),
        events_(definition, read_events),
        goes_on_(definition, "goes-on", folded_list),
        determiners_(definition, "determiners", forms_of),
        attributes_(definition, "attributes", forms_of),
        admission_(definition, "admission", forms_of) {}

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
      if (!definition_.looks_at(block.role) || !small_.contains(block.language)) continue;
      if (quantity.rate || quantity.fraction || quantity.article || is_label(block, quantity)) continue;
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
      if (is_part_of_day(facts.time(), year) || !definition_.looks_at(block.role) || !events_.contains(block.language))
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
        const Context* const a = context(document, facts, mentions[i], contexts[i]);
        const Context* const b = context(document, facts, mentions[j], contexts[j]);
        if (a->words.empty() || b->words.empty()) continue;
        if (!of_one_thing(document, facts, quoted, mentions[i], *a, mentions[j], *b)) continue;
        const ToldNumber one{mentions[i].block, a->sentence, mentions[i].span};
        const ToldNumber other{mentions[j].block, b->sentence, mentions[j].span};
        if (mentions[i].year ? are_set_apart(document, facts, one, other)
                             : speak_of_others(document, facts, one, other) || are_admissions(document, *a, *b)) {
          continue;
        }
        reported.insert({i, j});
        report(document, mentions[i], mentions[j], sink);
      }
    }
  }

  // What a visit costs: contradiction/price knows who pays which.
  bool are_admissions(const Document& document, const Context& a, const Context& b) const {
    const auto is_admission = [&](const Context& context) {
      const auto& forms = admission_.at(document.block(context.block).language);
      return std::ranges::any_of(context.words, [&](const ContextWord& word) { return is_in(forms, word.form); });
    };
    return is_admission(a) && is_admission(b);
  }

  // Numbers that are far apart are of different things, unless the sentences are the same.
  static bool are_close(const Mention& a, const Mention& b) {
    const auto [low, high] = std::minmax(a.value, b.value);
    return a.year ? high - low <= kFarthestYears : high <= low * kFarthestRatio;
  }

  const Context* context(const Document& document, const Facts& facts, const Mention& mention,
                         std::optional<Context>& known) const {
    if (!known) {
      const Language language = document.block(mention.block).language;
      known = context_of(document, facts, mention.block, mention.own, mention.year ? kEventReach : kReach,
                         small_.at(language));
      if (mention.year) read_event(document, facts, *known);
    }
    return &*known;
  }

  bool of_one_thing(const Document& document, const Facts& facts, QuotedBlocks& quoted, const Mention& m,
                    const Context& a, const Mention& n, const Context& b) const {
    if (m.hedge != n.hedge || (m.block == n.block && a.sentence == b.sentence)) return false;
    if (document.block(m.block).language != document.block(n.block).language) return false;
    if (are_of_other_chapters(document, m.block, n.block)) return false;
    Likeness likeness = compare(a, b);
    if (is_question(document, a) || is_question(document, b) || have_other_parts(document, a, b)) return false;
    if (likeness.other_names || other_numbers(facts, m, a) != other_numbers(facts, n, b)) return false;
    if (quoted.hold(m.block, m.span) || quoted.hold(n.block, n.span)) return false;
    // "For the motion", "against it": what one sentence says and the other does not parts them.
    const std::vector<std::string> guards = guards_in(document, facts, a);
    if (guards != guards_in(document, facts, b)) return false;
    if (m.year) {
      if (!share_event(document, m, a, n, b)) return false;
      ++likeness.shared;
      ++likeness.smaller;
      ++likeness.larger;
    }
    // Sentences alike that follow each other tell of one thing after the other.
    if (is_repeated(likeness)) {
      return m.block != n.block && !are_items(document, m, n) && !are_of_others(document, a, b);
    }
    if (likeness.shared < m.least_shared || likeness.shared * kSharedPart < likeness.smaller) return false;
    // "More than 200" and "more than 230" are both true, if they are not said in the same words.
    return m.hedge == Hedge::kExact && are_close(m, n) && guards.empty();
  }

  // "In Leeds the number of cyclists rose by … In York the number of cyclists rose by": far from the numbers.
  bool are_of_others(const Document& document, const Context& a, const Context& b) const {
    const auto names = [&](const Context& context) {
      const Block& block = document.block(context.block);
      return proper_names(document, block, context.sentence, small_.at(block.language).names_after);
    };
    const Forms one = names(a);
    const Forms other = names(b);
    return has_own(one, other) && has_own(other, one);
  }

  // "8 pages: print 8, 1, 2, 7": the items of a list are alike, each of another thing.
  static bool are_items(const Document& document, const Mention& m, const Mention& n) {
    return document.block(m.block).role == Role::kListItem && document.block(n.block).role == Role::kListItem;
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

  static bool is_question(const Document& document, const Context& context) {
    const std::string_view text = document.block(context.block).text;
    return text.substr(context.sentence.begin, context.sentence.size()).ends_with('?');
  }

  // "The church tower", "the bell tower"; where all nouns have a capital, "Emil Rast", "Paul Rast".
  bool have_other_parts(const Document& document, const Context& a, const Context& b) const {
    const bool noun_capitals = !small_.at(document.block(a.block).language).names_after.empty();
    for (std::size_t i = 1; i < a.words.size(); ++i) {
      if (b.has(a.words[i - 1].form) || !is_compound(document, a, i, noun_capitals)) continue;
      for (std::size_t j = 1; j < b.words.size(); ++j) {
        if (!is_same_word(a.words[i].form, b.words[j].form) || a.has(b.words[j - 1].form)) continue;
        if (is_compound(document, b, j, noun_capitals)) return true;
      }
    }
    return false;
  }

  static bool is_compound(const Document& document, const Context& context, std::size_t word, bool noun_capitals) {
    const std::string_view text = document.block(context.block).text;
    const TextSpan own = context.words[word].span;
    const TextSpan before = context.words[word - 1].span;
    if (own.begin != before.end + 1 || text[before.end] != ' ') return false;
    return !noun_capitals ||
           (is_upper(decode_at(text, own.begin).value) && is_upper(decode_at(text, before.begin).value));
  }

  // Leaves of a sentence that tells of a foundation what was founded: "in 1965 the firm founded a plant". Of one that
  // goes on with "she", what the sentence before is about, if that is beyond doubt.
  void read_event(const Document& document, const Facts& facts, Context& context) const {
    const Block& block = document.block(context.block);
    const std::span<const Word> words = words_in(document.words(block), context.sentence);
    const auto& determiners = determiners_.at(block.language);
    const auto determines = [&](const Word& word) {
      return std::ranges::binary_search(determiners, context_form(word_text(block, word)));
    };
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (events_of(block.language, word_text(block, words[i])).empty() || !determines(words[i + 1])) continue;
      // "Gründete die Firma ein Werk"
      const std::size_t object = i + 3 < words.size() && determines(words[i + 3]) ? i + 3 : i;
      std::erase_if(context.words, [&](const ContextWord& other) { return other.span.begin < words[object].begin; });
    }
    for (ContextWord& word : context.words) {
      if (word.attribute && is_of_event(block, words, word)) word.attribute = false;
    }
    std::erase_if(context.words, [&](const ContextWord& word) {
      return !events_of(block.language, block.text.substr(word.span.begin, word.span.size())).empty();
    });
    if (words.empty()) return;
    const std::string_view first = word_text(block, words.front());
    if (std::ranges::find(goes_on_.at(block.language), fold(first)) == goes_on_.at(block.language).end()) return;
    context.words.clear();
    const auto [before, sentence] = sentence_before(document, context);
    if (!sentence) return;
    const Block& other = document.block(before);
    const auto count = std::ranges::count_if(words_in(document.words(other), *sentence), [&](const Word& word) {
      return std::ranges::binary_search(determiners, context_form(word_text(other, word)));
    });
    if (count > 1) return;
    context.words =
        context_of(document, facts, before, {sentence->begin, sentence->begin}, kReach, small_.at(block.language))
            .words;
    std::erase_if(context.words, [&](const ContextWord& word) {
      return !events_of(block.language, other.text.substr(word.span.begin, word.span.size())).empty();
    });
  }

  // "The opening of the hall"
  bool is_of_event(const Block& block, std::span<const Word> words, const ContextWord& word) const {
    const auto own = std::ranges::lower_bound(words, word.span.begin, {}, &Word::begin);
    const auto first = own - std::min<std::ptrdiff_t>(own - words.begin(), kOfReach);
    return std::any_of(
        first, own, [&](const Word& before) { return !events_of(block.language, word_text(block, before)).empty(); });
  }

  // In the paragraph, or the last one of the paragraph before.
  static std::pair<std::uint32_t, std::optional<TextSpan>> sentence_before(const Document& document,
                                                                           const Context& context) {
    std::uint32_t number = context.block;
    std::string_view text = document.block(number).text.substr(0, context.sentence.begin);
    std::size_t last = text.find_last_not_of(" \n");
    if (last == std::string_view::npos) {
      if (number == 0 || document.block(number - 1).role != Role::kParagraph) return {};
      text = document.block(--number).text;
      last = text.find_last_not_of(" \n");
      if (last == std::string_view::npos) return {};
    }
    if (document.block(number).language != document.block(context.block).language) return {};
    return {number, sentence_at(document.block(number).text, static_cast<std::uint32_t>(last))};
  }

  // The numbers of the groups of events to which a word belongs.
  const std::vector<std::size_t>& events_of(Language language, std::string_view word) const {
    static const std::vector<std::size_t> kNothing;
    const auto& events = events_.at(language);
    const auto found = events.find(context_form(word));
    return found == events.end() ? kNothing : found->second;
  }

  // Both tell of one event, each beside its year.
  bool share_event(const Document& document, const Mention& m, const Context& a, const Mention& n,
                   const Context& b) const {
    const std::vector<std::size_t> one = event_of(document, m, a);
    return !one.empty() && one == event_of(document, n, b);
  }

  // That of the sentence that stands nearest to the year: "founded in 1908 and opened in 1910".
  std::vector<std::size_t> event_of(const Document& document, const Mention& mention, const Context& context) const {
    const Block& block = document.block(mention.block);
    std::vector<std::size_t> nearest;
    std::uint32_t least = kFarthestEvent;
    for (const Word& word : words_in(document.words(block), context.sentence)) {
      const std::uint32_t gap = word.end <= mention.span.begin ? mention.span.begin - word.end
                                                               : word.begin - std::min(word.begin, mention.span.end);
      if (gap >= least) continue;
      const std::vector<std::size_t>& events = events_of(block.language, word_text(block, word));
      if (events.empty()) continue;
      nearest = events;
      least = gap;
    }
    return nearest;
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
    finding.covers = true;
    finding.related.push_back({{first.block, first.span}, "there", {{"there", written(first)}}});
    sink.report(std::move(finding));
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  BySection<Events> events_;
  ByList<std::vector<std::string>> goes_on_;
  FormLists determiners_;
  FormLists attributes_;
  FormLists admission_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<QuantityConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind quantity_conflict;
const Kind quantity_conflict{.name = "quantity-conflict",
                             .doc = "one thing with two different numbers or years in one article",
                             .keys = {},
                             .section_keys = kSectionKeys,
                             .make = make,
                             .tables = &kLimitTables};
}  // namespace kinds
}  // namespace stet
