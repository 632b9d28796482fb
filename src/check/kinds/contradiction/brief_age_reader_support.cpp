#include "check/kinds/contradiction/brief_age_reader_support.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "check/kinds/context_support.h"
#include "check/kinds/contradiction/brief_age_words_support.h"
#include "check/kinds/date/date_support.h"
#include "facts/speech.h"
#include "text/language_model.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace stet {
namespace {

constexpr std::size_t kMostOfName = 4;  // words of a name, what somebody is included
constexpr std::uint32_t kReach = 25;    // bytes before an age in which a word silences it
constexpr std::uint32_t kBehind = 10;   // the same behind it
constexpr std::uint32_t kBeside = 14;   // bytes between a relative and the age
constexpr double kOldest = 110;
constexpr double kLeastBirthday = 10;

// Reads the ages of one block.
class BriefAges {
 public:
  BriefAges(const Document& document, const Facts& facts, std::uint32_t number, const RuleWords::Tries& lists)
      : number_(number),
        facts_(facts),
        block_(document.block(number)),
        words_(document.words(block_)),
        lists_(lists),
        capital_nouns_(facts.numbers(block_).capital_nouns),
        reader_(document, number, lists) {}

  std::optional<BriefAge> read(const Quantity& q) const {
    if (q.fraction || q.article || q.decimals != 0 || q.value < 1 || q.value > kOldest || q.scale != 1)
      return std::nullopt;
    // "At just 43": "just" may hedge.
    const bool only = q.hedge != Hedge::kUpTo && q.hedge != Hedge::kAtLeast;
    if (q.range != Quantity::Range::kSingle || !only) return std::nullopt;
    const bool years = q.dimension_of() == Dimension::kTime && unit_of(q.unit).key == "year";
    if (!years && q.unit != kNoUnit) return std::nullopt;
    BriefAge age{number_, q.number, sentence_at(block_.text, q.span.begin), q.value};
    const std::string_view text = block_.text;
    const std::size_t behind = end_of_age(q);
    const std::size_t front = skip_blanks_back(text, q.span.begin);
    const char before = front > 0 ? text[front - 1] : ' ';
    const auto aged = lists_[kAged].longest(text, front);
    const bool apart = (before == ',' || before == '(' || aged) && is_apart(q.span.end);
    const bool died = tells_death(age.sentence, front);
    const bool old = behind != q.span.end;
    const auto has = years ? lists_[kHas].longest(text, front) : PhraseTrie::Match{};
    if (tells_of_known(q, front, years)) {
      age.definite = age.bare = true;
      return age;
    }
    age.begins = !old && !died && !(years && aged) && begins_with(q, front, years);
    if (age.begins) read_birthday(front, age);
    if (!years && !old && !apart) {
      // "Brinkmann is 74 and"
      const auto is = lists_[kIsAged].longest(text, front);
      if (is && q.value >= kLeastBirthday && (is_apart(q.span.end) || is_bare_behind(skip_blanks(text, q.span.end))))
        add_names_before(skip_blanks_back(text, is.position), age.names);
      const auto home = table_number(block_.language);
      const auto is_small = [&](const std::string& name) {
        return home && (kinship(hash_word(name)).small >> *home & 1U) != 0;
      };
      if (!age.names.empty() && std::ranges::none_of(age.names, is_small)) return age;
      age.names.clear();
    }
    // "Says of the 77-year-old": "über die 77-Jährige".
    const bool hedged = q.hedge != Hedge::kExact && !(q.hedge == Hedge::kOver && old);
    if (hedged && !age.begins) return std::nullopt;
    if (!old && !apart && !(years && aged) && !has && !age.begins && !died) return std::nullopt;
    if (age.begins) {
      std::size_t next = skip_blanks(text, q.span.end);
      if (next < text.size() && text[next] == ',') next = skip_blanks(text, next + 1);
      add_names_behind(next, age.names);
      return age;
    }
    if (has) add_names_before(skip_blanks_back(text, has.position), age.names);
    // "Zazu wurde 43 Jahre alt"
    if (const auto became = lists_[kBecame].longest(text, front); became && old && age.names.empty()) {
      add_names_before(skip_blanks_back(text, became.position), age.names);
      if (!age.names.empty()) return age;
    }
    // "Die 43-Jährige spielt Waldhorn", "spielt die 43-Jährige Waldhorn": no name stands behind a noun.
    const bool is_noun =
        capital_nouns_ && text.substr(q.span.begin, q.span.size()).find("Jährig") != std::string_view::npos;
    if (old && !is_noun) add_names_behind(behind, age.names);
    std::size_t from = q.span.begin;
    if (age.names.empty() && (apart || aged)) {
      const std::size_t at = aged ? aged.position : q.span.begin;
      from = add_names_before(at, age.names);
      // "Aged 68, Colette Rigaud"
      if (aged && age.names.empty() && opens_clause(text, static_cast<std::uint32_t>(aged.position)) &&
          text.substr(q.span.end, 2) == ", ")
        add_names_behind(q.span.end + 2, age.names);
      // "Aged 19 she won": it may be years ago. But not "he was 19".
      if (aged && age.names.empty() && begins_with(q, front, years)) age.begins = true;
    }
    const PersonReader::Article article = reader_.article(from, kMostAdjectives);
    // "For a 52-year-old she is quick"
    const bool compared = old && static_cast<bool>(lists_[kForOne].longest(text, front));
    age.definite = (article.definite && !article.several) || compared;
    age.indefinite = article.indefinite && !compared;
    age.several = article.several || article.counted;
    // "Die 43-Jährige rief"
    if (old && !is_noun) age.person = reader_.behind(behind);
    age.bare = old && !age.person && is_bare(q, behind);
    if (!age.person && (apart || aged)) age.person = reader_.before(aged ? aged.position : q.span.begin);
    // "His 31-year-old victim": of whom it was told.
    const bool possessed = article.indefinite && !lists_[kOne].longest(text, skip_blanks_back(text, q.span.begin));
    if (old && possessed && lists_[kVictims].longest(text, skip_blanks(text, behind))) {
      age.definite = age.bare = !age.several;
      age.names.clear();
      age.person.reset();
    }
    // "He died at 83": of whom it was told.
    if (died && age.names.empty() && !age.indefinite && !age.person) {
      age.died = age.definite = age.bare = true;
      age.several = false;
    }
    return age;
  }

 private:
  // "She is 52", "Elle a 52 ans", at the begin of a sentence: of whom it was told.
  bool tells_of_known(const Quantity& q, std::size_t front, bool years) const {
    const auto stated = lists_[kStated].longest(block_.text, front);
    if (!stated || q.value < kLeastBirthday || q.hedge != Hedge::kExact) return false;
    if (!opens_clause(block_.text, static_cast<std::uint32_t>(stated.position))) return false;
    return years || is_apart(q.span.end) || is_bare_behind(skip_blanks(block_.text, q.span.end));
  }

  // "Turned 47 in May": lately, unless a year is named. "Turns 47 in May": soon.
  void read_birthday(std::size_t front, BriefAge& age) const {
    if (names_year(facts_.time(), number_, age.sentence)) return;
    age.current = static_cast<bool>(lists_[kTurnedLately].longest(block_.text, front)) ||
                  holds(lists_[kIsNow], block_.text, age.sentence);
    if (lists_[kTurning].longest(block_.text, front)) age.birthday = age.definite = age.bare = true;
  }

  // Behind "year-old", "Jahre alte", "jährige"; where the number ends when it tells no age by itself.
  std::size_t end_of_age(const Quantity& q) const {
    const std::string_view text = block_.text;
    std::size_t pos = skip_blanks(text, q.span.end);
    if (pos < text.size() && text[pos] == '-') ++pos;
    if (const auto old = lists_[kOld].longest(text, pos); old && q.unit != kNoUnit) return old.position;
    const std::string_view written = text.substr(q.span.begin, q.span.size());
    // "34-Jährige", "achtjährige"
    return written.find("hrig") != std::string_view::npos ? q.span.end + 1 : q.span.end;
  }

  // "Died at 83"
  bool tells_death(TextSpan sentence, std::size_t front) const {
    return lists_[kDiedAt].longest(block_.text, front) && holds(lists_[kDied], block_.text, sentence) &&
           !holds(lists_[kRelatives], block_.text, {sentence.begin, static_cast<std::uint32_t>(front)});
  }

  // "Die 34-Jährige", "die Sechsjährige", "the 34-year-old said", but not "the 34-year-old house".
  bool is_bare(const Quantity& q, std::size_t behind) const {
    if (capital_nouns_) {
      const std::string_view written = block_.text.substr(q.span.begin, q.span.size());
      return written.find("Jährig") != std::string_view::npos || (q.spelled && is_capitalised(written));
    }
    return is_bare_behind(behind);
  }

  bool is_bare_behind(std::size_t behind) const {
    const auto next = std::ranges::lower_bound(words_, behind, {}, &Word::begin);
    const auto home = table_number(block_.language);
    if (!home || next == words_.end() || next->begin > behind + 1) return true;
    const WordKinship& kin = kinship(next->hash);
    return ((kin.small | kin.verbs) >> *home & 1U) != 0 || word_text(block_, *next).ends_with("ed");
  }

  // "At 64, Abbott", "À 94 ans, elle": what stands before the number begins the sentence or a clause behind a colon.
  bool begins_with(const Quantity& q, std::size_t front, bool years) const {
    if (years && lists_[kWith].longest(block_.text, front)) return true;
    // "Turned 43 in March"
    if (!years && lists_[kTurned].longest(block_.text, front) &&
        (is_apart(q.span.end) || is_bare(q, skip_blanks(block_.text, q.span.end))))
      return true;
    const auto begin = lists_[kBeginsWith].longest(block_.text, front);
    if (!begin || !(years || is_apart(q.span.end))) return false;
    return opens_clause(block_.text, static_cast<std::uint32_t>(begin.position));
  }

  bool is_apart(std::size_t end) const {
    const std::size_t next = skip_blanks(block_.text, end);
    return next >= block_.text.size() || std::string_view(",.;)").find(block_.text[next]) != std::string_view::npos;
  }

  // "31-year-old Jonas Wirth", "Jahre alte Bergführerin Ramona Huber"
  void add_names_behind(std::size_t pos, std::set<std::string>& names) const {
    auto word = std::ranges::lower_bound(words_, pos > 0 ? pos - 1 : 0, {}, &Word::begin);
    std::size_t end = pos;
    for (std::size_t i = 0; word != words_.end() && i < kMostOfName; ++word, ++i) {
      if (word->begin > end + 2 || !is_capitalised(word_text(block_, *word))) break;
      add_name(*word, names);
      end = word->end;
    }
  }

  // "Joan Abbott, 61", "Keller (24)"; where they begin.
  std::size_t add_names_before(std::size_t pos, std::set<std::string>& names) const {
    auto begin = static_cast<std::uint32_t>(pos);
    auto word = std::ranges::lower_bound(words_, pos, {}, &Word::begin);
    for (std::size_t i = 0; word != words_.begin() && i < kMostOfName; ++i) {
      --word;
      const std::string_view gap = block_.text.substr(word->end, begin - word->end);
      const bool beside = i == 0 ? gap.size() <= 3 : gap == "-" || is_adjacent(block_.text, word->end, begin);
      if (!beside || !is_capitalised(word_text(block_, *word))) break;
      add_name(*word, names);
      begin = word->begin;
    }
    if (begin != pos) return begin;
    // "the teenager, 17,", "la mujer de 42 años"
    const auto person = reader_.before(pos);
    return person ? person->span.begin : pos;
  }

  // "Der Fahrer" has no name, and neither has a house where all nouns have capitals.
  void add_name(const Word& word, std::set<std::string>& names) const {
    const auto home = table_number(block_.language);
    const bool noun = capital_nouns_ && home && (kinship(word.hash).own() >> *home & 1U) != 0;
    if (!noun && !lists_[kPeople].longest(block_.text, word.begin)) names.insert(context_form(word_text(block_, word)));
  }

  std::uint32_t number_;
  const Facts& facts_;
  const Block& block_;
  std::span<const Word> words_;
  const RuleWords::Tries& lists_;
  bool capital_nouns_;
  PersonReader reader_;
};

// "Then 34", "her brother, 34"; but "la femme de 34 ans" is no wife.
bool is_silent(const Block& block, std::span<const Word> words, const RuleWords::Tries& lists, const BriefAge& age) {
  const TextSpan near{std::max(age.sentence.begin, age.span.begin - std::min(age.span.begin, kReach)),
                      std::min(age.sentence.end, age.span.end + kBehind)};
  if (holds(lists[kUnless], block.text, near)) return true;
  // "Would be 14", but not "at 14 she would be the youngest".
  if (!age.begins && holds(lists[kHypothetical], block.text, near)) return true;
  const std::uint32_t begin = std::max(near.begin, age.span.begin - std::min(age.span.begin, kBeside));
  return std::ranges::any_of(words_in(words, {near.begin, age.span.begin}), [&](const Word& word) {
    const auto relative = lists[kRelatives].longest(block.text, word.begin);
    if (!relative || lists[kGeneric].longest(block.text, word.begin)) return false;
    // "A grandmother of 84"; "Grandmother, 84, chases off burglar"
    if (lists[kOne].longest(block.text, skip_blanks_back(block.text, word.begin))) return false;
    if (word.begin == 0 && (block.role == Role::kTitle || block.role == Role::kHeading)) return false;
    // "The cyclist's son, 14"; "le fils du cycliste, 14 ans"
    return word.begin >= begin || lists[kOf].longest(block.text, skip_blanks(block.text, relative.position));
  });
}

}  // namespace

std::vector<BriefAge> read_brief_ages(const Document& document, const Facts& facts, const Definition& definition,
                                      const RuleWords& words, const WordedAges& worded) {
  std::vector<BriefAge> ages;
  QuotedBlocks quoted(document);
  const auto add = [&](BriefAge age) {
    const Block& block = document.block(age.block);
    if (quoted.hold(age.block, age.span)) return;
    if (age.birthday || !is_silent(block, document.words(block), *words.in(block.language), age))
      ages.push_back(std::move(age));
  };
  for (const Quantity& q : facts.quantities()) {
    const Block& block = document.block(q.block);
    const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
    if (lists == nullptr) continue;
    if (auto age = BriefAges(document, facts, q.block, *lists).read(q)) add(std::move(*age));
  }
  const auto for_each_block = [&](const auto& read) {
    for (std::uint32_t number = 0; number < document.blocks().size(); ++number) {
      const Block& block = document.block(number);
      const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
      if (lists == nullptr) continue;
      std::vector<BriefAge> found;
      read(number, *lists, found);
      for (BriefAge& age : found) add(std::move(age));
    }
  };
  for_each_block([&](std::uint32_t number, const RuleWords::Tries& lists, std::vector<BriefAge>& found) {
    add_birthdays(document, number, lists, found);
  });
  for_each_block([&](std::uint32_t number, const RuleWords::Tries& lists, std::vector<BriefAge>& found) {
    const Language language = document.block(number).language;
    const auto* listed = definition.option<std::vector<std::string>>(language, "age-words");
    if (listed == nullptr) return;
    const auto& hashes = worded.get(language, [&] {
      std::unordered_set<std::uint32_t> own;
      for (const std::string& entry : *listed) {
        own.insert(hash_word(std::string_view(entry).substr(0, entry.find('='))));
      }
      return own;
    });
    add_worded_ages(document, number, lists, *listed, hashes, found);
  });
  // A decade by itself clashes with nothing.
  if (ages.empty()) return ages;
  for_each_block([&](std::uint32_t number, const RuleWords::Tries& lists, std::vector<BriefAge>& found) {
    add_phrased_ages(document, number, lists, found);
  });
  return ages;
}

}  // namespace stet
