#include "check/kinds/consistency/brief_names_support.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr WordList kLists[] = {{"relations"}, {"relatives"}};
enum List : std::uint8_t { kRelations, kRelative };
constexpr std::size_t kShort = 320;        // words of an article in which everybody is told of once
constexpr std::size_t kMostNames = 60;     // of one; more are a list
constexpr std::size_t kShortest = 3;       // bytes of a surname
constexpr std::size_t kLeastUnlisted = 4;  // of a first name that is not listed
constexpr std::size_t kLeastOpening = 5;   // of one that begins a sentence, and may be a title
constexpr std::size_t kMostInitials = 3;
constexpr std::uint32_t kBesideName = 30;  // bytes behind a name in which a word tells whose relative somebody is

struct NamedPerson {
  std::uint32_t block = 0;
  TextSpan first;
  TextSpan last;
  std::set<std::string> given;  // "José", "Luis"; of initials each with its number
  std::string surname;
  std::string trade;  // the word before: "farmer"
  bool apposed = false;
  bool relative = false;  // ", who"
  bool listed = true;     // the first name is a known one
  bool initials = false;  // "T. J."
};

// "Farmer", "Sozialministerin" and "Ministerin"
bool are_of_one_trade(const std::string& a, const std::string& b) {
  return a == b || is_same_word(a, b) || a.ends_with(b) || b.ends_with(a);
}

// A word that is no other, where only names have capitals: "dijo Torcuato Hinojal".
bool may_be_first(const Block& block, const Word& word, bool capital_nouns) {
  const auto home = table_number(block.language);
  // "Cllr Reed said"
  const std::size_t least = opens_clause(block.text, word.begin) ? kLeastOpening : kLeastUnlisted;
  if (capital_nouns || !home || word.end - word.begin < least) return false;
  return (kinship(word.hash).own() >> *home & 1U) == 0;
}

// "José Luis" and "Luis", "Jean-Paul" and "Jean": one may be a part of the other. "T. J." and "T. G." are two.
bool may_be_one_given(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::includes(a, b) || std::ranges::includes(b, a);
}

// "T", "J" of "T. J. Kessock", the last one before `surname`, letters of its own.
std::set<std::string> initials_before(const Block& block, std::span<const Word> words, std::size_t surname,
                                      std::uint32_t& begin) {
  std::vector<std::string> letters;
  for (std::size_t i = surname; i > 0 && letters.size() < kMostInitials; --i) {
    const std::string_view text = word_text(block, words[i - 1]);
    const std::string_view gap = block.text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    if (text.size() != 1 || text[0] < 'A' || text[0] > 'Z' || (gap != ". " && gap != "." && gap != ".-")) break;
    letters.emplace_back(text);
    begin = words[i - 1].begin;
  }
  std::ranges::reverse(letters);
  std::set<std::string> initials;
  for (std::size_t i = 0; i < letters.size(); ++i) initials.insert(std::to_string(i) + letters[i]);
  return initials;
}

// The word before a name, where it may say what somebody is: "farmer Alan Prowse", but not "lamenta Alan Prowse".
std::string trade_before(const Block& block, std::span<const Word> words, std::uint32_t begin, bool capital_nouns) {
  const auto home = table_number(block.language);
  const auto name = std::ranges::lower_bound(words, begin, {}, &Word::begin);
  if (name == words.begin() || name == words.end() || !home) return {};
  const Word& word = *(name - 1);
  const WordKinship& kin = kinship(word.hash);
  if ((kin.small >> *home & 1U) != 0 || !is_adjacent(block.text, word.end, begin)) return {};
  // A noun has an article or begins the sentence.
  const bool verb = !capital_nouns && (kin.verbs >> *home & 1U) != 0;
  const bool behind = name - words.begin() > 1 && is_adjacent(block.text, (name - 2)->end, word.begin) &&
                      (kinship((name - 2)->hash).small >> *home & 1U) != 0;
  if (verb && !behind && begins_lower(word_text(block, word))) return {};
  return context_form(word_text(block, word));
}

std::optional<TextPlace> first_relation(const Block& block, std::uint32_t number, const PhraseTrie& relations) {
  for (std::uint32_t pos = 0; pos < block.text.size(); ++pos) {
    const bool begins = pos == 0 || !is_word_char(decode_before(block.text, pos).value);
    if (!begins) continue;
    if (const auto match = relations.longest(block.text, pos))
      return TextPlace{number, {pos, static_cast<std::uint32_t>(match.position)}};
  }
  return std::nullopt;
}

// Whether the word stands before the end of a name, or right behind it.
bool is_told_of_before(const TextPlace& relation, std::uint32_t block, std::uint32_t end) {
  return relation.block < block || (relation.block == block && relation.span.begin < end + kBesideName);
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
  std::optional<TextPlace> relation;  // the first word that tells of relatives
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    const Block& block = document.block(b);
    const RuleWords::Tries* lists = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    if (!relation) relation = first_relation(block, b, (*lists)[kRelations]);
    const auto home = table_number(block.language);
    const bool capital_nouns = facts.numbers(block).capital_nouns;
    const auto all = document.words(block);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const std::string_view given = word_text(block, all[i]);
      const std::string_view surname = word_text(block, all[i + 1]);
      const bool small = home && (kinship(all[i + 1].hash).small >> *home & 1U) != 0;
      if (!is_capitalised(surname) || surname.size() < kShortest || small) continue;
      NamedPerson name;
      name.block = b;
      name.surname = context_form(surname);
      std::uint32_t begin = all[i].begin;
      name.given = initials_before(block, all, i + 1, begin);
      name.initials = !name.given.empty();
      if (!name.initials) {
        if (!is_capitalised(given) || !is_adjacent(block.text, all[i].end, all[i + 1].begin)) continue;
        const auto known = given_names.longest(block.text, all[i].begin);
        name.listed = known && known.position == all[i].end;
        if (!name.listed && !may_be_first(block, all[i], capital_nouns)) continue;
        if (given_names.longest(block.text, all[i + 1].begin)) continue;
        name.given.insert(context_form(given));
        // "Maria Anna Weber", "Jean-Claude Weber"
        for (std::size_t k = i; k > 0; --k) {
          const bool joined = block.text[all[k].begin - 1] == '-' && all[k - 1].end + 1 == all[k].begin;
          const auto first = given_names.longest(block.text, all[k - 1].begin);
          const bool beside =
              first && first.position == all[k - 1].end && is_adjacent(block.text, all[k - 1].end, all[k].begin);
          if ((!joined && !beside) || !is_capitalised(word_text(block, all[k - 1]))) break;
          name.given.insert(context_form(word_text(block, all[k - 1])));
          begin = all[k - 1].begin;
        }
      }
      name.first = {begin, name.initials ? all[i + 1].begin - 1 : all[i].end};
      name.last = {all[i + 1].begin, all[i + 1].end};
      name.trade = trade_before(block, all, begin, capital_nouns);
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
      if (a.surname != b.surname || may_be_one_given(a.given, b.given) || a.initials != b.initials) continue;
      if ((!a.listed && !b.listed) || a.block == b.block) continue;
      // Who is told of behind a word for relatives may be one: "his sister". Not who stands before it.
      if (relation && is_told_of_before(*relation, b.block, b.last.end)) return std::nullopt;
      // An age or an apposition bring in somebody new, unless the first name stood in the title.
      const Role role = document.block(a.block).role;
      const bool titled = role == Role::kTitle || role == Role::kHeading;
      const bool new_trade = !b.trade.empty() && !a.trade.empty() && !are_of_one_trade(a.trade, b.trade);
      const bool caption = document.block(b.block).role == Role::kCaption;
      const bool told_on = b.apposed && b.relative;
      if (!titled && !caption && (new_trade || (b.apposed && !told_on))) continue;
      const bool plain = a.listed && b.listed && !relation;
      const bool sure = plain && (titled || caption || !b.apposed);
      // Both told of again: two people.
      const auto times = [&](const NamedPerson& of) {
        return std::ranges::count_if(
            names, [&](const NamedPerson& n) { return n.surname == of.surname && n.given == of.given; });
      };
      if (times(a) > 1 && times(b) > 1) continue;
      return TwoFirstNames{{a.block, a.first},
                           {b.block, b.first},
                           std::string(document.block(b.block).text.substr(b.last.begin, b.last.size())),
                           sure};
    }
  }
  return std::nullopt;
}

}  // namespace stet
