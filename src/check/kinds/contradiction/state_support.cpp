#include "check/kinds/contradiction/state_support.h"

#include <algorithm>
#include <string>

#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr std::size_t kBodies = 4;        // the first classes: dead, hurt
constexpr std::uint32_t kFarName = 60;    // bytes behind a thing in which its place stands
constexpr std::size_t kShortestHead = 5;  // letters of a word that may be the head of a compound

// By a concept only where words for one sort of thing are for one thing: the baths and the gym open each by itself.
bool are_alike(const ContextWord& a, const ContextWord& b, bool by_concept) {
  if ((by_concept && is_same_thing(a, b)) || are_kin(a.form, b.form)) return true;
  const auto [shorter, longer] =
      std::minmax(a.form, b.form, [](const auto& x, const auto& y) { return x.size() < y.size(); });
  return shorter.size() >= kShortestHead && longer.ends_with(shorter);
}

bool are_of_others_people(const State& a, const State& b, NamedPeople& people) {
  const auto names = [&](const State& state) {
    return std::ranges::any_of(state.names, [&](const std::string& name) { return people.knows(name); });
  };
  return names(a) && names(b) && !people.share(a.names, b.names);
}

// Of other days, or each of somebody or some place that the other does not name.
bool are_of_others(const State& a, const State& b) {
  if (!a.days.empty() && !b.days.empty() && a.days != b.days) return true;
  return has_own(a.names, b.names) && has_own(b.names, a.names);
}

// "The procession of Cádiz", where the other sentence names no Cádiz.
bool is_of_other_name(const Document& document, const State& told, const ContextWord& thing, const State& denied) {
  const Block& block = document.block(told.hit->block);
  std::span<const Word> behind =
      words_in(document.words(block), {thing.span.end, std::min(thing.span.end + kFarName, told.sentence.end)});
  // "The procession of floats of Cádiz"
  constexpr std::size_t kChain = 2;
  if (behind.size() > kChain + 1 && !is_capitalised(word_text(block, behind[0])) &&
      !is_capitalised(word_text(block, behind[1])) && behind[1].end - behind[1].begin >= kShortestHead)
    behind = behind.subspan(kChain);
  if (behind.size() < 2 || is_capitalised(word_text(block, behind[0])) || !is_capitalised(word_text(block, behind[1])))
    return false;
  const std::string name = context_form(word_text(block, behind[1]));
  return told.names.contains(name) && !denied.names.contains(name);
}

// "The shop of the factory": where the other sentence has no shop.
bool is_of_other_head(const Document& document, const State& state, const ContextWord& thing, const State& with) {
  constexpr std::size_t kMostBetween = 3;
  const Block& block = document.block(state.hit->block);
  const ContextWord* head = nullptr;
  for (const ContextWord& other : state.things) {
    if (other.span.end <= thing.span.begin && (head == nullptr || other.span.end > head->span.end)) head = &other;
  }
  const auto home = table_number(block.language);
  if (!home || head == nullptr || head->span.begin < state.sentence.begin) return false;
  const std::span<const Word> between = words_in(document.words(block), {head->span.end, thing.span.begin});
  const auto is_small = [&](const Word& word) { return (kinship(word.hash).small >> *home & 1U) != 0; };
  if (between.empty() || between.size() > kMostBetween || !std::ranges::all_of(between, is_small)) return false;
  const std::string_view gap = block.text.substr(head->span.end, thing.span.begin - head->span.end);
  if (gap.find_first_of(",.;:()") != std::string_view::npos) return false;
  return std::ranges::none_of(with.things, [&](const ContextWord& other) { return are_alike(*head, other, true); });
}

// Most of what is denied is told of elsewhere.
bool share_things(const Document& document, const State& a, const State& b) {
  const State& denied = a.pole % 2 == 0 ? b : a;
  const State& told = a.pole % 2 == 0 ? a : b;
  const std::string_view name = kStateClasses[a.of_class()].a;
  const bool by_concept = name == kDiscussed || name == "planned" || name == "approved";
  const auto shared = std::ranges::count_if(denied.things, [&](const ContextWord& thing) {
    return std::ranges::any_of(told.things, [&](const ContextWord& other) {
      return are_alike(thing, other, by_concept) && !is_of_other_name(document, told, other, denied) &&
             (by_concept ||
              is_of_other_head(document, told, other, denied) == is_of_other_head(document, denied, thing, told));
    });
  });
  // "The footbridge at Ansley", "the mill at Ansley": their place alone is no thing.
  const auto is_thing = [](const ContextWord& word) { return !word.name; };
  const bool by_place = name != kDiscussed && std::ranges::any_of(denied.things, is_thing) &&
                        std::ranges::none_of(denied.things, [&](const ContextWord& thing) {
                          return is_thing(thing) && std::ranges::any_of(told.things, [&](const ContextWord& other) {
                                   return are_alike(thing, other, true);
                                 });
                        });
  if (by_place) return false;
  // "Trade" was discussed, a "trade deal" was not.
  const bool all = kStateClasses[a.of_class()].a == kDiscussed;
  return shared > 0 && (all ? 1U : 2U) * static_cast<std::size_t>(shared) >= denied.things.size();
}

// "The district was not evacuated", "the evacuation of the hospital".
bool is_of_other_owner(const State& a, const State& b) {
  const State& denied = a.pole % 2 == 0 ? b : a;
  const State& told = a.pole % 2 == 0 ? a : b;
  if (denied.things.empty()) return false;
  const auto is_known = [&](const ContextWord& word) {
    return std::ranges::any_of(denied.things, [&](const ContextWord& other) { return are_alike(word, other, true); });
  };
  return told.owner && !is_known(*told.owner) && std::ranges::none_of(told.things, is_known);
}

}  // namespace

bool clash(const State& a, const State& b, const Document& document, NamedPeople& people, const Cast* cast) {
  if (a.of_class() != b.of_class() || a.pole == b.pole) return false;
  if (a.hit->block == b.hit->block && a.sentence == b.sentence) return false;
  if (document.block(a.hit->block).language != document.block(b.hit->block).language) return false;
  // What somebody says, the article says of the same one elsewhere.
  const bool share_names = people.share(a.names, b.names);
  const bool of_bodies = a.of_class() < kBodies;  // bystanders say of these what they hope
  if ((a.quoted || b.quoted) && !share_names && (of_bodies || (!a.names.empty() && !b.names.empty()))) return false;
  if (a.said && b.said && are_of_others_people(a, b, people)) return false;
  // "Confessed to the theft", "denies the murder"
  const auto has_object = [](const State& state) { return !state.object.empty() || !state.object_wide.empty(); };
  if (has_object(a) && has_object(b) && !a.object.meets(b.object) && !a.object_wide.meets(b.object_wide)) return false;
  switch (kStateClasses[a.of_class()].of) {
    case StateOf::kAnybody:
      if (a.people.empty() || b.people.empty()) return cast->size() <= 1;
      [[fallthrough]];
    case StateOf::kPerson:
      return std::ranges::any_of(a.people, [&](std::uint32_t person) {
        if ((a.survived || b.survived) && cast->is_named(person)) return false;
        return std::ranges::find(b.people, person) != b.people.end();
      });
    case StateOf::kThing:
      return !are_of_others(a, b) && !(a.counted && b.counted) && share_things(document, a, b);
    case StateOf::kEvent:
      if (is_of_other_owner(a, b)) return false;
      return (a.events.empty() || b.events.empty() || a.events == b.events);
  }
  return false;
}

}  // namespace stet
