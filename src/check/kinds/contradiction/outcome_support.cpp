#include "check/kinds/contradiction/outcome_support.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/score_support.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

// The lists, by their place in kOutcomeKeys, and those of the rule's results.
enum List : std::uint8_t {
  kStreak,
  kSolo = 5,
  kByOne = 6,
  kByNumber = 7,
  kByLead = 8,
  kTwoSets = 9,
  kFiveSets = 12,
  kNoSetLost = 13,
  kShare = 14,
  kGuard = 15,
  kWon = 16,
  kDays = 17,
  kListEnd = 18,
};
constexpr std::uint8_t kResults = 3;  // lists of who won, lost and drew
constexpr std::string_view kWordings[] = {"outcome", "half", "manner"};
constexpr std::size_t kMostTold = 12;      // of one list in an article: more are a table
constexpr std::int32_t kHighestGames = 7;  // of a set in tennis
constexpr std::int32_t kFewPoints = 15;    // of a match in which points are won, at most
constexpr double kWholeVote = 0.15;        // by which two shares may miss 100
constexpr double kLeastShare = 30;         // of one who wins
constexpr double kOneShare = 0.051;        // by which two prints of one share may differ

struct Told {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  std::uint8_t key = 0;
  Forms names = {};
  Forms days = {};
  std::int32_t margin = 0;
};

class Reader {
 public:
  Reader(const Document& document, const Facts& facts, const Definition& definition, Outcomes::Keys keys,
         const FormLists& names_after, const FormGroups& ordinals)
      : document_(document),
        facts_(facts),
        definition_(definition),
        keys_(keys),
        names_after_(names_after),
        ordinals_(ordinals) {}

  void find(Sink& sink) {
    const std::span<const Hit> hits = facts_.matches().of(definition_.slot);
    if (std::ranges::none_of(hits, [&](const Hit& hit) { return list_of(hit) < kGuard; })) return;
    std::array<std::vector<Told>, kDays> told;
    QuotedBlocks quoted(document_);
    for (const Hit& hit : hits) {
      const List list = list_of(hit);
      if (list >= kDays || list == kGuard) continue;
      const Block& block = document_.block(hit.block);
      if (!definition_.looks_at(block.role) || !names_after_.contains(block.language)) continue;
      if (quoted.hold(hit.block, hit.span) || document_.is_set_aside(hit.block, hit.span)) continue;
      auto& known = told[list];
      if (known.size() > kMostTold) return;
      const TextSpan sentence = sentence_at(block.text, hit.span.begin);
      if (block.text.substr(sentence.begin, sentence.size()).ends_with('?') || is_silenced(hit.block, sentence))
        continue;
      // "In a sprint, by half a wheel" says it once.
      if (!known.empty() && known.back().block == hit.block && known.back().sentence == sentence) continue;
      known.push_back({hit.block, hit.span, sentence, list, names_of(document_, block, sentence, hit.span),
                       days_in(facts_, block, hit.block, sentence)});
      if (list < kByOne || list > kByLead) continue;
      known.back().margin = list == kByOne ? 1 : margin_of(known.back());
      if (known.back().margin == 0) known.pop_back();
    }
    for (std::uint8_t list = kStreak; list < kSolo; list += 2) compare(document_, told[list], told[list + 1], sink);
    compare_streaks(document_, told[kStreak], sink);
    check_numbers(document_, told, sink);
    check_shares(document_, facts_, told[kShare], sink);
  }

 private:
  [[nodiscard]] List list_of(const Hit& hit) const {
    if (hit.key >= keys_.first && hit.key <= keys_.first + kGuard) return static_cast<List>(hit.key - keys_.first);
    if (hit.key >= keys_.won && hit.key < keys_.won + kResults) return kWon;
    return hit.key == keys_.days ? kDays : kListEnd;
  }

  [[nodiscard]] bool is_silenced(std::uint32_t block, TextSpan sentence) const {
    const auto hits = facts_.matches().in(definition_.slot, block, sentence);
    return std::ranges::any_of(hits, [&](const Hit& hit) { return list_of(hit) == kGuard; });
  }

  Forms names_of(const Document& document, const Block& block, TextSpan sentence, TextSpan cue) const {
    const auto& after = names_after_.at(block.language);
    const std::span<const Word> all = document.words(block);
    Forms names;
    for (const SentenceName& name : names_in(document, block, sentence, !after.empty())) {
      if (!name.common && !name.span.overlaps(cue)) names.insert(name.form);
    }
    return names;
  }

  Forms days_in(const Facts& facts, const Block& block, std::uint32_t number, TextSpan sentence) const {
    Forms days;
    for (const Hit& hit : facts.matches().in(definition_.slot, number, sentence)) {
      if (list_of(hit) == kDays) days.insert(context_form(block.text.substr(hit.span.begin, hit.span.size())));
    }
    return days;
  }

  // Of one side: they share a name, or one of them names nobody; and no other day.
  static bool are_of_one(const Told& a, const Told& b, const Document& document) {
    if (document.block(a.block).language != document.block(b.block).language) return false;
    if (a.block == b.block && a.sentence == b.sentence) return false;
    if (!a.days.empty() && !b.days.empty() && a.days != b.days) return false;
    return a.names.empty() || b.names.empty() || intersects(a.names, b.names);
  }

  // Each list names one thing in an article, or it is of several sides.
  static void compare(const Document& document, const std::vector<Told>& one, const std::vector<Told>& other,
                      Sink& sink) {
    if (one.size() != 1 || other.size() != 1 || !are_of_one(one.front(), other.front(), document)) return;
    const bool swapped = is_before(other.front(), one.front());
    report(document, swapped ? other.front() : one.front(), swapped ? one.front() : other.front(),
           kWordings[(one.front().key - kStreak) / 2], sink);
  }

  // "The fifth win in a row", "the fourth straight win".
  void compare_streaks(const Document& document, const std::vector<Told>& told, Sink& sink) const {
    if (told.size() != 2 || !are_of_one(told[0], told[1], document)) return;
    const std::size_t one = ordinal_of(document, told[0]);
    const std::size_t other = ordinal_of(document, told[1]);
    if (one != 0 && other != 0 && one != other) report(document, told[0], told[1], "outcome", sink);
  }

  // Which win in a row it is; 0 when its words do not tell.
  [[nodiscard]] std::size_t ordinal_of(const Document& document, const Told& told) const {
    const Block& block = document.block(told.block);
    const auto& ordinals = ordinals_.at(block.language);
    for (const Word& word : words_in(document.words(block), told.span)) {
      const std::string form = context_form(word_text(block, word));
      for (std::size_t i = 0; i < ordinals.size(); ++i) {
        if (std::ranges::any_of(ordinals[i], [&](const std::string& begin) { return form.starts_with(begin); })) {
          return i + 2;
        }
      }
    }
    return 0;
  }

  // The number that stands in the words or right before them: "won by seven points", "seven" and "-point win". Takes it
  // into the span; 0 where there is none.
  std::int32_t margin_of(Told& told) const {
    const std::string_view text = document_.block(told.block).text;
    std::int32_t margin = 0;
    for (const Quantity& quantity : facts_.quantities(told.block, told.sentence)) {
      if (quantity.fraction || quantity.decimals > 0) continue;
      const TextSpan number = quantity.number;
      const std::string_view gap =
          number.end <= told.span.begin ? text.substr(number.end, told.span.begin - number.end) : std::string_view("?");
      const bool inside = told.span.contains(number);
      if (!inside && gap != "-" && gap != " " && gap != "\u00A0" && gap != "\u2011" && !gap.empty()) continue;
      margin = static_cast<std::int32_t>(quantity.value);
      if (!inside) told.span.begin = number.begin;
      break;
    }
    return margin;
  }

  static bool is_before(const Told& a, const Told& b) {
    return std::pair(a.block, a.span.begin) < std::pair(b.block, b.span.begin);
  }

  // Margins against each other and against the one score of the article, numbers of sets against the sets.
  void check_numbers(const Document& document, const std::array<std::vector<Told>, kDays>& told, Sink& sink) const {
    std::vector<const Told*> margins;
    std::vector<const Told*> sets;
    for (std::uint8_t key = kByOne; key <= kNoSetLost; ++key) {
      for (const Told& each : told[key]) (key <= kByLead ? margins : sets).push_back(&each);
    }
    if (margins.size() == 2) {
      const auto [a, b] =
          is_before(*margins[0], *margins[1]) ? std::pair(margins[0], margins[1]) : std::pair(margins[1], margins[0]);
      if (a->margin != b->margin && are_of_one(*a, *b, document)) return report(document, *a, *b, "margin", sink);
    }
    // "In two sets", "the three-set win"; a straight win has two or three.
    if (sets.size() == 2 && sets[0]->key != sets[1]->key && sets[1]->key < kNoSetLost &&
        are_of_one(*sets[0], *sets[1], document)) {
      const bool swapped = is_before(*sets[1], *sets[0]);
      return report(document, *sets[swapped ? 1 : 0], *sets[swapped ? 0 : 1], "outcome", sink);
    }
    if (margins.empty() && sets.empty()) return;
    const std::vector<ReadScore> scores = all_scores(document);
    if (margins.size() == 1) check_margin(document, *margins.front(), scores, told[kWon], sink);
    if (sets.size() == 1) check_sets(document, *sets.front(), scores, sink);
  }

  void check_margin(const Document& document, const Told& margin, const std::vector<ReadScore>& scores,
                    const std::vector<Told>& won, Sink& sink) const {
    // The one score that a sentence calls a win, a defeat or a draw; the same again, from either side, is that one.
    const ReadScore* only = nullptr;
    const Told* victory = nullptr;
    for (const ReadScore& score : scores) {
      const auto cue = std::ranges::find_if(
          won, [&](const Told& each) { return each.block == score.block && each.sentence.contains(score.span); });
      if (cue == won.end()) continue;
      if (score.pairs.size() != 1) return;
      const auto sorted = [](const ReadScore& of) { return std::minmax(of.pairs[0].first, of.pairs[0].second); };
      if (only != nullptr && sorted(*only) != sorted(score)) return;
      if (only == nullptr) victory = &*cue;
      if (only == nullptr) only = &score;
    }
    if (only == nullptr || (margin.block == victory->block && margin.sentence == victory->sentence)) return;
    if (!are_of_one(*victory, margin, document) && names_others(document, margin, *victory)) return;
    const auto [one, other] = only->pairs[0];
    if (std::abs(one - other) == margin.margin) return;
    // "Six points ahead" of others in the table, where matches end 3-1.
    if (margin.key == kByLead && std::max(one, other) < kFewPoints) return;
    // "The women won 60-59": the margin may be of what is silenced.
    const auto fits = [&](const ReadScore& score) {
      return score.pairs.size() == 1 && std::abs(score.pairs[0].first - score.pairs[0].second) == margin.margin &&
             is_silenced(score.block, sentence_at(document.block(score.block).text, score.span.begin));
    };
    if (std::ranges::any_of(scores, fits) || is_of_bracketed(document, *only, margin.margin)) return;
    const Told score{.block = only->block, .span = only->span, .sentence = victory->sentence};
    const bool later = is_before(margin, score);
    report(document, later ? margin : score, later ? score : margin, "margin", sink);
  }

  // "Down 17-10 at the break, Sarlannes turned it round (24-20)": a score in brackets of the sentence has the margin.
  static bool is_of_bracketed(const Document& document, const ReadScore& only, std::int32_t margin) {
    const TextSpan sentence = sentence_at(document.block(only.block).text, only.span.begin);
    return std::ranges::any_of(read_scores(document, only.block, true), [&](const ReadScore& score) {
      return sentence.contains(score.span) && score.pairs.size() == 1 &&
             std::abs(score.pairs[0].first - score.pairs[0].second) == margin;
    });
  }

  static void check_sets(const Document& document, const Told& told, const std::vector<ReadScore>& scores, Sink& sink) {
    const ReadScore* match = nullptr;
    for (const ReadScore& score : scores) {
      if (score.pairs.size() < 2) continue;
      if (match != nullptr) return;
      match = &score;
    }
    if (match == nullptr) return;
    const TextSpan sentence = sentence_at(document.block(match->block).text, match->span.begin);
    if (match->block == told.block && sentence == told.sentence) return;
    bool clash = false;
    if (told.key == kNoSetLost) {
      const bool first = match->pairs.front().first > match->pairs.front().second;
      clash = std::ranges::any_of(match->pairs, [&](const auto& set) { return (set.first > set.second) != first; });
    } else {
      clash = match->pairs.size() != static_cast<std::size_t>(told.key - kTwoSets) + 2;
    }
    if (clash) report(document, {.block = match->block, .span = match->span, .sentence = sentence}, told, "sets", sink);
  }

  // All scores of the article: rows of sets, and single ones.
  std::vector<ReadScore> all_scores(const Document& document) const {
    std::vector<ReadScore> scores;
    for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
      if (!definition_.looks_at(document.block(b).role)) continue;
      for (ReadScore& score : read_scores(document, b)) {
        // "2-1, 3-0" are no sets.
        if (score.pairs.size() > 1 && !std::ranges::all_of(score.pairs, is_set)) score.pairs.resize(1);
        scores.push_back(std::move(score));
      }
    }
    return scores;
  }

  static bool is_set(const std::pair<std::int32_t, std::int32_t>& set) {
    const auto [low, high] = std::minmax(set.first, set.second);
    const bool tennis = (high == 6 && low <= 4) || (high == kHighestGames && (low == 5 || low == 6));
    const bool rally = high >= 11 && high <= 40 && high - low >= 2;
    return tennis || rally;
  }

  // "54.3 per cent to 45.7", and later one of the two with another share of the votes.
  void check_shares(const Document& document, const Facts& facts, const std::vector<Told>& told, Sink& sink) const {
    struct Pair {
      const Told* told;
      const Quantity* one;
      const Quantity* other;
    };
    std::vector<Pair> pairs;
    std::vector<std::pair<const Told*, const Quantity*>> single;
    for (const Told& each : told) {
      const auto all = facts.quantities(each.block, each.sentence);
      std::vector<const Quantity*> shares;
      for (const Quantity& quantity : all) {
        const bool bare = quantity.unit == kNoUnit && quantity.noun.empty();
        if ((quantity.is_percent() || bare) && quantity.decimals > 0) shares.push_back(&quantity);
      }
      if (std::ranges::none_of(shares, &Quantity::is_percent)) continue;
      if (shares.size() == 2 && std::abs(shares[0]->value + shares[1]->value - 100) < kWholeVote) {
        pairs.push_back({&each, shares[0], shares[1]});
      } else if (shares.size() == 1 && shares[0]->hedge == Hedge::kExact) {
        single.emplace_back(&each, shares[0]);
      }
    }
    if (pairs.size() != 1 || single.size() != 1) return;
    const auto* told_of = single.front().first;
    const auto* share = single.front().second;
    const Pair& pair = pairs.front();
    const auto is_same = [&](const Quantity* other) { return std::abs(other->value - share->value) < kOneShare; };
    if (share->value < kLeastShare || is_same(pair.one) || is_same(pair.other)) return;
    if (told_of->block == pair.told->block || names_others(document, *told_of, *pair.told)) return;
    Told here = *told_of;
    here.span = share->span;
    const bool first_nearer = std::abs(pair.one->value - share->value) < std::abs(pair.other->value - share->value);
    Told there = *pair.told;
    there.span = first_nearer ? pair.one->span : pair.other->span;
    const bool swapped = is_before(here, there);
    report(document, swapped ? here : there, swapped ? there : here, "share", sink);
  }

  // Whether the first sentence names what neither the other does nor an earlier one: another place, another round.
  bool names_others(const Document& document, const Told& a, const Told& b) const {
    const Block& block = document.block(a.block);
    const auto& after = names_after_.at(block.language);
    Forms names = proper_names(document, block, a.sentence, after);
    const Forms known = proper_names(document, document.block(b.block), b.sentence, after);
    std::erase_if(names, [&](const std::string& name) { return known.contains(name); });
    for (std::uint32_t number = 0; number < a.block && !names.empty(); ++number) {
      for (const Word& word : document.words(document.block(number))) {
        names.erase(context_form(word_text(document.block(number), word)));
      }
    }
    return !names.empty();
  }

  static void report(const Document& document, const Told& first, const Told& second, std::string_view wording,
                     Sink& sink) {
    Finding finding = clash_of(document, {first.block, first.span}, {second.block, second.span});
    finding.wording = wording;
    sink.report(std::move(finding));
  }

  const Document& document_;
  const Facts& facts_;
  const Definition& definition_;
  Outcomes::Keys keys_;
  const FormLists& names_after_;
  const FormGroups& ordinals_;
};

}  // namespace

Outcomes::Outcomes(const Definition& definition, Keys keys)
    : definition_(&definition),
      keys_(keys),
      names_after_(definition, "names-after", forms_of),
      ordinals_(definition, "ordinals", groups_of) {}

void Outcomes::find(const Document& document, const Facts& facts, Sink& sink) const {
  Reader(document, facts, *definition_, keys_, names_after_, ordinals_).find(sink);
}

}  // namespace stet
