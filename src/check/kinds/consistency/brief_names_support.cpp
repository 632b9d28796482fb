#include "check/kinds/consistency/brief_names_support.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/kinds/context_support.h"
#include "check/kinds/word_support.h"
#include "facts/places.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/words.h"

namespace stet {
namespace {

constexpr WordList kLists[] = {{"relations"}, {"relatives"}, {"kin-beside"}, {"particles"}, {"founders"}, {"fronts"}};
enum List : std::uint8_t { kRelations, kRelative, kKinBeside, kParticles, kFounders, kFronts };
constexpr std::size_t kShort = 320;       // words of an article in which everybody is told of once
constexpr std::size_t kMostNames = 60;    // of one; more are a list
constexpr std::size_t kMostOfLong = 400;  // the same of a longer article
constexpr std::ptrdiff_t kOftenNamed =
    3;                                // times; who is named so often in a longer one is not told of by another name
constexpr std::size_t kShortest = 3;  // bytes of a surname
constexpr std::size_t kLeastUnlisted = 4;  // of a first name that is not listed
constexpr std::size_t kLeastOpening = 5;   // of one that begins a sentence, and may be a title
constexpr std::size_t kMostInitials = 3;
constexpr std::uint32_t kBesideName = 30;  // bytes behind a name in which a word tells whose relative somebody is

// "Farmer", "Sozialministerin" and "Ministerin"; but "minister for health" and "minister for sport" are two.
bool are_of_one_trade(std::span<const std::string> a, std::span<const std::string> b) {
  if (a.size() == b.size()) {
    a = a.first(1);
    b = b.first(1);
  }
  return std::ranges::any_of(a, [&](const std::string& one) {
    return std::ranges::any_of(b, [&](const std::string& other) {
      return one == other || is_same_word(one, other) || one.ends_with(other) || other.ends_with(one);
    });
  });
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

// The word before a name, where it may say what somebody is: "farmer Alan Prowse", but not "lamenta Alan Prowse". Of
// "minister for culture Alan Prowse" the two nouns.
std::vector<std::string> trades_before(const Block& block, std::span<const Word> words, std::uint32_t begin,
                                       bool capital_nouns) {
  const auto home = table_number(block.language);
  const auto name = std::ranges::lower_bound(words, begin, {}, &Word::begin);
  if (name == words.begin() || name == words.end() || !home) return {};
  const auto is_small = [&](const Word& word) { return (kinship(word.hash).small >> *home & 1U) != 0; };
  const auto is_beside = [&](const Word& before, const Word& behind) {
    return is_adjacent(block.text, before.end, behind.begin) || before.end + 1 == behind.begin;
  };
  // A noun has an article or begins the sentence; "ha" is none.
  const auto may_be_verb = [&](const Word& word) { return (kinship(word.hash).verbs >> *home & 1U) != 0; };
  const auto is_verb = [&](const Word* word) {
    if (capital_nouns || !may_be_verb(*word)) return false;
    const bool article =
        word != words.data() && is_beside(*(word - 1), *word) && is_small(*(word - 1)) && !may_be_verb(*(word - 1));
    return !article && begins_lower(word_text(block, *word));
  };
  const Word* const word = &*(name - 1);
  if (is_small(*word) || !is_adjacent(block.text, word->end, begin)) return {};
  if (capital_nouns && begins_lower(word_text(block, *word))) return {};
  if (is_verb(word)) return {};
  std::vector<std::string> trades{context_form(word_text(block, *word))};
  // "Foreign Minister", "Finance Minister"
  const auto is_title = [&](const Word& part) { return !capital_nouns && is_capitalised(word_text(block, part)); };
  if (word != words.data() && is_title(*word) && is_title(*(word - 1)) && !is_small(*(word - 1)) &&
      is_adjacent(block.text, (word - 1)->end, word->begin)) {
    trades.front() = context_form(word_text(block, *(word - 1))) + ' ' + trades.front();
  }
  const Word* head = word;
  while (head != words.data() && is_beside(*(head - 1), *head) && is_small(*(head - 1))) --head;
  // "Minister for Culture": where all nouns have a capital, both have one.
  const bool field = !begins_lower(word_text(block, *word)) && head != word && head != words.data();
  if (field && is_beside(*(head - 1), *head) && begins_lower(word_text(block, *(head - 1))) != capital_nouns)
    trades.push_back(context_form(word_text(block, *(head - 1))));
  return trades;
}

// Whether a word of the list stands in a span of a block; "I learned it from my uncle" says somebody else.
bool stands_in(const PhraseTable& list, const Document& document, std::uint32_t number, TextSpan span,
               QuotedBlocks& quoted) {
  const std::string_view text = document.block(number).text;
  for (std::uint32_t pos = span.begin; pos < span.end; ++pos) {
    if (pos > 0 && is_word_char(decode_before(text, pos).value)) continue;
    const auto match = list.longest(text, pos);
    if (match && !quoted.hold(number, {pos, static_cast<std::uint32_t>(match.position)})) return true;
  }
  return false;
}

// The sentence of a name and the one before it.
TextSpan two_sentences(std::string_view text, std::uint32_t pos) {
  const TextSpan own = sentence_at(text, pos);
  const std::size_t end = skip_blanks_back(text, own.begin);
  return end == 0 ? own : TextSpan{sentence_at(text, static_cast<std::uint32_t>(end - 1)).begin, own.end};
}

// The last word of the surname that begins at `at`: of "de la Torre" the third.
std::size_t end_of_surname(const PhraseTable& particles, const Block& block, std::span<const Word> words,
                           std::size_t at) {
  const auto particle = particles.longest(block.text, words[at].begin);
  if (!particle) return at;
  std::size_t last = at;
  while (last < words.size() && words[last].end < particle.position) ++last;
  const bool ends_word = last + 1 < words.size() && words[last].end == particle.position;
  return ends_word && is_adjacent(block.text, words[last].end, words[last + 1].begin) ? last + 1 : at;
}

// "F." of "Ronny F.", whose surname is not told.
bool is_cut_short(const Block& block, const Word& word) {
  return word.end == word.begin + 1 && block.text.substr(word.end, 1) == "." &&
         is_upper(decode_at(block.text, word.begin).value);
}

constexpr std::string_view kLexicon = "first-name";

bool is_first_names(std::string_view lexicon) { return lexicon == kLexicon; }

// Those of all languages.
MadeTables make_tables(const Lexicon& lexicon, Language /*language*/) {
  MadeTables made;
  PhraseTrie& names = made.tables.emplace_back();
  lexicon.for_each_list(kLexicon, [&](Language, const std::string&, const Lexicon::Words& words) {
    for (const std::string_view name : words) names.add(name, 0);
  });
  return made;
}

}  // namespace

const TableMaker kFirstNames{"first-names", is_first_names, is_first_names, make_tables};

BriefNames::BriefNames(const Definition& definition) : definition_(&definition), words_(definition, kLists) {}

std::vector<NamedPerson> BriefNames::read(const Document& document, const Facts& facts, std::size_t most) const {
  std::vector<NamedPerson> names;
  for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
    const Block& block = document.block(b);
    const RuleWords::Tries* lists = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    const WordTable* first_names = facts.knowledge().tables.find(kFirstNames, block.language);
    if (lists == nullptr || first_names == nullptr) continue;
    const PhraseTable& given_names = first_names->tables.front();
    const auto home = table_number(block.language);
    const bool capital_nouns = facts.numbers(block).capital_nouns;
    const auto all = document.words(block);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const std::string_view given = word_text(block, all[i]);
      if (!is_capitalised(given)) continue;
      const std::size_t last = end_of_surname((*lists)[kParticles], block, all, i + 1);
      const bool particled = last > i + 1;
      const std::string_view surname = word_text(block, all[last]);
      const bool small = home && !particled && (kinship(all[last].hash).small >> *home & 1U) != 0;
      const bool cut = is_cut_short(block, all[last]);
      // "Anna of Bern"
      if (particled && begins_lower(word_text(block, all[i + 1])) &&
          !find_places(block.text, all, {all[last].begin, all[last].end}).empty()) {
        continue;
      }
      if (!cut && (!is_capitalised(surname) || surname.size() < kShortest || small)) continue;
      NamedPerson name;
      name.block = b;
      std::uint32_t begin = all[i].begin;
      if (!cut) name.given = initials_before(block, all, i + 1, begin);
      name.initials = !name.given.empty();
      if (!name.initials) {
        if (!is_adjacent(block.text, all[i].end, all[i + 1].begin)) continue;
        const auto known = given_names.longest(block.text, all[i].begin);
        name.listed = known && known.position == all[i].end;
        if (!name.listed && (particled || !may_be_first(block, all[i], capital_nouns && !cut))) continue;
        if (!particled && given_names.longest(block.text, all[last].begin)) continue;
        name.given.insert(context_form(given));
        // "Maria Anna Weber", "Jean-Claude Weber"
        for (std::size_t k = i; k > 0; --k) {
          const bool joined = block.text[all[k].begin - 1] == '-' && all[k - 1].end + 1 == all[k].begin;
          const auto first = given_names.longest(block.text, all[k - 1].begin);
          const bool beside =
              first && first.position == all[k - 1].end && is_adjacent(block.text, all[k - 1].end, all[k].begin);
          if ((!joined && !beside) || !is_capitalised(word_text(block, all[k - 1]))) {
            // "Antonín Leopold Weber", "Antonín Weber"
            if (may_be_first(block, all[k - 1], capital_nouns) &&
                is_adjacent(block.text, all[k - 1].end, all[k].begin) && is_capitalised(word_text(block, all[k - 1])))
              name.given.insert(context_form(word_text(block, all[k - 1])));
            break;
          }
          name.given.insert(context_form(word_text(block, all[k - 1])));
          begin = all[k - 1].begin;
        }
      }
      name.surname = context_form(surname);
      if (particled) name.surname = context_form(word_text(block, all[i + 1])) + ' ' + name.surname;
      // "Gerald and Sherri Weber"
      const auto front = std::ranges::lower_bound(all, begin, {}, &Word::begin) - all.begin();
      if (front > 1) {
        const Word& joiner = all[static_cast<std::size_t>(front - 1)];
        const Word& before = all[static_cast<std::size_t>(front - 2)];
        name.joined = home && (kinship(joiner.hash).small >> *home & 1U) != 0 &&
                      begins_lower(word_text(block, joiner)) && is_adjacent(block.text, before.end, joiner.begin) &&
                      is_adjacent(block.text, joiner.end, begin) &&
                      given_names.longest(block.text, before.begin).position == before.end;
      }
      name.first = {begin, name.initials ? all[i + 1].begin - 1 : all[i].end};
      name.last = {all[i + 1].begin, all[last].end};
      name.trades = trades_before(block, all, begin, capital_nouns);
      const TextSpan clause_begin{sentence_at(block.text, begin).begin, begin};
      name.fronted = !name.trades.empty() && !capital_nouns &&
                     (*lists)[kFronts].longest(block.text, clause_begin.begin).found &&
                     block.text.substr(clause_begin.begin, clause_begin.size()).find(',') == std::string_view::npos;
      if (name.fronted) name.trades.clear();
      const std::string_view behind = block.text.substr(all[last].end, 2);
      name.apposed = behind.starts_with(',') || behind.starts_with(" (");
      // ", who", ", in whose"
      const std::size_t clause = all[last].end + 2;
      const auto next = std::ranges::lower_bound(all, clause, {}, &Word::begin);
      name.relative =
          name.apposed && ((*lists)[kRelative].longest(block.text, clause).found ||
                           (next != all.end() && next + 1 != all.end() && begins_lower(word_text(block, *next)) &&
                            (*lists)[kRelative].longest(block.text, (next + 1)->begin).found));
      if (names.size() == most) return {};
      names.push_back(std::move(name));
    }
  }
  return names;
}

// Whether something tells that two people share a surname: "his sister", before the end of the later name or right
// behind it; "parents", beside it.
bool BriefNames::are_relatives(const Document& document, const NamedPerson& a, const NamedPerson& b,
                               bool is_short) const {
  QuotedBlocks quoted(document);
  // "The founder, Karl Weber, died in 1990. Jan Weber is the director."
  const auto is_founder = [&](const NamedPerson& name) {
    const Block& block = document.block(name.block);
    return stands_in((*words_.in(block.language))[kFounders], document, name.block,
                     two_sentences(block.text, name.first.begin), quoted);
  };
  if (is_founder(a) != is_founder(b)) return true;
  for (std::uint32_t number = is_short || b.block == 0 ? 0 : b.block - 1; number <= b.block; ++number) {
    const Block& block = document.block(number);
    const RuleWords::Tries* lists = definition_->looks_at(block.role) ? words_.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    const std::uint32_t end = number == b.block ? std::min(size, b.last.end + kBesideName) : size;
    if (stands_in((*lists)[kRelations], document, number, {0, end}, quoted)) return true;
    for (const NamedPerson* name : {&a, &b}) {
      if (name->block != number) continue;
      const TextSpan beside = two_sentences(block.text, name->first.begin);
      if (stands_in((*lists)[kKinBeside], document, number, beside, quoted)) return true;
    }
  }
  return false;
}

// "Ken Prior said. The striker Jack Prior is his nephew": where one of the two is named again.
bool BriefNames::tells_of_kin(const Document& document, std::span<const NamedPerson> names, const NamedPerson& a,
                              const NamedPerson& b) const {
  QuotedBlocks quoted(document);
  return std::ranges::any_of(names, [&](const NamedPerson& name) {
    const auto is = [&](const NamedPerson& one) { return name.block == one.block && name.first == one.first; };
    const bool again =
        name.surname == a.surname && (name.given == a.given || name.given == b.given) && !is(a) && !is(b);
    const Block& block = document.block(name.block);
    const RuleWords::Tries* lists = again ? words_.in(block.language) : nullptr;
    return lists != nullptr &&
           stands_in((*lists)[kRelations], document, name.block, sentence_at(block.text, name.first.begin), quoted);
  });
}

// Whether the surname stands somewhere without a first name: "Weber said".
bool BriefNames::stands_alone(const Document& document, std::span<const NamedPerson> names,
                              const NamedPerson& of) const {
  for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
    const Block& block = document.block(number);
    if (!definition_->looks_at(block.role)) continue;
    for (const Word& word : document.words(block)) {
      if (!is_capitalised(word_text(block, word)) || context_form(word_text(block, word)) != of.surname) continue;
      const bool named = std::ranges::any_of(names, [&](const NamedPerson& name) {
        return name.block == number && name.last.contains(TextSpan{word.begin, word.end});
      });
      if (!named) return true;
    }
  }
  return false;
}

std::optional<TwoFirstNames> BriefNames::find(const Document& document, const Facts& facts) const {
  const bool is_short = words_looked_at(document, *definition_) <= kShort;
  const std::vector<NamedPerson> names = read(document, facts, is_short ? kMostNames : kMostOfLong);
  const auto times = [&](const NamedPerson& of) {
    return std::ranges::count_if(names,
                                 [&](const NamedPerson& n) { return n.surname == of.surname && n.given == of.given; });
  };
  for (std::size_t j = 1; j < names.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const NamedPerson& a = names[i];
      const NamedPerson& b = names[j];
      if (a.joined || b.joined) continue;
      if (a.surname != b.surname || may_be_one_given(a.given, b.given) || a.initials != b.initials) continue;
      if ((!a.listed && !b.listed) || a.block == b.block) continue;
      // An age or an apposition bring in somebody new, unless the first name stood in the title.
      const Role role = document.block(a.block).role;
      const bool titled = role == Role::kTitle || role == Role::kHeading;
      const bool new_trade = !b.trades.empty() && !a.trades.empty() && !are_of_one_trade(a.trades, b.trades);
      const bool caption = document.block(b.block).role == Role::kCaption;
      const bool told_on = b.apposed && b.relative;
      if (!titled && !caption && (new_trade || (b.apposed && !told_on))) continue;
      // Both told of again: two people. A longer article tells of more people, so one must be named often, and no word
      // before the other one may bring him in.
      const std::ptrdiff_t often = times(a);
      const std::ptrdiff_t seldom = times(b);
      if (is_short ? often > 1 && seldom > 1
                   : often < kOftenNamed || seldom > 1 || !a.listed || !b.listed || new_trade || b.apposed)
        continue;
      // "It is Ada Reed, and not Bea Reed."
      const bool side_by_side = std::ranges::any_of(names, [&](const NamedPerson& one) {
        return one.surname == a.surname && one.given == a.given &&
               std::ranges::any_of(names, [&](const NamedPerson& other) {
                 return other.surname == b.surname && other.given == b.given && other.block == one.block &&
                        sentence_at(document.block(one.block).text, one.first.begin).contains(other.first);
               });
      });
      if (side_by_side) continue;
      if (are_relatives(document, a, b, is_short) || (is_short && tells_of_kin(document, names, a, b))) {
        if (is_short) return std::nullopt;
        continue;
      }
      // Two people may share a surname, unless the article uses it as that of one: alone, or behind one trade.
      const bool one_trade = !a.trades.empty() && !b.trades.empty() && !new_trade;
      const bool one = titled || caption || one_trade || often > 1 || seldom > 1 || stands_alone(document, names, a);
      const bool sure = is_short && a.listed && b.listed && !b.fronted && one && (titled || caption || !b.apposed);
      return TwoFirstNames{{a.block, a.first},
                           {b.block, b.first},
                           std::string(document.block(b.block).text.substr(b.last.begin, b.last.size())),
                           sure};
    }
  }
  return std::nullopt;
}

}  // namespace stet
