#include "check/kinds/contradiction/cast_support.h"

#include <algorithm>
#include <map>

#include "check/kinds/contradiction/cast_reader_support.h"
#include "text/sentences.h"

namespace stet {
namespace {

constexpr std::ptrdiff_t kMostOpening = 4;  // blanks before a subject in its clause
constexpr std::uint32_t kAdjacent = 60;     // bytes of a mention right behind a verb
constexpr std::size_t kFarBack = 2;         // sentences that a pronoun looks back

// What is known of somebody.
struct Person {
  Sex sex = Sex::kUnknown;
  std::set<std::uint32_t> trades;
  int age = 0;
  std::string first;
  std::string surname;
  std::string whose;
  bool owned = false;  // "his brother"
  bool another = false;
  bool told = false;  // of whom a sentence tells, not only by whom or with whom

  bool may_be(const CastMention& mention) const {
    if (sex != Sex::kUnknown && mention.sex != Sex::kUnknown && sex != mention.sex) return false;
    if (!whose.empty() && !mention.whose.empty() && whose != mention.whose) return false;
    return age == 0 || mention.age == 0 || age == mention.age;
  }
  void learn(const CastMention& mention, bool teaches_sex) {
    if (mention.sex != Sex::kUnknown && teaches_sex) sex = mention.sex;
    told = told || !mention.of;
    if (mention.trade != CastMention::kNone) trades.insert(mention.trade);
    if (mention.age != 0) age = mention.age;
    if (whose.empty()) whose = mention.whose;
    if (!mention.surname.empty() && surname.empty()) surname = mention.surname;
    if (!mention.first.empty() && first.empty()) first = mention.first;
  }
};

class Resolver {
 public:
  Resolver(const Document& document, std::vector<CastMention>& mentions) : document_(document), mentions_(mentions) {}

  std::size_t resolve() {
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      CastMention& mention = mentions_[i];
      if (mention.several || mention.nobody) continue;
      mention.person = find(i);
      if (mention.person == CastMention::kNone) continue;
      people_[mention.person].learn(mention, !mention.pronoun || people_.size() == 1);
    }
    return people_.size();
  }

 private:
  std::uint32_t add() {
    people_.emplace_back();
    return static_cast<std::uint32_t>(people_.size() - 1);
  }

  std::uint32_t find(std::size_t i) {
    const CastMention& mention = mentions_[i];
    if (mention.pronoun) return by_pronoun(i);
    if (const std::uint32_t beside = by_apposition(i); beside != CastMention::kNone) return beside;
    if (!mention.surname.empty()) return by_name(mention);
    if (mention.owned && !mention.generic) {
      const std::uint32_t known = by_trade(mention);
      const std::uint32_t person = known == CastMention::kNone ? add() : known;
      people_[person].owned = true;
      return person;
    }
    if (mention.indefinite) {
      const std::uint32_t person = add();
      people_[person].another = mention.another;
      return person;
    }
    std::vector<std::uint32_t> same;
    std::vector<std::uint32_t> possible;
    for (std::uint32_t p = 0; p < people_.size(); ++p) {
      if (!people_[p].may_be(mention)) continue;
      possible.push_back(p);
      const bool of_trade = mention.trade != CastMention::kNone && people_[p].trades.contains(mention.trade);
      if (of_trade || (mention.age != 0 && people_[p].age == mention.age)) same.push_back(p);
    }
    if (same.size() == 1) return people_[same.front()].another ? CastMention::kNone : same.front();
    if (same.size() > 1) return CastMention::kNone;
    // "The pensioner" is somebody told of before, "the driver" is not.
    if (mention.estate && !mention.owned) {
      std::erase_if(possible, [&](std::uint32_t p) { return !people_[p].told || people_[p].owned; });
      if (possible.size() == 1) return possible.front();
      return add();
    }
    if ((!mention.generic && !mention.guessed) || mention.owned) return add();
    if (possible.empty() && mention.generic) return add();
    if (mention.generic && possible.size() > 1) {
      std::erase_if(possible, [&](std::uint32_t p) { return !people_[p].told || people_[p].owned; });
    }
    if (mention.guessed) {
      std::erase_if(possible, [&](std::uint32_t p) { return !people_[p].told || people_[p].owned; });
    }
    if (possible.size() == 1) return possible.front();
    return CastMention::kNone;
  }

  // "Instructor Paul Imrie", "Paul Imrie, a driver,": one person.
  std::uint32_t by_apposition(std::size_t i) const {
    if (i == 0) return CastMention::kNone;
    const CastMention& mention = mentions_[i];
    const CastMention& before = mentions_[i - 1];
    if (before.block != mention.block || before.several || before.nobody || before.pronoun ||
        before.person == CastMention::kNone)
      return CastMention::kNone;
    if (before.surname.empty() == mention.surname.empty()) return CastMention::kNone;
    if (mention.span.begin < before.span.end) return before.person;
    const std::string_view between =
        document_.block(mention.block).text.substr(before.span.end, mention.span.begin - before.span.end);
    const bool comma = between.starts_with(", ") && between.size() <= 6;
    if (between != " " && !comma) return CastMention::kNone;
    return people_[before.person].may_be(mention) ? before.person : CastMention::kNone;
  }

  std::uint32_t by_trade(const CastMention& mention) const {
    std::uint32_t found = CastMention::kNone;
    for (std::uint32_t p = 0; p < people_.size(); ++p) {
      if (!people_[p].may_be(mention) || !people_[p].trades.contains(mention.trade)) continue;
      if (found != CastMention::kNone) return CastMention::kNone;
      found = p;
    }
    return found;
  }

  std::uint32_t by_name(const CastMention& mention) {
    for (std::uint32_t p = 0; p < people_.size(); ++p) {
      const Person& person = people_[p];
      if (person.surname.empty()) continue;
      const bool first_alone = mention.first.empty() && mention.surname == person.first;
      if (person.surname != mention.surname && !first_alone) continue;
      if (!mention.first.empty() && !person.first.empty() && mention.first != person.first) continue;
      if (!person.may_be(mention)) continue;
      return p;
    }
    // "A driver died. Paul Imrie, 36, was …": the one who has no name yet.
    if (mention.age != 0 || mention.named) {
      std::vector<std::uint32_t> unnamed;
      for (std::uint32_t p = 0; p < people_.size(); ++p) {
        const Person& person = people_[p];
        if (person.surname.empty() && !person.owned && person.may_be(mention)) unnamed.push_back(p);
      }
      if (unnamed.size() == 1) return unnamed.front();
    }
    return add();
  }

  // The last one it may be, the one that a sentence tells of first.
  std::uint32_t by_pronoun(std::size_t i) {
    const CastMention& mention = mentions_[i];
    std::size_t seen = 0;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> last;  // block, begin of the sentence that is looked at
    std::uint32_t best = CastMention::kNone;
    for (std::size_t k = i; k-- > 0;) {
      const CastMention& before = mentions_[k];
      const TextSpan its = sentence_at(document_.block(before.block).text, before.span.begin);
      const std::pair key(before.block, its.begin);
      if (!last || *last != key) {
        if (best != CastMention::kNone) return best;
        if (last && ++seen > kFarBack) return CastMention::kNone;
        last = key;
      }
      if (before.several || before.person == CastMention::kNone || !people_[before.person].may_be(mention)) continue;
      if (before.of && best != CastMention::kNone) continue;
      best = before.person;
    }
    return best;
  }

  const Document& document_;
  std::vector<CastMention>& mentions_;
  std::vector<Person> people_;
};

bool is_mark(char c) { return c == ',' || c == ';' || c == ':' || c == '(' || c == ')'; }

}  // namespace

Cast::Cast(const Document& document, const Definition& definition, const RuleWords& words)
    : document_(document), words_(words) {
  std::set<std::string> singles;
  std::map<Language, Endings> all_endings;
  for (const bool reading : {false, true}) {
    for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
      const Block& block = document.block(b);
      const RuleWords::Tries* lists = definition.looks_at(block.role) ? words.in(block.language) : nullptr;
      if (lists == nullptr) continue;
      const auto endings = all_endings.try_emplace(block.language).first;
      if (!reading) endings->second = endings_of(definition, block.language);
      const bool* verb_first = definition.option<bool>(block.language, "verb-first");
      if (verb_first != nullptr && *verb_first) verb_first_.insert(block.language);
      if (reading) {
        read_mentions(document, b, *lists, endings->second, singles, mentions_);
      } else {
        collect_single_names(document, b, *lists, endings->second, singles);
      }
    }
  }
  people_ = Resolver(document, mentions_).resolve();
}

bool Cast::is_named(std::uint32_t person) const {
  return std::ranges::any_of(
      mentions_, [&](const CastMention& mention) { return mention.person == person && !mention.surname.empty(); });
}

std::vector<std::uint32_t> Cast::only_one(std::uint32_t block, std::uint32_t pos) const {
  const bool known = std::ranges::any_of(mentions_, [&](const CastMention& mention) {
    return mention.person != CastMention::kNone && std::pair(mention.block, mention.span.begin) < std::pair(block, pos);
  });
  return known && people_ == 1 ? std::vector<std::uint32_t>{0} : std::vector<std::uint32_t>{};
}

std::vector<std::uint32_t> Cast::told_of(std::uint32_t block, TextSpan cue, bool beside) const {
  const std::string_view text = document_.block(block).text;
  const TextSpan sentence = sentence_at(text, cue.begin);
  const auto place = [](const CastMention& mention) { return std::pair(mention.block, mention.span.begin); };
  const auto first = std::ranges::lower_bound(mentions_, std::pair(block, sentence.begin), {}, place);
  const auto last = std::ranges::lower_bound(mentions_, std::pair(block, sentence.end), {}, place);
  std::vector<std::uint32_t> found;
  const auto take = [&](auto it) {
    for (;; --it) {
      if (it->person != CastMention::kNone && !it->several) found.push_back(it->person);
      while (it != first && (it - 1)->person == it->person && !it->joined) --it;
      if (!it->joined || it == first) break;
      if ((it - 1)->several) break;
    }
  };
  // "The widow of", "Leichnam des": whom the cue leads to; or in it, "nothing could be done for him".
  const auto is_led_to = [&](const CastMention& mention) {
    const bool begins = mention.span.begin <= cue.end + 1 && mention.span.begin + 5 > cue.end;
    return !mention.nobody && mention.core.end > cue.end && begins && mention.span.begin > cue.begin &&
           (mention.of || mention.span.begin < cue.end);
  };
  auto inside = std::find_if(first, last, is_led_to);
  if (inside == last) {
    inside = std::find_if(first, last, [&](const CastMention& m) { return !m.nobody && m.span.overlaps(cue); });
  }
  if (inside != last) return take(inside), found;
  if (beside) {
    // With a word between at most, and a comma behind what is put beside the name.
    auto own = last;
    for (auto it = first; it != last; ++it) {
      if (it->of || it->nobody) continue;
      const bool before = it->span.end <= cue.begin;
      const std::string_view between =
          before ? text.substr(it->span.end, cue.begin - it->span.end) : text.substr(cue.end, it->span.begin - cue.end);
      const auto commas = std::ranges::count(between, ',');
      const bool apposed = before && !it->surname.empty() && between.starts_with(", ") && commas == 2;
      const bool relative = before && between.starts_with(", ") && commas == 1 && std::ranges::count(between, ' ') <= 2;
      const bool follows = std::ranges::count(between, ' ') <= 2 && std::ranges::none_of(between, is_mark);
      if (!apposed && !relative && !follows) continue;
      // The subject opens its clause, or nearly: "in whose countries Kay lives" does not tell of Kay.
      std::uint32_t opens = it->span.begin;
      while (opens > sentence.begin && !is_mark(text[opens - 1])) --opens;
      if (before && std::ranges::count(text.substr(opens, it->span.begin - opens), ' ') > kMostOpening) continue;
      if (before || own == last) own = it;
      if (!before) break;
    }
    if (own != last) take(own);
    return found;
  }
  TextSpan clause = cue;
  while (clause.begin > sentence.begin && !is_mark(text[clause.begin - 1])) --clause.begin;
  while (clause.end < sentence.end && !is_mark(text[clause.end])) ++clause.end;
  enum Which : std::uint8_t { kSomebody, kAny, kThing };
  const auto may_be = [](const CastMention& mention, Which which) {
    if (mention.nobody != (which == kThing)) return false;
    return which == kAny || !mention.of;
  };
  const auto before = [&](TextSpan within, Which which) {
    for (auto it = last; it != first;) {
      --it;
      if (it->span.begin >= within.begin && it->span.end <= within.end && may_be(*it, which)) return it;
    }
    return last;
  };
  const auto behind = [&](TextSpan within) {
    return std::find_if(first, last, [&](const CastMention& mention) {
      return mention.span.begin >= within.begin && mention.span.end <= within.end && may_be(mention, kSomebody);
    });
  };
  const TextSpan own{clause.begin, cue.begin};
  const TextSpan earlier{sentence.begin, clause.begin};
  // "A gunman killed the guard": whom the verb is done to.
  const bool one_word = text.substr(cue.begin, cue.size()).find(' ') == std::string_view::npos;
  auto it = one_word ? behind({cue.end, std::min(cue.end + kAdjacent, clause.end)}) : last;
  if (it == last || it->span.begin != cue.end + 1) it = before(own, kSomebody);
  if (it == last && before(own, kThing) != last) return found;
  const bool verb_first = verb_first_.contains(document_.block(block).language);
  if (it == last && verb_first) it = behind({cue.end, clause.end});
  if (it == last) {
    // "His brother, also a climber, is": the first of them; "the mayor thanked the climber, who": the last.
    const RuleWords::Tries* words = words_.in(document_.block(block).language);
    const bool relative = words != nullptr && words_at(relatives_of(*words), text, skip_blanks(text, clause.begin));
    // "Her husband, killed in 2018,": the one right before.
    const auto last_one = before(earlier, kAny);
    const bool apposed =
        skip_blanks(text, clause.begin) == cue.begin && last_one != last && last_one->span.end + 1 == clause.begin;
    // "The driver, badly hurt, can": behind what is put in between.
    const std::size_t mark = clause.begin > sentence.begin + 1 ? text.rfind(',', clause.begin - 2) : text.npos;
    const bool inserted = mark != text.npos && mark > sentence.begin && text[clause.begin - 1] == ',';
    const auto owner = inserted ? before({sentence.begin, static_cast<std::uint32_t>(mark)}, kSomebody) : last;
    const bool is_owner =
        owner != last && owner->span.end == mark && before({owner->span.end, clause.begin}, kAny) == last;
    it = apposed ? last_one : relative ? before(earlier, kSomebody) : is_owner ? owner : behind(earlier);
  }
  if (it == last) it = before(own, kAny);
  if (it == last) it = behind({clause.end, sentence.end});
  if (it != last) return take(it), found;
  if (before({sentence.begin, cue.begin}, kThing) != last) return found;
  return only_one(block, cue.begin);
}

}  // namespace stet
