#include "check/kinds/contradiction/cast_words_support.h"

#include <algorithm>
#include <array>

#include "check/kinds/context_support.h"

namespace stet {
namespace {

constexpr auto kForward = PhraseTrie::Direction::kForward;
constexpr std::array<WordList, 26> kLists = {{
    {"masculine", kForward, true}, {"feminine", kForward, true}, {"occupations", kForward, true},
    {"any-man", kForward},         {"any-woman", kForward},      {"anybody", kForward},
    {"pronouns-he", kForward},     {"pronouns-she", kForward},   {"possessives", kForward},
    {"plural-verbs", kForward},    {"indefinite", kForward},     {"another", kForward},
    {"relatives", kForward},       {"definite", kForward},       {"several", kForward},
    {"oblique", kForward},         {"belonging", kForward},      {"named-as", kForward},
    {"estates", kForward},         {"places-behind", kForward},  {"joiners", kForward},
    {"titles-he", kForward},       {"titles-she", kForward},     {"titles", kForward},
    {"years-old", kForward},       {"no-people", kForward},
}};

constexpr std::uint32_t kTradesOfSex = 100000;  // more than a list has groups

}  // namespace

bool CastWords::is_name_word(std::size_t i) const {
  if (!upper(i) || is_small(i) || text(i).size() < 2 || is_title(i)) return false;
  if (is(kDefinite, i) || is(kIndefinite, i) || is(kOf, i) || is(kIn, i) || is(kSeveral, i)) return false;
  const bool may_be_noun = noun_capitals() || all_[i].begin == sentence_.begin;
  return !may_be_noun || !(is_common(i) || trade(i).found);
}

CastWords::Trade CastWords::trade_in(std::string_view text, std::size_t begin) const {
  Trade best;
  const auto take = [&](CastList list, Sex sex, bool generic) {
    const auto match = lists_[list].longest(text, begin);
    // "Élève" is a boy or a girl.
    if (match && best.found && match.position == best.end && sex != best.sex) best.sex = Sex::kUnknown;
    if (!match || match.position <= best.end) return;
    best = {true,          generic, false, sex, generic ? CastMention::kNone : match.payload + list * kTradesOfSex,
            match.position};
  };
  take(kMen, Sex::kMan, false);
  take(kWomen, Sex::kWoman, false);
  take(kPeople, Sex::kUnknown, false);
  take(kManWords, Sex::kMan, true);
  take(kWomanWords, Sex::kWoman, true);
  take(kPersonWords, Sex::kUnknown, true);
  return best;
}

CastWords::Trade CastWords::trade(std::size_t i) const {
  if (noun_capitals() && !upper(i)) return {};
  Trade found = trade_in(block_.text, all_[i].begin);
  if (found.found) return found;
  const std::string_view word = text(i);
  Trade best;
  for (const std::string& ending : endings_.cases) {
    if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    const Trade other = trade_in(stem, 0);
    if (!other.found || other.end != stem.size()) continue;
    best = other;
    best.end = all_[i].end;
    best.several = !noun_capitals();
  }
  return best;
}

const std::span<const WordList> kCastLists = kLists;

Endings endings_of(const Definition& definition, Language language) {
  Endings endings;
  if (const auto* words = definition.option<std::vector<std::string>>(language, "endings")) endings.people = *words;
  if (const auto* words = definition.option<std::vector<std::string>>(language, "case-endings")) endings.cases = *words;
  const auto* behind = definition.option<std::vector<std::string>>(language, "names-after");
  endings.noun_capitals = behind != nullptr;
  return endings;
}

const PhraseTable& relatives_of(const RuleWords::Tries& words) { return words[CastWords::kRelatives]; }

}  // namespace stet
