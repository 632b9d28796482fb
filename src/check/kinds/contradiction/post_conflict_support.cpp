#include "check/kinds/contradiction/post_conflict_support.h"

#include <algorithm>
#include <map>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/move_support.h"
#include "check/kinds/contradiction/post_body_support.h"
#include "check/kinds/contradiction/post_loose_support.h"
#include "check/kinds/contradiction/post_reader_support.h"
#include "check/kinds/date/date_support.h"
#include "check/kinds/number/number_support.h"
#include "check/kinds/word_support.h"
#include "text/language_model.h"
#include "text/plain_form.h"
#include "text/sentences.h"

namespace stet {
namespace {

using Around = PostWords::Around;
using Clash = PostWords::Clash;
using People = std::map<std::string_view, std::vector<const Holding*>>;

constexpr std::size_t kMostHoldings = 60;      // of an article: more are a list
constexpr std::size_t kMostWords = 700;        // of an article that tells of one event
constexpr std::size_t kMostWordsOfOne = 160;   // of one that tells of few people
constexpr std::size_t kMostWordsOfBody = 200;  // of one that tells of one town, one club
constexpr std::size_t kMostPeopleTold = 4;
constexpr std::size_t kMostPeopleSure = 2;     // beside whom nobody else may be meant
constexpr std::size_t kMostWordsSeldom = 320;  // of one in which hardly anybody has two posts
constexpr std::size_t kMostHolders = 2;        // of one post
constexpr std::size_t kLongestFirst = 10;      // bytes of a first name; a longer word is a noun

// "J." and "Jan" are one; "Jan" and "Hans" are not.
bool is_one_first(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a == b || (a.size() == 1 && b.starts_with(a));
}

bool is_clean(const Holding& holding) { return !holding.under && holding.tense != Tense::kWas; }

bool share_body(const Holding& a, const Holding& b) {
  return std::ranges::any_of(a.body, [&](const std::string& one) {
    return std::ranges::any_of(b.body, [&](const std::string& other) { return is_same_word(one, other); });
  });
}

class Judge {
 public:
  Judge(const Document& document, const Facts& facts, const Definition& definition, const PostLanguages& languages,
        const PostBodies& bodies, Sink& sink)
      : document_(document),
        facts_(facts),
        definition_(definition),
        languages_(languages),
        bodies_(bodies),
        sink_(sink) {}

  bool run() {
    read();
    return find() || find_two_bodies();
  }

 private:
  bool find() {
    if (holdings_.size() < 2 || holdings_.size() > kMostHoldings) return false;
    People people;
    for (const Holding& holding : holdings_) {
      if (!holding.loose) people[holding.surname].push_back(&holding);
    }
    return std::ranges::any_of(people, [&](const auto& each) { return find_two_posts(each.second); }) ||
           find_two_holders() || find_taken_up(people);
  }

  [[nodiscard]] const Block& block(const Holding& holding) const { return document_.block(holding.block); }
  // Of a language in which there is a holding.
  [[nodiscard]] const PostWords& words(Language language) const {
    return *languages_.in(language, facts_.knowledge().tables);
  }

  void read() {
    for (std::uint32_t number = 0; number < document_.blocks().size(); ++number) {
      const Block& block = document_.block(number);
      if (!definition_.looks_at(block.role) || !definition_.sections.contains(block.language)) continue;
      const PostWords* words = languages_.in(block.language, facts_.knowledge().tables);
      if (words == nullptr) continue;
      for (Holding& holding : read_holdings(document_, number, *words)) {
        const bool bodied =
            words->are_by_body(holding.word, holding.word) || words->are_by_name(holding.word, holding.word);
        if (bodied && !holding.loose) bodied_holdings_.push_back(holding);
        if (!words->is_lead(holding.word)) holdings_.push_back(std::move(holding));
      }
    }
  }

  // One person, by the surname.
  bool find_two_posts(const std::vector<const Holding*>& named) {
    std::string first;
    for (const Holding* holding : named) {
      if (holding->first.empty()) continue;
      if (!first.empty() && !is_one_first(first, holding->first)) return false;
      if (first.size() < holding->first.size()) first = holding->first;
    }
    if (named.size() < 2) return false;
    if (first.empty()) first = first_name_of(*named.front());
    if (first.empty()) return false;
    for (std::size_t j = 1; j < named.size(); ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (named.size() > 2 || words_looked_at(document_, definition_) > kMostWordsSeldom ||
            !differ_in_rank(*named[i], *named[j]) || tells_of_both(*named[i]))
          continue;
        report(*named[j], *named[i], true);
        return true;
      }
    }
    for (const Clash least : {Clash::kAlways, Clash::kSeldom}) {
      if (least == Clash::kSeldom && words_looked_at(document_, definition_) > kMostWordsSeldom) return false;
      for (std::size_t j = 1; j < named.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
          if (least == Clash::kSeldom && (names_year(*named[i]) || names_year(*named[j]))) continue;
          if (!exclude(*named[i], *named[j], least) || !is_one_person(named, *named[i], *named[j], first)) continue;
          report(*named[j], *named[i], least == Clash::kSeldom);
          return true;
        }
      }
    }
    return false;
  }

  // "Yoakum, a Democrat", who is told of as Brenda Yoakum before. Where all nouns have a capital, the word before a
  // surname may be any.
  [[nodiscard]] std::string first_name_of(const Holding& holding) const {
    const PostWords& words = words_of(holding);
    for (std::uint32_t number = 0; number <= holding.block; ++number) {
      const Block& block = document_.block(number);
      if (facts_.numbers(block).capital_nouns) return {};
      const std::span<const Word> all = document_.words(block);
      for (std::size_t i = 1; i < all.size(); ++i) {
        if (!is_adjacent(block.text, all[i - 1].end, all[i].begin) ||
            plain_form(word_text(block, all[i])) != holding.surname) {
          continue;
        }
        const std::string given = plain_form(word_text(block, all[i - 1]));
        if (is_other_first(block, all[i - 1], {}, words) && !is_post(block, all[i - 1], words)) return given;
      }
    }
    return {};
  }

  // "Head of the museum", "head of the library": one person, in a short article.
  bool find_two_bodies() {
    if (bodied_holdings_.size() < 2 || words_looked_at(document_, definition_) > kMostWordsSeldom) return false;
    for (std::size_t j = 1; j < bodied_holdings_.size(); ++j) {
      const Holding& b = bodied_holdings_[j];
      for (std::size_t i = 0; i < j; ++i) {
        const Holding& a = bodied_holdings_[i];
        const bool same_name = a.surname == b.surname && !(a.first.empty() && b.first.empty()) &&
                               (a.first.empty() || b.first.empty() || is_one_first(a.first, b.first));
        if (!same_name || !is_clean(a) || !is_clean(b) || a.tense != b.tense || a.change || b.change) continue;
        if (a.block == b.block && a.sentence.begin == b.sentence.begin) continue;
        if (block(a).language != block(b).language || names_year(a) || names_year(b)) continue;
        const PostWords& words = this->words(block(a).language);
        const bool named = words.are_by_name(a.word, b.word);
        if (!named && !words.are_by_body(a.word, b.word)) continue;
        if (!bodies_.differ(document_, facts_, words, a, b, named) || tells_of_both(a)) continue;
        Holding here = b;
        Holding other = a;
        for (Holding* holding : {&here, &other}) holding->word.span = PostBodies::span_of(document_, words, *holding);
        report(here, other, true);
        return true;
      }
    }
    return false;
  }

  // Whether some sentence about the one tells of a change.
  [[nodiscard]] bool tells_of_both(const Holding& holding) const {
    const PostWords& words = words_of(holding);
    return std::ranges::any_of(document_.blocks(), [&](const Block& block) {
      if (!is_prose(block.role) || block.language != this->block(holding).language) return false;
      return std::ranges::any_of(document_.words(block), [&](const Word& word) {
        return is_capitalised(word_text(block, word)) && plain_form(word_text(block, word)) == holding.surname &&
               words.tells_of_change(document_, block, sentence_at(block.text, word.begin));
      });
    });
  }

  // "In 2019, the defence minister Luc Perrin"; a later clause tells of other things: "said that the ships, built in
  // 2012, would cost".
  [[nodiscard]] bool names_year(const Holding& holding) const {
    const TextSpan clause = clause_of(block(holding).text, holding.sentence, holding.name);
    return stet::names_year(facts_.time(), holding.block, {holding.sentence.begin, clause.end});
  }

  [[nodiscard]] bool exclude(const Holding& a, const Holding& b, Clash least = Clash::kAlways) const {
    if (!is_clean(a) || !is_clean(b) || a.tense != b.tense) return false;
    if (a.block == b.block && a.sentence.begin == b.sentence.begin) return false;
    if (block(a).language != block(b).language) return false;
    const PostWords& words = this->words(block(a).language);
    if (words.clash(a.word, b.word) < least || (!words.is_party(a.word) && (a.change || b.change))) return false;
    return words.is_party(a.word) || a.body.empty() || b.body.empty() || share_body(a, b);
  }

  // "Deputy mayor Ann Lowe", "mayor Ann Lowe"
  [[nodiscard]] bool differ_in_rank(const Holding& a, const Holding& b) const {
    const Holding& deputy = a.deputy ? a : b;
    const Holding& head = a.deputy ? b : a;
    if (!deputy.deputy || head.under || a.loose || b.loose || a.change || b.change) return false;
    if (a.tense != Tense::kNow || b.tense != Tense::kNow || block(a).language != block(b).language) return false;
    return words_of(a).share_post(a.word, b.word) && (a.body.empty() || b.body.empty() || share_body(a, b));
  }

  // Whether nothing tells of two people of one name, or of one who has both posts or had another one.
  [[nodiscard]] bool is_one_person(const std::vector<const Holding*>& named, const Holding& a, const Holding& b,
                                   std::string_view first) const {
    const PostWords& words = this->words(block(a).language);
    const bool party = words.is_party(a.word);
    for (const Holding* holding : named) {
      if (party && !words_of(*holding).is_party(holding->word)) continue;  // "state senator"
      if (!is_clean(*holding) || holding->tense != a.tense) return false;
      // "Sam Cole, his father, stayed."
      constexpr std::uint32_t kApposed = 2;  // bytes
      const std::uint32_t behind = holding->name.end + kApposed;
      if (words_of(*holding).around(Around::kSettled).longest(this->block(*holding).text, behind)) return false;
    }
    bool man = false;
    bool woman = false;
    for (const Block& block : document_.blocks()) {
      if (!is_prose(block.role) || block.language != this->block(a).language) continue;
      const TextSpan whole{0, static_cast<std::uint32_t>(block.text.size())};
      if (party && stet::holds(words.around(Around::kPartyChange), block.text, whole)) return false;
      const std::span<const Word> all = document_.words(block);
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].end - all[i].begin < 3 || !is_capitalised(word_text(block, all[i])) ||
            plain_form(word_text(block, all[i])) != a.surname) {
          continue;
        }
        const TextSpan sentence = sentence_at(block.text, all[i].begin);
        if (!party && words.tells_of_change(document_, block, sentence)) return false;
        if (i == 0 || !is_adjacent(block.text, all[i - 1].end, all[i].begin)) continue;
        man = man || words.around(Around::kHe).longest(block.text, all[i - 1].begin).found;
        woman = woman || words.around(Around::kShe).longest(block.text, all[i - 1].begin).found;
        if (is_other_first(block, all[i - 1], first, words) && !is_post(block, all[i - 1], words)) return false;
      }
    }
    return !(man && woman) && a.word.posts != b.word.posts;
  }

  [[nodiscard]] bool is_post(const Block& block, const Word& word, const PostWords& words) const {
    return std::ranges::any_of(words.find(document_, block), [&](const PostWord& post) {
      return post.span.contains({word.begin, word.end});
    });
  }

  // "Hans" in "Hans Meier", where he is Jan elsewhere.
  [[nodiscard]] static bool is_other_first(const Block& block, const Word& word, std::string_view first,
                                           const PostWords& words) {
    const std::string_view text = word_text(block, word);
    if (!is_capitalised(text) || text.size() > kLongestFirst) return false;
    if (words.around(Around::kTitle).longest(block.text, word.begin).found) return false;
    const auto home = table_number(block.language);
    const WordKinship& kin = kinship(word.hash);
    if (home && ((kin.small | kin.common) >> *home & 1U) != 0) return false;
    // "Marie-Laure" ends the first name that begins with "marie".
    return !is_one_first(plain_form(text), first) && !(word.begin > 0 && block.text[word.begin - 1] == '-');
  }

  // "Goalkeeper Ben Tully … The striker": a short article that tells of no other one by name.
  bool find_taken_up(const People& people) {
    const std::size_t size = words_looked_at(document_, definition_);
    if (people.size() > kMostPeopleTold || size > kMostWordsSeldom) return false;
    for (const bool sure : {true, false}) {
      for (const Holding& loose : holdings_) {
        if (!loose.loose || loose.change || !is_clean(loose) || (sure && loose.inside)) continue;
        const Holding* told = nullptr;
        std::size_t excluding = 0;
        bool others = size > kMostWordsOfOne || people.size() > kMostPeopleSure;
        for (const auto& [surname, named] : people) {
          const Holding* excluded = told_otherwise(named, loose, sure);
          others = others || excluded == nullptr;
          excluding += excluded != nullptr ? 1 : 0;
          if (excluded != nullptr && (told == nullptr || is_before(*told, *excluded))) told = excluded;
          if (excluded == nullptr && may_be_called(named, loose)) {
            told = nullptr;
            break;
          }
        }
        if (told == nullptr || (sure && others)) continue;
        const PostWords& words = words_of(loose);
        // "Dutton accuses the treasurer, Max Orchard. The mayor": neither of two.
        if (sure && excluding > 1 && !words.share_family(told->word, loose.word)) continue;
        if (differ_in_sex(*told, loose) || (!sure && stands_before(loose))) continue;
        if (!sure && names_others(document_, words, {told->block, told->name}, before(loose), told->surname)) continue;
        report(loose, *told, !sure);
        return true;
      }
    }
    return false;
  }

  // "La joueuse", "le gardien"
  [[nodiscard]] bool differ_in_sex(const Holding& a, const Holding& b) const {
    const auto* endings = definition_.option<std::vector<std::string>>(block(a).language, "female-endings");
    // "Die Abgeordnete", "die Politikerin": of one family either may be of a woman.
    if (endings == nullptr || (!b.inside && words_of(a).share_family(a.word, b.word))) return false;
    const auto is_female = [&](const Holding& holding) {
      const auto words = words_in(document_.words(block(holding)), holding.word.span);
      return std::ranges::any_of(words, [&](const Word& word) {
        const std::string_view text = word_text(block(holding), word);
        return std::ranges::any_of(*endings, [&](const std::string& ending) { return text.ends_with(ending); });
      });
    };
    return is_female(a) != is_female(b);
  }

  // "Coach Joe Hale said that the striker": who says it is somebody else.
  [[nodiscard]] static TextPlace before(const Holding& loose) {
    const std::uint32_t begin = loose.inside ? loose.sentence.begin : loose.name.begin;
    return {loose.block, {begin, begin}};
  }

  // In the first paragraph or over it.
  [[nodiscard]] bool is_introduced(const Holding& holding) const {
    return std::ranges::none_of(document_.blocks().first(holding.block),
                                [](const Block& block) { return block.role == Role::kParagraph; });
  }

  // Whether the article has a word for the same post before: "a beekeeper … the beekeeper".
  [[nodiscard]] bool stands_before(const Holding& loose) const {
    const PostWords& words = words_of(loose);
    for (std::uint32_t number = 0; number <= loose.block; ++number) {
      const Block& block = document_.block(number);
      if (!is_prose(block.role) || block.language != this->block(loose).language) continue;
      for (const PostWord& post : words.find(document_, block)) {
        if (number == loose.block && post.span.begin >= loose.word.span.begin) break;
        if (words.share_post(post, loose.word)) return true;
      }
    }
    return false;
  }

  // Whether the loose word may be for somebody else of whom it is told: but a mayor is no goalkeeper, nor a coach.
  [[nodiscard]] bool may_be_called(const std::vector<const Holding*>& named, const Holding& loose) const {
    const PostWords& words = words_of(loose);
    return std::ranges::any_of(named, [&](const Holding* holding) {
      return !words.is_closed(loose.word) || words.share_post(holding->word, loose.word);
    });
  }

  // The first thing told of somebody that excludes what stands without a name behind it.
  [[nodiscard]] const Holding* told_otherwise(const std::vector<const Holding*>& named, const Holding& loose,
                                              bool sure_only) const {
    for (const Holding* holding : named) {
      if (holding->first.empty() || !is_before(*holding, loose)) continue;
      const bool sure = exclude(*holding, loose);
      if (sure_only ? !sure : !sure && !exclude(*holding, loose, Clash::kSeldom)) continue;
      // Hardly anybody has both: of whom the article is about.
      if (!sure && !words_of(loose).share_family(holding->word, loose.word) && !is_introduced(*holding)) continue;
      if (is_one_person(named, *holding, loose, holding->first)) return holding;
    }
    return nullptr;
  }

  [[nodiscard]] static bool is_before(const Holding& a, const Holding& b) {
    return std::pair(a.block, a.sentence.begin) < std::pair(b.block, b.sentence.begin);
  }

  bool find_two_holders() {
    if (words_looked_at(document_, definition_) > kMostWords) return false;
    for (const bool sure : {true, false}) {
      for (std::size_t j = 1; j < holdings_.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
          if (are_sure(holdings_[i], holdings_[j]) != sure || !are_two_holders(holdings_[i], holdings_[j])) continue;
          report_holders(holdings_[j], holdings_[i]);
          return true;
        }
      }
    }
    return false;
  }

  // Whether a body is named with one of them, or the post is one that there is once.
  [[nodiscard]] bool are_sure(const Holding& a, const Holding& b) const {
    if (b.tense == Tense::kNext || !a.body.empty() || !b.body.empty()) return true;
    if (block(a).language != block(b).language) return false;
    return words_of(b).holders(b.word, a.word) != PostWords::Holders::kOneEach;
  }

  // "Anna Weber", and of a name read too long: "Anna Weber den Rat".
  [[nodiscard]] bool holds_name(const Holding& a, const Holding& b) const {
    return std::ranges::any_of(words_in(document_.words(block(a)), a.name),
                               [&](const Word& word) { return plain_form(word_text(block(a), word)) == b.surname; });
  }

  [[nodiscard]] bool are_two_holders(const Holding& a, const Holding& b) const {
    if (a.loose || b.loose || holds_name(a, b) || holds_name(b, a) || a.first.empty() || b.first.empty() ||
        a.tense != b.tense)
      return false;
    if (!is_clean(a) || !is_clean(b) || (a.tense == Tense::kNow && (a.change || b.change))) return false;
    if (a.block == b.block && a.sentence.begin == b.sentence.begin) return false;
    if (block(a).language != block(b).language) return false;
    const PostWords::Holders holders = words(block(a).language).holders(a.word, b.word);
    if (holders == PostWords::Holders::kMany) return false;
    const bool same = share_body(a, b);
    if (!same && !a.body.empty() && !b.body.empty()) return false;
    const bool each = holders == PostWords::Holders::kOneEach && a.tense != Tense::kNext;
    if (!same && each && !is_known_body(a, b) && !are_taken_for_known(a, b)) return false;
    return is_sole(a, b);
  }

  // "The mayor, Ann Lowe, … Joe Hale, the mayor,": a short article that tells of one body.
  [[nodiscard]] bool are_taken_for_known(const Holding& a, const Holding& b) const {
    const auto is_known = [&](const Holding& holding) {
      const Block& block = this->block(holding);
      const auto words = document_.words(block);
      const auto word = std::ranges::lower_bound(words, holding.word.span.begin, {}, &Word::begin);
      if (!holding.body.empty() || is_prose_title(block)) return false;
      if (word == words.begin()) return false;
      // "The company's chief executive"
      const std::string_view owner = word_text(block, *(word - 1));
      if (owner == "s") return true;
      const auto definite = words_of(holding).around(Around::kDefinite).longest(block.text, (word - 1)->begin);
      return definite.found && block.text.substr(definite.position, word->begin - definite.position).size() <= 1;
    };
    if (words_looked_at(document_, definition_) > kMostWordsOfBody) return false;
    // "Chief executive Ann Lowe flew in … the chief executive, Joe Hale"; but of two teams "coach Reed" and "coach
    // Bell".
    return (is_known(a) && (is_known(b) || is_bare_title(b))) || (is_known(b) && is_bare_title(a));
  }
  // Whether the post stands right before the name, and no small word before the post.
  [[nodiscard]] bool is_bare_title(const Holding& holding) const {
    const Block& block = this->block(holding);
    if (!holding.body.empty() || is_prose_title(block)) return false;
    const TextSpan post = holding.word.span;
    if (post.end > holding.name.begin || !is_adjacent(block.text, post.end, holding.name.begin)) return false;
    const std::span<const Word> before = words_in(document_.words(block), {holding.sentence.begin, post.begin});
    const auto home = table_number(block.language);
    return before.empty() || !home || (kinship(before.back().hash).small >> *home & 1U) == 0;
  }
  [[nodiscard]] static bool is_prose_title(const Block& block) {
    return block.role == Role::kTitle || block.role == Role::kHeading;
  }
  [[nodiscard]] const PostWords& words_of(const Holding& holding) const { return words(block(holding).language); }

  // "The mayor … the mayor of Leeds": one of the two has a body, of which the article tells besides.
  [[nodiscard]] bool is_known_body(const Holding& a, const Holding& b) const {
    const Holding& of = a.body.empty() ? b : a;
    if (of.body.empty()) return false;
    for (std::uint32_t number = 0; number < document_.blocks().size(); ++number) {
      const Block& block = document_.block(number);
      if (!is_prose(block.role)) continue;
      for (const Word& word : document_.words(block)) {
        if (number == of.block && of.sentence.contains({word.begin, word.end})) continue;
        if (!is_capitalised(word_text(block, word))) continue;
        const std::string form = context_form(word_text(block, word));
        if (std::ranges::any_of(of.body, [&](const std::string& name) { return is_same_word(name, form); }))
          return true;
      }
    }
    return false;
  }

  // Whether the article gives the post to nobody else, and to nobody of another body, and tells of no former holder.
  [[nodiscard]] bool is_sole(const Holding& a, const Holding& b) const {
    const PostWords& words = this->words(block(a).language);
    std::set<std::string_view> holders;
    for (const Holding& holding : holdings_) {
      if (holding.loose || block(holding).language != block(a).language) continue;
      if (words.holders(holding.word, a.word) == PostWords::Holders::kMany) continue;
      if (!is_clean(holding) || holding.tense != a.tense) return false;
      holders.insert(holding.surname);
      const Holding& of = a.body.empty() ? b : a;
      if (!holding.body.empty() && !of.body.empty() && !share_body(holding, of)) return false;
    }
    return holders.size() <= kMostHolders;
  }

  [[nodiscard]] std::string written(const Holding& holding, TextSpan span) const {
    return std::string(block(holding).text.substr(span.begin, span.size()));
  }

  void report(const Holding& here, const Holding& other, bool seldom = false) {
    Finding finding;
    if (seldom) finding.severity = Severity::kInfo;
    finding.place = {here.block, here.word.span};
    finding.wording = words(block(here).language).is_party(here.word) ? "party" : "";
    const Holding& named = here.loose ? other : here;
    finding.values = {{"name", written(named, named.name)},
                      {"office", written(here, here.word.span)},
                      {"other", written(other, other.word.span)}};
    finding.related.push_back({{other.block, other.word.span}, "other", {{"other", written(other, other.word.span)}}});
    sink_.report(std::move(finding));
  }

  void report_holders(const Holding& here, const Holding& other) {
    Finding finding;
    if (!are_sure(other, here)) finding.severity = Severity::kInfo;
    finding.place = {here.block, here.name};
    finding.wording = "holder";
    finding.values = {{"name", written(here, here.name)},
                      {"office", written(here, here.word.span)},
                      {"other", written(other, other.name)}};
    finding.related.push_back({{other.block, other.name}, "other", {{"other", written(other, other.name)}}});
    sink_.report(std::move(finding));
  }

  const Document& document_;
  const Facts& facts_;
  const Definition& definition_;
  const PostLanguages& languages_;
  const PostBodies& bodies_;
  Sink& sink_;
  std::vector<Holding> holdings_;
  std::vector<Holding> bodied_holdings_;
};

}  // namespace

bool report_post_conflict(const Document& document, const Facts& facts, const Definition& definition,
                          const PostLanguages& languages, const PostBodies& bodies, Sink& sink) {
  return Judge(document, facts, definition, languages, bodies, sink).run();
}

}  // namespace stet
