#include "check/kinds/contradiction/goal_minute_support.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/statement_support.h"
#include "check/kinds/group_values.h"
#include "check/kinds/word_support.h"
#include "facts/speech.h"

namespace stet {
namespace {

using enum PhraseTable::Direction;
constexpr WordList kLists[] = {{"goal-nouns", kForward, true},
                               {"goal-verbs", kForward, true},
                               {"goal-of", kForward},
                               {"goal-again", kForward},
                               {"goal-passes", kForward}};
enum List : std::uint8_t { kNouns, kVerbs, kOf, kAgain, kPasses };
// By number, as the groups of the lists.
enum Deed : std::uint8_t { kGoal, kEqualiser, kOpener, kWinner, kDismissal, kSubstitution };

constexpr std::size_t kMostMinutes = 40;     // of an article; one with more is a ticker
constexpr std::size_t kMostToPlayer = 4;     // words from "the goal of" to the name
constexpr std::uint32_t kMostToMinute = 60;  // bytes of a sentence before the minute
constexpr std::int32_t kLastMinute = 130;
constexpr std::int32_t kSlack = 1;  // "after 23 minutes" is in the 24th

struct Told {
  std::uint32_t block = 0;
  TextSpan span;
  TextSpan sentence;
  std::int32_t minute = 0;
  std::optional<std::uint8_t> deed;
  Forms players;      // names of the clause
  std::string owner;  // "Rathje's equaliser": whose it is told as
  bool again = false;
};

bool is_goal(std::uint8_t deed) { return deed <= kWinner; }

bool is_of_player(const std::string& name, const Forms& players) {
  const auto same = [&](const std::string& other) {
    if (name == other) return true;
    const auto& [shorter, longer] =
        std::minmax(name, other, [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return longer.size() == shorter.size() + 1 && longer.starts_with(shorter) && longer.back() == 's';
  };
  return std::ranges::any_of(players, same);
}

// The most telling deed of the words in the span: "the equalising goal" is an equaliser.
std::optional<std::uint8_t> deed_in(const Document& document, const Block& block, TextSpan span,
                                    const RuleWords::Tries& words) {
  std::optional<std::uint8_t> found;
  for (const Word& word : words_in(document.words(block), span)) {
    for (const List list : {kNouns, kVerbs}) {
      const auto match = words[list].longest(block.text, word.begin);
      if (match && match.position <= span.end && (!found || match.payload > *found))
        found = static_cast<std::uint8_t>(match.payload);
    }
  }
  return found;
}

// Whose the deed of the clause is: "Rathjes Ausgleich", "el gol de Prieto".
void read_owner(const Document& document, const Block& block, TextSpan clause, const RuleWords::Tries& words,
                bool noun_capitals, Told& told) {
  const std::span<const Word> all = words_in(document.words(block), clause);
  const std::vector<SentenceName> names = names_in(document, block, clause, noun_capitals);
  const auto name_at = [&](const Word& word) -> const SentenceName* {
    const auto name = std::ranges::find(names, word.begin, [](const SentenceName& each) { return each.span.begin; });
    return name == names.end() || name->common ? nullptr : &*name;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto noun = words[kNouns].longest(block.text, all[i].begin);
    if (!noun || noun.position > clause.end) continue;
    const auto own = [&](const SentenceName& name) {
      told.owner = name.form;
      told.deed = static_cast<std::uint8_t>(noun.payload);
    };
    // "Rathjes später Ausgleich", "Docherty's early opener"
    for (std::size_t back = 1; back <= 2 && back <= i; ++back) {
      const std::string_view text = word_text(block, all[i - back]);
      const SentenceName* name = name_at(all[i - back]);
      const bool genitive = text.ends_with("s") || block.text.substr(all[i - back].end, 1) == "'" ||
                            block.text.substr(all[i - back].end).starts_with("’");
      if (name != nullptr && genitive) return own(*name);
    }
    const auto of = words_at(words[kOf], block.text, skip_blanks(block.text, noun.position));
    if (!of) continue;
    std::size_t steps = 0;
    for (std::size_t j = i + 1; j < all.size() && steps < kMostToPlayer; ++j) {
      if (all[j].begin < of.position) continue;
      ++steps;
      if (const SentenceName* name = name_at(all[j])) {
        // The surname: "von Ole Rathje".
        const SentenceName* last = j + 1 < all.size() ? name_at(all[j + 1]) : nullptr;
        return own(last != nullptr && last->span.begin == name->span.end + 1 ? *last : *name);
      }
    }
  }
}

// Where what follows "and" begins, the last one of the span; else where the span does, or `otherwise`.
std::uint32_t joint_in(std::string_view text, TextSpan span, std::uint32_t otherwise = 0) {
  std::size_t found = std::string_view::npos;
  const std::string_view part = text.substr(span.begin, span.size());
  for (const std::string_view joint : {" und ", " and ", " et ", " y ", " e ", " ed "}) {
    const std::size_t at = part.rfind(joint);
    if (at != std::string_view::npos && (found == std::string_view::npos || at > found)) found = at;
  }
  if (found == std::string_view::npos) return otherwise != 0 ? otherwise : span.begin;
  return span.begin + static_cast<std::uint32_t>(found);
}

bool contradict(const Told& a, const Told& b) {
  if (!a.deed || !b.deed || std::abs(a.minute - b.minute) <= kSlack || a.again || b.again) return false;
  if (*a.deed == *b.deed && *b.deed != kGoal) return true;
  if (!is_goal(*a.deed) || !is_goal(*b.deed)) return false;
  if (*b.deed == kGoal) return true;
  return *b.deed == kOpener && b.minute > a.minute;  // nobody scores before the first goal
}

}  // namespace

GoalMinutes::GoalMinutes(const Definition& definition, std::uint8_t key)
    : definition_(&definition), words_(definition, kLists), key_(key) {}

void GoalMinutes::find(const Document& document, const Facts& facts, Sink& sink) const {
  std::vector<Told> all;
  std::vector<TextSpan> spans;
  const std::span<const Hit> hits = facts.matches().of(definition_->slot);
  if (std::ranges::count(hits, key_, &Hit::key) < 2) return;
  QuotedBlocks quoted(document);
  for (const Hit& hit : hits) {
    const Block& block = document.block(hit.block);
    const RuleWords::Tries* words = words_.in(block.language);
    if (hit.key != key_ || words == nullptr || !definition_->looks_at(block.role) || block.table != kNone) continue;
    if (!all.empty() && all.back().block == hit.block && all.back().span.end > hit.span.begin) continue;
    const GroupValues groups(document, facts, hit);
    const auto minute = groups.number("minute");
    if (!minute || *minute < 1 || *minute > kLastMinute || quoted.hold(hit.block, hit.span)) continue;
    if (all.size() == kMostMinutes) return;
    all.push_back({hit.block, hit.span, facts.sentences().at(hit.block, hit.span.begin), *minute, {}, {}, {}, false});
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    Told& told = all[i];
    const Block& block = document.block(told.block);
    const RuleWords::Tries& words = *words_.in(block.language);
    const bool capitals = facts.numbers(block).capital_nouns;
    const TextSpan clause = clause_around(block.text, told.sentence, told.span, 0);
    told.deed = deed_in(document, block, clause, words);
    if (!told.deed) told.deed = deed_in(document, block, told.sentence, words);
    TextSpan own = clause;
    if (i > 0 && all[i - 1].block == told.block && all[i - 1].span.end > own.begin)
      own.begin = joint_in(block.text, {all[i - 1].span.end, told.span.begin});
    if (i + 1 < all.size() && all[i + 1].block == told.block && all[i + 1].span.begin < own.end)
      own.end = joint_in(block.text, {told.span.end, all[i + 1].span.begin}, all[i + 1].span.begin);
    if (told.span.begin > 0 && block.text[told.span.begin - 1] == '(') own.end = told.span.begin;
    if (block.text[told.span.begin] == '(') own.end = told.span.begin;
    if (!holds(words[kPasses], block.text, own)) {
      for (const SentenceName& name : names_in(document, block, own, capitals)) {
        if (!name.common) told.players.insert(name.form);
      }
    }
    // "Liam Docherty, who curled one in on 23 minutes"
    if (told.players.empty()) {
      TextSpan more = clause_around(block.text, told.sentence, told.span, 1);
      if (i > 0 && all[i - 1].block == told.block) more.begin = std::max(more.begin, all[i - 1].span.end);
      more.end = own.end;
      if (more.begin < more.end && !holds(words[kPasses], block.text, more)) {
        for (const SentenceName& name : names_in(document, block, more, capitals)) {
          if (!name.common) told.players.insert(name.form);
        }
      }
    }
    // "El gol de Prieto, en el minuto 41, …": the comma does not part them.
    TextSpan wide = own;
    wide.begin = std::max(told.sentence.begin, i > 0 && all[i - 1].block == told.block ? all[i - 1].span.end : 0);
    told.again = holds(words[kAgain], block.text, own) || holds(words[kAgain], block.text, wide);
    read_owner(document, block, told.span.begin - wide.begin < kMostToMinute ? wide : own, words, capitals, told);
  }
  for (std::size_t j = 1; j < all.size(); ++j) {
    const Told& b = all[j];
    if (b.owner.empty()) continue;
    const Told* against = nullptr;
    bool several = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Told& a = all[i];
      if (i == j || !is_of_player(b.owner, a.players)) continue;
      if (a.deed && b.deed && is_goal(*a.deed) != is_goal(*b.deed)) continue;
      if (std::abs(a.minute - b.minute) <= kSlack) {
        against = nullptr;
        several = true;
        break;
      }
      if (against != nullptr && std::abs(against->minute - a.minute) > kSlack) several = true;
      if (i < j && !(a.block == b.block && a.sentence == b.sentence) && contradict(a, b)) against = &a;
    }
    if (against == nullptr || several) continue;
    sink.report(clash_of(document, {against->block, against->span}, {b.block, b.span}));
    return;
  }
}

}  // namespace stet
