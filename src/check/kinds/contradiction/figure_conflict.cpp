// Kind `figure-conflict`: a figure of which an event has one, told with two values: "jailed for 18 months", "the
// two-year term"; "2,300 hectares burnt", "3,200 hectares are black".
//
// What a number measures is told by its dimension and the concept nearest to it. A third value, or two in one sentence,
// are several figures of a sort, and nothing is compared.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/age_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/limit_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "facts/concepts.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr auto kKeys = std::to_array<Key>({
    {"one-of-each", KeyType::kStrings,
     "what an event has one of: lists of the lexicon of concepts, the dimension, and behind \"not\" the lists that "
     "make "
     "it another figure: \"prison-term: time not probation\""},
});
constexpr auto kSectionKeys = std::to_array<Key>({
    {"unless", KeyType::kPhrases, "silence a figure in whose sentence they stand: \"originally\"", true},
    {"unless-before", KeyType::kPhrases, "silence a figure before which they stand in its sentence: \"also\"", true},
    {"unless-clause", KeyType::kPhrases, "silence a figure in whose clause they stand: \"of which\"", true},
    {"imposed", KeyType::kPhrases, "say of a length that a court gave it as a sentence: \"was given\"", true},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
});
enum Guard : std::uint8_t { kUnless, kUnlessBefore, kUnlessClause, kImposed };
constexpr std::size_t kReach = 6;            // words around a figure in which a name tells it from another
constexpr std::ptrdiff_t kFar = 9;           // words between a figure and what it measures
constexpr std::ptrdiff_t kClearly = 3;       // words by which one of two figures in a sentence stands nearer
constexpr double kTiny = 0.01;               // of a unit
constexpr double kFarthestSort = 20;         // and these, in a sentence, too
constexpr double kFarthestRatio = 5;         // figures farther apart are of different things
constexpr std::size_t kMostQuantities = 80;  // of a dimension in an article: more are a table of figures

// What an event has one of.
struct Slot {
  std::vector<std::uint16_t> of;  // concepts
  Dimension dimension = Dimension::kPlain;
  std::vector<std::uint16_t> others;  // concepts in the clause that make it another
};

struct Figure {
  const Quantity* quantity = nullptr;
  TextSpan span;  // the number and its unit
  TextSpan sentence;
  double value = 0;  // in the unit of its dimension; of currencies, in that currency
  Interval interval;
  std::ptrdiff_t far = 0;  // words to what it measures
  bool silent = false;     // a guard stands there, or another figure of the sort
};

bool is_joint(std::string_view text) {
  return text == " " || text == " und " || text == " and " || text == " et " || text == " y " || text == " e ";
}

class FigureConflict final : public Check {
 public:
  explicit FigureConflict(const Definition& definition)
      : definition_(definition), small_(small_words(definition)), slots_(std::make_unique<Slots>()) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::vector<Slot>& slots = this->slots(facts);
    const std::set<Dimension> dimensions = dimensions_with_two(facts);
    if (dimensions.empty()) return;
    std::vector<std::vector<Figure>> figures(slots.size());
    for (std::size_t i = 0; i < facts.quantities().size(); ++i) {
      const Quantity& q = facts.quantities()[i];
      if (!dimensions.contains(q.dimension_of())) continue;
      const Block& block = document.block(q.block);
      if (!definition_.looks_at(block.role) || !small_.contains(block.language) || q.value <= 0) continue;
      if (is_age(block.text, q)) continue;
      const Found found = slots_of(document, facts, q);
      if (found.slots.empty()) continue;
      Figure figure = read(document, facts, q, found.end);
      figure.far = found.far;
      // "Four years and three months"
      const Quantity* const next = i + 1 < facts.quantities().size() ? &facts.quantities()[i + 1] : nullptr;
      if (next != nullptr && goes_on(block.text, q, *next)) {
        add(figure, *next);
        ++i;
      }
      for (const std::size_t slot : found.slots) keep(figure, figures[slot]);
    }
    std::set<const Quantity*> reported;  // the second of each pair
    for (const std::vector<Figure>& of_slot : figures) compare_all(document, facts, of_slot, reported, sink);
  }

 private:
  struct Slots {
    std::once_flag once;
    std::vector<Slot> slots;
  };

  const std::vector<Slot>& slots(const Facts& facts) const {
    std::call_once(slots_->once, [&] {
      const auto* lines = definition_.option<std::vector<std::string>>("one-of-each");
      if (lines == nullptr) return;
      for (const std::string& line : *lines)
        slots_->slots.push_back(read_slot(line, facts.knowledge().concepts[ConceptFamily::kThesaurus]));
    });
    return slots_->slots;
  }

  static Slot read_slot(std::string_view line, const ConceptLexicon& concepts) {
    const auto next_word = [&line] {
      const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      const std::string_view word = line.substr(begin, end - begin);
      line.remove_prefix(end);
      return word;
    };
    Slot slot;
    for (bool last = false; !last;) {
      const std::string_view name = next_word();
      last = name.empty() || name.ends_with(':');
      slot.of.push_back(concepts.number(name.substr(0, name.find(':'))));
    }
    const std::string_view dimension = next_word();
    for (int i = 0; i <= static_cast<int>(Dimension::kData); ++i) {
      if (dimension_name(static_cast<Dimension>(i)) == dimension) slot.dimension = static_cast<Dimension>(i);
    }
    next_word();  // "not"
    for (std::string_view name = next_word(); !name.empty(); name = next_word()) {
      slot.others.push_back(concepts.number(name));
    }
    return slot;
  }

  static bool goes_on(std::string_view text, const Quantity& q, const Quantity& next) {
    return next.block == q.block && next.dimension_of() == q.dimension_of() && next.unit != q.unit &&
           next.span.begin >= q.span.end && is_joint(text.substr(q.span.end, next.span.begin - q.span.end));
  }

  // Of two in a sentence, the one that clearly stands nearer to what is measured; else none is sure.
  static void keep(const Figure& figure, std::vector<Figure>& known) {
    if (!known.empty() && known.back().quantity->block == figure.quantity->block &&
        known.back().sentence == figure.sentence && !agree(known.back(), figure)) {
      Figure& before = known.back();
      // "He has ten days to appeal against the seven years": of two sorts, the nearer one.
      if (figure.value > before.value * kFarthestSort || before.value > figure.value * kFarthestSort) {
        if (figure.far < before.far) before = figure;
        return;
      }
      if (figure.far + kClearly <= before.far) {
        before = figure;
      } else if (before.far + kClearly > figure.far) {
        before.silent = true;
      }
      return;
    }
    known.push_back(figure);
  }

  // The dimensions of slots in which the article has two values, and not so many that they are a table's.
  std::set<Dimension> dimensions_with_two(const Facts& facts) const {
    struct Seen {
      double value = 0;
      std::size_t count = 0;
      bool two = false;
    };
    std::map<Dimension, Seen> seen;
    for (const Slot& slot : slots_->slots) seen[slot.dimension] = {};
    for (const Quantity& q : facts.quantities()) {
      const auto it = seen.find(q.dimension_of());
      if (it == seen.end()) continue;
      Seen& one = it->second;
      if (one.count++ == 0) one.value = q.value;
      one.two = one.two || q.value != one.value;
    }
    std::set<Dimension> found;
    for (const auto& [dimension, one] : seen) {
      if (one.two && one.count <= kMostQuantities) found.insert(dimension);
    }
    return found;
  }

  struct Found {
    std::vector<std::size_t> slots;
    std::ptrdiff_t far = 0;
    std::uint32_t end = 0;  // of the word that names it
  };
  // The slots whose concepts stand nearest to the figure in its clause, or else in its sentence.
  Found slots_of(const Document& document, const Facts& facts, const Quantity& q) const {
    const Block& block = document.block(q.block);
    const Concepts& concepts = facts.knowledge().concepts[ConceptFamily::kThesaurus].of(block.language);
    const TextSpan sentence = facts.sentences().at(q.block, q.span.begin).joined(q.span);
    const TextSpan clause = clause_around(block.text, sentence, q.span, 0);
    const std::span<const Word> words = words_in(document.words(block), sentence);
    const auto own = std::ranges::lower_bound(words, q.span.begin, {}, &Word::begin) - words.begin();
    const auto any_of = [](const std::vector<std::uint16_t>& numbers, const ConceptSet& named) {
      return std::ranges::any_of(numbers, [&](std::uint16_t number) { return named.has(number); });
    };
    std::vector<ConceptSet> in_clause;
    Found nearest{{}, 2 * kFar, 0};
    for (std::ptrdiff_t i = 0; i < std::ssize(words); ++i) {
      const Word& word = words[static_cast<std::size_t>(i)];
      const bool inside = clause.contains({word.begin, word.end});
      const std::ptrdiff_t far = std::abs(i - own);
      // Of times, outside the clause most are ages.
      if (!inside && (far > kFar || q.dimension_of() == Dimension::kTime)) continue;
      const ConceptSet named = concepts.at(block.text, word.begin, word.end).concepts;
      if (named.empty()) continue;
      if (inside) in_clause.push_back(named);
      const std::ptrdiff_t distance = far + (inside ? 0 : kFar);
      if (distance > nearest.far) continue;
      for (std::size_t slot = 0; slot < slots_->slots.size(); ++slot) {
        const Slot& each = slots_->slots[slot];
        if (each.dimension != q.dimension_of() || !any_of(each.of, named)) continue;
        if (distance < nearest.far) nearest = {{}, distance, word.end};
        nearest.slots.push_back(slot);
      }
    }
    std::erase_if(nearest.slots, [&](std::size_t slot) {
      const std::vector<std::uint16_t>& others = slots_->slots[slot].others;
      return std::ranges::any_of(in_clause, [&](const ConceptSet& named) { return any_of(others, named); });
    });
    if (nearest.slots.empty() && q.dimension_of() == Dimension::kTime)
      return imposed_term(document, facts, q, sentence, in_clause);
    return nearest;
  }

  // "He was given four years at the Crown Court": the sentence has no word for a sentence, but one for a court.
  Found imposed_term(const Document& document, const Facts& facts, const Quantity& q, TextSpan sentence,
                     const std::vector<ConceptSet>& in_clause) const {
    constexpr std::uint32_t kNear = 24;  // bytes from "was given"
    constexpr double kMonth = 28.0 * 24 * 3600;
    if (in_base(q, 1) < kMonth) return {};
    const auto hits = facts.matches().in(definition_.slot, q.block, sentence);
    const auto hit = std::ranges::find_if(hits, [&](const Hit& each) {
      const std::uint32_t gap = each.span.end <= q.span.begin ? q.hedge_begin - each.span.end
                                                              : each.span.begin - std::min(each.span.begin, q.span.end);
      return each.key == kImposed && gap <= kNear;
    });
    if (hit == hits.end()) return {};
    const Block& block = document.block(q.block);
    const auto& lexicon = facts.knowledge().concepts[ConceptFamily::kThesaurus];
    const Concepts& concepts = lexicon.of(block.language);
    const std::uint16_t court = lexicon.number("court");
    const std::uint16_t judges = lexicon.number("judges");
    const auto names_court = [&](const Word& word) {
      const ConceptSet named = concepts.at(block.text, word.begin, word.end).concepts;
      return named.has(court) || named.has(judges);
    };
    if (std::ranges::none_of(words_in(document.words(block), sentence), names_court)) return {};
    const std::uint16_t term = lexicon.number("prison-sentence");
    for (std::size_t slot = 0; slot < slots_->slots.size(); ++slot) {
      const Slot& each = slots_->slots[slot];
      if (each.dimension != Dimension::kTime || std::ranges::find(each.of, term) == each.of.end()) continue;
      const bool other = std::ranges::any_of(in_clause, [&](const ConceptSet& named) {
        return std::ranges::any_of(each.others, [&](std::uint16_t number) { return named.has(number); });
      });
      if (!other) return Found{{slot}, kClearly, hit->span.end};
    }
    return {};
  }

  // Currencies and degrees have no base.
  static double in_base(const Quantity& q, double value) {
    return unit_of(q.unit).factors[0] == 0 ? value : unit_of(q.unit).to_base(value);
  }

  // "38 millones por Kaya", "cuatro años por dopaje" are none.
  static bool is_rate(std::string_view text, const Quantity& q) {
    if (!q.rate || q.dimension_of() == Dimension::kTime || q.dimension_of() == Dimension::kSpeed) return false;
    const std::size_t preposition = skip_blanks(text, q.span.end);
    const std::size_t word = std::min(text.find(' ', preposition), text.size() - 1) + 1;
    return word >= text.size() || !is_upper(decode_at(text, word).value);
  }

  // Nobody rounds "two years" from 18 months.
  static Interval interval_of(const Quantity& q) {
    constexpr double kWeek = 7.0 * 24 * 3600;
    const bool exact = q.hedge == Hedge::kExact && q.dimension_of() == Dimension::kTime && in_base(q, 1) >= kWeek;
    return exact ? Interval{q.value, q.value} : q.interval(Rounding::kCareful);
  }

  Figure read(const Document& document, const Facts& facts, const Quantity& q, std::uint32_t named_end) const {
    const Block& block = document.block(q.block);
    const TextSpan sentence = facts.sentences().at(q.block, q.span.begin).joined(q.span);
    const Interval interval = interval_of(q);
    Figure figure{&q, q.span, sentence, in_base(q, q.value), {in_base(q, interval.low), in_base(q, interval.high)}};
    // "Ein Kredit über 45 Millionen" is one of 45 millions.
    const bool of_it = skip_blanks_back(block.text, q.hedge_begin) == named_end;
    const bool open = q.hedge != Hedge::kExact && q.hedge != Hedge::kAbout && !of_it;
    const TextSpan clause = clause_around(block.text, sentence, q.span, 0);
    const auto guards = facts.matches().in(definition_.slot, q.block, sentence);
    figure.silent = open || is_rate(block.text, q) || q.fraction || q.ambiguous ||
                    q.range != Quantity::Range::kSingle || names_year(facts.time(), q.block, sentence) ||
                    std::ranges::any_of(guards, [&](const Hit& hit) {
                      if (hit.key == kImposed) return false;
                      if (hit.key == kUnlessBefore) return hit.span.end <= q.span.begin;
                      return hit.key == kUnless || clause.contains(hit.span);
                    });
    return figure;
  }

  static void add(Figure& figure, const Quantity& more) {
    const double value = in_base(more, more.value);
    const Interval interval = interval_of(more);
    figure.value += value;
    figure.interval.low += in_base(more, interval.low);
    figure.interval.high += in_base(more, interval.high);
    figure.span = figure.span.joined(more.span);
  }

  // Also "two months" and "eight weeks": months and years have no fixed number of days.
  static bool agree(const Figure& a, const Figure& b) {
    constexpr double kMonth = 28.0 * 24 * 3600;
    constexpr double kCalendar = 1.13;
    if (a.interval.overlaps(b.interval)) return true;
    if (a.quantity->dimension_of() != Dimension::kTime || b.quantity->dimension_of() != Dimension::kTime) return false;
    const auto [shorter, longer] = std::minmax({in_base(*a.quantity, 1), in_base(*b.quantity, 1)});
    const auto [low, high] = std::minmax(a.value, b.value);
    return shorter < kMonth && longer >= kMonth && high <= low * kCalendar;
  }

  void compare_all(const Document& document, const Facts& facts, const std::vector<Figure>& figures,
                   std::set<const Quantity*>& reported, Sink& sink) const {
    const Figure* first = nullptr;
    const Figure* other = nullptr;
    for (const Figure& figure : figures) {
      if (figure.silent) continue;
      if (first == nullptr || agree(*first, figure)) {
        if (first == nullptr) first = &figure;
        continue;
      }
      if (other != nullptr && !agree(*other, figure)) return;
      if (other == nullptr) other = &figure;
    }
    if (other == nullptr || is_left_of(facts, *first, *other)) return;
    // "The term was cut to five years", and later "the five years in prison": told as it is.
    if (first->quantity->dimension_of() == Dimension::kTime && is_told_guarded(document, facts, *other)) return;
    // What is told of another time or in part.
    const bool derived = std::ranges::any_of(figures, [&](const Figure& figure) {
      return figure.silent && std::ranges::any_of(figures, [&](const Figure& more) {
               return &more != &figure && more.quantity->block == figure.quantity->block &&
                      more.sentence == figure.sentence && !more.silent;
             });
    });
    const TextPlace here{other->quantity->block, other->span};
    if (!derived && are_of_one(document, facts, *first, *other) && reported.insert(other->quantity).second) {
      Finding finding = clash_of(document, {first->quantity->block, first->span}, here);
      finding.covers = true;
      sink.report(std::move(finding));
    }
  }

  // "Seven years for the dealer and three for his wife", "five years, two of them suspended": whether a number beside
  // one of two lengths gives the other one, or what is left of it.
  static bool is_left_of(const Facts& facts, const Figure& first, const Figure& other) {
    if (first.quantity->dimension_of() != Dimension::kTime) return false;
    const auto gives = [&](const Figure& figure, const Figure& wanted) {
      return std::ranges::any_of(facts.quantities(figure.quantity->block, figure.sentence), [&](const Quantity& q) {
        if (&q == figure.quantity || (q.unit != kNoUnit && q.dimension_of() != Dimension::kTime)) return false;
        const double value = q.unit == kNoUnit ? in_base(*figure.quantity, q.value) : in_base(q, q.value);
        const double tiny = in_base(*figure.quantity, kTiny);
        return std::abs(value - wanted.value) < tiny || std::abs(figure.value - value - wanted.value) < tiny;
      });
    };
    return gives(first, other) || gives(other, first);
  }

  // Whether the sentence is of a court or a sentence, and not of what the prosecution asks for.
  static bool tells_of_term(const Document& document, const Facts& facts, std::uint32_t number, TextSpan sentence) {
    const Block& block = document.block(number);
    const auto& lexicon = facts.knowledge().concepts[ConceptFamily::kThesaurus];
    const Concepts& concepts = lexicon.of(block.language);
    bool tells = false;
    for (const Word& word : words_in(document.words(block), sentence)) {
      const ConceptSet named = concepts.at(block.text, word.begin, word.end).concepts;
      if (named.has(lexicon.number("sentence-demand"))) return false;
      for (const std::string_view name : {"court", "appeal", "prison-sentence", "conviction", "judges"})
        tells = tells || named.has(lexicon.number(name));
    }
    return tells;
  }

  // Whether another sentence tells of the same length with a guard: "cut to", "originally".
  bool is_told_guarded(const Document& document, const Facts& facts, const Figure& figure) const {
    return std::ranges::any_of(facts.quantities(), [&](const Quantity& q) {
      if (&q == figure.quantity || q.dimension_of() != Dimension::kTime || in_base(q, q.value) != figure.value)
        return false;
      const TextSpan sentence = facts.sentences().at(q.block, q.span.begin);
      const bool guarded = std::ranges::any_of(facts.matches().in(definition_.slot, q.block, sentence),
                                               [](const Hit& hit) { return hit.key == kUnless; });
      return guarded && tells_of_term(document, facts, q.block, sentence);
    });
  }

  bool are_of_one(const Document& document, const Facts& facts, const Figure& a, const Figure& b) const {
    const auto [low, high] = std::minmax(a.value, b.value);
    if (high > low * kFarthestRatio) return false;
    if (unit_of(a.quantity->unit).factors[0] == 0 && a.quantity->unit != b.quantity->unit) return false;
    if (a.quantity->block == b.quantity->block && a.sentence == b.sentence) return false;
    if (are_of_other_chapters(document, a.quantity->block, b.quantity->block)) return false;
    const Language language = document.block(a.quantity->block).language;
    if (document.block(b.quantity->block).language != language) return false;
    const auto context = [&](const Figure& figure) {
      Context around = context_of(document, facts, figure.quantity->block, figure.span, kReach, small_.at(language));
      // The sentence's first word has its capital for that; "Tribunal Superior" is no other person or town.
      const Block& block = document.block(figure.quantity->block);
      const Concepts& concepts = facts.knowledge().concepts[ConceptFamily::kThesaurus].of(language);
      std::size_t last_end = figure.sentence.begin;  // of what the thesaurus knows
      std::erase_if(around.words, [&](const ContextWord& word) {
        const Concepts::Found found = concepts.at(block.text, word.span.begin, word.span.end);
        const bool known =
            word.span.begin == figure.sentence.begin || !found.concepts.empty() || word.span.begin <= last_end + 1;
        if (known) last_end = std::max<std::size_t>(word.span.end, found.concepts.empty() ? 0 : found.end);
        return known && word.name;
      });
      return around;
    };
    if (compare(context(a), context(b)).other_names) return false;
    const ToldNumber one{a.quantity->block, a.sentence, a.span};
    const ToldNumber other{b.quantity->block, b.sentence, b.span};
    // A title says in short what the text begins with.
    if (document.block(a.quantity->block).role != Role::kParagraph) return !are_set_apart(document, facts, one, other);
    return !speak_of_others(document, facts, one, other) && !brings_in_another(document, facts, one, other);
  }

  const Definition& definition_;
  BySection<SmallWords> small_;
  std::unique_ptr<Slots> slots_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<FigureConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind figure_conflict;
const Kind figure_conflict{"figure-conflict", "a figure of which an event has one, with two values", kKeys,
                           kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
