#include "check/kinds/contradiction/brief_age_people_support.h"

#include <set>
#include <string>
#include <vector>

#include "check/kinds/context_support.h"
#include "text/language_model.h"

namespace stet::brief_ages {

Sex sex_at(std::string_view text, std::size_t pos, const RuleWords::Tries& lists) {
  if (lists[kOfWomen].longest(text, pos)) return Sex::kWoman;
  return lists[kOfMen].longest(text, pos) ? Sex::kMan : Sex::kUnknown;
}

bool is_official(const Block& block, const Word& before, const Word& name, const RuleWords::Tries& lists) {
  const std::string_view gap = block.text.substr(before.end, name.begin - before.end);
  if (gap != " " && gap != ", " && gap != ". ") return false;
  const auto match = lists[kOfficials].longest(block.text, before.begin);
  if (match && match.position >= before.end) return true;
  // "Polizeisprecherin"
  constexpr std::uint32_t kShortestHead = 4;  // bytes
  for (std::uint32_t pos = before.begin + kShortestHead; pos + kShortestHead < before.end; ++pos) {
    const auto end = lists[kOfficials].longest(block.text, pos);
    if (end && end.position == before.end) return true;
  }
  return false;
}

Sex sex_of(const Document& document, const RuleWords& words, const BriefAge& age) {
  if (!age.definite && !age.indefinite) return Sex::kUnknown;
  const Block& block = document.block(age.block);
  const RuleWords::Tries& lists = *words.in(block.language);
  return sex_at(block.text, PersonReader(document, age.block, lists).article(age.span.begin, kMostAdjectives).begin,
                lists);
}

namespace {

// Two words with capitals side by side that may be somebody's name.
struct FullName {
  std::uint32_t block = 0;
  std::uint32_t begin = 0;
  std::string first;
  std::string last;
  bool official = false;
};

std::vector<FullName> full_names(const Document& document, const Definition& definition, const RuleWords& words) {
  std::vector<FullName> names;
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.block(i);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    const auto home = table_number(block.language);
    if (lists == nullptr || !home || block.role == Role::kTitle || block.role == Role::kHeading) continue;
    const auto all = document.words(block);
    for (std::size_t w = 1; w < all.size(); ++w) {
      const auto is_part = [&](const Word& word) {
        return is_capitalised(word_text(block, word)) && (kinship(word.hash).small >> *home & 1U) == 0 &&
               !(*lists)[kPeople].longest(block.text, word.begin);
      };
      if (!is_part(all[w]) || !is_part(all[w - 1]) || !is_adjacent(block.text, all[w - 1].end, all[w].begin)) continue;
      const auto is_known = [&](const Word& word) { return (kinship(word.hash).own() >> *home & 1U) != 0; };
      // "A Chiavari Mario Rolandi": the last two.
      if (w + 1 < all.size() && is_part(all[w + 1]) && is_adjacent(block.text, all[w].end, all[w + 1].begin)) continue;
      // "Me Paul Ruiz"
      if ((*lists)[kOfficials].longest(block.text, all[w - 1].begin).position == all[w - 1].end) continue;
      // "Der Klub Grün Weiß", "Trainer Ernst Graf": nouns are no names, but a name may be a noun.
      if (is_known(all[w]) && is_known(all[w - 1])) continue;
      if ((*lists)[kCourtesy].longest(block.text, all[w - 1].begin)) continue;
      const bool office = w > 1 && is_official(block, all[w - 2], all[w - 1], *lists);
      names.push_back({i, all[w - 1].begin, context_form(word_text(block, all[w - 1])),
                       context_form(word_text(block, all[w])), office});
    }
  }
  return names;
}

}  // namespace

Last told_last(const Document& document, const Definition& definition, const RuleWords& words, const BriefAge& a,
               const BriefAge& b, const Others& others) {
  const std::vector<FullName> people = full_names(document, definition, words);
  const auto place = [](const FullName& name) { return std::pair(name.block, name.begin); };
  std::set<std::string> owner = a.names;
  const FullName* found = nullptr;
  // "Norbert Faust gives up. The 58-year-old"; a title is before the name.
  for (const FullName& name : people) {
    if (!owner.empty() || name.official) break;
    if (place(name) >= std::pair(a.block, a.sentence.end)) break;
    found = &name;
  }
  const Role role = document.block(a.block).role;
  if (owner.empty() && found == nullptr && (role == Role::kTitle || role == Role::kHeading) && !people.empty()) {
    found = &people.front();
  }
  if (found != nullptr) owner = {found->first, found->last};
  // Whose surname the article has with another first name.
  const auto shares = [&](const FullName& name) { return owner.contains(name.last) && !owner.contains(name.first); };
  if (std::ranges::any_of(people, shares)) return Last::kOther;
  const Sex sex = sex_of(document, words, b);
  for (std::uint32_t i = b.block + 1; i-- > 0 && i + 2 > b.block;) {
    const Block& block = document.block(i);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    const PersonReader reader(document, i, *lists);
    const auto all = reader.words();
    // With the name right behind: "At 88, Mrs Pugh".
    const std::uint32_t own = b.person ? std::min(b.person->span.begin, b.span.begin) : b.span.begin;
    const std::uint32_t end = i == b.block ? own : static_cast<std::uint32_t>(block.text.size());
    if (i == b.block && std::ranges::any_of(b.names, [&](const std::string& name) { return owner.contains(name); }))
      return Last::kOwner;
    for (auto word = std::make_reverse_iterator(std::ranges::lower_bound(all, end, {}, &Word::begin));
         word != all.rend(); ++word) {
      const std::string_view text = word_text(block, *word);
      if (is_capitalised(text)) {
        const std::string form = context_form(text);
        const auto is_of = [&](const std::string& name) {
          return form == name || (form.size() == name.size() + 1 && form.starts_with(name) && form.ends_with('s'));
        };
        if (std::ranges::any_of(owner, is_of)) return Last::kOwner;
        const auto who =
            std::ranges::find_if(people, [&](const FullName& name) { return is_of(name.last) || is_of(name.first); });
        if (who != people.end()) {
          const auto is_his = [&](const BriefAge& age) { return age.names.contains(who->last); };
          if (who->official || others.has_age(i, word->begin) || std::ranges::any_of(others.ages, is_his)) continue;
          return Last::kOther;
        }
      }
      const bool relative = static_cast<bool>((*lists)[kRelatives].longest(block.text, word->begin));
      if (relative && !(*lists)[kGenerations].longest(block.text, word->begin) &&
          !(*lists)[kGeneric].longest(block.text, word->begin))
        return Last::kOther;
      const PersonReader::Article article = reader.article(word->begin, kMostAdjectives);
      // "The despair of his client"
      const bool one = static_cast<bool>((*lists)[kOne].longest(block.text, skip_blanks_back(block.text, word->begin)));
      if (article.indefinite && !one && (*lists)[kVictims].longest(block.text, word->begin)) return Last::kOwner;
      if (!(*lists)[kPeople].longest(block.text, word->begin) || others.has_age(i, word->begin)) continue;
      const Sex other = sex_at(block.text, article.begin, *lists);
      if (sex != Sex::kUnknown && other != Sex::kUnknown && sex != other) continue;
      // "A cyclist", but not "her teacher".
      if (article.several || article.counted || (article.indefinite && one)) return Last::kOther;
    }
  }
  // Whoever the article is about is told of on.
  return owner.empty() ? Last::kNobody : Last::kOwner;
}

}  // namespace stet::brief_ages
