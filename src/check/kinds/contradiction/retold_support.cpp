#include "check/kinds/contradiction/retold_support.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <utility>

#include "base/lazy.h"
#include "check/kinds/contradiction/clash_support.h"
#include "check/kinds/contradiction/denied_deed_support.h"
#include "check/kinds/contradiction/denied_thing_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/retold_agents_support.h"
#include "check/kinds/contradiction/retold_numbers_support.h"
#include "check/kinds/contradiction/retold_sides_support.h"
#include "check/kinds/contradiction/score_support.h"
#include "check/kinds/contradiction/short_article_support.h"
#include "check/kinds/number/number_support.h"

namespace stet {
namespace {

constexpr std::uint32_t kBelow = 3;  // blocks below a headline that tell the same

std::vector<std::string> cut_at(std::string_view text, char mark) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(mark), text.size());
    std::string_view part = text.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

struct Retold::State {
  explicit State(const Definition& definition);
  std::vector<RetoldSlot> slots;
  std::map<std::string, std::vector<RetoldList>, std::less<>> lists;  // what a list is in which slots
  std::vector<std::string> deeds;                                     // lists that are of one deed each, sorted
  Lazy<RetoldLists> numbered;
  // The numbers of lists are the same in all languages.
  const RetoldLists& by_number(const WordTable& made) const {
    return numbered.get([&] {
      RetoldLists found;
      found.lists.resize(made.texts.size());
      found.wanted.resize(made.texts.size());
      found.deeds.resize(made.texts.size());
      // The names of all lists come first, in order.
      auto list = lists.begin();
      auto deed = deeds.begin();
      for (std::size_t i = 0; i < made.texts.size(); ++i) {
        const std::string_view name = made.texts[i];
        while (list != lists.end() && list->first < name) ++list;
        while (deed != deeds.end() && *deed < name) ++deed;
        found.wanted[i] = list != lists.end() && list->first == name;
        if (found.wanted[i]) found.lists[i] = list->second;
        found.deeds[i] = deed != deeds.end() && *deed == name;
      }
      return found;
    });
  }
};

Retold::State::State(const Definition& definition) {
  constexpr std::pair<std::string_view, RetoldBy> kKinds[] = {{"exclusive", RetoldBy::kThing},
                                                              {"exclusive-once", RetoldBy::kThing},
                                                              {"exclusive-sides", RetoldBy::kSide},
                                                              {"exclusive-ranks", RetoldBy::kRank},
                                                              {"exclusive-names", RetoldBy::kName},
                                                              {"exclusive-holders", RetoldBy::kName},
                                                              {"exclusive-headline", RetoldBy::kThing},
                                                              {"counted", RetoldBy::kCount},
                                                              {"scored", RetoldBy::kScore},
                                                              {"exclusive-states", RetoldBy::kThing},
                                                              {"exclusive-again", RetoldBy::kThing},
                                                              {"exclusive-events", RetoldBy::kThing},
                                                              {"exclusive-topics", RetoldBy::kThing},
                                                              {"exclusive-groups", RetoldBy::kThing},
                                                              {"exclusive-agents", RetoldBy::kAgent}};
  for (const auto& [key, by] : kKinds) {
    const auto* read_slots = definition.option<std::vector<std::string>>(key);
    if (read_slots == nullptr) continue;
    for (const std::string& slot : *read_slots) {
      RetoldSlot read;
      read.by = by;
      read.headline = key == "exclusive-headline";
      read.once = key == "exclusive-once";
      read.any_thing = key == "exclusive-events";
      read.topic = key == "exclusive-topics";
      read.group = key == "exclusive-groups";
      read.holder = key == "exclusive-holders";
      read.again = read.any_thing || read.topic || read.group || key == "exclusive-again";
      read.state = read.again || key == "exclusive-states";
      read.ordered = slot.find('>') != std::string::npos;
      for (const std::string& value : cut_at(slot, read.ordered ? '>' : '|')) {
        read.values.push_back(cut_at(value, ' '));
        std::erase_if(read.values.back(), [&](std::string& list) {
          if (!list.starts_with('@')) return false;
          if (list == "@here") return read.here = true;
          const auto known = std::ranges::find(kStandIns, std::string_view(list).substr(1));
          if (known == std::end(kStandIns)) return false;
          read.stand_in = static_cast<std::uint8_t>(known - std::begin(kStandIns));
          return true;
        });
        for (std::string& list : read.values.back()) {
          read.announced = read.announced || list.ends_with('!');
          if (list.ends_with('!')) list.pop_back();
          const bool opening = list.ends_with('*');
          if (opening) list.pop_back();
          lists[list].push_back({static_cast<std::uint8_t>(slots.size()),
                                 static_cast<std::uint8_t>(read.values.size() - 1), opening, read.state, read.again});
        }
      }
      read.coarse = read.headline && (read.values.front().size() > 1 || read.values.size() > 2);
      slots.push_back(std::move(read));
    }
  }
  if (const auto* names = definition.option<std::vector<std::string>>("denied-deeds")) deeds = *names;
  std::ranges::sort(deeds);
}

Retold::Retold() = default;
Retold::~Retold() = default;
Retold::Retold(Retold&&) noexcept = default;
Retold& Retold::operator=(Retold&&) noexcept = default;

namespace {

std::optional<std::pair<TextPlace, TextPlace>> clash_of_numbers(const ShortArticle& article, std::uint8_t number,
                                                                const RetoldSlot& slot) {
  const RetoldNumbers numbers(article);
  // Who is hurt or caught is told group by group.
  const bool sums = slot.values.front().front() != "dead";
  return slot.by == RetoldBy::kScore ? numbers.other_score(number) : numbers.other_count(number, sums);
}

// Of each slot, whether the words of the article may tell it in two ways: a cheap look before they are read.
std::vector<bool> may_clash(const ShortArticle& article, const std::vector<RetoldSlot>& slots,
                            const RetoldLists& lists) {
  struct Told {
    std::uint32_t words = 0;
    std::uint64_t values = 0;  // a bit each
  };
  std::vector<Told> told(slots.size());
  const Document& document = article.document();
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    if (!article.looks_at(block) || block.language != document.language()) continue;
    for (const std::uint16_t list : article.words().classes.lists_in(document, article.facts(), i)) {
      for (const RetoldList& known : lists.lists[list]) {
        ++told[known.slot].words;
        told[known.slot].values |= std::uint64_t{1} << (known.value & 63U);
      }
    }
  }
  std::vector<bool> may;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    // What is denied tells the other one of two values; two sides and two counts have one value.
    const bool two_values = slots[i].by == RetoldBy::kThing || slots[i].by == RetoldBy::kRank;
    const bool flips = slots[i].state && !slots[i].again;
    may.push_back(slots[i].by == RetoldBy::kCount || slots[i].by == RetoldBy::kScore
                      ? told[i].words > 0
                      : told[i].words > 1 && (!two_values || flips || std::popcount(told[i].values) > 1));
  }
  return may;
}

// "Rents rose", "the fall in flats let": perhaps of two things. "More" is said of many.
bool may_be_of_two(const ShortArticle& article, const Said& first, const Said& second) {
  const ShortArticle::Shared shared = article.shares_thing(first, second);
  return shared == ShortArticle::Shared::kOther || (first.opening && shared != ShortArticle::Shared::kSame);
}

// The two places of a slot.
class Clashes {
 public:
  explicit Clashes(const ShortArticle& article) : article_(article), sides_(article) {}

  // The two places; nothing when the article tells the slot in one way, or parts the two.
  std::optional<std::pair<Said, Said>> clash(std::uint8_t number, const RetoldSlot& slot) const {
    std::vector<const Said*> told;
    for (const Said& said : article_.said()) {
      if (said.slot == number) told.push_back(&said);
    }
    // "Won the bronze medal"; "in Plata" is a league.
    if (slot.by == RetoldBy::kRank) {
      std::erase_if(told, [&](const Said* said) { return !article_.is_title(*said) && article_.is_name(*said); });
      std::erase_if(told, [&](const Said* said) {
        return said->value == 0 && std::ranges::any_of(article_.said(), [&](const Said& other) {
                 return other.slot == number && other.value > 0 && in_one_sentence(other, *said);
               });
      });
    }
    if (told.size() < 2) return std::nullopt;
    for (const Said* first : told) {
      if (!opens(*first, slot)) continue;
      // "Turned the match to win it": who stands before the first one.
      if (slot.by == RetoldBy::kSide && std::ranges::any_of(told, [&](const Said* other) {
            return in_one_sentence(*other, *first) && is_before(*other, *first);
          })) {
        continue;
      }
      for (const Said* second : told) {
        if (is_before(*first, *second) && excludes(*first, *second, slot, told)) return std::pair(*first, *second);
      }
    }
    return std::nullopt;
  }

  // Who did it to whom.
  std::optional<RetoldAgents::Clash> turned(std::uint8_t number) const {
    std::vector<const Said*> told;
    for (const Said& said : article_.said()) {
      if (said.slot == number) told.push_back(&said);
    }
    return RetoldAgents(article_).clash(told);
  }

 private:
  // Told at the begin, in the article's own words.
  bool opens(const Said& said, const RetoldSlot& slot) const {
    // "They want to discuss it": so it is what they are about.
    if ((said.unreal && !slot.topic && !slot.group) || (said.quoted && !article_.is_title(said))) return false;
    if (article_.is_title(said) || slot.state || slot.holder) return true;
    return !slot.headline && (said.block == article_.lead() || (slot.by == RetoldBy::kThing && !slot.once));
  }

  bool excludes(const Said& first, const Said& second, const RetoldSlot& slot,
                const std::vector<const Said*>& told) const {
    // "His two passengers": of a phrase that tells by itself.
    if (second.opening || (second.counted && !slot.coarse && !slot.any_thing)) return false;
    if (in_one_sentence(first, second)) return false;
    if (slot.ordered && first.value != 0) return false;
    if (slot.again) return excludes_again(first, second, slot, told);
    // What is told of a state again is taken for granted: "the arrest"; that it was not is news.
    if (slot.state && (second.denied || !second.definite || second.block == first.block)) return false;
    if (is_of_later_death(first, second, slot)) return false;
    if (slot.state && (is_asked_for(second) || (article_.is_attribute(second) && !shares(first, second)))) return false;
    if (slot.headline && second.block > article_.lead() + kBelow) return false;
    bool excluded = false;
    switch (slot.by) {
      case RetoldBy::kThing:
        if (first.value == second.value) break;
        if (!begins(first) && !slot.state &&
            !((second.definite || article_.share_time(first, second)) && shares(first, second))) {
          break;
        }
        excluded = is_told_once(first, second, told) &&
                   ((slot.headline && second.block == article_.lead()) || article_.is_of_thing(first, second)) &&
                   !(slot.once && article_.has_other_time(second, first)) && !article_.has_other_day(first, second);
        break;
      case RetoldBy::kSide:
        // "Had their revenge for the defeat in the first leg"
        excluded = sides_.is_of_other_end(first, second, told) && !is_of_other_leg(first) && !is_of_other_leg(second);
        break;
      case RetoldBy::kRank:
        excluded = first.value != second.value && is_told_once(first, second, told) &&
                   sides_.is_of_same_side(first, second) && (second.definite || article_.is_of_thing(first, second));
        break;
      case RetoldBy::kCount:
      case RetoldBy::kScore:
      case RetoldBy::kAgent:
        break;  // of numbers, of two
      case RetoldBy::kName:
        excluded = first.value == 0 && second.value != 0 && (!slot.holder || holds_it(second, told)) &&
                   sides_.is_of_other_name(first, second, told);
        break;
    }
    if (!excluded || article_.has_other_time(first, second)) return false;
    // "At first the police had said that his condition was stable."
    const std::string_view text = article_.document().block(second.block).text;
    const TextSpan governing{second.sentence.begin, clause_of(text, second.sentence, second.span).begin};
    if (slot.state && article_.holds_other(article_.words().changing, first, second, governing)) return false;
    // "The defeat" may be an earlier one, "the drop" is that which the article tells of.
    if (slot.by != RetoldBy::kName)
      // "But as house prices dropped last year": of the same thing and time, whatever leads to it.
      return !article_.is_parted(
          first, second,
          slot.by == RetoldBy::kThing &&
              (second.definite || (shares(first, second) && article_.share_time(first, second))));
    const TextSpan part = article_.noun_phrase(second);
    return !holds(article_.words().parting, article_.document().block(second.block).text, part);
  }

  // "He was out of danger, but took a turn for the worse": who was alive has died since.
  bool is_of_later_death(const Said& first, const Said& second, const RetoldSlot& slot) const {
    return slot.values.front().front() == "dead" && second.value == 0 && article_.is_overtaken(first);
  }

  // "The founder of the tennis section", where the article tells of a club, is another one. There are many architects:
  // the second list of titles counts where the deed stands beside it, "the architect who designed the hall".
  bool holds_it(const Said& said, const std::vector<const Said*>& told) const {
    constexpr std::uint8_t kTrade = 2;
    const bool beside = std::ranges::any_of(
        told, [&](const Said* other) { return other->value == 0 && in_one_sentence(*other, said); });
    if (said.value == kTrade) return beside;
    const Block& block = article_.document().block(said.block);
    const std::size_t behind = skip_blanks(block.text, said.span.end);
    return !article_.words().owners.longest(block.text, behind) || article_.says_of_known(said);
  }

  bool is_of_other_leg(const Said& said) const {
    return holds(article_.words().legs, article_.document().block(said.block).text, said.sentence);
  }

  // Told of the same in plain words, with nothing that parts the two.
  bool excludes_again(const Said& first, const Said& second, const RetoldSlot& slot,
                      const std::vector<const Said*>& told) const {
    if (first.value == second.value || second.block == first.block) return false;
    if (is_of_later_death(first, second, slot)) return false;
    // "The rejected offer": of that one.
    const bool of_known = slot.any_thing && article_.says_of_known(second);
    if (slot.any_thing && (article_.begins_with_joined_owner(second) || article_.is_of_next_event(second)))
      return false;
    if (slot.here && article_.tells_elsewhere(first, second)) return false;
    if (second.quoted || (article_.is_attribute(second) && !of_known && !shares(first, second))) return false;
    // Of a hundred people some survive.
    const bool counted = article_.counts_something(first) && article_.counts_something(second);
    if (counted && !slot.any_thing && !slot.topic && !slot.group) return false;
    const bool same =
        slot.any_thing ||
        (slot.group   ? article_.share_group(first, second)
         : slot.topic ? article_.share_topic(first, second)
                      : article_.are_of_one_noun(first, second) ||
                            (slot.stand_in && article_.stands_for_subject(first, second, *slot.stand_in)) ||
                            (second.definite && article_.is_of_thing(first, second) &&
                             (!article_.says_of_what(second) || shares(first, second))));
    if (!same || !(slot.topic || slot.group || is_told_once(first, second, told))) return false;
    Said clause = second;  // what stands before it may tell the day
    clause.begin = second.sentence.begin;
    return !second.unreal && !is_asked_for(second) && !article_.has_other_time(first, second) &&
           !article_.has_other_day(first, clause, slot.announced && second.value == 1) &&
           !article_.is_changed(first, second) &&
           // "Students will be able to": from now on.
           (slot.group || !article_.is_changed(second, first));
  }

  // "The defence had asked for an acquittal"
  bool is_asked_for(const Said& said) const {
    return holds(article_.words().asking, article_.document().block(said.block).text, said.sentence);
  }

  bool shares(const Said& first, const Said& second) const {
    return article_.shares_thing(first, second) == ShortArticle::Shared::kSame;
  }
  bool begins(const Said& said) const { return article_.is_title(said) || said.block == article_.lead(); }

  // A sentence that tells both parts them; told in both ways more than once, they are of two things, or of before and
  // after.
  bool is_told_once(const Said& first, const Said& second, const std::vector<const Said*>& told) const {
    // Of two that say of the same thing, what is said of other things tells nothing.
    const bool of_same = second.definite && shares(first, second);
    return std::ranges::none_of(told, [&](const Said* other) {
      if (other == &first || other == &second || other->opening) return false;
      if (other->value != first.value && in_one_sentence(*other, first)) return true;
      // "The drop in oil prices sent shares higher"
      const bool of_known = second.definite && article_.says_of_known(second);
      if (other->value != second.value && in_one_sentence(*other, second) && !of_known) return true;
      if (of_same && article_.shares_thing(first, *other) == ShortArticle::Shared::kOther) return false;
      return article_.is_title(first) ? other->value == first.value && !article_.is_title(*other)
                                      : other->value != first.value && !in_one_sentence(*other, second);
    });
  }

  const ShortArticle& article_;
  RetoldSides sides_;
};

}  // namespace

void Retold::find(const Document& document, const Facts& facts, const Definition& definition,
                  const BySection<SmallWords>& small, Sink& sink) const {
  // The words are not asked for before it is known to be a short one.
  const std::size_t words = words_looked_at(document, definition);
  if (words < ShortArticle::kFewestWords || words > ShortArticle::kMostWords) return;
  const SmallWords* const own_small = small.find(document.language());
  const State& state = state_.get([&] { return State(definition); });
  if (state.slots.empty() || own_small == nullptr) return;
  const WordTable* made = facts.knowledge().tables.find(kRetoldTables, document.language());
  if (made == nullptr) return;
  const RetoldWords own(*made);
  ShortArticle article(document, facts, definition, own, *own_small);
  if (!article.is_short()) return;
  const RetoldLists& lists = state.by_number(*made);
  const std::vector<bool> may = may_clash(article, state.slots, lists);
  const bool* const said_of = definition.option<bool>("says-of-what");
  const bool* const denied_things = definition.option<bool>("denied-things");
  const bool denials = (denied_things != nullptr && *denied_things) || !state.deeds.empty();
  if (denials || std::ranges::find(may, true) != may.end()) article.read(lists);
  const Clashes clashes(article);
  std::vector<Finding> findings;
  const auto add = [&](TextPlace first, TextPlace second) {
    findings.push_back(clash_of(document, first, second));
    findings.back().wording = "retold";
  };
  for (std::size_t i = 0; i < state.slots.size(); ++i) {
    if (state.slots[i].by == RetoldBy::kAgent) {
      const auto turned = may[i] ? clashes.turned(static_cast<std::uint8_t>(i)) : std::nullopt;
      if (!turned) continue;
      add({turned->first.block, turned->first.span}, {turned->second.block, turned->second.span});
      findings.back().wording = "turned";
      if (!turned->sure) findings.back().severity = Severity::kInfo;
      continue;
    }
    if (state.slots[i].by >= RetoldBy::kCount) {
      const auto places = clash_of_numbers(article, static_cast<std::uint8_t>(i), state.slots[i]);
      if (places) add(places->first, places->second);
      continue;
    }
    if (!may[i] || (state.slots[i].again && !findings.empty())) continue;
    const auto clash = clashes.clash(static_cast<std::uint8_t>(i), state.slots[i]);
    // "The 3-2 win is worth fourth place": in the table.
    if (!clash || (state.slots[i].by == RetoldBy::kRank && tells_low_score(document, definition, kHighestScore)))
      continue;
    add({clash->first.block, clash->first.span}, {clash->second.block, clash->second.span});
    const bool doubtful = said_of != nullptr && *said_of && may_be_of_two(article, clash->first, clash->second);
    if (state.slots[i].holder) findings.back().wording = "holder";
    if (state.slots[i].again || state.slots[i].coarse || state.slots[i].holder || doubtful)
      findings.back().severity = Severity::kInfo;
  }
  if (findings.empty() && denied_things != nullptr && *denied_things) {
    if (const auto places = find_denied_thing(article)) {
      add(places->first, places->second);
      findings.back().severity = Severity::kInfo;
    }
  }
  if (findings.empty() && !state.deeds.empty()) {
    if (const auto places = find_denied_deed(article, state.by_number(*made).deeds)) {
      add(places->first, places->second);
      findings.back().severity = Severity::kInfo;
    }
  }
  if (findings.empty() || article.is_correction()) return;
  for (Finding& finding : findings) sink.report(std::move(finding));
}

}  // namespace stet
