#include "check/kinds/consistency/brief_names_support.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"

namespace stet {
namespace {

constexpr WordList kLists[] = {{"relations"}, {"relatives"}};
enum List : std::uint8_t { kRelations, kRelative };
constexpr std::size_t kShort = 320;        // words of an article in which everybody is told of once
constexpr std::size_t kMostNames = 60;     // of one; more are a list
constexpr std::size_t kShortest = 3;       // bytes of a surname
constexpr std::size_t kLeastUnlisted = 4;  // of a first name that is not listed

struct NamedPerson {
  std::uint32_t block = 0;
  TextSpan first;
  TextSpan whole;
  std::string given;
  std::string surname;
  std::string trade;  // the word before: "farmer"
  bool apposed = false;
  bool relative = false;  // ", who"
  bool listed = true;     // the first name is a known one
};

// "Farmer", "Sozialministerin" and "Ministerin"
bool are_of_one_trade(const std::string& a, const std::string& b) {
  return a == b || is_same_word(a, b) || a.ends_with(b) || b.ends_with(a);
}

// A word that is no other, in mid-sentence, where only names have capitals: "dijo Torcuato Hinojal".
bool may_be_first(const Block& block, const Word& word, bool capital_nouns) {
  const auto home = table_number(block.language);
  if (capital_nouns || !home || word.end - word.begin < kLeastUnlisted || opens_clause(block.text, word.begin))
    return false;
  return (kinship(word.hash).own() >> *home & 1U) == 0;
}

}  // namespace

BriefNames::BriefNames(const Definition& definition)
    : definition_(&definition), words_(definition, kLists), names_(std::make_unique<Names>()) {}

const PhraseTrie& BriefNames::names() const {
  std::call_once(names_->once, [&] {
    for (const auto& [language, section] : definition_->sections) {
      const auto* list = definition_->option<std::vector<std::string>>(language, "first-names");
      if (list == nullptr) continue;
      for (const std::string& name : *list) names_->trie.add(name, 0);
    }
  });
  return names_->trie;
}

std::optional<TwoFirstNames> BriefNames::find(const Document& document, const Facts& facts) const {
  if (words_looked_at(document, *definition_) > kShort) return std::nullopt;
  const PhraseTrie& given_names = this->names();
  std::vector<NamedPerson> names;
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    const Block& block = document.block(b);
    const RuleWords::Tries* lists = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    if (holds((*lists)[kRelations], block.text, {0, static_cast<std::uint32_t>(block.text.size())}))
      return std::nullopt;
    const auto home = table_number(block.language);
    const bool capital_nouns = facts.numbers(block).capital_nouns;
    const auto all = document.words(block);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const std::string_view given = word_text(block, all[i]);
      const std::string_view surname = word_text(block, all[i + 1]);
      if (!is_capitalised(given) || !is_adjacent(block.text, all[i].end, all[i + 1].begin)) continue;
      const auto known = given_names.longest(block.text, all[i].begin);
      const bool listed = known && known.position == all[i].end;
      if (!listed && !may_be_first(block, all[i], capital_nouns)) continue;
      const auto second = given_names.longest(block.text, all[i + 1].begin);
      const bool small = home && (kinship(all[i + 1].hash).small >> *home & 1U) != 0;
      if (!is_capitalised(surname) || surname.size() < kShortest || second || small) continue;
      // "Maria Anna Weber", "Jean-Claude Weber"
      const bool part =
          i > 0 && (block.text[all[i].begin - 1] == '-' || (given_names.longest(block.text, all[i - 1].begin) &&
                                                            is_adjacent(block.text, all[i - 1].end, all[i].begin)));
      if (part) continue;
      NamedPerson name{b,
                       {all[i].begin, all[i].end},
                       {all[i].begin, all[i + 1].end},
                       context_form(given),
                       context_form(surname),
                       {},
                       false,
                       false,
                       listed};
      const bool small_before = i > 0 && home && (kinship(all[i - 1].hash).small >> *home & 1U) != 0;
      if (i > 0 && !small_before && is_adjacent(block.text, all[i - 1].end, all[i].begin))
        name.trade = context_form(word_text(block, all[i - 1]));
      const std::string_view behind = block.text.substr(all[i + 1].end, 2);
      name.apposed = behind.starts_with(',') || behind.starts_with(" (");
      name.relative = name.apposed && (*lists)[kRelative].longest(block.text, all[i + 1].end + 2).found;
      if (names.size() == kMostNames) return std::nullopt;
      names.push_back(std::move(name));
    }
  }
  for (std::size_t j = 1; j < names.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const NamedPerson& a = names[i];
      const NamedPerson& b = names[j];
      if (a.surname != b.surname || a.given == b.given || (!a.listed && !b.listed) || a.block == b.block) continue;
      // An age or an apposition bring in somebody new, unless the first name stood in the title.
      const Role role = document.block(a.block).role;
      const bool titled = role == Role::kTitle || role == Role::kHeading;
      const bool new_trade = !b.trade.empty() && !a.trade.empty() && !are_of_one_trade(a.trade, b.trade);
      const bool caption = document.block(b.block).role == Role::kCaption;
      const bool told_on = b.apposed && b.relative;
      if (!titled && !caption && (new_trade || (b.apposed && !told_on))) continue;
      const bool sure = a.listed && b.listed && (titled || caption || !b.apposed);
      // Both told of again: two people.
      const auto times = [&](const NamedPerson& of) {
        return std::ranges::count_if(
            names, [&](const NamedPerson& n) { return n.surname == of.surname && n.given == of.given; });
      };
      if (times(a) > 1 && times(b) > 1) continue;
      return TwoFirstNames{
          {a.block, a.first},
          {b.block, b.first},
          std::string(document.block(b.block).text.substr(b.first.end + 1, b.whole.end - b.first.end - 1)),
          sure};
    }
  }
  return std::nullopt;
}

}  // namespace stet
