#include "check/kinds/contradiction/retold_agents_support.h"

#include <algorithm>
#include <string_view>

#include "check/kinds/consistency/name_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

bool is_verb(const Said& said) {
  const auto word = static_cast<AgentWord>(said.value);
  return word == AgentWord::kDone || word == AgentWord::kSuffered;
}

void add(Forms& to, const Forms& names) { to.insert(names.begin(), names.end()); }

}  // namespace

std::optional<RetoldAgents::Clash> RetoldAgents::clash(const std::vector<const Said*>& told) const {
  struct Known {
    const Said* said;
    Told told;
  };
  std::vector<Known> known;
  for (const Said* said : told) {
    if (!is_told(*said)) continue;
    Told who = read(*said);
    // "Hill buys cloth" tells of nobody whom it was done to.
    if (who.targets.empty() && (who.agents.empty() || is_verb(*said))) continue;
    if (share_name(who.agents, who.targets)) continue;  // relatives, or read wrongly
    known.push_back({said, std::move(who)});
  }
  if (known.size() < 2 || is_mutual()) return std::nullopt;
  const auto is_full = [](const Told& who) { return !who.agents.empty() && !who.targets.empty(); };
  for (const Known& a : known) {
    for (const Known& b : known) {
      if (!is_before(*a.said, *b.said) || in_one_sentence(*a.said, *b.said)) continue;
      if ((!is_full(a.told) && !is_full(b.told)) || is_of_another(*a.said, *b.said)) continue;
      const bool as_told = share_name(a.told.agents, b.told.agents) || share_name(a.told.targets, b.told.targets);
      const bool turned = share_name(a.told.agents, b.told.targets) || share_name(a.told.targets, b.told.agents);
      if (turned && !as_told) return Clash{*a.said, *b.said, is_full(a.told) && is_full(b.told)};
    }
  }
  return std::nullopt;
}

// Of now, by the article itself, and not of another round.
bool RetoldAgents::is_told(const Said& said) const {
  // "Orchard's accusations against Dutton are not the only matter"
  if (said.unreal || said.quoted || said.counted || (is_verb(said) && said.denied)) return false;
  const Block& block = article_.document().block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  return !holds(article_.words().legs, block.text, said.sentence) &&
         !holds(article_.words().earlier, block.text, {clause.begin, said.span.begin}) &&
         !holds(article_.words().parting, block.text, {clause.begin, said.span.end}) &&
         !holds(article_.words().parting, block.text, article_.noun_phrase(said)) &&
         block.text.substr(said.sentence.begin, said.sentence.size()).find('?') == std::string_view::npos;
}

// "Beat them only a fortnight ago"
bool RetoldAgents::is_of_another(const Said& first, const Said& second) const {
  const std::string_view text = article_.document().block(second.block).text;
  const auto word = static_cast<AgentWord>(second.value);
  const bool noun = word == AgentWord::kBy || word == AgentWord::kTo;
  return (is_verb(second) && holds(article_.words().parting, text, second.sentence)) ||
         (noun && holds(article_.words().changing, text, second.sentence)) || article_.has_other_time(first, second) ||
         (first.block > article_.lead() && is_claimed(first)) || is_claimed(second);
}

bool RetoldAgents::is_claimed(const Said& said) const {
  return is_verb(said) && holds(article_.words().claiming, article_.document().block(said.block).text,
                                {said.span.end, said.sentence.end});
}

// "Flint is suing her in turn"
bool RetoldAgents::is_mutual() const {
  const Document& document = article_.document();
  return std::ranges::any_of(document.blocks(), [&](const Block& block) {
    return article_.looks_at(block) &&
           holds(article_.words().counter, block.text, {0, static_cast<std::uint32_t>(block.text.size())});
  });
}

// "In front of 2,800, Roanne beat": before the verb a comma ends what a preposition leads to. Behind it somebody may be
// named behind one: "is suing his neighbour, Clive Amory".
RetoldAgents::Party::Mark RetoldAgents::mark_before(const Block& block, TextSpan between, bool before) const {
  Party::Mark mark = Party::kPlain;
  if (const std::size_t comma = block.text.substr(between.begin, between.size()).find_last_of(",;:");
      before && comma != std::string_view::npos)
    between.begin += static_cast<std::uint32_t>(comma);
  const auto at = [&](const PhraseTable& list, std::uint32_t pos) {
    const auto match = list.longest(block.text, pos);
    return match && match.position <= between.end ? static_cast<std::uint32_t>(match.position) : 0;
  };
  std::uint32_t done = between.begin;
  for (const Word& word : words_in(article_.document().words(block), between)) {
    if (word.begin < done) continue;
    const std::uint32_t agent = at(article_.words().agents, word.begin);
    const std::uint32_t target = at(article_.words().targets, word.begin);
    const std::uint32_t owner = at(article_.words().owners, word.begin);
    const std::uint32_t other = at(article_.words().prepositions, word.begin);
    done = std::max({agent, target, owner, other});
    if (done == 0) {
      done = word.end;
    } else if (done == agent) {
      mark = Party::kAgent;
    } else if (done == target) {
      mark = Party::kTarget;
    } else {
      mark = done == owner ? Party::kOwner : Party::kOther;
    }
  }
  return mark;
}

std::vector<RetoldAgents::Party> RetoldAgents::parties_of(const Said& said) const {
  const Block& block = article_.document().block(said.block);
  std::vector<Party> parties;
  for (SentenceName& name : names_in(article_.document(), block, said.sentence, article_.has_noun_capitals())) {
    if (name.common || name.span.overlaps(said.span)) continue;
    const bool goes_on = !parties.empty() && is_adjacent(block.text, parties.back().span.end, name.span.begin);
    if (!goes_on) {
      std::uint32_t from = parties.empty() ? said.sentence.begin : parties.back().span.end;
      if (said.span.end <= name.span.begin) from = std::max(from, said.span.end);
      Party party{name.span, {}, mark_before(block, {from, name.span.begin}, name.span.begin < said.span.begin)};
      parties.push_back(std::move(party));
    }
    parties.back().span.end = name.span.end;
    parties.back().names.insert(std::move(name.form));
  }
  // "Vor neunhundert Zuschauern": where all nouns have a capital, a name has a word that is in no dictionary.
  if (const auto home = table_number(block.language); home && article_.has_noun_capitals()) {
    std::erase_if(parties, [&](const Party& party) {
      return std::ranges::all_of(words_in(article_.document().words(block), party.span),
                                 [&](const Word& word) { return (kinship(word.hash).own() >> *home & 1U) != 0; });
    });
  }
  // "Succeeded Cole's mother"
  for (Party& party : parties) {
    const std::string_view rest = std::string_view(block.text).substr(party.span.end);
    const std::string_view name = std::string_view(block.text).substr(party.span.begin, party.span.size());
    const bool owns =
        rest.starts_with("'s ") || rest.starts_with("’s ") || name.ends_with("'s") || name.ends_with("’s");
    if (owns && skip_blanks(block.text, party.span.end + std::min(rest.find(' '), rest.size())) != said.span.begin)
      party.mark = Party::kOwning;
  }
  return parties;
}

bool RetoldAgents::is_passive(const Said& said) const {
  const Block& block = article_.document().block(said.block);
  const TextSpan clause = clause_of(block.text, said.sentence, said.span);
  if (holds(article_.words().passive, block.text, {clause.begin, said.span.begin})) return true;
  const std::size_t behind = skip_blanks(block.text, said.span.end);
  return static_cast<bool>(article_.words().agents.longest(block.text, behind));
}

RetoldAgents::Told RetoldAgents::read(const Said& said) const {
  const auto word = static_cast<AgentWord>(said.value);
  const std::vector<Party> parties = parties_of(said);
  if (word == AgentWord::kDoer || word == AgentWord::kTarget) {
    const Told told = read_title(said, parties);
    return word == AgentWord::kDoer ? told : Told{told.targets, told.agents};
  }
  if (word == AgentWord::kBy || word == AgentWord::kTo) return read_noun(said, parties, word);
  const Told told = read_verb(said, parties);
  return word == AgentWord::kDone ? told : Told{told.targets, told.agents};
}

// Who has the title, and whose it is: "Vainqueur de Roanne, Saint-Chamond", "Rapp, der Vorgänger von Kolb".
RetoldAgents::Told RetoldAgents::read_title(const Said& said, const std::vector<Party>& parties) const {
  const auto behind =
      std::ranges::find_if(parties, [&](const Party& party) { return party.span.begin >= said.span.end; });
  if (behind == parties.end() || behind->mark != Party::kOwner) return {sides_.title_names(said), {}};
  const Block& block = article_.document().block(said.block);
  constexpr std::size_t kLeading = 3;  // words between the title and whose it is
  if (words_in(article_.document().words(block), {said.span.end, behind->span.begin}).size() > kLeading) return {};
  Told told{{}, behind->names};
  if (behind != parties.begin()) {
    const Party& before = *std::prev(behind);
    if (block.text.substr(before.span.end, said.span.begin - before.span.end).starts_with(", "))
      add(told.agents, before.names);
  }
  const auto next = std::next(behind);
  if (told.agents.empty() && next != parties.end() && next->mark == Party::kPlain &&
      block.text.substr(behind->span.end, next->span.begin - behind->span.end).starts_with(","))
    add(told.agents, next->names);
  return told;
}

// The subject as who did it; of what was done to the subject the two are exchanged by who asks.
RetoldAgents::Told RetoldAgents::read_verb(const Said& said, const std::vector<Party>& parties) const {
  const bool passive = said.value == static_cast<std::uint8_t>(AgentWord::kDone) && is_passive(said);
  Told told;
  const Party* first_before = nullptr;
  const Party* last_before = nullptr;
  bool behind = false;
  for (const Party& party : parties) {
    if (party.span.begin < said.span.begin) {
      if (party.mark == Party::kTarget) add(told.targets, party.names);
      if (passive && (party.mark == Party::kAgent || party.mark == Party::kOwner)) add(told.targets, party.names);
      if (party.mark != Party::kPlain) continue;
      if (first_before == nullptr) first_before = &party;
      last_before = &party;
    } else if (!behind && (!passive || party.mark == Party::kAgent || party.mark == Party::kOwner)) {
      if (party.mark == Party::kOther || (party.mark == Party::kOwner && !passive)) continue;
      behind = true;
      if (party.mark != Party::kOwning) add(told.targets, party.names);
    }
  }
  if (first_before == nullptr) return passive ? Told{told.targets, {}} : told;
  // "Ahlen hat den SV Beckum besiegt": the verb stands at the end.
  if (article_.has_noun_capitals() && told.targets.empty() && !passive && first_before != last_before) {
    add(told.agents, first_before->names);
    add(told.targets, last_before->names);
    return told;
  }
  for (const Party& party : parties) {
    if (party.span.begin < said.span.begin && party.mark == Party::kPlain) add(told.agents, party.names);
  }
  return passive ? Told{told.targets, told.agents} : told;
}

RetoldAgents::Told RetoldAgents::read_noun(const Said& said, const std::vector<Party>& parties, AgentWord word) const {
  const Block& block = article_.document().block(said.block);
  Told told;
  const Party* plain = nullptr;
  const Party* own = nullptr;
  for (const Party& party : parties) {
    if (party.span.end <= said.span.begin) {
      // "Brinks Vorwürfe", "Tamar's purchase"
      const std::string_view gap =
          std::string_view(block.text).substr(party.span.end, said.span.begin - party.span.end);
      if (gap == " " || gap == "'s " || gap == "’s " || gap == "' " || gap == "’ ") own = &party;
      continue;
    }
    switch (party.mark) {
      case Party::kAgent:
        add(told.agents, party.names);
        break;
      case Party::kOwner:
        // Two: "the purchase of Hill Ltd by Dale Ltd of Leeds"
        if (word == AgentWord::kBy && told.agents.empty()) add(told.agents, party.names);
        if (word == AgentWord::kTo && told.targets.empty()) add(told.targets, party.names);
        break;
      case Party::kTarget:
        // "The defeat against Hill"
        add(word == AgentWord::kBy ? told.targets : told.agents, party.names);
        break;
      case Party::kPlain:
        if (plain == nullptr) plain = &party;
        break;
      case Party::kOther:
      case Party::kOwning:
        break;
    }
  }
  // "Tamar's purchase of Hill Ltd", "Tamar's defeat against Hill"; "Tamar's takeover" may be either.
  if (own != nullptr) {
    if (word == AgentWord::kBy || !told.targets.empty()) {
      add(told.agents, own->names);
    } else if (!told.agents.empty()) {
      add(told.targets, own->names);
    }
    return told;
  }
  // "After the victory against Hill, Dale will rest": whose it is, the sentence tells next.
  const bool opens = words_in(article_.document().words(block), {said.sentence.begin, said.span.begin}).size() <= 4;
  if (plain == nullptr || !opens) return told;
  if (word == AgentWord::kBy && told.agents.empty() && !told.targets.empty()) add(told.agents, plain->names);
  if (word == AgentWord::kTo && told.targets.empty() && !told.agents.empty()) add(told.targets, plain->names);
  return told;
}

}  // namespace stet
