// Kind `recount-conflict`: a group that the article has counted is spoken of again, with another number: "120 bowls",
// "of the 210 bowls". The second mention is a definite one, which says that the reader knows the group.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/age_support.h"
#include "check/kinds/contradiction/brief_recount_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/counted_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"both", KeyType::kPhrases, "count two and say that these are all: \"both\""},
    {"unless", KeyType::kPhrases, "silence a number in whose sentence they stand: \"later\"", true},
    {"apart", KeyType::kPhrases, "part two numbers when each has another of them: \"Monday\"", true},
    {"own", KeyType::kStrings, "stand before what its sentence speaks of has: \"its\""},
    kCountedKeys[0],
    kCountedKeys[1],
    kCountedKeys[2],
    kCountedKeys[3],
    kCountedKeys[4],
    kCountedKeys[5],
    kCountedKeys[6],
    kCountedKeys[7],
    kCountedKeys[8],
    kCountedKeys[9],
    kCountedKeys[10],
    kBriefKeys[0],
    kBriefKeys[1],
    kBriefKeys[2],
    kBriefKeys[3],
    kBriefKeys[4],
    kBriefKeys[5],
    kBriefKeys[6],
    kBriefKeys[7],
    kBriefKeys[8],
});
constexpr auto kKeys = std::to_array<Key>({kPersonListsKeys[0], kPersonListsKeys[1]});
enum List : std::uint8_t { kBoth, kUnless, kApart };

constexpr double kFarthest = 2;          // times as many, where nothing but the noun is shared
constexpr double kFarthestAlike = 3.2;   // and where more is
constexpr double kFarthestSwapped = 5;   // and where the digits are the same
constexpr double kSmall = 5;             // "the three men": may be any three that the text has named
constexpr std::size_t kMostCounts = 80;  // of an article: more are a statistic
constexpr std::size_t kMostUnmatched = 1;

// Bytes before and behind a number in which a guard speaks of it.
constexpr std::uint32_t kGuardBefore = 80;
constexpr std::uint32_t kGuardBehind = 30;

class RecountConflict final : public Check {
 public:
  explicit RecountConflict(const Definition& definition)
      : definition_(&definition), words_(definition), brief_(definition) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    std::vector<Counted> counts = collect(document, facts);
    if (counts.size() > kMostCounts) return;
    QuotedBlocks quoted(document);
    std::vector<const Counted*> reported;
    for (const Counted& whole : counts) {
      if (!whole.definite || quoted.hold(whole.block, whole.span)) continue;
      const Counted* other = only_other(document, facts, quoted, counts, whole);
      if (other == nullptr || std::ranges::find(reported, other) != reported.end()) continue;
      reported.push_back(&whole);
      report(document, *other, whole, sink);
    }
    if (!reported.empty()) return;
    const auto parted = [&](const Counted& one, const Counted& two) { return are_parted(document, facts, one, two); };
    for (const auto& [first, second] : brief_.find(document, facts, words_, parted)) {
      report(document, first, second, sink);
    }
  }

 private:
  std::vector<Counted> collect(const Document& document, const Facts& facts) const {
    std::vector<Counted> counts;
    for (const Quantity& q : facts.quantities()) {
      const Block& block = document.block(q.block);
      const CountedWords::Lists* lists =
          definition_->looks_at(block.role)
              ? words_.in(block.language, facts.knowledge().concepts[ConceptFamily::kThesaurus])
              : nullptr;
      if (lists == nullptr || !is_count(q) || is_age(block.text, q)) continue;
      if (counts.size() > kMostCounts) return counts;
      counts.push_back(read_counted(document, facts, q, *lists));
      if (q.unit != kNoUnit) measure(q, counts.back());
    }
    for (const Hit& hit : facts.matches().of(definition_->slot)) {
      const Block& block = document.block(hit.block);
      const CountedWords::Lists* lists =
          definition_->looks_at(block.role)
              ? words_.in(block.language, facts.knowledge().concepts[ConceptFamily::kThesaurus])
              : nullptr;
      if (hit.key != kBoth || lists == nullptr) continue;
      Quantity two;
      two.block = hit.block;
      two.span = two.number = hit.span;
      two.hedge_begin = hit.span.begin;
      two.value = 2;
      Counted both = read_counted(document, facts, two, *lists);
      both.definite = true;
      if (both.has_noun()) counts.push_back(std::move(both));
    }
    return counts;
  }

  static bool is_count(const Quantity& q) {
    if (q.rate || q.fraction || q.ambiguous || q.dimension || q.range != Quantity::Range::kSingle) return false;
    if (q.unit != kNoUnit) return is_measure(q.dimension_of()) && !q.article && q.value > 0;
    return q.value >= 2 && q.decimals == 0;
  }

  // What a thing has one of: "the 8.4 kilometres", "the 3.4 million euros".
  static bool is_measure(Dimension dimension) {
    return dimension == Dimension::kLength || dimension == Dimension::kArea || dimension == Dimension::kVolume ||
           dimension == Dimension::kMass || dimension == Dimension::kCurrency || dimension == Dimension::kTime;
  }

  // A measure counts its unit; what stands behind it tells of what.
  static void measure(const Quantity& q, Counted& counted) {
    counted.near.insert(counted.near.end(), counted.head.begin(), counted.head.end());
    counted.head.assign(1, {"unit " + std::string(unit_of(q.unit).key), CountedPart::kNoGroup, false});
    counted.shown = q.span;
    counted.people = counted.behind = false;
    counted.measure = true;
    counted.time = q.dimension_of() == Dimension::kTime;
  }

  // Whether the article knows of other measures with the unit than these two.
  static bool are_only_two(const std::vector<Counted>& counts, const Counted& a, const Counted& b) {
    return std::ranges::all_of(counts, [&](const Counted& count) {
      return !count.measure || count.head.front().form != a.head.front().form || count.value == a.value ||
             count.value == b.value;
    });
  }

  // 4.8 and 8.4, 140 and 410.
  static bool have_same_digits(double a, double b) {
    std::string one = fmt::format("{}", a);
    std::string other = fmt::format("{}", b);
    std::ranges::sort(one);
    std::ranges::sort(other);
    return one == other;
  }

  // The one count of the same group that is another; null when there is none, or several, or the whole's number comes
  // from elsewhere.
  const Counted* only_other(const Document& document, const Facts& facts, QuotedBlocks& quoted,
                            const std::vector<Counted>& counts, const Counted& whole) const {
    const Counted* found = nullptr;
    for (const Counted& count : counts) {
      if (&count == &whole || !clash(document, facts, counts, count, whole) || quoted.hold(count.block, count.span))
        continue;
      if (found != nullptr && count.value != found->value) return nullptr;
      if (found == nullptr) found = &count;
    }
    if (found == nullptr || is_derived(document, facts, counts, whole)) return nullptr;
    if (whole.measure && !are_only_two(counts, *found, whole)) return nullptr;
    if (speak_of_others(document, facts, {found->block, found->sentence, found->span},
                        {whole.block, whole.sentence, whole.span})) {
      return nullptr;
    }
    return found;
  }

  // Whether all counts of a group are such.
  template <class Test>
  static bool all_of_group(const Document& document, const CountedWords::Lists& lists,
                           const std::vector<Counted>& counts, const Counted& group, Test is_such) {
    return std::ranges::all_of(counts, [&](const Counted& count) {
      return is_such(count) || count.measure != group.measure ||
             !compare_counted(document, lists, count, group).has_value();
    });
  }

  bool clash(const Document& document, const Facts& facts, const std::vector<Counted>& counts, const Counted& count,
             const Counted& whole) const {
    if (document.block(count.block).language != document.block(whole.block).language) return false;
    if (are_of_other_chapters(document, count.block, whole.block)) return false;
    if (count.block == whole.block && count.sentence == whole.sentence) return false;
    if (count.interval.overlaps(whole.interval) || count.partial || whole.partial) return false;
    if (count.measure != whole.measure) return false;
    // What was not told before is nothing that the reader knows.
    if (whole.measure && std::pair(count.block, count.span.begin) > std::pair(whole.block, whole.span.begin))
      return false;
    const auto [low, high] = std::minmax(count.value, whole.value);
    const bool swapped = have_same_digits(low, high);
    if (high > low * (swapped ? kFarthestSwapped : kFarthestAlike)) return false;
    const CountedWords::Lists& lists =
        *words_.in(document.block(whole.block).language, facts.knowledge().concepts[ConceptFamily::kThesaurus]);
    const std::optional<Alike> alike = compare_counted(document, lists, count, whole);
    if (!alike || alike->other_restricted) return false;
    // "Eleven cattle … the fourteen sheep", but also "the eleven cows": nothing else of the group may be counted.
    const auto is_one = [&](const Counted& other) { return &other == &count || &other == &whole; };
    if (alike->related && !all_of_group(document, lists, counts, whole, is_one)) return false;
    const bool other_words =
        alike->unmatched > kMostUnmatched || alike->names || (whole.is_restricted() && alike->matched == 0);
    // "The 3,200 pieces from the jar", of which the article has told, and of no third number of them.
    const auto is_known = [&](const Counted& other) {
      return other.value == count.value || other.value == whole.value;
    };
    if (other_words && !(all_of_group(document, lists, counts, whole, is_known) &&
                         are_told_before(document, lists, whole, alike->unknown))) {
      return false;
    }
    const bool small = whole.value <= kSmall && !whole.measure;
    // "The garden with its 240 square metres"
    if (whole.measure && alike->matched == 0 && is_own(document, whole) &&
        is_of_other_subject(document, facts, {count.block, count.sentence, count.span},
                            {whole.block, whole.sentence, whole.span})) {
      return false;
    }
    // "The two years since": of another time, if nothing tells otherwise.
    if (whole.time && alike->matched == 0) return false;
    if (alike->matched == 0 && ((high > low * kFarthest && !swapped) || small)) return false;
    return !are_parted(document, facts, count, whole);
  }

  // Whether what is measured is what its sentence speaks of: "its", "seine".
  bool is_own(const Document& document, const Counted& whole) const {
    const Block& block = document.block(whole.block);
    const auto* own = definition_->option<std::vector<std::string>>(block.language, "own");
    const auto words = words_in(document.words(block), {whole.sentence.begin, whole.span.begin});
    return own != nullptr && !words.empty() &&
           std::ranges::find(*own, fold(word_text(block, words.back()))) != own->end();
  }

  // Whether a guard stands by either number, or one that parts them by both.
  bool are_parted(const Document& document, const Facts& facts, const Counted& one, const Counted& two) const {
    const auto hits = [&](const Counted& count, List list) {
      std::vector<std::uint32_t> found;
      for (const Hit& hit : facts.matches().in(definition_->slot, count.block, count.sentence)) {
        // "22 witnesses, and four experts as well": the guard is of the four.
        const std::string_view text = document.block(count.block).text.substr(0, count.sentence.end);
        const std::size_t mark = text.find_first_of(",;:", count.shown.end);
        const bool near = hit.span.end + kGuardBefore > count.span.begin &&
                          hit.span.begin < std::min<std::size_t>(count.shown.end + kGuardBehind, mark);
        if (hit.key == list && near) found.push_back(hit.pattern);
      }
      std::ranges::sort(found);
      return found;
    };
    if (!hits(one, kUnless).empty() || !hits(two, kUnless).empty()) return true;
    // "Attendance: 420" of one match, "attendance: 310" of the next
    const auto is_labelled = [&](const Counted& count) {
      const std::string_view text = document.block(count.block).text.substr(0, count.span.begin);
      return text.ends_with(": ") || text.ends_with(":\u00A0");
    };
    if (is_labelled(one) && is_labelled(two)) return true;
    if (are_of_two_sides(document, facts, {one.block, one.sentence, one.span}, {two.block, two.sentence, two.span}))
      return true;
    const auto mine = hits(one, kApart);
    const auto other = hits(two, kApart);
    if (!mine.empty() && !other.empty() && mine != other) return true;
    const auto years = [&](const Counted& count) {
      std::vector<std::int32_t> found;
      for (const YearMention& year : facts.time().years) {
        if (year.block == count.block && year.begin >= count.sentence.begin && year.begin < count.sentence.end) {
          found.push_back(year.year);
        }
      }
      return found;
    };
    const auto my_years = years(one);
    const auto other_years = years(two);
    return !my_years.empty() && !other_years.empty() && my_years != other_years;
  }

  // Whether another number of the article is the same, or two of the same group add up to it or differ by it.
  bool is_derived(const Document& document, const Facts& facts, const std::vector<Counted>& counts,
                  const Counted& whole) const {
    const CountedWords::Lists& lists =
        *words_.in(document.block(whole.block).language, facts.knowledge().concepts[ConceptFamily::kThesaurus]);
    std::vector<double> values;
    for (const Counted& count : counts) {
      if (&count == &whole) continue;
      // "The employees are 412, of whom 160 women".
      const bool beside =
          (count.partial || !count.has_noun()) && std::ranges::any_of(counts, [&](const Counted& known) {
            return &known != &whole && known.block == count.block && known.sentence == count.sentence &&
                   (known.has_noun() || known.behind) && compare_counted(document, lists, known, whole).has_value();
          });
      if (!beside && !may_be_of(document, lists, count, whole)) continue;
      if (count.value == whole.value) return true;
      values.push_back(count.value);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (values[i] + values[j] == whole.value || std::abs(values[i] - values[j]) == whole.value) return true;
      }
    }
    return false;
  }

  // A number without a noun may be of the same group when it stands near, or names it behind: "12 of the homes".
  static bool may_be_of(const Document& document, const CountedWords::Lists& lists, const Counted& count,
                        const Counted& whole) {
    if (count.has_noun()) return count.people || compare_counted(document, lists, count, whole).has_value();
    if (!count.tail.empty()) return share_parts(count.tail, whole.head);
    return count.behind || count.block == whole.block;
  }

  static void report(const Document& document, const Counted& count, const Counted& whole, Sink& sink) {
    const bool in_order = std::pair(count.block, count.span.begin) < std::pair(whole.block, whole.span.begin);
    const Counted& first = in_order ? count : whole;
    const Counted& second = in_order ? whole : count;
    Finding finding = clash_of(document, {first.block, first.shown}, {second.block, second.shown});
    finding.covers = true;
    sink.report(std::move(finding));
  }

  const Definition* definition_;
  CountedWords words_;
  BriefRecount brief_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors&) {
  return std::make_unique<RecountConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind recount_conflict;
const Kind recount_conflict{"recount-conflict", "a group that is spoken of again with another number", kKeys,
                            kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
