// Kind `vote-conflict`: one ballot counted in two ways: "by 19 votes to 11", "the 18-11 vote"; two abstentions, later
// four.
//
// Of one ballot are two counts that share a part, or have the same sum and point back ("the 6-2 vote"); an article that
// tells of a third count, of a committee, a reading or another year tells of several ballots.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "check/check.h"
#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/ballot_reader_support.h"
#include "check/kinds/contradiction/ballot_sides_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/slip_support.h"
#include "check/kinds/word_support.h"
#include "facts/quantities.h"
#include "facts/speech.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr auto kSectionKeys = std::to_array<Key>({
    {"ballots", KeyType::kStrings, "tell that a sentence is of a ballot: \"vote\""},
    {"units", KeyType::kStrings, "may stand between two numbers of a ballot: \"votes\""},
    {"versus", KeyType::kStrings, "stand between them: \"to\", \"against\""},
    {"yes", KeyType::kStrings, "behind a number: that many were for it"},
    {"no", KeyType::kStrings, "behind a number: that many were against it"},
    {"abstained", KeyType::kStrings, "behind a number: that many did neither"},
    {"out-of", KeyType::kStrings, "stand between a part and all who voted: \"of\""},
    {"voters", KeyType::kStrings, "may stand between a number and how they voted: \"delegates\""},
    {"definite", KeyType::kStrings, "stand before a ballot that the reader knows: \"the\""},
    {"unless", KeyType::kStrings, "silence the numbers of their sentence: \"in committee\""},
    {"then", KeyType::kStrings, "tell that the numbers of their sentence are of another ballot: \"afterwards\""},
    {"unopposed", KeyType::kStrings, "tell that nobody was against it: \"unanimously\""},
    {"anaphors", KeyType::kStrings, "tell that a sentence is of the ballot that was told of: \"the result\""},
    {"opening", KeyType::kStrings, "say the same with the first word of a sentence: \"passed\""},
    {"of-whom", KeyType::kStrings, "behind votes: they are not all of them: \"of\""},
    {"passed", KeyType::kStrings, "say that it was passed: \"approved\""},
    {"rejected", KeyType::kStrings, "say that it was not: \"voted down\""},
    {"of-votes", KeyType::kStrings, "words that tell of a vote, and not of what: \"rejected\", \"council\""},
    kSmallWordKeys[0],
    kSmallWordKeys[1],
    kSmallWordKeys[2],
    BallotSides::kKeys[0],
    BallotSides::kKeys[1],
    BallotSides::kKeys[2],
    BallotSides::kKeys[3],
    BallotSides::kKeys[4],
    BallotSides::kKeys[5],
    BallotSides::kKeys[6],
    BallotSides::kKeys[7],
});
using enum BallotList;
constexpr std::uint32_t kBegin = 32;    // bytes with which a sentence says that it tells of the next ballot
constexpr std::size_t kReach = 14;      // words to each side of a count
constexpr std::size_t kShort = 320;     // words of one that has no other
constexpr std::size_t kLongest = 1500;  // words of an article that is about one ballot

class VoteConflict final : public Check {
 public:
  explicit VoteConflict(const Definition& definition)
      : definition_(&definition),
        words_(definition, kBallotLists),
        small_(small_words(definition)),
        sides_(definition),
        of_votes_(definition, "of-votes", forms_of) {}

  void run(const Document& document, const Facts& facts, Sink& sink) const override {
    const std::size_t length = words_looked_at(document, *definition_);
    if (length > kLongest) return;
    std::vector<BallotCount> counts;
    bool any_ballot = false;  // in a sentence with a number
    QuotedBlocks quoted(document);
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      if (block.role == Role::kTableCell) {
        const RuleWords::Tries* tries = words_.in(block.language);
        if (tries != nullptr) read_ballot_cell(document, i, BallotWords(*tries), counts);
        continue;
      }
      const RuleWords::Tries* tries = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (tries == nullptr || (!block.others.has(CharSet::kDigit) && facts.quantities(i).empty())) continue;
      for (const TextSpan sentence : facts.sentences().of(i)) {
        if (!has_ballot_number(document, facts, i, sentence)) continue;
        const BallotWords words(*tries);
        const bool ballot = holds(words[kBallots], block.text, sentence);
        any_ballot = any_ballot || ballot;
        if (!ballot && counts.empty()) continue;
        const bool again =
            holds(words[kAnaphors], block.text, sentence) || words[kOpening].longest(block.text, sentence.begin);
        if (!ballot && !again) continue;
        // "Afterwards", "it then approved"
        const TextSpan begin{sentence.begin, std::min(sentence.end, sentence.begin + kBegin)};
        if (holds(words[kThen], block.text, begin)) continue;
        if (names_bare_year(facts.time(), i, sentence)) continue;  // of another time
        auto count = read_ballot(document, facts, i, sentence, words);
        // Whoever was elected tells the share again.
        if (!count || (quoted.hold(i, count->span) && !count->share)) continue;
        if (!ballot && !count->whole() && !count->share) continue;
        count->again = again;
        // "The vote for the plan, which the committee had turned down": of both.
        const bool passed = holds(words[kPassed], block.text, sentence);
        const bool rejected = holds(words[kRejected], block.text, sentence);
        count->passed = passed && !rejected;
        count->rejected = rejected && !passed;
        if (counts.size() == kMostBallots || holds(words[kUnless], block.text, sentence)) return;
        counts.push_back(*count);
      }
    }
    for (std::size_t j = 1; j < counts.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (report(document, facts, counts, counts[i], counts[j], sink)) return;
      }
    }
    if (length <= kShort && any_ballot) compare_sides(document, facts, counts, sink);
  }

 private:
  // "Passed by 19 to 11", "the twelve who opposed it": in a short article that tells of one ballot.
  void compare_sides(const Document& document, const Facts& facts, const std::vector<BallotCount>& counts,
                     Sink& sink) const {
    const auto told = [](const BallotCount& count) { return !count.all && (count.yes || count.no); };
    const auto first = std::ranges::find_if(counts, told);
    const bool sides = std::ranges::any_of(counts, [](const BallotCount& count) { return count.yes || count.all; });
    const std::optional<BallotCount> nobody = sides ? std::nullopt : unopposed(document);
    if (first == counts.end() && !nobody) return;
    BallotCount all = nobody ? *nobody : *first;
    for (const BallotCount& count : counts) {
      if (differ(all, count)) return;
      if (all.pair || count.pair) continue;
      // "22 votes in favour. Ten were against."
      if (!all.yes) all.yes = count.yes;
      if (!all.no) all.no = count.no;
    }
    const BallotCount* const whole = &all;
    QuotedBlocks quoted(document);
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      const RuleWords::Tries* tries = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (tries == nullptr || block.language != document.block(whole->block).language) continue;
      const BallotWords words(*tries);
      for (const TextSpan sentence : facts.sentences().of(i)) {
        // What tells both sides was compared above.
        const bool told_whole = std::ranges::any_of(counts, [&](const BallotCount& count) {
          return count.block == i && count.sentence == sentence && (count.whole() || (!nobody && &count == &*first));
        });
        if (nobody && i == all.block && sentence == all.sentence) continue;
        if (told_whole || !has_ballot_number(document, facts, i, sentence)) continue;
        const auto side = sides_.read(document, facts, i, sentence);
        if (!side || quoted.hold(i, side->span) || fits(*whole, *side)) continue;
        const TextSpan begin{sentence.begin, std::min(sentence.end, sentence.begin + kBegin)};
        if (holds(words[kThen], block.text, begin) ||
            holds(words[kUnless], block.text, clause_of(block.text, sentence, side->span)))
          continue;
        if (names_bare_year(facts.time(), i, sentence)) continue;
        const bool swapped = i < whole->block;
        const TextPlace there{whole->block, whole->span};
        const TextPlace here{i, side->span};
        Finding finding = clash_of(document, swapped ? here : there, swapped ? there : here);
        finding.covers = true;
        if (!side->given) finding.severity = Severity::kInfo;
        sink.report(std::move(finding));
        return;
      }
    }
  }

  // "Passed without a vote against": none were. The first that the article tells.
  std::optional<BallotCount> unopposed(const Document& document) const {
    for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
      const Block& block = document.block(i);
      const RuleWords::Tries* tries = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
      if (tries == nullptr) continue;
      const BallotWords words(*tries);
      for (const Word& word : document.words(block)) {
        const auto found = words[kUnopposed].longest(block.text, word.begin);
        if (!found) continue;
        BallotCount count;
        count.block = i;
        count.span = {word.begin, static_cast<std::uint32_t>(found.position)};
        count.sentence = sentence_at(block.text, word.begin);
        count.no = 0;
        const bool other = holds(words[kUnless], block.text, count.sentence);
        return other ? std::nullopt : std::optional(count);
      }
    }
    return std::nullopt;
  }

  // Of "19-11" either may be those for it.
  static bool fits(const BallotCount& whole, const BallotSide& side) {
    if (whole.abstained == side.value) return true;
    if (whole.pair) return whole.yes == side.value || whole.no == side.value;
    const std::optional<std::uint32_t>& known = side.against ? whole.no : whole.yes;
    return !known || known == side.value;
  }

  // What the two tell differently, if they are of one ballot.
  bool report(const Document& document, const Facts& facts, const std::vector<BallotCount>& all, const BallotCount& a,
              const BallotCount& b, Sink& sink) const {
    if (document.block(a.block).language != document.block(b.block).language) return false;
    if (a.whole() && b.whole()) {
      if (a.sorted() == b.sorted() || is_third(all, a, b)) return false;
      // "Rejected the levy by 14 to 11", "approved the budget by 14 to 9"
      const bool other_end = (a.passed && b.rejected) || (a.rejected && b.passed);
      if (other_end && !share_motion(document, facts, a, b)) return false;
      if (!are_of_one(a, b) && (a.block == b.block || !is_one_motion(document, facts, a, b))) return false;
    } else if (a.all && a.all == b.all && (a.yes && b.yes ? a.yes != b.yes : a.no && b.no && a.no != b.no)) {
      // "66 of 120 delegates voted no", "63 of 120".
    } else if (!is_third(all, a, b) && tells_part_again(a, b)) {
      // "14 in favour and 11 against", "the 12 votes against".
    } else if (a.abstained && b.abstained && a.abstained != b.abstained && !differ(a, b) && !is_third(all, a, b)) {
      sink.report(clash_of(document, {a.block, a.abstained_at}, {b.block, b.abstained_at}));
      return true;
    } else if (a.share && b.share && are_swapped_shares(*a.share, *b.share) && a.side * b.side >= 0) {
      sink.report(clash_of(document, {a.block, a.share_at}, {b.block, b.share_at}));
      return true;
    } else {
      return false;
    }
    Finding finding = clash_of(document, {a.block, a.span}, {b.block, b.span});
    finding.covers = true;
    sink.report(std::move(finding));
    return true;
  }

  // One of them tells only of those for it or of those against, and of all of them.
  static bool tells_part_again(const BallotCount& a, const BallotCount& b) {
    if (a.all || b.all || (a.whole() && b.whole())) return false;
    const BallotCount& part = b.whole() ? a : b;
    const BallotCount& other = b.whole() ? b : a;
    if (part.whole() || (!part.part_given && !other.in_table)) return false;
    if (part.no && other.no && !part.yes) return part.no != other.no;
    return part.yes && other.yes && !part.no && part.yes != other.yes;
  }

  static bool differ(const BallotCount& a, const BallotCount& b) {
    return a.whole() && b.whole() && a.sorted() != b.sorted();
  }

  // 87 and 78 per cent, 52.3 and 53.2.
  static bool are_swapped_shares(double a, double b) {
    constexpr double kTenths = 10;
    return are_swapped(a, b) || (a > kTenths && b > kTenths && are_swapped(a * kTenths, b * kTenths));
  }

  static bool are_of_one(const BallotCount& a, const BallotCount& b) {
    const auto [low, high] = a.sorted();
    const auto [lower, higher] = b.sorted();
    if (low == lower || high == higher) return true;
    return low + high == lower + higher && (b.definite || (b.again && a.block != b.block));
  }

  // Whether both tell of what was voted on by one word.
  bool share_motion(const Document& document, const Facts& facts, const BallotCount& a, const BallotCount& b) const {
    const Language language = document.block(a.block).language;
    const auto& of_votes = of_votes_.at(language);
    const Context one = context_of(document, facts, a.block, a.span, kReach, small_.at(language));
    const Context other = context_of(document, facts, b.block, b.span, kReach, small_.at(language));
    return std::ranges::any_of(one.words, [&](const ContextWord& word) {
      return !std::ranges::binary_search(of_votes, word.form) && other.has(word);
    });
  }

  // Of what was voted on, neither sentence has a word that the other lacks, and they share one; where a capital makes a
  // name, of a town perhaps, that is not enough.
  bool is_one_motion(const Document& document, const Facts& facts, const BallotCount& a, const BallotCount& b) const {
    const Language language = document.block(a.block).language;
    const SmallWords& small = small_.at(language);
    const auto& of_votes = of_votes_.at(language);
    const Context one = context_of(document, facts, a.block, a.span, kReach, small);
    const Context other = context_of(document, facts, b.block, b.span, kReach, small);
    std::size_t shared = 0;
    bool own[] = {false, false};
    for (const auto& [of, with, mark] : {std::tuple(&one, &other, &own[0]), std::tuple(&other, &one, &own[1])}) {
      for (const ContextWord& word : of->words) {
        if (std::ranges::binary_search(of_votes, word.form)) continue;
        const bool both = with->has(word);
        const bool named = word.name && small.names_after.empty() && word.span.begin != of->sentence.begin;
        if (both && of == &one) shared += named ? 1 : 2;
        *mark = *mark || !both;
      }
    }
    return shared >= 2 && !(own[0] && own[1]);
  }

  // A third result: the article tells of several ballots.
  static bool is_third(const std::vector<BallotCount>& all, const BallotCount& a, const BallotCount& b) {
    return std::ranges::any_of(all, [&](const BallotCount& other) { return differ(other, a) && differ(other, b); });
  }

  const Definition* definition_;
  RuleWords words_;
  BySection<SmallWords> small_;
  BallotSides sides_;
  FormLists of_votes_;
};

std::unique_ptr<Check> make(const Definition& definition, Errors& /*errors*/) {
  return std::make_unique<VoteConflict>(definition);
}

}  // namespace

namespace kinds {
extern const Kind vote_conflict;
const Kind vote_conflict{"vote-conflict", "one ballot counted in two ways", {}, kSectionKeys, make};
}  // namespace kinds
}  // namespace stet
