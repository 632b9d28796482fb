#include "check/kinds/contradiction/cast_reader_support.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "check/kinds/contradiction/cast_words_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostBefore = 4;   // words between "the" and what it stands before
constexpr std::size_t kLongNoun = 7;     // bytes of one before a name
constexpr std::size_t kLongestName = 4;  // words

// Reads the mentions of one block.
class BlockReader : private CastWords {
 public:
  BlockReader(const Document& document, std::uint32_t number, const RuleWords::Tries& words, const Endings& endings,
              const std::set<std::string>& singles, std::vector<CastMention>& mentions)
      : CastWords(document, number, words, endings), number_(number), singles_(singles), mentions_(mentions) {}

  void read() {
    const std::vector<TextSpan> sentences = cut_sentences(block_.text);
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < all_.size();) {
      while (sentence + 1 < sentences.size() && all_[i].begin >= sentences[sentence].end) ++sentence;
      sentence_ = sentences.empty() ? TextSpan{} : sentences[sentence];
      const std::size_t next = read_at(i);
      i = std::max(next, i + 1);
    }
  }

  // Names that stand alone: the surname of somebody, if its first name stands with it elsewhere.
  void collect_singles(std::set<std::string>& singles) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!is_name_word(i) || (i > 0 && is_name_word(i - 1) && beside(i - 1)) ||
          (i + 1 < all_.size() && is_name_word(i + 1) && beside(i)))
        continue;
      if (i > 0 && is(kIn, i - 1)) continue;
      singles.insert(name_form(text(i)));
    }
  }

 private:
  // Reads a mention that begins at the word; the number of the word behind it, or the word itself.
  std::size_t read_at(std::size_t i) {
    if (read_pronoun(i)) return i + 1;
    const std::size_t count = mentions_.size();
    const std::size_t next = read_noun(i);
    const bool owned = i > 0 && is(kPossessives, i - 1) && beside(i - 1) && mentions_.size() == count;
    if (!owned && mentions_.size() == count && (is(kDefinite, i) || is(kIndefinite, i)) && beside(i)) {
      CastMention thing;
      thing.block = number_;
      thing.span = thing.core = {all_[i].begin, all_[i + 1].end};
      thing.nobody = true;
      thing.of = i > 0 && all_[i].begin > sentence_.begin && beside(i - 1) && (is(kOf, i - 1) || is(kIn, i - 1));
      mentions_.push_back(std::move(thing));
    }
    if (!owned) return next;
    CastMention mention;
    mention.block = number_;
    mention.span = {all_[i].begin, all_[i].end};
    mention.owned = true;
    return read_owned(i, mention);
  }

  std::size_t read_noun(std::size_t i) {
    std::size_t k = i;
    CastMention mention;
    mention.block = number_;
    mention.span = {all_[i].begin, all_[i].end};
    bool determined = i > 0 && is(kPossessives, i - 1) && beside(i - 1);
    mention.owned = determined;
    if (is(kIndefinite, k) || is(kDefinite, k) || is(kSeveral, k) || is(kAnother, k)) {
      mention.another = is(kAnother, k);
      mention.indefinite = is(kIndefinite, k) || mention.another;
      mention.several = is(kSeveral, k);
      determined = true;
      if (!beside(k)) return i;
      ++k;
    }
    // "The badly hurt 36-year-old lorry driver"
    for (std::size_t before = 0; k < all_.size() && before <= kMostBefore; ++before, ++k) {
      if (all_[k].begin >= sentence_.end) return i;
      if (is(kSeveral, k)) mention.several = true;
      if (is(kAnother, k)) mention.indefinite = mention.another = true;
      if (is(kYearsOld, k) && k > 0 && is_number(k - 1)) {
        mention.age = std::atoi(std::string(text(k - 1)).c_str());
        const std::size_t behind = word_behind(at(kYearsOld, k).position);
        if (!determined) mention.span.begin = all_[k - 1].begin;
        if (noun_capitals() ? upper(k) : !(behind < all_.size() && beside(behind - 1) && trade(behind).found)) {
          // "the 36-year-old", "der 36-Jährige"
          const bool noun = !noun_capitals() && behind < all_.size() && beside(behind - 1) && !is_small(behind) &&
                            !upper(behind) && mention.indefinite;
          mention.generic = !noun;
          mention.core = {all_[k - 1].begin, all_[behind - 1].end};
          return close(mention, noun ? behind : behind - 1, i);
        }
        k = behind - 1;
        if (noun_capitals() && behind < all_.size() && upper(behind) && !trade(behind).found && !is_name_word(behind)) {
          mention.core = {all_[behind].begin, all_[behind].end};  // "ein 36-jähriger Sprengmeister"
          return close(mention, behind, i);
        }
        continue;
      }
      if (const Trade found = trade(k); found.found && (!found.generic || determined || mention.age != 0)) {
        mention.sex = found.sex;
        mention.trade = found.number;
        mention.generic = found.generic;
        mention.estate = determined && is(kEstates, k);
        // "Passanten", which nothing tells to be one: several, unless a name follows.
        const bool bare = noun_capitals() && !determined && mention.age == 0;
        mention.several = mention.several || found.several || (bare && !is_before_name(k));
        if (noun_capitals() && mention.sex == Sex::kUnknown && determined) mention.sex = sex_of(i);
        const std::size_t end = word_behind(found.end);
        mention.core = {all_[k].begin, all_[end - 1].end};
        return close(mention, end - 1, i);
      }
      const bool ends = k + 1 >= all_.size() || !beside(k) || !upper(k + 1);
      const bool agent = determined && noun_capitals() && upper(k) && is_agent(k) && ends;
      if (!agent && is_name_start(k)) return read_name(k, determined, mention, i);
      if (determined && noun_capitals() && upper(k) && !is_number(k)) {
        if (agent && !mention.indefinite && !mention.several) {
          mention.guessed = true;
          mention.sex = sex_of(i);
          mention.core = {all_[k].begin, all_[k].end};
          return close(mention, k, i);
        }
        return i;
      }
      if (!determined || !beside(k) || is(kOf, k) || is(kIn, k) || is(kAnd, k)) {
        if (determined && !noun_capitals() && is_agent(k) && !mention.indefinite && !mention.several) {
          mention.guessed = true;
          mention.core = {all_[k].begin, all_[k].end};
          return close(mention, k, i);
        }
        if (!is_number(k)) return i;
        if (!beside(k)) return i;
        mention.span.begin = all_[i].begin;
        determined = false;
        continue;
      }
      if (!noun_capitals() && is_small(k) && k > i) return i;
      if (!noun_capitals() && !mention.indefinite && !mention.several && is_agent(k) && k + 1 < all_.size() &&
          (is_small(k + 1) || !beside(k))) {
        mention.guessed = true;
        mention.core = {all_[k].begin, all_[k].end};
        return close(mention, k, i);
      }
    }
    return i;
  }

  // "His companion": somebody, if what tells of it can tell of people only.
  std::size_t read_owned(std::size_t i, CastMention& mention) {
    if (is_small(i) || is_number(i) || (noun_capitals() && !upper(i)) || (!noun_capitals() && upper(i))) return i;
    mention.nobody = true;
    mention.core = mention.span;
    return close(mention, i, i);
  }

  bool is_before_name(std::size_t i) const {
    return i + 1 < all_.size() && beside(i) && (is_name_word(i + 1) || is_title(i + 1));
  }

  // "Der" and "die" tell of sex in the case of a subject.
  Sex sex_of(std::size_t i) const {
    if (is(kHe, i)) return Sex::kMan;
    return is(kShe, i) ? Sex::kWoman : Sex::kUnknown;
  }

  bool is_agent(std::size_t i) const {
    const std::string_view word = text(i);
    const bool ends = std::ranges::any_of(endings_.people, [&](const std::string& ending) {
      return word.size() > ending.size() + 2 && word.ends_with(ending);
    });
    return ends && !is(kNoPeople, i);
  }

  bool read_pronoun(std::size_t i) {
    const bool he = is(kHe, i);
    const bool she = is(kShe, i);
    const bool has = is(kPossessives, i) && beside(i) && !is_small(i + 1);
    if ((!he && !she && !has) || is(kDefinite, i)) return false;
    CastMention mention;
    mention.block = number_;
    mention.span = mention.core = {all_[i].begin, all_[i].end};
    mention.pronoun = true;
    mention.sex = he == she ? Sex::kUnknown : he ? Sex::kMan : Sex::kWoman;
    mention.several = beside(i) && is(kPluralVerbs, i + 1);
    mention.of = has || (i > 0 && beside(i - 1) && is(kOf, i - 1));
    mentions_.push_back(std::move(mention));
    return true;
  }

  bool is_name_start(std::size_t k) const {
    if (is_title(k)) return beside(k) && k + 1 < all_.size() && (is_name_word(k + 1) || is_title(k + 1));
    return is_name_word(k);
  }

  std::size_t read_name(std::size_t k, bool determined, CastMention& mention, std::size_t i) {
    bool titled = false;
    if (!determined) mention.span.begin = all_[k].begin;
    for (; k < all_.size() && is_title(k) && beside(k); ++k) {
      titled = true;
      if (is(kSir, k)) mention.sex = Sex::kMan;
      if (is(kMadam, k)) mention.sex = Sex::kWoman;
    }
    std::size_t end = k;
    while (end < all_.size() && is_name_word(end) && end - k < kLongestName) {
      ++end;
      if (!beside(end - 1)) break;
    }
    if (end == k) return i;
    // "È morto a Cona Devis Marangoni": a place, then a name.
    if (!titled && end - k > 2 && k > 0 && all_[k].begin > sentence_.begin && is(kIn, k - 1)) {
      ++k;
      mention.span.begin = all_[k].begin;
    }
    // "Oberstaatsanwältin Meike Rühl": a noun that no list knows.
    if (noun_capitals() && end - k > 2 && text(k).size() > kLongNoun) {
      if (text(k).ends_with("in")) mention.sex = Sex::kWoman;
      ++k;
    }
    mention.core = {all_[k].begin, all_[end - 1].end};
    mention.surname = name_form(text(end - 1));
    if (end - k > 1) mention.first = name_form(text(k));
    const bool known = singles_.contains(mention.surname) || std::ranges::any_of(mentions_, [&](const CastMention& m) {
                         return m.surname == mention.surname;
                       });
    const bool aged = read_age(end, mention);
    const bool in_place = k > 0 && all_[k].begin > sentence_.begin && is(kIn, k - 1);
    // "The Royal Mail", but "the actor Paul Reed", "l'attore Devis Marangoni", whatever he is.
    const bool called = end - k > 1 && k > 0 && beside(k - 1) && !upper(k - 1) && !is_small(k - 1) &&
                        !is(kDefinite, k - 1) && !is_number(k - 1);
    if (determined && !noun_capitals() && !titled && !aged && !called) return end;
    const bool behind_noun = k > 0 && beside(k - 1) && all_[k].begin > sentence_.begin && !is_small(k - 1) &&
                             !is_number(k - 1) && (noun_capitals() ? upper(k - 1) : !upper(k - 1)) && end - k > 1;
    const bool before_comma = end - k > 1 && end - 1 < all_.size() && block_.text.substr(all_[end - 1].end, 1) == ",";
    const bool single_known =
        end - k == 1 && std::ranges::any_of(mentions_, [&](const CastMention& m) {
          return !m.surname.empty() && (m.surname == mention.surname || m.first == mention.surname);
        });
    const bool behind_person = !mentions_.empty() && mentions_.back().block == number_ && !mentions_.back().pronoun &&
                               !mentions_.back().several && !mentions_.back().nobody &&
                               mentions_.back().surname.empty() && mentions_.back().core.end + 1 == all_[k].begin &&
                               !mentions_.back().indefinite;
    // "Oberstaatsanwältin Meike Rühl"
    if (behind_noun && noun_capitals() && text(k - 1).ends_with("in")) mention.sex = Sex::kWoman;
    mention.named = k > 0 && beside(k - 1) && is(kNamedAs, k - 1);
    const bool single = end - k == 1 && (behind_person || is_apposed(end));
    const bool is_person = titled || aged || single_known || mention.named || single ||
                           (end - k > 1 && !in_place && (known || behind_noun || before_comma));
    if (!is_person) return end;
    mention.indefinite = false;
    return close(mention, end - 1, i);
  }

  // "Kiri, a kingfisher,"
  bool is_apposed(std::size_t end) const {
    if (noun_capitals() || end >= all_.size() || !is(kIndefinite, end)) return false;
    return block_.text.substr(all_[end - 1].end, all_[end].begin - all_[end - 1].end) == ", ";
  }

  // "Philip Garth, 44," "Anna Berg (52)".
  bool read_age(std::size_t end, CastMention& mention) const {
    if (end >= all_.size() || !is_number(end) || all_[end].end - all_[end].begin > 2) return false;
    const std::string_view between = block_.text.substr(all_[end - 1].end, all_[end].begin - all_[end - 1].end);
    if (between != ", " && between != " (") return false;
    const char behind = all_[end].end < block_.text.size() ? block_.text[all_[end].end] : ' ';
    if (behind != ',' && behind != ')' && behind != '.') return false;
    mention.age = std::atoi(std::string(text(end)).c_str());
    return true;
  }

  std::size_t close(CastMention& mention, std::size_t last, std::size_t i) {
    mention.span.end = std::max(mention.core.end, all_[last].end);
    const std::size_t first = word_behind(mention.span.begin);
    if (first > 0 && all_[first].begin > sentence_.begin) {
      mention.of = beside(first - 1) && is(kOf, first - 1);
      const std::size_t before = first > 1 && mention.owned ? first - 2 : first - 1;
      mention.joined = beside(before) && is(kAnd, before);
    }
    // "The driver of the lorry", "der Fahrer des Lasters"
    const std::size_t behind = last + 1;
    if (behind < all_.size() && beside(last) && is(kBelonging, behind) && mention.surname.empty()) {
      std::size_t k = behind + 1;
      // "The driver of the other car": not the one told of before.
      for (; k + 1 < all_.size() && k < behind + 3 && (is_small(k) || is(kAnother, k)); ++k)
        if (is(kAnother, k)) mention.indefinite = mention.another = true;
      if (k < all_.size() && all_[k].begin < sentence_.end) mention.whose = name_form(text(k));
    }
    mentions_.push_back(mention);
    return std::max(last + 1, i + 1);
  }

  std::uint32_t number_;
  const std::set<std::string>& singles_;
  std::vector<CastMention>& mentions_;
};

}  // namespace

void collect_single_names(const Document& document, std::uint32_t block, const RuleWords::Tries& words,
                          const Endings& endings, std::set<std::string>& singles) {
  std::vector<CastMention> none;
  BlockReader(document, block, words, endings, singles, none).collect_singles(singles);
}

void read_mentions(const Document& document, std::uint32_t block, const RuleWords::Tries& words, const Endings& endings,
                   const std::set<std::string>& singles, std::vector<CastMention>& mentions) {
  BlockReader(document, block, words, endings, singles, mentions).read();
}

}  // namespace stet
